"""What every widget needs to draw itself: colours, type, icons; and how it reaches them."""

import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from footroutine.ui.theme import Size, Theme, scaled

FAMILY = "Inter"
STYLE = ("-style", "Fusion")  # the base style, as arguments of the application: to set it, Python would make its class


class Look(NamedTuple):
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
            return room(QSize(1, 1))
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


def room(size: QSize) -> QIcon:
    """An icon that takes as much place, in any size of that shape, and shows nothing."""
    clear = QPixmap(size * 4)
    clear.fill(QColor(0, 0, 0, 0))
    return QIcon(clear)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    return cast(QIcon, _family().icon(f"ph.{name}", color=colour, color_disabled=disabled))


@lru_cache(maxsize=1)
def _family() -> Any:  # noqa: ANN401 - the library has no types
    """The one family of signs that is used; to read all that the library has takes as long as an empty window.

    It gets Qt from PySide itself: the modules of QtPy, through which it asks, would have every class of Qt made.
    """
    from PySide6 import QtCore, QtGui, QtWidgets

    sys.modules.update({"qtpy.QtCore": QtCore, "qtpy.QtGui": QtGui, "qtpy.QtWidgets": QtWidgets})
    import qtawesome

    fonts = Path(qtawesome.__file__).parent / "fonts"
    files = [next(fonts.glob(name)).name for name in ("phosphor-[0-9]*.ttf", "phosphor-charmap-*.json")]
    return qtawesome.iconic_font.IconicFont(("ph", *files))


def desktop_is_dark() -> bool:
    """What the desktop asks for now; one that does not say is light."""
    from PySide6.QtCore import Qt

    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def desktop_seems_dark() -> bool:
    """The same, told by the colours that the base style was given: at once, without Qt's many names."""
    return QGuiApplication.palette().window().color().lightness() < 128


def prepare_application(app: QApplication, fonts: Iterable[Path]) -> tuple[Path, ...]:
    """Give the application the typeface; returns the font files that could not be used."""
    failed = load_fonts(fonts)
    app.setFont(pixel_font(Size.BODY, QFont.Weight.Normal))
    return failed


def load_fonts(files: Iterable[Path]) -> tuple[Path, ...]:
    """Make the typeface known; returns the files that could not be used. Needs a QGuiApplication."""
    return tuple(file for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)
