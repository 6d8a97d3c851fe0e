"""The script: a routine and the person's choices as an ordered list of drafts, not yet timed.

It says which segments there are and what each wants to be heard; `planner` gives them their milliseconds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from footroutine.domain.cues import TalkLevel, Wish, at_level
from footroutine.domain.dose import settle, vary
from footroutine.domain.draft import Draft
from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Exercise, Posture, Side
from footroutine.domain.language import Language
from footroutine.domain.phrases import Phrases, fill, phrases_in
from footroutine.domain.routine import Routine
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import CueKind, PlannedStep, SegmentKind, Tone
from footroutine.domain.work import LEAD_IN_MS, Work, three_two_one

MOST_DRAFTS = 5_000  # every shipped exercise at its largest dose has 4 500; a day of exercises
DONE_MS = 4000
BETWEEN_MS = 2500
FETCH_MS = 15_000  # to get ready what is needed
REST_MS = 5000  # after an exercise, before the next is named


@dataclass(frozen=True)
class Script:
    """A session in order, before it is timed."""

    routine: Routine
    steps: tuple[PlannedStep, ...]
    drafts: tuple[Draft, ...]
    language: Language = Language.EN

    def texts(self) -> frozenset[str]:
        """Every form of every phrase that may be spoken: what the voice should have ready."""
        return frozenset(
            form
            for draft in self.drafts
            for wish in (*draft.lines, *draft.wishes)
            if wish.kind not in (CueKind.CAPTION, CueKind.TONE)
            for form in wish.forms
        )


def compose(
    routine: Routine, exercises: Mapping[str, Exercise], settings: Settings, language: Language = Language.EN
) -> Script:
    """Write the script of a session in a language.

    Raises:
        UserError: no exercise of the routine is included, or there is no end to it.
    """
    steps = chosen_steps(routine, exercises, settings)
    phrases = phrases_in(language)
    drafts: list[Draft] = []
    before: Posture | None = None
    for index, step in enumerate(steps):
        drafts += islice(_step(steps, index, before, settings, phrases), MOST_DRAFTS)
        if len(drafts) >= MOST_DRAFTS:
            raise UserError(
                f"The routine {routine.name!r} is too long. Take steps out of it, or do fewer sets or reps."
            )
        before = step.exercise.posture
    drafts.append(
        Draft(SegmentKind.DONE, DONE_MS, posture=before, opening=Tone.DONE, grows=True,
              lines=(Wish(CueKind.DONE, phrases.done(len(steps))),))
    )  # fmt: skip
    talk = TalkLevel(settings.talk)
    return Script(routine, steps, tuple(leveled(draft, talk) for draft in drafts), language)


def chosen_steps(routine: Routine, exercises: Mapping[str, Exercise], settings: Settings) -> tuple[PlannedStep, ...]:
    """The exercises of a routine that a person does, each in the variant and dose that they chose.

    Raises:
        UserError: no exercise of the routine is included.
    """
    steps = tuple(
        PlannedStep(exercise, settle(exercise, settings.choice(step.exercise), step))
        for step in routine.steps
        if settings.choice(step.exercise).included
        for exercise in [_chosen(exercises[step.exercise], settings, step.variant)]
    )
    if not steps:
        raise UserError(
            f"Every exercise of the routine {routine.name!r} is turned off. Turn one on in Settings, under Exercises."
        )
    return steps


def leveled(draft: Draft, talk: TalkLevel) -> Draft:
    """The draft as a talk level has it; where a tone stands for the word "go", none opens the movement besides."""
    if talk is TalkLevel.FULL:
        return draft
    opening = None if draft.opening is Tone.GO else draft.opening
    return replace(draft, opening=opening, lines=at_level(draft.lines, talk), wishes=at_level(draft.wishes, talk))


def _chosen(exercise: Exercise, settings: Settings, step_variant: str | None) -> Exercise:
    chosen = settings.choice(exercise.id).variant if step_variant is None else step_variant
    return vary(exercise, chosen)


def _step(
    steps: tuple[PlannedStep, ...], index: int, before: Posture | None, settings: Settings, phrases: Phrases
) -> Iterator[Draft]:
    """One exercise: named; then in place how to be, what to do, what to mind and how much; then it is worked."""
    exercise, dose = steps[index].exercise, steps[index].dose
    base = Draft(SegmentKind.INTRO, 0, step=index, exercise=exercise.id, side=dose.first_side,
                 posture=exercise.posture)  # fmt: skip
    told = (
        *(_before_all(steps, phrases) if index == 0 else _after(steps[index - 1], phrases)),
        Wish(CueKind.NAME, phrases.name(exercise, index, len(steps))),
    )
    in_place = (
        *(Wish(CueKind.SETUP, fill(words, dose.first_side, exercise.language)) for words in exercise.setup),
        Wish(CueKind.SETUP, (exercise.summary,)),
        *(Wish(CueKind.TIP, (tip.text,)) for tip in exercise.tips if tip.early),
        Wish(CueKind.SETUP, phrases.dose(exercise, dose)),
    )
    over = Tone.OVER if index else None  # the exercise before is over
    if exercise.posture is before:
        stay = Wish(CueKind.POSTURE, phrases.stay(exercise.posture))
        yield replace(base, least_ms=BETWEEN_MS, opening=over, lines=(*told, stay, *in_place), grows=True,
                      settle_ms=REST_MS)  # fmt: skip
    else:
        move = Wish(CueKind.POSTURE, phrases.posture(exercise.posture, before))
        yield replace(base, least_ms=BETWEEN_MS, opening=over, lines=told, grows=True,
                      settle_ms=REST_MS if index else FETCH_MS if _to_fetch(steps) else 0,
                      settle_after=0 if index else 1)  # fmt: skip
        yield replace(base, kind=SegmentKind.POSTURE, lines=(move, *in_place), grows=True,
                      settle_ms=moving_ms(before, exercise.posture))  # fmt: skip
    yield ready(base, steps[index], dose.first_side, settings, phrases)
    yield from Work(steps[index], base, phrases).drafts()


def ready(base: Draft, step: PlannedStep, side: Side, settings: Settings, phrases: Phrases) -> Draft:
    """The time in which one gets ready, with the side that begins and three, two, one."""
    return replace(
        base,
        kind=SegmentKind.READY,
        least_ms=settings.get_ready_s * 1000,
        lines=(Wish(CueKind.SIDE, phrases.first_side(step.exercise, side, step.dose.reps)),),
        wishes=three_two_one(phrases),
        tail_ms=LEAD_IN_MS,
        grows=True,
    )


def _before_all(steps: tuple[PlannedStep, ...], phrases: Phrases) -> Iterator[Wish]:
    """Once a session: what comes, and what to have ready; how to pause; when to stop, whatever the exercise."""
    if forms := phrases.need(_to_fetch(steps), len(steps)):
        yield Wish(CueKind.SETUP, forms)
    yield Wish(CueKind.KEYS, phrases.pausing)
    yield Wish(CueKind.SAFETY, phrases.safety)


def _to_fetch(steps: tuple[PlannedStep, ...]) -> frozenset[str]:
    return frozenset(prop for step in steps for prop in step.exercise.view.props) - {"floor"}


def _after(step: PlannedStep, phrases: Phrases) -> Iterator[Wish]:
    yield Wish(CueKind.REST, phrases.over(step.exercise, REST_MS / 1000))


def moving_ms(before: Posture | None, after: Posture) -> int:
    """Time to move without a word: getting down to the floor or up from it takes longest, then finding a wall."""
    if Posture.LYING in (before, after):
        return 18_000
    return 14_000 if after is Posture.WALL else 8_000
