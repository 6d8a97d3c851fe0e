"""The steps of a routine, one card below the other; they are moved by dragging and by keys."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from footroutine.domain.routine import Routine
from footroutine.domain.routine_edit import moved, removed, with_dose, with_variant
from footroutine.ui.announce import announce
from footroutine.ui.look import Themed, apply_look
from footroutine.ui.parts import clear
from footroutine.ui.step_card import StepCard
from footroutine.ui.theme import Space
from footroutine.ui.views import RoutinesView


class StepList(QWidget, Themed):
    """Gives back the whole routine at every change, with what was done in words."""

    edited = Signal(Routine, str)
    rebuilt = Signal(QWidget)  # the card that has the focus, once cards were made anew

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stepList")
        self.cards: list[StepCard] = []
        self._view: RoutinesView | None = None
        self._built: tuple[object, ...] = ()
        self._order: list[StepCard] = []  # as they lie now, while one is dragged
        self._focus_next: tuple[int, str] | None = None  # where the focus goes when the cards are made anew
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)

    def show_view(self, view: RoutinesView) -> None:
        """Show the steps; cards are made anew only for other exercises, or for another order."""
        self._view = view
        steps = view.routine.steps
        built = tuple((step.exercise, step.variant) for step in steps)
        if built != self._built:
            focus = self._focused()
            self._built = built
            self.setUpdatesEnabled(False)
            self._build(view)
            self._give_focus(focus)
            self.setUpdatesEnabled(True)
        for index, (card, step, shown) in enumerate(zip(self.cards, steps, view.steps, strict=True)):
            card.show_step(step, shown, index, len(steps))

    def _build(self, view: RoutinesView) -> None:
        clear(self._column)
        self.cards = [StepCard(index, step) for index, step in enumerate(view.steps)]
        self._order = list(self.cards)
        for index, card in enumerate(self.cards):
            card.moved.connect(lambda by, index=index: self._move(index, index + by))
            card.removed.connect(lambda index=index: self._remove(index))
            card.figure_set.connect(lambda key, value, index=index: self._set_figure(index, key, value))
            card.variant_set.connect(lambda variant, index=index: self._set_variant(index, variant))
            card.grip.dragged.connect(lambda at, card=card: self._drag(card, at))
            card.grip.dropped.connect(lambda card=card: self._move(self.cards.index(card), self._order.index(card)))
            self._column.addWidget(card)
            card.show()
        if self.look:
            apply_look(self, self.look)

    def _drag(self, card: StepCard, at: QPoint) -> None:
        """The card gives way to its neighbour once the mouse is past that one's middle."""
        y = self.mapFromGlobal(at).y()
        others = [c for c in self._order if c is not card]
        to = sum(y > c.geometry().center().y() for c in others)
        if self._order.index(card) != to:
            self._order = [*others[:to], card, *others[to:]]
            self._column.removeWidget(card)
            self._column.insertWidget(to, card)

    def _move(self, at: int, to: int) -> None:
        if self._view and to != at and 0 <= to < len(self.cards):
            card = self.cards[at]
            # The cards are made anew in their new order, and the focus goes with the one that moved.
            if (place := self._focused()) is None or place[0] == at:
                self._focus_next = (to, place[1] if place else "down")
            name = card.exercise.name
            self.edited.emit(moved(self._view.routine, at, to), self.tr("{exercise} moved").format(exercise=name))
            announce(self, self.tr("{exercise} is now number {n}").format(exercise=name, n=to + 1))

    def _remove(self, at: int) -> None:
        if self._view and len(self.cards) > 1:
            name = self.cards[at].exercise.name
            words = self.tr("{exercise} taken out").format(exercise=name)
            self.edited.emit(removed(self._view.routine, at), words)

    def _set_figure(self, at: int, key: str, value: float) -> None:
        if self._view:
            changed = with_dose(self._view.routine, at, key, value, self._view.steps[at].inherited[key])
            self.edited.emit(changed, self._words(at))

    def _set_variant(self, at: int, variant: str) -> None:
        if self._view:
            self.edited.emit(with_variant(self._view.routine, at, variant or None), self._words(at))

    def _words(self, at: int) -> str:
        return self.tr("{exercise} changed").format(exercise=self.cards[at].exercise.name)

    def _focused(self) -> tuple[int, str] | None:
        """In which card the focus is, and on which of its controls."""
        widget = QApplication.focusWidget()
        for index, card in enumerate(self.cards):
            if widget is not None and card.isAncestorOf(widget):
                return index, widget.objectName().removeprefix(f"step_{index}_")
        return None

    def _give_focus(self, was: tuple[int, str] | None) -> None:
        place, self._focus_next = self._focus_next or was, None
        if place is None:
            return
        index = min(place[0], len(self.cards) - 1)
        card = self.cards[index]
        wanted = card.findChild(QWidget, f"step_{index}_{place[1]}")
        (wanted or card.take_out).setFocus(Qt.FocusReason.OtherFocusReason)
        self.rebuilt.emit(card)
