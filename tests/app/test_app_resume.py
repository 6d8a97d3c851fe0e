"""A session is kept while it goes on, and one that was left goes on where it was."""

import gc
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import ClassVar

import pytest
from app_fakes import FakeClock, WrittenSpeech
from histories import rows
from PySide6.QtCore import QCoreApplication

from footroutine.app.conductor import LEAD_MS, Conductor, Result
from footroutine.app.main import main
from footroutine.app.preparing import Preparer
from footroutine.app.resuming import Unfinished, unfinished
from footroutine.app.session_keeper import SessionKeeper
from footroutine.app.session_log import SessionLog
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.history import SessionRecord, SessionState
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import WORK, SegmentKind, Timeline
from footroutine.player.record import SetKey
from footroutine.player.state import Command
from footroutine.services.history_db import History

BEGAN = datetime(2026, 11, 24, 20, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = BEGAN.date()


class Led:
    """A program that leads sessions and keeps them; its wall clock goes with the test's."""

    all: ClassVar[list["Led"]] = []

    def __init__(self, program: Program, clock: FakeClock, speech: WrittenSpeech) -> None:
        self.all.append(self)
        self.program, self.clock = program, clock
        self._epoch_ms = clock.ms
        self.keeper = SessionKeeper(lambda: program.history, self.now)
        self.notices: list[str] = []
        self.keeper.notice.connect(self.notices.append)
        self.conductor = Conductor(clock, speech, SessionLog(), keeper=self.keeper)
        self.results: list[Result] = []
        self.conductor.ended.connect(self.results.append)
        self.preparer = Preparer(program, speech)
        self.timelines: list[Timeline] = []
        self.preparer.prepared.connect(self._play)

    @property
    def history(self) -> History:
        return self.keeper.history

    @property
    def timeline(self) -> Timeline:
        return self.timelines[-1]

    def now(self) -> datetime:
        return BEGAN + timedelta(milliseconds=self.clock.ms - self._epoch_ms)

    def start(self, routine: str = "full") -> None:
        self.preparer.prepare(self.program.library.routines[routine], self.program.settings)

    def go_on(self) -> Unfinished:
        found = unfinished(self.program, TODAY)
        assert found
        self.preparer.go_on(found.session, self.program.settings)
        return found

    def until(self, position_ms: int) -> None:
        while self.conductor.is_active and self.conductor._state.position_ms < position_ms:
            self.clock.advance(min(1500, position_ms - self.conductor._state.position_ms))
            self.conductor.beat()

    def end(self) -> None:
        self.until(self.timeline.total_ms)

    def sessions(self) -> tuple[SessionRecord, ...]:
        assert self.history._writer.wait(10)
        QCoreApplication.processEvents()
        return self.history.sessions(TODAY, TODAY + timedelta(days=1))

    def crash(self, clock: FakeClock, speech: WrittenSpeech) -> "Led":
        """The program is gone in the midst of it, and another one has begun."""
        assert self.history._writer.wait(10)
        self.conductor._player = None
        old = self.program.paths.config.parent
        new = old.with_name(f"{old.name}-again")
        # By a process of its own: the files of a history are not to be opened beside sqlite in the same one.
        subprocess.run(["cp", "-r", str(old), str(new)], check=True)
        (new / "data" / "history.lock").unlink()
        again = Program.load(new)
        again.clock = clock
        led = Led(again, clock, speech)
        led._epoch_ms = self._epoch_ms
        return led

    def _play(self, timeline: Timeline) -> None:
        self.timelines.append(timeline)
        self.conductor.play(timeline, self.preparer.start)


@pytest.fixture
def led(program: Program, clock: FakeClock, speech: WrittenSpeech) -> Iterator[Led]:
    Led.all = []
    yield Led(program, clock, speech)
    for led in Led.all:
        led.keeper.close()
    gc.collect()


def done(record: SessionRecord) -> dict[SetKey, tuple[int, int]]:
    return {SetKey(s.step, s.number, s.side): (s.done_reps, s.done_ms) for s in record.sets}


def place_of(timeline: Timeline, exercise: str, kind: SegmentKind, set_: int, rep: int | None = None) -> int:
    """Where the first segment of that kind begins, in a set and a rep."""
    wanted = (exercise, kind, set_, rep)
    return int(next(s.start_ms for s in timeline.segments if (s.exercise, s.kind, s.set, s.rep) == wanted))


def test_there_is_a_row_at_the_start_and_every_set_is_planned_in_it(led: Led) -> None:
    led.start()
    (row,) = led.sessions()
    assert (row.state, row.began, row.routine, row.sets_done) == (SessionState.OPEN, BEGAN, "full", 0)
    assert [(s.exercise, s.number, s.side) for s in row.sets] == [
        (s.exercise, s.key.set, s.key.side) for s in led.conductor._record.sets(led.timeline)
    ]


def test_at_every_beat_all_that_is_complete_is_on_the_disk(led: Led) -> None:
    led.start()
    led.history._writer.wait(10)
    counted: list[int] = []
    while led.conductor.is_active:
        led.clock.advance(1500)
        led.conductor.beat()
        complete = sum(s.is_complete for s in led.conductor._record.sets(led.timeline))
        if not counted or counted[-1] != complete:
            counted.append(complete)
            assert led.history._writer.wait(10)
            query = "SELECT count(*) FROM exercise_set WHERE done_reps = planned_reps"
            assert rows(led.history.path, query) == [(complete,)]
    assert counted == list(range(len(led.sessions()[0].sets) + 1))


def test_played_to_its_end_it_is_finished_and_nothing_is_left_to_go_on_with(led: Led) -> None:
    led.start("short")
    led.end()
    (row,) = led.sessions()
    assert (row.state, row.sets_done, row.active_ms) == (SessionState.FINISHED, len(row.sets), led.timeline.total_ms)
    assert all(s.done_ms == s.planned_ms for s in row.sets)
    assert row.saved - row.began == timedelta(milliseconds=LEAD_MS + led.timeline.total_ms)
    assert unfinished(led.program, TODAY) is None
    assert not led.notices


def test_stopped_in_a_set_it_is_kept_as_what_it_was(led: Led) -> None:
    led.start()
    led.until(place_of(led.timeline, "toe-press", SegmentKind.TRAVEL, 1, 5) + 100)
    led.conductor.command(Command.STOP)
    (row,) = led.sessions()
    assert row.state is SessionState.STOPPED
    assert (row.sets[0].done_reps, row.sets[0].planned_reps, row.sets[0].done_ms) == (4, 10, 12_000)
    assert sum(s.done_reps for s in row.sets[1:]) == 0
    assert row.sets[1].done_at is None


def test_a_pause_writes_the_reps_done_so_far(led: Led) -> None:
    led.start()
    led.until(place_of(led.timeline, "toe-press", SegmentKind.TRAVEL, 1, 5) + 100)
    led.conductor.command(Command.PAUSE)
    assert led.sessions()[0].sets[0].done_reps == 4


def test_the_time_of_a_pause_is_no_exercise(led: Led) -> None:
    led.start("short")
    led.until(20_000)
    led.conductor.command(Command.PAUSE)
    led.clock.advance(3_600_000)
    led.conductor.command(Command.RESUME)
    led.end()
    assert led.sessions()[0].active_ms == led.timeline.total_ms


def test_after_a_crash_it_goes_on_with_the_set_that_was_under_way(
    led: Led, clock: FakeClock, speech: WrittenSpeech
) -> None:
    led.start()
    switch = place_of(led.timeline, "active-flexion", SegmentKind.SWITCH, 1)
    led.until(switch + 40_000)  # some reps of the right foot
    before = led.sessions()[0]
    after = led.crash(clock, speech)
    clock.advance(600_000)
    offer = after.go_on()
    assert (offer.exercise, offer.place) == ("Active Flexion", "Set 1 of 2 · Right foot")
    start = after.timeline.segment_index(after.preparer.start.position_ms)
    assert [s.kind for s in after.timeline.segments[start : start + 4]] == [
        SegmentKind.INTRO, SegmentKind.POSTURE, SegmentKind.READY, SegmentKind.TRAVEL
    ]  # fmt: skip
    assert done(after.sessions()[0]) == done(before)
    after.end()
    (row,) = after.sessions()
    assert (row.id, row.began, row.state) == (before.id, before.began, SessionState.FINISHED)
    assert row.sets_done == len(row.sets)
    assert all(s.done_ms == s.planned_ms for s in row.sets)
    assert after.results[0].finished
    kept = {SetKey(s.step, s.number, s.side): s.done_at for s in before.sets if s.is_complete}
    assert kept == {
        key: at for key, at in ((SetKey(s.step, s.number, s.side), s.done_at) for s in row.sets) if key in kept
    }


@pytest.mark.parametrize("share", [0.1, 0.33, 0.5, 0.77, 0.97])
def test_left_again_and_again_every_set_is_done_once(
    led: Led, clock: FakeClock, speech: WrittenSpeech, share: float
) -> None:
    led.start()
    total, seen = led.timeline.total_ms, led
    for part in (share / 3, share / 2, share):
        seen.until(round(total * part))
        complete = {key for key, (reps, _) in done(seen.sessions()[0]).items() if reps}
        seen = seen.crash(clock, speech)
        seen.go_on()
        assert {key for key, (reps, _) in done(seen.sessions()[0]).items() if reps} == complete
    seen.end()
    (row,) = seen.sessions()
    assert (row.state, row.sets_done) == (SessionState.FINISHED, len(row.sets))
    assert all((s.done_reps, s.done_ms) == (s.planned_reps, s.planned_ms) for s in row.sets)
    works = {n for n, s in enumerate(seen.timeline.segments) if s.kind in WORK}
    assert seen.results[0].record.done <= works


def test_what_was_skipped_stays_undone_when_it_goes_on(led: Led, clock: FakeClock, speech: WrittenSpeech) -> None:
    led.start()
    led.until(place_of(led.timeline, "toe-press", SegmentKind.TRAVEL, 1, 3))
    led.conductor.command(Command.SKIP)
    led.until(place_of(led.timeline, "toe-press", SegmentKind.TRAVEL, 3, 2))
    after = led.crash(clock, speech)
    assert after.go_on().place == "Set 3 of 3 · Both feet"
    after.end()
    (row,) = after.sessions()
    assert [s.done_reps for s in row.sets[:3]] == [2, 10, 10]


def test_the_doses_are_those_it_was_begun_with(led: Led, clock: FakeClock, speech: WrittenSpeech) -> None:
    led.start()
    led.until(place_of(led.timeline, "toe-press", SegmentKind.REST, 2))
    sets = led.sessions()[0].sets
    after = led.crash(clock, speech)
    after.program.settings = replace(
        after.program.settings,
        talk="counts",
        exercises={"toe-press": ExerciseChoice(sets=6, reps=3), "wall-stretch": ExerciseChoice(included=False)},
    )
    after.go_on()
    now = after.sessions()[0].sets
    assert [(s.exercise, s.planned_reps, s.planned_ms) for s in now] == [
        (s.exercise, s.planned_reps, s.planned_ms) for s in sets
    ]


def test_the_voice_may_be_gone_when_it_goes_on(led: Led, clock: FakeClock, speech: WrittenSpeech) -> None:
    led.start()
    led.until(place_of(led.timeline, "toe-press", SegmentKind.REST, 2))
    speech.has_voice = False
    after = led.crash(clock, speech)
    after.go_on()
    after.end()
    assert after.sessions()[0].state is SessionState.FINISHED


def test_an_exercise_that_has_changed_or_gone_leaves_it_partial(led: Led) -> None:
    led.start()
    led.until(place_of(led.timeline, "toe-press", SegmentKind.REST, 2))
    led.conductor.command(Command.STOP)
    session = led.sessions()[0]
    library = led.program.library
    fewer = {id_: e for id_, e in library.exercises.items() if id_ != "wall-stretch"}
    wall = library.exercises["wall-stretch"]
    other = {**library.exercises, "wall-stretch": replace(wall, movements=wall.movements[:1])}
    assert unfinished(led.program, TODAY)
    for exercises in (fewer, other):
        led.program.library = replace(library, exercises=exercises)
        assert unfinished(led.program, TODAY) is None
        with pytest.raises(UserError, match="changed"):
            Preparer(led.program, WrittenSpeech()).go_on(session, led.program.settings)


def test_a_damaged_history_is_said_and_the_session_goes_on(led: Led) -> None:
    led.program.paths.data.mkdir(parents=True, exist_ok=True)
    (led.program.paths.data / "history.db").write_text("no database " * 50)
    led.start("short")
    led.end()
    assert led.results[0].finished
    assert led.sessions()[0].state is SessionState.FINISHED
    assert len(led.notices) == 1
    assert "history.db.broken-1" in led.notices[0]


def test_nothing_to_go_on_with_is_said(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--profile", str(profile), "session", "--resume"]) == 1
    assert "no session to go on with today" in capsys.readouterr().err
