"""Circles wrapped: the hull around a few of them, the smooth tube along a chain.

A path is in whole numbers, `SCALE` to a pixel, as the polygon library wants it.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, sin, sqrt

from footroutine.figure.drawing import SCALE

_TURN = 2 * pi
_STEEP, _BENT = 0.95, 0.9  # a chain that widens or turns more sharply from circle to circle has no smooth sides
_SAME = 1e-9  # radians: directions that differ by less are one
_HULLS_KEPT = 512  # some 2 MB: those of limbs at rest come again with every picture
_TUBES_KEPT = 64  # of one picture: toes are asked for twice
_SIDES = (16, 20, 24, 28, 32, 36, 44, 56, 72, 96)  # of a circle
FLAT = 0.4  # pixels: how far a line may be from what it stands for
# Up to that radius in pixels each number of sides is round enough.
_ROUND_ENOUGH = tuple(FLAT / (1.0 - cos(pi / sides)) for sides in _SIDES[:-1])
Circle = tuple[float, float, float]  # x, y, radius in pixels
Path = list[tuple[int, int]]  # scaled
Paths = list[Path]


@lru_cache(maxsize=len(_SIDES))
def _directions(count: int) -> tuple[tuple[float, float], ...]:
    """Twice round, so that an arc is one piece of the table wherever it begins."""
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(2 * count + 1))


@lru_cache(maxsize=_HULLS_KEPT)
def hull(circles: tuple[Circle, ...], squash: float = 1.0, grow: float = 0.0) -> Path:
    """The convex hull of circles; `squash` flattens the circles in y: shadows on the floor.

    With `grow` it is so many pixels larger all round, before it is squashed. It goes round from circle to circle as
    each is overtaken by the next one, so straight edges are exact.
    """
    if squash != 1.0:
        path = hull(tuple([(x, y / squash, r) for x, y, r in circles]), 1.0, grow)
        return [(x, int(y * squash)) for x, y in path]
    if len(circles) == 2:
        return _hull_of_two(*circles, grow)
    first, turns = _way_round(circles)
    if not turns:
        return _arc(*first, 0.0, _TURN, grow)[:-1]
    path = []
    for i, (begin, (x, y, r)) in enumerate(turns):
        end = turns[i + 1][0] if i + 1 < len(turns) else turns[0][0] + _TURN
        path += _arc(x, y, r, begin, end, grow)
    return path


@lru_cache(maxsize=_HULLS_KEPT)
def _way_round(circles: tuple[Circle, ...]) -> tuple[Circle, list[tuple[float, Circle]]]:
    """The circle farthest to the right, and from which direction on each next one is the outermost."""
    first = max(circles, key=_right_edge)
    at, direction = first, 0.0
    turns: list[tuple[float, Circle]] = []
    while True:
        ahead, found = _overtaken(at, direction, circles)
        direction += ahead
        if found is None or direction > _TURN + _SAME:
            break
        at = found
        turns.append((direction, at))
    return first, turns


def _hull_of_two(a: Circle, b: Circle, grow: float) -> Path:
    """What most parts of a limb are: two arcs between the two common tangents."""
    dx, dy, less = b[0] - a[0], b[1] - a[1], a[2] - b[2]
    far = hypot(dx, dy)
    if far <= abs(less):
        return _arc(*max(a, b, key=_radius), 0.0, _TURN, grow)[:-1]
    half = acos(less / far)
    begin = (atan2(dy, dx) - half) % _TURN
    turned = (begin + 2 * half) % _TURN
    return _arc(*b, begin, begin + 2 * half, grow) + _arc(*a, turned, turned + _TURN - 2 * half, grow)


def _radius(circle: Circle) -> float:
    return circle[2]


def _right_edge(circle: Circle) -> tuple[float, float]:
    """The larger one of two that reach as far is never inside the other."""
    return circle[0] + circle[2], circle[2]


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


@lru_cache(maxsize=_TUBES_KEPT)
def tube(circles: tuple[Circle, ...], opening: float | None = None, grow: float = 0.0) -> Paths:
    """The smooth outline around a chain of circles; its last end is round, or the rim of an opening.

    It is larger by `grow` (see `hull`). `opening` is how much the rim, a flat ring, faces the eye: 1 from the front,
    0 from the side, -1 from behind. What is seen so much from its end that it has no sides is wrapped pair by pair.
    """
    left: Path = []
    right: Path = []
    last = len(circles) - 1
    tx = ty = nx = ny = back = 0.0
    begin = (0.0, 0.0)
    for i, (x, y, r) in enumerate(circles):
        x0, y0, r0 = circles[i - 1 if i else 0]
        x1, y1, r1 = circles[i + 1 if i < last else last]
        far = hypot(x1 - x0, y1 - y0)
        if far * _STEEP <= abs(r1 - r0) or (i and tx * (x1 - x0) + ty * (y1 - y0) < _BENT * far):
            return [hull(pair, 1.0, grow) for pair in pairwise(circles)]
        tx, ty, back = (x1 - x0) / far, (y1 - y0) / far, (r0 - r1) / far
        out, r = sqrt(1.0 - back * back), r + grow
        nx, ny = -ty * out, tx * out
        left.append((int(SCALE * (x + r * (tx * back + nx))), int(SCALE * (y + r * (ty * back + ny)))))
        right.append((int(SCALE * (x + r * (tx * back - nx))), int(SCALE * (y + r * (ty * back - ny)))))
        if not i:
            turn, half = atan2(ty, tx), acos(back)
            begin = turn + half, turn - half + _TURN
    x, y, r = circles[-1]
    if opening is None:
        turn, half = atan2(ty, tx), acos(back)
        cap = _arc(x, y, r, *_upward(turn - half, turn + half), grow)
    else:
        cap = _rim(x + grow * tx, y + grow * ty, r + grow, (tx, ty), -opening)
    return [[*left[::-1], *_arc(*circles[0], *_upward(*begin), grow), *right, *cap]]


def _upward(begin: float, end: float) -> tuple[float, float]:
    """The same arc, with its beginning in the first round."""
    first = begin % _TURN
    return first, first + end - begin


def _rim(x: float, y: float, r: float, along: tuple[float, float], bulge: float) -> Path:
    """Half of a ring that is seen at a slant: it bulges onwards, or back if negative."""
    tx, ty = along
    ways = [(r * sin(turn), r * bulge * cos(turn)) for turn in (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5)]
    return [(int(SCALE * (x - ty * a + tx * b)), int(SCALE * (y + tx * a + ty * b))) for a, b in ways]


def _arc(x: float, y: float, r: float, begin: float, end: float, grow: float = 0.0) -> Path:
    """Points of a circle from one direction to a later one; both ends are exact, those between are of a table."""
    count = _SIDES[bisect(_ROUND_ENOUGH, r)]
    step = _TURN / count
    table = _directions(count)
    x, y, r = x * SCALE, y * SCALE, max(0.0, r + grow) * SCALE
    between = table[int(begin / step) + 1 : int(end / step) + 1]
    ways = ((cos(begin), sin(begin)), *between, (cos(end), sin(end)))
    return [(int(x + r * dx), int(y + r * dy)) for dx, dy in ways]


def opposite(edge: Iterable[Path], outer: Paths) -> Paths:
    """As far inside the edge of a hull or tube as another one of the same circles is outside."""
    pairs = zip(edge, outer, strict=True)
    return [[(2 * x - far, 2 * y - off) for (x, y), (far, off) in zip(*both, strict=True)] for both in pairs]
