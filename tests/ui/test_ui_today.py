"""Today: what is chosen is seen, and one key starts it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from ui_views import frame, heard, settings_view, texts, today_view

from footroutine.domain.library import Library
from footroutine.ui.views import Card
from footroutine.ui.window import MainWindow


@pytest.fixture
def today(window: MainWindow) -> MainWindow:
    window.show_today(today_view())
    return window


def test_the_routine_is_seen_whole(today: MainWindow) -> None:
    assert texts(today, "todayTitle") == ["Feet, ankles and calves"]
    assert texts(today, "todaySubtitle") == ["5 exercises · about 30 min"]
    assert texts(today, "cardTitle") == ["Toe Press", "Ankle Circles"]
    assert texts(today, "cardDose") == ["3 sets of 10\nhold 3 s", "2 sets\neach leg\n10 s each way"]
    assert texts(today, "cardLeftOut") == []
    assert texts(today, "todayProblems") == []
    chips = [b for b in today.findChildren(QPushButton) if b.objectName().startswith("chip_")]
    assert [(b.text(), b.isChecked()) for b in chips] == [
        ("Full routine · 30 min", True),
        ("Short routine · 7 min", False),
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_starts_what_is_chosen(today: MainWindow, key: Qt.Key) -> None:
    started = heard(today.start_requested)
    focus = QApplication.focusWidget()
    assert focus is today.today.start
    QTest.keyClick(focus, key)
    assert started == ["full"]


def test_start_starts_the_routine_that_was_chosen_last(today: MainWindow) -> None:
    chosen, started = heard(today.routine_chosen), heard(today.start_requested)
    chip = today.findChild(QPushButton, "chip_short")
    assert isinstance(chip, QPushButton)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chosen == ["short"]
    today.set_today(today_view(chosen="short"))
    QTest.mouseClick(today.today.start, Qt.MouseButton.LeftButton)
    assert started == ["short"]


def test_what_is_left_out_is_said_and_an_empty_routine_cannot_start(today: MainWindow) -> None:
    cards = (Card("toe-press", "Toe Press", ("3 sets of 10",), included=False),)
    today.set_today(today_view(cards=cards))
    assert texts(today, "cardLeftOut") == ["Left out"]
    assert not today.today.start.isEnabled()


def test_problems_are_one_line_each(today: MainWindow) -> None:
    today.set_today(today_view(problems=("a.toml: sets: is missing.", "b.toml: id: is missing.")))
    assert texts(today, "todayProblems") == ["a.toml: sets: is missing.\nb.toml: id: is missing."]


def test_the_same_view_makes_nothing_anew(today: MainWindow) -> None:
    before = today.today.findChildren(QWidget)
    today.set_today(today_view())
    assert today.today.findChildren(QWidget) == before


@pytest.mark.parametrize("by_key", [True, False])
def test_a_card_leads_to_its_settings(today: MainWindow, library: Library, by_key: bool) -> None:
    today.set_settings(settings_view(library))
    card = today.findChild(QWidget, "card_ankle-circles")
    assert isinstance(card, QWidget)
    if by_key:
        QTest.keyClick(card, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert today.page == "settings"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "ankle-circles_included"
    assert focus.visibleRegion().boundingRect().height() == focus.height()


def test_after_a_session_start_has_the_focus_again(today: MainWindow) -> None:
    today.show_frame(frame())
    today.show_today()
    assert today.page == "today"
    assert QApplication.focusWidget() is today.today.start
