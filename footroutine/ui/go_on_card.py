"""Offers to go on with a session that was left today."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.look import Look, Themed
from footroutine.ui.parts import Button, label, set_text
from footroutine.ui.practice_views import GoOnView
from footroutine.ui.theme import Size, Space


class GoOnCard(QFrame, Themed):
    """Hidden while there is nothing to go on with. Leaving it keeps what was done."""

    accepted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("goOnCard")
        self.setProperty("role", "card")
        self._title = label("", "strong", "goOnTitle")
        self._place = label("", "muted", "goOnPlace")
        self.go_on = Button(self.tr("Go on"), "primary", "goOn", "play-fill")
        self.leave = Button(self.tr("Leave it"), "", "leaveIt")
        self.leave.setToolTip(self.tr("What you have done stays in your history."))
        self.go_on.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.left)
        words, buttons = QWidget(), QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._place)
        row = WrapLayout(buttons, Space.M)
        row.addWidget(self.go_on)
        row.addWidget(self.leave)
        halves = QWidget()
        self._halves = ColumnsLayout(halves, Space.M)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        frame.addWidget(halves)
        self._halves.addWidget(words)
        self._halves.addWidget(buttons)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for the buttons below the words."""
        super().set_look(look)
        self._halves.set_narrowest(look.px(Size.BODY) * 17)

    def show_view(self, view: GoOnView | None) -> None:
        """Show what there is to go on with."""
        self.setVisible(view is not None)
        if view:
            set_text(self._title, self.tr("Go on: {exercise}").format(exercise=view.exercise))
            set_text(self._place, view.place)
            named = self.tr("Go on: {exercise}, {place}").format(exercise=view.exercise, place=view.place)
            self.go_on.setAccessibleName(named)
