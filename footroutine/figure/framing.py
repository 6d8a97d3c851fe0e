"""Where the eye is: a camera that keeps the whole movement in the picture."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from math import asin, degrees, hypot

from footroutine.domain.exercise import Posture, Side
from footroutine.figure import camera, flesh, motion, stance
from footroutine.figure.camera import Camera, Look
from footroutine.figure.drawing import Box
from footroutine.figure.motion import ROUND_STEPS, Shot, Stage
from footroutine.figure.skeleton import SHIN, Body
from footroutine.figure.space import Ball, mix

_MARGIN, _TOP, _CAPTION = 0.05, 0.05, 0.14  # of the sheet: at the sides, above, and below for the caption
_SHIN_SEEN = 0.42  # of the shin, in a close-up
AROUND_CIRCLE = 1.45  # how much wider than the way of the toe tip its arrow is
_ARROW_ROOM = (24.0, -5.5, 0.0, 1.5)  # beyond the toes, in the foot's frame
_LARGE = 200.0  # pixels: a sheet from which an inset can be seen
PANEL, PANEL_MARGIN = 0.33, 0.03  # an inset's side and its distance from the corner, of the sheet's shorter side
INSET_LOOK = Look(28.0, 8.0)  # at the whole body beside a close-up


def camera_of(shot: Shot, width: float, height: float) -> Camera:
    """The camera of the shot; between two views it moves as the movement goes on."""
    stage, view, before, t = shot.stage, shot.view, shot.view_before, shot.way
    beside = _is_large(width, height) and view.inset
    beside = beside and (view.framing != "body" or stage.exercise.posture is not Posture.LYING)
    area = _area(width, height, beside_panel=beside, mirrored=shot.side is Side.LEFT)
    look, box = Look(view.yaw, view.pitch), box_of(stage, view.yaw, view.pitch, view.framing)
    if view != before and t < 1.0:
        old = box_of(stage, before.yaw, before.pitch, before.framing)
        look = Look(mix(before.yaw, view.yaw, t), mix(before.pitch, view.pitch, t))
        box = Box(*(mix(a, b, t) for a, b in zip(old, box, strict=True)))
    return camera.fitted(look, box, area)


def _area(width: float, height: float, *, beside_panel: bool, mirrored: bool) -> Box:
    """Where the picture's contents go: above the caption, and beside the inset unless they lie below it."""
    left, right = width * _MARGIN, width * (1 - _MARGIN)
    if beside_panel:
        beside = (PANEL + PANEL_MARGIN) * min(width, height)
        left, right = (left + beside, right) if mirrored else (left, right - beside)
    return Box(left, height * _TOP, right, height * (1 - _CAPTION))


def _is_large(width: float, height: float) -> bool:
    return min(width, height) >= _LARGE


def has_inset(shot: Shot, width: float, height: float) -> bool:
    """Whether the picture has an inset: on a thumbnail nobody could see what is in it."""
    view = shot.view
    return view.inset and _is_large(width, height) and (view.framing != "body" or shot.circles)


def panel(width: float, height: float, *, mirrored: bool) -> Box:
    """Where the inset goes: the upper right corner; `mirrored` is for a sheet that is mirrored afterwards."""
    size, margin = (share * min(width, height) for share in (PANEL, PANEL_MARGIN))
    left = margin if mirrored else width - margin - size
    return Box(left, margin, left + size, margin + size)


@lru_cache(maxsize=64)
def box_of(stage: Stage, yaw: float, pitch: float, framing: str) -> Box:
    """The box, in centimetres, around what the framing shows in every pose of the exercise."""
    exercise = stage.exercise
    names = {exercise.start_pose, *(m.pose for m in exercise.all_movements())}
    bodies = [stance.body(stage.poses[name]) for name in sorted(names)]
    circled = {m.pose for m in exercise.all_movements() if m.cycle is not None}
    rounds = [ball for name in sorted(circled) for ball in round_room(stage, name)]
    return camera.bounds(Look(yaw, pitch), chain(rounds, *(_framed(body, framing, stage) for body in bodies)))


def round_room(stage: Stage, pose: str) -> list[Ball]:
    """The room that a circle's arrow takes: the way of the toe tip, widened."""
    tips = stage.circle(pose)
    x, y, z = (sum(tip[axis] for tip in tips) / len(tips) for axis in range(3))
    wide = AROUND_CIRCLE
    return [Ball(mix(x, tip[0], wide), mix(y, tip[1], wide), mix(z, tip[2], wide), _ARROW_ROOM[3]) for tip in tips]


def _framed(body: Body, framing: str, stage: Stage) -> Iterable[Ball]:
    if framing == "body":
        return flesh.every_ball(body)
    if framing == "legs":
        return (ball for bones in body.legs for ball in flesh.leg(bones).foot.every_ball())
    return (ball for index in ((0, 1) if stage.both else (0,)) for ball in _close_up(body, index))


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
    return camera.bounds(look, [*balls, *round_room(stage, pose)])
