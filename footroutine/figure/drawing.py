"""A finished picture: flat shapes in pixels, painted one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

SCALE = 256  # of a ring's whole numbers, to a pixel
Point = tuple[float, float]  # in pixels
# x and y of each point in turn: pairs would be thousands of things to keep, and these come so from the polygon library.
Ring = tuple[int, ...]


def ring(along: Iterable[Point]) -> Ring:
    """Points as a ring."""
    return tuple([int(part * SCALE) for part in chain.from_iterable(along)])


def points(of: Ring) -> Iterator[Point]:
    """The points of a ring."""
    return zip([x / SCALE for x in of[::2]], [y / SCALE for y in of[1::2]], strict=True)


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def touches(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether it lies wholly inside the other."""
        return (
            other.left < self.left and self.right < other.right and other.top < self.top and self.bottom < other.bottom
        )

    def joined(self, other: "Box") -> "Box":
        """The box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(slots=True)  # not frozen: a picture makes a hundred, and each would take four times as long
class Shape:
    """One path: `rings` (x right, y down; see `ring`) around a place, `at`. A ring in another is a hole.

    A hole runs the other way round, so that it is one by the even-odd rule and by the non-zero rule.

    `fill` and `stroke` are roles of the palette, not colours; `width` is the stroke's, in pixels.
    If both are the same, it is painted as one shape, larger by half the line. An open shape (`closed` False) is a line
    and has no fill. `at` is in a ring's numbers, too.
    """

    rings: tuple[Ring, ...]
    fill: str | None
    stroke: str | None
    width: float
    opacity: float = 1.0
    closed: bool = True
    at: tuple[int, int] = (0, 0)
    _box: Box | None = field(default=None, init=False, repr=False, compare=False)  # worked out when first asked

    def moved(self, dx: float, dy: float) -> "Shape":
        """The same shape, so many pixels farther."""
        at = self.at[0] + int(dx * SCALE), self.at[1] + int(dy * SCALE)
        return Shape(self.rings, self.fill, self.stroke, self.width, self.opacity, self.closed, at)

    def lines(self) -> list[list[Point]]:
        """The points of each ring where they are, in pixels."""
        x, y = self.at[0] / SCALE, self.at[1] / SCALE
        return [[(x + px, y + py) for px, py in points(each)] for each in self.rings]

    def box(self) -> Box:
        """What it covers, its line's width included."""
        if self._box is None:
            numbers = self.rings[0] if len(self.rings) == 1 else tuple(chain.from_iterable(self.rings))
            xs, ys = numbers[::2], numbers[1::2]
            (x, y), edge = self.at, (self.width / 2 + 1.0) * SCALE
            left, top, right, bottom = min(xs) + x - edge, min(ys) + y - edge, max(xs) + x + edge, max(ys) + y + edge
            self._box = Box(left / SCALE, top / SCALE, right / SCALE, bottom / SCALE)
        return self._box


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from back to front on a sheet of `width` x `height` pixels; if `mirrored`, seen in a mirror."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    mirrored: bool = False

    def roles(self) -> frozenset[str]:
        """Every role of the palette that the drawing needs."""
        return frozenset(role for shape in self.shapes for role in (shape.fill, shape.stroke) if role is not None)


def seen(shapes: Iterable[Shape], palette: Mapping[str, str]) -> list[Shape]:
    """The shapes but for those with a line whose role the palette gives as ``none``: not every theme has them.

    Raises:
        KeyError: the palette lacks a role.
    """
    return [each for each in shapes if each.stroke is None or palette[each.stroke] != "none"]


def filled(rings: tuple[Ring, ...], role: str, opacity: float = 1.0) -> Shape:
    """A fill without an outline."""
    return Shape(rings, role, None, 0.0, opacity)


def line(along: Iterable[Point], role: str, width: float, opacity: float = 1.0) -> Shape:
    """An open line."""
    return Shape((ring(along),), None, role, width, opacity, closed=False)


def unmirrored(drawing: Drawing) -> Drawing:
    """The same picture with every point where it is seen."""
    if not drawing.mirrored:
        return drawing
    wide = drawing.width
    shapes = tuple(
        replace(shape, rings=tuple([ring([(wide - x, y) for x, y in each]) for each in shape.lines()]), at=(0, 0))
        for shape in drawing.shapes
    )
    return Drawing(wide, drawing.height, shapes)


def changed(before: Drawing, after: Drawing) -> tuple[Box, ...]:
    """Boxes, none touching another, outside which two drawings of one size look the same; mirrored as they are.

    What stayed is the very same shape in both: parts that do not move are remembered, and comparing points is dear.
    """
    old, new = {id(s): s for s in before.shapes}, {id(s): s for s in after.shapes}
    if [key for key in old if key in new] != [key for key in new if key in old]:
        return (Box(0.0, 0.0, after.width, after.height),)  # what stayed lies in another order
    apart: list[Box] = []
    gone, come = [s for key, s in old.items() if key not in new], [s for key, s in new.items() if key not in old]
    for box in (shape.box() for shape in (*gone, *come)):
        left, top, right, bottom = whole = box
        if any(a <= left and right <= c and b <= top and bottom <= d for a, b, c, d in apart):
            continue  # most are: parts of one whole
        while touching := [each for each in apart if each.touches(whole)]:
            for each in touching:
                apart.remove(each)
                whole = whole.joined(each)
        apart.append(whole)
    return tuple(sorted(apart))
