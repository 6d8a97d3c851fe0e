"""What the Progress page shows, made from the history."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from footroutine.app.report import bars, dated, exercise_name, feet, span_of
from footroutine.app.wiring import Program
from footroutine.domain.day_choice import plan_of
from footroutine.domain.exercise import Side
from footroutine.domain.periods import Minutes, Period, first_day, minutes_of
from footroutine.domain.progress import ExerciseTotal, PainDay, Streak, streak
from footroutine.ui import progress_words as said
from footroutine.ui import words
from footroutine.ui.progress_views import DayMark, ExerciseSets, MonthView, ProgressView, SideCount, TableText

_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)


def progress_view(program: Program, period: Period, month: date, today: date) -> ProgressView:
    """The page for a period that ends today, with a month of the calendar."""
    history = program.history
    kept = history.span()
    first = first_day(period, today, kept[0] if kept else None)
    minutes = minutes_of(history.days(first, today), first, today)
    totals = history.exercises_ever() if period is Period.ALL else history.exercises(first, today)
    pains = history.pain_days(first, today)
    sets = _sets(program, totals)
    rest = rest_days(program)
    headline, detail = _streak_words(streak(history.active_runs(), today, rest), has_rest=bool(rest))
    return ProgressView(
        period,
        kept is None,
        headline,
        detail,
        month_view(program, month, today, kept[0] if kept else today),
        span_of(first, today),
        said.minutes_per(minutes.unit),
        bars(minutes),
        _minutes_table(minutes),
        sets,
        _sets_table(sets),
        tuple(feet(pains)),
        _pain_table(pains, first, today),
    )


def rest_days(program: Program) -> frozenset[int]:
    """The weekdays on which nothing is planned; 0 is Monday."""
    return plan_of(program.settings).rest_days


def month_view(program: Program, month: date, today: date, earliest: date) -> MonthView:
    """One month of the calendar; `month` is any day of it."""
    first = month.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    last = after - timedelta(days=1)
    marks = {
        day: DayMark.DONE if whole else DayMark.PART for day, whole in program.history.whole_days(first, last).items()
    }
    rest = rest_days(program)
    day = max(first, earliest)
    while day <= last:
        if day.weekday() in rest:
            marks.setdefault(day, DayMark.REST)
        day += timedelta(days=1)
    names = {
        DayMark.DONE: QCoreApplication.translate("progress", "A whole session"),
        DayMark.PART: QCoreApplication.translate("progress", "Some of a session"),
        DayMark.REST: QCoreApplication.translate("progress", "Rest day"),
    }
    rows = tuple(
        (f"{said.weekday(d.weekday())}, {said.short_date(d)}", names[mark]) for d, mark in sorted(marks.items())
    )
    return MonthView(
        first,
        said.month(first),
        marks,
        today,
        "; ".join(f"{day}: {what}" for day, what in rows) or QCoreApplication.translate("progress", "Nothing recorded"),
        TableText(
            (QCoreApplication.translate("progress", "Day"), QCoreApplication.translate("progress", "What was done")),
            rows,
        ),
        first - timedelta(days=1) if first > earliest else None,
        after if after <= today else None,
    )


def _streak_words(run: Streak, *, has_rest: bool) -> tuple[str, str]:
    """The row of days, and a kind word about it."""
    if run.days:
        headline = said.days_in_a_row(run.days)
    else:
        headline = QCoreApplication.translate("progress", "A new row begins with your next set")
    longest = QCoreApplication.translate("progress", "Your longest so far: {days}.").format(days=said.days(run.longest))
    forgiven = QCoreApplication.translate("progress", "Planned rest days belong to it.")
    return headline, " ".join(filter(None, (longest if run.longest else "", forgiven if has_rest else "")))


def _minutes_table(minutes: Minutes) -> TableText:
    rows = tuple((said.bar_name(day, minutes.unit), words.number(round(n))) for day, n in minutes.bars.items())
    return TableText((said.begins(minutes.unit), QCoreApplication.translate("progress", "Minutes")), rows)


def _sets(program: Program, totals: Sequence[ExerciseTotal]) -> tuple[ExerciseSets, ...]:
    """The sets by exercise, in the library's order, and by side."""
    order = {id_: number for number, id_ in enumerate(program.library.exercises)}
    found: dict[str, list[ExerciseTotal]] = {}
    for total in sorted(totals, key=lambda t: (order.get(t.exercise, len(order)), t.exercise, _SIDES.index(t.side))):
        found.setdefault(total.exercise, []).append(total)
    return tuple(
        ExerciseSets(
            exercise_name(program, id_), tuple(SideCount(said.side(t.side), t.sets, words.number(t.sets)) for t in own)
        )
        for id_, own in found.items()
    )


def _sets_table(sets: Sequence[ExerciseSets]) -> TableText:
    names = (
        QCoreApplication.translate("progress", "Exercise"),
        QCoreApplication.translate("progress", "Side"),
        QCoreApplication.translate("progress", "Sets"),
    )
    return TableText(names, tuple((each.name, s.side, s.text) for each in sets for s in each.sides))


def _pain_table(pains: Sequence[PainDay], first: date, last: date) -> TableText:
    names = (
        QCoreApplication.translate("progress", "Day"),
        QCoreApplication.translate("progress", "Foot"),
        QCoreApplication.translate("progress", "Before"),
        QCoreApplication.translate("progress", "After"),
        QCoreApplication.translate("progress", "Morning"),
    )
    rows = tuple(
        (dated(p.day, first, last), said.side(p.foot), *(_score(s) for s in (p.before, p.after, p.morning)))
        for p in reversed(pains)
    )
    return TableText(names, rows)


def _score(score: int | None) -> str:
    return "–" if score is None else str(score)
