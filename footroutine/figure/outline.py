"""Outlines in the plane: the hull of circles, unions with fillets, differences.

Everything inside is in whole numbers of 1/256 pixel, as the polygon library wants it.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import cos, pi, sin
from typing import cast

import pyclipper

from footroutine.figure.drawing import Ring

SCALE = 256
CLEAN = SCALE * 0.15  # points closer than that to a neighbour or to the line are left out
Circle = tuple[float, float, float]  # x, y, radius in pixels
Path = list[tuple[int, int]]  # scaled
Paths = list[Path]


@lru_cache(maxsize=8)
def _directions(count: int) -> tuple[tuple[float, float], ...]:
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count))


def hull(circles: Sequence[Circle], squash: float = 1.0) -> Path:
    """The convex hull of circles, from the outermost point in each of many directions.

    `squash` flattens the circles in y: shadows on the floor.
    """
    largest = max(c[2] for c in circles)
    directions = _directions(16 if largest < 12 else 24 if largest < 36 else 36 if largest < 90 else 56)
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
    return tuple(tuple((x / SCALE, y / SCALE) for x, y in path) for path in paths)
