"""A history with more than anybody can have done is told and left alone; a mended one has the sums of its sets."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from histories import EVENING, kept, rows, session, whole

from footroutine.app.export_file import every_session
from footroutine.domain.errors import Problem
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord
from footroutine.domain.pain import PainMoment, PainRecord
from footroutine.services.history_db import History
from footroutine.services.history_recover import recover

TODAY = EVENING.date()
DAYS = [whole(EVENING - timedelta(days=n)) for n in (300, 200, 199, 40, 3, 2, 1)]
SUMMED = ("tally", "run", "pain_month")


def what(records: Iterable[SessionRecord]) -> list[object]:
    return [(record.id, record.sets) for record in records]


def sums(path: Path) -> list[list[tuple[object, ...]]]:
    return [sorted(rows(path, f"SELECT * FROM {table}"), key=repr) for table in SUMMED]


def lose_beginning(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[:4096] = os.urandom(4096)
    path.write_bytes(raw)


def test_a_day_that_nobody_can_have_lived_is_told_once_and_the_file_left_alone(tmp_path: Path) -> None:
    history = kept(tmp_path, *DAYS)
    with closing(sqlite3.connect(history.path)) as db, db:
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2001)"
        db.execute(f"{numbers} INSERT INTO session SELECT i, '', '', 0, 0, '2026-11-24', 0, 0, 'open', 0, NULL FROM n")
    before = history.path.read_bytes()
    history = History(tmp_path)
    told: list[Problem] = []
    history.tell = told.append
    assert history.sessions(TODAY, TODAY) == ()
    assert history.span() is None
    assert [problem.reason for problem in told] == ["cannot be read (it holds more than anybody can have done)"]
    history.save(session(done=10))
    history.close()
    assert ["more than anybody" in problem.reason for problem in told] == [True, True]
    assert "not recorded" in told[1].hint
    assert history.path.read_bytes() == before
    assert not list(tmp_path.glob("*.broken*"))


def test_an_answer_has_a_bound_and_the_rest_of_the_file_is_read(tmp_path: Path) -> None:
    history = kept(tmp_path, *DAYS)
    with closing(sqlite3.connect(history.path)) as db, db:
        numbers = "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT 20000)"
        row = f"{DAYS[-1].id}, i, 1, 'left', 'a', 1, 1, 1, 1, 0, 0, '2026-11-23'"
        db.execute(f"{numbers} INSERT INTO exercise_set SELECT {row} FROM n")
    told: list[Problem] = []
    history.tell = told.append
    assert history.sessions(date.min, date.max) == ()
    assert len(told) == 1
    assert what(history.sessions(date.min, DAYS[-2].began.date())) == what(DAYS[:-1])
    assert history.active_runs()


def test_a_mended_history_has_the_sums_that_it_had(tmp_path: Path) -> None:
    history = kept(tmp_path, *DAYS, session(EVENING, done=40))
    for record, score in zip(DAYS, (1, 9, 3, 0, 4, 4, 5), strict=True):
        for foot in (Side.LEFT, Side.RIGHT):
            history.save_pain(PainRecord(foot, PainMoment.AFTER, score, record.saved, record.id))
    before = sums(history.path)
    assert all(before)
    assert recover(history.path)[1] == len(DAYS) + 1
    assert sums(history.path) == before
    history.save(whole(EVENING + timedelta(days=1)))  # and they go on with it
    history.close()
    both = kept(tmp_path / "both", *DAYS, session(EVENING, done=40), whole(EVENING + timedelta(days=1)))
    assert sums(history.path)[:2] == sums(both.path)[:2]


def test_a_mended_history_whose_beginning_is_lost_is_mended_again(tmp_path: Path) -> None:
    history = kept(tmp_path, *DAYS)
    for _ in range(2):
        lose_beginning(history.path)
        assert recover(history.path)[1] == len(DAYS)
    assert what(history.sessions(date.min, date.max)) == what(DAYS)


def test_a_file_found_damaged_while_much_is_asked_of_it_is_mended_once(tmp_path: Path) -> None:
    history = kept(tmp_path, *DAYS)
    lose_beginning(history.path)
    told: list[Problem] = []
    history.tell = told.append
    with history.in_one_go():
        assert history.span() == (DAYS[0].began.date(), DAYS[-1].began.date())
        assert what(history.sessions(date.min, date.max)) == what(DAYS)
    assert [problem.reason for problem in told] == ["is damaged"]
    assert len(list(tmp_path.glob("*.broken*"))) == 1


def test_all_sessions_are_found_however_far_apart(tmp_path: Path) -> None:
    first = whole(datetime(1970, 1, 2, 8, tzinfo=UTC))
    last = whole(datetime(2199, 12, 30, 8, tzinfo=UTC))
    history = kept(tmp_path, first, *DAYS, last)
    assert what(every_session(history)) == what((first, *DAYS, last))
    assert history.next_day(date(2026, 11, 24)) == last.began.date()
    assert history.next_day(date(2200, 1, 1)) is None
