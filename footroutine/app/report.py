"""The report for a clinician: what it says of a time, and the file it is written to."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from footroutine.app.handout import printing, write_sheet
from footroutine.app.today_view import card
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Side
from footroutine.domain.pain import FEET
from footroutine.domain.periods import Minutes, minutes_of, pain_unit, unit_of
from footroutine.domain.progress import PainSum, PlannedTotal
from footroutine.services.clock import today
from footroutine.ui import progress_words as said
from footroutine.ui import words
from footroutine.ui.charts import Bar, FootPain, PainPoint, Span
from footroutine.ui.paper import Paper
from footroutine.ui.report import ReportRow, ReportView, report_pdf

_USUAL = timedelta(days=27)
_EARLIEST, _AHEAD = date(1970, 1, 1), timedelta(days=366)
_SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH)


def asked_time(since: date | None, until: date | None) -> tuple[date, date]:
    """The first and the last day of what is asked for: four weeks up to today, unless something else is said.

    Nothing is kept before 1970, nor far ahead of today: days beyond are left out.

    Raises:
        UserError: it ends before it begins.
    """
    last = max(min(until or today(), today() + _AHEAD), _EARLIEST)
    first = max(since or last - _USUAL, _EARLIEST)
    if first > last:
        raise UserError(f"{first} is after {last}. Choose an earlier day with --since, or a later one with --until.")
    return first, last


def write_report(program: Program, time: tuple[date, date], paper: Paper, file: Path) -> None:
    """Write one page of what was planned and done from the first day to the last.

    Raises:
        UserError: nothing is recorded in that time, or the file cannot be written.
    """
    with printing(program):
        write_sheet(file, report_pdf(report_view(program, *time), paper))


def report_view(program: Program, first: date, last: date) -> ReportView:
    """What the report says; every number is of the sessions begun in its time.

    Raises:
        UserError: nothing is recorded in that time.
    """
    history = program.history
    unit = unit_of(first, last)
    planned, pains = history.planned(first, last), history.pain_sums(pain_unit(first, last), first, last)
    notes = history.notes(first, last)
    if not (planned or pains or notes):
        nothing = QCoreApplication.translate("report", "Nothing is recorded from {first} to {last}.")
        raise UserError(nothing.format(first=said.long_date(first), last=said.long_date(last)))
    minutes = minutes_of(history.ran_ms(unit, first, last), unit, first, last)
    period = QCoreApplication.translate("report", "{first} to {last} ({days})")
    return ReportView(
        QCoreApplication.translate("report", "Foot exercises: report"),
        period.format(first=said.long_date(first), last=said.long_date(last), days=said.days((last - first).days + 1)),
        _summary(program, first, last),
        _program(program),
        tuple(_row(program, each) for each in in_order(program, planned)),
        said.minutes_per(minutes.unit),
        bars(minutes),
        tuple(feet(pains)),
        said.pain_title(pain_unit(first, last)),
        tuple((dated(day, first, last), text) for day, text in notes.items()),
        span_of(first, last),
    )


def dated(day: date, first: date, last: date) -> str:
    """A day of a time; with its year where the time has more than one."""
    return said.short_date(day) if first.year == last.year else said.long_date(day)


def span_of(first: date, last: date) -> Span:
    """A time as the charts name it."""
    return Span(first, last, dated(first, first, last), dated(last, first, last))


def in_order(program: Program, totals: Sequence[PlannedTotal]) -> list[PlannedTotal]:
    """In the library's order, left before right; what the library no longer has comes last."""
    order = {id_: number for number, id_ in enumerate(program.library.exercises)}
    return sorted(totals, key=lambda t: (order.get(t.exercise, len(order)), t.exercise, _SIDES.index(t.side)))


def exercise_name(program: Program, id_: str) -> str:
    """What an exercise is called; one that the library no longer has, by its id."""
    found = program.library.exercises.get(id_)
    return found.name if found else id_


def bars(minutes: Minutes, *, is_under_way: bool = False) -> tuple[Bar, ...]:
    """The minutes as they are drawn; `is_under_way` if the last bar's time is not over."""
    last = max(minutes.bars) if is_under_way else None
    return tuple(
        Bar(said.bar_name(day, minutes.unit), value, words.number(round(value)), day == last)
        for day, value in minutes.bars.items()
    )


def feet(pains: Sequence[PainSum]) -> Iterator[FootPain]:
    """Each foot of which anything was said."""
    for foot in FEET:
        own = [pain for pain in pains if pain.foot is foot]
        if own:
            told = QCoreApplication.translate("report", "Noted on {days}: from {least} to {most}, most recently {last}")
            line = told.format(
                days=said.days(sum(pain.days for pain in own)),
                least=min(pain.least for pain in own),
                most=max(pain.most for pain in own),
                last=own[-1].last,
            )
            yield FootPain(said.foot(foot), tuple(PainPoint(pain.day, pain.most) for pain in own), line)


def _summary(program: Program, first: date, last: date) -> str:
    """How often, and what."""
    routines = program.history.routines(first, last)
    active = program.history.whole_days(first, last)
    line = QCoreApplication.translate("report", "Exercised on {days}; {sessions}, {whole} of them whole; {time}.")
    return line.format(
        days=said.days(len(active)),
        sessions=said.sessions(sum(each.sessions for each in routines)),
        whole=sum(each.whole for each in routines),
        time=words.minutes(round(sum(each.active_ms for each in routines) / 60_000)),
    )


def _program(program: Program) -> tuple[str, ...]:
    """The routine that is chosen now, each exercise with its dose."""
    cards = [card(program, step) for step in program.chosen.steps]
    return tuple(f"{each.title}: {', '.join(each.dose_lines)}" for each in cards if each.included)


def _row(program: Program, total: PlannedTotal) -> ReportRow:
    of = QCoreApplication.translate("report", "{done} of {planned}")
    return ReportRow(
        exercise_name(program, total.exercise),
        said.side(total.side),
        of.format(done=total.sets_done, planned=total.sets_planned),
        of.format(done=total.reps_done, planned=total.reps_planned),
        of.format(done=_minutes(total.done_ms), planned=_minutes(total.planned_ms)),
    )


def _minutes(ms: int) -> str:
    return words.number(round(ms / 60_000, 1))
