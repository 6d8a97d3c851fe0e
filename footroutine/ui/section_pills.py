"""The sections of a long page: a pill leads to each, and the one in sight is marked."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from footroutine.ui.flow import WrapLayout
from footroutine.ui.page import Page
from footroutine.ui.parts import Button
from footroutine.ui.theme import Space

_MOST = 0.2  # of the page's height: pills that take more scroll away with it


class SectionPills(QWidget):
    """Stays at the top while the page scrolls; `place_holder` is where it stands before."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("sectionPills")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place_holder = QWidget()
        self.place_holder.installEventFilter(self)
        self._page = page
        self._line = WrapLayout(self, Space.S)
        self._line.setContentsMargins(0, Space.S, 0, Space.S)
        self._targets: dict[Button, QWidget] = {}
        self._bar = page.verticalScrollBar()
        self._bar.valueChanged.connect(self._on_scroll)

    def add(self, title: str, target: QWidget) -> None:
        """A pill that leads to a widget of the page."""
        pill = Button(title, "chip", "sectionChip")
        pill.setCheckable(True)
        pill.setAutoExclusive(True)
        pill.clicked.connect(lambda: self.go(target))
        self._targets[pill] = target
        self._line.addWidget(pill)

    def go(self, target: QWidget) -> None:
        """Scroll to a widget of the page; the last ones may have no page below them to come up to its top."""
        self._page.settle()
        self._bar.setValue(self._top(target) - (self.height() if self._stays() else Space.M))
        for pill, section in self._targets.items():
            pill.show_checked(section is target)

    def chain(self, first: QWidget) -> None:
        """Have Tab come here before the page's first input."""
        for before, after in pairwise([*self._targets, first]):
            QWidget.setTabOrder(before, after)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the place that is kept in the page."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        wide = self.place_holder.width()
        tall = self._line.heightForWidth(wide) + 2 * Space.S
        self.place_holder.setFixedHeight(tall)
        self.resize(wide, tall)
        self._on_scroll()

    def _stays(self) -> bool:
        return self.height() <= _MOST * self._page.height()

    def _top(self, target: QWidget) -> int:
        return target.mapTo(self._page, QPoint(0, 0)).y() + self._bar.value()

    def _on_scroll(self) -> None:
        if not (isValid(self._bar) and self._page.isAncestorOf(self.place_holder)):
            return  # the page is on its way out, as when the language changes
        at = self.place_holder.mapTo(self._page, QPoint(0, 0))
        self.move(at.x(), max(0, at.y()) if self._stays() else at.y())
        self.raise_()
        reached = self._bar.value() + self.height() + Space.L
        tops = {pill: self._top(target) for pill, target in self._targets.items()}
        passed = [pill for pill, top in tops.items() if top <= reached] or list(tops)[:1]
        is_at_end = self._bar.value() == self._bar.maximum() > 0
        current = list(tops)[-1] if is_at_end else max(passed, key=tops.__getitem__, default=None)
        for pill in tops:
            pill.show_checked(pill is current)
