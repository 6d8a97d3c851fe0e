"""The weeks before today at a glance, made from the history."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from footroutine.app.wiring import Program
from footroutine.domain.day_choice import plan_of
from footroutine.domain.pain import FEET
from footroutine.domain.periods import Unit
from footroutine.domain.progress import streak
from footroutine.ui import progress_words as said
from footroutine.ui.practice_views import GlanceView
from footroutine.ui.progress_views import DayMark

_WEEKS = timedelta(weeks=52)  # more than any window shows
_PAIN = timedelta(weeks=4)


def glance_view(program: Program, today: date) -> GlanceView | None:
    """What Today shows of the time before; None while nothing is kept."""
    history = program.history
    kept = history.span()
    whole = history.whole_days(today - _WEEKS, today)
    if kept is None or not whole:
        return None
    run = streak(history.active_runs(), today, plan_of(program.settings).rest_days).days
    sessions = sum(each.sessions for each in history.routines(kept[0], today))
    headline = " · ".join(filter(None, (said.days_in_a_row(run) if run else "", said.sessions(sessions))))
    summary = QCoreApplication.translate("glance", "In the last year: something done on {days}.").format(
        days=said.days(len(whole))
    )
    marks = {day: DayMark.DONE if is_whole else DayMark.PART for day, is_whole in whole.items()}
    return GlanceView(headline, marks, today, summary, _pain(program, today))


def _pain(program: Program, today: date) -> str:
    """How pain of each foot has changed: ``Pain in four weeks: left 5 → 3, right 3 → 2``."""
    if not program.settings.ask_pain:
        return ""
    days = program.history.pain_sums(Unit.DAY, today - _PAIN, today)
    told = []
    for foot in FEET:
        scores = [each.most for each in days if each.foot is foot]
        if scores:
            change = f"{scores[0]} → {scores[-1]}" if len(scores) > 1 else str(scores[0])
            told.append(f"{said.side(foot)} {change}")
    if not told:
        return ""
    return QCoreApplication.translate("glance", "Pain in four weeks: {feet}").format(feet=", ".join(told))
