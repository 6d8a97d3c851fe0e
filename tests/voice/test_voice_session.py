"""A session that is paused, gone on with and skipped in, as it is heard: recorded, and held against its plan."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
from builders import LIBRARY, of_exercise
from heartbeat import waited_by_ms
from pulse_server import PulseServer, Recorder
from pytestqt.qtbot import QtBot

from footroutine.app.conductor import MOVE_LEAD_MS, Conductor
from footroutine.app.session_keeper import Start
from footroutine.app.session_log import SessionLog
from footroutine.domain.timeline import Cue, SegmentKind, Timeline
from footroutine.player.state import Command
from footroutine.services.clock import SystemClock
from footroutine.services.voice.pcm import RATE, read_wav
from footroutine.services.voice.speech import SpokenSpeech
from footroutine.services.voice.tones import render

MS = 1_000_000
CLOCK = SystemClock()
LOUD = 60  # of 32 768; the recorded sink adds no noise
CUT_WITHIN_MS = 50  # beside the time in which others had the processors
LATE_MS = 25
PLACED_MS = 5  # a recording tells when a sound begins, this much early or late
PAUSE_MS = 700

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a private sound server")


@dataclass
class Led:
    """A real session of the wall stretch, from the side that begins on: real voice, real sound."""

    qtbot: QtBot
    speech: SpokenSpeech
    server: PulseServer
    recorder: Recorder

    def __post_init__(self) -> None:
        session = of_exercise(LIBRARY.exercises["wall-stretch"], get_ready_s=4)
        with self.qtbot.waitSignal(self.speech.prepared, timeout=20_000) as done:
            self.speech.prepare(session.script.texts(), voice="", rate=165)
        assert done.args is not None
        lengths, missing = done.args
        assert missing == ()
        self.timeline: Timeline = replace(session, length_of=lambda text: lengths[text]).timeline
        self.ready = next(s for s in self.timeline.segments if s.kind is SegmentKind.READY)
        self._log = io.StringIO()
        self.conductor = Conductor(CLOCK, self.speech, SessionLog(self._log))
        self.began = CLOCK.monotonic_ns()
        self.commanded: list[int] = []  # when
        self.cut_within_ms: list[float] = []  # after each of them

    def play(self) -> None:
        self.conductor.play(self.timeline, Start(self.ready.start_ms))

    def command(self, command: Command) -> None:
        self.commanded.append(CLOCK.monotonic_ns())
        before = self.waited_ms()
        self.conductor.command(command)
        self.until_ns(self.commanded[-1] + 2 * CUT_WITHIN_MS * MS)
        self.cut_within_ms.append(CUT_WITHIN_MS + self.waited_ms() - before)

    def waited_ms(self) -> float:
        return sum(map(waited_by_ms, (os.getpid(), self.speech._playback.pid, self.server.pid)))

    def until(self, place_ms: int) -> None:
        """Until the session stands at a place of its plan."""
        self.until_ns(self.origins[-1] + place_ms * MS)

    def until_ns(self, at_ns: int) -> None:
        self.qtbot.waitUntil(lambda: CLOCK.monotonic_ns() >= at_ns, timeout=20_000)

    def pause(self) -> None:
        self.command(Command.PAUSE)
        self.until_ns(self.commanded[-1] + PAUSE_MS * MS)
        self.command(Command.RESUME)

    def end(self) -> None:
        self.command(Command.STOP)
        self.until_ns(self.commanded[-1] + 500 * MS)

    def cue(self, words: str) -> Cue:
        return next(c for c in self.timeline.cues if c.at_ms >= self.ready.start_ms and c.text.startswith(words))

    @property
    def origins(self) -> list[int]:
        events = [json.loads(line) for line in self._log.getvalue().splitlines()]
        return [event["origin_ns"] for event in events if event["event"] == "scheduled"]

    def softly_ms(self, cue: Cue) -> float:
        """How long after its beginning a cue is loud enough to be found in a recording."""
        path = self.speech.file_of(cue.text)
        assert cue.tone or path
        samples = render(cue.tone, RATE) if cue.tone else read_wav(path or Path())
        return next(i for i, sample in enumerate(samples) if abs(sample) > LOUD) * 1000 / RATE

    def heard(self) -> list[tuple[int, int]]:
        return self.recorder.sounds(self.began, quiet_ms=15, threshold=LOUD)


@pytest.fixture
def led(qtbot: QtBot, pulse: PulseServer, recorder: Recorder, tmp_path: Path) -> Iterator[Led]:
    speech = SpokenSpeech(tmp_path / "cache", CLOCK)
    made = Led(qtbot, speech, pulse, recorder)
    yield made
    made.conductor.command(Command.STOP)
    speech.close()


def test_pauses_in_words_and_in_a_count_silence_at_once_and_lose_and_repeat_nothing(led: Led) -> None:
    led.play()
    first, two, one = (led.cue(words) for words in ("Right foot forward first", "Two.", "One."))
    led.until(first.at_ms + 900)
    led.pause()
    led.until(two.at_ms + 120)
    led.pause()
    go = led.timeline.cues[led.timeline.cues.index(one) + 1]
    led.until(go.at_ms + 100)
    led.end()

    paused, resumed, paused_again, resumed_again, ended = led.commanded
    resumed, resumed_again = resumed + MOVE_LEAD_MS * MS, resumed_again + MOVE_LEAD_MS * MS
    origins = led.origins
    running = [(origins[0] + led.ready.start_ms * MS, paused), (resumed, paused_again), (resumed_again, ended)]
    heard = led.heard()
    for cut_ms, ((_, until), (again, _)) in zip(led.cut_within_ms[::2], pairwise(running), strict=False):
        assert [sound for sound in heard if until + cut_ms * MS < sound[1] and sound[0] < again - PLACED_MS * MS] == []
    due = [cue for cue in led.timeline.cues if led.ready.start_ms <= cue.at_ms <= go.at_ms]
    assert [cue.text for cue in due][:4] == [first.text, "Three.", "Two.", "One."]
    for origin, (begin, until) in zip(origins, running, strict=True):
        for cue in due:
            at_ns, end_ns = origin + cue.at_ms * MS, origin + cue.end_ms * MS
            if begin - PLACED_MS * MS <= at_ns < until:  # it begins here, in its place
                near = min((sound[0] for sound in heard), key=lambda found: abs(found - at_ns))
                assert -LATE_MS <= (near - at_ns) / MS - led.softly_ms(cue) <= LATE_MS, cue.text
            elif at_ns < begin < end_ns:  # it goes on where it was cut
                assert any(-PLACED_MS <= (sound[0] - begin) / MS <= 120 for sound in heard), cue.text
    for begin, end in heard:  # nothing besides: no word twice
        places = [
            (max(at, since) - 10 * MS, min(origin + cue.end_ms * MS, until) + max(led.cut_within_ms) * MS)
            for origin, (since, until) in zip(origins, running, strict=True)
            for cue in due
            for at in [origin + cue.at_ms * MS]
            if at < until and origin + cue.end_ms * MS > since
        ]
        assert any(since <= begin and end <= until for since, until in places), (begin - led.began) / MS


def draw_long(conductor: Conductor, ms: int) -> None:
    """The next picture takes so long."""

    def draws(_frame: object) -> None:
        conductor.framed.disconnect(draws)
        until = CLOCK.monotonic_ns() + ms * MS
        while CLOCK.monotonic_ns() < until:
            pass

    conductor.framed.connect(draws)


def test_the_first_words_are_in_time_beside_busy_processes_and_a_first_picture_of_a_second(led: Led) -> None:
    draw_long(led.conductor, 1_000)
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        led.conductor.play(led.timeline)
        first = led.timeline.cues[0]
        led.until(first.end_ms + 200)
    finally:
        for process in busy:
            process.kill()
            process.wait()
    begin, _ = led.heard()[0]
    late_ms = (begin - led.origins[0]) / MS - first.at_ms - led.softly_ms(first)
    assert -LATE_MS <= late_ms <= LATE_MS


def test_a_skip_cuts_the_old_words_at_once_and_the_new_ones_come_in_their_place(led: Led) -> None:
    """Without tones, one of which is heard at the place where the skip leads to."""
    led.speech.set_volumes(90, 0)
    led.play()
    led.until(led.cue("Right foot forward first").at_ms + 1_200)
    draw_long(led.conductor, 2 * MOVE_LEAD_MS)  # words do not wait for the picture of another exercise
    led.command(Command.SKIP)
    new, [skipped] = led.origins[-1], led.commanded
    due = next(cue for cue in led.timeline.cues if new + cue.at_ms * MS > skipped and not cue.tone)
    led.until(due.end_ms - 200)
    led.end()
    heard = [((begin - skipped) / MS, (end - skipped) / MS) for begin, end in led.heard()]
    comes_ms = (new - skipped) / MS + due.at_ms + led.softly_ms(due)
    old = [end for begin, end in heard if begin < 0]
    assert -100 <= old[-1] <= led.cut_within_ms[0] < comes_ms - LATE_MS
    assert next(begin for begin, _ in heard if begin > 0) == pytest.approx(comes_ms, abs=LATE_MS)
