"""Going on with a session that was left: what must be kept of it, and how it begins again.

What is kept is the routine with its doses as they were, and the place by the number of its segment. Phrases may be
longer or shorter by then (another voice), so no millisecond is kept. A person is not thrown into a hold: a lead-in
names the exercise and gives time to get into position, from wherever they come.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from itertools import takewhile
from types import MappingProxyType
from zlib import crc32

from footroutine.domain.cues import TalkLevel, Wish
from footroutine.domain.draft import Draft
from footroutine.domain.exercise import Side
from footroutine.domain.phrases import fill, phrases_in
from footroutine.domain.routine import Routine, Step
from footroutine.domain.script import BETWEEN_MS, Script, leveled, moving_ms, ready
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import WORK, CueKind, Dose, Segment, SegmentKind, Timeline

_FIGURES = ("sets", "reps", "hold_s", "cycle_s", "rest_s")


@dataclass(frozen=True)
class RecipeStep:
    """One exercise of a session: its variant (empty: none) and its dose, settled."""

    exercise: str
    variant: str
    dose: Dose


@dataclass(frozen=True)
class Recipe:
    """What a session was made from; `shape` tells whether what is made from it again has the same segments."""

    routine: str
    name: str
    steps: tuple[RecipeStep, ...]
    shape: int

    @classmethod
    def of(cls, timeline: Timeline) -> "Recipe":
        """The recipe of a session from its beginning (with no lead-in put in)."""
        steps = tuple(RecipeStep(s.exercise.id, s.exercise.variant, s.dose) for s in timeline.steps)
        return cls(timeline.routine.id, timeline.routine.name, steps, shape_of(timeline.segments))

    def routine_again(self) -> Routine:
        """The routine with every dose as it was."""
        steps = tuple(
            Step(s.exercise, {key: value for key, value in asdict(s.dose).items() if key in _FIGURES}, s.variant)
            for s in self.steps
        )
        return Routine(self.routine, self.name, self.name, self.name, steps)

    def settings_again(self, settings: Settings) -> Settings:
        """The settings of now, with all that shapes the session as it was then."""
        choices = dict(settings.exercises)
        for step in self.steps:
            side = None if step.dose.first_side is Side.BOTH else step.dose.first_side.value
            choices[step.exercise] = replace(
                settings.choice(step.exercise), included=True, pace=step.dose.pace.value, first_side=side
            )
        return replace(settings, exercises=MappingProxyType(choices))


@dataclass(frozen=True)
class Progress:
    """How far a session is, by the numbers of its segments: the one that goes on, and all work that was done."""

    segment: int
    done: frozenset[int]


@dataclass(frozen=True)
class LeadIn:
    """Where segments were put in that the session did not have at first: `count` of them from number `at` on."""

    at: int
    count: int

    def at_first(self, segment: int) -> int:
        """The number that a segment had at first; of one that was put in, that of the work which it leads to."""
        return segment if segment < self.at else max(self.at, segment - self.count)

    def now(self, segment: int) -> int:
        """The number that a segment of then has now."""
        return segment if segment < self.at else segment + self.count


NO_LEAD_IN = LeadIn(0, 0)


def shape_of(parts: Iterable[Segment | Draft]) -> int:
    """A number that is the same for all scripts and timelines with the same segments, however long each is."""
    whole = [(p.kind.value, p.step, p.exercise, p.movement, p.side, p.set, p.rep) for p in parts]
    return crc32(repr(whole).encode())


def again(script: Script, progress: Progress, settings: Settings) -> tuple[Script, LeadIn] | None:
    """The script with a lead-in put in, with which the session begins; None when no work is left."""
    target = _target(script.drafts, progress)
    if target is None:
        return None
    extra = _lead_in(script, script.drafts[target], settings)
    drafts = (*script.drafts[:target], *extra, *script.drafts[target:])
    return replace(script, drafts=drafts), LeadIn(target, len(extra))


def _lead_in(script: Script, work: Draft, settings: Settings) -> tuple[Draft, ...]:
    """What comes before the work with which a session goes on: its name, its posture, time to get ready."""
    step, phrases = script.steps[work.step or 0], phrases_in(script.language)
    exercise, dose, side, set_ = step.exercise, step.dose, work.side or Side.BOTH, work.set or 1
    base = replace(work, movement=None, rep=None, opening=None, wishes=())
    told = (
        Wish(CueKind.SAFETY, phrases.safety),
        Wish(CueKind.NAME, phrases.name(exercise, 0, 1)),
    )
    moves = (
        Wish(CueKind.POSTURE, phrases.posture(exercise.posture, None)),
        *(Wish(CueKind.SETUP, fill(words, side, exercise.language)) for words in exercise.setup),
        Wish(CueKind.SETUP, (exercise.summary,)),
        *([Wish(CueKind.NEXT, phrases.next_set(exercise, set_, dose.sets, side))] if set_ > 1 else []),
    )
    drafts = (
        replace(base, kind=SegmentKind.INTRO, least_ms=BETWEEN_MS, lines=told, grows=True),
        replace(base, kind=SegmentKind.POSTURE, least_ms=0, lines=moves, grows=True,
                settle_ms=moving_ms(None, exercise.posture)),
        ready(base, step, side, settings, phrases),
    )  # fmt: skip
    return tuple(leveled(draft, TalkLevel(settings.talk)) for draft in drafts)


def _target(drafts: tuple[Draft, ...], progress: Progress) -> int | None:
    """The first work of the set (of the turn, where sides alternate) to go on with."""
    index = min(max(progress.segment, 0), len(drafts) - 1)
    while index > 0 and drafts[index].kind in WORK and drafts[index - 1].kind in WORK:
        index -= 1
    while index < len(drafts):
        run = list(takewhile(lambda n: drafts[n].kind in WORK, range(index, len(drafts))))
        if any(drafts[n].rep is not None and n not in progress.done for n in run):
            return index
        index += max(1, len(run))
    return None
