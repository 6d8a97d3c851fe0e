"""What the history adds up to: exercises, routines, pain, and a streak that a planned rest day does not break."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from footroutine.domain.exercise import Side

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ExerciseTotal:
    """One exercise and side over a time."""

    exercise: str
    side: Side
    sets: int
    reps: int
    work_ms: int


@dataclass(frozen=True)
class PlannedTotal:
    """What was planned and done of one exercise and side in the sessions of a time; milliseconds of work."""

    exercise: str
    side: Side
    sets_planned: int
    sets_done: int
    reps_planned: int
    reps_done: int
    planned_ms: int
    done_ms: int


@dataclass(frozen=True)
class RoutineTotal:
    """How often a routine was begun and how often nothing of it was left out; `active_ms` is how long it ran in all."""

    routine: str
    name: str
    sessions: int
    whole: int
    active_ms: int


class PainSum(NamedTuple):
    """What was said of one foot on a day, or in a longer time that begins with it.

    `before`, `after` and `morning` are the highest of each moment, None where nothing was said. Of the `days` on which
    anything was said, `least` and `most` are the lowest and the highest, and `last` the latest, each by its highest.
    """

    day: date
    foot: Side
    before: int | None
    after: int | None
    morning: int | None
    days: int
    least: int
    most: int
    last: int


@dataclass(frozen=True)
class Streak:
    """`days` in a row with something done, rest days not counted; `longest` is the best that there was."""

    days: int
    longest: int


def streak(runs: Iterable[tuple[date, date]], today: date, rest_days: Collection[int] = ()) -> Streak:
    """The streak up to today, of runs of active days (first and last, in order, none touching the next).

    `rest_days` are weekdays (0 is Monday) on which nothing is planned: one neither breaks a streak nor adds to it,
    unless something was done on it. Today does not break it either: there is still time.
    """
    longest = length = 0
    before: date | None = None
    for first, last in runs:
        last = min(last, today)
        if first > today:
            break
        days = (last - first).days + 1
        length = days + (length if before and _only_rest(before, first, rest_days) else 0)
        longest, before = max(longest, length), last
    goes_on = before is not None and _only_rest(before, today, rest_days)
    return Streak(length if goes_on else 0, longest)


def _only_rest(before: date, day: date, rest_days: Collection[int]) -> bool:
    """Every day between two dates is a rest day; a week of nothing but rest is no plan."""
    between = (day - before).days - 1
    return between < 7 and all((before + n * _DAY).weekday() in rest_days for n in range(1, between + 1))
