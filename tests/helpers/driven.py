"""The whole program in its window, driven by a test: its clock, its keys, what it shows."""

from app_fakes import FakeClock, WrittenSpeech
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from footroutine.app.looks import Looks
from footroutine.app.opening import first_window
from footroutine.app.window_app import WindowApp
from footroutine.app.wiring import Program


class Driven:
    """The program in its window, as a person at the keyboard has it."""

    def __init__(self, program: Program, clock: FakeClock, speech: WrittenSpeech, qtbot: QtBot) -> None:
        self.program, self.clock, self.speech, self.qtbot = program, clock, speech, qtbot
        looks = Looks(program)
        self.window = first_window(program)
        self.app = WindowApp(program, speech, self.window, looks)
        qtbot.addWidget(self.window)

    def open(self, start: str | None = None) -> "Driven":
        self.window.show()
        self.app.begin(start)
        self.qtbot.waitExposed(self.window)
        self.qtbot.waitUntil(lambda: "about" in self.window.made and not self.app._later, timeout=20_000)
        return self

    def key(self, key: Qt.Key) -> None:
        target = self.window.focusWidget() or self.window
        self.qtbot.keyClick(target, key)  # type: ignore[no-untyped-call]

    def run(self, ms: int) -> None:
        """Let time pass, with a beat just within what counts as exercise."""
        for step in [1900] * (ms // 1900) + [ms % 1900]:
            self.clock.advance(step)
            self.app._conductor.beat()

    def text(self, name: str, inside: QWidget | None = None) -> str:
        found = (inside or self.window).findChild(QLabel, name)
        assert isinstance(found, QLabel), name
        return found.text()
