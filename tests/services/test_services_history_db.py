"""The history as it is written and read."""

import os
import sqlite3
import stat
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from histories import EVENING, TIMELINE, kept, rows, session, stopped, whole
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footroutine.domain.errors import Problem
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord, SessionState
from footroutine.domain.pain import FEET, PainMoment, PainRecord
from footroutine.domain.periods import Unit
from footroutine.domain.timeline import SegmentKind
from footroutine.services.clock import SystemClock
from footroutine.services.history_db import History
from footroutine.services.history_writer import WriterLock

TODAY = EVENING.date()
HALF = len(TIMELINE.segments) // 2


def test_a_session_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = [session(), session(EVENING + timedelta(hours=1), done=HALF), whole(EVENING + timedelta(hours=2))]
    history = kept(tmp_path, *written)
    first, second, third = history.sessions(TODAY, TODAY)
    assert (
        replace(second, state=SessionState.OPEN, recipe=written[1].recipe, progress=written[1].progress) == (written[1])
    )
    assert (first.state, second.state) == (SessionState.PARTIAL, SessionState.PARTIAL)  # a later one has begun
    assert third == replace(written[2], recipe=None, progress=None)


def test_the_latest_is_read_with_all_that_is_needed_to_go_on(tmp_path: Path) -> None:
    left = session(done=HALF)
    assert kept(tmp_path, left).unfinished(TODAY) == left
    assert kept(tmp_path, stopped(left)).unfinished(TODAY) == stopped(left)


@pytest.mark.parametrize(
    ("record", "today"),
    [
        (session(done=HALF), TODAY + timedelta(days=1)),
        (session(done=HALF), TODAY - timedelta(days=1)),
        (whole(), TODAY),
        (replace(session(done=HALF), state=SessionState.PARTIAL), TODAY),
    ],
)
def test_what_is_over_or_of_another_day_is_not_gone_on_with(tmp_path: Path, record: SessionRecord, today: date) -> None:
    assert kept(tmp_path, record).unfinished(today) is None


def test_a_session_left_before_a_later_one_is_not_gone_on_with(tmp_path: Path) -> None:
    assert kept(tmp_path, session(done=HALF), whole(EVENING + timedelta(hours=1))).unfinished(TODAY) is None


def test_no_file_is_made_by_a_question(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.sessions(date.min, date.max) == ()
    assert history.sets_on(TODAY) == ()
    assert history.unfinished(TODAY) is None
    assert list(tmp_path.iterdir()) == []


def test_written_again_it_is_the_same_session_and_what_was_done_stays(tmp_path: Path) -> None:
    history = kept(tmp_path, session(done=HALF), session(done=HALF // 2), session(done=HALF))
    (found,) = history.sessions(TODAY, TODAY)
    assert found.sets == session(done=HALF).sets
    assert rows(history.path, "SELECT count(*) FROM session") == [(1,)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.save(session(done=HALF))
    assert history._writer.wait(10)
    files = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()}
    assert set(files.values()) == {0o600}
    assert {"history.db", "history.db-wal", "history.lock"} <= set(files)
    history.close()
    assert {p.name for p in tmp_path.iterdir()} == {"history.db", "history.lock"}


def test_it_is_on_the_disk_while_the_session_goes_on(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.save(session(done=HALF))
    assert history._writer.wait(10)
    assert rows(history.path, "PRAGMA journal_mode") == [("wal",)]
    assert rows(history.path, "SELECT sum(done_reps) FROM exercise_set") == [
        (sum(s.done_reps for s in session(done=HALF).sets),)
    ]
    history.close()


def test_while_one_program_records_another_reads_and_says_that_it_does_not_record(tmp_path: Path) -> None:
    first, second = History(tmp_path), History(tmp_path)
    told: list[Problem] = []
    second.tell = told.append
    first.save(session(done=HALF))
    assert first._writer.wait(10)
    assert len(second.sessions(TODAY, TODAY)) == 1
    assert second.unfinished(TODAY) is None  # it goes on over there
    other = session(EVENING + timedelta(hours=1), done=HALF)
    second.save(other)
    second.save(stopped(other))
    second.close()
    assert [p.reason for p in told] == ["is being written by another Foot Routine"]
    first.save(stopped(session(done=HALF)))
    first.close()
    assert [s.state for s in first.sessions(TODAY, TODAY)] == [SessionState.STOPPED]
    third = session(EVENING + timedelta(hours=2), done=HALF)
    second.save(third)
    second.close()
    assert [s.id for s in second.sessions(TODAY, TODAY)] == [session().id, third.id]


def test_a_lock_is_let_go_of_when_its_program_is_killed(tmp_path: Path) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("there is no fork here")
    import subprocess

    code = (
        "import sys, os, signal; from pathlib import Path\n"
        "from footroutine.services.history_writer import WriterLock\n"
        "lock = WriterLock(Path(sys.argv[1])); print(lock.take(), flush=True)\n"
        "sys.stdin.readline(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    place = tmp_path / "history.lock"
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "True\n"
    lock = WriterLock(place)
    assert not lock.take()
    other.communicate("\n", timeout=20)
    assert lock.take()
    lock.release()


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.builds(lambda s, zone: datetime.fromtimestamp(s, zone), st.integers(10**9, 4 * 10**9), OFFSETS)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MOMENTS, min_size=1, max_size=5, unique_by=lambda m: m.timestamp()), st.data())
def test_the_sums_kept_beside_the_sets_are_those_of_the_sets(
    tmp_path_factory: pytest.TempPathFactory, moments: list[datetime], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("history")
    known = data.draw(st.lists(st.tuples(st.sampled_from(moments), st.integers(0, len(TIMELINE.segments))), max_size=9))
    history = kept(folder, *(session(moment, done=done) for moment, done in known))
    if not known:
        return
    sums = rows(
        history.path,
        "SELECT date, exercise, side, sum(done_reps >= planned_reps), sum(done_reps), sum(done_ms) FROM exercise_set"
        " WHERE date IS NOT NULL GROUP BY date, exercise, side ORDER BY 1, 2, 3",
    )
    tally = "SELECT period, exercise, side, sets, reps, ms FROM tally WHERE kind = '{}' AND (sets OR reps OR ms)"
    assert rows(history.path, tally.format("each") + " ORDER BY 1, 2, 3") == sums
    days = "SELECT date, '', '', sum(done_reps >= planned_reps), sum(done_reps), sum(done_ms) FROM exercise_set"
    assert rows(history.path, tally.format("day")) == rows(
        history.path, days + " WHERE date IS NOT NULL GROUP BY date ORDER BY 1"
    )
    first, last = sorted(data.draw(st.lists(st.dates(date(2001, 9, 1), date(2096, 11, 1)), min_size=2, max_size=2)))
    between = f"date BETWEEN '{first}' AND '{last}'"
    ran = rows(history.path, f"SELECT coalesce(sum(active_ms), 0) FROM session WHERE {between}")[0][0]
    assert {sum(history.ran_ms(unit, first, last).values()) for unit in Unit} == {ran}
    assert [(e.exercise, e.side, e.sets, e.reps, e.work_ms) for e in history.exercises(first, last)] == rows(
        history.path,
        "SELECT exercise, side, sum(done_reps >= planned_reps), sum(done_reps), sum(done_ms) FROM exercise_set"
        f" WHERE {between} GROUP BY 1, 2 HAVING sum(done_ms) > 0 ORDER BY 1, 2",
    )
    active = rows(history.path, "SELECT DISTINCT date FROM exercise_set WHERE done_reps = planned_reps ORDER BY date")
    in_runs = [
        (first + timedelta(days=n)).isoformat()
        for first, last in history.active_runs()
        for n in range((last - first).days + 1)
    ]
    assert in_runs == [day for (day,) in active]
    assert all(b[0] - a[1] > timedelta(days=1) for a, b in pairwise(history.active_runs()))
    assert {(s.began, s.began.utcoffset()) for s in history.sessions(date.min, date.max)} == {
        (moment, moment.utcoffset()) for moment, _ in known
    }
    for day in {s.done_at.date() for r in history.sessions(date.min, date.max) for s in r.sets if s.done_at}:
        found = history.sets_on(day)
        assert {s.done_at.date() for s in found if s.done_at} == {day}
        assert len(found) == rows(history.path, f"SELECT count(*) FROM exercise_set WHERE date = '{day}'")[0][0]


SAID = st.builds(
    PainRecord,
    st.sampled_from(FEET),
    st.sampled_from(PainMoment),
    st.integers(0, 10),
    st.integers(-70, 0).map(lambda n: EVENING + timedelta(days=n)),
    st.none() | st.integers(1, 3),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SAID, max_size=12))
def test_the_pain_of_a_month_is_that_of_its_days(
    tmp_path_factory: pytest.TempPathFactory, said: list[PainRecord]
) -> None:
    history = History(tmp_path_factory.mktemp("pain"))
    for record in said:  # of the same session and moment a later one takes the place of the first
        history.save_pain(record)
    left = history.pains(date.min, date.max)
    most = dict[tuple[date, Side], int]()
    for record in left:
        key = (record.at.date(), record.foot)
        most[key] = max(most.get(key, 0), record.score)
    for unit, found in (*((unit, history.pain_sums(unit, date.min, date.max)) for unit in Unit),
                        (Unit.MONTH, history.pain_ever())):  # fmt: skip
        assert {(p.day, p.foot) for p in found} == {(unit.begin(day), foot) for day, foot in most}
        for each in found:
            own = {day: n for (day, foot), n in most.items() if (unit.begin(day), foot) == (each.day, each.foot)}
            assert (each.days, each.least, each.most) == (len(own), min(own.values()), max(own.values()))
            assert each.last == own[max(own)]
            for moment in PainMoment:
                scores = [p.score for p in left if (p.foot, p.moment) == (each.foot, moment) and p.at.date() in own]
                assert getattr(each, moment.value) == max(scores, default=None)


def test_a_moment_keeps_the_offset_at_which_it_was_lived(tmp_path: Path) -> None:
    tokyo = datetime(2026, 3, 1, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    (found,) = kept(tmp_path, whole(tokyo)).sessions(tokyo.date(), tokyo.date())
    assert (found.began, found.began.utcoffset(), found.began.date()) == (tokyo, timedelta(hours=9), tokyo.date())


def test_a_set_done_after_midnight_is_of_the_new_day(tmp_path: Path) -> None:
    late = datetime(2026, 11, 24, 23, 58, tzinfo=UTC)
    history = kept(tmp_path, whole(late))
    assert {s.done_at for s in whole(late).sets} == {whole(late).saved}
    assert [len(history.sets_on(late.date() + timedelta(days=n))) for n in (0, 1, 2)] == [0, len(whole().sets), 0]


def test_ids_are_in_the_order_of_time_and_fit_into_any_programs_number() -> None:
    history = History(Path())
    ids = [history.new_id(EVENING + timedelta(milliseconds=n)) for n in range(50)]
    assert ids == sorted(ids)
    assert history.new_id(datetime(2199, 1, 1, tzinfo=UTC)) < 2**53


def test_words_that_say_how_to_go_on_and_are_not_understood_are_passed_over(tmp_path: Path) -> None:
    history = kept(tmp_path, session(done=HALF))
    with sqlite3.connect(history.path) as db:
        db.execute("UPDATE session SET resume = '{\"steps\": 3}'")
    db.close()
    assert history.unfinished(TODAY) is None
    assert len(history.sessions(TODAY, TODAY)) == 1


def test_the_sets_of_a_session_are_in_their_order(tmp_path: Path) -> None:
    (found,) = kept(tmp_path, whole()).sessions(TODAY, TODAY)
    works = [s for s in TIMELINE.segments if s.kind is SegmentKind.HOLD]
    assert [(s.step, s.side) for s in found.sets] == list(dict.fromkeys((w.step, w.side) for w in works))


def test_the_sums_are_those_of_the_sessions(tmp_path: Path) -> None:
    days = [EVENING - timedelta(days=n) for n in (40, 3, 1, 0)]
    records = [whole(days[0]), whole(days[1]), session(days[2], done=HALF), whole(days[3])]
    history = kept(tmp_path, *records)
    assert history.active_runs() == (
        (days[0].date(), days[0].date()), (days[1].date(), days[1].date()), (days[2].date(), days[3].date())
    )  # fmt: skip
    ran = history.ran_ms(Unit.DAY, days[1].date(), TODAY)
    assert list(ran.items()) == [(r.began.date(), r.active_ms) for r in records[1:]]
    recent, ever = history.exercises(days[1].date(), TODAY), history.exercises(days[0].date(), TODAY)
    for sums, counted in ((recent, records[1:]), (ever, records)):
        for each in sums:
            own = [s for r in counted for s in r.sets if (s.exercise, s.side) == (each.exercise, each.side)]
            assert (each.sets, each.reps) == (sum(s.is_complete for s in own), sum(s.done_reps for s in own))
            assert each.work_ms == sum(s.done_ms for s in own)
        assert {(e.exercise, e.side) for e in sums} == {(s.exercise, s.side) for s in records[0].sets}


def test_a_disk_that_does_not_answer_holds_no_beat_up_and_what_waits_is_written_later(tmp_path: Path) -> None:
    history, clock = History(tmp_path), SystemClock()
    history.save(session())
    assert history._writer.wait(10)
    stuck = sqlite3.connect(history.path, isolation_level=None)
    stuck.execute("BEGIN IMMEDIATE")
    took = []
    for done in range(1, HALF):
        began = clock.now_ms()
        history.save(session(done=done))
        took.append(clock.now_ms() - began)
    stuck.execute("ROLLBACK")
    stuck.close()
    assert sorted(took)[len(took) // 2] <= 50
    history.close()
    assert history.sessions(TODAY, TODAY)[0].sets == session(done=HALF - 1).sets
