"""What the sums kept beside the sets say: minutes, exercises and the runs of days, however long the history is."""

import sqlite3
from datetime import date, timedelta

from footroutine.domain.exercise import Side
from footroutine.domain.periods import Unit
from footroutine.domain.progress import ExerciseTotal, PainSum, PlannedTotal, RoutineTotal
from footroutine.services.history_schema import PAIN_SUMS

_DAY, _MONTH = timedelta(days=1), timedelta(days=31)

# The first day of the stretch that a day is in: `Unit.begin`, said to sqlite.
_BEGIN = {
    Unit.DAY: "{0}",
    Unit.WEEK: "date({0}, '-6 days', 'weekday 1')",
    Unit.MONTH: "substr({0}, 1, 7) || '-01'",
    Unit.YEAR: "substr({0}, 1, 4) || '-01-01'",
}


def ran_between(db: sqlite3.Connection, unit: Unit, first: date, last: date) -> dict[date, int]:
    """How many milliseconds sessions ran in each stretch, of those begun from the first day to the last; in order."""
    by_month = "session-month" if unit in (Unit.MONTH, Unit.YEAR) else ""
    kept, values = _tally_between("session", by_month, first, last)
    rows = db.execute(f"SELECT {_BEGIN[unit].format('period')}, sum(ms) FROM ({kept}) GROUP BY 1 ORDER BY 1", values)
    return {date.fromisoformat(day): ms for day, ms in rows}


def exercises_between(db: sqlite3.Connection, first: date, last: date) -> tuple[ExerciseTotal, ...]:
    """The sums of each exercise and side from the first day to the last."""
    kept, values = _tally_between("each", "month", first, last)
    rows = db.execute(
        f"SELECT exercise, side, sum(sets), sum(reps), sum(ms) FROM ({kept})"
        " GROUP BY exercise, side HAVING sum(reps) > 0 OR sum(ms) > 0 ORDER BY exercise, side",
        values,
    )
    return tuple(ExerciseTotal(exercise, Side(side), *sums) for exercise, side, *sums in rows)


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


def pain_between(db: sqlite3.Connection, unit: Unit, first: date, last: date) -> tuple[PainSum, ...]:
    """What was said of each foot from the first day to the last, by day or by a longer stretch, in order."""
    rows = db.execute(
        f"SELECT {_BEGIN[unit].format('date')}, {PAIN_SUMS.format('?', '?')} GROUP BY 1, foot ORDER BY 1, foot",
        (first.isoformat(), last.isoformat()),
    )
    return _pain(rows)


def pain_ever(db: sqlite3.Connection) -> tuple[PainSum, ...]:
    """What was said of each foot at all times, by month, in order."""
    return _pain(
        db.execute(
            "SELECT month || '-01', foot, before, after, morning, days, least, most, latest FROM pain_month"
            " ORDER BY month, foot"
        )
    )


def active_runs(db: sqlite3.Connection) -> tuple[tuple[date, date], ...]:
    """Every run of days on each of which at least one set was complete, as its first and last day, in order."""
    runs = db.execute("SELECT first, last FROM run ORDER BY first")
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in runs)


def _pain(rows: sqlite3.Cursor) -> tuple[PainSum, ...]:
    return tuple(PainSum(date.fromisoformat(day), Side(foot), *sums) for day, foot, *sums in rows)


def _tally_between(by_day: str, by_month: str, first: date, last: date) -> tuple[str, list[str]]:
    """The sums from a day to another, and the values to ask for them with: of each whole month, and of the other days.

    `by_day` and `by_month` are the kinds of sums; without the second, of every day.
    """
    month = Unit.MONTH.begin
    begin = month(first) if first.day == 1 else month(month(first) + _MONTH)
    end = month(last) if (last + _DAY).day > 1 else last + _DAY  # the first day that is in no whole month any more
    parts = [(by_day, first, last)]
    if by_month and begin < end:
        parts = [(by_day, first, begin - _DAY), (by_month, begin, end - _DAY), (by_day, end, last)]
    values = [v for kind, *days in parts for v in (kind, *(str(d)[: 7 if kind == by_month else 10] for d in days))]
    return " UNION ALL ".join(["SELECT * FROM tally WHERE kind = ? AND period BETWEEN ? AND ?"] * len(parts)), values
