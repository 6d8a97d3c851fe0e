"""When to stop, and when to see someone: every stop-sign of the exercises, each with its source."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footroutine.ui.flow import ColumnsLayout
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.page import Page
from footroutine.ui.parts import Button, clear, label, paper
from footroutine.ui.practice_views import RuleView, StopsView
from footroutine.ui.theme import Size, Space


class StopsPage(Page, Themed):
    """Text to be read, and the way back."""

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__("stopsPage", widest=1640)
        self.back = Button(self.tr("Back to Today"), "", "stopsBack", "arrow-left-bold")
        self.back.clicked.connect(self.back_requested)
        box = QWidget()
        self._sheets = ColumnsLayout(box, Space.L, even=False)
        self.column.addWidget(label(self.tr("When to stop, and when to see someone"), "title", "stopsTitle"))
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(box)
        self.column.addStretch()

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider columns."""
        super().set_look(look)
        self._sheets.set_narrowest(look.px(Size.BODY) * 26)

    def show_view(self, view: StopsView) -> None:
        """Show it anew."""
        clear(self._sheets)
        sheets = (
            (self.tr("When to see someone"), view.someone),
            (self.tr("Pain, as two sources see it"), view.pain),
            (self.tr("When to stop, in every exercise"), view.always),
            *((self.tr("When to stop: {exercise}").format(exercise=name), rules) for name, rules in view.exercises),
        )
        for title, rules in sheets:
            if rules:
                self._fill(self._add(title), rules)
        if self.look:
            apply_look(self, self.look)

    def _add(self, title: str) -> QVBoxLayout:
        sheet, inner = paper(title)
        self._sheets.addWidget(sheet)
        return inner

    def _fill(self, inner: QVBoxLayout, rules: tuple[RuleView, ...]) -> None:
        """Each text, and below all that one source says in a row, the source."""
        for source, said in groupby(rules, key=lambda rule: rule.source):
            for rule in said:
                inner.addWidget(label(rule.text, "body", "stopText"))
            inner.addWidget(label(source, "small", "stopSource"))
