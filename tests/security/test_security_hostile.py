"""Whatever file somebody hands over: it is used or told in clear lines, in bounded memory, and touches nothing else."""

import sqlite3
import sys
import zipfile
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import hostile
import hostile_heavy
import hostile_made
import pytest
from histories import EVENING, kept, session
from hypothesis import given, settings
from hypothesis import strategies as st

from footroutine.app.resuming import going_on_with
from footroutine.app.wiring import Program
from footroutine.domain.errors import Problem, UserError
from footroutine.domain.settings import Settings
from footroutine.services.backup_file import backup, restore
from footroutine.services.history_db import History
from footroutine.services.paths import make_folders, profile_paths

FEW = settings(max_examples=15, derandomize=True)
MOST_S, MOST_MB = 1.0, 200


@pytest.mark.parametrize("target", hostile.TARGETS)
@given(raw=st.binary(max_size=400))
@FEW
def test_any_bytes_are_told_or_used(target: str, raw: bytes) -> None:
    with TemporaryDirectory() as folder:
        hostile.TARGETS[target](raw, Path(folder))


@pytest.mark.parametrize("target", hostile_made.MADE)
@given(choices=st.randoms(use_true_random=False))
@FEW
def test_a_good_file_with_something_hostile_in_it_is_told_or_used(target: str, choices: Random) -> None:
    with TemporaryDirectory() as folder:
        hostile.TARGETS[target](hostile_made.MADE[target](choices), Path(folder))


@pytest.mark.parametrize("scheme", hostile_made.SCHEMES)
def test_a_history_with_tables_of_its_own_never_runs_them(tmp_path: Path, scheme: str) -> None:
    file = tmp_path / "given.db"
    file.write_bytes(hostile_made.good_history())
    with sqlite3.connect(file, isolation_level=None) as db:
        db.executescript(scheme)
    db.close()
    raw = file.read_bytes()
    file.unlink()
    (tmp_path / "alone").mkdir()
    hostile.try_history(raw, tmp_path / "alone")
    (tmp_path / "packed").mkdir()
    hostile.try_backup(hostile_heavy.packed({"history.db": raw}), tmp_path / "packed")


@pytest.mark.parametrize("told", hostile_made.RESUMES)
def test_what_makes_no_sense_is_nothing_to_go_on_with(tmp_path: Path, told: str) -> None:
    history = kept(tmp_path, session(EVENING, done=40))
    assert history.unfinished(EVENING.date())
    with sqlite3.connect(history.path) as db:
        db.execute("UPDATE session SET resume = ?", (told,))
    db.close()
    found = history.unfinished(EVENING.date())
    assert found is None or going_on_with(found, hostile.SHIPPED, Settings()) is None


def test_a_moment_without_its_offset_is_told(tmp_path: Path) -> None:
    """The tables allow it, and nobody has written it."""
    history = kept(tmp_path, session(EVENING, done=40))
    problems: list[Problem] = []
    history.tell = problems.append
    with sqlite3.connect(history.path) as db:
        db.execute("UPDATE exercise_set SET done_utc = 1, done_offset = NULL")
    db.close()
    assert history.sessions(EVENING.date(), EVENING.date()) == ()
    assert len(problems) == 1
    hostile.check_told(problems)


def test_a_speech_program_in_somebodys_back_up_is_left_out(tmp_path: Path) -> None:
    given = tmp_path / "given.zip"
    named = "version = 2\n[voice]\nvoice_command = 'evil {text} {file}'\n"
    given.write_bytes(hostile_heavy.packed({"settings.toml": named}))
    program = Program.load(tmp_path / "me")
    restore(program.paths, program.history, given)
    assert not program.read_anew()
    assert program.settings.voice_command == ""
    assert Program.load(tmp_path / "me").settings.voice_command == ""
    mine = "say {text} {file}"
    program.save(Settings(voice_command=mine))
    backup(program.paths, program.history, tmp_path / "mine.zip")
    restore(program.paths, program.history, tmp_path / "mine.zip")
    assert program.read_anew()
    assert program.settings.voice_command == mine


def test_a_back_up_that_says_much_about_itself_is_told_in_short(tmp_path: Path) -> None:
    """Found by the fuzzer: a file in it has another, endless name where it begins."""
    raw = bytearray(hostile_heavy.packed({"settings.toml": "#" * 70_000}, zipfile.ZIP_STORED))
    raw[26:28] = b"\xff\xff"  # the length of the first name
    hostile.try_backup(bytes(raw), tmp_path)


def test_what_a_back_up_would_not_hold_is_not_packed(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "me")
    make_folders(paths)
    (paths.data / "routines").mkdir()
    for number in range(301):
        (paths.data / "routines" / f"{number}.toml").write_text("")
    with pytest.raises(UserError, match="more exercises and routines"):
        backup(paths, History(paths.data), tmp_path / "all.zip")
    assert not (tmp_path / "all.zip").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the memory is read from Linux")
@pytest.mark.parametrize("case", hostile_heavy.CASES)
def test_the_heaviest_files_take_little_time_and_memory(case: str) -> None:
    """Processor time, the least of three: a busy machine makes it dearer."""
    for _ in range(3):
        took_s, grown_mb = hostile_heavy.measured(case)
        assert grown_mb < MOST_MB
        if took_s < MOST_S:
            return
    pytest.fail(f"it took {took_s} s")
