"""The arrow along a movement: what moves most draws its way."""

from math import cos, dist, hypot, radians, sin

from footroutine.domain.exercise import MovementKind
from footroutine.figure import outline, stance
from footroutine.figure.drawing import Point, filled, line
from footroutine.figure.framing import AROUND_CIRCLE
from footroutine.figure.motion import Shot
from footroutine.figure.paint import Brush, remembered

_TINY = 3.0  # centimetres: a way that short is a curl of the toes
_LEAN = 22.0  # centimetres: the length of the arrow before a body that leans in
_STILL = 5.0  # centimetres: an ankle that moves less is what the toes turn about
_AROUND_ANKLE = 1.2
_GAP = 0.2  # of a circle, between the arrow's tail and its head


def is_behind(shot: Shot) -> bool:
    """Whether the arrow is the other leg's, and goes behind the near one: so it is seen which foot steps."""
    return _has_arrow(shot) and not shot.circles and _mover(shot) == "other"


def _has_arrow(shot: Shot) -> bool:
    movement = shot.movement
    return movement is not None and movement.arrow and movement.kind is not MovementKind.HOLD


def _mover(shot: Shot) -> str:
    """What moves most between the two poses."""
    ways = shot.stage.ways(shot.pose_from, shot.pose_to)
    return max(ways, key=lambda name: dist(ways[name][0], ways[name][-1]))


def paint(brush: Brush, shot: Shot) -> None:
    """Paint the arrow of the shot's movement, if it has one."""
    if not _has_arrow(shot):
        return
    points = _round(brush, shot) if shot.circles else _way(brush, shot)
    if len(points) > 2:
        _draw(brush, tuple(points), shot.weight)


def _round(brush: Brush, shot: Shot) -> list[Point]:
    """The circle of the toe tip, most of the way round, its head ahead of the toes."""
    direction = shot.direction
    count = 30
    ahead = shot.arrow_turn + direction * 0.16
    turns = [ahead - direction * (1.0 - _GAP) * (1.0 - i / count) for i in range(count + 1)]
    tips = shot.stage.circle(shot.pose_to)
    points = [brush.camera.point(tips[round(t * len(tips)) % len(tips)]) for t in turns]
    everywhere = [brush.camera.point(tip) for tip in tips]
    middle = (sum(p[0] for p in everywhere) / len(tips), sum(p[1] for p in everywhere) / len(tips))
    return [_away(p, middle, AROUND_CIRCLE) for p in points]


def _away(point: Point, middle: Point, factor: float) -> Point:
    return middle[0] + (point[0] - middle[0]) * factor, middle[1] + (point[1] - middle[1]) * factor


def _way(brush: Brush, shot: Shot) -> list[Point]:
    """The way of what moves most between the two poses."""
    ways = shot.stage.ways(shot.pose_from, shot.pose_to)
    name = _mover(shot)
    way = ways[name]
    length = dist(way[0], way[-1])
    camera = brush.camera
    if length < _TINY:
        return _curl(brush, shot)
    points = [camera.point(p) for p in way]
    if name == "toes" and dist(ways["ankle"][0], ways["ankle"][-1]) < _STILL:
        pivot = camera.point(ways["ankle"][0])
        return [_away(p, pivot, _AROUND_ANKLE) for p in points]
    if name == "pelvis":
        (x0, y0), (x1, y1) = points[0], points[-1]
        dx, dy = (x1 - x0) * _LEAN / length, (y1 - y0) * _LEAN / length
        x0 += 13.0 * camera.scale
        return [(x0 + dx * i / 8, y0 + dy * i / 8) for i in range(9)]
    return points


def _curl(brush: Brush, shot: Shot) -> list[Point]:
    """An arc before the toes, downwards when they grip and upwards when they let go."""
    poses = shot.stage.poses
    before, after = poses[shot.pose_from], poses[shot.pose_to]
    grips = after.angles.get("worked.toe_curl", 0.0) - before.angles.get("worked.toe_curl", 0.0)
    if not grips:
        return []
    foot = stance.body(after).legs[0].foot.moved(13.2, -6.4, 0.0)
    angles = [62.0 - 9.0 * i for i in range(9)]
    arc = [brush.camera.point(foot.point(9.0 * cos(radians(a)), 9.0 * sin(radians(a)), 1.0)) for a in angles]
    return arc if grips > 0 else arc[::-1]


@remembered
def _draw(brush: Brush, points: tuple[Point, ...], opacity: float) -> None:
    """A rounded shaft and a head along its last stretch, with a halo that parts them from what is behind."""
    size = brush.ink * 6.5
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
    ring = (*shaft, neck)
    brush.shapes.append(line(ring, "arrow_halo", width + 2.2 * brush.ink, opacity))
    brush.fill(outline.grown([outline.scaled(head)], 1.1 * brush.ink + 1.0), "arrow_halo", opacity)
    brush.shapes.append(line(ring, "arrow", width, opacity))
    brush.shapes.append(filled(outline.rings(outline.grown([outline.scaled(head)], 1.0)), "arrow", opacity))
