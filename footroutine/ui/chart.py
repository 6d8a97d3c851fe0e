"""A chart on a page: the keyboard reaches it, a screen reader reads it, and the same is there as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QSizePolicy, QTableView, QVBoxLayout, QWidget

from footroutine.ui.charts import Inks
from footroutine.ui.look import Look, Themed
from footroutine.ui.parts import draw_focus, label
from footroutine.ui.progress_views import Table, TableText
from footroutine.ui.theme import Size, Space

_MOST_ROWS = 10  # then the table scrolls
_Index = QModelIndex | QPersistentModelIndex


class Chart(QLabel, Themed):
    """Something drawn; a kind of it says what, and how many lines of type tall it is.

    A label with a picture is what Qt tells a screen reader is an image; what is seen is painted.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPixmap(QPixmap(1, 1))
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def lines(self) -> float:
        """How tall it is, in lines of its type."""
        return 9.0

    def paint(self, painter: QPainter, box: QRectF, look: Look, inks: Inks) -> None:
        """Draw it."""
        raise NotImplementedError

    def describe(self, title: str, words: str) -> None:
        """What a screen reader says of it."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        size = self.look.px(Size.KEY) if self.look else Size.KEY
        return QSize(200, round(self.lines() * size * 1.4) + 2 * Space.XS)

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, and the ring when the keyboard is here."""
        if self.look is None:
            return
        look = self.look
        inks = Inks(
            look.color("text"), look.color("border"), look.color("accent"), look.color("surface"), look.font(Size.KEY)
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(Space.XS, Space.XS, -Space.XS, -Space.XS)
        self.paint(painter, box, look, inks)
        painter.end()
        if self.hasFocus():
            draw_focus(self, look)


class _Texts(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = TableText((), ())

    def show_text(self, text: TableText) -> None:
        self.beginResetModel()
        self.text = text
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.text.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.text.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_name = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return self.text.columns[section] if is_name else None


class TextTable(QTableView, Themed):
    """A plain table to be read: by arrow keys, and by a screen reader; Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._texts = _Texts(self)
        self.setModel(self._texts)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setResizeContentsPrecision(_MOST_ROWS)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: TableText, title: str) -> None:
        """Show a table."""
        self._texts.show_text(text)
        self.setAccessibleName(title)
        if text.rows:
            self.setCurrentIndex(self._texts.index(0, 0))
        self._fit()

    def set_look(self, look: Look) -> None:
        """Take the look; the rows are as tall as its type."""
        super().set_look(look)
        self._fit()

    def _fit(self) -> None:
        row = round((self.look.px(Size.BODY) if self.look else Size.BODY) * 1.7)
        self.verticalHeader().setDefaultSectionSize(row)
        shown = min(max(1, len(self._texts.text.rows)), _MOST_ROWS)
        self.setFixedHeight(row * shown + self.horizontalHeader().sizeHint().height() + Space.XS)


class ChartCard(QFrame):
    """A piece of paper with a title, and below it the chart, or the same as a table."""

    def __init__(self, title: str, name: str, *charts: Chart) -> None:
        super().__init__()
        self.setObjectName(f"{name}Card")
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.column.setSpacing(Space.S)
        self.title = label(title, "section")
        self.column.addWidget(self.title)
        self.charts = charts
        self.table = TextTable(f"{name}Table")
        self._words: Table = lambda: TableText((), ())
        self._name = title
        for chart in charts:
            self.column.addWidget(chart, 1)  # as tall as the card beside it
        self.column.addWidget(self.table)
        self.column.addStretch()
        self.as_table(False)

    def take_table(self, table: Table, name: str) -> None:
        """Have another table from the next `as_table` on; `name` is what a screen reader calls it."""
        self._words, self._name = table, name

    def as_table(self, on: bool) -> None:
        """Show the table, which is filled now, or the chart."""
        if on:
            self.table.show_text(self._words(), self._name)
        for chart in self.charts:
            chart.setVisible(not on)
        self.table.setVisible(on)
