"""What is set in the real window is what is heard: voice, speed, loudness, the voice's test and the first start's."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pulse_server import Recorder
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from footroutine.app.looks import Looks
from footroutine.app.opening import first_window
from footroutine.app.window_app import WindowApp
from footroutine.app.wiring import Program
from footroutine.services.clock import SystemClock
from footroutine.ui.inputs import Choice

CLOCK = SystemClock()
MS = 1_000_000
T = TypeVar("T", bound=QWidget)
BEHIND = "[start]\ndisclaimer_accepted = true\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a private sound server")


class Shown:
    """The program in its window, and what is heard of it."""

    def __init__(self, profile: Path, settings: str, recorder: Recorder, qtbot: QtBot) -> None:
        (profile / "config").mkdir(parents=True)
        (profile / "config" / "settings.toml").write_text(f"version = 1\n{settings}", encoding="utf-8")
        self._recorder, self._qtbot = recorder, qtbot
        self.program = Program.load(profile)
        looks = Looks(self.program)
        self.window = first_window(self.program)
        self.app = WindowApp(self.program, self.program.speech(), self.window, looks)
        qtbot.addWidget(self.window)
        self.window.show()
        self.app.begin()
        qtbot.waitUntil(lambda: bool(self.app._voices), timeout=15_000)

    def find(self, kind: type[T], name: str) -> T:
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def click(self, name: str) -> None:
        self._qtbot.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]

    def heard_at(self, button: str, status: str) -> tuple[float, int]:
        """How long the voice test is heard, in ms, and how loud at most."""
        clicked = CLOCK.monotonic_ns()
        self.click(button)
        said = self.find(QLabel, status)
        self._qtbot.waitUntil(lambda: said.text().startswith("It is speaking now"), timeout=15_000)
        spoken = CLOCK.monotonic_ns()
        self._qtbot.waitUntil(lambda: CLOCK.monotonic_ns() > spoken + 7_500 * MS, timeout=12_000)
        [(begin, end)] = self._recorder.sounds(clicked, quiet_ms=900, threshold=60)
        samples, _ = self._recorder.stretch(clicked + 1_000 * MS)
        return (end - begin) / MS, max(map(abs, samples))


@pytest.fixture
def show(recorder: Recorder, tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[str], Shown]]:
    made: list[Shown] = []

    def show(settings: str) -> Shown:
        made.append(Shown(tmp_path / str(len(made)), settings, recorder, qtbot))
        return made[-1]

    yield show
    for shown in made:
        shown.app.close()


def test_voice_speed_and_loudness_chosen_in_the_settings_are_heard(show: Callable[[str], Shown]) -> None:
    shown = show(BEHIND)
    shown.window.open_page("settings")
    voices = shown.find(Choice, "setting_voice_name")
    assert voices.count() == 1 + len(shown.app._voices) > 50
    usual_ms, usual_loud = shown.heard_at("voiceTest", "voiceStatus")
    assert 3_000 < usual_ms < 7_000

    shown.find(QDoubleSpinBox, "setting_voice_rate").setValue(230)
    shown.find(QSlider, "setting_voice_volume").setValue(45)
    quick_ms, quiet_loud = shown.heard_at("voiceTest", "voiceStatus")
    assert quick_ms / usual_ms == pytest.approx(165 / 230, abs=0.08)
    assert quiet_loud / usual_loud == pytest.approx(45 / 90, rel=0.15)

    other = next(voice for voice in shown.app._voices if voice.language == "de")
    voices.set_value(other.id)
    voices.activated.emit(voices.currentIndex())
    other_ms, _ = shown.heard_at("voiceTest", "voiceStatus")
    assert abs(other_ms - quick_ms) > 20
    assert shown.program.settings.voice_name == other.id


def test_the_first_start_speaks_and_says_that_it_does(show: Callable[[str], Shown]) -> None:
    shown = show("")
    length_ms, loud = shown.heard_at("hearTest", "voiceStatus")
    assert 3_000 < length_ms < 7_000
    assert loud > 2_000
