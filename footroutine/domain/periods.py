"""Times to look back on, and what the minutes of one add up to: by week, or where that were too many, month or year."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from footroutine.domain.progress import DayTotal, minutes_by_week

_WEEK = timedelta(days=7)
_MOST_BARS = 60


class Period(StrEnum):
    """How far back to look."""

    WEEKS = "4-weeks"
    MONTHS = "3-months"
    YEAR = "year"
    ALL = "all"


_WEEKS_BACK = {Period.WEEKS: 3, Period.MONTHS: 12, Period.YEAR: 51}


class Unit(StrEnum):
    """What one bar stands for."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Minutes:
    """The minutes that sessions ran, by the first day of each week, month or year."""

    unit: Unit
    bars: Mapping[date, float]


def first_day(period: Period, today: date, earliest: date | None) -> date:
    """Where a period begins that ends today: on a Monday, or with the first day of which anything is kept."""
    if period is Period.ALL:
        return min(earliest or today, today)
    return today - timedelta(days=today.weekday()) - _WEEKS_BACK[period] * _WEEK


def minutes_of(days: Mapping[date, DayTotal], first: date, last: date) -> Minutes:
    """The minutes from one day to another, in bars few enough to be told apart."""
    weeks = minutes_by_week(days, first, last)
    if len(weeks) <= _MOST_BARS:
        return Minutes(Unit.WEEK, weeks)
    years = range(first.year, last.year + 1)
    months = _summed(days, [date(y, m, 1) for y in years for m in range(1, 13)], first, last)
    if len(months) <= _MOST_BARS:
        return Minutes(Unit.MONTH, months)
    return Minutes(Unit.YEAR, _summed(days, [date(y, 1, 1) for y in years], first, last))


def _summed(days: Mapping[date, DayTotal], begins: list[date], first: date, last: date) -> dict[date, float]:
    """What each stretch from one beginning to the next adds up to; those wholly outside are left out."""
    ends = [*begins[1:], date.max]
    bars = {begin: 0.0 for begin, end in zip(begins, ends, strict=True) if end > first and begin <= last}
    kept = sorted(bars)
    for day, total in days.items():
        if first <= day <= last:
            bars[kept[bisect_right(kept, day) - 1]] += total.active_ms / 60_000
    return bars
