"""Sound files: read, trimmed, measured."""

import os
import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.services.voice.pcm import RATE, BadSoundError, length_ms, read_wav, trimmed, wav_ms, write_wav


def write(path: Path, *, rate: int, channels: int, width: int, data: bytes) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(data)


def test_what_is_written_is_read_and_measured_exactly(tmp_path: Path) -> None:
    samples = array("h", [0, 1, -1, 32_767, -32_768] * RATE)
    write_wav(tmp_path / "a.wav", samples)
    assert read_wav(tmp_path / "a.wav") == samples
    assert wav_ms(tmp_path / "a.wav") == 5_000


@pytest.mark.parametrize(("rate", "channels"), [(16_000, 1), (44_100, 2), (22_050, 2), (48_000, 1)])
def test_other_forms_are_brought_to_the_one_form(tmp_path: Path, rate: int, channels: int) -> None:
    frame = array("h", [1_234] + [-9] * (channels - 1))
    write(tmp_path / "a.wav", rate=rate, channels=channels, width=2, data=frame.tobytes() * rate)
    samples = read_wav(tmp_path / "a.wav")
    assert set(samples) == {1_234}
    assert len(samples) == pytest.approx(RATE, abs=1)
    assert wav_ms(tmp_path / "a.wav") is None  # not a file that this program made


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\x00\x00\x00\x00WAVE", b"FORM....AIFF", b"\x00" * 500])
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(BadSoundError, match="not a readable WAV"):
        read_wav(path)
    assert wav_ms(path) is None


def test_other_sample_widths_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", rate=RATE, channels=1, width=1, data=b"\x80" * 99)
    with pytest.raises(BadSoundError, match="8 bits"):
        read_wav(tmp_path / "a.wav")


def test_a_file_cut_short_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    write_wav(path, array("h", [500] * RATE))
    os.truncate(path, 9_000)
    assert wav_ms(path) is None


@given(st.integers(0, 5_000), st.integers(1, 5_000), st.integers(0, 5_000))
def test_trimming_takes_silence_and_no_sound(lead: int, loud: int, tail: int) -> None:
    kept = trimmed(array("h", [3] * lead + [5_000] * loud + [-150] * tail))
    assert list(kept).count(5_000) == loud
    assert length_ms(len(kept) - loud) <= 36
    assert kept.index(5_000) <= RATE * 6 // 1000


def test_silence_is_trimmed_to_nothing() -> None:
    assert not trimmed(array("h", [199, -200, 0] * 99))
