"""A window as a person has it: dressed in a shipped theme, open, and with the keyboard."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_views import PALETTE

from footroutine.domain.library import Library
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library
from footroutine.ui.language import speak
from footroutine.ui.look import Look, prepare_application
from footroutine.ui.theme import Theme, theme_from
from footroutine.ui.window import MainWindow


@pytest.fixture(scope="session")
def assets() -> Path:
    return assets_dir()


@pytest.fixture(scope="session")
def library(assets: Path) -> Library:
    return load_library(assets)


@pytest.fixture(scope="session")
def themes(assets: Path) -> dict[str, Theme]:
    paths = sorted((assets / "themes").glob("*.toml"))
    return {p.stem: theme_from(tomllib.loads(p.read_text(encoding="utf-8")), p.name) for p in paths}


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication, assets: Path) -> QApplication:
    qapp.setStyle("Fusion")
    assert prepare_application(qapp, sorted((assets / "fonts").glob("*.otf"))) == ()
    return qapp


@pytest.fixture
def look(themes: dict[str, Theme]) -> Look:
    return Look(themes["light"], PALETTE)


@pytest.fixture
def open_window(
    dressed_app: QApplication, assets: Path, themes: dict[str, Theme], qtbot: QtBot
) -> Iterator[Callable[..., MainWindow]]:
    # Windows of tests before this one only wait to be deleted; nothing else would do it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open_it(
        width: int = 1180, height: int = 760, percent: int = 100, theme: str = "light", language: str = "en"
    ) -> MainWindow:
        speak(dressed_app, language, assets / "translations")
        window = MainWindow(Look(themes[theme], PALETTE, percent))
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        qtbot.waitUntil(lambda: window.look is not None and window.look.signs)  # which come after the first picture
        return window

    yield open_it
    speak(dressed_app, "en", assets / "translations")


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window()
