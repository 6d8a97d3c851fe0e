"""Everything that a view shows at one instant, as a function of the timeline and the player's state."""

from dataclasses import dataclass
from enum import StrEnum

from footroutine.domain.exercise import Moment


class Mood(StrEnum):
    """The role of the phase; a theme gives each its colour, and the phase word says it too."""

    CALM = "calm"  # told what comes; done
    READY = "ready"  # the lead-in
    EFFORT = "effort"  # hold
    MOVE = "move"  # travel, cycle
    REST = "rest"


@dataclass(frozen=True)
class Part:
    """One exercise in the bar of the whole routine: its length and how much of it has gone, 0 to 1."""

    name: str
    length_ms: int
    done: float


@dataclass(frozen=True)
class Frame:
    """What to show. Texts are ready to be painted; a view computes no time.

    `ring` is the part of the phase that is left (1 at its start, 0 at its end). `digits` is what the countdown says,
    empty where there is nothing to count. `rep` and `set` are None outside the work; `reps_done` fills the dots.
    `far` says that the posture is away from the laptop. `next_moment` is the picture of what comes next.
    """

    title: str
    number: int
    count: int
    phase: str
    mood: Mood
    digits: str
    ring: float
    caption: str
    badge: str
    rep: int | None
    reps: int
    reps_done: int
    set: int | None
    sets: int
    bar: tuple[Part, ...]
    left_ms: int
    moment: Moment | None
    next_title: str
    next_detail: str
    next_moment: Moment | None
    far: bool
    paused: bool
    pause_reason: str
    finished: bool
