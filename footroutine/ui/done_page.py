"""The end of a session: what was really done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footroutine.ui.cell import Cell
from footroutine.ui.flow import WrapLayout
from footroutine.ui.inputs import TextLine
from footroutine.ui.look import Themed, apply_look
from footroutine.ui.page import Page
from footroutine.ui.pain_scale import PainScale
from footroutine.ui.parts import Button, Sign, card, clear, label, rule
from footroutine.ui.practice_views import AfterView
from footroutine.ui.theme import Space
from footroutine.ui.views import DoneExercise, DoneView
from footroutine.ui.words import done_of, exercised


class DoneLine(QWidget):
    """One exercise: done, done in part, or left out."""

    def __init__(self, done: DoneExercise) -> None:
        super().__init__()
        self.setObjectName("doneLine")
        whole = done.reps_done >= done.reps_planned
        icon = "check-circle-fill" if whole else "circle-half-fill" if done.reps_done else "circle-bold"
        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.S, 0, Space.S)
        line.setSpacing(Space.M)
        line.addWidget(Sign(icon, "accent" if done.reps_done else "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(done.title, "strong", "doneTitle"))
        words.addWidget(label(self.words(done), "muted", "doneAmount"))
        line.addLayout(words, 1)

    def words(self, done: DoneExercise) -> str:
        """How much of how much."""
        if not done.reps_done:
            return self.tr("Not this time")
        return done_of(done.sets_done, done.sets_planned, done.reps_done, done.reps_planned)


class DonePage(Page, Themed):
    """Says how much, honestly, and scolds nobody."""

    today_requested = Signal()
    again_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("donePage", widest=760, centred=True)
        self.headline = label("", "title", "doneHeadline")
        self.total = label("", "muted", "doneTotal")
        self.tomorrow = label("", "lead", "doneTomorrow")
        self._routine = ""
        self._paper = card("doneCard")
        self._lines = QVBoxLayout(self._paper)
        self._lines.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        self._lines.setSpacing(0)
        self.today = Button(self.tr("Back to Today"), "primary", "backToToday")
        self.again = Button(self.tr("Start again"), "", "startAgain", "arrow-counter-clockwise-bold")
        self.stops = Button(self.tr("When to stop, and when to see someone"), "", "doneStops")
        self.kept = label("", "muted", "doneKept")
        self.pain = PainScale("painAfter")
        self.note = TextLine("dayNote", lambda _: "")
        self.note.setAccessibleName(self.tr("Note of the day"))
        self.note.setMaxLength(1000)
        self.today.clicked.connect(self.today_requested)
        self.again.clicked.connect(lambda: self.again_requested.emit(self._routine))
        buttons = QWidget()
        row = WrapLayout(buttons, Space.M)
        row.addWidget(self.today)
        row.addWidget(self.again)
        row.addWidget(self.stops)
        note = Cell(self.tr("Note of the day"), self.note, self.tr("For yourself, or for whoever treats you."))
        self.column.addSpacing(Space.XL)
        for piece in (self.headline, self.total, self.kept, buttons, self._paper, self.pain, self.tomorrow, note):
            self.column.addWidget(piece)
        self.column.addStretch()

    def show_view(self, view: DoneView) -> None:
        """Show what was done."""
        self._routine = view.routine_id
        self.headline.setText(view.headline)
        self.total.setText(exercised(view.total_ms))
        self.tomorrow.setText(view.tomorrow)
        self.tomorrow.setVisible(bool(view.tomorrow))
        clear(self._lines)
        for index, done in enumerate(view.exercises):
            if index:
                self._lines.addWidget(rule())
            self._lines.addWidget(DoneLine(done))
        self.show_after(AfterView())
        if self.look:
            apply_look(self._paper, self.look)
        self.verticalScrollBar().setValue(0)

    def show_after(self, view: AfterView) -> None:
        """Show what was kept, ask how the feet are, and show the note of the day."""
        self.kept.setText(view.kept)
        self.kept.setVisible(bool(view.kept))
        self.pain.show_view(view.pain)
        self.note.set_value(view.note)
        self.chain()

    def turn(self, key: int) -> bool:
        """A digit answers what is asked; every other key scrolls."""
        return self.pain.take(key) or super().turn(key)
