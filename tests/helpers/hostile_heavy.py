"""The heaviest hostile files that there are: each is tried in a process of its own, whose time and memory are measured.

`hostile_heavy.py [CASE …]` prints a table of them, or of some.
"""

import io
import json
import os
import sqlite3
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import hostile
import hostile_made

from footroutine.services.backup_file import MARK
from footroutine.services.toml_file import MAX_FILE_BYTES


def packed(entries: dict[str, bytes | str], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A back-up with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as target:
        for name, content in {MARK: json.dumps({"format": 1}), **entries}.items():
            target.writestr(name, content)
    return out.getvalue()


def many_members() -> bytes:
    """More members than any back-up has."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for number in range(60_000):
            target.writestr(f"exercises/{number}.toml", b"")
    return out.getvalue()


def overlapping() -> bytes:
    """Every member in the list is one and the same piece of the file, which unpacks to 60 kB."""
    one = packed({"exercises/a.toml": "#" * 60_000})
    at = one.index(b"PK\x01\x02", one.index(b"PK\x01\x02") + 1)
    end = one.index(b"PK\x05\x06")
    entry = one[at:end]
    listed = one[one.index(b"PK\x01\x02") : at] + entry * 250
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 251, 251, len(listed), one.index(b"PK\x01\x02"), 0)
    return one[: one.index(b"PK\x01\x02")] + listed + tail


def long_texts(*more: str, length: int = 2**20) -> bytes:
    """A history with fifty notes so long; more is then done to it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "history.db"
        file.write_bytes(hostile_made.good_history())
        with sqlite3.connect(file) as db:
            notes = [(n, "x" * length) for n in range(50)]
            db.executemany("INSERT INTO note VALUES (date(86400 * ?, 'unixepoch'), ?)", notes)
            for statement in more:
                db.execute(statement)
        db.close()
        return file.read_bytes()


def keys(line: str) -> bytes:
    """As many lines as a file may have, each with a number of its own."""
    return "".join(line.format(n=n) for n in range(MAX_FILE_BYTES // len(line.format(n=9999)))).encode()


def longest_exercise() -> bytes:
    """An exercise of everything as often and as long as a file may say."""
    values = deepcopy(hostile_made.shipped("exercises/toe_press.toml"))
    values |= {"id": "own", "sides": "alternating"}
    del values["de"]
    values.pop("variants", None)
    hold = next(movement for movement in values["movements"] if movement["kind"] == "hold")
    values["movements"] = [{**hold, "id": f"m{n}"} for n in range(12)]
    source = values["dose"]["sets"]["source"]
    for key, most in {"sets": 10, "reps": 100, "hold_s": 300, "rest_s": 600}.items():
        values["dose"][key] = {"default": most, "minimum": most, "maximum": most, "source": source}
    return hostile_made.as_toml(values)


def with_scheme(which: str) -> bytes:
    """A history in which tables are programs."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "history.db"
        file.write_bytes(hostile_made.good_history())
        with sqlite3.connect(file, isolation_level=None) as db:
            for scheme in hostile_made.SCHEMES:
                if which in scheme:
                    db.executescript(scheme)
        db.close()
        return file.read_bytes()


def many(table: str, row: str, *more: str, count: int = 300_000) -> bytes:
    """A history with so many rows of a number `i` each, put in without its triggers; more is then done to it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "history.db"
        file.write_bytes(hostile_made.good_history())
        with sqlite3.connect(file) as db:
            triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                db.execute(f"DROP TRIGGER {name}")
            numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ?)"
            db.execute(f"{numbers} INSERT INTO {table} SELECT {row} FROM n", (count,))
            for statement in (*(sql for _, sql in triggers), *more):
                db.execute(statement)
        db.close()
        return file.read_bytes()


SESSION = "i, '', '', 0, 0, '2026-11-24', 0, 0, 'open', 0, NULL"
PAIN = "1000 + i, i, 'left', 'before', 4, 0, 0, '2026-11-24'"
SET = "1, i, 1, 'left', 'a' || i, 1, 1, 1, 1, 0, 0, '2026-11-24'"
NOTED = "date(86400 * (i + 100), 'unixepoch'), 'x'"
OURS_NO_MORE = "DROP INDEX session_date"  # so that all is read into a new one


CASES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "keys, exercise": ("exercise", lambda: keys("k{n} = 1\n")),
    "tables, exercise": ("exercise", lambda: keys("[k{n}]\n")),
    "variants": ("exercise", lambda: b"format = 1\n[variants]\n" + keys("v{n} = {{}}\n")[:63_900]),
    "joints": ("exercise", lambda: b"format = 1\n[poses.a]\n" + keys("worked_knee_flexi{n} = 1\n")[:63_900]),
    "longest exercise": ("exercise", longest_exercise),
    "keys, settings": ("settings", lambda: keys("k{n} = 1\n")),
    "dotted keys, settings": ("settings", lambda: keys("a." * 38 + "k{n} = 1\n")),
    "exercises, settings": ("settings", lambda: b"[exercises]\n" + keys("toe-press{n} = {{}}\n")[:63_900]),
    "numbers, settings": ("settings", lambda: b"a = [" + b"1," * 31_000 + b"]"),
    "nested json": ("wish", lambda: b"[" * 4096),
    "nested json, child": ("child", lambda: b"[" * 100_000),
    "a gigabyte in a history": ("backup", lambda: packed({"history.db": bytes(1_000_000_000)})),
    "a gigabyte in an exercise": ("backup", lambda: packed({"exercises/a.toml": bytes(1_000_000_000)})),
    "members": ("backup", many_members),
    "overlapping members": ("backup", overlapping),
    "lzma": ("backup", lambda: packed({"exercises/a.toml": bytes(10_000_000)}, zipfile.ZIP_LZMA)),
    "a back-up in a back-up": (
        "backup",
        lambda: packed({"exercises/a.toml": packed({"history.db": bytes(10_000_000)})}),
    ),
    "as many files as may be": (
        "backup",
        lambda: packed({f"exercises/{n}.toml": keys("a.b.c.d.e.f.g.k{n} = 1\n")[:3300] for n in range(290)}),
    ),
    "an endless view": ("history", lambda: with_scheme("CREATE VIEW session")),
    "a blob in a column": ("history", lambda: with_scheme("ALTER TABLE")),
    "a blob in a condition": ("history", lambda: with_scheme("CHECK (length")),
    "long notes": ("history", long_texts),
    "notes as long as may be": ("history", lambda: long_texts(length=999_000)),
    "long notes, packed": ("backup", lambda: packed({"history.db": long_texts()})),
    "sessions, packed": ("backup", lambda: packed({"history.db": many("session", SESSION)})),
    "sessions": ("history", lambda: many("session", SESSION)),
    "sessions, damaged": ("history", lambda: many("session", SESSION, OURS_NO_MORE)),
    "pains": ("history", lambda: many("pain", PAIN)),
    "pains, damaged": ("history", lambda: many("pain", PAIN, OURS_NO_MORE)),
    "sets": ("history", lambda: many("exercise_set", SET)),
    "sets, damaged": ("history", lambda: many("exercise_set", SET, OURS_NO_MORE)),
    "a long life": ("history", lambda: many("note", NOTED, count=12_000)),
    "long notes, damaged": ("history", lambda: long_texts(OURS_NO_MORE)),
    "nothing": ("history", lambda: bytes(50_000_000)),
    "a history and nothing": ("history", lambda: hostile_made.good_history() + bytes(50_000_000)),
    "a beginning and nothing": ("history", lambda: hostile_made.good_history()[:100] + bytes(50_000_000)),
    "an endless view, packed": ("backup", lambda: packed({"history.db": with_scheme("CREATE VIEW session")})),
}


ALONE = "--alone"  # before a case and its file: tried here, in this process


def weigh(case: str, file: Path) -> None:
    """Try one file; print its processor time in seconds, and by how many megabytes the process grew."""
    target = hostile.TARGETS[CASES[case][0]]
    raw = file.read_bytes()
    with TemporaryDirectory() as folder:
        Path("/proc/self/clear_refs").write_text("5")  # the most so far was that of reading the file here
        before, began = most_kib(), time.process_time()
        target(raw, Path(folder))
        took, grown = time.process_time() - began, most_kib() - before
    print(json.dumps([round(took, 2), grown // 1024]))


def most_kib() -> int:
    """The most memory that this process has had (getrusage would tell that of whoever started it)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


def measured(case: str) -> tuple[float, int]:
    """What `weigh` prints, of a process that has a minute."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "given"
        file.write_bytes(CASES[case][1]())
        command = [sys.executable, __file__, ALONE, case, str(file)]
        paths = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
        done = subprocess.run(
            command, env={**os.environ, **paths}, capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 0, done.stderr
    took, grown = json.loads(done.stdout.splitlines()[-1])
    return took, grown


if __name__ == "__main__":
    if sys.argv[1:2] == [ALONE]:
        weigh(sys.argv[2], Path(sys.argv[3]))
    else:
        for name in sys.argv[1:] or CASES:
            print(f"{name:28} {'{:.2f} s {:4} MB'.format(*measured(name))}", flush=True)
