"""What the sums kept beside the sets say: days, exercises and the runs of days, however long the history is."""

import sqlite3
from datetime import date

from footroutine.domain.exercise import Side
from footroutine.domain.progress import DayTotal, ExerciseTotal

_EACH = (
    "SELECT exercise, side, sum(sets), sum(reps), sum(ms) FROM tally WHERE kind = ? AND period BETWEEN ? AND ?"
    " GROUP BY exercise, side HAVING sum(reps) > 0 OR sum(ms) > 0 ORDER BY exercise, side"
)


def days_between(db: sqlite3.Connection, first: date, last: date) -> dict[date, DayTotal]:
    """The days from the first to the last on which anything was done or a session ran, in order."""
    rows = db.execute(
        "SELECT period, sum(sets), sum(reps), sum(ms * (kind = 'day')), sum(ms * (kind = 'session')) FROM tally"
        " WHERE kind IN ('day', 'session') AND period BETWEEN ? AND ? GROUP BY period HAVING sum(ms) > 0"
        " OR sum(reps) > 0 ORDER BY period",
        (first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(day): DayTotal(*sums) for day, *sums in rows}


def exercises_between(db: sqlite3.Connection, first: date, last: date) -> tuple[ExerciseTotal, ...]:
    """The sums of each exercise and side from the first day to the last."""
    return _exercises(db.execute(_EACH, ("each", first.isoformat(), last.isoformat())))


def exercises_ever(db: sqlite3.Connection) -> tuple[ExerciseTotal, ...]:
    """The sums of each exercise and side of all times."""
    return _exercises(db.execute(_EACH, ("month", "", "9999-99")))


def active_runs(db: sqlite3.Connection) -> tuple[tuple[date, date], ...]:
    """Every run of days on each of which at least one set was complete, as its first and last day, in order."""
    rows = db.execute(
        "SELECT min(period), max(period) FROM (SELECT period, julianday(period) - row_number() OVER (ORDER BY period)"
        " AS run FROM tally WHERE kind = 'day' AND sets > 0) GROUP BY run ORDER BY 1"
    )
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows)


def _exercises(rows: sqlite3.Cursor) -> tuple[ExerciseTotal, ...]:
    return tuple(ExerciseTotal(exercise, Side(side), *sums) for exercise, side, *sums in rows)
