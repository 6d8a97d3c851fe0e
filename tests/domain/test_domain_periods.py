"""Times to look back on, and their bars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.periods import Period, Unit, first_day, minutes_of, pain_unit, unit_of

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
    unit, sums = unit_of(first, TODAY), dict[date, int]()
    for n, ms in ran.items():
        begin = unit.begin(TODAY - timedelta(days=n % (length + 1)))
        sums[begin] = sums.get(begin, 0) + ms
    bars = minutes_of(sums, unit, first, TODAY).bars
    assert sum(bars.values()) == pytest.approx(sum(ran.values()) / 60_000)
    assert 1 <= len(bars) <= 60
    assert list(bars) == sorted(bars)


@pytest.mark.parametrize(("days", "unit", "last_bar"), [
    (27, Unit.WEEK, date(2026, 11, 23)), (800, Unit.MONTH, date(2026, 11, 1)), (3650, Unit.YEAR, date(2026, 1, 1)),
])  # fmt: skip
def test_what_a_bar_stands_for(days: int, unit: Unit, last_bar: date) -> None:
    first = TODAY - timedelta(days=days)
    assert unit_of(first, TODAY) is unit
    assert list(minutes_of({}, unit, first, TODAY).bars)[-1] == last_bar


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)), st.sampled_from(Unit))
def test_every_day_is_in_one_stretch_that_begins_with_its_own_first_day(day: date, unit: Unit) -> None:
    begin = unit.begin(day)
    assert begin <= day
    assert unit.begin(begin) == begin
    following = unit.begin(day + timedelta(days=1))
    assert following in (begin, day + timedelta(days=1))


@pytest.mark.parametrize(("days", "unit"), [(90, Unit.DAY), (364, Unit.WEEK), (3650, Unit.MONTH)])
def test_a_line_of_pain_has_no_more_points_than_can_be_read(days: int, unit: Unit) -> None:
    assert pain_unit(TODAY - timedelta(days=days), TODAY) is unit
