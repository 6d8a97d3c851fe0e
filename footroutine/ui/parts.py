"""Small pieces that every page is built from: labels, buttons with a visible focus.

Here, and wherever else the first picture comes from, Qt's enumerations are set by name, as properties, or imported
where they are used: making the namespace `Qt` alone takes a seventh of the time that an empty window takes.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from footroutine.ui.look import Look, Themed, room
from footroutine.ui.theme import Radius, Size, Space

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

    from footroutine.ui.views import Place

_ON_ACCENT = ("primary", "start", "control-primary")
_ICON_ROLE = dict.fromkeys(_ON_ACCENT, "on_accent") | {"quiet": "muted", "side": "muted", "link": "accent"}


def label(text: str, role: str = "body", name: str = "", *, wrap: bool = True) -> QLabel:
    """A text in one of the style sheet's roles; it wraps unless told otherwise."""
    made = QLabel(text)
    made.setProperty("textFormat", "PlainText")
    made.setProperty("role", role)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def tip(text: str) -> str:
    """A text for a tooltip, which Qt would read as markup where it looks like it."""
    from html import escape  # late: the first picture has no tooltip

    return f"<qt>{escape(text)}</qt>" if "<" in text else text


def card(name: str = "") -> QFrame:
    """A raised piece of paper."""
    made = QFrame()
    made.setObjectName(name)
    made.setProperty("role", "card")
    return made


def paper(title: str, name: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card with a title, and the column to fill."""
    sheet = card(name)
    inner = QVBoxLayout(sheet)
    inner.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    inner.setSpacing(Space.S)
    inner.addWidget(label(title, "section"))
    return sheet, inner


def places(title: str, of: "Iterable[Place]") -> QFrame:
    """A card that says where files are; the paths can be selected."""
    from PySide6.QtCore import Qt

    sheet, inner = paper(title, "places")
    for place in of:
        inner.addWidget(label(place.label, "label", "placeLabel"))
        path = label(place.path, "small", "placePath")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner.addWidget(path)
    return sheet


def headed(title: QLabel, button: QPushButton) -> QHBoxLayout:
    """The first line of a card: its title, and a quiet button at the right."""
    from PySide6.QtCore import Qt

    line = QHBoxLayout()
    line.addWidget(title, 1)
    line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return line


def rule() -> QFrame:
    """A thin line between two pieces."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def set_text(target: QLabel, text: str) -> None:
    """Change a label only when it says something else: a frame comes many times a second."""
    if target.text() != text:
        target.setText(text)


def _unmarked(text: str) -> str:
    """A text for a button as Qt wants it: in a name that somebody gave, it takes ``&`` for the mark of a key."""
    return text.replace("&", "&&")


class Button(QPushButton, Themed):
    """A button of a `kind` of the style sheet, with a focus ring that stands out on any ground.

    The mouse does not move the focus, so that the keys go on meaning the same after a click. One of several that
    exclude each other says `picked` when it is chosen, and one that stays down says `flipped`: also by an assistive
    program, which toggles it without a click.
    """

    picked = Signal()
    flipped = Signal()

    def __init__(self, text: str = "", kind: str = "", name: str = "", icon: str = "") -> None:
        super().__init__(_unmarked(text))
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setProperty("focusPolicy", "TabFocus")
        self._kind = kind
        self._sign = icon
        self._is_told = False
        self.toggled.connect(self._tell)

    def setText(self, text: str) -> None:
        """Show a text as it is."""
        super().setText(_unmarked(text))

    def text(self) -> str:
        """The text as it is shown."""
        return super().text().replace("&&", "&")

    def show_checked(self, on: bool) -> None:
        """Show whether it is chosen, without telling anyone."""
        self._is_told = True
        self.setChecked(on)
        self._is_told = False

    def _tell(self, on: bool) -> None:
        if self._is_told:
            return
        self.flipped.emit()
        if on:
            self.picked.emit()

    def set_sign(self, icon: str) -> None:
        """Show another sign."""
        self._sign = icon
        self._show_sign()

    def set_look(self, look: Look) -> None:
        """Take the look; the sign is coloured anew."""
        super().set_look(look)
        self._show_sign()

    def _show_sign(self) -> None:
        if self.look and self._sign:
            side = self.look.px(Size.SECTION)
            # A little wider than the sign: the air between it and the word.
            size = QSize(side + (Space.S if self.text() else 0), side)
            role = _ICON_ROLE.get(self._kind, "text")
            self.setIcon(self.look.icon(self._sign, role) if self.look.signs else room(size))
            self.setIconSize(size)

    def enterEvent(self, event: "QEnterEvent") -> None:
        """The pointer becomes a hand."""
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Enter presses, as Space does."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the button, and the ring when the keyboard is here; it comes with the signs."""
        super().paintEvent(event)
        if self.hasFocus() and self.look and self.look.signs:
            role = "on_accent" if self._kind in _ON_ACCENT else "focus"
            inset = 4 if self._kind in _ON_ACCENT else 1.5
            draw_focus(self, self.look, role, inset)


class Sign(QLabel, Themed):
    """A small drawn sign beside a text."""

    def __init__(self, icon: str, role: str = "accent", size: int = Size.SECTION) -> None:
        super().__init__()
        self._icon, self._role, self._size = icon, role, size

    def set_look(self, look: Look) -> None:
        """Take the look."""
        super().set_look(look)
        side = look.px(self._size)
        self.setPixmap(look.icon(self._icon, self._role).pixmap(QSize(side, side)))


def draw_focus(widget: QWidget, look: Look, role: str = "focus", inset: float = 1.5) -> None:
    """A ring inside the edge of a widget."""
    from PySide6.QtGui import QPainter, QPen

    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(role), 2.5))
    box = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    radius = min(Radius.CONTROL - 1, box.height() / 2)
    painter.drawRoundedRect(box, radius, radius)
    painter.end()
