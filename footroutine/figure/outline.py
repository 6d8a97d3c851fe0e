"""Outlines in the plane: unions with fillets, differences, lines.

A path is in whole numbers, `SCALE` to a pixel, as the polygon library wants it.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from math import sqrt
from operator import or_
from typing import NamedTuple, cast

import pyclipper

from footroutine.figure.drawing import SCALE, Ring
from footroutine.figure.wrap import FLAT, Circle, Path, Paths

_ROWS = 16 * SCALE  # from step to step of an edge
CLEAN = SCALE * FLAT  # points closer than that to a neighbour or to the line are left out


class Body(NamedTuple):
    """A shape on ink that shows around it."""

    within: Paths
    around: Paths


def body(paths: Paths, ink: float, grown: float = 0.0) -> Body:
    """The union of paths that are so much too large, with ink as wide half within its edge and half outside.

    Drawn in again, inner corners have become fillets of the radius `grown`; all in pixels.
    """
    joined = paths if len(paths) == 1 else _cleaned(union(paths))
    if grown == ink / 2:
        return Body(_offset(joined, -ink, pyclipper.JT_ROUND), joined)
    within = _offset(joined, -ink / 2 - grown, pyclipper.JT_ROUND)
    if not grown:
        return Body(within, _offset(joined, ink / 2, pyclipper.JT_MITER))
    return Body(within, _offset(within, ink, pyclipper.JT_MITER) if ink else within)


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
    offset = pyclipper.PyclipperOffset(2.0, CLEAN)
    offset.AddPaths(paths, join, pyclipper.ET_CLOSEDPOLYGON)
    found = cast("Paths", offset.Execute(by * SCALE))
    return _cleaned(found) if join == pyclipper.JT_ROUND else found  # mitres have no more points than before


def _cleaned(paths: Paths) -> Paths:
    """The paths without points that nobody would miss, and without those that are nothing else."""
    return [path for path in pyclipper.CleanPolygons(paths, CLEAN) if path]


def stroked(lines: Iterable[Ring], width: float, *, closed: bool, solid: bool = False) -> tuple[Ring, ...]:
    """The edge of lines `width` pixels wide, with round ends; if `solid`, of what they enclose as well."""
    offset = pyclipper.PyclipperOffset(2.0, CLEAN)
    paths = [list(zip(line[::2], line[1::2], strict=True)) for line in lines]
    ends = pyclipper.ET_CLOSEDPOLYGON if solid else pyclipper.ET_CLOSEDLINE if closed else pyclipper.ET_OPENROUND
    offset.AddPaths(paths, pyclipper.JT_MITER, ends)
    return rings(offset.Execute(width * SCALE / 2))


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


def outside(ring: Path, circles: Sequence[Circle]) -> Path:
    """The longest piece of a closed ring's line that lies outside all circles; nothing if they leave none."""
    hidden = bytes(len(ring))
    around = [(x * SCALE, y * SCALE, (r * SCALE) ** 2) for x, y, r in circles]
    for x, y, square in around:
        of_one = [(px - x) * (px - x) + (py - y) * (py - y) <= square for px, py in ring]
        hidden = bytes(map(or_, hidden, of_one))
    if 1 not in hidden:
        return [*ring, ring[0]]
    seen = max((hidden + hidden).split(b"\1"), key=len)
    if not seen:
        return []
    first = (hidden + hidden).index(b"\1" + seen + b"\1")
    piece = (ring + ring)[first : first + len(seen) + 2]
    return [_leaves(piece[0], piece[1], around), *piece[1:-1], _leaves(piece[-1], piece[-2], around)]


def _leaves(inner: tuple[int, int], outer: tuple[int, int], squared: Sequence[Circle]) -> tuple[int, int]:
    """Where the line from a point in circles to one outside leaves the last of them; scaled, their radii squared."""
    (x0, y0), (dx, dy), t = inner, (outer[0] - inner[0], outer[1] - inner[1]), 0.0
    for x, y, square in squared:
        along, far, within = (x0 - x) * dx + (y0 - y) * dy, dx * dx + dy * dy, square - (x0 - x) ** 2 - (y0 - y) ** 2
        if within >= 0.0:
            t = max(t, (sqrt(along * along + far * within) - along) / far)
    return int(x0 + t * dx), int(y0 + t * dy)


def lee(line: Path, dx: int, dy: int) -> Path:
    """The longest band inside a line that turns to the right: as wide as the shift, where that leads inward.

    Of a convex shape it is what the shape does not share with itself, shifted.
    """
    inward = bytes([(x1 - x0) * dy >= (y1 - y0) * dx for (x0, y0), (x1, y1) in pairwise(line)])
    run = max(inward.split(b"\0"), key=len)
    if not run:
        return []
    first = inward.index(run)
    edge = line[first : first + len(run) + 1]
    return edge + [(x + dx, y + dy) for x, y in edge[::-1]]


def line_inside(path: Path, within: Paths) -> Paths:
    """The pieces of an open line that lie inside."""
    return _clip_line(path, within, pyclipper.CT_INTERSECTION)


def _clip_line(path: Path, other: Paths, how: int) -> Paths:
    clipper = pyclipper.Pyclipper()
    clipper.AddPath(path, pyclipper.PT_SUBJECT, False)
    clipper.AddPaths(other, pyclipper.PT_CLIP, True)
    tree = clipper.Execute2(how, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    return cast("Paths", pyclipper.OpenPathsFromPolyTree(tree))


def shifted(paths: Paths, dx: float, dy: float) -> Paths:
    """The paths moved by so many pixels."""
    ix, iy = int(dx * SCALE), int(dy * SCALE)
    return [[(x + ix, y + iy) for x, y in path] for path in paths]


def area(path: Path) -> float:
    """What a path encloses, in square pixels."""
    return abs(cast("float", pyclipper.Area(path))) / SCALE**2


def stepped(paths: Paths) -> Paths:
    """The paths with points along their long edges.

    What fills them takes some thirty rows at a time, and each time goes down all of an edge that reaches there.
    """
    return [[step for ends in pairwise([*path, path[0]]) for step in _steps(*ends)] for path in paths]


def _steps(begin: tuple[int, int], end: tuple[int, int]) -> Path:
    """The points of an edge, its end left out."""
    (x0, y0), (x1, y1) = begin, end
    count = abs(y1 - y0) // _ROWS + 1
    return [(x0 + (x1 - x0) * i // count, y0 + (y1 - y0) * i // count) for i in range(count)]


def scaled(points: Iterable[tuple[float, float]]) -> Path:
    """Pixels to a path."""
    return [(int(x * SCALE), int(y * SCALE)) for x, y in points]


def rings(paths: Paths) -> tuple[Ring, ...]:
    """Paths as the rings of a shape."""
    return tuple([tuple(chain.from_iterable(path)) for path in paths])
