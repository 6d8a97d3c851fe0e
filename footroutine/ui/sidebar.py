"""The pages to choose from."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from footroutine.ui.look import Look
from footroutine.ui.parts import Button, label
from footroutine.ui.theme import Size, Space


class SideButton(Button):
    """A sign above a word."""

    def __init__(self, page: str, word: str, icon: str) -> None:
        super().__init__("", "side", f"side_{page}", icon)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.word = word
        self._picture = QLabel()
        self._line = QVBoxLayout(self)
        self._line.setContentsMargins(Space.XS, Space.S + 2, Space.XS, Space.S + 2)
        self._line.setSpacing(Space.XS)
        self._word = label(word, "side", "", wrap=False)
        for piece in (self._picture, self._word):
            piece.setProperty("alignment", "AlignCenter")
            self._line.addWidget(piece)
        self.toggled.connect(self._show_sign)

    def sizeHint(self) -> QSize:
        """What its pieces need; the word is bold on the page that is open, and nothing may move then."""
        font = QFont(self._word.font())
        font.setWeight(QFont.Weight.Bold)
        width = QFontMetrics(font).horizontalAdvance(self._word.text()) + 2 * Space.XS + 2
        return self._line.totalSizeHint().expandedTo(QSize(max(74, width), 64))

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return self.sizeHint()

    def set_look(self, look: Look) -> None:
        """Take the look; with the signs comes what takes Qt long the first time."""
        super().set_look(look)
        if look.signs and not self.accessibleName():
            from PySide6.QtCore import Qt

            self.setAccessibleName(self.word)
            for piece in (self._picture, self._word):
                piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _show_sign(self) -> None:
        role = "sideOn" if self.isChecked() else "side"
        if role != self._word.property("role"):
            self._word.setProperty("role", role)
            if self.look and self.look.signs:  # else it is not polished yet
                self._word.style().polish(self._word)
        if self.look:
            side = self.look.px(Size.SECTION)
            self._picture.setMinimumHeight(side)
        if self.look and self.look.signs:
            icon = self.look.icon(self._sign, "accent" if self.isChecked() else "muted")
            self._picture.setPixmap(icon.pixmap(QSize(side, side)))


class Sidebar(QFrame):
    """Today, Routines, Progress, Settings, and About at the foot."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.XL - 2, Space.S, Space.L)
        column.setSpacing(Space.S + 2)
        self._buttons: dict[str, SideButton] = {}
        for page, word, icon in (
            ("today", self.tr("Today"), "sun-bold"),
            ("routines", self.tr("Routines"), "list-bullets-bold"),
            ("progress", self.tr("Progress"), "chart-bar-bold"),
            ("settings", self.tr("Settings"), "gear-six-bold"),
            ("about", self.tr("About"), "info-bold"),
        ):
            button = SideButton(page, word, icon)
            button.picked.connect(lambda page=page: self.chosen.emit(page))
            self._buttons[page] = button
            if page == "about":
                column.addStretch()
            column.addWidget(button)

    def button(self, page: str) -> SideButton | None:
        """The button of a page, if it has one."""
        return self._buttons.get(page)

    def set_page(self, page: str) -> None:
        """Mark the page that is shown; from one that is not here every button leads away, so none is marked."""
        for name, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.show_checked(name == page)
            button.setAutoExclusive(True)
