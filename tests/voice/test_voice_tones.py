"""The family of tones: short, told apart, soft."""

from itertools import combinations, pairwise

import pytest

from footroutine.domain.timeline import Tone
from footroutine.domain.tones import NOTES, tone_ms
from footroutine.services.voice.pcm import RATE, length_ms
from footroutine.services.voice.tones import render

LONGEST = {
    Tone.LEAD_IN: 160,
    Tone.GO: 160,
    Tone.HALF: 160,
    Tone.LAST: 160,
    Tone.SWITCH: 350,
    Tone.REST: 350,
    Tone.OVER: 700,
    Tone.DONE: 950,
}


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_short_enough_and_rendered_at_its_length(tone: Tone) -> None:
    assert 60 <= tone_ms(tone) <= LONGEST[tone]
    assert length_ms(len(render(tone, RATE))) == pytest.approx(tone_ms(tone), abs=3)


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_begins_and_ends_softly_and_is_heard_between(tone: Tone) -> None:
    samples = render(tone, RATE)
    assert abs(samples[0]) < 50
    assert abs(samples[-1]) < 50
    assert 8_000 < max(samples) < 20_000
    assert max(abs(b - a) for a, b in pairwise(samples)) < 7_000  # a click is a bigger step


@pytest.mark.parametrize("tone", Tone)
def test_a_note_is_at_its_full_strength_within_10_ms(tone: Tone) -> None:
    samples = render(tone, RATE)
    assert max(samples[: RATE // 100]) > 0.7 * max(samples)


def test_tones_are_told_apart_by_pitches_and_rhythm() -> None:
    pitches = {tone: tuple(note.hz for note in notes) for tone, notes in NOTES.items()}
    assert set(pitches) == set(Tone)
    for a, b in combinations(Tone, 2):
        as_many = len(pitches[a]) == len(pitches[b])
        assert not as_many or any(abs(x / y - 1) > 0.12 for x, y in zip(pitches[a], pitches[b], strict=True))
