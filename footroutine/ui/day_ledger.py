"""The plan of the day: what there is to do, at which times, and which of them are done; and how it is changed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from footroutine.domain.settings import Settings, options
from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.parts import Button, Sign, clear, headed, label, rule, set_text
from footroutine.ui.practice_views import DayView, EntryView, SlotView
from footroutine.ui.theme import Size, Space

if TYPE_CHECKING:
    from footroutine.ui.setting_cells import SettingCells

_CHANGED_HERE = ("plan", "toe_press_times", "routine_times", "rest_days")


class LedgerLine(QWidget):
    """One thing of the plan: ``Toe Press · 1 of 3``, and below it its times, each with a mark."""

    def __init__(self, entry: EntryView) -> None:
        super().__init__()
        self.setObjectName("ledgerLine")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        title = self.tr("{what} · {done} of {goal}").format(what=entry.title, done=entry.done, goal=len(entry.slots))
        if entry.more:
            title = self.tr("{title}, and {n} more").format(title=title, n=entry.more)
        column.addWidget(label(title, "label", "ledgerTitle"))
        times = QWidget()
        line = WrapLayout(times, Space.L)
        column.addWidget(times)
        for slot in entry.slots:
            line.addWidget(self._slot(slot))

    def _slot(self, slot: SlotView) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        icon = "check-circle-fill" if slot.done else "circle-bold"
        row.addWidget(Sign(icon, "accent" if slot.done or slot.is_next else "outline", Size.LEAD))
        text = self.tr("{time} · next").format(time=slot.time) if slot.is_next else slot.time
        time = label(text, "accent" if slot.is_next else "label" if slot.done else "muted", "ledgerTime", wrap=False)
        time.setAccessibleName(self.tr("{time}, done").format(time=slot.time) if slot.done else text)
        row.addWidget(time)
        return box


class DayDone(QFrame):
    """Says that the day's plan is done, and what tomorrow brings; hidden until then."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dayDone")
        self.setProperty("role", "bar")
        self._said = label("", "lead", "dayDoneSaid")
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        line.setSpacing(Space.M)
        line.addWidget(Sign("check-circle-fill"))
        line.addWidget(self._said, 1)
        self.hide()

    def show_view(self, view: DayView) -> None:
        """Show it, or nothing."""
        self.setVisible(view.is_done)
        set_text(self._said, " ".join((self.tr("That is all for today. Well done."), view.tomorrow)).strip())


class DayLedger(QFrame, Themed):
    """Hidden where there is no plan. What was missed has no word of its own: its mark is only empty.

    The plan is changed in the card itself; every change is given back at once, and is shown when it comes in a view.
    """

    changed = Signal(Settings)
    turned = Signal()  # the inputs have come, or gone

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dayLedger")
        self.setProperty("role", "card")
        self._view: DayView | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.M)
        self.change = Button("", "link", "changeDay")
        self.change.clicked.connect(lambda: self.edit(on=not self.is_edited))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.M, Space.L)
        column.setSpacing(Space.S)
        column.addLayout(headed(label(self.tr("Through the day"), "strong"), self.change))
        column.addLayout(self._lines)
        self._inputs: SettingCells | None = None
        self._editor = QWidget()
        self._grid = ColumnsLayout(self._editor, Space.L, narrowest=230)
        column.addWidget(self._editor)
        column.addStretch()
        self._editor.hide()
        self._name_button()
        self.hide()

    @property
    def is_edited(self) -> bool:
        """Whether the inputs are there."""
        return not self._editor.isHidden()

    def edit(self, *, on: bool) -> None:
        """Show the inputs, or put them away; they are made when they are first wanted."""
        if on and self._inputs is None:
            self._inputs = self._make_inputs()
        self._editor.setVisible(on)
        self._name_button()
        self._show_whole()
        self.turned.emit()

    def _make_inputs(self) -> "SettingCells":
        from footroutine.ui.setting_cells import SettingCells

        inputs = SettingCells("day")
        for name in _CHANGED_HERE:
            self._grid.addWidget(inputs.make(name, options()[name]))
        inputs.chosen.connect(self._choose)
        inputs.refused.connect(inputs.say)
        if self._view:
            inputs.show(self._view.settings)
        if self.look:
            apply_look(self._editor, self.look)
        return inputs

    def _choose(self, name: str, value: object) -> None:
        if self._view:
            self.changed.emit(replace(self._view.settings, **{name: value}))  # type: ignore[arg-type]

    def _name_button(self) -> None:
        self.change.setText(self.tr("Done") if self.is_edited else self.tr("Change"))
        named = self.tr("Done with the plan of your day") if self.is_edited else self.tr("Change the plan of your day")
        self.change.setAccessibleName(named)

    def _show_whole(self) -> None:
        self.setVisible(self.is_edited or bool(self._view and self._view.has_plan))

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider inputs."""
        super().set_look(look)
        self._grid.set_narrowest(look.px(Size.BODY) * 15)

    def show_view(self, view: DayView) -> None:
        """Show a day; what has not changed is left alone."""
        if view == self._view:
            return
        self._view = view
        clear(self._lines)
        for number, entry in enumerate(view.entries):
            if number:
                self._lines.addWidget(rule())
            self._lines.addWidget(LedgerLine(entry))
        said = self._said(view)
        if said:
            self._lines.addWidget(label(said, "muted", "ledgerSaid"))
        if self._inputs:
            self._inputs.show(view.settings)
        if self.look:
            apply_look(self, self.look)
        self._show_whole()

    def _said(self, view: DayView) -> str:
        if not view.has_plan:
            return self.tr("No plan.")
        if not view.entries:
            return self.tr("A rest day. Rest is part of the plan.")
        return ""
