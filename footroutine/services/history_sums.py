"""What the sums kept beside the sets say: days, exercises and the runs of days, however long the history is."""

import sqlite3
from datetime import date

from footroutine.domain.exercise import Side
from footroutine.domain.progress import DayTotal, ExerciseTotal, PainDay, PlannedTotal, RoutineTotal

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


def planned_between(db: sqlite3.Connection, first: date, last: date) -> tuple[PlannedTotal, ...]:
    """What was planned and done of each exercise and side in the sessions begun from the first day to the last."""
    rows = db.execute(
        "SELECT exercise, side, count(*), sum(done_reps >= planned_reps), sum(planned_reps), sum(done_reps),"
        " sum(planned_ms), sum(done_ms) FROM session JOIN exercise_set ON session = id"
        " WHERE session.date BETWEEN ? AND ? GROUP BY exercise, side ORDER BY exercise, side",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(PlannedTotal(exercise, Side(side), *sums) for exercise, side, *sums in rows)


def routines_between(db: sqlite3.Connection, first: date, last: date) -> tuple[RoutineTotal, ...]:
    """Each routine that was begun from the first day to the last, under its latest name."""
    rows = db.execute(
        "SELECT routine, name, count(*), sum(whole), sum(active_ms), max(id) FROM (SELECT id, routine, name, active_ms,"
        " NOT EXISTS (SELECT 1 FROM exercise_set WHERE session = id AND done_reps < planned_reps)"
        " AND EXISTS (SELECT 1 FROM exercise_set WHERE session = id) AS whole"
        " FROM session WHERE date BETWEEN ? AND ?) GROUP BY routine ORDER BY routine",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(RoutineTotal(*row[:5]) for row in rows)


def whole_days(db: sqlite3.Connection, first: date, last: date) -> dict[date, bool]:
    """The days on which a session was begun in which anything was done: whether one of that day was done whole."""
    rows = db.execute(
        "SELECT day, max(whole) FROM (SELECT date AS day,"
        " NOT EXISTS (SELECT 1 FROM exercise_set WHERE session = id AND done_reps < planned_reps) AS whole,"
        " EXISTS (SELECT 1 FROM exercise_set WHERE session = id AND done_ms > 0) AS some"
        " FROM session WHERE date BETWEEN ? AND ?) WHERE some GROUP BY day ORDER BY day",
        (first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(day): bool(whole) for day, whole in rows}


def pain_days(db: sqlite3.Connection, first: date, last: date) -> tuple[PainDay, ...]:
    """The highest pain of each day and foot from the first day to the last, in order."""
    rows = db.execute(
        "SELECT date, foot, max(CASE moment WHEN 'before' THEN score END),"
        " max(CASE moment WHEN 'after' THEN score END),"
        " max(CASE moment WHEN 'morning' THEN score END) FROM pain WHERE date BETWEEN ? AND ?"
        " GROUP BY date, foot ORDER BY date, foot",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(PainDay(date.fromisoformat(day), Side(foot), *scores) for day, foot, *scores in rows)


def active_runs(db: sqlite3.Connection) -> tuple[tuple[date, date], ...]:
    """Every run of days on each of which at least one set was complete, as its first and last day, in order."""
    rows = db.execute(
        "SELECT min(period), max(period) FROM (SELECT period, julianday(period) - row_number() OVER (ORDER BY period)"
        " AS run FROM tally WHERE kind = 'day' AND sets > 0) GROUP BY run ORDER BY 1"
    )
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows)


def _exercises(rows: sqlite3.Cursor) -> tuple[ExerciseTotal, ...]:
    return tuple(ExerciseTotal(exercise, Side(side), *sums) for exercise, side, *sums in rows)
