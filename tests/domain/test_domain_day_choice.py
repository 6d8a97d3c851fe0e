"""The day plan, from what is written in the settings."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.day_choice import plan_of
from footroutine.domain.day_plan import ONCE, THROUGH_THE_DAY
from footroutine.domain.day_text import (
    DAYS,
    NO_DAY,
    NO_TIME,
    NO_TIMES,
    TOO_MANY_TIMES,
    days_of,
    days_problem,
    times_of,
    times_problem,
)
from footroutine.domain.settings import Settings

TIMES = st.lists(st.times().map(lambda t: time(t.hour, t.minute)), min_size=1, max_size=12)


def test_the_default_is_what_the_exercises_prescribe() -> None:
    plan = plan_of(Settings())
    assert plan.items == THROUGH_THE_DAY.items + ONCE.items
    assert plan.rest_days == frozenset()


@pytest.mark.parametrize(
    ("plan", "items"),
    [("none", ()), ("toe-press", THROUGH_THE_DAY.items), ("full", ONCE.items)],
)
def test_each_plan_has_its_items(plan: str, items: tuple[object, ...]) -> None:
    assert plan_of(Settings(plan=plan)).items == items


def test_times_and_rest_days_are_the_persons_own() -> None:
    plan = plan_of(Settings(plan="toe-press", toe_press_times="18, 7.30; 12:05", rest_days="sun sat"))
    assert plan.items[0].times == (time(7, 30), time(12, 5), time(18))
    assert plan.rest_days == {5, 6}


@given(TIMES)
def test_every_time_can_be_written(times: list[time]) -> None:
    text = ", ".join(f"{t.hour}:{t.minute:02}" for t in times)
    assert times_problem(text) == ""
    assert times_of(text) == tuple(sorted(times))


@given(st.sets(st.sampled_from(list(DAYS))))
def test_every_day_can_be_written(days: set[str]) -> None:
    text = ", ".join(days)
    assert days_problem(text) == ""
    assert {list(DAYS)[n] for n in days_of(text)} == days


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", NO_TIMES), (" , ", NO_TIMES), ("25:00", NO_TIME), ("9:60", NO_TIME), ("noon", NO_TIME), ("9:0", NO_TIME),
     (" ".join(["9:00"] * 13), TOO_MANY_TIMES)],
)  # fmt: skip
def test_what_is_no_time_is_told(text: str, problem: str) -> None:
    assert times_problem(text) == problem


def test_what_is_no_day_is_told() -> None:
    assert days_problem("sat, fryday") == NO_DAY
    with pytest.raises(ValueError, match="fryday"):
        days_of("fryday")
    with pytest.raises(ValueError, match="noon"):
        times_of("noon")
