"""The language of the settings, in the real window."""

from dataclasses import replace

import pytest
from app_fakes import FakeClock, WrittenSpeech
from layout_faults import faults
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot
from shown_texts import own_words, shown_texts
from ui_states import texts_in

from footroutine.app.looks import Looks
from footroutine.app.opening import first_window
from footroutine.app.page_views import first_start_view
from footroutine.app.window_app import WindowApp
from footroutine.app.wiring import Program
from footroutine.domain.settings import LANGUAGES
from footroutine.player.state import Command
from footroutine.ui.window import MainWindow


@pytest.fixture
def opened(program: Program, clock: FakeClock, speech: WrittenSpeech, qtbot: QtBot) -> WindowApp:
    looks = Looks(program)
    window = first_window(program)
    app = WindowApp(program, speech, window, looks)
    qtbot.addWidget(window)
    window.show()
    app.begin()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: "about" in window.made and not app._later)
    return app


def choose(window: MainWindow, language: str, qtbot: QtBot) -> None:
    box = window.settings_page.findChild(QComboBox, "setting_language")
    assert isinstance(box, QComboBox)
    box.setFocus()
    box.setCurrentIndex(box.findData(language))
    box.activated.emit(box.currentIndex())


def title(window: MainWindow) -> str:
    found = window.settings_page.findChildren(QLabel)
    return next(label.text() for label in found if label.property("role") == "title")


def test_a_language_chosen_in_settings_is_spoken_at_once(opened: WindowApp, qtbot: QtBot) -> None:
    window = opened.window
    window.show_settings()
    for language, words in (("de", "Einstellungen"), ("en", "Settings"), ("de", "Einstellungen")):
        choose(window, language, qtbot)
        assert window.page == "settings"
        assert title(window) == words
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == "setting_language"
    assert Program.load(opened._program.paths.config.parent).settings.language == "de"


def test_everything_works_on_in_the_new_language(opened: WindowApp, qtbot: QtBot) -> None:
    window = opened.window
    window.show_settings()
    choose(window, "de", qtbot)
    window.open_page("today")
    assert window.today.subtitle.text().startswith("5 Übungen · etwa ")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    opened._conductor.beat()
    assert window.page == "session"
    assert window.session.controls.pause.accessibleName() == "Anhalten"


def test_nothing_that_the_program_fills_in_stays_english(opened: WindowApp, clock: FakeClock, qtbot: QtBot) -> None:
    window = opened.window
    said: dict[str, set[str]] = {}
    given = {*texts_in(opened._program.library), *filter(None, map(str, opened._program.paths))}
    for language in ("en", "de"):
        window.show_settings()
        choose(window, language, qtbot)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the pages that were
        window.routine_duplicated.emit("short")
        window.routine_undo.emit()
        given |= set(texts_in(opened._program.library))
        window.start_requested.emit("full")
        for _ in range(60):
            clock.advance(1900)
            opened._conductor.beat()
        given |= {*texts_in(window.session._frame), str(opened._program.paths.settings)}
        window.command.emit(Command.STOP)
        QApplication.processEvents()
        said[language] = own_words(set(shown_texts(window)), given)
    assert len(said["en"]) > 50
    assert said["en"] & said["de"] == set()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "system"])
def test_every_page_and_every_part_of_a_session_can_be_read(
    opened: WindowApp, clock: FakeClock, qtbot: QtBot, language: str, percent: int
) -> None:
    window, found = opened.window, {}

    def look(where: str) -> None:
        QApplication.processEvents()
        found.update({where: wrong} if (wrong := faults(window)) else {})

    window.resize(900, 600)
    window.settings_changed.emit(replace(opened._program.settings, language=language, text_percent=percent))
    for page in ("today", "routines", "settings", "about"):
        window.open_page(page)
        look(page)
    window.session.set_far_view_auto(False)
    window.start_requested.emit("full")
    opened._conductor.beat()
    seen: set[str] = set()
    while window.page == "session":
        for _ in range(12):
            frame = window.session._frame
            if frame and frame.phase not in seen:
                seen.add(frame.phase)
                look(f"session {frame.phase}")
            clock.advance(1900)
            opened._conductor.beat()
        window.command.emit(Command.SKIP)
    look(window.page)
    window.show_first_start(first_start_view(opened._program))
    for step in range(3):
        window.first_start.hearing.buttons()[0].setChecked(True)
        look(f"first start {step}")
        if step < 2:
            window.first_start.next.click()
    assert len(seen) > 10
    assert (window.width(), window.height()) == (900, 600)
    assert found == {}
