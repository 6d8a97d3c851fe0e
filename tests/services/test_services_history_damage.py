"""A history that is damaged, newer, full or read-only: nothing of it is overwritten, and a session is never held up."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from histories import EVENING, TIMELINE, kept, rows, session, stopped, whole
from pytestqt.qtbot import QtBot

from footroutine.domain.errors import Problem
from footroutine.services.history_db import History
from footroutine.services.history_recover import recover
from footroutine.services.history_rows import save_session
from footroutine.services.history_schema import MIGRATIONS, VERSION, migrate

TODAY = EVENING.date()
FIRST = EVENING - timedelta(days=300)
RECORDS = [whole(FIRST + timedelta(days=n)) for n in range(300)]
PAGE = 4096


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of three hundred days."""
    history = History(tmp_path_factory.mktemp("healthy"))
    for record in RECORDS:
        history.save(record)
        assert history._writer.wait(10)
    history.close()
    return history.path


@pytest.fixture
def folder(healthy: Path, tmp_path: Path) -> Path:
    shutil.copy(healthy, tmp_path)
    return tmp_path


def opened(folder: Path) -> tuple[History, list[Problem]]:
    history, told = History(folder), list[Problem]()
    history.tell = told.append
    return history, told


def damage(folder: Path, how: str) -> bytes:
    """Damage the file; its bytes as they are then."""
    path = folder / "history.db"
    raw = bytearray(path.read_bytes())
    pages = len(raw) // PAGE
    match how:
        case "garbage":
            raw = bytearray(os.urandom(len(raw)))
        case "text":
            raw = bytearray(b"This is no database.\n" * 40)
        case "cut off":
            raw = raw[: pages // 2 * PAGE + 100]
        case "beginning lost":
            raw[:PAGE] = os.urandom(PAGE)
        case "beginning empty":
            raw[:100] = bytes(100)
        case "tables lost":
            raw[PAGE : 3 * PAGE] = os.urandom(2 * PAGE)
        case "middle":
            raw[pages // 2 * PAGE : (pages // 2 + 3) * PAGE] = os.urandom(3 * PAGE)
        case "here and there":
            for page in range(20, pages, 25):
                raw[page * PAGE : (page + 1) * PAGE] = os.urandom(PAGE)
    path.write_bytes(raw)
    return bytes(raw)


@pytest.mark.parametrize(
    ("how", "least"),
    [
        ("garbage", 0),
        ("text", 0),
        ("cut off", 100),
        ("beginning lost", 300),
        ("beginning empty", 300),
        ("tables lost", 0),
        ("middle", 200),
        ("here and there", 100),
    ],
)
def test_a_damaged_file_is_kept_as_it_is_and_what_can_be_read_of_it_goes_on(folder: Path, how: str, least: int) -> None:
    broken = damage(folder, how)
    history, told = opened(folder)
    found = history.sessions(date.min, date.max)
    assert [p.reason for p in told] == ["is damaged"]
    assert (folder / "history.db.broken-1").read_bytes() == broken
    assert "history.db.broken-1" in told[0].hint
    assert f"{len(found)} session" in told[0].hint
    assert least <= len(found) <= len(RECORDS)
    known = {record.id: record for record in RECORDS}
    for record in found:
        whole_sets = {(s.step, s.number, s.side): s for s in known[record.id].sets}
        assert all(whole_sets[s.step, s.number, s.side] == s for s in record.sets)
    history.save(whole(EVENING))
    history.close()
    assert rows(history.path, "PRAGMA integrity_check") == [("ok",)]
    assert len(history.sessions(date.min, date.max)) == len(found) + 1
    assert len(told) == 1
    assert {p.name for p in folder.iterdir()} == {"history.db", "history.db.broken-1", "history.lock"}


def test_a_file_begun_by_the_first_version_is_mended_too(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "history.db", isolation_level=None)) as db:
        migrate(db, MIGRATIONS[:1])
        for record in RECORDS:
            save_session(db, record)
    opened(tmp_path)[0].span()  # brings it up to date
    assert rows(tmp_path / "history.db", "PRAGMA user_version") == [(VERSION,)]
    damage(tmp_path, "beginning lost")
    history, _ = opened(tmp_path)
    found = history.sessions(date.min, date.max)
    assert [(each.id, each.sets) for each in found] == [(each.id, each.sets) for each in RECORDS]


@pytest.mark.parametrize("how", ["garbage", "cut off", "middle", "beginning lost"])
def test_a_session_is_recorded_though_the_file_is_found_damaged_in_it(folder: Path, how: str) -> None:
    broken = damage(folder, how)
    history, told = opened(folder)
    for done in (0, 20, len(TIMELINE.segments)):
        history.save(session(EVENING, done=done))
        assert history._writer.wait(20)
    history.close()
    assert history.sessions(TODAY, TODAY)[-1].sets == whole(EVENING).sets
    if told:  # damage in the midst may be found only where it is read
        assert (folder / "history.db.broken-1").read_bytes() == broken


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(folder: Path) -> None:
    first = damage(folder, "garbage")
    opened(folder)[0].sessions(TODAY, TODAY)
    second = damage(folder, "text")
    opened(folder)[0].sessions(TODAY, TODAY)
    assert (folder / "history.db.broken-1").read_bytes() == first
    assert (folder / "history.db.broken-2").read_bytes() == second


def test_another_programs_database_is_set_aside(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "history.db") as db:
        db.execute("CREATE TABLE bookmarks (address TEXT)")
    db.close()
    history, told = opened(tmp_path)
    assert history.sessions(TODAY, TODAY) == ()
    assert rows(tmp_path / "history.db.broken-1", "SELECT name FROM sqlite_master") == [("bookmarks",)]
    assert len(told) == 1


def test_sets_whose_session_is_lost_still_count(folder: Path) -> None:
    path = folder / "history.db"
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM session WHERE id < (SELECT id FROM session LIMIT 1 OFFSET 10)")
    db.close()
    raw = bytearray(path.read_bytes())
    raw[:100] = bytes(100)
    path.write_bytes(raw)
    history, _ = opened(folder)
    found = history.sessions(date.min, date.max)
    assert [s.name for s in found[:11]] == ["Recovered"] * 10 + [RECORDS[10].name]
    assert found[0].sets == RECORDS[0].sets


def test_the_log_beside_a_damaged_file_is_kept_with_it(folder: Path) -> None:
    damage(folder, "garbage")
    (folder / "history.db-wal").write_bytes(b"a log")
    kept_as, sessions = recover(folder / "history.db")
    assert (kept_as, sessions) == (folder / "history.db.broken-1", 0)
    assert (folder / "history.db.broken-1-wal").read_bytes() == b"a log"
    assert not (folder / "history.db-wal").exists()


def test_a_newer_file_is_left_alone_and_said(folder: Path) -> None:
    path = folder / "history.db"
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    before = path.read_bytes()
    history, told = opened(folder)
    assert history.sessions(date.min, date.max) == ()
    history.save(session(done=10))
    history.save(stopped(session(done=10)))
    history.close()
    assert path.read_bytes() == before
    assert {p.reason for p in told} == {p.reason for p in told if "newer version" in p.reason}
    assert any("not recorded" in p.hint for p in told)
    assert not list(folder.glob("*.broken*"))


def test_a_folder_in_the_way_is_said_and_nothing_is_recorded(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    history, told = opened(tmp_path)
    history.save(session(done=10))
    history.close()
    assert ["cannot be written" in p.reason for p in told] == [True]
    assert history.sessions(TODAY, TODAY) == ()


def test_what_could_not_be_written_is_written_without_being_asked_again(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "history.lock").mkdir()
    history, told = opened(tmp_path)
    history.save(whole())
    history._writer.wait(10)
    assert ["cannot be written" in p.reason for p in told] == [True]
    (tmp_path / "history.lock").rmdir()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=2_000)
    assert told[1].reason == "can be written again"
    assert len(history.sessions(TODAY, TODAY)) == 1
    history.close()


def test_what_could_not_be_written_is_tried_once_more_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "history.lock").mkdir()
    history, _ = opened(tmp_path)
    history.save(whole())
    history._writer.wait(10)
    (tmp_path / "history.lock").rmdir()
    history.close()
    assert len(history.sessions(TODAY, TODAY)) == 1


RUN_AS = """
import os, sys
from datetime import date
from pathlib import Path
import resource, signal
from footroutine.services.history_db import History
from histories import session, stopped, whole, EVENING
if sys.argv[2] == "nobody":
    os.setuid(65534)
else:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
history = History(Path(sys.argv[1]))
history.tell = lambda problem: print(problem, flush=True)
before = len(history.sessions(date.min, date.max))
history.save(session(done=10)); history._writer.wait(10)
history.save(stopped(session(done=20))); history._writer.wait(10)
history.close()
print(before, len(history.sessions(date.min, date.max)))
"""


def run_as(folder: Path, how: str) -> list[str]:
    helpers = Path(__file__).parents[1] / "helpers"
    done = subprocess.run(
        [sys.executable, "-c", RUN_AS, str(folder), how], capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(helpers), str(helpers.parents[1])]), "HOME": "/"},
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_is_said_and_what_was_there_stays(folder: Path) -> None:
    size = (folder / "history.db").stat().st_size
    *problems, counted = run_as(folder, str(size))  # no file may grow beyond that; the log grows from 0
    assert counted == "300 301"
    assert problems == []
    before = rows(folder / "history.db", "SELECT count(*) FROM session")
    *problems, counted = run_as(folder, "8192")
    assert len(problems) == 1
    assert "cannot be written" in problems[0]
    assert before == rows(folder / "history.db", "SELECT count(*) FROM session") == [(301,)]
    assert rows(folder / "history.db", "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only the superuser can be somebody else")
def test_a_read_only_history_is_read_and_the_session_is_told_as_not_recorded(healthy: Path) -> None:
    with TemporaryDirectory() as name:  # not in pytest's own folder, which is closed to others
        folder = Path(name)
        folder.chmod(0o755)
        path = folder / "history.db"
        shutil.copy(healthy, path)
        path.chmod(0o444)
        before = path.read_bytes()
        *problems, counted = run_as(folder, "nobody")
        assert counted == "300 300"
        assert len(problems) == 1
        assert "not recorded" in problems[0]
        assert path.read_bytes() == before


def test_a_file_cut_to_nothing_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "history.db").touch()
    assert len(kept(tmp_path, whole()).sessions(TODAY, TODAY)) == 1
