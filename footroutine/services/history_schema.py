"""The tables of the history, and the steps that bring an older file to them.

Each step is one transaction. A file of every released version is kept in tests/migrations, and must always be read.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache

APPLICATION_ID = 0x466F6F74  # "Foot", in the file's header
LONGEST_TEXT = 1_000_000  # bytes of one value; how to go on with the longest session takes a tenth of that

# The days that can be told: 1970 to 9999, offsets below a day.
_UTC = "CHECK ({0} BETWEEN 0 AND 253402214400000)"
_OFFSET = "CHECK ({0} BETWEEN -86399 AND 86399)"
_DATE = "CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"

_TABLES = f"""
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  routine TEXT NOT NULL,
  name TEXT NOT NULL,
  began_utc INTEGER NOT NULL {_UTC.format("began_utc")},
  began_offset INTEGER NOT NULL {_OFFSET.format("began_offset")},
  date TEXT NOT NULL {_DATE.format("date")},
  saved_utc INTEGER NOT NULL {_UTC.format("saved_utc")},
  saved_offset INTEGER NOT NULL {_OFFSET.format("saved_offset")},
  state TEXT NOT NULL CHECK (state IN ('open', 'stopped', 'finished', 'partial')),
  active_ms INTEGER NOT NULL CHECK (active_ms >= 0),
  resume TEXT
) STRICT;
CREATE INDEX session_date ON session (date);
CREATE INDEX session_left ON session (id) WHERE resume IS NOT NULL;
CREATE TABLE exercise_set (
  session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step >= 0),
  number INTEGER NOT NULL CHECK (number >= 1),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
  exercise TEXT NOT NULL,
  planned_reps INTEGER NOT NULL CHECK (planned_reps >= 0),
  done_reps INTEGER NOT NULL CHECK (done_reps BETWEEN 0 AND planned_reps),
  planned_ms INTEGER NOT NULL CHECK (planned_ms >= 0),
  done_ms INTEGER NOT NULL CHECK (done_ms BETWEEN 0 AND planned_ms),
  done_utc INTEGER {_UTC.format("done_utc")},
  done_offset INTEGER {_OFFSET.format("done_offset")},
  date TEXT {_DATE.format("date")},
  PRIMARY KEY (session, step, number, side)
) STRICT, WITHOUT ROWID;
CREATE TABLE pain (
  id INTEGER PRIMARY KEY,
  session INTEGER,
  foot TEXT NOT NULL CHECK (foot IN ('left', 'right')),
  moment TEXT NOT NULL CHECK (moment IN ('before', 'after', 'morning')),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  at_utc INTEGER NOT NULL {_UTC.format("at_utc")},
  at_offset INTEGER NOT NULL {_OFFSET.format("at_offset")},
  date TEXT NOT NULL {_DATE.format("date")}
) STRICT;
CREATE INDEX pain_date ON pain (date);
CREATE INDEX pain_session ON pain (session);
CREATE TABLE note (
  date TEXT PRIMARY KEY {_DATE.format("date")},
  text TEXT NOT NULL
) STRICT;
CREATE TABLE tally (
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  exercise TEXT NOT NULL,
  side TEXT NOT NULL,
  sets INTEGER NOT NULL,
  reps INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  PRIMARY KEY (kind, period, exercise, side)
) STRICT, WITHOUT ROWID;
"""


def _tally(rows: str) -> str:
    return (
        f"INSERT INTO tally VALUES {rows} ON CONFLICT (kind, period, exercise, side)"
        " DO UPDATE SET sets = sets + excluded.sets, reps = reps + excluded.reps, ms = ms + excluded.ms;"
    )


def _set_tally(row: str, sign: str) -> str:
    """A set counted in its day, in its day by exercise and side, and in its month by exercise and side."""
    counted = f"{sign}({row}.done_reps >= {row}.planned_reps), {sign}{row}.done_reps, {sign}{row}.done_ms"
    which = f"{row}.exercise, {row}.side, {counted}"
    return _tally(
        f"('day', {row}.date, '', '', {counted}), ('each', {row}.date, {which}),"
        f" ('month', substr({row}.date, 1, 7), {which})"
    )


def _session_tally(row: str, sign: str) -> str:
    return _tally(f"('session', {row}.date, '', '', 0, 0, {sign}{row}.active_ms)")


def _session_month(row: str, sign: str) -> str:
    return _tally(f"('session-month', substr({row}.date, 1, 7), '', '', 0, 0, {sign}{row}.active_ms)")


# Ten years are added up while they are lived, in the same transaction, so that no page ever has to.
# A changed set is taken out and put in again, in two triggers: what was done may have had no date before.
_TRIGGERS = f"""
CREATE TRIGGER set_in AFTER INSERT ON exercise_set WHEN NEW.date IS NOT NULL BEGIN {_set_tally("NEW", "+")} END;
CREATE TRIGGER set_out AFTER DELETE ON exercise_set WHEN OLD.date IS NOT NULL BEGIN {_set_tally("OLD", "-")} END;
CREATE TRIGGER set_was AFTER UPDATE ON exercise_set WHEN OLD.date IS NOT NULL BEGIN {_set_tally("OLD", "-")} END;
CREATE TRIGGER set_is AFTER UPDATE ON exercise_set WHEN NEW.date IS NOT NULL BEGIN {_set_tally("NEW", "+")} END;
CREATE TRIGGER session_in AFTER INSERT ON session BEGIN {_session_tally("NEW", "+")} END;
CREATE TRIGGER session_out AFTER DELETE ON session BEGIN {_session_tally("OLD", "-")} END;
CREATE TRIGGER session_is AFTER UPDATE ON session BEGIN {_session_tally("OLD", "-")} {_session_tally("NEW", "+")} END;
"""


def _runs(day: str) -> str:
    """A day becomes one of practice: it begins a run, or joins the runs beside it."""
    return (
        f"INSERT INTO run VALUES (coalesce((SELECT first FROM run WHERE last = date({day}, '-1 day')), {day}),"
        f" coalesce((SELECT last FROM run WHERE first = date({day}, '+1 day')), {day}))"
        " ON CONFLICT (first) DO UPDATE SET last = excluded.last;"
        f" DELETE FROM run WHERE first = date({day}, '+1 day');"
    )


# What was said of a foot by month: of the days on which anything was, the highest of each counts. The last one is put
# behind its day, so that the latest is the greatest.
PAIN_SUMS = """
 foot, max(before), max(after), max(morning), count(*), min(most), max(most),
 CAST(substr(max(date || most), 11) AS INTEGER) FROM
 (SELECT date, foot, max(score) AS most, max(CASE moment WHEN 'before' THEN score END) AS before,
 max(CASE moment WHEN 'after' THEN score END) AS after, max(CASE moment WHEN 'morning' THEN score END) AS morning
 FROM pain WHERE date BETWEEN {0} AND {1} GROUP BY date, foot)
"""


def _pain_sums(row: str) -> str:
    month = f"substr({row}.date, 1, 7)"
    own = PAIN_SUMS.format(f"{month} || '-01'", f"{month} || '-31'")
    return (
        f"DELETE FROM pain_month WHERE month = {month} AND foot = {row}.foot;"
        f" INSERT INTO pain_month SELECT {month}, {own} WHERE foot = {row}.foot GROUP BY foot;"
    )


_RUNS_AND_PAIN = f"""
CREATE TABLE run (first TEXT PRIMARY KEY, last TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX run_last ON run (last);
CREATE TABLE pain_month (
  month TEXT NOT NULL,
  foot TEXT NOT NULL,
  before INTEGER,
  after INTEGER,
  morning INTEGER,
  days INTEGER NOT NULL,
  least INTEGER NOT NULL,
  most INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  PRIMARY KEY (month, foot)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER day_in AFTER INSERT ON tally WHEN NEW.kind = 'day' AND NEW.sets > 0 BEGIN {_runs("NEW.period")} END;
CREATE TRIGGER day_more AFTER UPDATE ON tally WHEN NEW.kind = 'day' AND OLD.sets <= 0 AND NEW.sets > 0
BEGIN {_runs("NEW.period")} END;
CREATE TRIGGER day_out AFTER UPDATE ON tally WHEN NEW.kind = 'day' AND OLD.sets > 0 AND NEW.sets <= 0 BEGIN
  INSERT INTO run SELECT date(NEW.period, '+1 day'), last FROM run WHERE first <= NEW.period AND last > NEW.period;
  UPDATE run SET last = date(NEW.period, '-1 day') WHERE first < NEW.period AND last >= NEW.period;
  DELETE FROM run WHERE first = NEW.period;
END;
CREATE TRIGGER month_in AFTER INSERT ON session BEGIN {_session_month("NEW", "+")} END;
CREATE TRIGGER month_out AFTER DELETE ON session BEGIN {_session_month("OLD", "-")} END;
CREATE TRIGGER month_is AFTER UPDATE ON session
BEGIN {_session_month("OLD", "-")} {_session_month("NEW", "+")} END;
CREATE TRIGGER pain_in AFTER INSERT ON pain BEGIN {_pain_sums("NEW")} END;
CREATE TRIGGER pain_out AFTER DELETE ON pain BEGIN {_pain_sums("OLD")} END;
INSERT INTO run SELECT min(period), max(period) FROM (
  SELECT period, julianday(period) - row_number() OVER (ORDER BY period) AS number
  FROM tally WHERE kind = 'day' AND sets > 0
) GROUP BY number;
INSERT INTO tally SELECT 'session-month', substr(date, 1, 7), '', '', 0, 0, sum(active_ms) FROM session GROUP BY 2;
INSERT INTO pain_month SELECT substr(date, 1, 7), {PAIN_SUMS.format("''", "'9999-99-99'")} GROUP BY 1, foot;
"""

# What the triggers of the first version would have added up.
_ADDED_UP = """
INSERT INTO tally
WITH done AS (
  SELECT date, exercise, side, done_reps >= planned_reps AS sets, done_reps AS reps, done_ms AS ms
  FROM exercise_set WHERE date IS NOT NULL
)
SELECT 'day', date, '', '', sum(sets), sum(reps), sum(ms) FROM done GROUP BY date
UNION ALL SELECT 'each', date, exercise, side, sum(sets), sum(reps), sum(ms) FROM done GROUP BY 2, 3, 4
UNION ALL SELECT 'month', substr(date, 1, 7), exercise, side, sum(sets), sum(reps), sum(ms) FROM done GROUP BY 2, 3, 4
UNION ALL SELECT 'session', date, '', '', 0, 0, sum(active_ms) FROM session GROUP BY date;
"""

# Step number n brings a file of version n to version n + 1.
MIGRATIONS: Sequence[str] = (_TABLES + _TRIGGERS, _RUNS_AND_PAIN)
VERSION = len(MIGRATIONS)
# The same file by another way: after its first step it can be filled, and what was filled in is added up at once.
FILLED: Sequence[str] = (_TABLES, _ADDED_UP + _TRIGGERS + MIGRATIONS[1], *MIGRATIONS[2:])

# The tables that hold what a person did, each after those that it refers to, with the key that orders it in time.
KEPT: dict[str, str] = {"session": "id", "exercise_set": "session", "pain": "id", "note": "rowid"}


@cache
def tables_of(version: int) -> frozenset[tuple[str, ...]]:
    """What `described` says of a file of a version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db, MIGRATIONS[:version])
        return described(db)


def described(db: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Every table, index, view and trigger of an open file, as it was made."""
    return frozenset(db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def version_of(db: sqlite3.Connection) -> int:
    """The version of an open file; 0 of a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, steps: Sequence[str] = MIGRATIONS) -> None:
    """Bring an open file to the newest version; one that is there already is not touched.

    Raises:
        sqlite3.Error: it could not be changed; it is as it was.
    """
    if version_of(db) >= len(steps):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version_of(db), len(steps)):  # read again: another program may just have done it
            for statement in _statements(steps[number]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number + 1}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would end the transaction."""
    found, so_far = [], ""
    for piece in script.split(";"):
        so_far += piece + ";"
        if sqlite3.complete_statement(so_far):
            found.append(so_far)
            so_far = ""
    return [statement for statement in found if statement.strip(" \n;")]
