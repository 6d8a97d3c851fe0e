"""Hostile files made from good ones: what a fuzzer would not hit upon, because most of the file has to be right."""

import io
import json
import random
import sqlite3
import tempfile
import tomllib
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

import tomlkit
from histories import EVENING, kept, session, stopped, whole

from footroutine.domain.exercise import Side
from footroutine.domain.pain import PainMoment, PainRecord
from footroutine.services.assets import assets_dir
from footroutine.services.backup_file import MARK

T = TypeVar("T")


class Choices(Protocol):
    """Where the choices come from: `random.Random`, hypothesis, or the fuzzer's bytes."""

    def choice(self, of: Sequence[T], /) -> T: ...

    def randrange(self, below: int, /) -> int: ...


def nested(depth: int, *, in_tables: bool) -> Any:  # noqa: ANN401 - a list in a list, or a table in a table
    value: Any = 1
    for _ in range(depth):
        value = {"a": value} if in_tables else [value]
    return value


TEXTS = (
    "", " ", "x" * 300, "x" * 20_000, "<b>bold</b>", "<img src='/etc/passwd'>", "a & b", "\u202egnp.exe", "\u2066x",
    "\x07",
    "a\nb", "\u2028", "{side}", "{", "}}{{", "{Side}{side}", "../../x", "/etc/passwd", "a\\b", "C:\\x", "CON", "..",
    "=1+1",
    "\U0001f9b6" * 30, "\u0301" * 60, "e\u0301", "\ufeff", "%s%n", "'; DROP TABLE session; --", "toe-press", "left",
    "9999-12-31", "0001-01-01", "2026-13-41", "\ufffd", "\x1b]0;x\x07", "\u200b",
)  # fmt: skip
NUMBERS = (0, -1, 1, 2, 10, 12, 100, 101, 2**31, 2**53, 2**63 - 1, -(2**63), 10**400, 0.0, -0.0, 0.2, 0.5, 1e-300,
           1e308, float("inf"), float("-inf"), float("nan"))  # fmt: skip
VALUES: tuple[object, ...] = (
    *TEXTS, *NUMBERS, True, False, [], {}, [[]], [{}], [1, "a", 2.5], ["a"] * 13, [["a"]] * 13, [{}] * 31,
    nested(30, in_tables=False), nested(45, in_tables=False), nested(45, in_tables=True), nested(300,
    in_tables=False),
    date(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), {f"k{n}": n for n in range(500)},
)  # fmt: skip


def _places(value: object, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [(*way, key) for key, _ in inside]
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return found + [place for key, each in inside for place in _places(each, (*way, key))]


def spoiled(values: dict[str, Any], choices: Choices) -> dict[str, Any]:
    """The values with one to four of them changed, taken out, doubled or added."""
    made = deepcopy(values)
    for _ in range(1 + choices.randrange(4)):
        places = _places(made)
        if not places:
            break
        *way, last = choices.choice(places)
        inner: Any = made
        for key in way:
            inner = inner[key]
        what = choices.randrange(8)
        if what == 0:
            del inner[last]
        elif what == 1 and isinstance(inner, dict):
            inner[choices.choice(TEXTS)] = deepcopy(choices.choice(VALUES))
        elif what == 2 and isinstance(inner, list):
            inner += deepcopy(inner)
        elif what == 3 and isinstance(inner[last], (int, float)):
            inner[last] = choices.choice(NUMBERS)
        elif what == 4 and isinstance(inner[last], str):
            inner[last] += choices.choice(TEXTS)
        else:
            inner[last] = deepcopy(choices.choice(VALUES))
    return made


def as_toml(values: dict[str, Any]) -> bytes:
    """The values as a file; what no library writes is left out."""
    try:
        return tomlkit.dumps(values).encode(errors="replace")
    except Exception:  # it does not write all that can be read
        return b"format = 1\n"


@cache
def shipped(name: str) -> dict[str, Any]:
    """A shipped file's values; not to be changed."""
    return tomllib.loads((assets_dir() / name).read_text(encoding="utf-8"))


def made_exercise(choices: Choices) -> bytes:
    values = dict(shipped(choices.choice(("exercises/toe_press.toml", "exercises/wall_stretch.toml"))))
    return as_toml(spoiled(values | {"id": "own"}, choices))


def made_routine(choices: Choices) -> bytes:
    steps = [{"exercise": "toe-press", "dose": {"sets": 2, "hold_s": 3}}, {"exercise": "wall-stretch"}]
    values = {
        "format": 1,
        "id": "own",
        "name": "Own",
        "short_name": "Own",
        "summary": "Own.",
        "order": 3,
        "steps": steps,
    }
    return as_toml(spoiled({**values, "de": {"name": "A", "short_name": "A", "summary": "A."}}, choices))


def made_settings(choices: Choices) -> bytes:
    migrated = Path(__file__).parents[1] / "migrations" / f"settings_v{1 + choices.randrange(2)}.toml"
    values = tomllib.loads(migrated.read_text(encoding="utf-8"))
    return as_toml(spoiled(values, choices))


@cache
def good_history() -> bytes:
    """A small history with something of everything."""
    half = session(EVENING, done=40)
    with tempfile.TemporaryDirectory() as name:
        history = kept(
            Path(name), whole(EVENING - timedelta(days=60)), whole(EVENING - timedelta(days=1)), stopped(half)
        )
        history.save_pain(PainRecord(Side.LEFT, PainMoment.BEFORE, 4, EVENING, half.id))
        history.save_note(EVENING.date(), "Slept well.")
        copy = Path(name) / "copy.db"
        history.copy_to(copy)
        return copy.read_bytes()


_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
SCHEMES = (
    f"CREATE VIEW bad AS {_ENDLESS} SELECT i FROM n",
    f"DROP TABLE session; CREATE VIEW session AS {_ENDLESS} SELECT i AS id, 'a' AS routine, 'b' AS name, i AS"
    " began_utc, 0 AS began_offset, '2026-11-24' AS date, 0 AS saved_utc, 0 AS saved_offset, 'open' AS state,"
    " 0 AS active_ms, NULL AS resume FROM n",
    "ALTER TABLE session ADD COLUMN more TEXT AS (hex(zeroblob(400000000)))",
    "CREATE TRIGGER bad AFTER INSERT ON exercise_set BEGIN DELETE FROM session; END",
    "CREATE INDEX bad ON session (hex(zeroblob(100)))",
    "DROP TABLE tally; CREATE TABLE tally (kind, period, exercise, side, sets, reps, ms)",
    "DROP TABLE note; CREATE TABLE note (date, text CHECK (length(hex(zeroblob(400000000))) > 0))",
    "DROP TABLE pain", "DROP TRIGGER set_in", "DROP INDEX session_date", "CREATE TABLE more (a)",
    "CREATE VIRTUAL TABLE more USING fts5(a)", "PRAGMA user_version = -5", "PRAGMA user_version = 0",
    "PRAGMA user_version = 2147483647", "PRAGMA application_id = 0", "ANALYZE", "PRAGMA journal_mode = WAL",
    "PRAGMA page_size = 65536; VACUUM", "PRAGMA encoding = 'UTF-16'; VACUUM", "PRAGMA auto_vacuum = 1; VACUUM",
    "DROP TABLE session; CREATE TABLE session (id, routine, name)",
    f"{_ENDLESS} INSERT INTO note SELECT date(86400 * i, 'unixepoch'), 'x' FROM n LIMIT 3000",
)  # fmt: skip
_COLUMNS = {
    "session": ("id", "routine", "name", "began_utc", "began_offset", "date", "saved_utc", "saved_offset", "state",
                "active_ms", "resume"),
    "exercise_set": ("step", "number", "side", "exercise", "planned_reps", "done_reps", "planned_ms", "done_ms",
                     "done_utc", "done_offset", "date"),
    "pain": ("id", "session", "foot", "moment", "score", "at_utc", "at_offset", "date"),
    "note": ("date", "text"),
    "tally": ("kind", "period", "exercise", "side", "sets", "reps", "ms"),
}  # fmt: skip
RESUMES = (
    "[" * 100_000, "{}", "null", '{"shape": NaN}', '{"shape":1,"steps":[],"segment":0,"done":[],"routine":["a","b"]}',
    '{"shape":1,"steps":[{"exercise":"toe-press","variant":"","dose":{"sets":1e999,"reps":9,"hold_s":1,"cycle_s":0,'
    '"rest_s":1,"pace":"normal","first_side":"both"}}],"segment":-1,"done":[9],"routine":["a","b"]}',
)  # fmt: skip


def made_history(choices: Choices) -> bytes:
    """A good history, with values, tables or bytes of it changed."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "history.db"
        file.write_bytes(good_history())
        db = sqlite3.connect(file, isolation_level=None)
        for setting in ("ignore_check_constraints = ON", "foreign_keys = OFF", "recursive_triggers = OFF"):
            db.execute(f"PRAGMA {setting}")
        for _ in range(choices.randrange(4)):
            table = choices.choice(tuple(_COLUMNS))
            column = choices.choice(_COLUMNS[table])
            value: object = choices.choice(RESUMES if column == "resume" else (*TEXTS, *NUMBERS))
            if isinstance(value, int) and abs(value) > 2**63 - 1:
                value = 2**63 - 1
            _try(db, f"UPDATE {table} SET {column} = ?", (value,))
        if choices.randrange(3) == 0:
            with suppress(sqlite3.Error):
                db.executescript(choices.choice(SCHEMES))
        if choices.randrange(4) == 0:
            _try(db, "PRAGMA writable_schema = ON")
            _try(db, "UPDATE sqlite_master SET sql = replace(sql, ?, ?)", choices.choice(_REPLACED))
        db.close()
        raw = bytearray(file.read_bytes())
    for _ in range(choices.randrange(4)):
        raw[choices.randrange(len(raw))] = choices.randrange(256)
    return bytes(raw)


_REPLACED = (
    ("STRICT", ""),
    ("BETWEEN", "NOT BETWEEN"),
    ("INTEGER", "BLOB"),
    ("NOT NULL", ""),
    ("TEXT", "ANY"),
    ("(", "(("),
)


def _try(db: sqlite3.Connection, statement: str, values: Sequence[object] = ()) -> None:
    with suppress(sqlite3.Error, OverflowError, UnicodeEncodeError):
        db.execute(statement, values)


NAMES = (
    MARK, "settings.toml", "history.db", "sources.toml", "exercises/own.toml", "routines/own.toml",
    "exercises/OWN.toml",
    "../settings.toml", "/etc/passwd", "exercises/../../x.toml", "exercises/a\\b.toml", "exercises/\u202egnp.toml",
    "exercises/a\nb.toml", "exercises/\x1b[2J.toml", "exercises/..toml", "exercises/.toml",
    "exercises/" + "x" * 300 + ".toml",
    "exercises/" + "\U0001f9b6" * 60 + ".toml", "history.db-wal", "history.lock", "reminders.json", "", "/",
    "exercises/",
    "exercises/con.toml", "routines/e\u0301.toml", "routines/\u00e9.toml", "x" * 60_000, "settings.toml/",
    "C:settings.toml",
)  # fmt: skip
_MARKS = (
    b'{"format": 1}',
    b'{"format": 2}',
    b"[]",
    b"[" * 60_000,
    b"{",
    b'{"format": NaN}',
    b'"' + b"9" * 5000 + b'"',
    b"9" * 5000,
)


def made_backup(choices: Choices) -> bytes:
    """A zip file with good and hostile members, and sometimes with some of its bytes changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        if choices.randrange(8):
            target.writestr(MARK, choices.choice(_MARKS) if choices.randrange(4) == 0 else json.dumps({"format": 1}))
        for _ in range(choices.randrange(5)):
            name = choices.choice(NAMES)
            entry = zipfile.ZipInfo(name)
            entry.compress_type = choices.choice((0, 8, 8, 8, 12, 14))
            entry.external_attr = choices.choice((0o600, 0o120777, 0o4777, 0o040777)) << 16
            content = _CONTENTS[choices.randrange(len(_CONTENTS))](choices)
            if name == "history.db" and choices.randrange(2):
                content = made_history(choices)
            with warnings.catch_warnings(action="ignore"):  # a name that is there already
                target.writestr(entry, content)
    raw = bytearray(out.getvalue())
    for _ in range(choices.randrange(4)):
        raw[choices.randrange(len(raw))] = choices.randrange(256)
    return bytes(raw)


_CONTENTS: tuple[Callable[[Choices], bytes], ...] = (
    lambda _: b"", lambda _: bytes(2_000_000), lambda _: b"/etc/passwd", lambda _: b"\xff\xfe\x00",
    lambda _: b"[" * 63_000,
    made_exercise, made_routine, made_settings, lambda _: b"[voice]\nvoice_command = 'x {file} {text}'\n",
)  # fmt: skip

MADE: Mapping[str, Callable[[Choices], bytes]] = {
    "exercise": made_exercise,
    "routine": made_routine,
    "settings": made_settings,
    "backup": made_backup,
    "history": made_history,
}


def seeded(number: int) -> Choices:
    """The same choices for the same number."""
    return random.Random(number)
