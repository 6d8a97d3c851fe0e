"""Every shipped exercise, variant, movement and side, as moments for the figure's tests."""

from functools import cache

from footroutine.domain.exercise import Exercise, Moment, Movement, Side, Sides
from footroutine.figure import motion
from footroutine.figure.stance import Stance
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library


@cache
def exercises() -> dict[str, Exercise]:
    """Every exercise and every variant, by ``id`` or ``id/variant``."""
    shipped = load_library(assets_dir()).exercises.values()
    return {
        f"{exercise.id}/{exercise.variant}".rstrip("/"): exercise
        for base in shipped
        for exercise in (base, *base.variants.values())
    }


def sides(exercise: Exercise) -> tuple[Side, ...]:
    """The sides on which an exercise is done."""
    return (Side.BOTH,) if exercise.sides is Sides.BOTH else (Side.LEFT, Side.RIGHT)


def at(exercise: Exercise, movement: Movement, side: Side, progress: float, seconds: float | None = None) -> Moment:
    """A moment of a movement; a movement lasts 10 s unless `seconds` says where it is."""
    before = exercise.pose_before(movement.id, first=True)
    spent = 10.0 * progress if seconds is None else seconds
    return Moment(exercise, side, before, movement.pose, progress, spent, movement)


def named(name: str, movement_id: str, side: Side, progress: float = 0.5) -> Moment:
    """A moment of a movement by their names."""
    exercise = exercises()[name]
    return at(exercise, exercise.movement(movement_id), side, progress)


def movements() -> list[tuple[str, str]]:
    """The name of every exercise and variant with the id of each of its movements."""
    return [(name, movement.id) for name, exercise in exercises().items() for movement in exercise.all_movements()]


def pose_at(moment: Moment, *, reduce_motion: bool = False) -> Stance:
    """Where the body is at a moment."""
    return motion.stance_at(motion.shot_of(moment, reduce_motion=reduce_motion))
