"""Outlines in the plane: the hull of circles, unions with fillets, differences.

Everything inside is in whole numbers of 1/256 pixel, as the polygon library wants it.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from math import acos, atan2, cos, hypot, pi, sin, sqrt
from typing import cast

import pyclipper

from footroutine.figure.drawing import Ring

SCALE = 256
PIXEL = 1 / SCALE
_TURN = round(2 * pi, 6)
CLEAN = SCALE * 0.25  # points closer than that to a neighbour or to the line are left out
Circle = tuple[float, float, float]  # x, y, radius in pixels
Path = list[tuple[int, int]]  # scaled
Paths = list[Path]


@lru_cache(maxsize=8)
def _directions(count: int) -> tuple[tuple[float, float], ...]:
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count))


@lru_cache(maxsize=8)
def _angles(count: int) -> tuple[tuple[float, float, float], ...]:
    return tuple((_angle(dx, dy), dx, dy) for dx, dy in _directions(count))


def _angle(dx: float, dy: float) -> float:
    """From 0 to a whole turn, rounded so that one direction computed in two ways is one direction."""
    return round(atan2(dy, dx) % (2 * pi), 6) % _TURN


def hull(circles: Sequence[Circle], squash: float = 1.0) -> Path:
    """The convex hull of circles; `squash` flattens the circles in y: shadows on the floor."""
    if squash != 1.0:
        path = hull([(x, y / squash, r) for x, y, r in circles])
        return [(x, int(y * squash)) for x, y in path]
    largest = max(c[2] for c in circles)
    count = 16 if largest < 12 else 24 if largest < 36 else 36 if largest < 90 else 56
    if len(circles) == 2:
        return _capsule(circles[0], circles[1], count)
    return _outermost(circles, count)


def _capsule(a: Circle, b: Circle, count: int) -> Path:
    """The hull of two circles: an arc of each and their outer tangents."""
    (x0, y0, r0), (x1, y1, r1) = a, b
    dx, dy = x1 - x0, y1 - y0
    far = hypot(dx, dy)
    if far <= abs(r0 - r1):
        return _outermost([max(a, b, key=_radius)], count)
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


def _outermost(circles: Sequence[Circle], count: int) -> Path:
    """The outermost points in many directions, and the ends of the tangents, so that straight edges are exact."""
    found = []
    for angle, dx, dy in _angles(count):
        best = -1e18
        for x, y, r in circles:
            reach = x * dx + y * dy + r
            if reach > best:
                best, px, py = reach, x + r * dx, y + r * dy
        found.append((angle, py * dx - px * dy, px, py))
    for dx, dy in _tangents(circles):
        most = max([x * dx + y * dy + r for x, y, r in circles]) - 1e-6
        ends = [(x + r * dx, y + r * dy) for x, y, r in circles if x * dx + y * dy + r >= most]
        if len(ends) > 1:
            angle = _angle(dx, dy)
            found += [(angle, y * dx - x * dy, x, y) for x, y in ends]
    found.sort()
    return [(int(x * SCALE), int(y * SCALE)) for _, _, x, y in found]


def _tangents(circles: Sequence[Circle]) -> list[tuple[float, float]]:
    """The directions in which two circles are equally far out."""
    found = []
    for (x0, y0, r0), (x1, y1, r1) in combinations(circles, 2):
        dx, dy = x1 - x0, y1 - y0
        far = hypot(dx, dy)
        if far > abs(r0 - r1):
            along = (r0 - r1) / far
            across = sqrt(1.0 - along * along)
            ux, uy = dx / far, dy / far
            found += [(ux * along - uy * across, uy * along + ux * across)]
            found += [(ux * along + uy * across, uy * along - ux * across)]
    return found


def union(paths: Paths, fillet: float = 0.0) -> Paths:
    """The union; inner corners are rounded by a fillet of that radius in pixels (outward, then inward)."""
    paths = _sound(paths)
    if not paths:
        return []
    clipper = pyclipper.Pyclipper()
    clipper.AddPaths(paths, pyclipper.PT_SUBJECT, True)
    joined = cast("Paths", clipper.Execute(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO))
    return grown(grown(joined, fillet), -fillet) if fillet > 0.0 else joined


def _sound(paths: Paths) -> Paths:
    """The paths that still have an area: on a tiny sheet the smallest parts have none."""
    return [path for path in paths if abs(pyclipper.Area(path)) > 1.0]


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
    paths, other = _sound(paths), _sound(other)
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
