"""Shapes filled by Qt."""

from functools import lru_cache
from struct import pack

from PySide6.QtCore import QByteArray, QDataStream, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPolygon, QPolygonF

from footroutine.figure.drawing import SCALE, Ring
from footroutine.figure.same import Same

_OUTLINES_KEPT = 1024  # some 4 MB
_COLOURS_KEPT = 256


def pixel_format(paper: QColor) -> QImage.Format:
    """That of an image on paper of a colour."""
    return QImage.Format.Format_RGB32 if paper.alpha() == 255 else QImage.Format.Format_ARGB32_Premultiplied


class QtSheet:
    """A piece of paper that Qt fills."""

    def __init__(self, area: QRect, ratio: float, paper: QColor) -> None:
        self._image = QImage(area.size() * ratio, pixel_format(paper))
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(paper)
        self._painter = QPainter(self._image)
        self._painter.translate(-area.topLeft())
        self._painter.scale(1.0 / SCALE, 1.0 / SCALE)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._colour, self._opacity, self._at = "", 1.0, (0, 0)

    def fill(self, rings: tuple[Ring, ...], at: tuple[int, int], colour: str, opacity: float) -> None:
        """Fill the rings around a place."""
        if opacity != self._opacity:
            self._opacity = opacity
            self._painter.setOpacity(opacity)
        if at != self._at:
            self._painter.translate(at[0] - self._at[0], at[1] - self._at[1])
            self._at = at
        if colour != self._colour:
            self._colour = colour
            self._painter.setBrush(_brush(colour))
        outline = _outline(Same(rings))
        if isinstance(outline, QPainterPath):
            self._painter.drawPath(outline)
        else:
            self._painter.drawPolygon(outline)

    def pixels(self) -> QImage:
        """The image."""
        self._painter.end()
        return self._image


@lru_cache(maxsize=_COLOURS_KEPT)
def _brush(colour: str) -> QBrush:
    return QBrush(QColor.fromString(colour))


@lru_cache(maxsize=_OUTLINES_KEPT)
def _outline(key: Same[tuple[Ring, ...]]) -> QPolygon | QPainterPath:
    """Rings, ready to be filled."""
    polygons = [_polygon(ring) for ring in key.thing]
    if len(polygons) == 1:
        return polygons[0]
    path = QPainterPath()
    for polygon in polygons:
        path.addPolygon(QPolygonF(polygon))
        path.closeSubpath()
    return path


def _polygon(ring: Ring) -> QPolygon:
    polygon = QPolygon()
    # As a stream it takes a third of the time that a list of points does.
    QDataStream(QByteArray(pack(f">{len(ring) + 1}i", len(ring) // 2, *ring))) >> polygon
    return polygon
