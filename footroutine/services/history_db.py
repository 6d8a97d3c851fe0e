"""The history of one person: every session and every set, in one SQLite file of theirs.

Questions are answered in the thread that asks, in about a millisecond; sessions are written by a thread of its own.
Nothing is raised: what is wrong with the file is told once, and a question that cannot be answered has an empty answer.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from footroutine.domain.errors import Problem
from footroutine.domain.history import SessionRecord, SetRecord, unfinished
from footroutine.domain.pain import PainRecord
from footroutine.domain.periods import Unit
from footroutine.domain.progress import ExerciseTotal, PainSum, PlannedTotal, RoutineTotal
from footroutine.services import history_rows as rows
from footroutine.services import history_sums as sums
from footroutine.services.history_file import HistoryFile, sound
from footroutine.services.history_writer import HistoryWriter, WriterLock

LOCK_NAME = "history.lock"


class History:
    """`tell` is called with each problem, in the thread in which it came up; set it before the first question."""

    def __init__(self, folder: Path) -> None:
        self.tell: Callable[[Problem], None] = lambda _: None
        self._lock = WriterLock(folder / LOCK_NAME)
        self._file = HistoryFile(folder, lambda problem: self.tell(problem))
        self._writer = HistoryWriter(self._file, self._lock)

    @property
    def path(self) -> Path:
        """Where the file is, or will be."""
        return self._file.path

    def new_id(self, began: datetime) -> int:
        """The id of a session begun now: in the order of time, and below 2 ** 53 so that any program can read it."""
        return rows.utc_ms(began) * 1000 + int.from_bytes(os.urandom(2)) % 1000

    def save(self, record: SessionRecord) -> None:
        """Keep a session as it stands. Only the conductor's session keeper calls this."""
        self._writer.save(record)

    def close(self) -> None:
        """Write what still waits; a later save begins anew."""
        self._writer.close()

    def in_one_go(self) -> AbstractContextManager[None]:
        """Many questions, for which the file is opened but once."""
        return self._file.held_open()

    def unfinished(self, today: date) -> SessionRecord | None:
        """The session to be gone on with today; None while it goes on in another program."""
        found = unfinished(self._file.ask(rows.latest_session, None), today)
        return None if found is None or self._is_recording_elsewhere() else found

    def sessions(self, first: date, last: date) -> tuple[SessionRecord, ...]:
        """The sessions begun on the local dates from the first to the last, both counted, in order."""
        return self._file.ask(lambda db: rows.sessions_between(db, first, last), ())

    def sessions_around(self, day: date) -> tuple[SessionRecord, ...]:
        """All sessions that may have something on a local date: what the day's ledger is made from."""
        return self.sessions(day - timedelta(days=1), day + timedelta(days=1))

    def sets_on(self, day: date) -> tuple[SetRecord, ...]:
        """The sets of which something was done on a local date, in the order of time."""
        return self._file.ask(lambda db: rows.sets_on(db, day), ())

    def span(self) -> tuple[date, date] | None:
        """The first and the last local date of which anything is kept."""
        return self._file.ask(rows.span, None)

    def next_day(self, day: date) -> date | None:
        """The first local date, from that one on, of which anything is kept."""
        return self._file.ask(lambda db: rows.next_day(db, day), None)

    def ran_ms(self, unit: Unit, first: date, last: date) -> dict[date, int]:
        """How long sessions ran in each stretch, of those begun from the first day to the last; in order."""
        return self._file.ask(lambda db: sums.ran_between(db, unit, first, last), {})

    def exercises(self, first: date, last: date) -> tuple[ExerciseTotal, ...]:
        """The sums of each exercise and side from the first day to the last."""
        return self._file.ask(lambda db: sums.exercises_between(db, first, last), ())

    def planned(self, first: date, last: date) -> tuple[PlannedTotal, ...]:
        """What was planned and done of each exercise and side in the sessions begun from the first day to the last."""
        return self._file.ask(lambda db: sums.planned_between(db, first, last), ())

    def routines(self, first: date, last: date) -> tuple[RoutineTotal, ...]:
        """Each routine that was begun from the first day to the last."""
        return self._file.ask(lambda db: sums.routines_between(db, first, last), ())

    def whole_days(self, first: date, last: date) -> dict[date, bool]:
        """The days on which anything was done of a session begun then: whether one of that day was done whole."""
        return self._file.ask(lambda db: sums.whole_days(db, first, last), {})

    def pain_sums(self, unit: Unit, first: date, last: date) -> tuple[PainSum, ...]:
        """What was said of each foot, by day or by a longer stretch, in order."""
        return self._file.ask(lambda db: sums.pain_between(db, unit, first, last), ())

    def pain_ever(self) -> tuple[PainSum, ...]:
        """What was said of each foot at all times, by month, in order."""
        return self._file.ask(sums.pain_ever, ())

    def is_sound(self) -> bool:
        """Every page of the file can be read and fits the others; a history that there is not yet is sound."""
        return self._file.ask(sound, True)

    def active_runs(self) -> tuple[tuple[date, date], ...]:
        """Every run of days with at least one complete set, as its first and last day: what the streak is made from."""
        return self._file.ask(sums.active_runs, ())

    def save_pain(self, record: PainRecord) -> bool:
        """Keep what was said of a foot; said again for the same session and moment, it takes its place.

        False, and told, where it cannot be kept.
        """
        return self._file.change(lambda db: rows.save_pain(db, record))

    def pains(self, first: date, last: date) -> tuple[PainRecord, ...]:
        """What was said of either foot from the first local date to the last, both counted, in order."""
        return self._file.ask(lambda db: rows.pains_between(db, first, last), ())

    def save_note(self, day: date, text: str) -> bool:
        """Keep a person's own words of a day; none takes them away. False, and told, where they cannot be kept."""
        return self._file.change(lambda db: rows.save_note(db, day, text))

    def notes(self, first: date, last: date) -> dict[date, str]:
        """The notes from the first local date to the last, both counted, in order."""
        return self._file.ask(lambda db: rows.notes_between(db, first, last), {})

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """While nobody records a session, here or elsewhere: for replacing the file. False if somebody does."""
        self.close()
        held = False
        try:
            held = self._lock.take()
        except sqlite3.Error:
            yield False
            return
        try:
            yield held
        finally:
            if held:
                self._lock.release()

    def copy_to(self, place: Path) -> bool:
        """Write a copy that stands alone, though a session goes on; False where there is no history to copy."""
        return self._file.ask(lambda db: _copied(db, place), False)

    def _is_recording_elsewhere(self) -> bool:
        probe = WriterLock(self._lock.path)
        try:
            return not probe.take()
        except OSError:
            return False
        finally:
            probe.release()


def _copied(db: sqlite3.Connection, place: Path) -> bool:
    with closing(sqlite3.connect(place)) as copy:
        db.backup(copy)  # page by page: a repair knows which table begins where
    return True
