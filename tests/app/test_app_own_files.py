"""Back-up, restoring, export and erasing, asked for in the real window."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from app_fakes import WrittenSpeech
from histories import session, whole
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from footroutine.app.looks import Looks
from footroutine.app.opening import first_window
from footroutine.app.window_app import WindowApp
from footroutine.app.wiring import Program
from footroutine.ui.own_files import FilesCard
from footroutine.ui.parts import Button


@pytest.fixture
def opened(program: Program, speech: WrittenSpeech, qtbot: QtBot) -> WindowApp:
    program.history.save(whole())
    program.history.close()
    looks = Looks(program)
    window = first_window(program)
    app = WindowApp(program, speech, window, looks)
    qtbot.addWidget(window)
    window.show()
    app.begin()
    qtbot.waitUntil(lambda: "about" in window.made and not app._later)
    window.show_settings()
    return app


def press(app: WindowApp, name: str) -> None:
    button = app.window.settings_page.findChild(Button, name)
    assert isinstance(button, Button)
    QTest.keyClick(button, Qt.Key.Key_Return)


def choose(app: WindowApp, file: Path) -> None:
    """Answer the question for a file, as a person does who types a name."""
    dialog = app.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(file))
    dialog.accept()
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def files(app: WindowApp) -> FilesCard:
    found = app.window.settings_page.findChild(FilesCard)
    assert isinstance(found, FilesCard)
    return found


def test_what_is_backed_up_comes_back_without_a_restart(opened: WindowApp, program: Program, tmp_path: Path) -> None:
    opened._change_settings(replace(program.settings, language="de", get_ready_s=20))
    press(opened, "files_backup")
    choose(opened, tmp_path / "all.zip")
    assert (tmp_path / "all.zip").is_file()
    opened._change_settings(replace(program.settings, language="en", get_ready_s=5))
    before = program.history.span()
    program.history.path.unlink()
    opened.window.show_settings()
    press(opened, "files_restore")
    choose(opened, tmp_path / "all.zip")
    assert program.settings.get_ready_s == 20
    assert opened.window.settings_page.settings().get_ready_s == 20
    assert program.history.span() == before
    assert opened.window.windowTitle().startswith("Einstellungen")
    assert "settings.toml.before-1" in opened.window.notice.words.text()


def test_what_is_no_back_up_changes_nothing_and_is_told(opened: WindowApp, program: Program, tmp_path: Path) -> None:
    (tmp_path / "other.zip").write_text("no zip")
    settings, kept = program.settings, program.history.span()
    press(opened, "files_restore")
    choose(opened, tmp_path / "other.zip")
    assert "Nothing was changed" in opened.window.notice.words.text()
    assert (program.settings, program.history.span()) == (settings, kept)


def test_everything_is_exported(opened: WindowApp, tmp_path: Path) -> None:
    press(opened, "files_export")
    choose(opened, tmp_path / "all.json")
    assert len(json.loads((tmp_path / "all.json").read_text())["sessions"]) == 1


def test_erasing_asks_and_names_what_goes_and_one_press_erases_nothing(opened: WindowApp, program: Program) -> None:
    card = files(opened)
    press(opened, "files_erase")
    assert card.sure.isVisible()
    assert QApplication.focusWidget() in (card.keep, None)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(card.now, key)  # not before the answer is yes
    assert program.history.span()
    QTest.keyClick(card.keep, Qt.Key.Key_Return)
    assert not card.sure.isVisible()
    assert program.history.span()


def test_who_turns_the_page_has_not_said_yes(opened: WindowApp) -> None:
    card = files(opened)
    press(opened, "files_erase")
    card.sure.setChecked(True)
    opened.window.show_today()
    opened.window.show_settings()
    assert not card.now.isVisible()
    assert not card.now.isEnabled()


def test_all_is_erased_and_the_program_begins_as_new(opened: WindowApp, program: Program) -> None:
    own = program.paths.data / "routines" / "mine.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text((program.assets / "routines" / "short.toml").read_text().replace('"short"', '"mine"'))
    card = files(opened)
    press(opened, "files_erase")
    card.sure.setChecked(True)
    QTest.keyClick(card.now, Qt.Key.Key_Return)
    assert program.history.span() is None
    assert not program.history.path.exists()
    assert not own.exists()
    assert not (program.paths.config / "settings.toml").exists()
    assert opened.window.page == "first_start"
    assert not program.settings.disclaimer_accepted


def test_nothing_is_erased_while_a_session_is_recorded(opened: WindowApp, program: Program) -> None:
    other = Program.load(program.paths.config.parent)  # in another window
    other.history.save(replace(session(done=9), id=7))
    card = files(opened)
    press(opened, "files_erase")
    card.sure.setChecked(True)
    QTest.keyClick(card.now, Qt.Key.Key_Return)
    assert "is being recorded" in opened.window.notice.words.text()
    assert program.history.span()
    other.history.close()
