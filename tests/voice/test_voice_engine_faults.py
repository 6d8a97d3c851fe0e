"""An engine that is absent, hangs, ends, talks nonsense or is slow, a full disk: words are lost, nothing more."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from heartbeat import MS, Beat, longest_stall_ms
from pulse_server import PulseServer, Recorder
from pytestqt.qtbot import QtBot

from footroutine.domain.timeline import Tone
from footroutine.services.clock import SystemClock
from footroutine.services.voice import synthesis as synthesis_module
from footroutine.services.voice.child import child_command
from footroutine.services.voice.speech import Sound, SpokenSpeech

CLOCK = SystemClock()
SLOW = """
import json, subprocess, sys, threading
child = subprocess.Popen(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.PIPE, text=True)
for line in child.stdout:
    threading.Event().wait({seconds})
    print(line, end="", flush=True)
"""


BROKEN = """
import os, sys, threading
from pathlib import Path
if Path(sys.argv[1]).exists():
    {fault}
os.execv(sys.argv[2], sys.argv[2:])
"""
FAULTS = {
    "absent": "sys.exit('libespeak-ng.so.1: cannot open shared object file')",
    "hung": "threading.Event().wait()",
    "exiting": """print('{"event": "awake"}', flush=True); input(); os._exit(1)""",
    "hung in its first word": """print('{"event": "awake"}', flush=True); threading.Event().wait()""",
    "garbage": "os.write(1, os.urandom(100_000)); threading.Event().wait()",
}


@pytest.mark.skipif(sys.platform != "linux", reason="a private sound server")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_engine_costs_the_words_until_it_is_mended(
    qtbot: QtBot,
    recorder: Recorder,
    tmp_path: Path,
    beats: list[Beat],
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
) -> None:
    """The tones of a session under way are heard in time; the next words are made as if nothing had been."""
    monkeypatch.setattr(synthesis_module, "_AWAKE_WITHIN_MS", 700)
    monkeypatch.setattr(synthesis_module, "_FIRST_WITHIN_MS", 700)
    is_broken = tmp_path / "broken"
    is_broken.touch()
    code = BROKEN.replace("{fault}", FAULTS[fault])
    command = [sys.executable, "-c", code, str(is_broken), *child_command("synthesis")]
    speech = SpokenSpeech(tmp_path / "cache", CLOCK, synthesis_command=command)
    told = told_by(speech)
    try:
        speech.prepare([], voice="", rate=165)
        qtbot.waitUntil(lambda: not speech.status_of(""), timeout=8_000)
        began = CLOCK.monotonic_ns() + 200 * MS
        planned = [began + i * 250 * MS for i in range(8)]
        with qtbot.waitSignal(speech.prepared, timeout=15_000) as done:
            speech.prepare(["Go.", "Hold."], voice="", rate=165)
            speech.schedule([Sound(at_ns, None, Tone.GO) for at_ns in planned])
        assert (done.args[0], len(told)) == ({}, 1)
        qtbot.waitUntil(lambda: CLOCK.monotonic_ns() > planned[-1] + 300 * MS, timeout=5_000)
        is_broken.unlink()
        mended = CLOCK.monotonic_ns()
        with qtbot.waitSignal(speech.started, timeout=5_000):
            speech.say_now("Hold.")
        qtbot.waitUntil(lambda: CLOCK.monotonic_ns() > mended + 2_000 * MS, timeout=5_000)
        assert longest_stall_ms(beats) < 50
        *onsets, words = recorder.onsets(began)
        assert len(onsets) == len(planned)
        assert max(abs(a - b) for a, b in zip(onsets, planned, strict=True)) <= 25 * MS
        assert mended < words < mended + 2_000 * MS
        assert len(told) == 1
    finally:
        speech.close()


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
    assert (lengths, len(missing), len(told)) == ({}, 3, 1)
    assert "No space left on device" in told[0] or "File too large" in told[0]
    assert longest_stall_ms(beats) < 50
    if "prlimit" not in command:  # there is room again
        subprocess.run(["mount", "-o", "remount,size=10m", str(cache)], check=True)
        beats.clear()
        with qtbot.waitSignal(speech.started, timeout=2_000):
            speech.say_now("Hold.")
    speech.close()
    assert (len(told), longest_stall_ms(beats) < 50) == (1, True)


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
