"""The plan of a day and its ledger: what there is to do, how much of it is done, and at which times.

A day is the local date that a person lived, by the offset that each moment carries: a set is of the day on which it was
done, wherever its session began and wherever the person has travelled since. What was missed is only not done: the
ledger has no word for it, and whatever is done late fills the place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from footroutine.domain.history import SessionRecord, SessionState, SetRecord


class ItemKind(StrEnum):
    """What is counted."""

    SETS = "sets"  # complete sets of an exercise, in whatever session they are done
    ROUTINE = "routine"  # sessions of a routine, played to the end or with every set done


@dataclass(frozen=True)
class Item:
    """Something to do as often as it has `times`: "3 sets through the day" has three, "once" has one.

    `what` is the id of an exercise or of a routine. A set of an exercise done with each foot counts when both have
    done it.
    """

    kind: ItemKind
    what: str
    times: tuple[time, ...]


@dataclass(frozen=True)
class DayPlan:
    """What a person means to do on a day; on the weekdays in `rest_days` (0 is Monday) nothing."""

    items: tuple[Item, ...]
    rest_days: frozenset[int] = frozenset()

    def on(self, day: date) -> tuple[Item, ...]:
        """What there is to do on a date."""
        return () if day.weekday() in self.rest_days else self.items


THROUGH_THE_DAY = DayPlan((Item(ItemKind.SETS, "toe-press", (time(9), time(13), time(18))),))
ONCE = DayPlan((Item(ItemKind.ROUTINE, "full", (time(9),)),))


@dataclass(frozen=True)
class Slot:
    """One place in the plan: its time, and when it was filled; None while it is open."""

    at: time
    done_at: datetime | None = None


@dataclass(frozen=True)
class Entry:
    """One item of the ledger; `more` is what was done beyond the plan."""

    item: Item
    slots: tuple[Slot, ...]
    more: int = 0

    @property
    def goal(self) -> int:
        """How often it is planned."""
        return len(self.slots)

    @property
    def done(self) -> int:
        """How much of the plan is done."""
        return sum(slot.done_at is not None for slot in self.slots)

    def still_open(self, now: datetime) -> tuple[datetime, ...]:
        """The times of the plan to be reminded of: the open ones after what was done last. Moments of `now`'s zone."""
        done = [slot.done_at.time() for slot in self.slots if slot.done_at]
        return tuple(
            datetime.combine(now.date(), slot.at, tzinfo=now.tzinfo)
            for slot in self.slots
            if slot.done_at is None and (not done or slot.at > max(done))
        )


@dataclass(frozen=True)
class Ledger:
    """A day's plan with what is done of it."""

    day: date
    entries: tuple[Entry, ...]

    @property
    def is_done(self) -> bool:
        """All of the plan is done; also on a day on which there is nothing to do."""
        return all(entry.done == entry.goal for entry in self.entries)

    def still_open(self, now: datetime) -> tuple[datetime, ...]:
        """The times of all items to be reminded of, in order."""
        return tuple(sorted(moment for entry in self.entries for moment in entry.still_open(now)))


def ledger(plan: DayPlan, day: date, sessions: Iterable[SessionRecord]) -> Ledger:
    """The ledger of a day. A set, and a session, fills one place at most, however often and wherever it is told.

    `sessions` are all that may have something on that day: those begun from the day before to the day after.
    """
    known = {session.id: session for session in sessions}.values()
    used: set[_Key] = set()
    entries = []
    for item in plan.on(day):
        every = _sets(known, item.what) if item.kind is ItemKind.SETS else _routines(known, item.what)
        mine = sorted((at, key) for at, key in every if at.date() == day and key not in used)
        entry = _filled(item, [at for at, _ in mine])
        used.update(key for _, key in mine[: entry.done])  # another item gets what this one had no place for
        entries.append(entry)
    return Ledger(day, tuple(entries))


_Key = tuple[int, ...]  # of a session, or of a set in it


def _sets(sessions: Iterable[SessionRecord], exercise: str) -> Iterator[tuple[datetime, _Key]]:
    """When each set was complete, with both feet where each does it."""
    for session in sessions:
        sets: dict[_Key, list[SetRecord]] = {}
        for each in session.sets:
            if each.exercise == exercise:
                sets.setdefault((session.id, each.step, each.number), []).append(each)
        for key, sides in sets.items():
            done = [each.done_at for each in sides if each.is_complete and each.done_at]
            if len(done) == len(sides):
                yield max(done), key


def _routines(sessions: Iterable[SessionRecord], routine: str) -> Iterator[tuple[datetime, _Key]]:
    """When each session of the routine was over."""
    for session in sessions:
        is_whole = session.sets_done == len(session.sets)
        is_over = is_whole or (session.state is SessionState.FINISHED and session.sets_done > 0)
        if session.routine == routine and is_over:
            yield session.saved, (session.id,)


def _filled(item: Item, moments: list[datetime]) -> Entry:
    """Each thing done fills the latest open time before it; done ahead of all of them, the first that is open."""
    filled: dict[int, datetime] = {}
    times = sorted(item.times)
    for moment in moments:
        free = [n for n in range(len(times)) if n not in filled]
        if free:
            passed = [n for n in free if times[n] <= moment.time()]
            filled[passed[-1] if passed else free[0]] = moment
    slots = tuple(Slot(at, filled.get(n)) for n, at in enumerate(times))
    return Entry(item, slots, len(moments) - len(filled))
