"""The heartbeat, driven by a clock that the test moves."""

import io
import json
from typing import Any

import pytest
from app_fakes import FakeClock, WrittenSpeech

from footroutine.app.conductor import AWAKE_MS, BEAT_MS, LEAD_MS, MOVE_LEAD_MS, Conductor, Result
from footroutine.app.preparing import estimated
from footroutine.app.session_log import SessionLog
from footroutine.app.wiring import Program
from footroutine.domain.timeline import SegmentKind, Timeline
from footroutine.player.frame import Frame
from footroutine.player.state import Command
from footroutine.services.clock import NS_PER_MS


class Played:
    """A session under way, with all that came out of it."""

    def __init__(self, program: Program, clock: FakeClock, speech: WrittenSpeech, routine: str = "full") -> None:
        self.clock, self.speech = clock, speech
        self.timeline: Timeline = estimated(program.library.routines[routine], program.library, program.settings)
        self._file = io.StringIO()
        self.conductor = Conductor(clock, speech, SessionLog(self._file))
        self.frames: list[Frame] = []
        self.results: list[Result] = []
        self.conductor.framed.connect(self.frames.append)
        self.conductor.ended.connect(self.results.append)
        self.conductor.play(self.timeline)
        self.clock.advance(LEAD_MS)  # to the timeline's 0

    def run(self, ms: int) -> None:
        """Let time pass, with a beat every half second and at its end."""
        for step in [500] * (ms // 500) + [ms % 500]:
            self.clock.advance(step)
            self.conductor.beat()

    def until(self, kind: SegmentKind) -> int:
        """Run into the first segment of that kind; the answer is its index."""
        index = next(n for n, s in enumerate(self.timeline.segments) if s.kind is kind)
        self.run(self.timeline.segments[index].start_ms + 500)
        return index

    def events(self, kind: str) -> list[dict[str, Any]]:
        every = [json.loads(line) for line in self._file.getvalue().splitlines()]
        return [event for event in every if event["event"] == kind]


@pytest.fixture
def played(program: Program, clock: FakeClock, speech: WrittenSpeech) -> Played:
    return Played(program, clock, speech)


def test_all_sounds_are_handed_over_at_the_start_each_at_its_absolute_moment(played: Played) -> None:
    began = played.clock.monotonic_ns()
    cues = played.timeline.cues
    assert [s.at_ns for s in played.speech.scheduled] == [began + c.at_ms * NS_PER_MS for c in cues]
    assert [s.text for s in played.speech.scheduled] == [None if c.tone else c.text for c in cues]


def test_the_plan_is_on_its_way_before_the_first_picture_and_long_before_its_first_sound(
    program: Program, clock: FakeClock, speech: WrittenSpeech
) -> None:
    played = Played(program, clock, speech)
    assert played.frames == []
    assert len(played.speech.scheduled) == len(played.timeline.cues)
    clock.advance(-1)  # within the lead nothing goes on
    played.conductor.beat()
    assert len(played.frames) == 1
    assert played.frames[0].left_ms == played.timeline.total_ms
    assert played.events("cue") == []
    assert played.speech.scheduled[0].at_ns - (clock.monotonic_ns() - (LEAD_MS - 1) * NS_PER_MS) >= 1_000 * NS_PER_MS


def test_a_session_left_alone_ends_with_all_done_and_every_cue_in_the_log(played: Played) -> None:
    played.run(played.timeline.total_ms + 1000)
    assert [r.finished for r in played.results] == [True]
    assert all(s.is_complete for s in played.results[0].record.sets(played.timeline))
    assert [e["text"] for e in played.events("cue")] == [c.text for c in played.timeline.cues]
    assert [e["start_ms"] for e in played.events("segment")] == [s.start_ms for s in played.timeline.segments]
    assert all(0 <= e["actual_ms"] - e["planned_ms"] <= 500 for e in played.events("cue"))
    assert played.events("done")[0]["finished"] is True


def test_forty_minutes_of_sleep_in_a_hold_pause_that_hold_and_skip_nothing(played: Played) -> None:
    hold = played.until(SegmentKind.HOLD)
    before = played.frames[-1]
    played.clock.advance(40 * 60_000)
    played.conductor.beat()
    assert played.conductor.is_paused
    assert played.frames[-1].pause_reason == "gap"
    assert played.frames[-1].left_ms == before.left_ms
    assert played.events("segment")[-1]["start_ms"] == played.timeline.segments[hold].start_ms
    assert played.speech.scheduled == []
    played.conductor.command(Command.RESUME)
    played.run(played.timeline.total_ms)
    assert [e["text"] for e in played.events("cue")] == [c.text for c in played.timeline.cues]


def test_a_pause_cuts_the_sound_and_resume_goes_on_inside_the_cut_words(played: Played) -> None:
    cue = played.timeline.cues[1]
    into = 300
    played.run(cue.at_ms + into)
    played.conductor.command(Command.PAUSE)
    assert played.speech.scheduled == []
    played.clock.advance(60_000)
    played.conductor.command(Command.RESUME)
    first = played.speech.scheduled[0]
    begins_ns = played.clock.monotonic_ns() + MOVE_LEAD_MS * NS_PER_MS
    assert (first.text, first.offset_ms, first.at_ns) == (cue.text, into, begins_ns)
    assert len(played.speech.scheduled) == len(played.timeline.cues) - 1
    played.clock.advance(MOVE_LEAD_MS)
    played.conductor.beat()
    assert played.frames[-1].left_ms == played.timeline.total_ms - cue.at_ms - into  # picture and words begin together
    played.clock.advance(100)
    played.conductor.beat()
    assert played.frames[-1].left_ms == played.timeline.total_ms - cue.at_ms - into - 100


def test_skip_silences_the_old_words_and_schedules_only_what_is_ahead(played: Played) -> None:
    played.run(500)
    silences = played.speech.silences
    played.conductor.command(Command.SKIP)
    assert played.speech.silences == silences + 1
    assert played.timeline.cues[0].text not in [s.text for s in played.speech.scheduled]
    assert played.frames[-1].phase == "Move"


def test_stop_tells_what_was_done_and_falls_silent(played: Played) -> None:
    played.until(SegmentKind.REST)
    played.conductor.command(Command.STOP)
    result = played.results[0]
    assert not result.finished
    assert [s.done_reps for s in result.record.sets(played.timeline)][:2] == [10, 0]
    assert played.speech.scheduled == []
    assert not played.conductor.is_active


def test_a_missing_voice_is_said_in_the_log(played: Played) -> None:
    played.speech.has_voice = False
    played.run(3000)
    assert {e["spoken"] for e in played.events("cue")} == {"no voice"}


def test_commands_before_any_session_do_nothing(clock: FakeClock, speech: WrittenSpeech) -> None:
    conductor = Conductor(clock, speech, SessionLog())
    for command in Command:
        conductor.command(command)
    conductor.beat()
    assert not conductor.is_active


def test_the_screen_stays_on_in_a_session_and_for_five_minutes_of_a_pause(played: Played) -> None:
    timer = played.conductor._timer
    watched: list[bool] = []
    played.conductor.watched.connect(watched.append)
    assert timer.interval() == BEAT_MS
    played.conductor.command(Command.PAUSE)
    assert timer.isActive()
    assert timer.interval() == AWAKE_MS  # one more beat, when it is over
    played.clock.advance(AWAKE_MS - 1)
    played.conductor.command(Command.SKIP)
    assert (watched, timer.interval()) == ([], 1)
    played.clock.advance(1)
    played.conductor.beat()
    assert watched == [False]
    assert not timer.isActive()
    played.conductor.command(Command.RESUME)
    assert watched == [False, True]
    assert timer.interval() == BEAT_MS
    played.conductor.command(Command.STOP)
    assert watched == [False, True, False]
    assert not timer.isActive()
