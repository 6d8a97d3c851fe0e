"""Pain, for each foot, from 0 to 10; and what two published sources say of it.

The two differ, so each is told as it says it, with its name beside it: they are never blended, and there is no advice
here beyond theirs.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from footroutine.domain.exercise import Side, Sourced

LEAST, MOST = 0, 10
FEET = (Side.LEFT, Side.RIGHT)


class PainMoment(StrEnum):
    """When a person was asked."""

    BEFORE = "before"  # a session
    AFTER = "after"  # the same session
    MORNING = "morning"  # the next morning


@dataclass(frozen=True)
class PainRecord:
    """What a person said of one foot; `session` is the id of the session that it belongs to, if there is one.

    Raises:
        ValueError: the score is not from 0 to 10, or the foot is not one foot.
    """

    foot: Side
    moment: PainMoment
    score: int
    at: datetime
    session: int | None = None

    def __post_init__(self) -> None:
        if not LEAST <= self.score <= MOST or self.foot not in FEET:
            raise ValueError(f"no pain of one foot from {LEAST} to {MOST}: {self.foot.value} {self.score}")


@dataclass(frozen=True)
class Band:
    """A part of the scale, both ends counted, and the word that its source has for it."""

    least: int
    most: int
    word: str
    source: str


NHS = "nhs-plantar"
NHS_BANDS = (
    Band(0, 3, "minimal", NHS),
    Band(4, 5, "acceptable", NHS),
    Band(6, 10, "excessive", NHS),
)
NHS_ABOVE_5 = Sourced("Above 5: do fewer movements, do them more slowly, and rest longer between them.", NHS)
NHS_MORNING = Sourced("It should be no worse on the morning after.", NHS)
NHS_REVIEW = Sourced("Weakness, or a changed feeling in the foot: have it looked at by a doctor.", NHS)
AAOS_RULE = Sourced("You should not feel pain during an exercise.", "aaos")
RULES = (NHS_ABOVE_5, NHS_MORNING, NHS_REVIEW, AAOS_RULE)

SEE_SOMEONE = (
    Sourced("See a doctor if it began with a fall, or if you cannot put your weight on the foot.", "nhs-dynamic"),
    Sourced("See a doctor if the foot is hot, red or swollen, if it burns or is numb.", "nhs-dynamic"),
    Sourced("With diabetes, see a doctor about any pain in a foot.", "nhs-dynamic"),
    Sourced("Discomfort after exercise should not last longer than 24 hours.", "roh"),
    Sourced("Ask your physiotherapist about swelling, bruising, or pain that is hard to manage.", "roh"),
    NHS_REVIEW,
)


def nhs_band(score: int) -> Band:
    """The NHS's band of a score.

    Raises:
        ValueError: the score is not from 0 to 10.
    """
    for band in NHS_BANDS:
        if band.least <= score <= band.most:
            return band
    raise ValueError(f"not from {LEAST} to {MOST}: {score}")
