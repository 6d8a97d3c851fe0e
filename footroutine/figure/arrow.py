"""The arrow along a movement: what moves most draws its way."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import atan2, copysign, cos, dist, floor, hypot, pi, radians, remainder, sin

from footroutine.domain.exercise import MovementKind
from footroutine.figure import flesh, framing, outline, stance, wrap
from footroutine.figure.camera import Camera
from footroutine.figure.drawing import Point, Shape, filled, line, ring
from footroutine.figure.motion import WAY_STEPS, Shot, Stage
from footroutine.figure.paint import Brush, remembered
from footroutine.figure.skeleton import ANKLE_HEIGHT
from footroutine.figure.space import Vec, mix

TINY = 3.0  # centimetres: a way that short is a curl of the toes
_LEAN = 22.0  # centimetres: the length of the arrow before a body that leans in
STILL = 5.0  # centimetres: an ankle that moves less is what the toes turn about
_BEYOND_TOES, _SHORTEST = 4.0, 11.0  # centimetres: how far outside the toes their arc lies, and its length at least
_GAP = 0.2  # of a circle, between the arrow's tail and its head
_BESIDE = (4.0, 17.0)  # centimetres before the ankle and towards the eye: where on the floor a step's arrow lies
_CLEAR = 0.4  # of a step's way: what is left out beside the other foot
_SHOWN = (0.18, 0.82)  # the part of a swinging leg's way that its arrow takes
# The middle of the arc in which toes curl, in the foot's frame: of toes seen from their inner side, and from the outer
# one, where it would lie on the big toe.
_TOES, _BEYOND_BIG_TOE = (18.6, -3.8, 0.4), (20.8, -4.2, -1.8)
# From there forward and up to the arc's own middle, its radius in centimetres, its ends in degrees: down and in under
# the toes; and out from under them, for an arrow upwards was taken for toes to be lifted.
_GRIP, _RELEASE = (0.0, 0.0, 5.6, 80.0, -62.0), (5.0, 3.0, 7.0, -118.0, -40.0)
_RING_OPACITY = 0.75
_DISC = 7.5  # outlines: how large the sign of a hold is
_BESIDE_CALF = 2.0  # of its size: how far its middle is from the leg
_BOW = tuple(pi * i / 12 for i in range(13))  # the half round of its lock
_HEAD, _HEAD_ROUND = 0.3, 0.16  # of the way, straight or round: a head is never larger, not on a thumbnail either


def mover(ways: Mapping[str, tuple[Vec, ...]]) -> str:
    """What moves most on these ways between two poses: ``toes``, ``ankle``, ``other`` ankle or ``pelvis``."""
    return max(ways, key=lambda name: dist(ways[name][0], ways[name][-1]))


def paint(brush: Brush, shot: Shot, *, told_in_inset: bool = False, close: bool = False) -> None:
    """Paint the arrow of the shot's movement, if it has one; a circle's goes round the toes if they are `close`.

    A circle that is told in an inset, from another side, has there its only arrow; the main picture has a line.
    """
    movement = shot.movement
    if movement is None or not movement.arrow:
        return
    if movement.kind is MovementKind.HOLD:
        _hold(brush, shot)
        return
    if shot.circles and told_in_inset:
        _quiet(brush, tuple(_circle(brush, shot, close=False)), shot.weight)
        return
    if shot.circles:
        _draw(brush, _round(_circle(brush, shot, close=close), shot), shot.weight, dot=True)
        return
    for points in _ways(brush.camera, shot.stage, shot.pose_from, shot.pose_to):
        _draw(brush, points, shot.weight, dot=False)


def _hold(brush: Brush, shot: Shot) -> None:
    """A closed lock where it is felt, or where each arrow of the movement that led here ended.

    Without it a hold looks like a rest. Two upright bars were taken for a pause.
    """
    exercise = shot.stage.exercise
    if shot.view.glow == "calf" and shot.view.framing == "body":  # the others show less than a calf
        size = _DISC * brush.ink
        _lock(brush, _behind_calf(brush.camera, shot.stage, shot.pose_to, _BESIDE_CALF * size), shot.weight)
        return
    travels = [m for m in exercise.all_movements() if m.kind is MovementKind.TRAVEL and m.pose == shot.pose_to]
    for travel in travels[:1]:
        begin = exercise.pose_before(travel.id, first=True)
        for points in _ways(brush.camera, shot.stage, begin, shot.pose_to):
            _lock(brush, points[-1], shot.weight)


@lru_cache(maxsize=16)
def _behind_calf(camera: Camera, stage: Stage, pose: str, away: float) -> Point:
    """So many pixels behind the calf that is stretched, or at its side if that is seen better.

    Before the hips, where the arrow had ended, readers did not see what it belongs to.
    """
    bones = stance.body(stage.poses[pose]).legs[0]
    calf = flesh.leg(bones).calf
    x, y, r = camera.circle(calf[len(calf) // 2])
    x0, y0 = camera.point(bones.shin.at)
    beside = (camera.point(bones.shin.point(*way)) for way in ((-1.0, 0.0, 0.0), (0.0, 0.0, bones.sign)))
    far, dx, dy = max((hypot(x1 - x0, y1 - y0), x1 - x0, y1 - y0) for x1, y1 in beside)
    return x + (r + away) / far * dx, y + (r + away) / far * dy


def _circle(brush: Brush, shot: Shot, *, close: bool) -> list[Point]:
    """The way of the toe tip, from the top: widened, or from close made round, so that all toes are within."""
    everywhere = [brush.camera.point(tip) for tip in shot.stage.circle(shot.pose_to)]
    count = len(everywhere)
    middle = (sum(p[0] for p in everywhere) / count, sum(p[1] for p in everywhere) / count)
    if not close:
        return [_away(p, middle, framing.AROUND_CIRCLE) for p in everywhere]
    x, y, r = brush.camera.circle(framing.ring(shot.stage, shot.pose_to, brush.camera.look))
    begin = atan2(everywhere[0][1] - middle[1], everywhere[0][0] - middle[0])
    quarter = everywhere[count // 4]
    way = cos(begin) * (quarter[1] - middle[1]) - sin(begin) * (quarter[0] - middle[0])
    turns = [begin + copysign(2 * pi, way) * i / count for i in range(count)]
    return [(x + r * cos(turn), y + r * sin(turn)) for turn in turns]


def _round(points: list[Point], shot: Shot) -> tuple[Point, ...]:
    """The circle, most of the way round, its head ahead of the toes."""
    direction, count = shot.direction, 40
    ahead = shot.arrow_turn + direction * 0.16
    turns = [ahead - direction * (1.0 - _GAP) * (1.0 - i / count) for i in range(count + 1)]
    return tuple([_on(points, t * len(points)) for t in turns])


def _on(around: list[Point], place: float) -> Point:
    """A place on a ring of points: between two of them on the straight line."""
    whole = floor(place)
    (x0, y0), (x1, y1) = around[whole % len(around)], around[(whole + 1) % len(around)]
    return mix(x0, x1, place - whole), mix(y0, y1, place - whole)


def _away(point: Point, middle: Point, factor: float) -> Point:
    return middle[0] + (point[0] - middle[0]) * factor, middle[1] + (point[1] - middle[1]) * factor


@lru_cache(maxsize=16)
def _ways(camera: Camera, stage: Stage, pose_from: str, pose_to: str) -> tuple[tuple[Point, ...], ...]:
    """The ways of what moves between the two poses: of toes that curl one each foot, else of what moves most."""
    ways = stage.ways(pose_from, pose_to)
    name = mover(ways)
    way = ways[name]
    if dist(way[0], way[-1]) < TINY:
        return tuple(_curls(camera, stage, pose_from, pose_to))
    if name == "pelvis":
        return (tuple(_lean(camera, way)),)
    if name == "toes" and dist(ways["ankle"][0], ways["ankle"][-1]) < STILL:
        return (tuple(_turn(camera, way, ways["ankle"][0])),)
    if not framing.swings(ways):
        return (tuple(_step(camera, way, ways["ankle" if name == "other" else "other"][0])),)
    return (tuple(_swing(camera, ways)),)


def _turn(camera: Camera, way: tuple[Vec, ...], ankle: Vec) -> list[Point]:
    """An arc about the ankle, outside the way of the toes; a short way's arc is drawn longer, to be seen."""
    (x, y), (x0, y0), (x1, y1) = (camera.point(p) for p in (ankle, way[0], way[-1]))
    begin, turn = atan2(y0 - y, x0 - x), remainder(atan2(y1 - y, x1 - x) - atan2(y0 - y, x0 - x), 2 * pi)
    beyond = _BEYOND_TOES * camera.scale
    r0, r1 = hypot(x0 - x, y0 - y) + beyond, hypot(x1 - x, y1 - y) + beyond
    missing = max(0.0, _SHORTEST * camera.scale / max(r0, r1) - abs(turn)) / 2
    begin, turn = begin - copysign(missing, turn), turn + copysign(2 * missing, turn)
    steps = [(begin + turn * i / 12, r0 + (r1 - r0) * i / 12) for i in range(13)]
    return [(x + r * cos(angle), y + r * sin(angle)) for angle, r in steps]


def _lean(camera: Camera, way: tuple[Vec, ...]) -> list[Point]:
    """Straight ahead of the hips."""
    (x0, y0), (x1, y1) = camera.point(way[0]), camera.point(way[-1])
    far = hypot(x1 - x0, y1 - y0) / camera.scale or 1.0
    dx, dy = (x1 - x0) / far, (y1 - y0) / far
    return [(x0 + dx * (13.0 + _LEAN * i / 8), y0 + dy * (13.0 + _LEAN * i / 8)) for i in range(9)]


def _step(camera: Camera, way: tuple[Vec, ...], other: Vec) -> list[Point]:
    """On the floor beside the way of a foot, on the side of the eye, where no leg is in between.

    Below the other foot there is none of it: readers took that for the one that steps.
    """
    (x0, y, z), x1 = way[0], way[-1][0]
    before, aside = _BESIDE
    z += aside if camera.depth((0.0, 0.0, 1.0)) > camera.depth((0.0, 0.0, 0.0)) else -aside
    begin, end = (_CLEAR, 1.0) if abs(x0 - other[0]) < abs(x1 - other[0]) else (0.0, 1.0 - _CLEAR)
    places = (mix(x0, x1, mix(begin, end, i / 8)) for i in range(9))
    return [camera.point((x + before, y - ANKLE_HEIGHT, z)) for x in places]


def _swing(camera: Camera, ways: dict[str, tuple[Vec, ...]]) -> list[Point]:
    """Outside the way of the toes of a leg that is lifted or lowered, without its ends."""
    begin, end = (round(part * WAY_STEPS) for part in _SHOWN)
    points = [camera.point(p) for p in framing.outside(ways)[begin : end + 1]]
    for _ in range(2):
        points = _rounder(points)
    return points


def _rounder(points: list[Point]) -> list[Point]:
    """The line with each corner cut at a quarter of its sides (Chaikin's way)."""
    cut = [(mix(a[0], b[0], t), mix(a[1], b[1], t)) for a, b in pairwise(points) for t in (0.25, 0.75)]
    return [points[0], *cut, points[-1]]


def _curls(camera: Camera, stage: Stage, pose_from: str, pose_to: str) -> Iterator[tuple[Point, ...]]:
    """An arc before the toes of each foot that works: down and under when they grip, out and up when they let go."""
    before, after = stage.poses[pose_from], stage.poses[pose_to]
    grips = after.angles.get("worked.toe_curl", 0.0) - before.angles.get("worked.toe_curl", 0.0)
    if not grips:
        return
    ahead, above, radius, begin, end = _GRIP if grips > 0 else _RELEASE
    angles = [radians(mix(begin, end, i / 10)) for i in range(11)]
    legs = stance.body(after).legs if stage.both else stance.body(after).legs[:1]
    for leg in legs:
        faces = camera.depth(leg.foot.point(0.0, 0.0, leg.sign)) - camera.depth(leg.foot.at)
        forward, up, outward = _BEYOND_BIG_TOE if faces > 0.0 else _TOES
        foot = leg.foot.moved(forward + ahead, up + above, outward * leg.sign)
        yield tuple([camera.point(foot.point(radius * cos(a), radius * sin(a), 0.0)) for a in angles])


@remembered
def _lock(brush: Brush, at: Point, opacity: float) -> None:
    x, y = at
    size = brush.ink * _DISC
    for role, r in (("arrow_halo", size + 1.1 * brush.ink), ("arrow", size)):
        brush.fill([wrap.hull(((x, y, r),))], role, opacity)
    bow = [(x - 0.27 * size * cos(turn), y - (0.2 + 0.3 * sin(turn)) * size) for turn in _BOW]
    brush.shapes.append(line(((bow[0][0], y), *bow, (bow[-1][0], y)), "arrow_halo", 0.17 * size, opacity))
    corners = [(x + dx * size, y + dy * size, 0.1 * size) for dx in (-0.36, 0.36) for dy in (0.0, 0.42)]
    brush.fill([wrap.hull(tuple(corners))], "arrow_halo", opacity)


@remembered
def _quiet(brush: Brush, points: tuple[Point, ...], opacity: float) -> None:
    """A thin closed line without a head."""
    brush.shapes.append(Shape((ring(points),), None, "arrow", brush.ink * 1.6, opacity * _RING_OPACITY))


@remembered
def _draw(brush: Brush, points: tuple[Point, ...], opacity: float, *, dot: bool) -> None:
    """A rounded shaft and a head along its last stretch, with a halo that parts them from what is behind.

    A `dot` marks where a circle begins.
    """
    size = min(brush.ink * 6.5, (_HEAD_ROUND if dot else _HEAD) * sum(dist(a, b) for a, b in pairwise(points)))
    tip = points[-1]
    back = next((p for p in reversed(points) if hypot(tip[0] - p[0], tip[1] - p[1]) >= size * 1.1), points[0])
    dx, dy = tip[0] - back[0], tip[1] - back[1]
    far = hypot(dx, dy) or 1.0
    dx, dy = dx / far, dy / far
    neck = (tip[0] - dx * size * 0.4, tip[1] - dy * size * 0.4)
    shaft = [p for p in points if hypot(tip[0] - p[0], tip[1] - p[1]) >= size * 0.9]
    head = (
        (tip[0] + dx * size * 0.8, tip[1] + dy * size * 0.8),
        (neck[0] - dx * size * 0.5 - dy * size * 0.85, neck[1] - dy * size * 0.5 + dx * size * 0.85),
        (neck[0] - dx * size * 0.5 + dy * size * 0.85, neck[1] - dy * size * 0.5 - dx * size * 0.85),
    )
    width = size * 0.46
    along = (*shaft, (tip[0] - dx * size * 0.9, tip[1] - dy * size * 0.9))  # in a faint arrow it would show in the head
    brush.shapes.append(line(along, "arrow_halo", width + 2.2 * brush.ink, opacity))
    brush.fill(outline.grown([outline.scaled(head)], 1.1 * brush.ink + 1.0), "arrow_halo", opacity)
    brush.shapes.append(line(along, "arrow", width, opacity))
    if dot:
        brush.fill([wrap.hull(((*points[0], size * 0.5),))], "arrow", opacity)
    brush.shapes.append(filled(outline.rings(outline.grown([outline.scaled(head)], 1.0)), "arrow", opacity))
