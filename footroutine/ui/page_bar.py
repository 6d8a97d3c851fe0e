"""The bar beside a page that scrolls: the page's own is never seen."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QScrollBar
from shiboken6 import isValid

_WIDE = 14  # pixels; it lies in the page's margin


class PageBar(QScrollBar):
    """Shows and moves what the page's own bar does, which is never seen.

    Qt (6.11 still) lists the visible bars of a scroll area among its accessible children and does not look whether it
    has the child that it is asked for. A bar that goes, as with its page, would take the whole program down when a
    screen reader then asks for it. This one is not on that list, and takes no room from the page when it comes.
    """

    def __init__(self, page: QScrollArea) -> None:
        super().__init__(page)  # upright
        self._own = page.verticalScrollBar()
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self.setProperty("focusPolicy", "NoFocus")
        self.hide()

    def place(self, page: QRect) -> None:
        """Stand at the right edge of the page."""
        self.setGeometry(page.right() + 1 - _WIDE, page.top(), _WIDE, page.height())
        self._follow()

    def _follow(self) -> None:
        if not isValid(self._own):  # a page on its way out, in another language, has lost its own bar already
            return
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setValue(self._own.value())
        self.setVisible(self.maximum() > self.minimum())
        self.raise_()
