"""Times to look back on, and the stretches that one is told in: weeks, or where those are too many, months or years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_WEEK = timedelta(days=7)
_MOST_BARS = 60  # that can be told apart
_MOST_DAYS = timedelta(days=100)


class Period(StrEnum):
    """How far back to look."""

    WEEKS = "4-weeks"
    MONTHS = "3-months"
    YEAR = "year"
    ALL = "all"


_WEEKS_BACK = {Period.WEEKS: 3, Period.MONTHS: 12, Period.YEAR: 51}


class Unit(StrEnum):
    """A stretch of days that are told as one."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def begin(self, day: date) -> date:
        """The first day of the stretch that a day is in; a week begins on Monday."""
        match self:
            case Unit.WEEK:
                return day - timedelta(days=day.weekday())
            case Unit.MONTH:
                return day.replace(day=1)
            case Unit.YEAR:
                return day.replace(month=1, day=1)
            case _:
                return day


_LONGEST = {
    Unit.DAY: timedelta(days=1),
    Unit.WEEK: _WEEK,
    Unit.MONTH: timedelta(days=31),
    Unit.YEAR: timedelta(days=366),
}


@dataclass(frozen=True)
class Minutes:
    """The minutes that sessions ran, by the first day of each week, month or year."""

    unit: Unit
    bars: Mapping[date, float]


def first_day(period: Period, today: date, earliest: date | None) -> date:
    """Where a period begins that ends today: on a Monday, or with the first day of which anything is kept."""
    if period is Period.ALL:
        return min(earliest or today, today)
    return Unit.WEEK.begin(today) - _WEEKS_BACK[period] * _WEEK


def unit_of(first: date, last: date) -> Unit:
    """In what the minutes of a time are told: in bars few enough to be told apart."""
    return next((unit for unit in (Unit.WEEK, Unit.MONTH) if len(_begins(unit, first, last)) <= _MOST_BARS), Unit.YEAR)


def pain_unit(first: date, last: date) -> Unit:
    """In what the pain of a time is told: a line of hundreds of points is none that can be read."""
    if last - first < _MOST_DAYS:
        return Unit.DAY
    return Unit.WEEK if unit_of(first, last) is Unit.WEEK else Unit.MONTH


def minutes_of(ran_ms: Mapping[date, int], unit: Unit, first: date, last: date) -> Minutes:
    """The minutes of a time, of the milliseconds that sessions ran in each stretch; a stretch without has none."""
    return Minutes(unit, {begin: ran_ms.get(begin, 0) / 60_000 for begin in _begins(unit, first, last)})


def _begins(unit: Unit, first: date, last: date) -> list[date]:
    """The first day of each stretch, from the one that the first day is in to that of the last."""
    begin, found = unit.begin(first), []
    while begin <= last:
        found.append(begin)
        begin = unit.begin(begin + _LONGEST[unit])
    return found
