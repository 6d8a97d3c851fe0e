"""Whatever breaks in the middle of a session: its time goes on, it is said once, the voice comes back, nothing stalls.

All sessions run at once in one event loop, each with children, sound server and fault of its own: a fault that
stalled the program would stall them all.
"""

import io
import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from builders import exercise, hold, of_exercise, travel
from pulse_server import PulseServer, Recorder
from PySide6.QtCore import QTimer  # noqa: TID251 - the heartbeat that a stall would delay
from pytestqt.qtbot import QtBot

from footroutine.app.conductor import Conductor, Result
from footroutine.app.session_log import SessionLog
from footroutine.domain.exercise import Sides
from footroutine.domain.timeline import Cue, CueKind, Ms, Timeline, Tone
from footroutine.services.clock import SystemClock
from footroutine.services.voice.child import child_command
from footroutine.services.voice.speech import Heard, SpokenSpeech

MS = 1_000_000
CLOCK = SystemClock()
EVERY_MS = 300  # a cue
BROKEN_AT_MS, MENDED_AT_MS = 2_500, 8_500  # of the session
LENGTH_MS = 14_000
SLOW = """
import json, subprocess, sys, threading
child = subprocess.Popen(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.PIPE, text=True)
for line in child.stdout:
    threading.Event().wait({seconds})
    print(line, end="", flush=True)
"""


def cues_of(timeline: Timeline) -> Timeline:
    """The timeline with a word and a tone in turn, often enough to see when sound is back."""
    cues = tuple(
        Cue(Ms(at), Ms(at + 200), CueKind.TONE if tone else CueKind.COUNT, "" if tone else "Go.",
            timeline.segment_index(at), tone)
        for n, at in enumerate(range(EVERY_MS, LENGTH_MS - EVERY_MS, EVERY_MS))
        for tone in [Tone.GO if n % 2 else None]
    )  # fmt: skip
    return replace(timeline, cues=cues)


MOVES = exercise(travel(seconds=1), hold(seconds=30), name="long", sides=Sides.BOTH, reps=1)
TIMELINE = cues_of(of_exercise(MOVES, get_ready_s=3).timeline)


@dataclass
class Run:
    """One session with its own sound server, and what came of it."""

    folder: Path
    pulse: PulseServer = field(init=False)
    speech: SpokenSpeech = field(init=False)
    conductor: Conductor = field(init=False)
    log: io.StringIO = field(default_factory=io.StringIO)
    heard: list[Heard] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    recorders: list[Recorder] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.pulse = PulseServer(self.folder)
        variables = [f"{name}={value}" for name, value in self.pulse.variables.items()]
        playback = ["env", *variables, *child_command("playback")]
        self.speech = SpokenSpeech(self.folder / "cache", CLOCK, playback_command=playback)
        self.speech.started.connect(self.heard.append)
        self.speech.notice.connect(self.notices.append)
        self.conductor = Conductor(CLOCK, self.speech, SessionLog(self.log))
        self.conductor.ended.connect(self.results.append)

    def plug_in(self) -> None:
        self.pulse.start()
        self.recorders.append(Recorder(self.pulse))

    def pactl(self, *arguments: str) -> None:
        subprocess.run(["pactl", *arguments], env=os.environ | self.pulse.variables, check=True, capture_output=True)

    def child(self, number: int) -> None:
        os.kill(self.speech._playback.pid, number)

    def late_ms(self) -> list[int]:
        events = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [e["clock_ms"] - e["planned_ms"] for e in events if e["event"] == "cue"]

    def close(self) -> None:
        self.speech.close()
        for recorder in self.recorders:
            recorder.close()
        self.pulse.kill()


def nothing(_run: Run) -> None:
    pass


@dataclass(frozen=True)
class Fault:
    """What is done to a session, what ends it, and how long after that the voice may take."""

    begin: Callable[[Run], None]
    end: Callable[[Run], None]
    back_within_ms: int


# A new null sink first works off 2 s.
FAULTS = {
    "server absent at first": Fault(nothing, Run.plug_in, 4_000),
    "server frozen": Fault(
        lambda run: os.kill(run.pulse.pid, signal.SIGSTOP), lambda run: os.kill(run.pulse.pid, signal.SIGCONT), 2_300
    ),
    "server killed for 6 s": Fault(lambda run: run.pulse.kill(), Run.plug_in, 4_000),
    "device unplugged": Fault(
        lambda run: run.pactl("unload-module", "module-null-sink"),
        lambda run: run.pactl("load-module", "module-null-sink", "sink_name=out"),
        4_000,
    ),
    "child killed": Fault(lambda run: run.child(signal.SIGKILL), nothing, 0),
    "child frozen": Fault(lambda run: run.child(signal.SIGSTOP), nothing, 0),
}


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[dict[str, Run]]:
    made = {name: Run(tmp_path / str(number)) for number, name in enumerate(FAULTS)}
    yield made
    for run in made.values():
        run.close()


@dataclass(frozen=True)
class Beat:
    """A moment of the event loop, and how long this thread has waited for a processor until then."""

    at_ns: int
    waited_ns: int


def waited_ns() -> int:
    try:
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0


@pytest.fixture
def beats() -> Iterator[list[Beat]]:
    """A heart that beats every 5 ms."""
    moments: list[Beat] = []
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: moments.append(Beat(CLOCK.monotonic_ns(), waited_ns())))
    heart.start()
    yield moments
    heart.stop()


def longest_stall_ms(beats: list[Beat], own: Sequence[tuple[int, int]] = ()) -> float:
    """The longest time between two beats in which the program kept its event loop; not what others took from it.

    Within `own` the test itself kept it.
    """
    return max(
        (b.at_ns - a.at_ns - (b.waited_ns - a.waited_ns)) / MS
        for a, b in itertools.pairwise(beats)
        if not any(a.at_ns < end and start < b.at_ns for start, end in own)
    )


@pytest.mark.skipif(sys.platform != "linux", reason="a private sound server")
def test_a_session_bears_every_fault_of_the_sound(qtbot: QtBot, runs: dict[str, Run], beats: list[Beat]) -> None:
    for name, run in runs.items():
        if name != "server absent at first":
            run.plug_in()
        with qtbot.waitSignal(run.speech.prepared, timeout=20_000):
            run.speech.prepare(["Go."], voice="", rate=165)
    qtbot.waitUntil(lambda: sum(not r.speech.status_of("") for r in runs.values()) == len(runs) - 1, timeout=8_000)
    assert [name for name, run in runs.items() if run.notices] == ["server absent at first"]
    began = CLOCK.monotonic_ns()
    for run in runs.values():
        run.conductor.play(TIMELINE)
    own: list[tuple[int, int]] = []  # when the test itself kept the event loop

    def at(session_ms: int, act: Callable[[Fault], Callable[[Run], None]]) -> None:
        qtbot.waitUntil(lambda: CLOCK.monotonic_ns() - began >= session_ms * MS, timeout=20_000)
        for name, run in runs.items():
            from_ns = CLOCK.monotonic_ns()
            act(FAULTS[name])(run)
            mended[name] = CLOCK.monotonic_ns()
            own.append((from_ns, mended[name]))

    mended: dict[str, int] = {}
    beats.clear()
    at(BROKEN_AT_MS, lambda fault: fault.begin)
    at(MENDED_AT_MS, lambda fault: fault.end)
    qtbot.waitUntil(lambda: CLOCK.monotonic_ns() - began >= LENGTH_MS * MS, timeout=20_000)

    assert longest_stall_ms(beats, own) < 50
    for name, run in runs.items():
        busy_ms = sum(end - start for start, end in own) / MS
        late = sorted(run.late_ms())
        assert len(late) == len(TIMELINE.cues[: len(late)]) >= 44, name  # the session's time went on
        assert late[len(late) * 3 // 4] <= 60, name
        assert late[-1] <= 60 + busy_ms, name
        within_ms = FAULTS[name].back_within_ms
        assert [notice.split(":")[0] for notice in run.notices] == ["No sound", "The sound is back."], name
        again = [h for h in run.heard if h.at_ns > mended[name]]
        assert again, name
        assert (again[0].at_ns - mended[name]) / MS <= within_ms + EVERY_MS + 100, name
        assert {h.text for h in again} == {"Go.", None}, name


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from footroutine.domain.timeline import Tone
from footroutine.services.clock import SystemClock
from footroutine.services.voice.speech import Sound, SpokenSpeech
app = QCoreApplication([])
clock = SystemClock()
speech = SpokenSpeech(Path(sys.argv[1]), clock)
def go(*_):
    now = clock.monotonic_ns()
    speech.schedule([Sound(now + i * 250_000_000, None, Tone.GO) for i in range(80)])
    print("prepared", flush=True)
speech.prepared.connect(go)
speech.prepare(["Go."], voice="", rate=165)
app.exec()
"""


def until(qtbot: QtBot, at_ns: int) -> None:
    qtbot.waitUntil(lambda: CLOCK.monotonic_ns() > at_ns, timeout=9_000)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_frozen_program_is_silent_within_2_s_and_goes_on_in_its_place(
    qtbot: QtBot, recorder: Recorder, tmp_path: Path
) -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path / "cache")], stdout=subprocess.PIPE)
    try:
        assert program.stdout
        assert program.stdout.readline() == b"prepared\n"
        began = CLOCK.monotonic_ns()
        until(qtbot, began + 700 * MS)
        frozen = CLOCK.monotonic_ns()
        program.send_signal(signal.SIGSTOP)
        until(qtbot, frozen + 3_500 * MS)
        thawed = CLOCK.monotonic_ns()
        program.send_signal(signal.SIGCONT)
        until(qtbot, thawed + 1_500 * MS)
        onsets = recorder.onsets(began)
        assert [onset for onset in onsets if frozen + 2_100 * MS < onset < thawed] == []
        back = [onset for onset in onsets if onset > thawed]
        assert back[0] - thawed < 800 * MS
        # Back where they would have been; the first may be caught in the middle of its sound.
        places = [(onset - onsets[0]) / MS % 250 for onset in onsets if onset != back[0]]
        assert all(place < 25 or place > 225 for place in places), places
    finally:
        program.kill()
        program.wait()
        assert program.stdout
        program.stdout.close()


def told_by(speech: SpokenSpeech) -> list[str]:
    told: list[str] = []
    speech.notice.connect(told.append)
    return told


@pytest.fixture(params=["full", "fills up"])
def full_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, list[str]]]:
    """A cache folder where nothing can be written, and the synthesis child that would."""
    cache = tmp_path / "cache"
    if request.param == "fills up":
        yield cache, ["prlimit", "--fsize=4000", *child_command("synthesis")]
        return
    cache.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(cache)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk")
    yield cache, child_command("synthesis")
    subprocess.run(["umount", str(cache)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit and tmpfs")
def test_a_full_disk_costs_the_words_and_is_told_once(
    qtbot: QtBot, pulse: PulseServer, full_disk: tuple[Path, list[str]], beats: list[Beat]
) -> None:
    cache, command = full_disk
    speech = SpokenSpeech(cache, CLOCK, synthesis_command=command)
    told = told_by(speech)
    with qtbot.waitSignal(speech.prepared, timeout=10_000) as done:
        speech.prepare(["Go.", "Hold.", "Rest."], voice="", rate=165)
    lengths, missing = done.args
    speech.close()
    assert (lengths, len(missing), len(told)) == ({}, 3, 1)
    assert "No space left on device" in told[0] or "File too large" in told[0]
    assert longest_stall_ms(beats) < 50


def test_a_slow_engine_is_waited_for(qtbot: QtBot, pulse: PulseServer, tmp_path: Path, beats: list[Beat]) -> None:
    """Ten times as slow as the real one: 120 ms a phrase."""
    slow = [sys.executable, "-c", SLOW.format(seconds=0.12), *child_command("synthesis")]
    speech = SpokenSpeech(tmp_path / "cache", CLOCK, synthesis_command=slow)
    told = told_by(speech)
    texts = [f"Left foot, {n} times." for n in range(20)]
    with qtbot.waitSignal(speech.prepared, timeout=20_000) as done:
        speech.prepare(texts, voice="", rate=165)
    speech.close()
    assert (set(done.args[0]), told) == (set(texts), [])
    assert longest_stall_ms(beats) < 50
