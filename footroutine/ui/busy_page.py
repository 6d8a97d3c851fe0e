"""Between Start and the first frame: one line that says what is being done, and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footroutine.ui.announce import announce
from footroutine.ui.parts import Button, Sign, label
from footroutine.ui.theme import Space


class BusyPage(QWidget):
    """Esc goes back."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._words = label("", "section", "busyText")
        self.cancel = Button(self.tr("Cancel"), "", "busyCancel")
        self.cancel.setToolTip(self.tr("Back to Today (Esc)"))
        self.cancel.clicked.connect(self.cancelled)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        column.setSpacing(Space.L)
        column.addStretch()
        column.addWidget(Sign("hourglass-medium-fill", size=44), 0, Qt.AlignmentFlag.AlignCenter)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._words)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()

    def say(self, text: str) -> None:
        """Say what is being done."""
        self._words.setText(text)
        announce(self, text)
