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
_TURN = 2 * pi
_SAME = 1e-9  # radians: directions that differ by less are one
CLEAN = SCALE * 0.25  # points closer than that to a neighbour or to the line are left out
_HULLS_KEPT = 512  # some 2 MB: those of limbs at rest come again with every picture
Circle = tuple[float, float, float]  # x, y, radius in pixels
Path = list[tuple[int, int]]  # scaled
Paths = list[Path]


@lru_cache(maxsize=8)
def _directions(count: int) -> tuple[tuple[float, float], ...]:
    """Twice round, so that an arc is one piece of the table wherever it begins."""
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(2 * count + 1))


@lru_cache(maxsize=_HULLS_KEPT)
def hull(circles: tuple[Circle, ...], squash: float = 1.0) -> Path:
    """The convex hull of circles; `squash` flattens the circles in y: shadows on the floor.

    It goes round from circle to circle as each is overtaken by the next one, so straight edges are exact.
    """
    if squash != 1.0:
        path = hull(tuple((x, y / squash, r) for x, y, r in circles))
        return [(x, int(y * squash)) for x, y in path]
    if len(circles) == 2:
        return _hull_of_two(*circles)
    at, direction = max(circles, key=_right_edge), 0.0
    turns: list[tuple[float, Circle]] = []
    while True:
        ahead, found = _overtaken(at, direction, circles)
        direction += ahead
        if found is None or direction > _TURN + _SAME:
            break
        at = found
        turns.append((direction, at))
    if not turns:
        x, y, r = at
        return _arc(x, y, r, 0.0, _TURN)[:-1]
    path = []
    for i, (begin, (x, y, r)) in enumerate(turns):
        end = turns[i + 1][0] if i + 1 < len(turns) else turns[0][0] + _TURN
        path += _arc(x, y, r, begin, end)
    return path


def _hull_of_two(a: Circle, b: Circle) -> Path:
    """What most parts of a limb are: two arcs between the two common tangents."""
    dx, dy, less = b[0] - a[0], b[1] - a[1], a[2] - b[2]
    far = hypot(dx, dy)
    if far <= abs(less):
        return _arc(*max(a, b, key=_radius), 0.0, _TURN)[:-1]
    half = acos(less / far)
    begin = (atan2(dy, dx) - half) % _TURN
    turned = (begin + 2 * half) % _TURN
    return _arc(*b, begin, begin + 2 * half) + _arc(*a, turned, turned + _TURN - 2 * half)


def _radius(circle: Circle) -> float:
    return circle[2]


def _right_edge(circle: Circle) -> float:
    return circle[0] + circle[2]


def _overtaken(at: Circle, direction: float, circles: Sequence[Circle]) -> tuple[float, Circle | None]:
    """How much further round another circle reaches farther out, and which; of several at once the farthest."""
    x, y, r = at
    nearest, found, farthest = _TURN, None, 0.0
    for other in circles:
        dx, dy, less = other[0] - x, other[1] - y, r - other[2]
        far = hypot(dx, dy)
        if far <= abs(less):
            continue  # one is inside the other
        ahead = (atan2(dy, dx) - acos(less / far) - direction) % _TURN
        if ahead > _TURN - _SAME:
            ahead = 0.0
        if ahead < nearest - _SAME or (ahead < nearest + _SAME and far > farthest):
            nearest, found, farthest = ahead, other, far
    return nearest, found


def _arc(x: float, y: float, r: float, begin: float, end: float) -> Path:
    """Points of a circle from one direction to a later one; both ends are exact, those between are of a table."""
    count = 16 if r < 12 else 24 if r < 36 else 36 if r < 90 else 56
    step = _TURN / count
    table = _directions(count)
    x, y, r = x * SCALE, y * SCALE, r * SCALE
    between = table[int(begin / step) + 1 : int(end / step) + 1]
    ways = ((cos(begin), sin(begin)), *between, (cos(end), sin(end)))
    return [(int(x + r * dx), int(y + r * dy)) for dx, dy in ways]


def union(paths: Paths, fillet: float = 0.0) -> Paths:
    """The union; inner corners are rounded by a fillet of that radius in pixels (outward, then inward)."""
    clipper = pyclipper.Pyclipper()
    if not _added(clipper, paths, pyclipper.PT_SUBJECT):
        return []
    joined = cast("Paths", clipper.Execute(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO))
    if fillet <= 0.0:
        return joined
    # Outward every corner is as blunt as a table's step, so it needs no arc; inward the arcs are the fillets.
    return _offset(_offset(joined, fillet, pyclipper.JT_MITER), -fillet, pyclipper.JT_ROUND)


def _added(clipper: pyclipper.Pyclipper, paths: Paths, role: int) -> bool:
    """Give paths to the clipper, which leaves out those without an area; False if none has one."""
    try:
        clipper.AddPaths(paths, role, True)
    except pyclipper.ClipperException:
        return False
    return True


def grown(paths: Paths, by: float) -> Paths:
    """The paths pushed outward by so many pixels, or inward if negative."""
    return _offset(paths, by, pyclipper.JT_ROUND)


def _offset(paths: Paths, by: float, join: int) -> Paths:
    offset = pyclipper.PyclipperOffset(2.0, SCALE / 4)
    offset.AddPaths(paths, join, pyclipper.ET_CLOSEDPOLYGON)
    return cast("Paths", pyclipper.CleanPolygons(offset.Execute(by * SCALE), CLEAN))


def core(paths: Paths, by: float) -> Paths:
    """The paths drawn in by so many pixels, for round bodies: corners are not rounded."""
    return _offset(paths, -by, pyclipper.JT_MITER)


def minus(paths: Paths, cut: Paths) -> Paths:
    """What of the paths is outside the cut."""
    return _clip(paths, cut, pyclipper.CT_DIFFERENCE)


def common(paths: Paths, other: Paths) -> Paths:
    """What of the paths is inside the other."""
    return _clip(paths, other, pyclipper.CT_INTERSECTION)


def _clip(paths: Paths, other: Paths, how: int) -> Paths:
    clipper = pyclipper.Pyclipper()
    if not _added(clipper, paths, pyclipper.PT_SUBJECT):
        return []
    if not _added(clipper, other, pyclipper.PT_CLIP):
        return paths if how == pyclipper.CT_DIFFERENCE else []
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
