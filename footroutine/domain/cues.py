"""Cues as wishes: what ought to be heard in a segment, before it is known what fits.

A talk level turns each wish into words, a tone, or a caption that is only shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from footroutine.domain.timeline import CueKind, Tone


class TalkLevel(StrEnum):
    """How much is said; tones alone carry a session too."""

    FULL = "full"
    COUNTS = "counts"
    TONES = "tones"


# What the counts-only level leaves out: it is for people who know the exercises.
_COACHING = frozenset({CueKind.KEYS, CueKind.SETUP, CueKind.TIP, CueKind.CHEER})


@dataclass(frozen=True)
class Wish:
    """A cue that a segment would like, its forms longest first; `tone` sounds where no form fits.

    With `at_ms` it comes exactly then (negative: counted from the segment's end). Without, it comes as early as
    there is room, from `after_ms` on, and is over `before_ms` ahead of the segment's end. `number` is what the
    counts-only level says instead: the rep that begins.
    """

    kind: CueKind
    forms: tuple[str, ...]
    at_ms: int | None = None
    after_ms: int = 0
    before_ms: int = 0
    tone: Tone | None = None
    number: tuple[str, ...] = ()


def at_level(wishes: Iterable[Wish], talk: TalkLevel) -> tuple[Wish, ...]:
    """The wishes as a talk level has them that says less than the full one."""
    if talk is TalkLevel.TONES:
        return tuple(_silent(w) for w in wishes)
    return tuple(_counted(w) for w in wishes if w.kind not in _COACHING)


def _counted(wish: Wish) -> Wish:
    if wish.number:
        return replace(wish, kind=CueKind.REP, forms=wish.number)
    if wish.kind is CueKind.MOVE:
        return _silent(wish)
    return replace(wish, forms=wish.forms[-1:])


def _silent(wish: Wish) -> Wish:
    """No words are heard: the tone alone with the words as its caption, or the caption alone."""
    kind = CueKind.CAPTION if wish.tone is None else CueKind.TONE
    return replace(wish, kind=kind, forms=wish.forms[:1])


def countdown(numbers: Iterable[tuple[int, tuple[str, ...]]], tone: Tone) -> tuple[Wish, ...]:
    """One count on each of the last seconds of a segment: ``(seconds left, its forms)``."""
    return tuple(Wish(CueKind.COUNT, forms, at_ms=-1000 * left, tone=tone) for left, forms in numbers)
