"""The script: a routine and the person's choices as an ordered list of drafts, not yet timed.

It says which segments there are and what each wants to be heard; `planner` gives them their milliseconds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from footroutine.domain import phrases
from footroutine.domain.cues import TalkLevel, Wish, at_level, countdown
from footroutine.domain.dose import settle, vary
from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Exercise, Movement, MovementKind, Posture, Side, Sides
from footroutine.domain.routine import Routine
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import CueKind, PlannedStep, SegmentKind, Tone

LEAD_IN_MS = 3300  # "three, two, one" and a breath before it
SWITCH_MS = 6000
DONE_MS = 4000
BETWEEN_MS = 2500  # after the last rep, before the next exercise is named


@dataclass(frozen=True)
class Draft:
    """A segment to be: at least `least_ms` long, longer if its `lines` need it.

    `lines` are said one after another from the start, after the `opening` tone; the last `tail_ms` are kept free of
    them. `wishes` are placed around them. A draft that `grows` takes the lines' longest forms and the time they
    need; one that does not takes the longest forms that fit.
    """

    kind: SegmentKind
    least_ms: int
    step: int | None = None
    exercise: str | None = None
    movement: str | None = None
    side: Side | None = None
    set: int | None = None
    rep: int | None = None
    posture: Posture | None = None
    opening: Tone | None = None
    lines: tuple[Wish, ...] = ()
    wishes: tuple[Wish, ...] = ()
    tail_ms: int = 0
    grows: bool = False


@dataclass(frozen=True)
class Script:
    """A session in order, before it is timed."""

    routine: Routine
    steps: tuple[PlannedStep, ...]
    drafts: tuple[Draft, ...]

    def texts(self) -> frozenset[str]:
        """Every form of every phrase that may be spoken: what the voice should have ready."""
        return frozenset(
            form
            for draft in self.drafts
            for wish in (*draft.lines, *draft.wishes)
            if wish.kind not in (CueKind.CAPTION, CueKind.TONE)
            for form in wish.forms
        )


def compose(routine: Routine, exercises: Mapping[str, Exercise], settings: Settings) -> Script:
    """Write the script of a session.

    Raises:
        UserError: no exercise of the routine is included.
    """
    steps = chosen_steps(routine, exercises, settings)
    drafts: list[Draft] = []
    before: Posture | None = None
    for index, step in enumerate(steps):
        drafts += _step(step, index, len(steps), before, settings)
        before = step.exercise.posture
    drafts.append(
        Draft(SegmentKind.DONE, DONE_MS, posture=before, opening=Tone.DONE, grows=True,
              lines=(Wish(CueKind.DONE, phrases.done(len(steps))),))
    )  # fmt: skip
    talk = TalkLevel(settings.talk)
    return Script(routine, steps, tuple(_at_level(draft, talk) for draft in drafts))


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


def _at_level(draft: Draft, talk: TalkLevel) -> Draft:
    """The draft as a talk level has it; where a tone stands for the word "go", none opens the movement besides."""
    opening = None if draft.opening is Tone.GO and talk is not TalkLevel.FULL else draft.opening
    return replace(draft, opening=opening, lines=at_level(draft.lines, talk), wishes=at_level(draft.wishes, talk))


def _chosen(exercise: Exercise, settings: Settings, step_variant: str | None) -> Exercise:
    chosen = settings.choice(exercise.id).variant if step_variant is None else step_variant
    return vary(exercise, chosen)


def _step(step: PlannedStep, index: int, count: int, before: Posture | None, settings: Settings) -> Iterator[Draft]:
    """One exercise: told, moved to, got ready for, and worked."""
    exercise, dose = step.exercise, step.dose
    base = Draft(SegmentKind.INTRO, 0, step=index, exercise=exercise.id, side=dose.first_side,
                 posture=exercise.posture)  # fmt: skip
    setup = tuple(Wish(CueKind.SETUP, phrases.fill(words, dose.first_side)) for words in exercise.setup)
    moves = exercise.posture is not before
    told = (
        Wish(CueKind.NAME, phrases.name(exercise, index, count)),
        Wish(CueKind.SETUP, (exercise.summary,)),
        Wish(CueKind.SETUP, phrases.dose(exercise, dose)),
        *([Wish(CueKind.SAFETY, phrases.SAFETY)] if index == 0 else []),
        *([] if moves else [Wish(CueKind.POSTURE, phrases.stay(exercise.posture)), *setup]),
    )
    over = Tone.REST if index else None  # the exercise before is over
    yield replace(base, least_ms=BETWEEN_MS, opening=over, lines=told, grows=True)
    if moves:
        line = Wish(CueKind.POSTURE, phrases.posture(exercise.posture, before))
        yield replace(base, kind=SegmentKind.POSTURE, least_ms=_moving_ms(before, exercise.posture),
                      lines=(line, *setup), grows=True)  # fmt: skip
    yield replace(
        base,
        kind=SegmentKind.READY,
        least_ms=settings.get_ready_s * 1000,
        lines=(Wish(CueKind.SIDE, phrases.first_side(exercise, dose.first_side)),),
        wishes=_three_two_one(),
        tail_ms=LEAD_IN_MS,
    )
    yield from _work(step, base)


def _moving_ms(before: Posture | None, after: Posture) -> int:
    """Time to move: getting up from the floor takes longest, then getting down to it."""
    if before is Posture.LYING:
        return 20_000
    if after is Posture.LYING:
        return 15_000
    return 6_000 if before is None else 10_000


def _three_two_one() -> tuple[Wish, ...]:
    return countdown(((n, phrases.count(n)) for n in (3, 2, 1)), Tone.LEAD_IN)


def _work(step: PlannedStep, base: Draft) -> Iterator[Draft]:
    """Sets, sides and reps, with the rests and switches between them."""
    exercise, dose = step.exercise, step.dose
    order = (dose.first_side,) if exercise.sides is Sides.BOTH else (dose.first_side, dose.first_side.other)
    alternating = exercise.sides is Sides.ALTERNATING
    for set_ in range(1, dose.sets + 1):
        if set_ > 1:
            yield _rest(step, replace(base, set=set_), order[0])
        reps = tuple(range(1, dose.reps + 1))
        rounds = [(side, (rep,)) for rep in reps for side in order] if alternating else [(s, reps) for s in order]
        for turn, (side, turn_reps) in enumerate(rounds):
            at = replace(base, set=set_, side=side)
            if turn > 0:
                yield replace(
                    at,
                    kind=SegmentKind.SWITCH,
                    rep=turn_reps[0] if alternating else None,
                    least_ms=SWITCH_MS,
                    opening=Tone.SWITCH,
                    lines=(Wish(CueKind.SIDE, phrases.switch(exercise, side)),),
                    wishes=_three_two_one(),
                    tail_ms=LEAD_IN_MS,
                    grows=True,
                )
            yield from _round(step, at, turn_reps)


def _rest(step: PlannedStep, base: Draft, side: Side) -> Draft:
    exercise, dose = step.exercise, step.dose
    set_ = base.set or 1
    tips = [(tip.text,) for tip in exercise.tips[(set_ - 2) % max(1, len(exercise.tips)) :][:1]]
    return replace(
        base,
        kind=SegmentKind.REST,
        side=side,
        least_ms=round(dose.rest_s * 1000),
        opening=Tone.REST,
        lines=(
            Wish(CueKind.REST, phrases.rest(set_ - 1, dose.sets)),
            Wish(CueKind.NEXT, phrases.next_set(exercise, set_, dose.sets, side)),
        ),
        wishes=(*_three_two_one(), *(Wish(CueKind.TIP, tip, before_ms=LEAD_IN_MS) for tip in tips)),
        tail_ms=LEAD_IN_MS,
    )


def _round(step: PlannedStep, base: Draft, reps: tuple[int, ...]) -> Iterator[Draft]:
    """The reps done with one side without a break, with the ways into and out of position."""
    exercise = step.exercise
    opening: Tone | None = Tone.GO
    for movement in exercise.enter:
        yield _opened(_movement(step, base, movement, None, is_first=True), opening)
        opening = None
    for rep in reps:
        for movement in exercise.movements:
            draft = _movement(step, replace(base, rep=rep), movement, rep, is_first=rep == reps[0] == 1)
            yield _opened(draft, opening)
            opening = None
    for movement in exercise.leave:
        yield _movement(step, base, movement, None, is_first=True)


def _opened(draft: Draft, opening: Tone | None) -> Draft:
    """The draft after its opening tone; where the counts begin within the first second, they open it."""
    counted_ms = 0 if draft.kind is SegmentKind.TRAVEL else 1000 * _last_counts(draft.least_ms)
    return draft if counted_ms > max(0, draft.least_ms - 1000) else replace(draft, opening=opening)


def _movement(step: PlannedStep, base: Draft, movement: Movement, rep: int | None, *, is_first: bool) -> Draft:
    """One movement with its word, its rep's number and its seconds."""
    exercise, dose = step.exercise, step.dose
    forms = phrases.fill(movement.say, base.side or Side.BOTH)
    starts_rep = rep is not None and movement is exercise.movements[0] and dose.reps > 1
    if movement.kind is MovementKind.TRAVEL:
        least_ms = round((movement.seconds or 1) * 1000 * dose.pace.factor)
        counted: tuple[Wish, ...] = ()
        counted_ms = 0
    else:
        dosed = dose.hold_s if movement.kind is MovementKind.HOLD else dose.cycle_s
        least_ms = round((movement.seconds or dosed) * 1000)
        counted = _seconds(least_ms)
        counted_ms = 1000 * _last_counts(least_ms)
    if starts_rep and rep is not None and not is_first and exercise.sides is not Sides.ALTERNATING:
        said = Wish(CueKind.REP, phrases.rep(rep, dose.reps, forms), tone=Tone.GO)
    else:
        tone = None if movement.kind is MovementKind.HOLD else Tone.GO  # a hold's own counts follow the travel's tone
        said = Wish(CueKind.MOVE, forms if is_first else forms[1:] or forms, tone=tone)
    said = replace(said, before_ms=counted_ms, number=phrases.count(rep) if starts_rep and rep is not None else ())
    return replace(
        base,
        kind=SegmentKind(movement.kind.value),
        movement=movement.id,
        rep=rep,
        least_ms=least_ms,
        wishes=(*counted, said, *_company(exercise, movement, rep, least_ms)),
    )


def _last_counts(length_ms: int) -> int:
    """How many of the last seconds are counted."""
    return min(5 if length_ms >= 20_000 else 3, length_ms // 1000)


def _seconds(length_ms: int) -> tuple[Wish, ...]:
    """The counts of a hold: half of 10 s and more, ten left of 30 s and more, the last 3 (5 from 20 s on)."""
    numbers = range(_last_counts(length_ms), 0, -1)
    wishes = list(countdown(((n, phrases.count(n)) for n in numbers), Tone.LAST))
    if length_ms >= 30_000:
        wishes.append(Wish(CueKind.COUNT, phrases.TEN_LEFT, at_ms=-10_000))
    if length_ms >= 10_000:
        wishes.append(Wish(CueKind.HALF, phrases.HALFWAY, at_ms=length_ms // 2, tone=Tone.HALF))
    return tuple(wishes)


def _company(exercise: Exercise, movement: Movement, rep: int | None, length_ms: int) -> tuple[Wish, ...]:
    """In a long hold: where it is felt, then a tip a rep, and one kind word; never more."""
    if movement.kind is not MovementKind.HOLD or length_ms < 20_000 or rep is None:
        return ()
    spoken = [exercise.feel, *(tip.text for tip in exercise.tips)]
    cheer = phrases.ENCOURAGEMENT[rep % len(phrases.ENCOURAGEMENT)]
    return (
        Wish(CueKind.TIP, (spoken[(rep - 1) % len(spoken)],), after_ms=4_000),
        Wish(CueKind.CHEER, (cheer,), after_ms=length_ms // 2 + 2_000, before_ms=5_000),
    )
