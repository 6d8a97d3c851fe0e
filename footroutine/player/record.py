"""What was really done: reps and seconds per set and side, partial sets too. Made from the player's effects alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from footroutine.domain.exercise import Side
from footroutine.domain.timeline import WORK, Segment, SegmentKind, Timeline
from footroutine.player.state import Effect, Left


@dataclass(frozen=True, order=True)
class SetKey:
    """One set of one side in one step of the routine; `step` counts from 0, `set` from 1."""

    step: int
    set: int
    side: Side

    @classmethod
    def of(cls, segment: Segment) -> "SetKey | None":
        """The set that a segment is work of; None if it is no work."""
        if segment.kind not in WORK or segment.step is None or segment.set is None or segment.side is None:
            return None
        return cls(segment.step, segment.set, segment.side)


@dataclass(frozen=True)
class SetDone:
    """One set as planned and as done; a rep counts once, however often it is repeated.

    The milliseconds are those of holds and circling.
    """

    key: SetKey
    exercise: str
    planned_reps: int
    done_reps: int
    done_ms: int
    planned_ms: int

    @property
    def is_complete(self) -> bool:
        """Every planned rep was done."""
        return self.done_reps >= self.planned_reps


@dataclass(frozen=True)
class Record:
    """The work segments that were done to their end, by their index in the timeline."""

    done: frozenset[int] = frozenset()

    def after(self, timeline: Timeline, effects: Iterable[Effect]) -> "Record":
        """The record once these effects have happened."""
        left = {e.segment for e in effects if isinstance(e, Left)}
        return replace(self, done=self.done | {n for n in left if timeline.segments[n].kind in WORK})

    def sets(self, timeline: Timeline) -> tuple[SetDone, ...]:
        """Every planned set, in order, with what was done of it; a rep is done when all its movements are."""
        reps: dict[SetKey, dict[int, bool]] = {}
        seconds: dict[SetKey, int] = {}
        planned: dict[SetKey, int] = {}
        exercises: dict[SetKey, str] = {}
        for index, segment in enumerate(timeline.segments):
            key = SetKey.of(segment)
            if key is None:
                continue
            exercises[key] = segment.exercise or ""
            is_done = index in self.done
            if segment.rep is not None:
                of_set = reps.setdefault(key, {})
                of_set[segment.rep] = of_set.get(segment.rep, True) and is_done
            if segment.kind is not SegmentKind.TRAVEL:
                length = segment.end_ms - segment.start_ms
                planned[key] = planned.get(key, 0) + length
                seconds[key] = seconds.get(key, 0) + is_done * length
        return tuple(
            SetDone(key, exercises[key], len(of_set), sum(of_set.values()), seconds.get(key, 0), planned.get(key, 0))
            for key, of_set in reps.items()
        )


NOTHING_DONE = Record()
