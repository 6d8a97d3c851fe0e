"""Pictures of the living figure, kept: what does not move is painted once, what moves once for each step of it."""

from collections.abc import Iterable, Mapping
from itertools import takewhile
from math import ceil, floor
from typing import NamedTuple

from lz4.block import compress, decompress
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from footroutine.figure.drawing import Box, Drawing, changed
from footroutine.figure.motion import Shot, twin
from footroutine.figure.scene import draw_shot
from footroutine.ui.painted import painted
from footroutine.ui.sheet_qt import pixel_format

FILM_BYTES = 64 * 2**20  # of packed patches in one view: a whole exercise
_GROUNDS_KEPT = 6  # whole pictures: as many as a rep has movements


class Patch(NamedTuple):
    """A piece of a picture and where it goes; its pixels lie in `data`, which has to live as long."""

    area: QRect
    pixels: QImage
    data: object = None


class Packed(NamedTuple):
    """A patch that waits to be seen again: flat colours take a tenth of their room."""

    area: QRect
    size: QSize
    data: bytes


class Picture(NamedTuple):
    """A whole picture: a ground, and patches that replace it where something has moved."""

    ground: QImage
    patches: tuple[Patch, ...]

    def moved(self) -> QRegion:
        """Where the patches are."""
        region = QRegion()
        for patch in self.patches:
            region += patch.area
        return region

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint what of it lies in the region."""
        painter.setClipRegion(region - self.moved())
        painter.drawImage(0, 0, self.ground)
        painter.setClipRegion(region)
        for patch in self.patches:
            painter.drawImage(patch.area.topLeft(), patch.pixels)


class Film:
    """The pictures of one exercise at one size, in one palette and on one paper, at most `FILM_BYTES` of them.

    What is full takes no more: frames come round in order, so throwing out the oldest would throw out the next.
    On a paper that is not clear every pixel is opaque. `below` is how many pixels the room goes on below the picture.
    """

    def __init__(
        self, width: int, height: int, ratio: float, palette: Mapping[str, str], paper: QColor, below: int = 0
    ) -> None:
        self._size = width, height, below
        self._whole = QRect(0, 0, width, height + below)
        self._ratio = ratio
        self._palette = palette
        self._paper = paper
        self._grounds: dict[Shot, tuple[Drawing, QImage]] = {}
        self._patches: dict[Shot, tuple[Packed, ...]] = {}
        self._mirrored = QImage(), QImage()  # a ground, and its mirror image
        self._stage: object = None
        self.bytes = 0

    def picture(self, shot: Shot) -> Picture:
        """The picture of a shot."""
        if shot.stage is not self._stage:
            self._forget()
            self._stage = shot.stage
        original = twin(shot)
        if original is shot:
            return self._picture(shot)
        seen = self._picture(original)
        if self._mirrored[0] is not seen.ground:
            self._mirrored = seen.ground, _flipped(seen.ground)
        width = self._size[0]
        patches = [
            Patch(area.translated(width - area.width() - 2 * area.x(), 0), _flipped(pixels))
            for area, pixels, _ in seen.patches
        ]
        return Picture(self._mirrored[1], tuple(patches))

    def _picture(self, shot: Shot) -> Picture:
        drawing, ground = self._ground(shot)
        kept = self._patches.get(shot)
        if kept is not None:
            return Picture(ground, tuple(self._unpacked(each) for each in kept))
        patches = self._differing(drawing, ground, draw_shot(shot, *self._size))
        self._keep(shot, patches)
        return Picture(ground, patches)

    def _ground(self, shot: Shot) -> tuple[Drawing, QImage]:
        """What a movement's pictures have in common, more or less: its own end."""
        end = shot._replace(way=1.0, turn=0.0, arrow_turn=0.0, swell=1.0, breath=0.0)
        if end not in self._grounds:
            if len(self._grounds) == _GROUNDS_KEPT:
                del self._grounds[next(iter(self._grounds))]
            drawing = draw_shot(end, *self._size)
            self._grounds[end] = drawing, self._painted(drawing, self._whole)
        return self._grounds[end]

    def _differing(self, before: Drawing, ground: QImage, after: Drawing) -> tuple[Patch, ...]:
        if self._ratio != int(self._ratio):  # a patch would not begin at a whole pixel of the screen
            return (Patch(self._whole, self._painted(after, self._whole)),) if after != before else ()
        areas = [_area(box) & self._whole for box in changed(before, after)]
        patches = [_trimmed(Patch(area, self._painted(after, area)), ground) for area in areas if not area.isEmpty()]
        return tuple(patch for patch in patches if not patch.area.isEmpty())

    def _painted(self, drawing: Drawing, area: QRect) -> QImage:
        return painted(drawing, self._palette, self._paper, area, self._ratio)

    def _keep(self, shot: Shot, patches: tuple[Patch, ...]) -> None:
        if self.bytes >= FILM_BYTES:
            return
        packed = tuple(Packed(area, pixels.size(), compress(pixels.constBits())) for area, pixels, _ in patches)
        size = sum(len(each.data) for each in packed)
        if self.bytes + size <= FILM_BYTES:
            self._patches[shot] = packed
            self.bytes += size

    def _unpacked(self, packed: Packed) -> Patch:
        size, data = packed.size, decompress(packed.data)
        pixels = QImage(data, size.width(), size.height(), 4 * size.width(), pixel_format(self._paper))
        pixels.setDevicePixelRatio(self._ratio)
        return Patch(packed.area, pixels, data)

    def _forget(self) -> None:
        self._grounds.clear()
        self._patches.clear()
        self.bytes = 0


def _area(box: Box) -> QRect:
    """The pixels in which a box is seen."""
    left, top = floor(box.left), floor(box.top)
    return QRect(left, top, ceil(box.right) - left, ceil(box.bottom) - top)


def _flipped(pixels: QImage) -> QImage:
    return pixels.flipped(Qt.Orientation.Horizontal)


def _trimmed(patch: Patch, ground: QImage) -> Patch:
    """A patch without the rows at its top and bottom in which nothing has changed after all."""
    area, new, _ = patch
    ratio = int(ground.devicePixelRatio())
    old, come, stride, wide = ground.constBits(), new.constBits(), ground.bytesPerLine(), new.bytesPerLine()
    first, height = area.top() * ratio * stride + area.left() * ratio * 4, new.height()
    befores, afters = range(first, first + height * stride, stride), range(0, height * wide, wide)

    def alike(befores: Iterable[int], afters: Iterable[int]) -> int:
        """How many rows are the same until one is not, in the window's pixels."""
        rows = zip(befores, afters, strict=True)
        same = takewhile(lambda row: bytes(old[row[0] : row[0] + wide]) == bytes(come[row[1] : row[1] + wide]), rows)
        return sum(1 for _ in same) // ratio

    top = alike(befores, afters)
    bottom = area.height() - alike(reversed(befores[top * ratio :]), reversed(afters[top * ratio :]))
    lines = come[top * ratio * wide : bottom * ratio * wide]
    pixels = QImage(lines, new.width(), (bottom - top) * ratio, wide, new.format())
    pixels.setDevicePixelRatio(ratio)
    return Patch(QRect(area.left(), area.top() + top, area.width(), bottom - top), pixels, new)
