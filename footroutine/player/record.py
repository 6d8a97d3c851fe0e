"""What was really done: reps and seconds per set and side, partial sets too. Made from the player's effects alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

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
        new = {n for n in left if timeline.segments[n].kind in WORK}
        return replace(self, done=self.done | new) if new else self

    def sets(self, timeline: Timeline) -> tuple[SetDone, ...]:
        """Every planned set, in order, with what was done of it; a rep is done when all its movements are."""
        return PlannedSets.of(timeline).done(self)


@dataclass
class _Planned:
    """One set: the segments of each of its reps, and how long each of its holds and circlings is."""

    exercise: str
    reps: dict[int, list[int]] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedSets:
    """The sets of a timeline, looked up once, so that a record can be counted at every beat."""

    _sets: Mapping[SetKey, _Planned]

    @classmethod
    def of(cls, timeline: Timeline) -> "PlannedSets":
        """The sets of a timeline, in order."""
        sets: dict[SetKey, _Planned] = {}
        for index, segment in enumerate(timeline.segments):
            key = SetKey.of(segment)
            if key is None:
                continue
            planned = sets.setdefault(key, _Planned(segment.exercise or ""))
            if segment.rep is not None:
                planned.reps.setdefault(segment.rep, []).append(index)
            if segment.kind is not SegmentKind.TRAVEL:
                planned.lengths[index] = segment.end_ms - segment.start_ms
        return cls({key: planned for key, planned in sets.items() if planned.reps})

    def done(self, record: Record) -> tuple[SetDone, ...]:
        """Every set with what was done of it."""
        return tuple(
            SetDone(
                key,
                planned.exercise,
                len(planned.reps),
                sum(record.done.issuperset(own) for own in planned.reps.values()),
                sum(length for index, length in planned.lengths.items() if index in record.done),
                sum(planned.lengths.values()),
            )
            for key, planned in self._sets.items()
        )


NOTHING_DONE = Record()
