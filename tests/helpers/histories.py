"""Sessions as they are kept, for tests of the history."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from builders import shipped

from footroutine.domain.history import SessionRecord, SessionState, SetRecord
from footroutine.domain.resume import Progress, Recipe
from footroutine.domain.timeline import Timeline
from footroutine.player.record import NOTHING_DONE, Record
from footroutine.services.history_db import History

TIMELINE = shipped("short").timeline
EVENING = datetime(2026, 11, 24, 19, 30, tzinfo=timezone(timedelta(hours=1)))


def sets_of(timeline: Timeline, record: Record, at: datetime) -> tuple[SetRecord, ...]:
    return tuple(
        SetRecord(d.key.step, d.key.set, d.key.side, d.exercise, d.planned_reps, d.done_reps, d.planned_ms,
                  d.done_ms, at if d.done_ms else None)
        for d in record.sets(timeline)
    )  # fmt: skip


def session(began: datetime = EVENING, *, done: int = 0, id_: int = 0, timeline: Timeline = TIMELINE) -> SessionRecord:
    """A session left after so many of its segments; with all of them it is finished."""
    segments = timeline.segments
    record = NOTHING_DONE if not done else Record(frozenset(n for n in range(done) if segments[n].movement))
    saved = began + timedelta(milliseconds=segments[done - 1].end_ms if done else 0)
    is_over = done >= len(segments)
    return SessionRecord(
        id_ or int(began.timestamp() * 1_000_000), timeline.routine.id, timeline.routine.name, began, saved,
        SessionState.FINISHED if is_over else SessionState.OPEN, segments[done - 1].end_ms if done else 0,
        sets_of(timeline, record, saved), Recipe.of(timeline),
        Progress(min(done, len(segments) - 1), record.done),
    )  # fmt: skip


def whole(began: datetime = EVENING, timeline: Timeline = TIMELINE) -> SessionRecord:
    return session(began, done=len(timeline.segments), timeline=timeline)


def stopped(record: SessionRecord) -> SessionRecord:
    return replace(record, state=SessionState.STOPPED)


def kept(folder: Path, *records: SessionRecord) -> History:
    """A history that holds these sessions, all written."""
    folder.mkdir(parents=True, exist_ok=True)
    history = History(folder)
    for record in records:
        history.save(record)
        history.close()
    return history


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """The answer of a connection that knows nothing of the program."""
    with sqlite3.connect(path) as db:
        found = db.execute(query).fetchall()
    db.close()
    return found
