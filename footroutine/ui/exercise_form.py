"""What a person chooses for one exercise, within the bounds that the exercise sets."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from footroutine.domain.exercise import Exercise, Limit, Pace, Side, Sides
from footroutine.domain.settings import ExerciseChoice
from footroutine.ui.cell import Cell
from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.inputs import Choice, Stepper, Switch
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.parts import Button, clear, label
from footroutine.ui.theme import Size, Space
from footroutine.ui.words import amount

# A figure of the dose: its unit, and by how much a press of a button changes it.
FIGURES = {"sets": ("", 1), "reps": ("", 1), "hold_s": ("s", 1), "cycle_s": ("s", 1), "rest_s": ("s", 5)}
_WHOLE = ("sets", "reps")


class ExerciseForm(QFrame, Themed):
    """Emits the whole choice at every change; a figure that equals its default is not kept as a choice."""

    changed = Signal(str, ExerciseChoice)

    def __init__(self, exercise: Exercise, sources: Mapping[str, str]) -> None:
        super().__init__()
        self.exercise = exercise
        self._sources = sources
        self._choice = ExerciseChoice()
        self._before: ExerciseChoice | None = None  # what was put back to the recommended, until the next change
        self._figures: dict[str, Stepper] = {}
        self._choices: dict[str, Choice] = {}
        self.setObjectName(f"form_{exercise.id}")
        self.setProperty("role", "card")
        self.included = Switch(exercise.name, f"{exercise.id}_included")
        self.included.setProperty("heading", True)
        self.included.setAccessibleName(self.tr("{exercise}: part of the routine").format(exercise=exercise.name))
        self.included.toggled.connect(lambda on: self._choose(included=on))
        self.reset = Button("", "link", f"{exercise.id}_reset", "arrow-counter-clockwise-bold")
        self.reset.clicked.connect(self._reset)
        self._cells_box = QWidget()
        self._cells = ColumnsLayout(self._cells_box, Space.L, narrowest=180, line_up=True)
        top = QWidget()
        head = WrapLayout(top, Space.M)
        head.addWidget(self.included)
        head.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(top)
        self._summary = label("", "muted", "formSummary")
        column.addWidget(self._summary)
        column.addWidget(self._cells_box)
        self._make_cells()
        self.show_choice(self._choice)

    @property
    def varied(self) -> Exercise:
        """The exercise in the chosen variant."""
        return self.exercise.variants.get(self._choice.variant or "", self.exercise)

    def show_choice(self, choice: ExerciseChoice) -> None:
        """Show a choice without telling anyone."""
        other_variant = choice.variant != self._choice.variant
        self._choice = choice
        if other_variant:
            self._make_cells()
        self.included.show_state(choice.included)
        self._summary.setText(self.varied.summary)
        for key, stepper in self._figures.items():
            chosen = getattr(choice, key)
            stepper.set_value(self.varied.dose[key].default if chosen is None else chosen)
        for key, box in self._choices.items():
            box.set_value(getattr(choice, key) or next(iter(self._alternatives(key))))
        self._cells_box.setEnabled(choice.included)
        if choice != ExerciseChoice():
            self._before = None
        undoes = self._before is not None
        words = self.tr("Undo") if undoes else self.tr("Put back the recommended")
        self.reset.setText(words)
        self.reset.setAccessibleName(f"{self.exercise.name}: {words}")
        self.reset.setVisible(undoes or choice != ExerciseChoice())

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider columns."""
        super().set_look(look)
        self._cells.set_narrowest(look.px(Size.BODY) * 12)

    def _alternatives(self, key: str) -> dict[str, str]:
        """The values of a choice and their labels, the default first."""
        if key == "pace":
            return {
                Pace.NORMAL.value: self.tr("Normal"),
                Pace.SLOW.value: self.tr("Slow"),
                Pace.BRISK.value: self.tr("Brisk"),
            }
        if key == "first_side":
            return {Side.LEFT.value: self.tr("Left first"), Side.RIGHT.value: self.tr("Right first")}
        variants = {v: e.variant_name for v, e in self.exercise.variants.items()}
        return {"": self.tr("As described")} | variants

    def _make_cells(self) -> None:
        clear(self._cells)
        self._figures, self._choices = {}, {}
        names = {
            "sets": self.tr("Sets"),
            "reps": self.tr("Reps"),
            "hold_s": self.tr("Hold"),
            "cycle_s": self.tr("Circling, each way"),
            "rest_s": self.tr("Rest between sets"),
        }
        for key, name in names.items():
            if limit := self.varied.dose.get(key):
                self._add_figure(key, name, limit)
        self._add_choice("pace", self.tr("Pace"))
        if self.exercise.sides is not Sides.BOTH:
            self._add_choice("first_side", self.tr("Which side first"))
        if self.exercise.variants:
            self._add_choice("variant", self.tr("Variant"))
        if self.look:
            apply_look(self._cells_box, self.look)

    def _add_figure(self, key: str, name: str, limit: Limit) -> None:
        unit, step = FIGURES[key]
        stepper = Stepper(f"{self.exercise.id}_{key}", limit.minimum, limit.maximum, unit=unit, step=step)
        stepper.name(f"{self.exercise.name}: {name}")
        stepper.changed.connect(lambda value: self._choose_figure(key, value))
        self._figures[key] = stepper
        who = {"default": self.tr("Our default")}
        advised = self.tr("Recommended")
        note = f"{who.get(limit.source, advised)}: {amount(limit.default, unit)}"
        self._cells.addWidget(Cell(name, stepper, note, self._sources.get(limit.source, "")))

    def _add_choice(self, key: str, name: str) -> None:
        box = Choice(f"{self.exercise.id}_{key}", self._alternatives(key))
        box.setAccessibleName(f"{self.exercise.name}: {name}")
        box.picked.connect(lambda value: self._choose_one(key, value))
        self._choices[key] = box
        self._cells.addWidget(Cell(name, box))

    def _choose_figure(self, key: str, value: float) -> None:
        figure = int(value) if key in _WHOLE else value
        self._choose(**{key: None if value == self.varied.dose[key].default else figure})

    def _choose_one(self, key: str, value: str) -> None:
        default = next(iter(self._alternatives(key)))
        self._choose(**{key: None if value == default else value})

    def _choose(self, **what: object) -> None:
        self._take(replace(self._choice, **what))  # type: ignore[arg-type]  # the keys are the form's own

    def _reset(self) -> None:
        """Put back the recommended; then, what was there before."""
        before, self._before = self._before, None
        if before is None:
            before, self._before = ExerciseChoice(), self._choice
        self._put(before)

    def _take(self, choice: ExerciseChoice) -> None:
        if choice.variant != self._choice.variant:
            # A figure that the other variant does not have, or bounds otherwise, would be a hidden choice.
            choice = replace(choice, sets=None, reps=None, hold_s=None, cycle_s=None, rest_s=None)
        self._before = None
        self._put(choice)

    def _put(self, choice: ExerciseChoice) -> None:
        self.show_choice(choice)
        self.changed.emit(self.exercise.id, choice)
