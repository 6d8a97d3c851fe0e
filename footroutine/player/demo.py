"""The exercise shown while it is told: one rep, over and over, with short holds."""

from bisect import bisect_right
from itertools import accumulate

from footroutine.domain.exercise import Exercise, Moment, Movement, MovementKind, Side

_SECONDS = {MovementKind.TRAVEL: 1.5, MovementKind.HOLD: 1.2, MovementKind.CYCLE: 3.0}
_WAIT_S = 1.0


def demo(exercise: Exercise, side: Side, seconds: float) -> Moment:
    """What the demonstration shows that many seconds after it began."""
    movements = exercise.all_movements()
    starts = list(accumulate(map(_length, movements), initial=_WAIT_S))
    turn = seconds % starts.pop()
    if turn < _WAIT_S:
        return waiting(exercise, side, turn)
    index = bisect_right(starts, turn) - 1
    movement, into = movements[index], turn - starts[index]
    before = exercise.pose_before(movement.id, first=True)
    return Moment(exercise, side, before, movement.pose, min(1.0, into / _length(movement)), into, movement)


def waiting(exercise: Exercise, side: Side, seconds: float) -> Moment:
    """The exercise's start pose."""
    return Moment(exercise, side, exercise.start_pose, exercise.start_pose, 1.0, seconds)


def telling(exercise: Exercise, side: Side) -> Moment:
    """The one picture that tells the exercise: the end of its most telling movement."""
    holds = [m for m in exercise.movements if m.kind is not MovementKind.TRAVEL]
    movement = (holds or list(exercise.movements))[0]
    return Moment(exercise, side, movement.pose, movement.pose, 1.0, 0.0, movement)


def _length(movement: Movement) -> float:
    if movement.kind is MovementKind.TRAVEL:
        return min(movement.seconds or _SECONDS[movement.kind], 2.5)
    return _SECONDS[movement.kind]
