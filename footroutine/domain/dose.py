"""Which dose is done: the exercise's own, a person's general choice, a routine's step; the nearest word wins."""

from footroutine.domain.exercise import Exercise, Pace, Side, Sides
from footroutine.domain.routine import Step
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import Dose


def vary(exercise: Exercise, variant: str | None) -> Exercise:
    """The exercise in one of its variants; with none chosen, or an unknown one, as it is."""
    return exercise.variants.get(variant or "", exercise)


def settle(exercise: Exercise, choice: ExerciseChoice, step: Step) -> Dose:
    """The dose of one step of a routine, held within the exercise's limits.

    What the exercise has no figure for is 0 seconds (a hold time where nothing is held).
    """

    def figure(key: str) -> float:
        limit = exercise.dose.get(key)
        if limit is None:
            return 0.0
        chosen = getattr(choice, key)
        value = step.dose.get(key, limit.default if chosen is None else chosen)
        return min(max(value, limit.minimum), limit.maximum)

    return Dose(
        sets=int(figure("sets")),
        reps=int(figure("reps")),
        hold_s=figure("hold_s"),
        cycle_s=figure("cycle_s"),
        rest_s=figure("rest_s"),
        pace=Pace(choice.pace) if choice.pace else Pace.NORMAL,
        first_side=Side.BOTH if exercise.sides is Sides.BOTH else Side(choice.first_side or Side.LEFT),
    )
