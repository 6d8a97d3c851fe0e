"""The compiled session: what happens when, to the millisecond. Nothing in it ever changes."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NewType

from footroutine.domain.exercise import Exercise, Pace, Posture, Side
from footroutine.domain.language import Language
from footroutine.domain.routine import Routine

Ms = NewType("Ms", int)


class SegmentKind(StrEnum):
    """What a stretch of the session is for."""

    INTRO = "intro"  # the exercise is named and its set-up told
    POSTURE = "posture"  # the body moves to where the exercise is done
    READY = "ready"  # three, two, one
    TRAVEL = "travel"
    HOLD = "hold"
    CYCLE = "cycle"
    SWITCH = "switch"  # the other foot
    REST = "rest"
    DONE = "done"


WORK = frozenset({SegmentKind.TRAVEL, SegmentKind.HOLD, SegmentKind.CYCLE})  # the body moves or holds


class CueKind(StrEnum):
    """What a cue is for."""

    NAME = "name"
    SAFETY = "safety"
    KEYS = "keys"  # which key pauses: true only while the program itself leads
    POSTURE = "posture"
    SETUP = "setup"
    SIDE = "side"
    READY = "ready"
    MOVE = "move"
    REP = "rep"
    COUNT = "count"
    HALF = "half"
    NEXT = "next"
    REST = "rest"
    TIP = "tip"
    CHEER = "cheer"
    DONE = "done"
    TONE = "tone"  # a tone alone; its text is only shown
    CAPTION = "caption"  # shown and not heard


class Tone(StrEnum):
    """The family of short sounds."""

    LEAD_IN = "lead_in"
    GO = "go"
    HALF = "half"
    LAST = "last"
    SWITCH = "switch"
    REST = "rest"
    OVER = "over"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the session, half open: it begins at `start_ms` and is over at `end_ms`.

    `step` counts the routine's steps from 0; `set` and `rep` count from 1; `side` is the side that is worked.
    What does not apply is None.
    """

    start_ms: Ms
    end_ms: Ms
    kind: SegmentKind
    step: int | None = None
    exercise: str | None = None
    movement: str | None = None
    side: Side | None = None
    set: int | None = None
    rep: int | None = None
    posture: Posture | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound at its moment: words (`text`) or a `tone`, from `at_ms` until `end_ms`, within `segment`."""

    at_ms: Ms
    end_ms: Ms
    kind: CueKind
    text: str
    segment: int
    tone: Tone | None = None


@dataclass(frozen=True)
class Dose:
    """How much of an exercise is done; seconds are per hold, per circling direction and per rest."""

    sets: int
    reps: int
    hold_s: float
    cycle_s: float
    rest_s: float
    pace: Pace
    first_side: Side


@dataclass(frozen=True)
class PlannedStep:
    """One exercise of the session: its variant chosen, its dose settled."""

    exercise: Exercise
    dose: Dose


@dataclass(frozen=True)
class Timeline:
    """A whole session: segments without a gap from 0 to the end, and cues in order that never overlap."""

    routine: Routine
    steps: tuple[PlannedStep, ...]
    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]
    language: Language = Language.EN

    @property
    def total_ms(self) -> Ms:
        """How long the session lasts."""
        return self.segments[-1].end_ms

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start_ms for s in self.segments]

    def segment_index(self, position_ms: int) -> int:
        """The segment at a position; before 0 the first, at or after the end the last."""
        return max(0, bisect_right(self._starts, position_ms) - 1)
