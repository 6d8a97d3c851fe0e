"""Layouts that wrap: a line of pieces that goes on below, and a grid of equal columns."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from footroutine.ui.theme import Space


class WrapLayout(QLayout):
    """Lays its pieces out left to right and goes on below when the line is full."""

    def __init__(self, parent: QWidget | None = None, gap: int = Space.M) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Add a piece at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many pieces there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The piece at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the piece at an index, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def minimumSize(self) -> QSize:
        """No piece is made narrower than it can be."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self._gap * max(0, len(hints) - 1)
        return QSize(sum(h.width() for h in hints) + gaps, max((h.height() for h in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put every piece in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), item.minimumSize().width()), 1 << 20))
            if item.hasHeightForWidth():
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()


class ColumnsLayout(WrapLayout):
    """A grid of equal columns, as many as are at least `narrowest` wide, shared evenly over the rows.

    The pieces of a row are equally tall, unless they are not `even`: then each is as tall as it needs to be. Those that
    `line_up` have as many columns as there is room for, so that the columns of one card stand below those of the next.
    Those that `fill` leave no gap in the last row: fewer pieces are wider.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = Space.M,
        narrowest: int = 180,
        *,
        even: bool = True,
        line_up: bool = False,
        fill: bool = False,
    ) -> None:
        super().__init__(parent, gap)
        self._narrowest = narrowest
        self._even, self._line_up, self._fill = even, line_up, fill

    def set_narrowest(self, width: int) -> None:
        """The least width of a column in pixels."""
        self._narrowest = width
        self.invalidate()

    def columns(self, width: int) -> int:
        """How many columns there are at a width."""
        count = len(self._shown())
        fit = max(1, (width + self._gap) // (self._narrowest + self._gap))
        if self._line_up:
            return fit
        fit = max(1, min(count, fit))
        rows = -(-count // fit)
        return max(1, -(-count // max(1, rows)))

    def expandingDirections(self) -> Qt.Orientation:
        """Taller is welcome: the rows share it."""
        return Qt.Orientation.Vertical

    def minimumSize(self) -> QSize:
        """One column, as narrow as its pieces can be; whatever height that takes is told by `heightForWidth`."""
        return QSize(max((item.minimumSize().width() for item in self._shown()), default=0), 0)

    def sizeHint(self) -> QSize:
        """All in one row."""
        count = max(1, len(self._shown()))
        width = count * self._narrowest + (count - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def _rows(self, width: int) -> list[tuple[list[QLayoutItem], int, int]]:
        """The pieces of each row, their width, and the height of the tallest."""
        columns = self.columns(width)
        shown, rows = self._shown(), []
        for i in range(0, len(shown), columns):
            row = shown[i : i + columns]
            side_by_side = len(row) if self._fill else columns
            cell = (width - (side_by_side - 1) * self._gap) // side_by_side
            rows.append((row, cell, max(_height(item, cell) for item in row)))
        return rows

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        rows = self._rows(rect.width())
        needed = sum(height for *_, height in rows) + self._gap * max(0, len(rows) - 1)
        spare = max(0, rect.height() - needed) // max(1, len(rows))
        y = rect.y()
        for row, cell, least in rows:
            height = least + spare
            for index, item in enumerate(row):
                if move:
                    tall = height if self._even else _height(item, cell)
                    item.setGeometry(QRect(rect.x() + index * (cell + self._gap), y, cell, tall))
            y += height + self._gap
        return needed


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
