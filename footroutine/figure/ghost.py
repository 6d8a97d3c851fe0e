"""Where a limb came from: a dashed outline behind it, so that a still picture shows how far it has gone.

Only what can be told from the limbs that are there: an outline in pieces between two legs says nothing.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import dist

from footroutine.domain.exercise import MovementKind
from footroutine.figure import arrow, flesh, foot, framing, outline, person, stance
from footroutine.figure.drawing import Point, Ring, Shape, points, ring
from footroutine.figure.motion import Shot, Stage
from footroutine.figure.paint import Brush, remembered, solid
from footroutine.figure.skeleton import Leg
from footroutine.figure.wrap import Paths

_DASH, _SPACE = 3.5, 4.5  # outlines; the round ends of a dash make it one longer
_FILLET, _FILL = 1.2, 0.13  # centimetres; opacity
_APART = 12.0  # centimetres on the sheet: a foot that was closer to the other one is lost among its lines


def paint(brush: Brush, shot: Shot) -> None:
    """Paint where the moving leg was, if it has an arrow's way to go, or holds a close-up's end of it.

    On its way it shows where that began: the start, ahead of a limb that comes back past it, was taken for its goal.
    """
    movement, start = shot.movement, shot.stage.exercise.start_pose
    if movement is None or not movement.arrow or movement.kind is MovementKind.CYCLE:
        return
    holds = movement.kind is MovementKind.HOLD
    moved = "toes" if shot.view.is_close else "nothing"
    if not holds:
        moved = arrow.mover(shot.stage.ways(shot.pose_from, shot.pose_to))
    pose = start if holds else shot.pose_from
    ways = shot.stage.ways(pose, shot.pose_to)
    if shot.view.glow == "toes" and not holds:
        legs = stance.body(shot.stage.poses[shot.pose_from]).legs
        for bones in legs if shot.stage.both else legs[:1]:
            _gripped(brush, bones, stance.ground(shot.stage.exercise.posture), opacity=shot.weight)
    if moved not in ("toes", "ankle", "other") or dist(ways[moved][0], ways[moved][-1]) < arrow.TINY:
        return
    leg = 1 if moved == "other" else 0
    bones, beside = _bones(shot.stage, pose, leg), _bones(shot.stage, shot.pose_to, 1 - leg)
    if shot.view.is_close:
        _dashed(brush, bones, "forefoot", opacity=shot.weight)
    elif dist(*(brush.camera.point(each.foot.at) for each in (bones, beside))) > _APART * brush.camera.scale:
        _dashed(brush, bones, "leg" if framing.swings(ways) else "foot", opacity=shot.weight)


@lru_cache(maxsize=16)
def _bones(stage: Stage, pose: str, leg: int) -> Leg:
    """A leg of a pose, toes at rest."""
    return stance.body(stage.poses[pose]).legs[leg]._replace(curl=0.0)


@remembered
def _dashed(brush: Brush, bones: Leg, part: str, *, opacity: float) -> None:
    """A ``leg``, its ``foot``, or in a close-up its ``forefoot``: the heel's outline would peep out behind the heel."""
    limb = flesh.far_leg(bones)
    groups: flesh.Hulls = limb.foot.hulls
    if part == "leg":
        whole = solid(brush.camera, brush.sheet, (*limb.ankle, *groups), _FILLET, (limb.thigh, limb.shin))
    else:
        whole = solid(brush.camera, brush.sheet, foot.front(bones) if part == "forefoot" else groups, _FILLET)
    brush.fill(whole, "ghost", _FILL * opacity)
    _dashes(brush, whole, opacity)


@remembered
def _gripped(brush: Brush, bones: Leg, floor: float, *, opacity: float) -> None:
    """Where toes that let go have gripped: flat toes and an arrow alone were taken for toes to be lifted."""
    _dashes(brush, person.spot(brush, bones, floor), opacity)


def _dashes(brush: Brush, whole: Paths, opacity: float) -> None:
    dash, space = _DASH * brush.ink, _SPACE * brush.ink
    lines = [ring(line) for edge in outline.rings(whole) for line in dashed(edge, dash, space)]
    if lines:
        brush.shapes.append(Shape(tuple(lines), None, "ghost", brush.ink, opacity, closed=False))


def dashed(edge: Ring, dash: float, space: float) -> Iterator[list[Point]]:
    """A closed line cut into dashes, lengths in pixels."""
    around = list(points(edge))
    left, drawn, piece = dash, True, around[:1]
    for a, b in zip(around, around[1:] + around[:1], strict=True):
        at, far = 0.0, dist(a, b)
        while far - at > left:
            at += left
            corner: Point = (a[0] + (b[0] - a[0]) * at / far, a[1] + (b[1] - a[1]) * at / far)
            if drawn:
                yield [*piece, corner]
            drawn, piece = not drawn, [corner]
            left = dash if drawn else space
        left -= far - at
        piece.append(b)
    if drawn:
        yield piece
