"""How long a phrase takes to say, from its text alone: used where no rendered phrase could be measured."""

import re
from functools import lru_cache

from footroutine.domain.timeline import Ms

# Fitted to 47 phrases spoken by the embedded voice (espeak-ng 1.52, en-us), silence trimmed, at 80 to 300 words a
# minute: from 0.97 of the true length upwards, a third too long on average. A planned phrase that ends early leaves a
# little silence; one that ends late would be cut.
_REFERENCE_RATE = 150
_FIXED_MS = 40  # at any rate; the rest shortens as the rate rises
_START_MS = 380
_LETTER_MS = 66
_DIGIT_MS = 4 * _LETTER_MS  # a digit is said as a word
_WORD_GAP_MS = 60
_PAUSE_MS = 330

_PAUSES = re.compile(r"[,;:.!?…–—]+(?=\s)")  # the last mark of a phrase makes no pause that is heard


@lru_cache(maxsize=2048)  # a session counts the same seconds over and over
def estimate_ms(text: str, rate: int) -> Ms:
    """A slightly generous length of `text` spoken at `rate` words a minute; 0 for nothing to say."""
    said = [c for c in text if c.isalnum()]
    if not said:
        return Ms(0)
    scaled = (
        _START_MS
        + sum(_DIGIT_MS if c.isdigit() else _LETTER_MS for c in said)
        + (len(text.split()) - 1) * _WORD_GAP_MS
        + len(_PAUSES.findall(text)) * _PAUSE_MS
    )
    return Ms(_FIXED_MS + -(-scaled * _REFERENCE_RATE // rate))
