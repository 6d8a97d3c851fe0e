"""The keyboard alone reaches everything, on every page, in the order in which it is read."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSlider,
    QWidget,
)
from ui_states import STATES
from ui_views import about_view, done_view, first_start_view, frame, routines_view, settings_view, today_view

from footroutine.domain.library import Library
from footroutine.ui.chart import Chart, TextTable
from footroutine.ui.inputs import Stepper
from footroutine.ui.window import MainWindow

KINDS = (QAbstractButton, QComboBox, QDoubleSpinBox, QSlider, QLineEdit)


def hearing(window: MainWindow) -> None:
    window.show_first_start(first_start_view())
    window.first_start.next.click()


PAGES: dict[str, Callable[[MainWindow, Library], object]] = {
    "today": lambda w, _: w.show_today(today_view()),
    "notice": lambda w, _: w.show_notice("No voice was found."),
    "routines": lambda w, library: w.show_routines(routines_view(library, undoable="Toe Press moved")),
    "settings": lambda w, library: w.show_settings(settings_view(library)),
    "progress": STATES["progress"],
    "tables": STATES["tables"],
    "about": lambda w, _: w.show_about(about_view()),
    "session": lambda w, _: w.show_frame(frame()),
    "done": lambda w, _: w.show_done(done_view()),
    "busy": lambda w, _: w.set_busy("Getting the voice ready…"),
    "first": lambda w, _: w.show_first_start(first_start_view()),
    "hearing": lambda w, _: hearing(w),
}


def controls(window: MainWindow) -> tuple[set[QWidget], list[set[QWidget]]]:
    """Everything that can be used now, but for what another control does; and the sets of which one is chosen."""
    found: set[QWidget] = set()
    for kind in KINDS:
        found |= {w for w in window.findChildren(kind) if w.isVisible() and w.isEnabled()}
    for shown in (Chart, TextTable):  # they are read
        found |= {w for w in window.findChildren(shown) if w.isVisible() and w.focusPolicy()}
    in_boxes = {w for w in found if isinstance(w, QLineEdit) and isinstance(w.parent(), QDoubleSpinBox)}
    corners = {w for w in found if isinstance(w.parent(), TextTable)}
    by_box = {w for w in found if isinstance(w.parent(), Stepper) and isinstance(w, QAbstractButton)}
    sets: dict[object, set[QWidget]] = {}
    for button in found:
        if isinstance(button, QAbstractButton) and (button.autoExclusive() or button.group()):
            sets.setdefault(button.group() or button.parent(), set()).add(button)
    exclusive = set().union(*sets.values())
    return found - in_boxes - by_box - corners - exclusive, list(sets.values())


def walked(window: MainWindow) -> list[QWidget]:
    """Where Tab leads, until it comes round."""
    path: list[QWidget] = []
    for _ in range(300):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in path:
            return path
        path.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes round")


@pytest.mark.parametrize("page", list(PAGES))
def test_tab_finds_every_control_once(window: MainWindow, library: Library, page: str) -> None:
    window.show_today(today_view())
    PAGES[page](window, library)
    QApplication.processEvents()
    path = walked(window)
    alone, sets = controls(window)
    of_sets = {w for w in path if w not in alone}
    assert {w.objectName() for w in alone - set(path)} == set()
    assert [len(of_sets & members) for members in sets] == [1] * len(sets)
    assert len(path) == len(alone) + len(sets)


def place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("page", [page for page in PAGES if page != "about"])  # there is nothing to set on About
def test_tab_goes_down_the_page_and_along_each_line(window: MainWindow, library: Library, page: str) -> None:
    window.show_today(today_view())
    PAGES[page](window, library)
    QApplication.processEvents()
    path = [w for w in walked(window) if not window.sidebar.isAncestorOf(w)]
    scroll = window.pages.currentWidget()
    bar = getattr(scroll, "verticalScrollBar", None)
    if bar:
        bar().setValue(0)
    first = min(range(len(path)), key=lambda n: (place(path[n], window).top(), place(path[n], window).left()))
    ordered = path[first:] + path[:first]
    for before, after in pairwise(ordered):
        a, b = place(before, window), place(after, window)
        on_a_line = a.top() < b.bottom() and b.top() < a.bottom()
        assert a.left() < b.left() if on_a_line else a.top() < b.top(), (before.objectName(), after.objectName())


def test_arrows_choose_a_routine_from_the_chosen_one(window: MainWindow) -> None:
    window.show_today(today_view())
    chosen: list[str] = []
    window.routine_chosen.connect(chosen.append)
    chip = window.findChild(QWidget, "chip_full")
    assert isinstance(chip, QWidget)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Right)
    assert chosen == ["short"]


def test_what_an_assistive_program_toggles_is_chosen(window: MainWindow) -> None:
    window.show_today(today_view())
    chosen: list[str] = []
    window.routine_chosen.connect(chosen.append)
    chip = window.findChild(QAbstractButton, "chip_short")
    assert isinstance(chip, QAbstractButton)
    chip.toggle()
    assert chosen == ["short"]


def test_a_page_with_nothing_to_set_scrolls_by_keys(open_window: Callable[..., MainWindow]) -> None:
    window = open_window(900, 500)
    window.show_about(about_view())
    QApplication.processEvents()
    bar = window.about.verticalScrollBar()
    places = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus if key is not Qt.Key.Key_Up else window, key)
        places.append(bar.value())
    assert bar.maximum() > 0
    assert places[0] > places[1] >= 0
    assert places[2:] == [bar.maximum(), 0]
