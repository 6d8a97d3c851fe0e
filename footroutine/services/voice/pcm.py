"""Sound in the one form that everything here uses: mono, 16 bit, `RATE` frames a second."""

import sys
import wave
from array import array
from pathlib import Path
from typing import TypeAlias

Samples: TypeAlias = "array[int]"  # of type code "h"

RATE = 22_050
_LEAST_RATE, _MOST_RATE = 4_000, 192_000
_LONGEST_S = 120  # the longest phrase takes a tenth of that
_QUIET = 200  # of 32 768: below this nothing is heard
_LEAD = RATE * 5 // 1000  # frames kept before the first sound: a cue is heard when it is due
_TAIL = RATE * 30 // 1000  # and after the last, so that no consonant is cut


class BadSoundError(Exception):
    """A sound file that cannot be used; the text says why."""


def read_wav(path: Path) -> Samples:
    """The samples of a WAV file, brought to mono and to `RATE`.

    Raises:
        BadSoundError: it is not a readable 16-bit WAV file.
    """
    try:
        with wave.open(str(path), "rb") as file:
            channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            if not _LEAST_RATE <= rate <= _MOST_RATE or file.getnframes() > _LONGEST_S * rate:
                raise BadSoundError(f"{file.getnframes()} frames at {rate} Hz are no phrase")
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise BadSoundError(f"not a readable WAV file: {error or type(error).__name__}") from error
    if width != 2:
        raise BadSoundError(f"{8 * width} bits a sample, not 16")
    samples = array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return _resampled(samples[::channels], rate)


def write_wav(path: Path, samples: Samples) -> None:
    """Write samples as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(little_endian(samples))


def little_endian(samples: Samples) -> bytes:
    """The samples as a WAV file has them."""
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    return samples.tobytes()


def wav_ms(path: Path) -> int | None:
    """The exact length of a file that `write_wav` made, in milliseconds; None when there is no such sound file."""
    try:
        with wave.open(str(path), "rb") as file:
            known = (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
            frames = file.getnframes()
        whole = path.stat().st_size >= 2 * frames > 0
    except (OSError, EOFError, wave.Error):
        return None
    return length_ms(frames) if known and whole else None


def length_ms(frames: int) -> int:
    """The length of a number of frames in milliseconds, rounded up."""
    return -(-frames * 1000 // RATE)


def trimmed(samples: Samples) -> Samples:
    """The sound without the silence around it; nothing when it is silent throughout."""
    first = next((i for i, s in enumerate(samples) if abs(s) > _QUIET), None)
    if first is None:
        return array("h")
    last = next(i for i in range(len(samples) - 1, -1, -1) if abs(samples[i]) > _QUIET)
    return samples[max(0, first - _LEAD) : last + 1 + _TAIL]


def _resampled(samples: Samples, rate: int) -> Samples:
    if rate == RATE or not samples:
        return samples
    step, last = rate / RATE, len(samples) - 1
    out = array("h")
    for i in range(len(samples) * RATE // rate):
        left = int(i * step)
        part = i * step - left
        out.append(round(samples[left] * (1 - part) + samples[min(left + 1, last)] * part))
    return out
