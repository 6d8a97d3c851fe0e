"""Records as rows and back.

A moment is three columns: milliseconds of UTC, the local offset in seconds, the local date.
"""

import json
import sqlite3
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import groupby
from typing import Any, TypeVar

from footroutine.domain.exercise import Pace, Side
from footroutine.domain.history import SessionRecord, SessionState, SetRecord
from footroutine.domain.pain import PainMoment, PainRecord
from footroutine.domain.resume import Progress, Recipe, RecipeStep
from footroutine.domain.timeline import Dose
from footroutine.services.history_bounds import bounded
from footroutine.services.toml_table import shown

T = TypeVar("T")

_DATED = ("session", "pain", "note")  # tables
FIRST_DAY, LAST_DAY = "1970-01-01", "2200-01-01"
_LONGEST_S = 3600
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ONE_MS = timedelta(milliseconds=1)

_SET_COLUMNS = "step, number, side, exercise, planned_reps, done_reps, planned_ms, done_ms, done_utc, done_offset"

_SAVE_SESSION = """
INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET saved_utc = excluded.saved_utc, saved_offset = excluded.saved_offset,
  state = excluded.state, active_ms = excluded.active_ms, resume = excluded.resume
"""
# What was done is never taken back, and a set that is written again is the same set.
_SAVE_SET = """
INSERT INTO exercise_set VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (session, step, number, side) DO UPDATE SET done_reps = excluded.done_reps, done_ms = excluded.done_ms,
  planned_ms = excluded.planned_ms, done_utc = excluded.done_utc, done_offset = excluded.done_offset,
  date = excluded.date
WHERE (excluded.done_reps, excluded.done_ms) > (done_reps, done_ms)
"""


def utc_ms(moment: datetime) -> int:
    """Milliseconds of UTC since 1970."""
    return (moment - _EPOCH) // _ONE_MS


def moment_columns(moment: datetime) -> tuple[int, int, str]:
    """The three columns of a moment."""
    offset = moment.utcoffset() or timedelta()
    return utc_ms(moment), offset // timedelta(seconds=1), moment.date().isoformat()


def moment_of(utc: int, offset: int) -> datetime:
    """The moment of two columns, with the offset that it was lived at.

    Raises:
        ValueError: no such moment.
        OverflowError: no such moment.
    """
    return (_EPOCH + timedelta(milliseconds=utc)).astimezone(_zone(offset))


@lru_cache(maxsize=100)
def _zone(offset: int) -> timezone:
    return timezone(timedelta(seconds=offset))


def save_session(db: sqlite3.Connection, record: SessionRecord) -> None:
    """Write a session and all its sets, new or known; the caller has a transaction.

    Every older session that was left open or stopped is partial from now on.
    """
    began, saved = moment_columns(record.began), moment_columns(record.saved)
    row = (record.id, record.routine, record.name, *began, *saved[:2], record.state.value, record.active_ms)
    db.execute(_SAVE_SESSION, (*row, _resume_text(record)))
    db.execute("UPDATE session SET state = 'partial', resume = NULL WHERE id <> ? AND resume IS NOT NULL", (record.id,))
    for each in record.sets:
        done = moment_columns(each.done_at) if each.done_at else (None, None, None)
        db.execute(
            _SAVE_SET,
            (record.id, each.step, each.number, each.side.value, each.exercise, each.planned_reps, each.done_reps,
             each.planned_ms, each.done_ms, *done),
        )  # fmt: skip


def latest_session(db: sqlite3.Connection) -> SessionRecord | None:
    """The session that was begun last."""
    found = _sessions(db, "ORDER BY id DESC LIMIT 1", ())
    return found[0] if found else None


def sessions_between(db: sqlite3.Connection, first: date, last: date) -> tuple[SessionRecord, ...]:
    """The sessions begun on the local dates from the first to the last, both counted, in order."""
    return _sessions(db, "WHERE date BETWEEN ? AND ? ORDER BY began_utc, id", (first.isoformat(), last.isoformat()))


def sets_on(db: sqlite3.Connection, day: date) -> tuple[SetRecord, ...]:
    """The sets of which something was done on a local date, in the order of time."""
    # A session is on its first day; one begun on the day before may have gone on into this one.
    rows = db.execute(
        f"SELECT {_SET_COLUMNS} FROM session JOIN exercise_set ON session = id"
        " WHERE session.date BETWEEN ? AND ? AND exercise_set.date = ? ORDER BY done_utc, session, step, number",
        ((day - timedelta(days=2)).isoformat(), (day + timedelta(days=2)).isoformat(), day.isoformat()),
    )
    return tuple(map(_set, bounded(rows)))


def span(db: sqlite3.Connection) -> tuple[date, date] | None:
    """The first and the last local date of which anything is kept.

    Raises:
        ValueError: no one can have lived it.
    """
    # One by one: sqlite then reads the ends of each index, and not all of it.
    ends = [(f"(SELECT min(date) AS day FROM {table})", f"(SELECT max(date) AS day FROM {table})") for table in _DATED]
    firsts, lasts = (" UNION ALL SELECT day FROM ".join(each) for each in zip(*ends, strict=True))
    first, last = db.execute(
        f"SELECT (SELECT min(day) FROM (SELECT day FROM {firsts})), (SELECT max(day) FROM (SELECT day FROM {lasts}))"
    ).fetchone()
    if first is None:
        return None
    if not (first >= FIRST_DAY and last <= LAST_DAY):
        raise ValueError(f"it holds days from {shown(first)} to {shown(last)}")
    return date.fromisoformat(first), date.fromisoformat(last)


def next_day(db: sqlite3.Connection, day: date) -> date | None:
    """The first local date, from that one on, of which anything is kept."""
    firsts = (f"SELECT (SELECT min(date) FROM {table} WHERE date >= ?1) AS day" for table in _DATED)
    (found,) = db.execute(f"SELECT min(day) FROM ({' UNION ALL '.join(firsts)})", (day.isoformat(),)).fetchone()
    return date.fromisoformat(found) if found else None


def save_pain(db: sqlite3.Connection, record: PainRecord) -> None:
    """Write what was said of a foot; for the same session and moment it takes the place of what was said before."""
    same = (record.session, record.foot.value, record.moment.value)
    db.execute("DELETE FROM pain WHERE session = ? AND foot = ? AND moment = ?", same)
    row = (None, *same, record.score, *moment_columns(record.at))
    db.execute("INSERT INTO pain VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def pains_between(db: sqlite3.Connection, first: date, last: date) -> tuple[PainRecord, ...]:
    """What was said of either foot from the first local date to the last, both counted, in order."""
    rows = db.execute(
        "SELECT foot, moment, score, at_utc, at_offset, session FROM pain"
        " WHERE date BETWEEN ? AND ? ORDER BY at_utc, id",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(
        PainRecord(Side(foot), PainMoment(moment), score, moment_of(utc, offset), session)
        for foot, moment, score, utc, offset, session in bounded(rows)
    )


def save_note(db: sqlite3.Connection, day: date, text: str) -> None:
    """Write the note of a day; an empty one takes it away."""
    db.execute("DELETE FROM note WHERE date = ?", (day.isoformat(),))
    if text:
        db.execute("INSERT INTO note VALUES (?, ?)", (day.isoformat(), text))


def notes_between(db: sqlite3.Connection, first: date, last: date) -> dict[date, str]:
    """The notes from the first local date to the last, both counted, in order."""
    rows = db.execute(
        "SELECT date, text FROM note WHERE date BETWEEN ? AND ? ORDER BY date", (first.isoformat(), last.isoformat())
    )
    return {date.fromisoformat(day): text for day, text in bounded(rows)}


def _sessions(db: sqlite3.Connection, which: str, values: tuple[str, ...]) -> tuple[SessionRecord, ...]:
    rows = bounded(db.execute(f"SELECT * FROM session {which}", values))
    in_question = f"(SELECT id FROM session {which})"
    sets = db.execute(
        f"SELECT session, {_SET_COLUMNS} FROM exercise_set WHERE session IN {in_question}"
        " ORDER BY session, step, number, done_utc IS NULL, done_utc, side",
        values,
    )
    by_session = {
        id_: tuple(_set(row[1:]) for row in own) for id_, own in groupby(bounded(sets), key=lambda row: row[0])
    }
    return tuple(_session(row, by_session.get(row[0], ())) for row in rows)


def _session(row: tuple[Any, ...], sets: tuple[SetRecord, ...]) -> SessionRecord:
    id_, routine, name, began, began_offset, _, saved, saved_offset, state, active_ms, resume = row
    recipe, progress = _resume_of(resume)
    return SessionRecord(
        id_, routine, name, moment_of(began, began_offset), moment_of(saved, saved_offset), SessionState(state),
        active_ms, sets, recipe, progress,
    )  # fmt: skip


def _set(row: tuple[Any, ...]) -> SetRecord:
    step, number, side, exercise, planned_reps, done_reps, planned_ms, done_ms, utc, offset = row
    done_at = None if utc is None else moment_of(utc, offset)
    return SetRecord(step, number, Side(side), exercise, planned_reps, done_reps, planned_ms, done_ms, done_at)


def _resume_text(record: SessionRecord) -> str | None:
    if record.recipe is None or record.progress is None or record.state is SessionState.FINISHED:
        return None
    return json.dumps(
        {
            "shape": record.recipe.shape,
            "steps": [asdict(step) for step in record.recipe.steps],
            "segment": record.progress.segment,
            "done": sorted(record.progress.done),
            "routine": [record.recipe.routine, record.recipe.name],
        }
    )


def _resume_of(text: str | None) -> tuple[Recipe | None, Progress | None]:
    """How to go on; what cannot be understood is nothing to go on with."""
    if text is None:
        return None, None
    try:
        told = json.loads(text)
        steps = tuple(map(_step, told["steps"]))
        routine, name = told["routine"]
        recipe = Recipe(_a(str, routine), _a(str, name), steps, _a(int, told["shape"]))
        return recipe, Progress(_a(int, told["segment"]), frozenset(_a(int, number) for number in told["done"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None, None


def _step(told: dict[str, Any]) -> RecipeStep:
    return RecipeStep(_a(str, told["exercise"]), _a(str, told["variant"]), _dose(told["dose"]))


def _dose(told: dict[str, Any]) -> Dose:
    hold_s, cycle_s, rest_s = (_seconds(told[key]) for key in ("hold_s", "cycle_s", "rest_s"))
    sets, reps = _a(int, told["sets"]), _a(int, told["reps"])
    return Dose(sets, reps, hold_s, cycle_s, rest_s, Pace(told["pace"]), Side(told["first_side"]))


def _a(kind: type[T], value: object) -> T:
    """The value; TypeError if it is of another kind."""
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _seconds(value: object) -> float:
    """The value; ValueError or TypeError where it is no length of time."""
    if not isinstance(value, (int, float)) or not 0 <= value <= _LONGEST_S:
        raise ValueError(value)
    return value
