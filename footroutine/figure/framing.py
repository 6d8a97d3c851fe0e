"""Where the eye is: a camera that keeps the whole movement in the picture."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from math import asin, degrees, hypot

from footroutine.domain.exercise import CLOSE_UPS, MovementKind, Posture, View
from footroutine.figure import camera, flesh, motion, stance
from footroutine.figure.camera import Camera, Look
from footroutine.figure.drawing import Box
from footroutine.figure.motion import ROUND_STEPS, Shot, Stage
from footroutine.figure.skeleton import SHIN, Body
from footroutine.figure.space import Ball, Vec, mix

_MARGIN, _TOP, _CAPTION = 0.05, 0.05, 0.14  # of the sheet: at the sides, above, and below for the caption
_SHIN_SEEN = 0.42  # of the shin, in a close-up
AROUND_CIRCLE = 1.45  # how much wider than the way of the toe tip its arrow is
_ARROW_ROOM = (24.0, -5.5, 0.0, 3.0)  # beyond the toes, in the foot's frame
_MIDDLE_OF_TOES, _LITTLE_TIP = (16.0, -6.9, 0.6), (13.6, -7.0, 4.0)  # in the foot's frame
_CHAIR = tuple(Ball(-18.0, y, z, 2.0) for y in (0.0, 86.0) for z in (-19.0, 19.0))  # its back
_MAT = tuple(
    Ball(x, 0.0, z, 0.0) for x in stance.MAT_ENDS for z in (-stance.MAT_HALF_WIDTH, stance.MAT_HALF_WIDTH)
)  # its corners
_FURNITURE = {Posture.SITTING: _CHAIR, Posture.LYING: _MAT}
_SWING, _OUTSIDE = 5.0, 7.0  # centimetres: a leg that rises or sinks more swings; how far outside it its arrow is
_BESIDE_BODY = 0.25  # of an inset: for so much of it a whole body makes room
_ARROW_WIDE = 2.0  # centimetres from a ring to the toes within it, and to the edge around it
_LARGE = 200.0  # pixels: a sheet from which an inset can be seen
PANEL, PANEL_OF_CIRCLE, PANEL_MARGIN = 0.33, 0.38, 0.03  # of the sheet's shorter side: an inset, and from the corner
INSET_LOOK = Look(28.0, 8.0)  # at the whole body beside a close-up


def camera_of(shot: Shot, width: float, height: float) -> Camera:
    """The camera of the shot; between two views it moves as the movement goes on."""
    stage, view, before, t = shot.stage, shot.view, shot.view_before, shot.way
    posture = stage.exercise.posture
    wide = panel(posture, view, width, height).width if _is_large(width, height) and view.inset else 0.0
    if view.framing == "body":  # its feet are below the inset
        wide *= 0.0 if posture is Posture.LYING else _BESIDE_BODY
    area = _area(width, height, wide)
    look, box = Look(view.yaw, view.pitch), box_of(stage, view.yaw, view.pitch, view.framing)
    if view != before and t < 1.0:
        old = box_of(stage, before.yaw, before.pitch, before.framing)
        look = Look(mix(before.yaw, view.yaw, t), mix(before.pitch, view.pitch, t))
        box = Box(*(mix(a, b, t) for a, b in zip(old, box, strict=True)))
    return camera.fitted(look, box, area)


def _area(width: float, height: float, inset: float) -> Box:
    """Where the picture's contents go: above the caption, and beside an inset so wide unless they lie below it."""
    return Box(width * _MARGIN, height * _TOP, width * (1 - _MARGIN) - inset, height * (1 - _CAPTION))


def _is_large(width: float, height: float) -> bool:
    return min(width, height) >= _LARGE


def has_inset(shot: Shot, width: float, height: float) -> bool:
    """Whether the picture has an inset: on a thumbnail nobody could see what is in it."""
    view = shot.view
    return view.inset and _is_large(width, height) and (view.framing != "body" or shot.circles)


def panel(posture: Posture, view: View, width: float, height: float) -> Box:
    """Where the inset goes: the upper corner to which the foot points; a circling foot needs more room.

    The foot of the leg that a lying person raises points over their head.
    """
    whole = view.framing == "body"
    size, margin = (share * min(width, height) for share in (PANEL_OF_CIRCLE if whole else PANEL, PANEL_MARGIN))
    left = margin if whole and posture is Posture.LYING else width - margin - size
    return Box(left, margin, left + size, margin + size)


@lru_cache(maxsize=64)
def box_of(stage: Stage, yaw: float, pitch: float, framing: str) -> Box:
    """The box, in centimetres, around what the framing shows in every pose of the exercise."""
    exercise = stage.exercise
    names = {exercise.start_pose, *(m.pose for m in exercise.all_movements())}
    bodies = [stance.body(stage.poses[name]) for name in sorted(names)]
    look = Look(yaw, pitch)
    return camera.bounds(
        look, chain(_arrow_room(stage, look, framing), *(_framed(body, framing, stage) for body in bodies))
    )


def _arrow_room(stage: Stage, look: Look, framing: str) -> Iterator[Ball]:
    """The room that arrows around circles and outside a leg's swing take."""
    exercise, close = stage.exercise, framing in CLOSE_UPS
    for movement in exercise.all_movements():
        if movement.cycle is not None and close:
            around = ring(stage, movement.pose, look)
            yield around._replace(r=around.r + _ARROW_WIDE)
        elif movement.cycle is not None:
            yield from round_room(stage, movement.pose)
        elif framing == "body" and movement.kind is MovementKind.TRAVEL:
            ways = stage.ways(exercise.pose_before(movement.id, first=True), movement.pose)
            if swings(ways):
                yield from (Ball(*p, _ARROW_WIDE) for p in outside(ways))


def swings(ways: Mapping[str, tuple[Vec, ...]]) -> bool:
    """Whether the worked leg is lifted or lowered on these ways between two poses."""
    ankle = ways["ankle"]
    return abs(ankle[0][1] - ankle[-1][1]) > _SWING


def outside(ways: Mapping[str, tuple[Vec, ...]]) -> list[Vec]:
    """The way of the toes of a leg that swings, moved away from the hips."""
    hx, hy, _ = ways["pelvis"][0]
    further = [(p, 1.0 + _OUTSIDE / hypot(p[0] - hx, p[1] - hy)) for p in ways["toes"]]
    return [(mix(hx, x, more), mix(hy, y, more), z) for (x, y, z), more in further]


def round_room(stage: Stage, pose: str) -> list[Ball]:
    """The room that a circle's arrow takes: the way of the toe tip, widened."""
    tips = stage.circle(pose)
    x, y, z = (sum(tip[axis] for tip in tips) / len(tips) for axis in range(3))
    wide = AROUND_CIRCLE
    return [Ball(mix(x, tip[0], wide), mix(y, tip[1], wide), mix(z, tip[2], wide), _ARROW_ROOM[3]) for tip in tips]


def _framed(body: Body, framing: str, stage: Stage) -> Iterable[Ball]:
    if framing == "body":
        return chain(flesh.every_ball(body), _FURNITURE.get(stage.exercise.posture, ()))
    if framing == "legs":
        return (ball for bones in body.legs for ball in flesh.leg(bones).foot.every_ball())
    return (ball for index in ((0, 1) if stage.both or framing == "feet" else (0,)) for ball in _close_up(body, index))


def _close_up(body: Body, index: int) -> Iterator[Ball]:
    bones = body.legs[index]
    yield from flesh.leg(bones).foot.every_ball()
    yield bones.shin.ball(0.0, -SHIN * (1.0 - _SHIN_SEEN), 0.0, 4.0)
    yield bones.foot.ball(*_ARROW_ROOM)


def own_look(body: Body) -> Look:
    """The look from the person's own eyes at their worked foot, drawn in a little towards where its toes point."""
    ex, ey = motion.towards_own_eye(body)
    return Look(-90.0, degrees(asin(ey / hypot(ex, ey))))


@lru_cache(maxsize=32)
def own_box(stage: Stage, pose: str, look: Look) -> Box:
    """The box around the worked foot on its whole circle, as the person sees it."""
    balls: list[Ball] = []
    for i in range(0, ROUND_STEPS, 4):
        body = stance.body(motion.circled(stage.poses[pose], i / ROUND_STEPS, 1.0))
        balls += flesh.leg(body.legs[0]).foot.every_ball()
    around = ring(stage, pose, look)
    return camera.bounds(look, [*balls, around._replace(r=around.r + _ARROW_WIDE)])


@lru_cache(maxsize=32)
def ring(stage: Stage, pose: str, look: Look) -> Ball:
    """A ball that looks as large as the ring outside which no toe comes on the whole circle, as the person sees it."""
    feet = [stance.body(motion.circled(stage.poses[pose], i / 8, 1.0)).legs[0].foot for i in range(8)]
    middles = [foot.point(*_MIDDLE_OF_TOES) for foot in feet]
    x, y, z = (sum(middle[axis] for middle in middles) / len(feet) for axis in range(3))
    right, up, _ = look.seen((x, y, z))
    tips = [look.seen(foot.point(*tip)) for foot in feet for tip in (motion.TOE_TIP, _LITTLE_TIP)]
    return Ball(x, y, z, max(hypot(tip[0] - right, tip[1] - up) for tip in tips) + _ARROW_WIDE)
