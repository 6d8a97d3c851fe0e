"""What the Progress page is given to show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from footroutine.domain.periods import Period

if TYPE_CHECKING:  # late: Today shows some of this, and no chart
    from footroutine.ui.charts import Bar, FootPain, Span


class DayMark(StrEnum):
    """What a day of the calendar was."""

    DONE = "done"  # a whole session
    PART = "part"  # some of one
    REST = "rest"  # planned so, and nothing done
    NONE = "none"  # gone by, and nothing done


@dataclass(frozen=True)
class TableText:
    """The same as a chart, in words."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Table = Callable[[], TableText]  # made when it is looked at: most never are


@dataclass(frozen=True)
class MonthView:
    """One month of the calendar; `before` and `after` are the months to turn to, None where there is nothing."""

    first: date
    title: str
    marks: Mapping[date, DayMark]
    today: date
    summary: str
    table: Table
    before: date | None
    after: date | None


@dataclass(frozen=True)
class SideCount:
    """The sets of one side of an exercise, as a number and in words."""

    side: str
    sets: int
    text: str


@dataclass(frozen=True)
class ExerciseSets:
    """The sets of one exercise by side."""

    name: str
    sides: tuple[SideCount, ...]


@dataclass(frozen=True)
class ProgressView:
    """The whole page. With nothing recorded at all, `is_empty`: the same charts, with nothing in them yet."""

    period: Period
    is_empty: bool
    headline: str
    detail: str
    month: MonthView
    span: "Span"
    minutes_title: str
    minutes_note: str
    minutes: "tuple[Bar, ...]"
    minutes_table: Table
    sets: tuple[ExerciseSets, ...]
    sets_table: Table
    feet: "tuple[FootPain, ...]"
    pain_title: str
    pain_table: Table
