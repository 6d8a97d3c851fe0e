"""One exercise on the Today page: its living picture, its name, its dose."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footroutine.domain.exercise import Moment
from footroutine.ui.look import Look, Themed
from footroutine.ui.parts import Button, label, set_text, tip
from footroutine.ui.theme import Radius, Space
from footroutine.ui.views import Card

if TYPE_CHECKING:
    from footroutine.ui.figure_view import FigureView


_SHAPE = 0.95  # of a picture: height to width
_LEAST = 112  # pixels: its width


class Picture(QWidget, Themed):
    """A frame for a figure, always in the same shape, so that every picture shows as much and ends at its frame."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._figure: FigureView | None = None

    def show_moment(self, moment: Moment | None) -> None:
        """Show this moment; there is only room for a figure until there is something to show."""
        if self._figure is None:
            if moment is None:
                return
            from footroutine.ui.figure_view import FigureView  # late: the first picture does not wait for it

            self._figure = FigureView(self)
            self._place()
            if self.look:
                self._figure.set_look(self.look)
            self._figure.show()
        self._figure.show_moment(moment)

    def set_look(self, look: Look) -> None:
        """Take the look; the figure is told by whoever tells all."""
        self.look = look

    def sizeHint(self) -> QSize:
        """As small as it may be and still be clear."""
        return QSize(_LEAST, round(_LEAST * _SHAPE))

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure is as large as it fits."""
        super().resizeEvent(event)
        self._place()

    def _frame(self) -> QRect:
        width = min(self.width(), round(self.height() / _SHAPE))
        return QRect((self.width() - width) // 2, 0, width, round(width * _SHAPE))

    def _place(self) -> None:
        if self._figure:
            self._figure.setGeometry(self._frame())
            corners = QPainterPath()
            corners.addRoundedRect(QRectF(self._figure.rect()), Radius.CONTROL, Radius.CONTROL)
            self._figure.setMask(QRegion(corners.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the frame."""
        if self.look:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color("background"))
            painter.drawRoundedRect(self._frame(), Radius.CONTROL, Radius.CONTROL)
            painter.end()

    def hasHeightForWidth(self) -> bool:
        """Its shape is always the same."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the whole picture at a width."""
        return round(width * _SHAPE)


class ExerciseCard(Button):
    """A click, Enter or Space opens the exercise's settings."""

    opened = Signal(str)

    def __init__(self, exercise_id: str) -> None:
        super().__init__("", "card", f"card_{exercise_id}")
        self.exercise_id = exercise_id
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(lambda: self.opened.emit(self.exercise_id))
        self._picture = Picture()
        self.name = label("", "strong", "cardTitle")
        self.dose = label("", "small", "cardDose")
        self.left_out = label(self.tr("Left out"), "accent", "cardLeftOut")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.S, Space.S, Space.S, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._picture)
        words = QVBoxLayout()
        words.setContentsMargins(Space.S, Space.M, Space.XS, Space.M + 2)
        words.setSpacing(Space.XS)
        self._column.addLayout(words)
        self._column.addStretch(1)
        for text in (self.name, self.dose, self.left_out):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(text)

    def show_card(self, card: Card) -> None:
        """Show an exercise; it may be shown many times a second."""
        self._picture.show_moment(card.moment)
        lines = "\n".join(card.dose_lines)
        set_text(self.name, card.title)
        set_text(self.dose, lines)
        self.left_out.setVisible(not card.included)
        spoken = ", ".join((card.title, *card.dose_lines, *(() if card.included else (self.left_out.text(),))))
        if self.accessibleName() != spoken:
            self.setAccessibleName(spoken)
            self.setToolTip(tip(self.tr("Change {exercise}").format(exercise=card.title)))

    def sizeHint(self) -> QSize:
        """What its pieces need."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return self._column.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._column.totalHeightForWidth(width)
