"""One calm line across the page: a notice, or a question with its answers. Never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from footroutine.ui.announce import announce
from footroutine.ui.parts import Button, label
from footroutine.ui.theme import Space


class LineBar(QFrame):
    """A line of text and buttons; hidden until there is something to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "bar")
        self.words = label("", "label", f"{name}Text")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        self.row.addWidget(self.words, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text, and let a screen reader say it."""
        self.words.setText(text)
        self.show()
        announce(self, text)


class NoticeBar(LineBar):
    """A notice that stays until it is put away."""

    def __init__(self) -> None:
        super().__init__("notice")
        close = Button("", "quiet", "noticeClose", "x-bold")
        close.setAccessibleName(self.tr("Put this notice away"))
        close.setToolTip(self.tr("Put away"))
        close.clicked.connect(self.hide)
        self.row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)


class EndBar(LineBar):
    """Asks before a session is ended."""

    answered = Signal(bool)  # True: end it

    def __init__(self) -> None:
        super().__init__("endBar")
        self.go_on = Button(self.tr("Go on"), "primary", "goOnButton")
        self.end = Button(self.tr("End"), "", "endSession")
        self.end.setAccessibleName(self.tr("End the session"))  # the header has an End too
        self.go_on.clicked.connect(lambda: self.answered.emit(False))
        self.end.clicked.connect(lambda: self.answered.emit(True))
        for button in (self.end, self.go_on):
            self.row.addWidget(button)

    def ask(self) -> None:
        """Ask; Go on has the focus."""
        self.say(self.tr("End the session? What you have done is kept."))
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
