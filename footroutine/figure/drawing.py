"""A finished picture: flat shapes in pixels, painted one after the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: `rings` in pixels (x right, y down), filled by the even-odd rule.

    `fill` and `stroke` are roles of the palette, not colours; `width` is the stroke's, in pixels.
    An open shape (`closed` False) is a line and has no fill.
    """

    rings: tuple[Ring, ...]
    fill: str | None
    stroke: str | None
    width: float
    opacity: float = 1.0
    closed: bool = True

    def mapped(self, change: Callable[[Point], Point]) -> "Shape":
        """The same shape with every point changed."""
        return replace(self, rings=tuple(tuple(change(p) for p in ring) for ring in self.rings))


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from back to front on a sheet of `width` x `height` pixels."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def roles(self) -> frozenset[str]:
        """Every role of the palette that the drawing needs."""
        return frozenset(role for shape in self.shapes for role in (shape.fill, shape.stroke) if role is not None)


def filled(rings: tuple[Ring, ...], role: str, opacity: float = 1.0) -> Shape:
    """A fill without an outline."""
    return Shape(rings, role, None, 0.0, opacity)


def line(points: Ring, role: str, width: float, opacity: float = 1.0) -> Shape:
    """An open line."""
    return Shape((points,), None, role, width, opacity, closed=False)
