"""Compile first, then play: a routine, the person's choices and the length of every phrase become one timeline.

Every cue lies within its own segment, so that nothing overlaps across segments; within one, exact cues (counts) are
placed first, then the rest in their order, each in the longest form that is over before the next must start.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from footroutine.domain.cues import Wish
from footroutine.domain.draft import Draft
from footroutine.domain.exercise import Exercise
from footroutine.domain.language import Language
from footroutine.domain.routine import Routine
from footroutine.domain.script import Script, compose
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import Cue, CueKind, Ms, Segment, Timeline, Tone
from footroutine.domain.tones import tone_ms

LengthOf = Callable[[str], int]  # how long a phrase sounds, in milliseconds

LEAD_MS = 150  # a breath before the first words of a segment
GAP_MS = 60  # the least silence between two cues
PAUSE_MS = 350  # between two sentences


def plan(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    settings: Settings,
    length_of: LengthOf,
    language: Language = Language.EN,
) -> Timeline:
    """The whole session as one immutable timeline.

    Raises:
        UserError: no exercise of the routine is included.
    """
    return timed(compose(routine, exercises, settings, language), length_of)


def timed(script: Script, length_of: LengthOf) -> Timeline:
    """Give a script its milliseconds."""
    segments: list[Segment] = []
    cues: list[Cue] = []
    start = 0
    for index, draft in enumerate(script.drafts):
        fitted = _fit(draft, length_of)
        segments.append(
            Segment(Ms(start), Ms(start + fitted.length_ms), draft.kind, draft.step, draft.exercise,
                    draft.movement, draft.side, draft.set, draft.rep, draft.posture)
        )  # fmt: skip
        cues += [
            Cue(Ms(start + at), Ms(start + end), kind, text, index, tone)
            for at, end, kind, text, tone in sorted(fitted.placed, key=lambda p: p[:2])
        ]
        start += fitted.length_ms
    return Timeline(script.routine, script.steps, tuple(segments), tuple(cues), script.language)


_Placed = tuple[int, int, CueKind, str, Tone | None]


@dataclass
class _Fitting:
    """A segment being filled: its length and the cues that have their place, in ms from its start."""

    length_ms: int
    placed: list[_Placed] = field(default_factory=list)

    def is_free(self, at: int, end: int) -> bool:
        return all(end + GAP_MS <= a or b + GAP_MS <= at for a, b, *_ in self.placed)

    def say(self, wish: Wish, form: str, at: int, length: int) -> None:
        self.placed.append((at, at + length, wish.kind, form, None))

    def sound(self, tone: Tone, at: int, text: str = "") -> None:
        self.placed.append((at, at + tone_ms(tone), CueKind.TONE, text, tone))

    def lend_opening(self, tone: Tone, text: str) -> bool:
        """Show the words with the opening tone, if it is that tone: it need not sound twice."""
        for n, (at, end, kind, shown, placed) in enumerate(self.placed):
            if placed is tone and not shown:
                self.placed[n] = (at, end, kind, text, tone)
                return True
        return False


def _fit(draft: Draft, length_of: LengthOf) -> _Fitting:
    fitting = _Fitting(draft.least_ms)
    _place_lines(fitting, draft, length_of)
    exact = sorted(
        (w.at_ms if w.at_ms >= 0 else fitting.length_ms + w.at_ms, n)
        for n, w in enumerate(draft.wishes)
        if w.at_ms is not None
    )
    limits = [*(at for at, _ in exact[1:]), fitting.length_ms]
    for (at, n), limit in zip(exact, limits[: len(exact)], strict=True):
        _place_within(fitting, draft.wishes[n], [at], limit, length_of)
    for wish in draft.wishes:
        if wish.at_ms is None:
            starts = sorted({wish.after_ms, *(end + GAP_MS for _, end, *_ in fitting.placed)})
            usable = [at for at in starts if at >= wish.after_ms]
            _place_within(fitting, wish, usable, fitting.length_ms - wish.before_ms, length_of)
    return fitting


def _place_lines(fitting: _Fitting, draft: Draft, length_of: LengthOf) -> None:
    """Say the lines one after another, and make the segment long enough for them."""
    at = LEAD_MS
    if draft.opening:
        fitting.sound(draft.opening, 0)
        at = tone_ms(draft.opening) + GAP_MS
    if not draft.lines:
        return
    forms = _line_forms(draft, length_of, draft.least_ms - draft.tail_ms - at)
    spare = draft.least_ms - draft.tail_ms - at - sum(length_of(form) + PAUSE_MS for form in forms)
    for n, (wish, form) in enumerate(zip(draft.lines, forms, strict=True)):
        length = length_of(form)
        fitting.say(wish, form, at, length)
        at += length + PAUSE_MS
        if n == draft.settle_after and draft.settle_ms and n + 1 < len(forms):
            at += max(spare, draft.settle_ms)
    fitting.length_ms = max(draft.least_ms, at + draft.tail_ms)


def _line_forms(draft: Draft, length_of: LengthOf, room_ms: int) -> list[str]:
    """The longest forms that fit into the room; the shortest where none do, or the longest if the draft grows."""
    levels = 1 if draft.grows else max(len(w.forms) for w in draft.lines)
    forms: list[str] = []
    for level in range(levels):
        forms = [w.forms[min(level, len(w.forms) - 1)] for w in draft.lines]
        if sum(length_of(form) + PAUSE_MS for form in forms) <= room_ms:
            break
    return forms


def _place_within(fitting: _Fitting, wish: Wish, starts: list[int], limit: int, length_of: LengthOf) -> None:
    """Place a wish at the first start where its longest form that is over by the limit fits; else its tone; or drop it.

    A wish that is a tone by its talk level sounds as its tone whatever its words.
    """
    if wish.kind is not CueKind.TONE:
        for form in wish.forms:
            length = length_of(form)
            for at in starts:
                if at + length + GAP_MS <= limit and fitting.is_free(at, at + length):
                    fitting.say(wish, form, at, length)
                    return
    if wish.tone is not None and not fitting.lend_opening(wish.tone, wish.forms[0]):
        for at in starts:
            if at + tone_ms(wish.tone) <= limit and fitting.is_free(at, at + tone_ms(wish.tone)):
                fitting.sound(wish.tone, at, wish.forms[0])
                return
