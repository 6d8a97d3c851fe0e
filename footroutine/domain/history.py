"""What was done, as it is kept: sessions with their sets, and what is told of them.

A moment is a `datetime` with the local offset that held then: its instant stays right when the person travels, and its
date is the day that they lived it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from footroutine.domain.exercise import Side
from footroutine.domain.resume import Progress, Recipe


class SessionState(StrEnum):
    """How a session stands."""

    OPEN = "open"  # it goes on, or the program was ended in it
    STOPPED = "stopped"  # ended by the person before its end; may be gone on with on the same day
    FINISHED = "finished"  # played to its end
    PARTIAL = "partial"  # not finished, and no longer gone on with


@dataclass(frozen=True)
class SetRecord:
    """One set of one side as planned and as done; `step` counts from 0, `number` from 1.

    The milliseconds are those of holds and circling; `done_at` is when the last that was done of it was done, None
    while nothing of it is.
    """

    step: int
    number: int
    side: Side
    exercise: str
    planned_reps: int
    done_reps: int
    planned_ms: int
    done_ms: int
    done_at: datetime | None = None

    @property
    def is_complete(self) -> bool:
        """Every planned rep was done."""
        return self.done_reps >= self.planned_reps


@dataclass(frozen=True)
class SessionRecord:
    """One session and every set that was planned in it, whatever was done of each.

    `active_ms` is how long it ran, pauses left out. `recipe` and `progress` say how to go on with it; None when there
    is nothing to go on with.
    """

    id: int
    routine: str
    name: str
    began: datetime
    saved: datetime
    state: SessionState
    active_ms: int
    sets: tuple[SetRecord, ...]
    recipe: Recipe | None = None
    progress: Progress | None = None

    @property
    def sets_done(self) -> int:
        """The sets that are complete."""
        return sum(each.is_complete for each in self.sets)


def unfinished(latest: SessionRecord | None, today: date) -> SessionRecord | None:
    """The session to be gone on with: the latest of all, if it was left before its end, and today."""
    if latest is None or latest.state not in (SessionState.OPEN, SessionState.STOPPED):
        return None
    can_go_on = latest.recipe is not None and latest.progress is not None and latest.saved.date() == today
    return latest if can_go_on and latest.sets_done < len(latest.sets) else None
