"""Which dose is done."""

from dataclasses import replace

import pytest
from builders import exercise
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.dose import settle, vary
from footroutine.domain.exercise import Limit, Pace, Side, Sides
from footroutine.domain.routine import Step
from footroutine.domain.settings import ExerciseChoice

ONE = replace(
    exercise(),
    dose={
        "sets": Limit(2, 1, 6, "x"),
        "reps": Limit(10, 1, 30, "x"),
        "hold_s": Limit(3, 1, 15, "x"),
        "rest_s": Limit(20, 5, 120, "x"),
    },
)
FIGURES = st.none() | st.integers(-5, 500)


@pytest.mark.parametrize(
    ("chosen", "prescribed", "reps"),
    [
        (None, {}, 10),
        (15, {}, 15),
        (15, {"reps": 12}, 12),
        (None, {"reps": 12}, 12),
        (99, {}, 30),
        (0, {}, 1),
        (None, {"reps": 31}, 30),
    ],
)
def test_the_routine_says_more_than_the_person_and_the_person_more_than_the_exercise(
    chosen: int | None, prescribed: dict[str, float], reps: int
) -> None:
    assert settle(ONE, ExerciseChoice(reps=chosen), Step("mine", prescribed)).reps == reps


@given(FIGURES, FIGURES, FIGURES, FIGURES)
def test_no_choice_leaves_the_limits(sets: int | None, reps: int | None, hold: int | None, rest: int | None) -> None:
    dose = settle(ONE, ExerciseChoice(sets=sets, reps=reps, hold_s=hold, rest_s=rest), Step("mine"))
    for key, limit in ONE.dose.items():
        assert limit.minimum <= getattr(dose, key) <= limit.maximum


def test_what_the_exercise_has_no_figure_for_is_nothing() -> None:
    assert settle(ONE, ExerciseChoice(cycle_s=30), Step("mine")).cycle_s == 0


@pytest.mark.parametrize(
    ("sides", "chosen", "first"),
    [
        (Sides.EACH, None, Side.LEFT),
        (Sides.EACH, "right", Side.RIGHT),
        (Sides.ALTERNATING, "right", Side.RIGHT),
        (Sides.BOTH, "right", Side.BOTH),
    ],
)
def test_the_left_side_begins_unless_a_person_says_otherwise(sides: Sides, chosen: str | None, first: Side) -> None:
    assert settle(replace(ONE, sides=sides), ExerciseChoice(first_side=chosen), Step("mine")).first_side is first


@pytest.mark.parametrize(
    ("chosen", "pace"), [(None, Pace.NORMAL), ("slow", Pace.SLOW), ("brisk", Pace.BRISK), ("normal", Pace.NORMAL)]
)
def test_the_pace_is_normal_unless_a_person_says_otherwise(chosen: str | None, pace: Pace) -> None:
    assert settle(ONE, ExerciseChoice(pace=chosen), Step("mine")).pace is pace


def test_paces_are_in_their_order() -> None:
    assert Pace.SLOW.factor > Pace.NORMAL.factor == 1 > Pace.BRISK.factor > 0


def test_a_variant_takes_the_place_of_its_exercise() -> None:
    seated = replace(ONE, variant="seated")
    one = replace(ONE, variants={"seated": seated})
    assert vary(one, "seated") is seated
    assert vary(one, None) is vary(one, "") is vary(one, "unknown") is one
