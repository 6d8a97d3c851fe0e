"""Writes sessions to the history in a thread of its own, so that a slow disk never holds up a beat.

Each save is the whole session as it stands; a newer one takes the place of one that still waits. One that failed, as on
a full disk, is tried again until it can be written or the program ends.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from footroutine.domain.history import SessionRecord, SessionState
from footroutine.services.history_file import UNUSABLE, HistoryFile, NewerError, is_damage, transaction
from footroutine.services.history_rows import save_session

WAIT_S = (
    0.15  # what a save may cost the one who asks; a healthy disk takes a fiftieth, on a very busy machine half of it
)
LATE_WAIT_S = 0.03  # what it may cost while the disk has not answered in time
LAST_WAIT_S = 10.0  # at the end of the program
AGAIN_S = 1.0  # after which what could not be written is tried again


class WriterLock:
    """Held by the one program that records a session, and let go of by the system however that program ends.

    It is sqlite's own lock on an empty file beside the history, which others may go on reading.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: sqlite3.Connection | None = None

    def take(self) -> bool:
        """Hold it from now on; False if another program does.

        Raises:
            sqlite3.Error: the file cannot be made.
        """
        if self._db is not None:
            return True
        with suppress(OSError):
            self.path.touch(mode=0o600, exist_ok=False)  # opened only if it is new: see HistoryFile
        db = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            db.close()
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                return False
            raise
        self._db = db
        return True

    def release(self) -> None:
        """Let others have it."""
        if self._db is not None:
            self._db.close()
            self._db = None


class HistoryWriter:
    """Saves one session after another. Its thread begins with the first and ends with `close`."""

    def __init__(self, file: HistoryFile, lock: WriterLock) -> None:
        self._file = file
        self._lock = lock
        self._changed = Condition()
        self._next: SessionRecord | None = None
        self._busy = False
        self._closing = False
        self._is_late = False  # the last save was not written in time
        self._thread: Thread | None = None
        # Of the thread alone:
        self._db: sqlite3.Connection | None = None
        self._inode = 0
        self._refused: int | None = None
        self._failed: SessionRecord | None = None

    def save(self, record: SessionRecord) -> None:
        """Write a session as it stands; waits for the disk, but not longer than `WAIT_S`, and hardly for a slow one."""
        with self._changed:
            self._next = record
            if self._thread is None:
                self._closing = False
                self._thread = Thread(target=self._run, name="history", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        self._is_late = not self.wait(LATE_WAIT_S if self._is_late else WAIT_S)

    def wait(self, seconds: float) -> bool:
        """Wait until all is written, at most so long; whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self._next is None and not self._busy, seconds)

    def close(self) -> None:
        """Write what waits and end the thread."""
        if self._thread is None:
            return
        written = self.wait(LAST_WAIT_S)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if written:
            self._thread.join(LAST_WAIT_S)
        else:
            self._file.tell(f"the disk did not answer within {LAST_WAIT_S:.0f} s", "The last sets may not be recorded")
        self._thread = None

    def _run(self) -> None:
        while True:
            with self._changed:
                wait_s = None if self._failed is None else AGAIN_S
                self._changed.wait_for(lambda: self._next is not None or self._closing, wait_s)
                is_last = self._next is None and self._closing
                record, self._next = self._next or self._failed, None
                self._busy = record is not None
            if record is not None:
                try:
                    self._write(record)
                finally:
                    with self._changed:
                        self._busy = False
                        self._changed.notify_all()
            if is_last:
                self._leave()
                return

    def _write(self, record: SessionRecord) -> None:
        self._failed = None
        if self._refused == record.id:
            return
        try:
            if not self._lock.take():
                self._refused = record.id
                self._file.tell("is being written by another Foot Routine", "This session is not recorded")
                return
            try:
                self._save(record)
            except UNUSABLE as error:
                self._disconnect()
                if not is_damage(error) or not self._file.mend():
                    raise
                self._save(record)
        except UNUSABLE as error:
            self._disconnect()
            self._file.not_recorded(error)
            if not is_damage(error) and not isinstance(error, NewerError):
                self._failed = record
                return
        else:
            self._file.recorded()
        if record.state is not SessionState.OPEN:
            self._leave()

    def _save(self, record: SessionRecord) -> None:
        if self._db is None or self._inode != _inode(self._file.path):  # another one has set the file aside
            self._disconnect()
            self._db = self._file.connect()
            self._inode = _inode(self._file.path)
        with transaction(self._db):
            save_session(self._db, record)

    def _leave(self) -> None:
        self._disconnect()
        self._lock.release()

    def _disconnect(self) -> None:
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return -1
