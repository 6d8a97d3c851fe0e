"""The voice as the app knows it, with real children and a real sound server."""

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import running
from pulse_server import PulseServer, Recorder
from PySide6.QtCore import QTimer  # noqa: TID251 - the heartbeat that a stall would delay
from pytestqt.qtbot import QtBot

from footroutine.domain.speech_length import estimate_ms
from footroutine.domain.timeline import Tone
from footroutine.services.clock import SystemClock
from footroutine.services.voice import speech as speech_module
from footroutine.services.voice.speech import Heard, SilentSpeech, Sound, Speech, SpokenSpeech

MS = 1_000_000
CLOCK = SystemClock()
Make = Callable[..., SpokenSpeech]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[SpokenSpeech] = []

    def make(synthesis_command: tuple[str, ...] = ()) -> SpokenSpeech:
        made.append(SpokenSpeech(tmp_path / "cache", CLOCK, synthesis_command=synthesis_command))
        return made[-1]

    yield make
    for speech in made:
        speech.close()


def prepare(qtbot: QtBot, speech: Speech, texts: list[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    with qtbot.waitSignal(speech.prepared, timeout=20_000) as done:
        speech.prepare(texts, voice="", rate=165)
    lengths, missing = done.args
    return lengths, missing


def until(qtbot: QtBot, at_ns: int) -> None:
    qtbot.waitUntil(lambda: CLOCK.monotonic_ns() > at_ns, timeout=20_000)


def test_a_minute_of_coaching_is_heard_when_it_is_due(qtbot: QtBot, recorder: Recorder, make: Make) -> None:
    speech = make()
    lengths, missing = prepare(qtbot, speech, ["Hold", "Switch sides"])
    assert missing == ()
    assert lengths["Hold"] == pytest.approx(estimate_ms("Hold", 165), rel=0.4)
    qtbot.waitUntil(lambda: not speech.status_of("Hold"), timeout=5_000)
    heard: list[Heard] = []
    speech.started.connect(heard.append)
    begin = CLOCK.monotonic_ns() + 300 * MS
    sounds = [
        Sound(begin, None, Tone.LEAD_IN),
        Sound(begin + 500 * MS, "Hold", None),
        Sound(begin + 1_500 * MS, "never prepared", None),
        Sound(begin + 2_000 * MS, "Switch sides", None),
        Sound(begin + 3_300 * MS, None, Tone.GO),
    ]
    speech.schedule(sounds)
    until(qtbot, begin + 3_700 * MS)
    del sounds[2]
    planned = [sound.at_ns for sound in sounds]
    assert [(h.text, h.tone, h.planned_ns) for h in heard] == [(s.text, s.tone, s.at_ns) for s in sounds]
    found = recorder.sounds(begin, quiet_ms=200)
    assert [begin for begin, _ in found] == [pytest.approx(at_ns, abs=25 * MS) for at_ns in planned]
    spoken_ms = (found[1][1] - found[1][0]) / MS
    assert lengths["Hold"] - 80 <= spoken_ms <= lengths["Hold"] + 20


SLOW_TO_LOAD = """
import threading
from footroutine.services.voice import playback_child
read = playback_child.read_wav
playback_child.read_wav = lambda path: threading.Event().wait(0.2) or read(path)
playback_child.main()
"""


def test_the_first_words_are_heard_however_long_the_phrases_take_to_load(
    qtbot: QtBot, pulse: PulseServer, tmp_path: Path
) -> None:
    speech = SpokenSpeech(tmp_path / "cache", CLOCK, playback_command=[sys.executable, "-c", SLOW_TO_LOAD])
    heard: list[Heard] = []
    speech.started.connect(heard.append)
    prepare(qtbot, speech, ["Go", "Hold", "Rest", "Left", "Right"])
    begin = CLOCK.monotonic_ns() + 150 * MS
    speech.schedule([Sound(begin, "Go", None)])
    until(qtbot, begin + 300 * MS)
    speech.close()
    assert [(h.text, h.at_ns - begin < 5 * MS) for h in heard] == [("Go", True)]


KNOWS_NOTHING = """
import json, sys
print('{"event": "awake"}', flush=True)
for line in sys.stdin:
    if json.loads(line)["do"] == "ping":
        print('{"event": "pong"}', flush=True)
"""


def test_a_playback_that_never_knows_whether_there_is_sound_holds_up_no_session(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_module, "_SETTLED_WITHIN_MS", 500)
    speech = SpokenSpeech(tmp_path / "cache", CLOCK, playback_command=[sys.executable, "-c", KNOWS_NOTHING])
    lengths, _ = prepare(qtbot, speech, ["Go"])
    speech.close()
    assert list(lengths) == ["Go"]


def test_silence_ends_it_and_a_new_schedule_goes_on_in_the_middle(qtbot: QtBot, recorder: Recorder, make: Make) -> None:
    speech = make()
    text = "Switch to your left foot, and hold on to the wall"
    lengths, _ = prepare(qtbot, speech, [text])
    qtbot.waitUntil(lambda: not speech.status_of(text), timeout=5_000)
    begin = CLOCK.monotonic_ns() + 200 * MS
    speech.schedule([Sound(begin, text, None)])
    until(qtbot, begin + 500 * MS)
    speech.silence()
    again = begin + 1_500 * MS
    speech.schedule([Sound(again, text, None, offset_ms=500)])
    until(qtbot, again + lengths[text] * MS)
    (_, stopped), *_, (_, ended) = recorder.sounds(begin, quiet_ms=400)
    assert (stopped - begin) / MS == pytest.approx(525, abs=75)
    assert (ended - again) / MS == pytest.approx(lengths[text] - 500, abs=90)


def test_say_now_is_heard_at_once_prepared_or_not(qtbot: QtBot, recorder: Recorder, make: Make) -> None:
    speech = make()
    for text in ("Do you hear me?", "Do you hear me?", "And now?"):
        with qtbot.waitSignal(speech.started, timeout=8_000) as heard:
            speech.say_now(text)
        assert heard.args[0].text == text
    since = CLOCK.monotonic_ns()
    # From that moment on; it has cut the words before it, so that there is no silence between them.
    qtbot.waitUntil(lambda: max(map(abs, recorder.stretch(since + 1_000 * MS)[0]), default=0) > 300, timeout=3_000)


def test_say_now_while_preparing_waits_its_turn_and_loses_nothing(qtbot: QtBot, pulse: PulseServer, make: Make) -> None:
    speech = make()
    with qtbot.waitSignals([speech.prepared, speech.started], timeout=10_000):
        speech.prepare(["Go", "Hold"], voice="", rate=165)
        speech.say_now("Do you hear me?")
    assert speech.file_of("Go")


def test_why_something_is_not_heard(qtbot: QtBot, pulse: PulseServer, make: Make) -> None:
    speech = make()
    assert speech.status_of("Go") == "no voice"
    assert speech.status_of("") == "no sound"
    prepare(qtbot, speech, ["Go"])
    qtbot.waitUntil(lambda: not speech.status_of("Go"), timeout=5_000)
    speech.set_volumes(0, 50)
    assert (speech.status_of("Go"), speech.status_of("")) == ("muted", "")
    speech.set_volumes(50, 0)
    assert (speech.status_of("Go"), speech.status_of("")) == ("", "muted")
    assert speech.file_of("Go")
    assert speech.file_of("Hold") is None


def test_with_no_engine_and_no_sound_everything_answers_and_each_is_told_once(
    qtbot: QtBot, own_pulse: PulseServer, make: Make
) -> None:
    """The server is not started; the engine is not there."""
    speech = make(synthesis_command=("/nowhere/no-engine",))
    notices: list[str] = []
    speech.notice.connect(notices.append)
    assert prepare(qtbot, speech, ["Go", "Hold"]) == ({}, ("Go", "Hold"))
    qtbot.waitUntil(lambda: len(notices) == 2, timeout=5_000)
    speech.schedule([Sound(CLOCK.monotonic_ns(), "Go", None), Sound(CLOCK.monotonic_ns(), None, Tone.GO)])
    speech.silence()
    assert (speech.status_of("Go"), speech.status_of("")) == ("no voice", "no sound")
    answers: list[str] = []
    speech._playback._child.received.connect(lambda message: answers.append(message["event"]))
    qtbot.waitUntil(lambda: answers.count("pong") == 3)  # it has looked for sound in the meantime
    assert len(notices) == 2
    assert sorted(notice.split(":")[0] for notice in notices) == ["No sound", "Some words have no voice"]


def test_nothing_stalls_the_event_loop(qtbot: QtBot, pulse: PulseServer, make: Make) -> None:
    speech = make()
    beats: list[int] = []
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: beats.append(CLOCK.monotonic_ns()))
    heart.start()
    texts = [f"Exercise {i}, left foot" for i in range(60)]
    prepare(qtbot, speech, texts)
    prepare(qtbot, speech, texts)
    qtbot.waitUntil(lambda: not speech.status_of(texts[0]), timeout=5_000)
    at = CLOCK.monotonic_ns()
    speech.schedule([Sound(at + i * 1_000 * MS, text, None) for i, text in enumerate(texts)])
    os.kill(speech._playback.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: speech.status_of("") != "", timeout=5_000)
    qtbot.waitUntil(lambda: not speech.status_of(""), timeout=5_000)
    gaps = sorted((b - a) / MS for a, b in itertools.pairwise(beats))
    assert gaps[-1] < 60
    assert gaps[len(gaps) * 99 // 100] < 50


def test_no_process_is_started_before_it_is_used(qtbot: QtBot, make: Make) -> None:
    speech = make()
    speech.set_volumes(50, 50)
    speech.silence()
    assert not running("footroutine.services.voice", parent=os.getpid())


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from footroutine.services.clock import SystemClock
from footroutine.services.voice.speech import SpokenSpeech
app = QCoreApplication([])
speech = SpokenSpeech(Path(sys.argv[1]), SystemClock())
speech.prepared.connect(lambda *_: print("prepared", flush=True))
speech.prepare(["Go"], voice="", rate=165)
app.exec()
"""


def test_no_child_outlives_a_killed_program(qtbot: QtBot, pulse: PulseServer, tmp_path: Path) -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path / "cache")], stdout=subprocess.PIPE)
    assert program.stdout
    assert program.stdout.readline() == b"prepared\n"
    children = running("playback_child", parent=program.pid)
    assert children
    program.kill()
    program.wait()
    program.stdout.close()
    qtbot.waitUntil(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children), timeout=3_000)


def test_silent_speech_answers_everything_and_is_never_heard(qtbot: QtBot) -> None:
    speech: Speech = SilentSpeech()
    assert prepare(qtbot, speech, ["Go", "Hold", "Go"]) == ({}, ("Go", "Hold"))
    with qtbot.waitSignal(speech.voices) as listed:
        speech.request_voices()
    assert listed.args == [[]]
    with qtbot.assertNotEmitted(speech.started, wait=50):
        speech.schedule([Sound(CLOCK.monotonic_ns(), None, Tone.GO)])
        speech.say_now("Go")
        speech.set_volumes(100, 100)
        speech.silence()
        speech.close()
    assert speech.status_of("Go") == "silent"
    assert speech.file_of("Go") is None


def test_spoken_and_silent_speech_are_the_same_to_the_app(make: Make) -> None:
    speech: Speech = make()
    assert speech.status_of("anything") == "no voice"
