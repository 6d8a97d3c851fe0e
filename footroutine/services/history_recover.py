"""Reading what can be read of a damaged history into a new one. The damaged file itself is only renamed."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from footroutine.services.files import set_aside
from footroutine.services.history_bounds import TooMuchError, check_all
from footroutine.services.history_schema import FILLED, KEPT, LONGEST_TEXT, MIGRATIONS, migrate

_MONTH = 31 * 24 * 3600 * 1_000_000  # of ids, which begin with the milliseconds: damage costs its neighbours, no more
_MOST_WORK = 100  # millions of sqlite's own steps; ten years take some 20
_LOGS = ("-wal", "-shm")

# Sets that were done count, also where their session's own line is lost.
_WITHOUT_SESSION = """
INSERT INTO session
SELECT session, '', 'Recovered', min(done_utc), done_offset, min(date), max(done_utc), done_offset, 'partial', 0, NULL
FROM exercise_set WHERE date IS NOT NULL AND session NOT IN (SELECT id FROM session) GROUP BY session
"""


def recover(path: Path) -> tuple[Path, int]:
    """Put a damaged file aside, and one with all that could be read in its place: where it is, how many sessions.

    Raises:
        OSError: the folder cannot be written, or is full; the file is as it was.
        sqlite3.Error: no new file could be made; the file is as it was.
    """
    with TemporaryDirectory(prefix=".history-", dir=path.parent) as folder:
        copy, fresh = Path(folder) / "copy.db", Path(folder) / "fresh.db"
        fresh.touch(mode=0o600)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as new:
            migrate(new, FILLED[:1])
            # As it is; else with the beginning of an empty one, of those that were recorded or of those filled here.
            for begun in ((), MIGRATIONS[:1], FILLED[:1]):
                _copy(path, copy)
                if not begun and _is_nobodys(copy):
                    break
                if begun:
                    _put_schema(copy, _schema_pages(Path(folder) / f"{len(begun[0])}.db", begun))
                _salvage(copy, new)
                if _count(new):
                    break
            sessions = _count(new)
            migrate(new, FILLED)
        kept = set_aside(path)
        for end in _LOGS:
            with suppress(FileNotFoundError):
                path.with_name(path.name + end).rename(kept.with_name(kept.name + end))
        fresh.rename(path)
    return kept, sessions


def _copy(path: Path, copy: Path) -> None:
    for end in ("", "-wal"):
        with suppress(FileNotFoundError):
            shutil.copyfile(path.with_name(path.name + end), copy.with_name(copy.name + end))


def _is_nobodys(copy: Path) -> bool:
    """Whether it can be read well enough to see that it holds what nobody can have done."""
    with closing(sqlite3.connect(copy)) as db:
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
        _limit_work(db)
        try:
            if not all(_is_table(db, table) for table in (*KEPT, "tally")):
                return False
            check_all(db)
        except TooMuchError:
            return True
        except sqlite3.Error:  # damage in it
            return False
    return False


def _is_table(db: sqlite3.Connection, name: str) -> bool:
    """Only a plain one: a view, or a table of another kind, is a program that runs while it is read."""
    query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ? AND rootpage > 0"
    return bool(db.execute(query, (name,)).fetchone()[0])


def _limit_work(db: sqlite3.Connection) -> None:
    worked = count(1)
    db.set_progress_handler(lambda: next(worked) > _MOST_WORK, 1_000_000)


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM session").fetchone()[0])


def _schema_pages(empty: Path, begun: Sequence[str]) -> dict[int, bytes]:
    """The pages of an empty history that say which table begins where, by their number from 0.

    Of one of the first version: it has all that is kept, at the same pages as every later one, new or migrated.
    """
    with closing(sqlite3.connect(empty, isolation_level=None)) as first:
        migrate(first, begun)
        size = first.execute("PRAGMA page_size").fetchone()[0]
        tables = {row[0] - 1 for row in first.execute("SELECT rootpage FROM sqlite_master")}
    raw = empty.read_bytes()
    return {n: raw[n * size : (n + 1) * size] for n in range(len(raw) // size) if n not in tables}


def _put_schema(copy: Path, pages: dict[int, bytes]) -> None:
    """Give a file whose beginning is lost that of a new one: the same tables begin at the same pages."""
    copy.with_name(copy.name + "-wal").unlink(missing_ok=True)
    with copy.open("r+b") as file:
        length, size = file.seek(0, 2), len(pages[0])
        if length < size * max(pages):
            return
        for number, page in pages.items():
            file.seek(number * size)
            file.write(page)
        file.seek(28)  # how many pages there are
        file.write((length // size).to_bytes(4, "big"))


def _salvage(copy: Path, new: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as old:
        old.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
        _limit_work(old)
        old.text_factory = lambda raw: raw.decode(errors="replace")
        for table, key in KEPT.items():
            columns = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
            marks = ", ".join("?" * len(columns))
            new.execute("BEGIN")
            for row in _rows(old, table, key, columns):
                with suppress(sqlite3.Error):  # what no history could hold is no history
                    new.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
            new.execute("COMMIT")
    new.execute(_WITHOUT_SESSION)
    new.execute("DELETE FROM exercise_set WHERE session NOT IN (SELECT id FROM session)")


def _rows(old: sqlite3.Connection, table: str, key: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    """All rows that can be read, month by month, from both ends of each; a row may come twice."""
    try:
        if not _is_table(old, table):
            return
        known = {row[1] for row in old.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return
    wanted = ", ".join(c if c in known else f"NULL AS {c}" for c in columns)
    ends = [_end(old, table, key, way) for way in ("ASC", "DESC")]
    first, last = (ends[0] or 0), (ends[1] or 2**53)
    months = list(range(first, last + 1, max(_MONTH, (last - first) // 1000)))
    for month, following in zip(months, [*months[1:], last + 1], strict=True):
        for way in ("ASC", "DESC"):
            query = f"SELECT {wanted} FROM {table} WHERE {key} >= ? AND {key} < ? ORDER BY {key} {way}"
            try:
                yield from old.execute(query, (month, following))
                break
            except sqlite3.DatabaseError:
                continue


def _end(old: sqlite3.Connection, table: str, key: str, way: str) -> int | None:
    with suppress(sqlite3.DatabaseError, TypeError):
        found = old.execute(f"SELECT {key} FROM {table} ORDER BY {key} {way} LIMIT 1").fetchone()[0]
        return found if isinstance(found, int) and 0 < found < 2**53 else None
    return None
