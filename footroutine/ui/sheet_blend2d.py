"""Shapes filled by Blend2D, in a third of the time that Qt takes."""

import atexit
from collections import deque
from functools import lru_cache

from blend2d import CompOp, Context, Image, Path
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from footroutine.figure.drawing import SCALE, Ring
from footroutine.figure.same import Same
from footroutine.ui.sheet_qt import pixel_format

_PATHS_KEPT = 1024
_COLOURS_KEPT = 256
_STEP = 64  # pixels: images come in multiples of it, so that few serve all pieces
_IDLE_KEPT, _IDLE_PIXELS = 4, 2**20  # of each at most: larger ones, whole pictures, are seldom filled

# Images that nobody fills, by their size, the one used last at the end: to get new memory takes as long as the filling.
_idle: dict[tuple[int, int], Image] = {}


class Blend2dSheet:
    """A piece of paper that Blend2D fills. To it a ring in another is a hole if it runs the other way round."""

    def __init__(self, area: QRect, ratio: float, paper: QColor) -> None:
        self._size = area.size() * ratio
        self._ratio = ratio
        self._scale = ratio / SCALE
        self._format = pixel_format(paper)
        self._room = -(-self._size.width() // _STEP) * _STEP, -(-self._size.height() // _STEP) * _STEP
        self._image = _idle.pop(self._room) if self._room in _idle else Image(*self._room)
        self._context = Context(self._image)
        self._context.set_comp_op(CompOp.SRC_COPY)
        self._context.set_fill_style_rgba(paper.red(), paper.green(), paper.blue(), paper.alpha())
        self._context.fill_all()
        self._context.set_comp_op(CompOp.SRC_OVER)
        self._context.translate(-area.x() * ratio, -area.y() * ratio)
        self._colour: tuple[str, float] = "", 1.0
        self._at = 0, 0

    def fill(self, rings: tuple[Ring, ...], at: tuple[int, int], colour: str, opacity: float) -> None:
        """Fill the rings around a place."""
        if at != self._at:
            self._context.translate(self._scale * (at[0] - self._at[0]), self._scale * (at[1] - self._at[1]))
            self._at = at
        if (colour, opacity) != self._colour:
            self._colour = colour, opacity
            self._context.set_fill_style_rgba(*_rgba(colour, opacity))
        self._context.fill_path(_path(Same(rings), self._scale))

    def pixels(self) -> QImage:
        """The image."""
        self._context.end()
        data = self._image.memoryview()
        width, height = self._room
        pixels = QImage(data, width, height, len(data) // height, self._format).copy(QRect(0, 0, *self._size.toTuple()))
        pixels.setDevicePixelRatio(self._ratio)
        if width * height <= _IDLE_PIXELS:
            _idle[self._room] = self._image
        if len(_idle) > _IDLE_KEPT:
            del _idle[next(iter(_idle))]
        return pixels


@lru_cache(maxsize=_COLOURS_KEPT)
def _rgba(colour: str, opacity: float) -> tuple[int, int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:], 16), round(255 * opacity)


@lru_cache(maxsize=_PATHS_KEPT)
def _path(key: Same[tuple[Ring, ...]], scale: float) -> Path:
    """Rings, ready to be filled."""
    path = Path()
    for ring in key.thing:
        numbers = [scale * number for number in ring]
        path.move_to(numbers[0], numbers[1])
        deque(map(path.line_to, numbers[2::2], numbers[3::2]), maxlen=0)  # the shortest loop: there are thousands
        path.close()
    return path


atexit.register(_path.cache_clear)  # the library reports what is still there when the interpreter ends
atexit.register(_idle.clear)
