"""The estimated length of words that could not be measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.speech_length import estimate_ms

RATES = st.integers(80, 300)
WORDS = st.lists(st.text(alphabet="abcdefgh0123,.:", min_size=1, max_size=9), min_size=1, max_size=12)

# Seconds measured of the embedded voice, its silence trimmed, at 150, 175 and 200 words a minute.
MEASURED = {
    "Go": (0.37, 0.30, 0.24),
    "three": (0.39, 0.32, 0.28),
    "Hold": (0.52, 0.44, 0.38),
    "Switch sides": (0.98, 0.87, 0.77),
    "Ten seconds left": (1.30, 1.14, 1.00),
    "Switch to your left foot": (1.47, 1.27, 1.12),
    "Three, two, one": (1.59, 1.31, 1.12),
    "Next: single leg calf raise, left side": (3.41, 2.90, 2.51),
}


@pytest.mark.parametrize(
    ("text", "rate", "seconds"),
    [(text, rate, s) for text, row in MEASURED.items() for rate, s in zip((150, 175, 200), row, strict=True)],
)
def test_the_estimate_is_slightly_generous(text: str, rate: int, seconds: float) -> None:
    assert seconds * 1_000 <= estimate_ms(text, rate) <= seconds * 1_600 + 250


@given(WORDS, RATES)
def test_more_words_take_no_less_time(words: list[str], rate: int) -> None:
    assert estimate_ms(" ".join(words), rate) >= estimate_ms(" ".join(words[:-1]), rate)


@given(WORDS, RATES, RATES)
def test_faster_speech_takes_no_more_time(words: list[str], one: int, other: int) -> None:
    text = " ".join(words)
    assert estimate_ms(text, max(one, other)) <= estimate_ms(text, min(one, other))


@pytest.mark.parametrize("text", ["", "  ", "…", "- , ."])
def test_nothing_to_say_takes_no_time(text: str) -> None:
    assert estimate_ms(text, 165) == 0
