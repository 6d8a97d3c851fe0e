"""One step of a routine: its picture, its dose, and what moves it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from footroutine.domain.routine import Step
from footroutine.ui.cell import Cell
from footroutine.ui.exercise_card import Picture
from footroutine.ui.exercise_form import FIGURES
from footroutine.ui.flow import ColumnsLayout
from footroutine.ui.inputs import Choice, Stepper
from footroutine.ui.look import Look, Themed
from footroutine.ui.parts import Button, label, tip
from footroutine.ui.theme import Size, Space
from footroutine.ui.views import StepView
from footroutine.ui.words import amount

_LARGE_PERCENT = 150  # a text scale above this puts the words below the picture


class Grip(QLabel, Themed):
    """The mouse takes hold of a card here; the keyboard has Alt and the arrows."""

    dragged = Signal(QPoint)  # where the mouse is on the screen
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("grip")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to another place (Alt+Up, Alt+Down)"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def set_look(self, look: Look) -> None:
        """Take the look."""
        super().set_look(look)
        side = look.px(Size.SECTION)
        self.setPixmap(look.icon("dots-six-vertical-bold", "muted").pixmap(QSize(side, side)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull."""
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()


class StepCard(QFrame, Themed):
    """Alt+Up and Alt+Down move it, wherever in it the focus is; Alt+Delete takes it out."""

    moved = Signal(int)  # by how many places
    removed = Signal()
    figure_set = Signal(str, float)
    variant_set = Signal(str)  # empty: as in Settings

    def __init__(self, index: int, view: StepView) -> None:
        super().__init__()
        self.exercise = view.exercise
        self.setObjectName(f"step_{index}")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.grip = Grip()
        self.title = label(self.exercise.name, "strong", "stepTitle")
        self.left_out = label(self.tr("Left out in Settings"), "accent", "stepLeftOut")
        self.up = self._button(index, "up", self.tr("Move {exercise} up"), "arrow-up-bold", "Alt+Up")
        self.down = self._button(index, "down", self.tr("Move {exercise} down"), "arrow-down-bold", "Alt+Down")
        self.take_out = self._button(index, "remove", self.tr("Take {exercise} out"), "x-bold", "Alt+Del")
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.take_out.clicked.connect(self.removed)
        self._figures: dict[str, tuple[Stepper, Cell]] = {}
        self._variant: Choice | None = None
        self._box = QWidget()
        self._cells = ColumnsLayout(self._box, Space.M, line_up=True)
        self._make_cells(index, view)
        self._lay_out()

    def _button(self, index: int, name: str, words: str, icon: str, keys: str) -> Button:
        button = Button("", "tool", f"step_{index}_{name}", icon)
        words = words.format(exercise=self.exercise.name)
        button.setAccessibleName(words)
        sequence = QKeySequence(keys)
        button.setToolTip(tip(f"{words} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})"))
        shortcut = QShortcut(sequence, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        return button

    def _make_cells(self, index: int, view: StepView) -> None:
        names = {
            "sets": self.tr("Sets"),
            "reps": self.tr("Reps"),
            "hold_s": self.tr("Hold"),
            "cycle_s": self.tr("Circling, each way"),
            "rest_s": self.tr("Rest between sets"),
        }
        for key, name in names.items():
            if limit := view.limits.get(key):
                unit, step = FIGURES[key]
                stepper = Stepper(f"step_{index}_{key}", limit.minimum, limit.maximum, unit=unit, step=step)
                stepper.name(f"{self.exercise.name}: {name}")
                stepper.changed.connect(lambda value, key=key: self.figure_set.emit(key, value))
                cell = Cell(name, stepper, " ")
                self._figures[key] = stepper, cell
                self._cells.addWidget(cell)
        if self.exercise.variants:
            words = {"": self.tr("As in Settings")}
            words |= {variant: e.variant_name for variant, e in self.exercise.variants.items()}
            self._variant = Choice(f"step_{index}_variant", words)
            what = self.tr("Variant")
            self._variant.setAccessibleName(f"{self.exercise.name}: {what}")
            self._variant.picked.connect(self.variant_set)
            self._cells.addWidget(Cell(what, self._variant))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.take_out):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addLayout(head)
        right.addWidget(self.left_out)
        right.addWidget(self._box)
        right.addStretch()
        self._picture = Picture()
        self._picture.setMaximumSize(190, 170)
        left = QHBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.grip)
        left.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        left.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(Space.S, Space.M, Space.M, Space.M)
        self._row.setSpacing(Space.M)
        self._row.addLayout(left)
        self._row.addLayout(right, 1)

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider columns, and for the room beside the picture."""
        super().set_look(look)
        is_large = look.percent > _LARGE_PERCENT
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_large else QBoxLayout.Direction.LeftToRight)
        self._cells.set_narrowest(look.px(Size.BODY) * 12)

    def show_step(self, step: Step, view: StepView, index: int, count: int) -> None:
        """Show where the step stands and how much of it is done."""
        self._picture.show_moment(view.moment)
        self.left_out.setVisible(not view.included)
        for button, possible in ((self.up, index > 0), (self.down, index < count - 1), (self.take_out, count > 1)):
            button.setEnabled(possible)
        for key, (stepper, cell) in self._figures.items():
            inherited = view.inherited[key]
            stepper.set_value(step.dose.get(key, inherited))
            own = self.tr("Settings: {amount}").format(amount=amount(inherited, FIGURES[key][0]))
            cell.say(own if key in step.dose else self.tr("As in Settings"))
        if self._variant:
            self._variant.set_value(step.variant or "")
