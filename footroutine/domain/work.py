"""The work of one exercise as drafts: sets, sides and reps, with the rests and switches between them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from footroutine.domain.cues import Wish, countdown
from footroutine.domain.draft import Draft
from footroutine.domain.exercise import Exercise, Movement, MovementKind, Side, Sides
from footroutine.domain.phrases import Phrases, fill
from footroutine.domain.timeline import CueKind, PlannedStep, SegmentKind, Tone

LEAD_IN_MS = 3300  # "three, two, one" and a breath before it
SWITCH_MS = 8000
_PLACING_MS = 2500  # of a rest, for the words that place a leg; they come no sooner than they must


def three_two_one(phrases: Phrases) -> tuple[Wish, ...]:
    """The counts before a start."""
    return countdown(((n, phrases.count(n)) for n in (3, 2, 1)), Tone.LEAD_IN)


@dataclass(frozen=True)
class Work:
    """Writes the work of one step; `base` is what all its drafts have in common."""

    step: PlannedStep
    base: Draft
    phrases: Phrases

    def drafts(self) -> Iterator[Draft]:
        """Everything from the first movement to the last."""
        dose, alternating = self.step.dose, self.step.exercise.sides is Sides.ALTERNATING
        order = (dose.first_side,) if dose.first_side is Side.BOTH else (dose.first_side, dose.first_side.other)
        reps = tuple(range(1, dose.reps + 1))
        rounds = [(side, (rep,)) for rep in reps for side in order] if alternating else [(s, reps) for s in order]
        for set_ in range(1, dose.sets + 1):
            if set_ > 1:
                yield self._rest(set_, order[0])
            for turn, (side, turn_reps) in enumerate(rounds):
                at = replace(self.base, set=set_, side=side)
                if turn > 0:
                    new_round = turn_reps[0] if alternating and side is order[0] else None  # named once
                    yield self._switch(at, side, turn_reps[0], new_round)
                yield from self._round(at, turn_reps)

    def _switch(self, at: Draft, side: Side, rep: int, new_round: int | None) -> Draft:
        said = self.phrases.switch(self.step.exercise, side, new_round, self.step.dose.reps)
        return replace(
            at,
            kind=SegmentKind.SWITCH,
            rep=rep if self.step.exercise.sides is Sides.ALTERNATING else None,
            least_ms=SWITCH_MS,
            opening=Tone.SWITCH,
            lines=(Wish(CueKind.SIDE, said), *self._placing(side)),
            wishes=three_two_one(self.phrases),
            tail_ms=LEAD_IN_MS,
            grows=True,
        )

    def _rest(self, set_: int, side: Side) -> Draft:
        exercise, dose, phrases = self.step.exercise, self.step.dose, self.phrases
        told = sorted(exercise.tips, key=lambda tip: tip.early)
        tips = [told[(set_ - 2) % len(told)].text] if told else []
        rest_ms, placing = round(dose.rest_s * 1000), tuple(self._placing(side))
        placing_ms = min(_PLACING_MS, max(0, rest_ms - 10_000)) if placing else 0  # a short rest is for its words
        return replace(
            self.base,
            kind=SegmentKind.REST,
            set=set_,
            side=side,
            least_ms=rest_ms,
            opening=Tone.REST,
            lines=(
                Wish(CueKind.REST, phrases.rest(set_ - 1, dose.sets, dose.rest_s)),
                Wish(CueKind.NEXT, phrases.next_set(exercise, set_, dose.sets, side)),
            ),
            wishes=(
                *three_two_one(phrases),
                *(replace(w, after_ms=max(0, rest_ms - LEAD_IN_MS - 3000), before_ms=LEAD_IN_MS) for w in placing),
                *(Wish(CueKind.TIP, (tip,), before_ms=LEAD_IN_MS) for tip in tips),
            ),
            tail_ms=LEAD_IN_MS + placing_ms,
        )

    def _placing(self, side: Side) -> Iterator[Wish]:
        """Where a side has to be that was not worked last, in few words."""
        if self.step.exercise.sides is Sides.EACH:
            for words in self.step.exercise.setup:
                if "{side}" in words.forms[-1].lower():
                    yield Wish(CueKind.SETUP, fill(words, side, self.step.exercise.language)[-1:])

    def _round(self, at: Draft, reps: tuple[int, ...]) -> Iterator[Draft]:
        """The reps done with one side without a break, with the ways into and out of position."""
        exercise = self.step.exercise
        opening: Tone | None = Tone.GO
        for movement in exercise.enter:
            yield _opened(self._movement(at, movement), opening)
            opening = None
        for rep in reps:
            for movement in exercise.movements:
                yield _opened(self._movement(replace(at, rep=rep), movement), opening)
                opening = None
        for movement in exercise.leave:
            yield self._movement(at, movement)

    def _movement(self, at: Draft, movement: Movement) -> Draft:
        """One movement with its word, its rep's number and its seconds."""
        dose = self.step.dose
        if movement.kind is MovementKind.TRAVEL:
            least_ms, counts = round((movement.seconds or 1) * 1000 * dose.pace.factor), 0
        else:
            dosed = dose.hold_s if movement.kind is MovementKind.HOLD else dose.cycle_s
            least_ms = round((movement.seconds or dosed) * 1000)
            counts = _last_counts(least_ms)
        return replace(
            at,
            kind=SegmentKind(movement.kind.value),
            movement=movement.id,
            least_ms=least_ms,
            wishes=(
                *(self._seconds(movement, least_ms, counts) if movement.kind is not MovementKind.TRAVEL else ()),
                replace(self._word(at, movement), before_ms=1000 * counts),
                *self._company(at, movement, least_ms),
            ),
        )

    def _word(self, at: Draft, movement: Movement) -> Wish:
        """The word for a movement: in full the first time, and later with the place of its rep in the set."""
        exercise, dose, rep = self.step.exercise, self.step.dose, at.rep
        forms = fill(movement.say, at.side or Side.BOTH, exercise.language)
        is_first = rep is None or rep == 1
        starts = rep if rep is not None and movement is exercise.movements[0] and dose.reps > 1 else None
        number = () if starts is None else self.phrases.rep_number(starts)
        if starts is not None and not is_first and exercise.sides is not Sides.ALTERNATING:
            return Wish(CueKind.REP, self.phrases.rep(starts, dose.reps, forms), tone=Tone.GO, number=number)
        tone = None if movement.kind is MovementKind.HOLD else Tone.GO  # a hold's own counts follow the travel's tone
        return Wish(CueKind.MOVE, forms if is_first else forms[1:] or forms, tone=tone, number=number)

    def _seconds(self, movement: Movement, length_ms: int, counts: int) -> tuple[Wish, ...]:
        """The counts: what is left at half of 10 s and more, ten left of 30 s and more, the last 3 (5 from 20 s on)."""
        phrases = self.phrases
        wishes = list(countdown(((n, phrases.count(n)) for n in range(counts, 0, -1)), Tone.LAST))
        if length_ms >= 30_000:
            wishes.append(Wish(CueKind.COUNT, phrases.seconds_left(10), at_ms=-10_000))
        if length_ms >= 10_000:
            half = round(length_ms / 2000)
            told = phrases.other_way_in if turns_round(self.step.exercise, movement) else phrases.seconds_left
            wishes.append(Wish(CueKind.HALF, told(half), at_ms=-1000 * half, tone=Tone.HALF))
        return tuple(wishes)

    def _company(self, at: Draft, movement: Movement, length_ms: int) -> Iterator[Wish]:
        """In a long hold: where it is felt at each side's first, then a tip a rep and one kind word, each once."""
        if movement.kind is not MovementKind.HOLD or length_ms < 20_000 or at.rep is None:
            return
        told = (self.step.exercise.feel, *(tip.text for tip in self.step.exercise.tips))
        is_new = at.set == 1 and at.side is self.step.dose.first_side
        if at.rep == 1 or (is_new and at.rep <= len(told)):
            yield Wish(CueKind.TIP, (told[at.rep - 1],), after_ms=4_000)
        if is_new and at.rep <= len(self.phrases.encouragement):
            kind = self.phrases.encouragement[at.rep - 1]
            yield Wish(CueKind.CHEER, (kind,), after_ms=length_ms // 2 + 2_000, before_ms=5_000)


def turns_round(exercise: Exercise, movement: Movement) -> bool:
    """A circling the other way follows in the same rep: the end of this one is not the end of the circling."""
    return any(
        this is movement and this.cycle and after.cycle and this.cycle.clockwise is not after.cycle.clockwise
        for this, after in pairwise(exercise.movements)
    )


def _opened(draft: Draft, opening: Tone | None) -> Draft:
    """The draft after its opening tone; where the counts begin within the first second, they open it."""
    counted_ms = 0 if draft.kind is SegmentKind.TRAVEL else 1000 * _last_counts(draft.least_ms)
    return draft if counted_ms > max(0, draft.least_ms - 1000) else replace(draft, opening=opening)


def _last_counts(length_ms: int) -> int:
    """How many of the last seconds are counted."""
    return min(5 if length_ms >= 20_000 else 3, length_ms // 1000)
