"""The first picture: what it waits for, what moves after it, and what is pressed before all is there."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from app_fakes import FakeClock, WrittenSpeech
from driven import Driven
from keyboard import display_server
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from footroutine.app import page_views
from footroutine.app.first_picture import is_enough, sight_of, window_of
from footroutine.app.opening import Opening, first_window
from footroutine.app.preparing import estimated
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.library import Library
from footroutine.domain.routine import Routine
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import Timeline
from footroutine.services.sight_file import keep_sight, read_sight
from footroutine.ui.look import load_fonts
from footroutine.ui.views import TodayView
from footroutine.ui.window import MainWindow

# What takes long to import, or leads to it. `Qt` is the namespace of Qt's enumerations.
HEAVY = (
    "PySide6.QtDBus",
    "PySide6.QtSvg",
    "PySide6.QtPrintSupport",
    "blend2d",
    "blessed",
    "jeepney",
    "logging.handlers",
    "pyclipper",
    "qtawesome",
    "qtpy",
    "rich",
    "socket",
    "sqlite3",
    "tomlkit",
    "tomllib",
    "wakepy",
    "footroutine.app.window_app",
    "footroutine.app.wiring",
    "footroutine.domain.exercise",
    "footroutine.domain.settings",
    "footroutine.figure",
    "footroutine.player",
    "footroutine.services.library",
)
WATCHED = """
import json, linecache, os, sys
from footroutine.app.main import main
from footroutine.ui.pages_window import PagesWindow

def tell(window, event):
    from PySide6 import QtCore
    told = list(sys.modules), "Qt" in vars(QtCore), window.windowTitle(), list(linecache.cache)
    print(json.dumps(told), flush=True)
    os._exit(0)

PagesWindow.customEvent = tell
main(["--profile", sys.argv[1]])
"""

SIGN = """
from PySide6 import QtWidgets
from footroutine.ui.look import _icon
app = QtWidgets.QApplication([])
print("blank" if _icon("sun-bold", "#ff0000", "#888888").pixmap(24, 24).toImage().allGray() else "drawn")
print("QWizard" in vars(QtWidgets))
"""


class Before(NamedTuple):
    """A real process before its first picture: its modules, whether it has Qt's enumerations, the sources it read."""

    modules: set[str]
    has_names: bool
    title: str
    sources: list[str]


def before_the_first_picture(profile: Path, **variables: str) -> Before:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(profile)], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    modules, *others = json.loads(done.stdout)
    return Before(set(modules), *others)


def keep(program: Program) -> None:
    program.save(program.settings)
    keep_sight(sight_of(program), program.paths.cache, program.paths.settings)


def test_the_first_picture_waits_for_nothing_heavy(program: Program) -> None:
    keep(program)
    seen = before_the_first_picture(program.paths.config.parent)
    assert not seen.modules.intersection(HEAVY)
    assert not seen.has_names
    assert seen.title == "Today – Foot Routine"
    assert not [source for source in seen.sources if source.endswith("opening.py")]


def test_the_window_does_not_wait_for_a_display_that_begins_anew(program: Program) -> None:
    """This one ends instead, when the last that is connected to it leaves."""
    keep(program)
    with display_server("-terminate") as (_, display):
        seen = before_the_first_picture(program.paths.config.parent, DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert seen.title == "Today – Foot Routine"


def test_without_a_picture_from_last_time_everything_is_read_first(program: Program) -> None:
    seen = before_the_first_picture(program.paths.config.parent)
    assert "footroutine.services.library" in seen.modules
    assert seen.title == "Today – Foot Routine"


def place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def head(window: MainWindow) -> dict[str, QWidget]:
    words = {word.text(): word for word in window.sidebar.findChildren(QLabel) if word.text()}
    return {**words, "title": window.today.title, "subtitle": window.today.subtitle, "start": window.today.start}


@pytest.mark.parametrize("size", [(900, 600), (1180, 760), (1920, 1080)])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_moves_when_the_rest_comes(
    program: Program,
    clock: FakeClock,
    speech: WrittenSpeech,
    qtbot: QtBot,
    size: tuple[int, int],
    theme: str,
    language: str,
) -> None:
    load_fonts(sorted((program.assets / "fonts").glob("*.otf")))
    program.save(replace(program.settings, theme=theme, language=language))
    driven = Driven(program, clock, speech, qtbot).open()
    driven.window.resize(*size)
    QApplication.processEvents()
    again = window_of(sight_of(program, driven.window), program.assets)
    again.resize(*size)
    qtbot.addWidget(again)
    again.painted.disconnect()  # nothing is added to it
    with qtbot.waitExposed(again):
        again.show()
    assert {name: place(piece, again) for name, piece in head(again).items()} == {
        name: place(piece, driven.window) for name, piece in head(driven.window).items()
    }
    assert head(again)["Heute" if language == "de" else "Today"].font().bold()
    first, whole = picture(again), picture(driven.window)
    for name, piece in head(again).items():
        box = place(piece, again)
        if name == "start":  # its word alone: the sign is still to come
            box = QRect(box.center().x(), box.center().y() - 12, 50, 24)
        assert first.copy(box) == whole.copy(box), name
    driven.app.close()


class Painted(QObject):
    """Where the pieces of Today are, and which other pages there are, whenever its cards are painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.seen: list[tuple[list[QRect], set[str]]] = []
        self._window = window

    def follow(self) -> None:
        for card in self._window.today._cards:
            card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            pieces = [child for child in self._window.today.findChildren(QWidget) if child.isVisible()]
            self.seen.append(([place(piece, self._window) for piece in pieces], set(self._window.made)))
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("size", [(900, 600), (1180, 760)])
@pytest.mark.parametrize("language", ["en", "de"])
def test_today_is_painted_whole_before_any_other_page_is_made(
    program: Program,
    clock: FakeClock,
    speech: WrittenSpeech,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    language: str,
) -> None:
    load_fonts(sorted((program.assets / "fonts").glob("*.otf")))
    program.save(replace(program.settings, language=language))
    driven = Driven(program, clock, speech, qtbot)
    driven.window.resize(*size)
    painted = Painted(driven.window)
    driven.window.show()
    qtbot.waitUntil(lambda: driven.window.is_painted)
    show = driven.window.set_today

    def shown(view: TodayView) -> None:
        show(view)
        painted.follow()

    monkeypatch.setattr(driven.window, "set_today", shown)
    driven.open()
    driven.window.repaint()
    (places, pages), (last, _) = painted.seen[0], painted.seen[-1]
    assert pages == {"today"}
    assert places == last
    driven.app.close()


def test_each_routine_is_reckoned_once_for_all_pages(driven: Driven, monkeypatch: pytest.MonkeyPatch) -> None:
    reckoned: list[str] = []

    def noted(routine: Routine, library: Library, settings: Settings) -> Timeline:
        reckoned.append(routine.id)
        return estimated(routine, library, settings)

    monkeypatch.setattr(page_views, "estimated", noted)
    driven.open()
    assert sorted(reckoned) == sorted(driven.program.library.routines)
    before = driven.text("todaySubtitle")
    driven.app._change_settings(replace(driven.program.settings, voice_rate=100))
    assert sorted(reckoned) == sorted([*driven.program.library.routines] * 2)
    assert driven.text("todaySubtitle") != before


def test_signs_are_drawn_without_every_class_of_qt() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", SIGN], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.stdout.split(), done.stderr) == (["drawn", "False"], "")


def picture(window: MainWindow) -> QImage:
    window.setFocus(Qt.FocusReason.OtherFocusReason)  # no ring: which of two windows has the keyboard is not asked
    return window.grab().toImage()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_start_pressed_before_there_is_anything_to_start_is_not_lost(driven: Driven, key: Qt.Key) -> None:
    driven.window.show()
    driven.qtbot.keyClick(driven.window.today.start, key)  # type: ignore[no-untyped-call]
    assert driven.window.page == "today"
    driven.open()
    driven.qtbot.waitUntil(lambda: driven.window.page == "session")


def test_the_next_start_begins_with_what_was_seen_last(driven: Driven) -> None:
    driven.open()
    driven.window.close()
    paths = driven.program.paths
    sight = read_sight(paths.cache, paths.settings)
    assert sight is not None
    assert is_enough(sight)
    assert (sight.title, sight.subtitle) == (driven.text("todayTitle"), driven.text("todaySubtitle"))
    assert (sight.window_width, sight.window_height) == (driven.window.width(), driven.window.height())


def test_a_sight_without_a_colour_is_not_enough(program: Program) -> None:
    sight = sight_of(program)
    assert is_enough(sight)
    assert not is_enough(sight._replace(themes={"light": sight.themes["light"]}))
    without = {name: colour for name, colour in sight.themes["dark"].items() if name != "focus"}
    assert not is_enough(sight._replace(themes={**sight.themes, "dark": without}))


def test_what_cannot_be_read_after_the_first_picture_ends_the_program_with_its_reason(
    program: Program, qtbot: QtBot
) -> None:
    def read() -> Program:
        raise UserError("The program's data files are missing.")

    opening = Opening(first_window(program), program.paths, read)
    qtbot.addWidget(opening.window)
    opening.window.show()
    qtbot.waitUntil(lambda: opening.failed is not None)
    assert str(opening.failed) == "The program's data files are missing."
    opening.close()
