"""The first picture: the window in its place and dress, with the head of Today, all as it was last seen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from footroutine.domain.sight import Sight
from footroutine.ui.language import resolved, speak
from footroutine.ui.look import Look, desktop_seems_dark
from footroutine.ui.placing import place_window
from footroutine.ui.theme import ROLES, Theme
from footroutine.ui.window import MainWindow

if TYPE_CHECKING:
    from footroutine.app.wiring import Program

SYSTEM = "system"


def window_of(sight: Sight, assets: Path) -> MainWindow:
    """The window as it was last seen, still to be shown. Needs an application."""
    app = QApplication.instance()
    assert app is not None
    speak(app, resolved(sight.language), assets / "translations")
    wanted = sight.theme if sight.theme != SYSTEM else "dark" if desktop_seems_dark() else "light"
    window = MainWindow(Look(Theme(wanted, wanted == "dark", sight.themes[wanted]), {}, sight.text_percent))
    window.today.show_first(sight.title, sight.subtitle)
    place_window(window, sight)
    return window


def is_enough(sight: Sight) -> bool:
    """Whether a sight that was kept names every colour that may be wanted."""
    wanted = ("light", "dark") if sight.theme == SYSTEM else (sight.theme,)
    return all(set(ROLES) <= sight.themes.get(name, {}).keys() for name in wanted)


def keep_for_next_start(program: "Program", window: MainWindow) -> None:
    """Have the next start begin with what is to be seen now; the first start has pages of its own."""
    if program.settings.disclaimer_accepted:
        from footroutine.services.sight_file import keep_sight

        keep_sight(sight_of(program, window), program.paths.cache, program.paths.settings)


def sight_of(program: "Program", window: MainWindow | None = None) -> Sight:
    """What is to be seen first: in the window as it is, or before there is one."""
    from footroutine.services.library import load_theme_table
    from footroutine.ui import words
    from footroutine.ui.theme import theme_from

    settings, routine = program.settings, program.chosen
    if window:
        title, subtitle = window.today.title.text(), window.today.subtitle.text()
    else:
        included = sum(settings.choice(step.exercise).included for step in routine.steps)
        title, subtitle = routine.name, words.exercises(included)
    names = ("light", "dark") if settings.theme == SYSTEM else (settings.theme,)
    themes = {name: theme_from(load_theme_table(program.assets, name), f"{name}.toml") for name in names}
    return Sight(
        title,
        subtitle,
        settings.language,
        settings.theme,
        settings.text_percent,
        settings.window_width,
        settings.window_height,
        settings.window_placed,
        settings.window_x,
        settings.window_y,
        settings.window_maximized,
        {name: dict(theme.ui) for name, theme in themes.items()},
    )
