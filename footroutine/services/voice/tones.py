"""The tones as sound: soft notes, mono, 16 bit."""

import math
from array import array

from footroutine.domain.timeline import Tone
from footroutine.domain.tones import NOTES, Note
from footroutine.services.voice.pcm import Samples

_PEAK = 16_000  # half of full scale: a note beside speech must not startle
_ATTACK_S = 0.006
_RELEASE_S = 0.015
_PARTIALS = ((1, 1.0), (2, 0.22), (3, 0.06))  # a struck bar rather than a bare sine
_DECAY = 2.2  # the note has fallen to e**-2.2 (11 %) of its strength when it ends
_LOUDEST = sum(strength for _, strength in _PARTIALS)


def render(tone: Tone, rate: int) -> Samples:
    """The samples of a tone at `rate` frames a second; its length is `tone_ms(tone)`."""
    samples = array("h")
    for note in NOTES[tone]:
        samples.extend(_note(note, rate))
        samples.frombytes(bytes(2 * (note.gap_ms * rate // 1000)))
    return samples


def _note(note: Note, rate: int) -> Samples:
    length_s = note.ms / 1000
    return array("h", (_sample(note.hz, i / rate, length_s) for i in range(note.ms * rate // 1000)))


def _sample(hz: float, at_s: float, length_s: float) -> int:
    rise = _half_cosine(at_s / _ATTACK_S)
    fall = _half_cosine((length_s - at_s) / _RELEASE_S)
    wave = sum(strength * math.sin(math.tau * hz * n * at_s) for n, strength in _PARTIALS)
    return round(_PEAK * rise * fall * math.exp(-_DECAY * at_s / length_s) * wave / _LOUDEST)


def _half_cosine(part: float) -> float:
    """0 to 1 without a corner; a step would click."""
    return 1.0 if part >= 1 else 0.5 - 0.5 * math.cos(math.pi * part)
