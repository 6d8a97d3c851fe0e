"""What is said of pain, in German too."""

import pytest

from footroutine.domain.language import Language
from footroutine.domain.pain import NHS_BANDS, RULES, SEE_SOMEONE
from footroutine.domain.phrases.pain_words import bands_line, pain_words

TEXTS = [*(band.word for band in NHS_BANDS), *(rule.text for rule in (*RULES, *SEE_SOMEONE))]


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_and_rule_has_its_german_and_english_is_as_it_was_written(text: str) -> None:
    assert pain_words(text, Language.EN) == text
    assert pain_words(text, Language.DE) != text


def test_the_scale_is_told_whole() -> None:
    assert bands_line(Language.EN) == "0–3 minimal · 4–5 acceptable · 6–10 excessive"
    assert bands_line(Language.DE) == "0–3 gering · 4–5 annehmbar · 6–10 zu viel"
