"""A page that scrolls. For what it imports late, and how it names Qt's enumerations, see `parts`."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from footroutine.ui.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from footroutine.ui.page_bar import PageBar

_DEEP = 5  # layouts within each other: how tall an inner one has become, those around it hear one after another


class Page(QScrollArea):
    """A page that scrolls up and down when its content is taller than the window; it never scrolls sideways."""

    def __init__(self, name: str, widest: int, *, centred: bool = False, is_whole: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setProperty("verticalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setProperty("focusPolicy", "NoFocus")
        self._seen = 0  # how wide; not asked of the viewport: whose class it is takes Qt long to tell, the first time
        self._body = QWidget()
        self._body.setObjectName("pageBody")
        outer = QHBoxLayout(self._body)
        outer.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        column = QWidget()
        column.setMaximumWidth(widest)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.L)
        if centred:
            outer.addStretch(1)
        outer.addWidget(column, 1000)  # up to its widest; only then is there air beside it
        outer.addStretch(1)
        self.setWidget(self._body)
        self._bar: PageBar | None = None
        if is_whole:
            self.make_bar()

    def make_bar(self) -> None:
        """Have a bar beside the page, which takes no room from it: not for the first picture."""
        from footroutine.ui.page_bar import PageBar

        self._bar = PageBar(self)
        self._bar.place(self.rect())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Hold the content to the width that can be seen, whatever it would like."""
        super().resizeEvent(event)
        self._seen = event.size().width()
        self._body.setMaximumWidth(self._seen)
        if self._bar:
            self._bar.place(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        """Keep to the visible width when the type grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._seen:
            self._body.setMaximumWidth(self._seen)

    def tall(self, width: int) -> int:
        """How tall the whole content is at a width."""
        return self._body.heightForWidth(width)

    def turn(self, key: int) -> bool:
        """Scroll by a key, for a page on which nothing has the focus; False if the key means nothing here."""
        from PySide6.QtCore import Qt

        bar = self.verticalScrollBar()
        to = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Down: bar.value() + bar.singleStep() * 3,
            Qt.Key.Key_Up: bar.value() - bar.singleStep() * 3,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }.get(Qt.Key(key))
        if to is not None:
            bar.setValue(to)
        return to is not None

    def chain(self) -> None:
        """Have Tab follow the layouts, whichever piece was made first."""
        pieces = [w for w in _laid_out(self._body) if w.focusPolicy() or isinstance(w, QPushButton)]
        for before, after in pairwise(pieces):
            QWidget.setTabOrder(before, after)

    def settle(self) -> None:
        """Lay everything out now, so that places on the page are true."""
        for _ in range(_DEEP):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _laid_out(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if layout := widget.layout():
        yield from _items(layout)


def _items(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item and (widget := item.widget()):
            yield from _laid_out(widget)
        elif item and (inner := item.layout()):
            yield from _items(inner)
