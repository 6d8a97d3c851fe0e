"""Routines: each change gives back a whole routine; the mouse, the buttons and the keys do the same."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QPushButton, QWidget
from ui_views import heard, routines_view, texts, today_view

from footroutine.domain.library import Library
from footroutine.domain.routine import MOST_STEPS, Routine, Step
from footroutine.ui.views import RoutinesView
from footroutine.ui.window import MainWindow


class Edited:
    """The page, and an owner that keeps every change, as the program does."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        self.window, self.library, self.page = window, library, window.routines
        self.said: list[str] = []
        self.routine = routines_view(library).routine
        window.routine_edited.connect(self._keep)
        window.show_routines(routines_view(library))
        QApplication.processEvents()

    def _keep(self, routine: Routine, what: str) -> None:
        self.routine = routine
        self.said.append(what)
        view = routines_view(self.library, *(step.exercise for step in routine.steps), routine=routine)
        self.window.set_routines(view)

    @property
    def order(self) -> list[str]:
        return [step.exercise for step in self.routine.steps]

    def control(self, name: str) -> QWidget:
        found = [w for w in self.page.findChildren(QWidget, name) if w.isVisible()]
        assert len(found) == 1, name
        return found[0]

    def press(self, name: str) -> None:
        button = self.control(name)
        assert isinstance(button, QPushButton)
        button.click()


@pytest.fixture
def edited(window: MainWindow, library: Library) -> Edited:
    return Edited(window, library)


def test_the_routine_is_seen_with_its_length_and_every_dose(edited: Edited) -> None:
    page = edited.page
    assert page.name.text() == "Mine"
    assert texts(page, "routineLength") == ["3 exercises · about 9 min"]
    assert texts(page, "stepTitle") == ["Toe Press", "Ankle Circles", "Active Flexion"]
    sets = edited.control("step_0_sets")
    assert isinstance(sets, QDoubleSpinBox)
    assert sets.value() == edited.library.exercises["toe-press"].dose["sets"].default
    assert edited.control("routine_mine").isChecked()  # type: ignore[attr-defined]


def test_a_figure_is_set_for_this_routine_alone_within_the_exercises_limits(edited: Edited) -> None:
    sets = edited.control("step_0_sets")
    assert isinstance(sets, QDoubleSpinBox)
    limit = edited.library.exercises["toe-press"].dose["sets"]
    assert (sets.minimum(), sets.maximum()) == (limit.minimum, limit.maximum)
    sets.setValue(2)
    assert edited.routine.steps[0] == Step("toe-press", {"sets": 2})
    assert "Settings: 3" in texts(edited.page, "cellNote")
    sets.setValue(limit.default)
    assert edited.routine.steps[0] == Step("toe-press")


def test_a_variant_is_chosen_for_this_routine(edited: Edited, library: Library) -> None:
    name = next(iter(library.exercises["toe-press"].variants))
    box = edited.control("step_0_variant")
    box.setCurrentIndex(1)  # type: ignore[attr-defined]
    box.activated.emit(1)  # type: ignore[attr-defined]
    assert edited.routine.steps[0] == Step("toe-press", {}, name)


@pytest.mark.parametrize("by_key", [True, False])
def test_a_step_moves_and_the_focus_goes_with_it(edited: Edited, by_key: bool) -> None:
    for name in ("step_0_down", "step_1_down"):
        button = edited.control(name)
        button.setFocus()
        if by_key:
            QTest.keyClick(button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        else:
            QTest.keyClick(button, Qt.Key.Key_Return)
    assert edited.order == ["ankle-circles", "active-flexion", "toe-press"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert edited.page.steps.cards[2].isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert edited.order == ["ankle-circles", "toe-press", "active-flexion"]
    assert edited.said == ["Toe Press moved"] * 3


def test_alt_and_arrows_move_the_step_from_a_number_too(edited: Edited) -> None:
    box = edited.control("step_0_reps")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert edited.order == ["ankle-circles", "toe-press", "active-flexion"]
    assert edited.routine.steps[1] == Step("toe-press")


def test_a_step_is_dragged_past_its_neighbours(edited: Edited) -> None:
    page = edited.page
    page.resize(page.width(), 1600)
    first, last = page.steps.cards[0], page.steps.cards[-1]
    grip = first.grip
    below = grip.mapFromGlobal(last.mapToGlobal(last.rect().bottomLeft()))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, QPoint(4, below.y() - 4))
    QApplication.processEvents()
    assert page.steps._order[2] is first
    assert first.y() > page.steps.cards[2].y()  # it lies there before the mouse lets go
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert edited.order == ["ankle-circles", "active-flexion", "toe-press"]


def test_a_step_let_go_where_it_was_changes_nothing(edited: Edited) -> None:
    grip = edited.page.steps.cards[1].grip
    QTest.mouseClick(grip, Qt.MouseButton.LeftButton)
    assert edited.said == []


def test_exercises_are_added_and_taken_out_but_for_the_last(edited: Edited) -> None:
    edited.press("add_wall-stretch")
    assert edited.order == ["toe-press", "ankle-circles", "active-flexion", "wall-stretch"]
    for _ in range(3):
        edited.press("step_0_remove")
    assert edited.order == ["wall-stretch"]
    assert not edited.control("step_0_remove").isEnabled()
    assert edited.said[-1] == "Active Flexion taken out"


def test_a_full_routine_takes_no_more(window: MainWindow, library: Library) -> None:
    window.show_routines(routines_view(library, *["toe-press"] * MOST_STEPS))
    add = window.routines.findChild(QPushButton, "add_toe-press")
    assert isinstance(add, QPushButton)
    assert not add.isEnabled()


def test_a_name_is_taken_when_enter_is_pressed(edited: Edited) -> None:
    name = edited.page.name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "After {work}")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert edited.routine.name == "After work"
    name.clear()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.text() == "After work"
    assert edited.said == ["Name changed"]


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("routineChoose", lambda w: w.routine_chosen),
        ("routineDuplicate", lambda w: w.routine_duplicated),
        ("routineDelete", lambda w: w.routine_deleted),
    ],
)
def test_the_buttons_tell_which_routine_is_meant(
    edited: Edited, button: str, signal: Callable[[MainWindow], object]
) -> None:
    said = heard(signal(edited.window))  # type: ignore[arg-type]
    edited.press(button)
    assert said == ["mine"]


def test_undo_says_what_it_takes_back_and_has_its_key(edited: Edited, library: Library) -> None:
    page = edited.page
    assert not page.undo.isVisible()
    edited.window.set_routines(routines_view(library, undoable="Toe Press taken out"))
    assert texts(page, "routineUndoWhat") == ["Toe Press taken out."]
    assert page.undo.accessibleName() == "Undo: Toe Press taken out"
    undone: list[bool] = []
    edited.window.routine_undo.connect(lambda: undone.append(True))
    page.undo.setFocus()
    QTest.keyClick(page.undo, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.undo.click()
    assert undone == [True, True]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"is_own": False}, (False, True, "This one comes with Foot Routine")),
        ({"is_chosen": True}, (True, False, "Yours.")),
    ],
)
def test_a_shipped_routine_says_that_a_change_makes_a_copy(
    window: MainWindow, library: Library, changes: dict[str, bool], shown: tuple[bool, bool, str]
) -> None:
    window.show_routines(routines_view(library, **changes))
    page = window.routines
    assert (page.delete.isVisible(), page.choose.isEnabled()) == shown[:2]
    assert texts(page, "routineOrigin")[0].startswith(shown[2])


def test_what_settings_leave_out_is_said(window: MainWindow, library: Library) -> None:
    view: RoutinesView = routines_view(library, "toe-press")
    step = view.steps[0]
    out = type(step)(step.exercise, step.limits, step.inherited, step.moment, included=False)
    window.show_routines(routines_view(library, "toe-press", steps=(out,), length_text=""))
    assert texts(window.routines, "stepLeftOut") == ["Left out in Settings"]
    assert texts(window.routines, "routineLength") == ["Every exercise of it is turned off in Settings"]


def test_new_on_today_and_here_asks_for_a_routine(window: MainWindow, library: Library) -> None:
    asked: list[bool] = []
    window.routine_new.connect(lambda: asked.append(True))
    window.show_today(today_view())
    for page, name in ((window.today, "newRoutine"), (window.routines, "routineNew")):
        window.set_routines(routines_view(library))
        button = page.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()
    assert asked == [True, True]


def test_a_button_that_is_held_down_lives_on_when_a_copy_takes_the_place_of_a_shipped_routine(
    window: MainWindow, library: Library
) -> None:
    window.show_routines(routines_view(library, is_own=False))
    before = window.routines.steps.cards
    view = routines_view(library)
    window.set_routines(
        routines_view(
            library,
            routine=type(view.routine)("copy", "C", "C", "C.", view.routine.steps),
            routines=(*view.routines, type(view.routines[0])("copy", "C")),
        )
    )
    assert window.routines.steps.cards == before
    assert window.routines.name.text() == "C"
