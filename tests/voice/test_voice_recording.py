"""A session as one sound file: as long as its plan, every cue in its place, as loud as the person wants it."""

import itertools
import json
import sys
from array import array
from pathlib import Path

import miniaudio
import pytest

from footroutine.app.main import main
from footroutine.domain.timeline import Tone
from footroutine.services.voice.pcm import RATE, read_wav, write_wav
from footroutine.services.voice.recording import mixed
from footroutine.services.voice.speech import Sound

pytestmark = pytest.mark.usefixtures("qapp")

MS = 1_000_000
SETTINGS = """version = 1
[session]
get_ready_s = 4
[voice]
voice_volume = {voice}
tone_volume = {tone}
[exercises.toe-press]
sets = 2
reps = 2
rest_s = 6
"""
# What MP3 has before a sound (the encoder's delay is taken off, the decoder's is not) and smears around it.
WITHIN_MS = {".wav": (-1, 7), ".mp3": (-30, 40)}


def ask(profile: Path, *arguments: str) -> int:
    return main(["--profile", str(profile), *arguments])


def settle(profile: Path, voice: int = 90, tone: int = 60) -> None:
    (profile / "config").mkdir(parents=True)
    (profile / "config" / "settings.toml").write_text(SETTINGS.format(voice=voice, tone=tone), encoding="utf-8")


def decoded(file: Path) -> "array[int]":
    if file.suffix == ".wav":
        return read_wav(file)
    return array("h", miniaudio.decode_file(str(file), nchannels=1, sample_rate=RATE).samples)


def onset_ms(samples: "array[int]", at_ms: int) -> float | None:
    """When, around a moment, sound begins after 40 ms that are as good as silent."""
    quiet = RATE * 40 // 1000
    loud = [i for i in range((at_ms - 100) * RATE // 1000, (at_ms + 100) * RATE // 1000) if abs(samples[i]) > 120]
    begins = [i for i, before in zip(loud, [-quiet, *loud], strict=False) if i - before >= quiet]
    return min((i * 1000 / RATE for i in begins), key=lambda ms: abs(ms - at_ms), default=None)


@pytest.mark.parametrize("ending", [".wav", ".mp3"])
def test_the_file_is_as_long_as_the_plan_and_every_cue_is_in_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    settle(tmp_path)
    file = tmp_path / f"session{ending}"
    assert ask(tmp_path, "audio", "toe-press", "-o", str(file)) == 0
    told = capsys.readouterr()
    assert (str(file) in told.out, told.err) == (True, "")
    assert ask(tmp_path, "plan", "toe-press", "--json") == 0
    plan = json.loads(capsys.readouterr().out)
    samples = decoded(file)
    assert len(samples) * 1000 / RATE == pytest.approx(plan["total_ms"], abs=100)
    cues = [cue for cue in plan["cues"] if cue["kind"] not in ("caption", "keys")]
    (keys,) = (cue for cue in plan["cues"] if cue["kind"] == "keys")
    assert not any(samples[keys["at_ms"] * RATE // 1000 : keys["end_ms"] * RATE // 1000]), "no key pauses a file"
    assert len(cues) > 40
    least, most = WITHIN_MS[ending]
    for cue in cues:
        found = onset_ms(samples, cue["at_ms"])
        assert found is not None, cue
        assert least <= found - cue["at_ms"] <= most, cue
    for cue, then in itertools.pairwise(cues):
        silence = samples[(cue["end_ms"] + 100) * RATE // 1000 : (then["at_ms"] - 100) * RATE // 1000]
        assert max(map(abs, silence), default=0) < 60


def test_volumes_are_the_persons_own(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", array("h", [10_000] * RATE))
    sounds = [Sound(0, "a", None), Sound(2_000 * MS, None, Tone.GO), Sound(3_000 * MS, "nothing", None)]
    files = {"a": tmp_path / "a.wav"}
    loud, half = (
        array("h", b"".join(chunk.tobytes() for chunk in mixed(sounds, files.get, 4_321, volumes)))
        for volumes in ((100, 100), (50, 0))
    )
    assert len(loud) == len(half) == 4_321 * RATE // 1000
    assert (set(loud[:RATE]), set(half[:RATE])) == ({10_000}, {5_000})
    assert (max(loud[2 * RATE : 3 * RATE]) > 8_000, any(half[RATE:])) == (True, False)
    assert not any(loud[3 * RATE :])


@pytest.mark.parametrize(("name", "told"), [("a.ogg", ".wav or .mp3"), ("none/a.wav", "cannot be written")])
def test_what_cannot_be_written_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    settle(tmp_path)
    assert ask(tmp_path, "audio", "toe-press", "-o", str(tmp_path / name)) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / name).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import resource

    settle(tmp_path)
    file = tmp_path / "session.wav"
    assert ask(tmp_path, "plan", "toe-press") == 0  # the phrases are made
    file.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        code = ask(tmp_path, "audio", "toe-press", "-o", str(file))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert code == 1
    assert "cannot be written" in capsys.readouterr().err
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if "session" in path.name] == ["session.wav"]
