"""A large answer to a question: one of several, with a mark that tells which is chosen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from footroutine.ui.parts import Button, label
from footroutine.ui.theme import Size, Space


class AnswerButton(Button):
    """Its words wrap where they do not fit in a line."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__("", "choice", name)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._mark = QLabel()
        words = label(text, "label")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._line.setSpacing(Space.M)
        self._line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(words, 1)
        for piece in (self._mark, words):
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._show_sign)

    def _show_sign(self) -> None:
        if self.look:
            side = self.look.px(Size.SECTION)
            sign, ink = ("check-circle-fill", "accent") if self.isChecked() else ("circle-bold", "outline")
            self._mark.setPixmap(self.look.icon(sign, ink).pixmap(QSize(side, side)))

    def sizeHint(self) -> QSize:
        """What its pieces need."""
        return self._line.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return self._line.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._line.totalHeightForWidth(width)
