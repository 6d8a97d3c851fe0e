"""Files of every released version are read, and brought to the newest."""

import shutil
import sqlite3
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from histories import rows

from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionState
from footroutine.domain.pain import PainMoment
from footroutine.services.history_db import History
from footroutine.services.history_schema import MIGRATIONS, VERSION, migrate

FROZEN = Path(__file__).parents[1] / "migrations"
EVENING = datetime(2026, 11, 24, 19, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_every_version_is_kept_and_still_read(tmp_path: Path, version: int) -> None:
    shutil.copy(FROZEN / f"history_v{version}.db", tmp_path / "history.db")
    history = History(tmp_path)
    found = history.sessions(date.min, date.max)
    assert [(s.routine, s.state) for s in found] == [
        ("short", SessionState.FINISHED), ("short", SessionState.PARTIAL), ("short", SessionState.OPEN)
    ]  # fmt: skip
    assert (found[0].sets_done, len(found[0].sets)) == (5, 5)
    assert (found[2].began, found[2].began.utcoffset()) == (EVENING, timedelta(hours=1))
    left = history.unfinished(EVENING.date())
    assert left
    assert left.recipe
    assert [step.exercise for step in left.recipe.steps] == ["toe-press", "active-flexion", "wall-stretch"]
    (pain,) = history.pains(EVENING.date(), EVENING.date())
    assert (pain.foot, pain.moment, pain.score, pain.session) == (Side.LEFT, PainMoment.BEFORE, 4, left.id)
    assert history.notes(date.min, date.max) == {EVENING.date(): "Slept well."}
    assert rows(history.path, "PRAGMA user_version") == [(VERSION,)]


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    shutil.copy(FROZEN / f"history_v{VERSION}.db", tmp_path / "history.db")
    before = rows(tmp_path / "history.db", "SELECT name FROM sqlite_master ORDER BY name")
    steps = (*MIGRATIONS, "CREATE TABLE more (x TEXT); CREATE TABLE session (x TEXT);")
    db = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(db, steps)
    db.close()
    assert rows(tmp_path / "history.db", "SELECT name FROM sqlite_master ORDER BY name") == before
    assert rows(tmp_path / "history.db", "PRAGMA user_version") == [(VERSION,)]


def test_a_step_brings_a_file_one_version_on(tmp_path: Path) -> None:
    shutil.copy(FROZEN / f"history_v{VERSION}.db", tmp_path / "history.db")
    steps = (*MIGRATIONS, "ALTER TABLE session ADD COLUMN mood TEXT; UPDATE session SET mood = 'good; so';")
    db = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
    migrate(db, steps)
    migrate(db, steps)
    db.close()
    assert rows(tmp_path / "history.db", "SELECT DISTINCT mood FROM session") == [("good; so",)]
    assert rows(tmp_path / "history.db", "PRAGMA user_version") == [(VERSION + 1,)]
