"""Which look the window has: what is chosen in the settings, and what the desktop asks for."""

from footroutine.app.wiring import Program
from footroutine.figure.palette import palette
from footroutine.services.library import load_theme_table
from footroutine.ui.look import Look, desktop_is_dark
from footroutine.ui.theme import Theme, theme_from


class Looks:
    """Reads a theme when it is first needed."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._themes: dict[str, Theme] = {}
        self.desktop_reduces_motion = False  # until it says so

    def now(self) -> Look:
        """The look as it is to be now."""
        settings = self._program.settings
        theme = self._theme(settings.theme)
        reduces = settings.reduce_motion == "on" or (settings.reduce_motion == "system" and self.desktop_reduces_motion)
        return Look(theme, palette(theme.figure, settings.skin), settings.text_percent, reduces)

    def _theme(self, wanted: str) -> Theme:
        name = wanted if wanted != "system" else "dark" if desktop_is_dark() else "light"
        if name not in self._themes:
            self._themes[name] = theme_from(load_theme_table(self._program.assets, name), f"{name}.toml")
        return self._themes[name]
