"""Routines: build, copy, reorder, set the doses of one routine. Every change is kept at once and can be undone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from footroutine.domain.routine import LONGEST_NAME, MOST_STEPS, Routine
from footroutine.domain.routine_edit import added, clean_name, renamed
from footroutine.ui.announce import announce
from footroutine.ui.flow import WrapLayout
from footroutine.ui.look import Themed, apply_look
from footroutine.ui.page import Page
from footroutine.ui.parts import Button, clear, label, tip
from footroutine.ui.step_list import StepList
from footroutine.ui.theme import Space
from footroutine.ui.views import RoutinesView
from footroutine.ui.words import exercises


class RoutinesPage(Page, Themed):
    """Gives back a whole new routine at every change, with what was done in words; it keeps none itself."""

    opened = Signal(str)
    edited = Signal(Routine, str)
    new_requested = Signal()
    chosen = Signal(str)  # for Today
    duplicated = Signal(str)
    deleted = Signal(str)
    undo_requested = Signal()
    handout_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("routinesPage", widest=1640)
        self._view: RoutinesView | None = None
        self._chip_row, self._add_row = QWidget(), QWidget()
        self._chips = WrapLayout(self._chip_row, Space.S + 2)
        self._adds = WrapLayout(self._add_row, Space.S + 2)
        self.name = QLineEdit()
        self.name.setObjectName("routineName")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name of the routine"))
        self.name.setToolTip(self.tr("Type another name; Enter keeps it"))
        self.length = label("", "label", "routineLength")
        self.origin = label("", "small", "routineOrigin")
        self.choose = Button("", "primary", "routineChoose", "check-bold")
        self.copy = Button(self.tr("Duplicate"), "", "routineDuplicate", "copy-bold")
        self.delete = Button(self.tr("Delete"), "", "routineDelete", "trash-bold")
        self.sheet = Button(self.tr("Print…"), "", "routinePrint", "printer-bold")
        self.sheet.setToolTip(self.tr("Saves it as a sheet for printing: pictures, doses, what to mind"))
        self.undo = Button(self.tr("Undo"), "", "routineUndo", "arrow-u-up-left-bold")
        self.undone = label("", "muted", "routineUndoWhat")
        self.steps = StepList()
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._rename)
        for button, signal in (
            (self.choose, self.chosen),
            (self.copy, self.duplicated),
            (self.delete, self.deleted),
            (self.sheet, self.handout_requested),
        ):
            button.clicked.connect(lambda _=False, signal=signal: self._view and signal.emit(self._view.routine.id))
        self.undo.clicked.connect(self.undo_requested)
        self.steps.edited.connect(self.edited)
        self.steps.rebuilt.connect(self._show_card)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.undo_requested)

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = WrapLayout(buttons, Space.M)
        for button in (self.choose, self.copy, self.delete, self.sheet, self.undo):
            row.addWidget(button)
        self.column.addWidget(label(self.tr("Routines"), "title"))
        self.column.addWidget(self._chip_row)
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        for line in (self.name, self.length, self.origin):
            words.addWidget(line)
        self.column.addLayout(words)
        for piece in (buttons, self.undone, self.steps):
            self.column.addWidget(piece)
        self.column.addWidget(label(self.tr("Add an exercise"), "section", "addTitle"))
        self.column.addWidget(self._add_row)
        self.column.addStretch()

    def show_view(self, view: RoutinesView) -> None:
        """Show a routine."""
        before, self._view = self._view, view
        if before is None or before.routines != view.routines or before.routine.id != view.routine.id:
            self._make_chips(view)
        if before is None or before.exercises != view.exercises:
            self._make_adds(view)
        if self.name.text() != view.routine.name:
            self.name.setText(view.routine.name)
        self.length.setText(self._length(view))
        own = self.tr("Yours. Every change is kept at once.")
        shipped = self.tr("This one comes with Foot Routine and stays as it is: your first change makes a copy of it.")
        self.origin.setText(own if view.is_own else shipped)
        self.choose.setEnabled(not view.is_chosen)
        self.choose.setText(self.tr("Used on Today") if view.is_chosen else self.tr("Use on Today"))
        self.delete.setVisible(view.is_own)
        self.undo.setVisible(bool(view.undoable))
        self.undo.setAccessibleName(self.tr("Undo: {what}").format(what=view.undoable))
        self.undo.setToolTip(tip(self.tr("Undo: {what} (Ctrl+Z)").format(what=view.undoable)))
        self.undone.setText(f"{view.undoable}." if view.undoable else "")
        self.undone.setVisible(bool(view.undoable))
        self._add_row.setEnabled(len(view.steps) < MOST_STEPS)
        self.steps.show_view(view)
        self.chain()

    def _length(self, view: RoutinesView) -> str:
        counted = exercises(len(view.steps))
        about = self.tr("{exercises} · about {time}").format(exercises=counted, time=view.length_text)
        return about if view.length_text else self.tr("Every exercise of it is turned off in Settings")

    def _make_chips(self, view: RoutinesView) -> None:
        clear(self._chips)
        buttons: dict[str, Button] = {}
        for chip in view.routines:
            text = f"{chip.name} · {chip.length_text}"
            button = Button(text if chip.length_text else chip.name, "chip", f"routine_{chip.id}")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.picked.connect(lambda id_=chip.id: self.opened.emit(id_))
            self._put(self._chips, button)
            buttons[chip.id] = button
        buttons[view.routine.id].show_checked(True)
        new = Button(self.tr("+ New"), "chip", "routineNew")
        new.setAccessibleName(self.tr("New routine"))
        new.clicked.connect(self.new_requested)
        self._put(self._chips, new)

    def _make_adds(self, view: RoutinesView) -> None:
        clear(self._adds)
        for id_, name in view.exercises.items():
            button = Button(f"+ {name}", "chip", f"add_{id_}")
            button.setAccessibleName(self.tr("Add {exercise}").format(exercise=name))
            button.clicked.connect(lambda _=False, id_=id_: self._add(id_))
            self._put(self._adds, button)

    def _put(self, line: WrapLayout, button: Button) -> None:
        line.addWidget(button)
        button.show()
        if self.look:
            apply_look(button, self.look)

    def _show_card(self, shown: QWidget) -> None:
        self.settle()
        self.ensureWidgetVisible(shown)

    def _rename(self) -> None:
        if self._view is None:
            return
        name = clean_name(self.name.text())
        if name and name != self._view.routine.name:
            self.edited.emit(renamed(self._view.routine, name), self.tr("Name changed"))
        else:
            self.name.setText(self._view.routine.name)

    def _add(self, exercise_id: str) -> None:
        if self._view:
            name = self._view.exercises[exercise_id]
            self.edited.emit(added(self._view.routine, exercise_id), self.tr("{exercise} added").format(exercise=name))
            announce(self, self.length.text())
