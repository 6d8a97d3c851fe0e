"""What the history adds up to."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from builders import LAW
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.progress import Streak, streak

TODAY = date(2026, 11, 24)  # a Tuesday
WEEKEND = frozenset({5, 6})


def runs_of(days: Iterable[date]) -> list[tuple[date, date]]:
    """The days as runs, however they come."""
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and runs[-1][1] == day - timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def before(*days: int) -> list[date]:
    return [TODAY - timedelta(days=n) for n in days]


@pytest.mark.parametrize(
    ("active", "rest", "expected"),
    [
        ([], (), Streak(0, 0)),
        (before(0), (), Streak(1, 1)),
        (before(1), (), Streak(1, 1)),  # today there is still time
        (before(2), (), Streak(0, 1)),
        (before(0, 1, 2, 4, 5), (), Streak(3, 3)),
        (before(2, 3, 4, 5), (), Streak(0, 4)),
        (before(0, 1, 4), WEEKEND, Streak(3, 3)),  # Saturday and Sunday rested
        (before(0, 1, 3, 4), WEEKEND, Streak(4, 4)),  # done on Saturday all the same
        (before(0, 1, 5), WEEKEND, Streak(2, 2)),  # Friday was missed
        (before(0, 8), range(7), Streak(1, 1)),
        ([TODAY + timedelta(days=1)], (), Streak(0, 0)),
    ],
)
def test_the_streak(active: list[date], rest: frozenset[int], expected: Streak) -> None:
    assert streak(runs_of(active), TODAY, rest) == expected


DAYS = st.sets(st.integers(-3, 60)).map(lambda s: before(*s))
RESTS = st.sets(st.integers(0, 6), max_size=5).map(frozenset)


@LAW
@given(DAYS, RESTS, st.integers(0, 6))
def test_the_laws_of_the_streak(active: list[date], rest: frozenset[int], extra: int) -> None:
    found = streak(runs_of(active), TODAY, rest)
    past = {day for day in active if day <= TODAY}
    assert 0 <= found.days <= found.longest <= len(past)
    more_rest = streak(runs_of(active), TODAY, rest | {extra})
    assert (more_rest.days, more_rest.longest) >= (found.days, found.longest)  # rest never costs
    with_today = streak(runs_of([*active, TODAY]), TODAY, rest)
    assert with_today.days == found.days + (TODAY not in past)
    if found.days:
        day, counted = TODAY, 0
        while counted < found.days:
            assert day in past or day.weekday() in rest or day == TODAY
            counted += day in past
            day -= timedelta(days=1)
