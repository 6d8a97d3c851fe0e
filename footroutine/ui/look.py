"""What every widget needs to draw itself: colours, type, icons; and how it reaches them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from footroutine.ui.theme import Size, Theme, scaled

FAMILY = "Inter"


@dataclass(frozen=True)
class Look:
    """A theme at a text scale; `palette` is the figure's colours by role.

    Without `signs` there is only room for them: the first picture does not wait for the library that draws them.
    """

    theme: Theme
    palette: Mapping[str, str]
    percent: int = 100
    reduce_motion: bool = False
    signs: bool = True

    def color(self, role: str, alpha: int = 255) -> QColor:
        """The colour of a role; `alpha` from 0 (clear) to 255."""
        color = QColor(self.theme[role])
        color.setAlpha(alpha)
        return color

    def px(self, size: int) -> int:
        """A type size at this scale, in pixels."""
        return scaled(size, self.percent)

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Type of a size in pixels at 100 %."""
        return pixel_font(self.px(size), weight)

    def icon(self, name: str, role: str) -> QIcon:
        """A drawn sign in the colour of a role."""
        if not self.signs:
            return _room()
        return _icon(name, self.theme[role], self.theme["muted"])


class Themed:
    """A widget that draws itself, and so must be told the look."""

    look: Look | None = None

    def set_look(self, look: Look) -> None:
        """Take the look and draw with it."""
        self.look = look
        cast(QWidget, self).updateGeometry()
        cast(QWidget, self).update()


def apply_look(root: QWidget, look: Look) -> None:
    """Give the look to a widget and to everything in it, the innermost first: rows then fit what they hold."""
    for widget in reversed([root, *root.findChildren(QWidget)]):
        if isinstance(widget, Themed):
            widget.set_look(look)


def pixel_font(pixels: float, weight: QFont.Weight) -> QFont:
    """Type of exactly that many pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    return font


@lru_cache(maxsize=1)
def _room() -> QIcon:
    """An icon that takes its place, and shows nothing."""
    clear = QPixmap(64, 64)
    clear.fill(Qt.GlobalColor.transparent)
    return QIcon(clear)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    import qtawesome  # late: it loads its fonts, which a terminal session never needs

    return cast(QIcon, qtawesome.icon(f"ph.{name}", color=colour, color_disabled=disabled))


def desktop_is_dark() -> bool:
    """What the desktop asks for now; one that does not say is light."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def prepare_application(app: QApplication, fonts: Iterable[Path]) -> tuple[Path, ...]:
    """Give the application the base style and the typeface; returns the font files that could not be used."""
    app.setStyle("Fusion")
    failed = load_fonts(fonts)
    app.setFont(pixel_font(Size.BODY, QFont.Weight.Normal))
    return failed


def load_fonts(files: Iterable[Path]) -> tuple[Path, ...]:
    """Make the typeface known; returns the files that could not be used. Needs a QGuiApplication."""
    return tuple(file for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)
