"""The player's state, the commands it takes and the effects it asks for."""

from dataclasses import dataclass
from enum import StrEnum

from footroutine.domain.timeline import Ms

START = Ms(0)


class Phase(StrEnum):
    """Where the player is in its life."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"  # played to the end
    STOPPED = "stopped"  # ended by the person


class PauseReason(StrEnum):
    """Why a session is paused."""

    PERSON = "person"
    GAP = "gap"  # the computer slept, or the program was stopped for a while


class Command(StrEnum):
    """What a person can ask of a session. Any command is legal or a no-op in any state, never an error."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"  # to the next set, foot or exercise
    BACK = "back"  # to the start of this one; straight after a skip, to where the skip was pressed
    REPEAT = "repeat"  # this exercise from its start
    STOP = "stop"


@dataclass(frozen=True)
class State:
    """All that the player remembers. Where it stands now is `position_ms` plus the time since `anchor_ms`.

    While it runs, `anchor_ms` is the clock's reading at which the position was `position_ms`; otherwise the
    position stands. `skips` are the skips just pressed, as (from, to), so that back can undo them.
    """

    phase: Phase = Phase.READY
    position_ms: Ms = START
    anchor_ms: int = 0
    reason: PauseReason | None = None
    skips: tuple[tuple[Ms, Ms], ...] = ()


@dataclass(frozen=True)
class CueDue:
    """A cue's moment has come; `cue` is its index in the timeline."""

    cue: int


@dataclass(frozen=True)
class Entered:
    """A segment has begun."""

    segment: int


@dataclass(frozen=True)
class Left:
    """A segment was done to its end (not skipped)."""

    segment: int


@dataclass(frozen=True)
class Moved:
    """The position no longer goes where the clock alone would take it: sound is scheduled anew, or silent.

    Sent at start, pause, resume, skip, back, repeat and at the end.
    """


@dataclass(frozen=True)
class Paused:
    """The session stands still."""

    reason: PauseReason


@dataclass(frozen=True)
class Resumed:
    """The session goes on."""


@dataclass(frozen=True)
class Ended:
    """The session is over: finished, or stopped by the person."""

    finished: bool


Effect = CueDue | Entered | Left | Moved | Paused | Resumed | Ended
