"""One exercise on the Today page: its living picture, its name, its dose."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from footroutine.ui.figure_view import FigureView
from footroutine.ui.look import Themed
from footroutine.ui.parts import draw_focus, label, set_text
from footroutine.ui.theme import Space
from footroutine.ui.views import Card


class Picture(QWidget):
    """Holds a figure at the size of a card; a figure by itself would ask for far more."""

    def __init__(self, figure: FigureView) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._figure = figure
        figure.setParent(self)

    def sizeHint(self) -> QSize:
        """As small as it may be and still be clear."""
        return QSize(160, 150)

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure fills it."""
        super().resizeEvent(event)
        self._figure.setGeometry(self.rect())


class ExerciseCard(QFrame, Themed):
    """A click, Enter or Space opens the exercise's settings."""

    opened = Signal(str)

    def __init__(self, exercise_id: str) -> None:
        super().__init__()
        self.exercise_id = exercise_id
        self.setObjectName(f"card_{exercise_id}")
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.figure = FigureView()
        picture = Picture(self.figure)
        self.name = label("", "strong", "cardTitle")
        self.dose = label("", "small", "cardDose")
        self.left_out = label(self.tr("Left out"), "accent", "cardLeftOut")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.S, 1, 0)
        column.setSpacing(0)
        column.addWidget(picture, 1)
        words = QVBoxLayout()
        words.setContentsMargins(Space.M + 2, Space.M, Space.M, Space.M + 2)
        words.setSpacing(Space.XS)
        column.addLayout(words)
        for text in (self.name, self.dose, self.left_out):
            words.addWidget(text)

    def show_card(self, card: Card) -> None:
        """Show an exercise; it may be shown many times a second."""
        self.figure.show_moment(card.moment)
        lines = "\n".join(card.dose_lines)
        set_text(self.name, card.title)
        set_text(self.dose, lines)
        self.left_out.setVisible(not card.included)
        spoken = ", ".join((card.title, *card.dose_lines, *(() if card.included else (self.left_out.text(),))))
        if self.accessibleName() != spoken:
            self.setAccessibleName(spoken)
            self.setToolTip(self.tr("Change {exercise}").format(exercise=card.title))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the exercise."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.exercise_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the exercise from the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.exercise_id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper, and the ring when the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus() and self.look:
            draw_focus(self, self.look)
