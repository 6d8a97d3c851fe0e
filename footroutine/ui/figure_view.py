"""The living picture: paints the figure's drawing of a moment."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from footroutine.domain.exercise import Moment
from footroutine.figure.drawing import Drawing, Shape
from footroutine.figure.scene import draw


def paint_drawing(painter: QPainter, drawing: Drawing, palette: Mapping[str, str]) -> None:
    """Paint a drawing with its upper left corner at the painter's origin; `palette` gives roles their ``#rrggbb``.

    Raises:
        KeyError: the palette lacks a role.
    """
    colours = {role: QColor(palette[role]) for role in drawing.roles()}
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        painter.setOpacity(shape.opacity)
        painter.setBrush(QBrush(colours[shape.fill]) if shape.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(shape, colours))
        _paint_rings(painter, shape)
    painter.restore()


def _pen(shape: Shape, colours: Mapping[str, QColor]) -> QPen:
    if shape.stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(colours[shape.stroke], shape.width)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _paint_rings(painter: QPainter, shape: Shape) -> None:
    polygons = [QPolygonF([QPointF(x, y) for x, y in ring]) for ring in shape.rings]
    if not shape.closed:
        for polygon in polygons:
            painter.drawPolyline(polygon)
    elif len(polygons) == 1:
        painter.drawPolygon(polygons[0])
    else:
        path = QPainterPath()
        for polygon in polygons:
            path.addPolygon(polygon)
            path.closeSubpath()
        painter.drawPath(path)


class FigureView(QWidget):
    """Shows the figure at one moment; it is told which, and keeps no time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment: Moment | None = None
        self._palette: Mapping[str, str] = {}
        self._reduce_motion = False
        self._drawing: Drawing | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_moment(self, moment: Moment | None) -> None:
        """Show this moment; None shows nothing."""
        if moment != self._moment:
            self._moment = moment
            self._refresh()

    def set_palette_roles(self, palette: Mapping[str, str]) -> None:
        """Use these colours: role -> ``#rrggbb`` (see `footroutine.figure.palette`)."""
        if dict(palette) != self._palette:
            self._palette = dict(palette)
            self.update()

    def set_reduce_motion(self, reduce_motion: bool) -> None:
        """Show key poses without in-betweens."""
        if reduce_motion != self._reduce_motion:
            self._reduce_motion = reduce_motion
            self._refresh()

    def sizeHint(self) -> QSize:
        """The size at which every part is easy to see."""
        return QSize(560, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for the new size."""
        super().resizeEvent(event)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing."""
        if self._drawing is not None and self._palette:
            painter = QPainter(self)
            paint_drawing(painter, self._drawing, self._palette)
            painter.end()

    def _refresh(self) -> None:
        """Draw the moment; paint again only if the picture has changed."""
        drawing = None
        if self._moment is not None and self.width() > 0 and self.height() > 0:
            drawing = draw(self._moment, self.width(), self.height(), reduce_motion=self._reduce_motion)
        if drawing != self._drawing:
            self._drawing = drawing
            self.update()
