"""A drawing becomes pixels."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage

from footroutine.figure.drawing import Box, Drawing, Ring, seen
from footroutine.figure.outline import stroked
from footroutine.figure.same import Same
from footroutine.ui.sheet_qt import QtSheet

_LINES_KEPT = 256


class Sheet(Protocol):
    """A piece of paper, its shapes filled one over the other."""

    def __init__(self, area: QRect, ratio: float, paper: QColor) -> None: ...

    def fill(self, rings: tuple[Ring, ...], at: tuple[int, int], colour: str, opacity: float) -> None:
        """Fill the rings around a place, both in a ring's numbers, with an ``#rrggbb``."""

    def pixels(self) -> QImage:
        """What it looks like; nothing more can be filled."""


@cache
def sheet_type() -> type[Sheet]:
    """What fills: Blend2D, or Qt, which takes three times as long, on machines for which there is no wheel of that."""
    try:
        from footroutine.ui.sheet_blend2d import Blend2dSheet
    except ImportError:
        return QtSheet
    return Blend2dSheet


def painted(
    drawing: Drawing, palette: Mapping[str, str], paper: QColor, area: QRect | None = None, ratio: float = 1.0
) -> QImage:
    """The drawing, or what of it lies in an area, on paper of that colour.

    `palette` gives every role its ``#rrggbb`` (or ``none``, see `footroutine.figure.drawing.seen`); `ratio` is how many
    of the image's pixels there are to one of the drawing's.

    Raises:
        KeyError: the palette lacks a role.
    """
    colours = {role: palette[role] for role in drawing.roles()}
    whole = QRect(0, 0, int(drawing.width), int(drawing.height))
    wanted = whole if area is None else area
    if drawing.mirrored:
        wanted = QRect(whole.width() - wanted.x() - wanted.width(), wanted.y(), wanted.width(), wanted.height())
    within = Box(wanted.x(), wanted.y(), wanted.x() + wanted.width(), wanted.y() + wanted.height())
    sheet = sheet_type()(wanted, ratio, paper)
    for shape in seen(drawing.shapes, palette):
        if not shape.box().touches(within):
            continue
        solid = shape.fill == shape.stroke  # one that is larger by its line, not two
        if shape.fill is not None and not solid:
            sheet.fill(shape.rings, shape.at, colours[shape.fill], shape.opacity)
        if shape.stroke is not None:
            lines = _lines(Same(shape.rings), shape.width, shape.closed, solid)
            sheet.fill(lines, shape.at, colours[shape.stroke], shape.opacity)
    pixels = sheet.pixels()
    return pixels.flipped(Qt.Orientation.Horizontal) if drawing.mirrored else pixels


@lru_cache(maxsize=_LINES_KEPT)
def _lines(key: Same[tuple[Ring, ...]], width: float, closed: bool, solid: bool) -> tuple[Ring, ...]:
    """Lines so wide along rings, to be filled: Qt's own take three times as long, Blend2D's are not everywhere."""
    return stroked(key.thing, width, closed=closed, solid=solid)
