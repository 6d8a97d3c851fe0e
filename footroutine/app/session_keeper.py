"""Keeps a session in the history while the conductor leads it: from its start on, and anew at every completed set."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from footroutine.domain.errors import Problem
from footroutine.domain.history import SessionRecord, SessionState, SetRecord
from footroutine.domain.resume import NO_LEAD_IN, LeadIn, Progress, Recipe
from footroutine.domain.timeline import WORK, Ms, Timeline
from footroutine.player.record import NOTHING_DONE, PlannedSets, Record, SetDone, SetKey
from footroutine.player.state import START, Effect, Ended, Entered, Left, Moved, State
from footroutine.services import clock

if TYPE_CHECKING:
    from footroutine.services.history_db import History


@dataclass(frozen=True)
class Start:
    """Where a session begins in its timeline: at its start, or where `session` goes on."""

    position_ms: Ms = START
    record: Record = NOTHING_DONE
    lead_in: LeadIn = NO_LEAD_IN
    session: SessionRecord | None = None


BEGINNING = Start()


class SessionKeeper(QObject):
    """Turns what the player did into the session's record.

    Signals:
        notice: one line to be shown: the history cannot be written, or was damaged.
    """

    notice = Signal(str)

    def __init__(self, opened: Callable[[], "History"], now: Callable[[], datetime] = clock.now) -> None:
        super().__init__()
        self._opened = opened
        self._now = now
        self._session: SessionRecord | None = None
        self.session_id: int | None = None  # of the session that goes on, or was the last
        self._lead_in = NO_LEAD_IN
        self._planned = PlannedSets({})

    @cached_property
    def history(self) -> "History":
        """The history, made when it is first needed: the first picture is not; its problems become notices."""
        history = self._opened()
        history.tell = self._on_problem
        return history

    def close(self) -> None:
        """Have everything written; at the end of the program."""
        if "history" in vars(self):
            self.history.close()

    def _on_problem(self, problem: Problem) -> None:
        self.notice.emit(str(problem))

    def begin(self, timeline: Timeline, start: Start) -> None:
        """A session begins; nothing of it is done but what was done before."""
        now = self._now()
        self._lead_in, self._planned = start.lead_in, PlannedSets.of(timeline)
        if start.session:
            self._session = replace(start.session, saved=now, state=SessionState.OPEN)
        else:
            routine = timeline.routine
            self._session = SessionRecord(
                self.history.new_id(now), routine.id, routine.name, now, now, SessionState.OPEN, 0,
                _sets(self._planned.done(start.record), (), now), Recipe.of(timeline), None,
            )  # fmt: skip
        self.session_id = self._session.id

    def follow(self, timeline: Timeline, record: Record, state: State, effects: Sequence[Effect]) -> None:
        """Note what happened, and write it where it must not be lost."""
        if self._session is None or not effects:
            return
        segments = timeline.segments
        active_ms, is_due, final = self._session.active_ms, False, None
        for effect in effects:
            match effect:
                case Left(index):
                    active_ms += segments[index].end_ms - segments[index].start_ms
                    is_due |= segments[index].kind in WORK and self._completes(record)
                case Entered(index):
                    is_due |= segments[index].kind not in WORK
                case Moved():
                    is_due = True
                case Ended(finished):
                    is_due, final = True, SessionState.FINISHED if finished else SessionState.STOPPED
        self._session = replace(self._session, active_ms=active_ms)
        if is_due:
            self._write(timeline, record, state, final)

    def leave(self, session: SessionRecord) -> None:
        """Keep a session that was left as partial: it is not gone on with."""
        self.history.save(replace(session, state=SessionState.PARTIAL))

    def _completes(self, record: Record) -> bool:
        assert self._session is not None
        return sum(each.is_complete for each in self._planned.done(record)) > self._session.sets_done

    def _write(self, timeline: Timeline, record: Record, state: State, final: SessionState | None) -> None:
        assert self._session is not None
        now, at_first = self._now(), self._lead_in.at_first
        under_way = at_first(timeline.segment_index(state.position_ms))
        self._session = replace(
            self._session,
            saved=now,
            state=final or SessionState.OPEN,
            sets=_sets(self._planned.done(record), self._session.sets, now),
            progress=Progress(under_way, frozenset(map(at_first, record.done))),
        )
        self.history.save(self._session)
        if final:
            self._session = None


def _sets(now_done: Iterable[SetDone], before: tuple[SetRecord, ...], now: datetime) -> tuple[SetRecord, ...]:
    """Every planned set with what is done of it; one of which more is done than before was done now."""
    known = {SetKey(each.step, each.number, each.side): each for each in before}
    sets = []
    for done in now_done:
        old = known.get(done.key)
        is_more = done.done_reps > (old.done_reps if old else 0) or done.done_ms > (old.done_ms if old else 0)
        done_at = now if is_more else old.done_at if old else None
        key = done.key
        sets.append(
            SetRecord(key.step, key.set, key.side, done.exercise, done.planned_reps, done.done_reps,
                      done.planned_ms, done.done_ms, done_at)
        )  # fmt: skip
    return tuple(sets)
