"""A row of pieces that says less where there is less room."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from footroutine.ui.look import Look, Themed
from footroutine.ui.theme import Space


class FittingRow(QWidget, Themed):
    """A row that takes the first of its levels that fits its width."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(Space.M)
        self.levels: Sequence[Callable[[], None]] = ()
        self._is_fitting = False

    def fit(self) -> None:
        """Say as much as there is room for."""
        if self._is_fitting:  # showing a piece lays the row out at once, and so comes here again
            return
        self._is_fitting = True
        for level in self.levels:
            level()
            self.row.invalidate()
            if self.row.totalMinimumSize().width() <= self.width():
                break
        self._is_fitting = False
        self.row.invalidate()  # it may have been laid out while a level was tried that does not fit
        self.row.activate()
        self.updateGeometry()

    def set_look(self, look: Look) -> None:
        """The type may have grown, and with it what there is room for."""
        super().set_look(look)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """It can always be made narrower."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self.fit()
