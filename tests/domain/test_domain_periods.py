"""Times to look back on, and their bars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.exercise import Side
from footroutine.domain.periods import Period, Unit, first_day, minutes_of
from footroutine.domain.progress import DayTotal, PainDay

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("period", "first"),
    [(Period.WEEKS, date(2026, 11, 2)), (Period.MONTHS, date(2026, 8, 31)), (Period.YEAR, date(2025, 12, 1))],
)
def test_a_period_begins_on_a_monday(period: Period, first: date) -> None:
    assert first_day(period, TODAY, None) == first


def test_all_begins_with_the_first_day_that_there_is() -> None:
    assert first_day(Period.ALL, TODAY, date(2020, 1, 3)) == date(2020, 1, 3)
    assert first_day(Period.ALL, TODAY, None) == TODAY
    assert first_day(Period.ALL, TODAY, TODAY + timedelta(days=9)) == TODAY  # the clock was once wrong


@given(st.integers(0, 9000), st.dictionaries(st.integers(0, 9000), st.integers(0, 10**7), max_size=20))
def test_the_bars_add_up_to_the_days_and_are_few(length: int, ran: dict[int, int]) -> None:
    first = TODAY - timedelta(days=length)
    days = {TODAY - timedelta(days=n): DayTotal(active_ms=ms) for n, ms in ran.items() if n <= length}
    minutes = minutes_of(days, first, TODAY)
    assert sum(minutes.bars.values()) == pytest.approx(sum(total.active_ms for total in days.values()) / 60_000)
    assert 1 <= len(minutes.bars) <= 60
    assert list(minutes.bars) == sorted(minutes.bars)


@pytest.mark.parametrize(("days", "unit", "last_bar"), [
    (27, Unit.WEEK, date(2026, 11, 23)), (800, Unit.MONTH, date(2026, 11, 1)), (3650, Unit.YEAR, date(2026, 1, 1)),
])  # fmt: skip
def test_what_a_bar_stands_for(days: int, unit: Unit, last_bar: date) -> None:
    minutes = minutes_of({}, TODAY - timedelta(days=days), TODAY)
    assert (minutes.unit, list(minutes.bars)[-1]) == (unit, last_bar)


def test_days_outside_are_not_counted() -> None:
    days = {date(2016, 1, 1): DayTotal(active_ms=60_000)}
    assert sum(minutes_of(days, date(2016, 1, 2), TODAY).bars.values()) == 0


def test_the_most_of_a_day() -> None:
    assert PainDay(TODAY, Side.LEFT, 3, None, 5).most == 5
