"""The keys of a session, over the page, until they are put away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from footroutine.ui.announce import announce
from footroutine.ui.keys import cap_of, meanings
from footroutine.ui.look import Themed
from footroutine.ui.page import Page
from footroutine.ui.parts import card, label
from footroutine.ui.theme import Space


class KeysOverlay(QWidget, Themed):
    """Any click, ? or Esc puts it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("keysOverlay")
        self._caps: list[QLabel] = []
        paper = card("keysCard")
        scroll = Page("keysScroll", widest=640)
        scroll.column.setSpacing(Space.M)
        scroll.column.addWidget(label(self.tr("Keys"), "section"))
        for action, (meaning, more) in meanings().items():
            scroll.column.addWidget(self._line(cap_of(action), meaning, more))
        layout = QVBoxLayout(paper)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        layout.addWidget(scroll)
        self._scroll = scroll
        self._paper = paper
        paper.setParent(self)
        self.hide()

    def _line(self, keys: str, meaning: str, more: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        cap = label(keys, "key", "", wrap=False)
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
        self._caps.append(cap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(meaning, "label"))
        if more:
            words.addWidget(label(more, "small"))
        row.addLayout(words, 1)
        return line

    def toggle(self) -> None:
        """Show the keys, or put them away."""
        self.setVisible(self.isHidden())
        if self.isVisible():
            self.arrange()
            self.raise_()
            announce(self, ". ".join(f"{cap_of(action)}: {meaning}" for action, (meaning, _) in meanings().items()))

    def arrange(self) -> None:
        """Fill the page, with the paper in the middle."""
        self.setGeometry(self._page.rect())
        widest = max(cap.sizeHint().width() for cap in self._caps)
        for cap in self._caps:
            cap.setMinimumWidth(widest)
        width = min(640, self.width() - 2 * Space.XL)
        height = min(self._scroll.tall(width) + 2 * Space.L, self.height() - 2 * Space.XL)
        self._paper.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click puts the keys away."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the page."""
        if self.look is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("background", 205))
        painter.end()
