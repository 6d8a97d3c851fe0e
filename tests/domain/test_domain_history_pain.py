"""Pain, and what two sources say of it."""

from datetime import UTC, datetime

import pytest
from builders import LIBRARY

from footroutine.domain.exercise import Side
from footroutine.domain.pain import AAOS_RULE, NHS, NHS_BANDS, RULES, PainMoment, PainRecord, nhs_band

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("scores", "word"), [(range(4), "minimal"), (range(4, 6), "acceptable"), (range(6, 11), "excessive")]
)
def test_the_bands_are_those_of_the_source(scores: range, word: str) -> None:
    assert {nhs_band(score).word for score in scores} == {word}


@pytest.mark.parametrize("score", [-1, 11])
def test_there_is_no_band_beyond_the_scale(score: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        nhs_band(score)


def test_every_source_is_named_and_each_text_has_one_alone() -> None:
    assert {rule.source for rule in RULES} | {band.source for band in NHS_BANDS} <= set(LIBRARY.sources)
    assert {rule.source for rule in RULES if rule != AAOS_RULE} == {NHS}
    assert AAOS_RULE.source == "aaos"


@pytest.mark.parametrize(("foot", "score"), [(Side.BOTH, 3), (Side.LEFT, 11), (Side.RIGHT, -1)])
def test_what_is_no_pain_of_one_foot_is_refused(foot: Side, score: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        PainRecord(foot, PainMoment.BEFORE, score, NOW)
