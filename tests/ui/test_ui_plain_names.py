"""What has a name given by a person, or by a file of somebody else, is shown as it is: no markup, no letter lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from shown_texts import shown_texts
from ui_views import (
    about_view,
    after_view,
    done_view,
    first_start_view,
    frame,
    practice_view,
    progress_view,
    routines_view,
    settings_view,
    stops_view,
    today_view,
)

from footroutine.domain.library import Library
from footroutine.player.frame import Soon
from footroutine.ui.chart import Chart
from footroutine.ui.page import Page
from footroutine.ui.parts import Button
from footroutine.ui.practice_views import GoOnView, RuleView
from footroutine.ui.progress_views import ExerciseSets, SideCount
from footroutine.ui.views import Card, DoneExercise, Place, RoutineChip, SourceLine
from footroutine.ui.window import MainWindow

NAME = 'Bed & <b>bath</b> <img src="file:///etc/hostname">'
CHIPS = (RoutineChip("full", NAME, "30 min"), RoutineChip("mine", NAME))
PLACES = (Place("Settings", f"/home/{NAME}/settings.toml"),)


def today(window: MainWindow) -> None:
    window.show_today(today_view(title=NAME, chips=CHIPS, cards=(Card("x", NAME, (NAME,)),), problems=(NAME,)))
    view = practice_view()
    entry = replace(view.day.entries[0], title=NAME)
    window.today.show_practice(
        replace(view, go_on=GoOnView(NAME, NAME), day=replace(view.day, entries=(entry,), tomorrow=NAME))
    )


def session(window: MainWindow) -> None:
    window.show_frame(
        frame(title=NAME, phase=NAME, caption=NAME, badge=NAME, soon=Soon(NAME, 2), next_title=NAME, next_detail=NAME)
    )


def done(window: MainWindow) -> None:
    window.show_done(done_view(exercises=(DoneExercise(NAME, 1, 2, 3, 4),)))
    window.done.show_after(replace(after_view(), note=NAME))


def progress(window: MainWindow) -> None:
    window.open_page("progress")
    window.progress.show_view(progress_view(sets=(ExerciseSets(NAME, (SideCount("left", 1, "1"),)),)))


def routines(window: MainWindow, library: Library) -> None:
    view = routines_view(library, undoable=NAME)
    own = replace(view.routine, name=NAME, short_name=NAME)
    steps = tuple(replace(step, exercise=replace(step.exercise, name=NAME)) for step in view.steps)
    window.show_routines(replace(view, routines=CHIPS, routine=own, steps=steps, exercises={"x": NAME}))


def settings(window: MainWindow, library: Library) -> None:
    view = settings_view(library)
    exercise = replace(view.exercises[0], name=NAME, summary=NAME)
    sources = dict.fromkeys(view.sources, NAME)
    window.show_settings(replace(view, exercises=(exercise,), routines=CHIPS, places=PLACES, sources=sources))


def stops(window: MainWindow) -> None:
    window.open_page("stops")
    rules = (RuleView(NAME, NAME),)
    window.stops.show_view(replace(stops_view(), exercises=((NAME, rules),), always=rules))


SHOWN: dict[str, Callable[[MainWindow, Library], object]] = {
    "today": lambda w, _: today(w),
    "session": lambda w, _: session(w),
    "done": lambda w, _: done(w),
    "progress": lambda w, _: progress(w),
    "routines": routines,
    "settings": settings,
    "stops": lambda w, _: stops(w),
    "about": lambda w, _: w.show_about(replace(about_view(), sources=(SourceLine(NAME, NAME),), places=PLACES)),
    "first": lambda w, _: w.show_first_start(replace(first_start_view(), routines=CHIPS)),
    "notice": lambda w, _: w.show_notice(NAME),
    "busy": lambda w, _: w.set_busy(NAME),
    "paused": lambda w, _: w.show_frame(frame(paused=True, pause_reason=NAME)),
}


@pytest.mark.parametrize("state", SHOWN)
def test_a_name_with_markup_and_ampersands_is_shown_as_it_is(window: MainWindow, library: Library, state: str) -> None:
    window.show_today(today_view())
    SHOWN[state](window, library)
    drawn = [chart.accessibleDescription() for chart in window.findChildren(Chart)]
    assert any(NAME.upper() in text.upper() for text in (*shown_texts(window), *drawn))
    for label in window.findChildren(QLabel):
        if "<b>" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, label.objectName()
            assert label.buddy() is None, label.objectName()  # else it would take & for the mark of a key
    for button in window.findChildren(QAbstractButton):
        assert button.shortcut().isEmpty(), button.objectName()
        assert "&" not in told_to_qt(button).replace("&&", ""), button.objectName()
    for widget in window.findChildren(QWidget):
        assert "<b>" not in widget.toolTip(), widget.objectName()


def told_to_qt(button: QAbstractButton) -> str:
    """The text as Qt has it."""
    return QAbstractButton.text(button)


def test_a_button_shows_an_ampersand(window: MainWindow) -> None:
    shown, doubled, lost = Button("a & b"), QPushButton("a && b"), QPushButton("a  b")
    assert shown.text() == "a & b"
    page = window.findChild(Page)
    for button in (shown, doubled, lost):
        button.setParent(page)
        button.ensurePolished()
    widths = [button.sizeHint().width() for button in (shown, doubled, lost)]
    assert widths[0] == widths[1] > widths[2]
    shown.setText("c & d")
    assert shown.text() == "c & d"
    assert shown.sizeHint() != QSize()
