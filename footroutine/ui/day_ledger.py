"""The plan of the day: what there is to do, at which times, and which of them are done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from footroutine.ui.flow import WrapLayout
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.parts import Button, Sign, clear, label
from footroutine.ui.practice_views import DayView, EntryView, SlotView
from footroutine.ui.theme import Size, Space

_LARGE_PERCENT = 150


class LedgerLine(QWidget):
    """One thing of the plan: ``Toe Press · 1 of 3``, then its times, each with a mark."""

    def __init__(self, entry: EntryView) -> None:
        super().__init__()
        self.setObjectName("ledgerLine")
        line = WrapLayout(self, Space.L)
        title = self.tr("{what} · {done} of {goal}").format(what=entry.title, done=entry.done, goal=len(entry.slots))
        if entry.more:
            title = self.tr("{title}, and {n} more").format(title=title, n=entry.more)
        line.addWidget(label(title, "strong", "ledgerTitle", wrap=False))
        for slot in entry.slots:
            line.addWidget(self._slot(slot))

    def _slot(self, slot: SlotView) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        icon = "check-circle-fill" if slot.done else "circle-bold"
        row.addWidget(Sign(icon, "accent" if slot.done else "outline", Size.LEAD))
        time = label(slot.time, "label" if slot.done else "muted", "ledgerTime", wrap=False)
        time.setAccessibleName(self.tr("{time}, done").format(time=slot.time) if slot.done else slot.time)
        row.addWidget(time)
        return box


class DayLedger(QFrame, Themed):
    """Hidden where there is no plan. What was missed has no word of its own: its mark is only empty."""

    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dayLedger")
        self.setProperty("role", "card")
        self._view: DayView | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.S)
        self.change = Button(self.tr("Change"), "quiet", "changeDay")
        self.change.setAccessibleName(self.tr("Change the plan of your day"))
        self.change.clicked.connect(self.change_requested)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for the button below the lines."""
        super().set_look(look)
        is_large = look.percent > _LARGE_PERCENT
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_large else QBoxLayout.Direction.LeftToRight)

    def show_view(self, view: DayView) -> None:
        """Show a day; what has not changed is left alone."""
        if view == self._view:
            return
        self._view = view
        clear(self._lines)
        for entry in view.entries:
            self._lines.addWidget(LedgerLine(entry))
        said = "" if not view.has_plan else self._said(view)
        if said:
            self._lines.addWidget(label(said, "muted", "ledgerSaid"))
        if self.look:
            apply_look(self, self.look)
        self.setVisible(view.has_plan)

    def _said(self, view: DayView) -> str:
        if not view.entries:
            return self.tr("A rest day. Rest is part of the plan.")
        if all(entry.done == len(entry.slots) for entry in view.entries):
            return self.tr("That is all for today. Well done.")
        return ""
