"""The exercise shown while it is told: one rep, over and over, with short holds."""

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from math import inf

from footroutine.domain.exercise import Exercise, Moment, Movement, MovementKind, Side

RETURN_S = 1.5  # the way back to the start pose, where an exercise ends in another one
_SECONDS = {MovementKind.TRAVEL: 1.5, MovementKind.HOLD: 1.2, MovementKind.CYCLE: 3.0}
_WAIT_S = 1.0
_BEFORE_S = 0.6  # between a preview and what it shows
_PREVIEW = 0.5  # the weight of a preview


def demo(exercise: Exercise, side: Side, seconds: float, lasts: float = inf) -> Moment:
    """What the demonstration shows that many seconds after it began.

    It `lasts` so many seconds; after the first rep, one that would be cut short is not begun.
    """
    movements = exercise.all_movements()
    starts = list(accumulate(map(_length, movements), initial=_WAIT_S))
    end = starts.pop()
    rep = end + _return_s(exercise, movements[-1])
    done, turn = divmod(seconds, rep)
    if turn < _WAIT_S or (done and (done + 1) * rep > lasts):
        return waiting(exercise, side, turn)
    if turn >= end:
        return returning(exercise, side, movements[-1].pose, turn - end)
    index = bisect_right(starts, turn) - 1
    movement, into = movements[index], turn - starts[index]
    before = exercise.pose_before(movement.id, first=True)
    return Moment(exercise, side, before, movement.pose, min(1.0, into / _length(movement)), into, movement)


def preview(exercise: Exercise, side: Side, movement: Movement, left: float, lasts: float) -> Moment | None:
    """The first movement of a round, shown once and quietly in the wait before it.

    The wait `lasts` so many seconds and has `left` so many. None while there is nothing to show; a wait that has no
    time for it, and for the return from the round before, shows nothing.
    """
    back = _return_s(exercise, movement)
    shown = _length(movement) + back
    into = shown + _BEFORE_S - left
    if movement.kind is MovementKind.HOLD or not 0 <= into < shown or lasts < shown + _BEFORE_S + RETURN_S:
        return None
    if into >= shown - back:
        return replace(returning(exercise, side, movement.pose, into - shown + back), weight=_PREVIEW)
    progress = into / _length(movement)
    return Moment(exercise, side, exercise.start_pose, movement.pose, progress, into, movement, _PREVIEW)


def returning(exercise: Exercise, side: Side, pose: str, seconds: float) -> Moment:
    """On the way back from a pose to the start pose, and there."""
    return Moment(exercise, side, pose, exercise.start_pose, min(1.0, seconds / RETURN_S), seconds)


def _return_s(exercise: Exercise, movement: Movement) -> float:
    return 0.0 if movement.pose == exercise.start_pose else RETURN_S


def waiting(exercise: Exercise, side: Side, seconds: float) -> Moment:
    """The exercise's start pose."""
    return Moment(exercise, side, exercise.start_pose, exercise.start_pose, 1.0, seconds)


def telling(exercise: Exercise, side: Side) -> Moment:
    """The one picture that tells the exercise: its circling, or the end of the way into its hold."""
    movements = exercise.all_movements()
    work = [m for m in exercise.movements if m.kind is not MovementKind.TRAVEL] or list(exercise.movements)
    ways = [m for m in movements if m.kind is MovementKind.TRAVEL and m.pose == work[0].pose]
    movement = ways[0] if ways and work[0].kind is MovementKind.HOLD else work[0]
    return Moment(exercise, side, exercise.pose_before(movement.id, first=True), movement.pose, 1.0, 0.0, movement)


def _length(movement: Movement) -> float:
    if movement.kind is MovementKind.TRAVEL:
        return min(movement.seconds or _SECONDS[movement.kind], 2.5)
    return _SECONDS[movement.kind]
