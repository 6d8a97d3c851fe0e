"""When to remind: at the times that the day plan leaves open, never in quiet hours, never more than twice for one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

LATER = timedelta(minutes=15)  # what "In 15 minutes" puts it off by
AGAIN = timedelta(hours=1)  # after a reminder that nothing followed, once
MOST = 2  # reminders of one time


@dataclass(frozen=True)
class Quiet:
    """The hours without reminders; they may go over midnight. The same hour twice: none."""

    begins: time = time(21)
    ends: time = time(8)

    def holds(self, at: time) -> bool:
        """Whether it is quiet then."""
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True)
class Reminded:
    """What a person was reminded of and said to it. All moments carry their offset from UTC.

    `slot` is the time of the plan that was last reminded of, `count` times, the last time at `at`.
    """

    slot: datetime | None = None
    at: datetime | None = None
    count: int = 0
    later: datetime | None = None
    not_on: date | None = None

    def shown(self, slot: datetime, now: datetime) -> "Reminded":
        """The person has just been reminded."""
        count = self.count + 1 if slot == self.slot else 1
        return replace(self, slot=slot, at=now, count=count, later=None)

    def put_off(self, now: datetime) -> "Reminded":
        """The person said: in 15 minutes. That reminder does not count as one more."""
        return replace(self, count=max(0, self.count - 1), later=now + LATER)

    def no_more_today(self, now: datetime) -> "Reminded":
        """The person said: not today."""
        return replace(self, not_on=now.date(), later=None)


def due(now: datetime, still_open: Sequence[datetime], reminded: Reminded, quiet: Quiet) -> datetime | None:
    """The time of the plan to be reminded of now, None if there is none.

    `still_open` are the times of today's plan that nothing was recorded for. Of several that have passed only the
    latest counts: a day that began late is not made up for in a row.
    """
    passed = [slot for slot in still_open if slot <= now]
    if not passed or reminded.not_on == now.date() or quiet.holds(now.time()):
        return None
    if reminded.later is not None and now < reminded.later <= now + LATER:  # later than that: the clock was set back
        return None
    slot = max(passed)
    if slot != reminded.slot or reminded.at is None or reminded.later is not None:
        return slot
    return slot if reminded.count < MOST and now >= reminded.at + AGAIN else None
