"""The words of looking back: feet, times, counts, in the language of the window."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from footroutine.domain.exercise import Side
from footroutine.domain.periods import Unit
from footroutine.ui.progress_views import DayMark


class _Counted(QObject):
    """The words that depend on how many there are."""

    def days(self, n: int) -> str:
        return self.tr("%n days", "", n)

    def days_in_a_row(self, n: int) -> str:
        return self.tr("%n days in a row", "", n)

    def sessions(self, n: int) -> str:
        return self.tr("%n sessions", "", n)


_COUNTED = _Counted()


def days(n: int) -> str:
    """``12 days``."""
    return _COUNTED.days(n)


def days_in_a_row(n: int) -> str:
    """``12 days in a row``."""
    return _COUNTED.days_in_a_row(n)


def sessions(n: int) -> str:
    """``3 sessions``."""
    return _COUNTED.sessions(n)


def side(which: Side) -> str:
    """``left``."""
    return {
        Side.LEFT: QCoreApplication.translate("progress", "left"),
        Side.RIGHT: QCoreApplication.translate("progress", "right"),
        Side.BOTH: QCoreApplication.translate("progress", "both"),
    }[which]


def foot(which: Side) -> str:
    """``Left foot``."""
    if which is Side.LEFT:
        return QCoreApplication.translate("progress", "Left foot")
    return QCoreApplication.translate("progress", "Right foot")


def minutes_per(unit: Unit) -> str:
    """``Minutes per week``."""
    return {
        Unit.WEEK: QCoreApplication.translate("progress", "Minutes per week"),
        Unit.MONTH: QCoreApplication.translate("progress", "Minutes per month"),
        Unit.YEAR: QCoreApplication.translate("progress", "Minutes per year"),
    }[unit]


def so_far(unit: Unit) -> str:
    """What an open bar means."""
    return {
        Unit.WEEK: QCoreApplication.translate("progress", "The open bar is this week, so far."),
        Unit.MONTH: QCoreApplication.translate("progress", "The open bar is this month, so far."),
        Unit.YEAR: QCoreApplication.translate("progress", "The open bar is this year, so far."),
    }[unit]


def mark(which: DayMark) -> str:
    """What a sign of the calendar means."""
    return {
        DayMark.DONE: QCoreApplication.translate("progress", "A whole session"),
        DayMark.PART: QCoreApplication.translate("progress", "Part of a session"),
        DayMark.REST: QCoreApplication.translate("progress", "Rest day"),
        DayMark.NONE: QCoreApplication.translate("progress", "A day off"),
    }[which]


def today() -> str:
    """What the frame in the calendar means."""
    return QCoreApplication.translate("progress", "Today")


def sets_title() -> str:
    """What the count of sets is called."""
    return QCoreApplication.translate("progress", "Sets by exercise and side")


def pain_title(unit: Unit) -> str:
    """What a line of pain is of."""
    if unit is Unit.DAY:
        return QCoreApplication.translate("progress", "Pain from 0 to 10, the highest of each day")
    if unit is Unit.WEEK:
        return QCoreApplication.translate("progress", "Pain from 0 to 10, the highest of each week")
    return QCoreApplication.translate("progress", "Pain from 0 to 10, the highest of each month")


def begins(unit: Unit) -> str:
    """What the first column of the table of minutes is called."""
    return {
        Unit.DAY: QCoreApplication.translate("progress", "Day"),
        Unit.WEEK: QCoreApplication.translate("progress", "Week from"),
        Unit.MONTH: QCoreApplication.translate("progress", "Month"),
        Unit.YEAR: QCoreApplication.translate("progress", "Year"),
    }[unit]


def bar_name(day: date, unit: Unit) -> str:
    """The first day of a week, a month or a year, short."""
    return {Unit.WEEK: short_date(day), Unit.MONTH: _dated(day, "MMM yy"), Unit.YEAR: str(day.year)}[unit]


def long_date(day: date) -> str:
    """``24 November 2026``."""
    return _dated(day, QCoreApplication.translate("progress", "d MMMM yyyy"))


def short_date(day: date) -> str:
    """``24 Nov``."""
    return _dated(day, QCoreApplication.translate("progress", "d MMM"))


def month(day: date) -> str:
    """``November 2026``."""
    return _dated(day, "MMMM yyyy")


def month_name(day: date) -> str:
    """``Nov``."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def weekday(number: int, *, is_short: bool = True) -> str:
    """``Mon`` of 0, or ``Monday``."""
    form = QLocale.FormatType.ShortFormat if is_short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(number + 1, form)


def _dated(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
