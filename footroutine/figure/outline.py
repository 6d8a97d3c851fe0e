"""Outlines in the plane: the hull of circles, unions with fillets, differences.

Everything inside is in whole numbers of 1/256 pixel, as the polygon library wants it.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import acos, atan2, cos, hypot, pi, sin
from typing import cast

import pyclipper

from footroutine.figure.drawing import Ring

SCALE = 256
PIXEL = 1 / SCALE
CLEAN = SCALE * 0.25  # points closer than that to a neighbour or to the line are left out
Circle = tuple[float, float, float]  # x, y, radius in pixels
Path = list[tuple[int, int]]  # scaled
Paths = list[Path]


@lru_cache(maxsize=8)
def _directions(count: int) -> tuple[tuple[float, float], ...]:
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count))


def hull(circles: Sequence[Circle], squash: float = 1.0) -> Path:
    """The convex hull of circles: two by their tangents, more by the outermost point in each of many directions.

    `squash` flattens the circles in y: shadows on the floor.
    """
    largest = max(c[2] for c in circles)
    count = 16 if largest < 12 else 24 if largest < 36 else 36 if largest < 90 else 56
    if len(circles) == 2 and squash == 1.0:
        return _capsule(circles[0], circles[1], count)
    return _outermost(circles, squash, _directions(max(24, count)))


def _capsule(a: Circle, b: Circle, count: int) -> Path:
    """The hull of two circles: an arc of each and their outer tangents."""
    (x0, y0, r0), (x1, y1, r1) = a, b
    dx, dy = x1 - x0, y1 - y0
    far = hypot(dx, dy)
    if far <= abs(r0 - r1):
        return _outermost([max(a, b, key=_radius)], 1.0, _directions(count))
    towards, open_ = atan2(dy, dx), acos((r0 - r1) / far)
    first, last = towards - open_, towards + open_  # the directions of the tangents' ends
    return [*_arc(x1, y1, r1, first, last, count), *_arc(x0, y0, r0, last, first + 2 * pi, count)]


def _arc(x: float, y: float, r: float, begin: float, end: float, count: int) -> Path:
    """Points of a circle from one direction to a later one; both ends are exact, those between are of a table."""
    step = 2 * pi / count
    table = _directions(count)
    between = [table[i % count] for i in range(int(begin // step) + 1, int(end // step) + 1)]
    x, y, r = x * SCALE, y * SCALE, r * SCALE
    ways = [(cos(begin), sin(begin)), *between, (cos(end), sin(end))]
    return [(int(x + r * dx), int(y + r * dy)) for dx, dy in ways]


def _radius(circle: Circle) -> float:
    return circle[2]


def _outermost(circles: Sequence[Circle], squash: float, directions: tuple[tuple[float, float], ...]) -> Path:
    path = []
    for dx, dy in directions:
        best, at = -1e18, circles[0]
        for circle in circles:
            reach = circle[0] * dx + circle[1] * dy / squash + circle[2]
            if reach > best:
                best, at = reach, circle
        x, y, r = at
        path.append((int((x + r * dx) * SCALE), int((y + r * dy * squash) * SCALE)))
    return path


def union(paths: Paths, fillet: float = 0.0) -> Paths:
    """The union; inner corners are rounded by a fillet of that radius in pixels (outward, then inward)."""
    clipper = pyclipper.Pyclipper()
    clipper.AddPaths(paths, pyclipper.PT_SUBJECT, True)
    joined = cast("Paths", clipper.Execute(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO))
    return grown(grown(joined, fillet), -fillet) if fillet > 0.0 else joined


def grown(paths: Paths, by: float) -> Paths:
    """The paths pushed outward by so many pixels, or inward if negative."""
    offset = pyclipper.PyclipperOffset(2.0, SCALE / 6)
    offset.AddPaths(paths, pyclipper.JT_ROUND, pyclipper.ET_CLOSEDPOLYGON)
    return cast("Paths", pyclipper.CleanPolygons(offset.Execute(by * SCALE), CLEAN))


def minus(paths: Paths, cut: Paths) -> Paths:
    """What of the paths is outside the cut."""
    return _clip(paths, cut, pyclipper.CT_DIFFERENCE)


def common(paths: Paths, other: Paths) -> Paths:
    """What of the paths is inside the other."""
    return _clip(paths, other, pyclipper.CT_INTERSECTION)


def _clip(paths: Paths, other: Paths, how: int) -> Paths:
    if not paths or not other:
        return paths if how == pyclipper.CT_DIFFERENCE else []
    clipper = pyclipper.Pyclipper()
    clipper.AddPaths(paths, pyclipper.PT_SUBJECT, True)
    clipper.AddPaths(other, pyclipper.PT_CLIP, True)
    return cast("Paths", clipper.Execute(how, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO))


def line_outside(ring: Path, cut: Paths) -> Paths:
    """The pieces of a closed ring's line that lie outside the cut."""
    return _joined(_clip_line([*ring, ring[0]], cut, pyclipper.CT_DIFFERENCE))


def line_inside(path: Path, within: Paths) -> Paths:
    """The pieces of an open line that lie inside."""
    return _clip_line(path, within, pyclipper.CT_INTERSECTION)


def _clip_line(path: Path, other: Paths, how: int) -> Paths:
    clipper = pyclipper.Pyclipper()
    clipper.AddPath(path, pyclipper.PT_SUBJECT, False)
    clipper.AddPaths(other, pyclipper.PT_CLIP, True)
    tree = clipper.Execute2(how, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    return cast("Paths", pyclipper.OpenPathsFromPolyTree(tree))


def _joined(pieces: Paths) -> Paths:
    """Two pieces that meet where the ring was opened become one."""
    for i, first in enumerate(pieces):
        for j, second in enumerate(pieces):
            if i != j and first[-1] == second[0]:
                rest = [piece for k, piece in enumerate(pieces) if k not in (i, j)]
                return [*rest, [*first, *second[1:]]]
    return pieces


def shifted(paths: Paths, dx: float, dy: float) -> Paths:
    """The paths moved by so many pixels."""
    ix, iy = int(dx * SCALE), int(dy * SCALE)
    return [[(x + ix, y + iy) for x, y in path] for path in paths]


def scaled(points: Iterable[tuple[float, float]]) -> Path:
    """Pixels to a path."""
    return [(int(x * SCALE), int(y * SCALE)) for x, y in points]


def rings(paths: Paths) -> tuple[Ring, ...]:
    """Paths to pixels."""
    return tuple([tuple([(x * PIXEL, y * PIXEL) for x, y in path]) for path in paths])
