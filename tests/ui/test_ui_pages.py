"""First start, done, about, and the window around them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from ui_views import (
    PALETTE,
    about_view,
    done_view,
    first_start_view,
    frame,
    heard,
    routines_view,
    settings_view,
    texts,
    today_view,
)

from footroutine.domain.library import Library
from footroutine.domain.settings import Settings
from footroutine.player.state import Command
from footroutine.ui.inputs import Switch
from footroutine.ui.look import Look, desktop_is_dark, prepare_application
from footroutine.ui.page_bar import PageBar
from footroutine.ui.theme import Theme
from footroutine.ui.views import DoneExercise
from footroutine.ui.window import MainWindow


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


@pytest.mark.parametrize(
    ("answer", "voice_on", "tone_volume"), [("voice", True, 60), ("tones", False, 60), ("silent", False, 0)]
)
def test_three_short_steps_lead_to_settings_that_work(
    window: MainWindow, answer: str, voice_on: bool, tone_volume: int
) -> None:
    window.show_first_start(first_start_view())
    done = heard(window.first_start_done)
    assert texts(window, "firstStepNumber") == ["Step 1 of 3"]
    button(window, "firstNext").click()
    assert not button(window, "firstNext").isEnabled()
    button(window, f"hearing_{answer}").click()
    button(window, "firstNext").click()
    button(window, "first_short").click()
    button(window, "firstNext").click()
    assert done == [
        Settings(routine="short", voice_on=voice_on, tone_volume=tone_volume, disclaimer_accepted=True),
    ]


def test_the_keyboard_alone_goes_through_the_first_start(window: MainWindow) -> None:
    window.show_first_start(first_start_view())
    done = heard(window.first_start_done)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
    assert window.first_start.hearing.checkedId() == 0
    button(window, "firstNext").setFocus()
    for _ in range(2):
        focus = QApplication.focusWidget()
        assert focus is button(window, "firstNext")
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert [settings.routine for settings in done] == ["full"]


def test_the_first_start_goes_back_and_asks_to_be_heard(window: MainWindow) -> None:
    window.show_first_start(first_start_view())
    asked: list[bool] = []
    window.hear_test_requested.connect(lambda: asked.append(True))
    assert not button(window, "firstBack").isVisible()
    button(window, "firstNext").click()
    button(window, "hearTest").click()
    window.set_voice_status("It is speaking now.")
    assert asked == [True]
    assert texts(window.first_start, "hearStatus") == ["It is speaking now."]
    button(window, "firstBack").click()
    assert texts(window, "firstStepNumber") == ["Step 1 of 3"]


def test_what_this_is_not_is_said_first_and_in_about(window: MainWindow) -> None:
    window.show_first_start(first_start_view())
    first = " ".join(label for label in texts(window.first_start, ""))
    window.show_about(about_view())
    about = " ".join(texts(window.about, "aboutDisclaimer"))
    for words in ("not medical professionals", "information only", "podiatrist", "diabetes", "Stop at once"):
        assert words in first
        assert words in about


def test_done_is_honest(window: MainWindow) -> None:
    window.show_done(done_view())
    assert texts(window, "doneHeadline") == ["That was what you did."]
    assert texts(window, "doneTotal") == ["14 minutes of exercise"]
    assert texts(window, "doneTitle") == ["Toe Press", "Active Flexion", "Side to Side"]
    assert texts(window, "doneAmount") == [
        "3 of 3 sets · 30 of 30 reps",
        "1 of 2 sets · 47 of 80 reps",
        "Not this time",
    ]
    assert texts(window, "doneTomorrow") == ["The same tomorrow."]


def test_one_set_is_one_set(window: MainWindow) -> None:
    window.show_done(done_view(exercises=(DoneExercise("Wall Stretch", 1, 1, 6, 6),)))
    assert texts(window, "doneAmount") == ["1 of 1 set · 6 of 6 reps"]


def test_after_done_come_today_or_the_same_again(window: MainWindow) -> None:
    window.show_done(done_view())
    started = heard(window.start_requested)
    button(window, "startAgain").click()
    assert started == ["full"]
    focus = QApplication.focusWidget()
    assert focus is button(window, "backToToday")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert window.page == "today"


def test_a_second_done_replaces_the_first(window: MainWindow) -> None:
    window.show_done(done_view())
    window.show_done(done_view(exercises=done_view().exercises[:1], tomorrow=""))
    assert texts(window, "doneTitle") == ["Toe Press"]
    assert texts(window, "doneTomorrow") == []


def test_about_names_version_licence_sources_and_files(window: MainWindow) -> None:
    window.show_about(about_view())
    window.show_about(about_view())
    assert texts(window, "aboutFacts") == ["Version 0.1.0 · GPL-3.0-or-later"]
    assert texts(window.about, "sourceTitle") == ["Froedtert"]
    assert texts(window.about, "sourceAddress") == ["froedtert.com/foot-ankle"]
    assert texts(window.about, "placePath") == ["/home/anna/.config/footroutine/settings.toml"]


def test_the_sidebar_has_no_dead_entry(window: MainWindow, library: Library) -> None:
    window.set_settings(settings_view(library))
    window.set_about(about_view())
    window.set_routines(routines_view(library))
    window.set_today(today_view())
    pages = heard(window.page_changed)
    entries = [b for b in window.findChildren(QPushButton) if b.objectName().startswith("side_")]
    for entry in reversed(entries):
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
        assert entry.isChecked()
    assert pages == ["about", "settings", "progress", "routines", "today"]


@pytest.mark.parametrize("page", ["session", "done", "first_start", "busy"])
def test_what_fills_the_window_has_no_sidebar(window: MainWindow, page: str) -> None:
    show: dict[str, Callable[[], None]] = {
        "session": lambda: window.show_frame(frame()),
        "done": lambda: window.show_done(done_view()),
        "first_start": lambda: window.show_first_start(first_start_view()),
        "busy": lambda: window.set_busy("Getting the voice ready…"),
    }
    show[page]()
    assert window.page == page
    assert not window.sidebar.isVisible()
    window.show_today(today_view())
    assert window.sidebar.isVisible()


def test_a_notice_stays_until_it_is_put_away(window: MainWindow) -> None:
    assert not window.notice.isVisible()
    window.show_notice("No voice was found. Tones are used.")
    assert texts(window, "noticeText") == ["No voice was found. Tones are used."]
    button(window, "noticeClose").click()
    assert not window.notice.isVisible()
    window.show_notice("Again.")
    window.show_notice("")
    assert not window.notice.isVisible()


def test_while_it_gets_ready_it_says_so_and_can_be_stopped(window: MainWindow) -> None:
    commands = heard(window.command)
    window.set_busy("Getting the voice ready…")
    assert texts(window, "busyText") == ["Getting the voice ready…"]
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert commands == [Command.STOP]
    window.set_busy("")
    assert window.page == "today"


def test_closing_is_told(window: MainWindow) -> None:
    closed: list[bool] = []
    window.closing.connect(lambda: closed.append(True))
    window.close()
    assert closed == [True]


def test_the_desktop_turning_dark_is_told(window: MainWindow, qtbot: QtBot) -> None:
    dark = heard(window.desktop_theme_changed)
    hints = QGuiApplication.styleHints()
    before = hints.colorScheme()
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        if hints.colorScheme() is not Qt.ColorScheme.Dark:
            hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert dark == [desktop_is_dark()]
    finally:
        hints.setColorScheme(before)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_reaches_every_page_at_once(window: MainWindow, themes: dict[str, Theme], theme: str) -> None:
    window.show_today(today_view())
    window.take_look(Look(themes[theme], PALETTE))
    corner = window.grab().toImage().pixelColor(window.width() - 3, window.height() - 3).name()
    assert corner == themes[theme]["background"]
    window.show_frame(frame())
    corner = window.grab().toImage().pixelColor(window.width() - 3, window.height() - 3).name()
    assert corner == themes[theme]["background"]


def test_a_frame_after_the_end_turns_no_page(window: MainWindow) -> None:
    window.show_frame(frame())
    window.show_done(done_view())
    window.show_frame(frame(finished=True))
    assert window.page == "done"


def test_turning_the_far_view_off_in_settings_holds_for_the_session(window: MainWindow, library: Library) -> None:
    window.show_settings(settings_view(library))
    switch = window.findChild(Switch, "setting_far_view_auto")
    assert isinstance(switch, Switch)
    switch.click()
    window.show_frame(frame(far=True))
    assert window.session.controls.isVisible()


def test_a_font_that_cannot_be_used_is_named(dressed_app: QApplication, tmp_path: Path) -> None:
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"not a font")
    assert prepare_application(dressed_app, [broken]) == (broken,)


def test_a_page_has_as_many_accessible_children_with_its_bar_as_without(
    open_window: Callable[..., MainWindow], library: Library
) -> None:
    """Qt does not look whether it has the child that a screen reader asks for: one that was there may not go."""
    window = open_window(900, 600)
    window.show_settings(settings_view(library))
    page = window.settings_page
    bar = page.findChild(PageBar)
    assert isinstance(bar, PageBar)
    assert bar.isVisible()
    interface = QAccessible.queryAccessibleInterface(page)
    assert interface.childCount() == 1
    window.show_today(today_view())
    assert not bar.isVisible()
    assert interface.childCount() == 1


def test_the_bar_moves_the_page_and_the_page_the_bar(open_window: Callable[..., MainWindow], library: Library) -> None:
    window = open_window(900, 600)
    window.show_settings(settings_view(library))
    page = window.settings_page
    bar = page.findChild(PageBar)
    assert isinstance(bar, PageBar)
    page.turn(Qt.Key.Key_End)
    assert bar.value() == bar.maximum() == page.verticalScrollBar().maximum() > 0
    bar.setValue(0)
    assert page.verticalScrollBar().value() == 0


def test_from_a_page_without_a_button_every_button_leads_away(window: MainWindow) -> None:
    window.show_today(today_view())
    window.open_page("stops")
    button = window.sidebar.button("today")
    assert button
    button.click()
    assert window.page == "today"
