"""What Today shows of the practice: what can be gone on with, the plan of the day, a look back. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from footroutine.domain.settings import Settings
from footroutine.ui.progress_views import DayMark


@dataclass(frozen=True)
class GoOnView:
    """A session that was left today: the exercise that it goes on with, and where in it, such as ``Set 2 of 3``."""

    exercise: str
    place: str


@dataclass(frozen=True)
class SlotView:
    """One time of the plan, such as ``13:00``; `is_next` is the one that comes next today."""

    time: str
    done: bool
    is_next: bool = False


@dataclass(frozen=True)
class EntryView:
    """One thing of the plan; `more` is what was done beyond it."""

    title: str
    slots: tuple[SlotView, ...]
    more: int = 0

    @property
    def done(self) -> int:
        """How many of the times are done."""
        return sum(slot.done for slot in self.slots)


@dataclass(frozen=True)
class DayView:
    """The plan of the day; on a rest day there is nothing in it. `has_plan` is False where the person wants none.

    `tomorrow` says what the next day brings.

    `settings` are those in which the plan can be changed.
    """

    entries: tuple[EntryView, ...] = ()
    has_plan: bool = True
    settings: Settings = field(default_factory=Settings)
    tomorrow: str = ""

    @property
    def is_done(self) -> bool:
        """There was something to do, and all of it is done."""
        return bool(self.entries) and all(entry.done == len(entry.slots) for entry in self.entries)


@dataclass(frozen=True)
class GlanceView:
    """The weeks before today at a glance: which days had something done, and how pain has changed.

    `summary` says in words what `marks` show; `pain` is empty where nothing was told of it.
    """

    headline: str
    marks: Mapping[date, DayMark]
    today: date
    summary: str
    pain: str = ""


@dataclass(frozen=True)
class RuleView:
    """What a source says, in its own words; never put together with another's."""

    text: str
    source: str


@dataclass(frozen=True)
class PainView:
    """A question about each foot; `left` and `right` are what was said already. With no question it is not asked."""

    question: str = ""
    left: int | None = None
    right: int | None = None
    rules: tuple[RuleView, ...] = ()


@dataclass(frozen=True)
class AfterView:
    """What Done shows besides what was done: what was kept, how the feet are, and the note of the day."""

    kept: str = ""
    pain: PainView = PainView()
    note: str = ""


@dataclass(frozen=True)
class StopsView:
    """When to stop, in every exercise and in one by its name; when to see someone; and what the sources say of pain."""

    always: tuple[RuleView, ...]
    exercises: tuple[tuple[str, tuple[RuleView, ...]], ...]
    someone: tuple[RuleView, ...]
    pain: tuple[RuleView, ...]


@dataclass(frozen=True)
class PracticeView:
    """All of it."""

    go_on: GoOnView | None = None
    day: DayView = DayView(has_plan=False)
    glance: GlanceView | None = None  # None while nothing was ever done
    before: PainView = PainView()
    morning: PainView = PainView()
