"""Cues reach the audio server at their moments, and sound comes back whatever happened to it."""

import os
import signal
import statistics
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pulse_server import PulseServer, Recorder
from pytestqt.qtbot import QtBot

from footroutine.domain.timeline import Tone
from footroutine.domain.tones import tone_ms
from footroutine.services.clock import SystemClock
from footroutine.services.voice.child import child_command
from footroutine.services.voice.cued import TONE_PREFIX, Cued
from footroutine.services.voice.pcm import RATE, write_wav
from footroutine.services.voice.playback import Playback, Started
from footroutine.services.voice.tones import render

MS = 1_000_000
CLOCK = SystemClock()


@pytest.fixture
def playback() -> Iterator[Playback]:
    player = Playback(child_command("playback"), CLOCK)
    yield player
    player.close()


def tone(tone: Tone, at_ns: int, offset_ms: int = 0) -> Cued:
    return Cued(TONE_PREFIX + tone, at_ns, offset_ms)


def wait_until_works(qtbot: QtBot, playback: Playback, timeout: int = 5_000) -> None:
    qtbot.waitUntil(lambda: playback.works is True, timeout=timeout)


def heard_for(qtbot: QtBot, until_ns: int) -> None:
    """Wait until a recorder has everything up to a moment."""
    qtbot.waitUntil(lambda: CLOCK.monotonic_ns() > until_ns + 200 * MS, timeout=20_000)


def test_cues_reach_the_server_at_their_moments(
    qtbot: QtBot, recorder: Recorder, playback: Playback, tmp_path: Path
) -> None:
    click = tmp_path / "click.wav"
    write_wav(click, render(Tone.GO, RATE))
    playback.load({"click": click})
    wait_until_works(qtbot, playback)
    heard: list[Started] = []
    playback.started.connect(heard.append)
    begin = CLOCK.monotonic_ns() + 300 * MS
    planned = [begin + i * (251 * MS + 77_777) for i in range(18)]  # at every place within a buffer
    playback.schedule([Cued("click", at_ns) for at_ns in planned])
    heard_for(qtbot, planned[-1])

    onsets = recorder.onsets(begin)
    assert len(onsets) == len(planned)
    late = sorted((onset - at_ns) / MS for onset, at_ns in zip(onsets, planned, strict=True))
    assert abs(statistics.median(late)) <= 12
    assert late[0] >= -10
    assert late[-1] <= 25
    assert [started.planned_ns for started in heard] == planned
    assert all(abs(started.at_ns - started.planned_ns) <= 1 * MS for started in heard)


def test_what_was_heard_before_does_not_swallow_the_sound_that_is_looked_for(
    qtbot: QtBot, recorder: Recorder, playback: Playback
) -> None:
    """Of the recorder that all of this is measured with."""
    playback.start()
    wait_until_works(qtbot, playback)
    begin = CLOCK.monotonic_ns() + 200 * MS
    second = begin + 700 * MS
    playback.schedule([tone(Tone.GO, begin), tone(Tone.GO, second)])
    heard_for(qtbot, second + tone_ms(Tone.GO) * MS)
    assert recorder.onsets(begin, quiet_ms=900) == [pytest.approx(begin, abs=25 * MS)]  # it joins them
    assert recorder.onsets(second, quiet_ms=900) == [pytest.approx(second, abs=25 * MS)]


def test_a_sound_can_begin_within_itself(qtbot: QtBot, recorder: Recorder, playback: Playback) -> None:
    playback.start()
    wait_until_works(qtbot, playback)
    begin = CLOCK.monotonic_ns() + 200 * MS
    playback.schedule([tone(Tone.DONE, begin, offset_ms=600)])
    heard_for(qtbot, begin + 700 * MS)
    [(began, ended)] = recorder.sounds(begin)
    assert (ended - began) / MS == pytest.approx(tone_ms(Tone.DONE) - 600, abs=40)


def test_stop_silences_within_50_ms(qtbot: QtBot, recorder: Recorder, playback: Playback) -> None:
    playback.start()
    wait_until_works(qtbot, playback)
    begin = CLOCK.monotonic_ns() + 100 * MS
    playback.schedule([tone(Tone.DONE, begin), tone(Tone.DONE, begin + 1_000 * MS)])
    qtbot.waitUntil(lambda: CLOCK.monotonic_ns() > begin + 600 * MS, timeout=5_000)
    stopped = CLOCK.monotonic_ns()
    playback.stop()
    heard_for(qtbot, begin + 1_200 * MS)
    [(_, ended)] = recorder.sounds(begin)
    assert -20 <= (ended - stopped) / MS <= 50


def test_volume_zero_is_silence_for_its_own_kind_only(
    qtbot: QtBot, recorder: Recorder, playback: Playback, tmp_path: Path
) -> None:
    word = tmp_path / "word.wav"
    write_wav(word, render(Tone.REST, RATE))
    playback.set_volumes(0, 100)
    playback.load({"word": word})
    wait_until_works(qtbot, playback)
    begin = CLOCK.monotonic_ns() + 200 * MS
    playback.schedule([Cued("word", begin), tone(Tone.GO, begin + 500 * MS)])
    heard_for(qtbot, begin + 700 * MS)
    assert recorder.onsets(begin) == [pytest.approx(begin + 500 * MS, abs=25 * MS)]


def test_an_unreadable_file_is_reported_and_the_others_play(
    qtbot: QtBot, recorder: Recorder, playback: Playback, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.wav", tmp_path / "bad.wav"
    write_wav(good, render(Tone.GO, RATE))
    bad.write_bytes(b"RIFF nothing")
    with qtbot.waitSignal(playback.unreadable, timeout=5_000) as reported:
        playback.load({"bad": bad, "good": good, "absent": tmp_path / "absent.wav"})
    assert reported.args == ["bad"]
    wait_until_works(qtbot, playback)
    with qtbot.waitSignal(playback.started, timeout=5_000):
        playback.schedule([Cued("good", CLOCK.monotonic_ns() + 100 * MS)])


def test_what_is_late_is_dropped(qtbot: QtBot, pulse: PulseServer, playback: Playback) -> None:
    playback.start()
    wait_until_works(qtbot, playback)
    heard: list[Started] = []
    playback.started.connect(heard.append)
    now = CLOCK.monotonic_ns()
    with qtbot.waitSignal(playback.started, timeout=5_000):
        playback.schedule([tone(Tone.LAST, now - 400 * MS), tone(Tone.GO, now + 100 * MS)])
    assert [started.id for started in heard] == ["tone:go"]


def test_a_killed_child_is_replaced_and_the_rest_of_the_schedule_is_heard(
    qtbot: QtBot, recorder: Recorder, playback: Playback, tmp_path: Path
) -> None:
    word = tmp_path / "word.wav"
    write_wav(word, render(Tone.GO, RATE))
    playback.load({"word": word})
    wait_until_works(qtbot, playback)
    changes: list[bool] = []
    playback.sound_changed.connect(lambda works, _reason: changes.append(works))
    begin = CLOCK.monotonic_ns() + 100 * MS
    planned = [begin + i * 250 * MS for i in range(12)]
    playback.schedule([Cued("word", at_ns) for at_ns in planned])
    with qtbot.waitSignal(playback.started, timeout=5_000):
        pass
    killed = CLOCK.monotonic_ns()
    os.kill(playback.pid, signal.SIGKILL)
    heard_for(qtbot, planned[-1])
    assert changes == [False, True]
    again = [onset for onset in recorder.onsets(begin) if onset > killed + 150 * MS]
    assert again
    assert again[0] - killed < 2_000 * MS
    assert min(abs(again[0] - at_ns) for at_ns in planned) <= 100 * MS  # the first may be late by what is tolerated
    for onset in again[1:]:
        assert min(abs(onset - at_ns) for at_ns in planned) <= 25 * MS


def test_a_computer_that_takes_four_seconds_to_start_a_program_has_sound_in_the_end(
    qtbot: QtBot, pulse: PulseServer
) -> None:
    slow = Playback(["/bin/sh", "-c", 'sleep 4; exec "$@"', "sh", *child_command("playback")], CLOCK)
    slow.start()
    wait_until_works(qtbot, slow, timeout=20_000)
    slow.close()


def stalled(playback: Playback, qtbot: QtBot) -> None:
    """The child gets no processor, for less than would be its end."""
    os.kill(playback.pid, signal.SIGSTOP)
    heard_for(qtbot, CLOCK.monotonic_ns() + 1_650 * MS)
    os.kill(playback.pid, signal.SIGCONT)


def killed(playback: Playback, _qtbot: QtBot) -> None:
    os.kill(playback.pid, signal.SIGKILL)


def unheard_of(playback: Playback, qtbot: QtBot) -> None:
    """The program is frozen for a while."""
    playback._ping.stop()
    heard_for(qtbot, CLOCK.monotonic_ns() + 2_400 * MS)
    playback._ping.start()


@pytest.mark.parametrize("fault", [stalled, killed, unheard_of])
def test_what_a_fault_cut_goes_on_where_it_would_be(
    qtbot: QtBot, recorder: Recorder, playback: Playback, tmp_path: Path, fault: Callable[[Playback, QtBot], None]
) -> None:
    phrase = tmp_path / "phrase.wav"
    write_wav(phrase, array("h", [9_000, -9_000] * (RATE * 5 // 2)))
    playback.load({"phrase": phrase})
    wait_until_works(qtbot, playback)
    begin = CLOCK.monotonic_ns() + 200 * MS
    playback.schedule([Cued("phrase", begin)])
    heard_for(qtbot, begin + 100 * MS)
    fault(playback, qtbot)
    heard_for(qtbot, begin + 5_000 * MS)
    first, *_, last = recorder.sounds(begin, quiet_ms=100)
    assert first[1] < begin + 4_000 * MS  # it was cut
    assert (last[1] - begin) / MS == pytest.approx(5_000, abs=25)
    assert last[0] < begin + 4_500 * MS


def test_the_child_does_not_outlive_the_program(qtbot: QtBot, pulse: PulseServer, playback: Playback) -> None:
    playback.start()
    wait_until_works(qtbot, playback)
    pid = playback.pid
    playback.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="a private sound server")
def test_music_is_lowered_by_a_server_that_is_told_to(
    qtbot: QtBot, own_pulse: PulseServer, playback: Playback, tmp_path: Path
) -> None:
    """The stream has the role "a11y"; lowering is the server's own doing."""
    own_pulse.start()
    lower = ["module-role-ducking", "trigger_roles=a11y", "ducking_roles=music", "volume=30%"]
    subprocess.run(["pactl", "load-module", *lower], check=True, capture_output=True)
    music = tmp_path / "music.wav"
    write_wav(music, array("h", [12_000, -12_000] * RATE * 5))
    recorder = Recorder(own_pulse)
    player = subprocess.Popen(["paplay", "--property=media.role=music", str(music)])

    def loudness() -> int:
        samples, _ = recorder.stretch(CLOCK.monotonic_ns() + 800 * MS)  # the last 200 ms
        return max(map(abs, samples), default=0)

    try:
        qtbot.waitUntil(lambda: loudness() > 3_000, timeout=5_000)
        playback.start()
        wait_until_works(qtbot, playback)
        qtbot.waitUntil(lambda: 0 < loudness() < 1_000, timeout=3_000)
        playback.close()
        qtbot.waitUntil(lambda: loudness() > 3_000, timeout=3_000)
    finally:
        player.kill()
        player.wait()
        recorder.close()


@pytest.mark.skipif(sys.platform != "linux", reason="a private sound server")
def test_a_servers_stand_in_for_a_loudspeaker_is_told_as_none(
    qtbot: QtBot, own_pulse: PulseServer, playback: Playback
) -> None:
    """On a desktop a stream is moved to it when the last loudspeaker is unplugged, and all seems well."""

    def pactl(*arguments: str) -> None:
        subprocess.run(["pactl", *arguments], check=True, capture_output=True)

    own_pulse.start()
    for module in ("module-always-sink", "module-rescue-streams"):
        pactl("load-module", module)
    playback.start()
    wait_until_works(qtbot, playback)
    with qtbot.waitSignal(playback.sound_changed, timeout=5_000) as told:
        pactl("unload-module", "module-null-sink")
    assert told.args == [False, "there is no loudspeaker"]
    with qtbot.waitSignal(playback.sound_changed, timeout=2_000) as told:
        pactl("load-module", *own_pulse.sink.split())
    assert told.args == [True, ""]


ALSA = """
pcm.!default {{ type pulse server "{server}" }}
pcm.null {{ type null }}
"""


@pytest.mark.skipif(not any(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")), reason="no such device")
def test_without_a_sound_server_a_device_is_played_to(
    qtbot: QtBot, recorder: Recorder, pulse: PulseServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The device of ALSA ends in the recorded server, of which the playback itself knows nothing."""
    config = tmp_path / "asound.conf"
    config.write_text(ALSA.format(server=pulse.variables["PULSE_SERVER"]), encoding="utf-8")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nothing'}")
    playback = Playback(child_command("playback"), CLOCK)
    try:
        playback.start()
        wait_until_works(qtbot, playback)
        begin = CLOCK.monotonic_ns() + 200 * MS
        planned = [begin + i * 251 * MS for i in range(8)]
        playback.schedule([tone(Tone.GO, at_ns) for at_ns in planned])
        heard_for(qtbot, planned[-1] + 200 * MS)
    finally:
        playback.close()
    onsets = recorder.onsets(begin)
    assert len(onsets) == len(planned)
    # ALSA's own delay cannot be asked for: later than planned, but each by the same.
    late = [(onset - at_ns) / MS for onset, at_ns in zip(onsets, planned, strict=True)]
    assert 0 <= min(late) <= max(late) <= 80
    assert max(late) - min(late) <= 15
