"""From a moment to a stance: eased travel, breathing in holds, circling of the ankle."""

from dataclasses import replace
from functools import lru_cache
from math import cos, dist, hypot, pi, sin
from typing import NamedTuple

from footroutine.domain.exercise import Cycle, Exercise, Moment, Movement, MovementKind, Side, View
from footroutine.figure import skeleton, stance
from footroutine.figure.same import Same
from footroutine.figure.skeleton import WORKED, Body
from footroutine.figure.space import Vec, mix
from footroutine.figure.stance import Rest, Stance

TOE_TIP: Vec = (18.5, -6.9, -2.4)  # of the big toe, in the foot's frame
# Circling: the middle and the swing of each joint, in degrees, well inside their limits.
FLEX_MIDDLE, FLEX_SWING = -1.0, 23.0
RESTING_FLEX_MIDDLE, RESTING_FLEX_SWING = 3.0, 17.0  # with the heel down, the toes must stay off the floor
TURN_MIDDLE, TURN_SWING = 7.0, 22.0
_TOWARDS_TOES = 0.35
SWELL = 0.6  # seconds in which a circle grows from the pose, and shrinks back into it
BREATH = 4.0  # seconds
ROUND_STEPS, WAY_STEPS = 48, 20
PER_SECOND = 30  # pictures of a movement; between two of them nothing is drawn anew
# A way has so many places, each less than half a pixel from the next in the window. They are powers of two, so that the
# way back gives exactly the same ones.
WAY_GRID, TOES_GRID, TOES_ALONE = 1024, 64, 3.0  # the last in centimetres
BREATH_STEPS = 6  # from the middle to breathed in: each moves the chest by less than a third of a pixel in the window


class Stage:
    """An exercise's poses, settled once, for one leg or for both."""

    def __init__(self, exercise: Exercise, *, both: bool) -> None:
        self.exercise, self.both = exercise, both
        self.poses: dict[str, Stance] = {}
        for name in (exercise.start_pose, *exercise.poses):
            if name not in self.poses:
                self.poses[name] = stance.settle(exercise.posture, self._shared(name), tuple(self.poses.values()))
        feet = [leg.foot.at[0] for placed in self.poses.values() for leg in stance.body(placed).legs]
        self.feet = min(feet), max(feet)  # how far back and forth the ankles are in any pose
        self._senses: dict[str, float] = {}
        self._circles: dict[str, tuple[Vec, ...]] = {}
        self._ways: dict[tuple[str, str], dict[str, tuple[Vec, ...]]] = {}

    def _shared(self, name: str) -> dict[str, float]:
        """A pose; where both feet work, the other leg does what the worked one does."""
        pose = dict(self.exercise.poses[name])
        if self.both:
            pose |= {joint.replace(WORKED, skeleton.OTHER): angle for joint, angle in pose.items()}
        return pose

    def sense(self, pose: str) -> float:
        """1 if a circle from up through outward looks clockwise to the person's own eyes, else -1."""
        if pose not in self._senses:
            self._senses[pose] = self._look_at_circle(pose)
        return self._senses[pose]

    def _look_at_circle(self, pose: str) -> float:
        """The sign of the area that the toe tip goes round, as the person sees it (to the right is z)."""
        ex, ey = towards_own_eye(stance.body(self.poses[pose]))
        points = [(tip[2], ey * tip[0] - ex * tip[1]) for tip in self.circle(pose)]  # (ey, -ex) is up to that eye
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))
        return -1.0 if area > 0.0 else 1.0

    def circle(self, pose: str) -> tuple[Vec, ...]:
        """Where the big toe's tip is, all round the circle, going up, outward, down, inward."""
        if pose not in self._circles:
            self._circles[pose] = tuple(
                stance.body(circled(self.poses[pose], i / ROUND_STEPS, 1.0)).legs[0].foot.point(*TOE_TIP)
                for i in range(ROUND_STEPS)
            )
        return self._circles[pose]

    def grid(self, pose_from: str, pose_to: str) -> int:
        """How many places there are on the way between two poses."""
        ways = self.ways(pose_from, pose_to).values()
        return WAY_GRID if max(dist(way[0], way[-1]) for way in ways) > TOES_ALONE else TOES_GRID

    def ways(self, pose_from: str, pose_to: str) -> dict[str, tuple[Vec, ...]]:
        """The ways of the toes, both ankles and the pelvis between two poses, evenly in time."""
        key = (pose_from, pose_to)
        if key not in self._ways:
            bodies = [
                stance.body(stance.between(self.poses[pose_from], self.poses[pose_to], i / WAY_STEPS))
                for i in range(WAY_STEPS + 1)
            ]
            self._ways[key] = {
                "toes": tuple(body.legs[0].foot.point(*TOE_TIP) for body in bodies),
                "ankle": tuple(body.legs[0].foot.at for body in bodies),
                "other": tuple(body.legs[1].foot.at for body in bodies),
                "pelvis": tuple(body.trunk.at for body in bodies),
            }
        return self._ways[key]


@lru_cache(maxsize=32)
def _stage(exercise: Same[Exercise], both: bool) -> Stage:
    return Stage(exercise.thing, both=both)


def stage_of(moment: Moment) -> Stage:
    """The settled poses of the moment's exercise."""
    return _stage(Same(moment.exercise), moment.side is Side.BOTH)


def eased(t: float) -> float:
    """A travel's way: it starts and ends at rest."""
    t = min(1.0, max(0.0, t))
    return t * t * (3.0 - 2.0 * t)


def circled(at: Stance, turn: float, swell: float) -> Stance:
    """The stance with its worked ankle on the circle: `turn` rounds from the top, going outward first."""
    free = at.feet[WORKED].rest is Rest.FREE
    middle, swing = (FLEX_MIDDLE, FLEX_SWING) if free else (RESTING_FLEX_MIDDLE, RESTING_FLEX_SWING)
    flex = mix(at.angles.get(f"{WORKED}.dorsiflexion", 0.0), middle + swing * cos(2 * pi * turn), swell)
    turned = mix(at.angles.get(f"{WORKED}.inversion", 0.0), TURN_MIDDLE - TURN_SWING * sin(2 * pi * turn), swell)
    angles = {**at.angles, f"{WORKED}.dorsiflexion": flex, f"{WORKED}.inversion": turned}
    return stance.grounded(at._replace(angles=angles))


def towards_own_eye(body: Body) -> tuple[float, float]:
    """The way (x, y; any length) from the worked foot to the person's eye, drawn in a little to where the toes point.

    Circles are told as they look along it: from the bare eye, a foot may be nearly edge-on to its own circle.
    """
    eye, foot = body.head.at, body.legs[0].foot
    ex, ey = eye[0] - foot.at[0], eye[1] - foot.at[1]
    far = hypot(ex, ey)
    return mix(ex / far, foot.ax[0], _TOWARDS_TOES), mix(ey / far, foot.ax[1], _TOWARDS_TOES)


class Shot(NamedTuple):
    """All that a picture depends on besides its size: two moments with the same shot look the same.

    Time goes in steps of `PER_SECOND` and a way has few places, so what is done again gives the same shots again.
    `way` is how much of a travel, or of the camera's way, is done; `turn` is where on its circle an ankle is, in rounds
    from 0 to 1, and `arrow_turn` where its arrow is; `swell` is the circle's size (see `circled`); `weight` is the
    moment's own.
    """

    stage: Stage
    side: Side
    movement: Movement | None
    pose_from: str
    pose_to: str
    way: float
    turn: float
    swell: float
    breath: float
    weight: float
    arrow_turn: float = 0.0

    @property
    def circles(self) -> bool:
        """Whether the movement is a circling of the ankle."""
        return self.movement is not None and self.movement.cycle is not None

    @property
    def travels(self) -> bool:
        """Whether the body is on its way from one pose to the other, or there."""
        return self.movement is None or self.movement.kind is MovementKind.TRAVEL

    @property
    def view(self) -> View:
        """How it is looked at."""
        return self._view_of(self.movement)

    @property
    def view_before(self) -> View:
        """How the movement before was looked at."""
        movements = self.stage.exercise.all_movements()
        before = [m for m in movements if m.pose == self.pose_from and m is not self.movement]
        return self._view_of(before[-1] if before else None)

    def _view_of(self, movement: Movement | None) -> View:
        return (movement and movement.view) or self.stage.exercise.view

    @property
    def direction(self) -> float:
        """1 if the circle goes up, outward, down, inward, else -1."""
        cycle = self.movement.cycle if self.movement else None
        # A left foot is drawn as a right one's mirror image.
        clockwise = (cycle is not None and cycle.clockwise) != (self.side is Side.LEFT)
        return self.stage.sense(self.pose_to) * (1.0 if clockwise else -1.0)


def twin(shot: Shot) -> Shot:
    """The right side's shot of which a left one is the mirror image; itself, if it is none or has none.

    A circle goes the same way round to the eye of both feet, so the twin of one is the other way round.
    """
    if shot.side is not Side.LEFT:
        return shot
    right, movement = shot._replace(side=Side.RIGHT), shot.movement
    if movement is None or movement.cycle is None:
        return right
    other = replace(movement.cycle, clockwise=not movement.cycle.clockwise)
    alike = [
        m
        for m in shot.stage.exercise.all_movements()
        if m.cycle == other and (m.pose, m.view, m.arrow) == (movement.pose, movement.view, movement.arrow)
    ]
    return right._replace(movement=alike[0]) if alike else shot


def shot_of(moment: Moment, *, reduce_motion: bool = False) -> Shot:
    """The moment's shot; with `reduce_motion` only key poses, without in-betweens and without previews."""
    stage, movement, start = stage_of(moment), moment.movement, moment.exercise.start_pose
    pose_from, pose_to = moment.pose_from, moment.pose_to
    if reduce_motion and moment.weight < 1.0:
        movement, pose_from, pose_to = None, start, start
    elif reduce_motion and movement is None:
        pose_from = pose_to
    shot = Shot(stage, moment.side, movement, pose_from, pose_to, 1.0, 0.0, 1.0, 0.0, moment.weight)
    if movement is not None and movement.cycle is not None:
        shot = _on_circle(shot, moment, movement.cycle, reduce_motion=reduce_motion)
    if reduce_motion:
        return shot
    if shot.view != shot.view_before or (shot.travels and pose_from != pose_to):
        shot = shot._replace(way=_way(moment, stage.grid(pose_from, pose_to)))
    if movement is not None and movement.kind is MovementKind.HOLD and not shot.view.is_close:
        breath = sin(2 * pi * moment.seconds / BREATH)
        shot = shot._replace(breath=round(breath * BREATH_STEPS) / BREATH_STEPS)
    return shot


def _way(moment: Moment, grid: int) -> float:
    lasts = moment.seconds / moment.progress if moment.progress > 0.0 else 0.0
    steps = max(round(lasts * PER_SECOND), PER_SECOND)
    return round(eased(round(moment.progress * steps) / steps) * grid) / grid


def _on_circle(shot: Shot, moment: Moment, cycle: Cycle, *, reduce_motion: bool) -> Shot:
    """The shot with its ankle on the circle; it grows from the pose and shrinks back into it."""
    rounds = moment.seconds / cycle.round_s
    if reduce_motion:
        return shot._replace(turn=shot.direction * (int(rounds * 4) % 4) / 4, arrow_turn=0.0)
    steps = round(cycle.round_s * PER_SECOND)
    turn = (shot.direction * round(rounds * steps)) % steps / steps
    left = moment.seconds / moment.progress - moment.seconds if moment.progress > 0.0 else 0.0
    near = round(min(moment.seconds, left, SWELL) * PER_SECOND) / PER_SECOND
    return shot._replace(turn=turn, arrow_turn=turn, swell=eased(near / SWELL))


def stance_at(shot: Shot) -> Stance:
    """Where the body is in the shot."""
    stage = shot.stage
    if shot.circles:
        return circled(stage.poses[shot.pose_to], shot.turn, shot.swell)
    if shot.travels and shot.way < 1.0:
        return stance.between(stage.poses[shot.pose_from], stage.poses[shot.pose_to], shot.way)
    return stage.poses[shot.pose_to]._replace(breath=shot.breath)
