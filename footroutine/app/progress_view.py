"""What the Progress page shows, made from the history."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from footroutine.app.report import bars, dated, exercise_name, feet, span_of
from footroutine.app.wiring import Program
from footroutine.domain.day_choice import plan_of
from footroutine.domain.exercise import Side, Sides
from footroutine.domain.pain import FEET
from footroutine.domain.periods import Minutes, Period, Unit, first_day, minutes_of, pain_unit, unit_of
from footroutine.domain.progress import ExerciseTotal, PainSum, Streak, streak
from footroutine.ui import progress_words as said
from footroutine.ui import words
from footroutine.ui.progress_views import DayMark, ExerciseSets, MonthView, ProgressView, SideCount, TableText

_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)


def progress_view(program: Program, period: Period, month: date, today: date) -> ProgressView:
    """The page for a period that ends today, with a month of the calendar."""
    with program.history.in_one_go():
        return _view(program, period, month, today)


def _view(program: Program, period: Period, month: date, today: date) -> ProgressView:
    history = program.history
    kept = history.span()
    first = first_day(period, today, kept[0] if kept else None)
    bar, told = unit_of(first, today), pain_unit(first, today)
    minutes = minutes_of(history.ran_ms(bar, first, today), bar, first, today)
    totals = history.exercises(first, today)
    is_ever = period is Period.ALL and told is Unit.MONTH
    pains = history.pain_ever() if is_ever else history.pain_sums(told, first, today)
    sets = _sets(program, totals or _none_yet(program))
    rest = plan_of(program.settings).rest_days
    headline, detail = _streak_words(streak(history.active_runs(), today, rest), has_rest=bool(rest))
    return ProgressView(
        period,
        kept is None,
        headline,
        detail,
        month_view(program, month, today, kept[0] if kept else today),
        span_of(first, today),
        said.minutes_per(minutes.unit),
        said.so_far(minutes.unit),
        bars(minutes, is_under_way=True),
        lambda: _minutes_table(minutes),
        sets,
        lambda: _sets_table(sets),
        tuple(feet(pains)),
        said.pain_title(told),
        lambda: _pain_table(pains, told, first, today),
    )


def month_view(program: Program, month: date, today: date, earliest: date) -> MonthView:
    """One month of the calendar; `month` is any day of it."""
    first = month.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    last = after - timedelta(days=1)
    marks = {
        day: DayMark.DONE if whole else DayMark.PART for day, whole in program.history.whole_days(first, last).items()
    }
    rest = plan_of(program.settings).rest_days
    day = max(first, earliest)
    while day <= last:
        if day.weekday() in rest:
            marks.setdefault(day, DayMark.REST)
        elif day < today:
            marks.setdefault(day, DayMark.NONE)
        day += timedelta(days=1)
    rows = tuple(
        (f"{said.weekday(d.weekday())}, {said.short_date(d)}", said.mark(mark))
        for d, mark in sorted(marks.items())
        if mark is not DayMark.NONE
    )
    return MonthView(
        first,
        said.month(first),
        marks,
        today,
        "; ".join(f"{day}: {what}" for day, what in rows) or QCoreApplication.translate("progress", "Nothing recorded"),
        lambda: TableText(
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
    if run.days and run.days == run.longest:
        longest = QCoreApplication.translate("progress", "Your longest row so far.")
    else:
        longest = QCoreApplication.translate("progress", "Your longest so far: {days}.")
    longest = longest.format(days=said.days(run.longest))
    forgiven = QCoreApplication.translate("progress", "Planned rest days belong to it.")
    return headline, " ".join(filter(None, (longest if run.longest else "", forgiven if has_rest else "")))


def _minutes_table(minutes: Minutes) -> TableText:
    rows = tuple((said.bar_name(day, minutes.unit), words.number(round(n))) for day, n in minutes.bars.items())
    return TableText((said.begins(minutes.unit), QCoreApplication.translate("progress", "Minutes")), rows)


def _none_yet(program: Program) -> tuple[ExerciseTotal, ...]:
    """What there will be once something is done: the chosen routine's exercises."""
    exercises = (program.library.exercises[step.exercise] for step in program.chosen.steps)
    sides = {exercise.id: (Side.BOTH,) if exercise.sides is Sides.BOTH else FEET for exercise in exercises}
    return tuple(ExerciseTotal(id_, side, 0, 0, 0) for id_, own in sides.items() for side in own)


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


def _pain_table(pains: Sequence[PainSum], unit: Unit, first: date, last: date) -> TableText:
    names = (
        said.begins(unit),
        QCoreApplication.translate("progress", "Foot"),
        QCoreApplication.translate("progress", "Before"),
        QCoreApplication.translate("progress", "After"),
        QCoreApplication.translate("progress", "Morning"),
    )
    rows = tuple(
        (
            dated(p.day, first, last) if unit is Unit.DAY else said.bar_name(p.day, unit),
            said.side(p.foot),
            *map(_score, (p.before, p.after, p.morning)),
        )
        for p in reversed(pains)
    )
    return TableText(names, rows)


def _score(score: int | None) -> str:
    return "–" if score is None else str(score)
