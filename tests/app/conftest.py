"""A program in a folder of its own, with a clock that the test moves and speech that is written down."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_fakes import FakeClock, WrittenSpeech
from driven import Driven
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footroutine.app.wiring import Program
from footroutine.services.assets import assets_dir
from footroutine.ui.language import speak


@pytest.fixture(autouse=True)
def _no_desktop_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def speech(qapp: QApplication) -> WrittenSpeech:
    return WrittenSpeech()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A person's folder in which the first start is behind them."""
    config = tmp_path / "profile" / "config"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text("version = 1\n[start]\ndisclaimer_accepted = true\n")
    return tmp_path / "profile"


@pytest.fixture
def program(profile: Path, clock: FakeClock) -> Program:
    loaded = Program.load(profile)
    loaded.clock = clock
    return loaded


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en", assets_dir() / "translations")
    qapp.closeAllWindows()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # nothing else would do it
    gc.collect()


@pytest.fixture
def driven(program: Program, clock: FakeClock, speech: WrittenSpeech, qtbot: QtBot) -> Iterator[Driven]:
    made = Driven(program, clock, speech, qtbot)
    yield made
    made.app.close()
