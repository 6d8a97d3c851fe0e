"""The history's file: opened, brought up to date, and when it is damaged set aside and read into a new one.

Nothing here is raised for a bad file: what is wrong is told, once. A connection is opened for each question, or for a
few asked together, and closed after it (about a millisecond), so none stays with a file that was set aside.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock, local
from typing import TypeVar

from footroutine.domain.errors import Problem
from footroutine.services.history_bounds import TooMuchError, check_days
from footroutine.services.history_schema import (
    APPLICATION_ID,
    LONGEST_TEXT,
    VERSION,
    described,
    migrate,
    tables_of,
    version_of,
)

FILE_NAME = "history.db"
BUSY_S = 5.0  # how long another program's writing is waited for

T = TypeVar("T")

_NOT_KEPT = "What you do now is not recorded until it can be; the file is left as it is"


class DamagedError(Exception):
    """The file is no history, or parts of it cannot be read."""


# A ValueError comes also of what sqlite itself says of a damaged file, where that is no text.
UNUSABLE = (DamagedError, sqlite3.Error, ValueError)


class HistoryFile:
    """One person's history in a folder. May be used from several threads; `tell` is called in the one that asks.

    Nobody may open the file but through sqlite: closing it anywhere in the program would, on Unix, let go of the locks
    of every connection to it.
    """

    def __init__(self, folder: Path, tell: Callable[[Problem], None]) -> None:
        self.path = folder / FILE_NAME
        self._tell = tell
        self._told: set[str] = set()
        self._records = True
        self._seen = (0, 0)
        self._refused: TooMuchError | None = None
        self._mending = RLock()
        self._held = local()  # each thread's own connection, while it asks in one go

    def ask(self, question: Callable[[sqlite3.Connection], T], default: T) -> T:
        """The answer to a question; the default where there is no file, or none that can be read."""
        if not self.path.exists():
            return default
        try:
            if self._is_holding:
                return question(self._held_connection())
            return self._with(self.connect, question)
        except (*UNUSABLE, TypeError, OverflowError) as error:
            self._let_go()
            if is_damage(error):
                return self._after_recovery(question, default)
            reason = error
        if not isinstance(reason, TooMuchError):
            with suppress(*UNUSABLE, TypeError, OverflowError):
                return self._with(self._connect_to_read, question)
        self.tell(f"cannot be read ({reason})", "The rest of the program works")
        return default

    @contextmanager
    def held_open(self) -> Iterator[None]:
        """What is asked meanwhile in this thread is asked by one connection, or anew where something was wrong."""
        is_first = not self._is_holding
        self._held.holds = True
        try:
            yield
        finally:
            if is_first:
                self._held.holds = False
                self._let_go()

    @property
    def _is_holding(self) -> bool:
        return getattr(self._held, "holds", False)

    def _held_connection(self) -> sqlite3.Connection:
        if not getattr(self._held, "db", None):
            self._held.db = self.connect()
        db: sqlite3.Connection = self._held.db
        return db

    def _let_go(self) -> None:
        if held := getattr(self._held, "db", None):
            self._held.db = None
            held.close()

    def change(self, work: Callable[[sqlite3.Connection], object]) -> bool:
        """Do something small to the file in one transaction; False, and told, where it cannot be done."""

        def in_one(db: sqlite3.Connection) -> None:
            with transaction(db):
                work(db)

        try:
            try:
                self._with(self.connect, in_one)
            except UNUSABLE as error:
                if not is_damage(error) or not self.mend():
                    raise
                self._with(self.connect, in_one)
        except UNUSABLE as error:
            self.tell(f"cannot be written ({error})", "This was not recorded")
            return False
        return True

    def connect(self) -> sqlite3.Connection:
        """Open the file for writing, made if there is none; of the newest version.

        Raises:
            DamagedError: it is no history.
            NewerError: a newer version of the program made it.
            TooMuchError: it holds more than anybody can have done.
            sqlite3.Error: it cannot be opened or brought up to date.
        """
        with suppress(OSError):  # for its owner only, from its first moment; sqlite gives -wal and -shm the same
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # it may have been taken away
            self.path.touch(mode=0o600, exist_ok=False)
        db = sqlite3.connect(self.path, timeout=BUSY_S, isolation_level=None)
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
        try:
            # Looked at anew only when it is another file, or its tables have been changed.
            seen = self.path.stat().st_ino, db.execute("PRAGMA schema_version").fetchone()[0]
            if seen != self._seen:
                self._refused = None
                try:
                    check_ours(db)
                except TooMuchError as error:
                    self._refused = error
                self._seen = seen
            if self._refused:
                raise self._refused
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")  # a set that is told as done outlasts a power cut
            db.execute("PRAGMA fullfsync = ON")  # macOS: to the disk, not only to its cache
            db.execute("PRAGMA foreign_keys = ON")
            migrate(db)
        except BaseException:
            db.close()
            raise
        return db

    def mend(self) -> bool:
        """Set a damaged file aside and read what can be read into a new one; False if that cannot be done."""
        with self._mending:
            try:
                with closing(self.connect()) as db:
                    if sound(db):
                        return True  # another thread has just mended it
            except UNUSABLE:
                pass
            from footroutine.services.history_recover import recover  # rarely needed

            try:
                kept, sessions = recover(self.path)
            except (OSError, *UNUSABLE) as error:
                self.tell(f"is damaged and cannot be set aside ({error})", _NOT_KEPT)
                return False
            read = f"{sessions} session{'' if sessions == 1 else 's'} could be read from it into a new one"
            self.tell("is damaged", f"It is kept as {kept}; {read}")
            return True

    def tell(self, reason: str, hint: str) -> None:
        """Say what is wrong with the file, once."""
        if reason not in self._told:
            self._told.add(reason)
            self._tell(Problem(str(self.path), "", reason, hint))

    def not_recorded(self, error: Exception) -> None:
        """Say that sessions cannot be recorded, and why; once, though the reason may change."""
        if self._records:
            self._records = False
            reason = f"{error}" if isinstance(error, NewerError) else f"cannot be written ({error})"
            self._tell(Problem(str(self.path), "", reason, _NOT_KEPT))

    def recorded(self) -> None:
        """A session was recorded; if one could not be before, that is said."""
        if not self._records:
            self._records = True
            self._tell(Problem(str(self.path), "", "can be written again", "What you did meanwhile is recorded too"))

    def _after_recovery(self, question: Callable[[sqlite3.Connection], T], default: T) -> T:
        if self.mend():
            try:
                return self._with(self.connect, question)
            except (*UNUSABLE, TypeError, OverflowError) as error:
                self.tell(f"cannot be read ({error})", "The rest of the program works")
        return default

    def _with(self, opened: Callable[[], sqlite3.Connection], question: Callable[[sqlite3.Connection], T]) -> T:
        with closing(opened()) as db:
            return question(db)

    def _connect_to_read(self) -> sqlite3.Connection:
        """A file that cannot be written, as it is; its folder cannot either, so nobody else writes it meanwhile."""
        db = sqlite3.connect(f"{self.path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
        try:
            check_ours(db)
            if version_of(db) != VERSION:
                raise NewerError("made by another version of the program")
        except BaseException:
            db.close()
            raise
        return db


class NewerError(sqlite3.Error):
    """The file is of a version that this program does not know."""


class transaction:  # noqa: N801 - reads as a word
    """One transaction: all of it is kept, or nothing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            try:
                self._db.execute("COMMIT")
                return
            except sqlite3.Error:
                self._roll_back()
                raise
        self._roll_back()

    def _roll_back(self) -> None:
        if self._db.in_transaction:  # on a full disk sqlite may have done it by itself
            self._db.execute("ROLLBACK")


def is_damage(error: Exception) -> bool:
    """The file itself is at fault, and not a full disk, a lock or a right that is missing."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG)
    return True


def sound(db: sqlite3.Connection) -> bool:
    """Every page of the file can be read, and fits the others; takes about a second for ten years."""
    try:
        return [row[0] for row in db.execute("PRAGMA quick_check(1)")] == ["ok"]
    except sqlite3.DatabaseError:
        return False


def check_ours(db: sqlite3.Connection) -> None:
    """See that an open file is a history with the very tables that this program makes, or an empty file.

    A file may come from anybody: a view, a trigger or a condition in it would be a program that runs when it is read.

    Raises:
        DamagedError: it is not.
        NewerError: a newer version of the program made it.
        TooMuchError: it holds more than anybody can have done.
        sqlite3.Error: it cannot be read.
    """
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
    version = version_of(db)
    if version > VERSION:
        raise NewerError(f"made by a newer version of the program ({version}, this one knows {VERSION})")
    ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if described(db) != (tables_of(version) if ours and version > 0 else frozenset()):
        raise DamagedError("it is no history of this program")
    if version > 0:
        check_days(db)
