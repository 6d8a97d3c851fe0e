"""The weeks before today at a glance: a square for each day, the days in a row, and how pain has changed."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from footroutine.ui import progress_words as said
from footroutine.ui.chart import Chart
from footroutine.ui.charts import Inks
from footroutine.ui.look import Look
from footroutine.ui.parts import Button, headed, label, set_text
from footroutine.ui.practice_views import GlanceView
from footroutine.ui.progress_views import DayMark
from footroutine.ui.theme import Space

_ROWS = 7.0  # a week is a column, Monday at its top
_FEWEST = 12  # weeks
_AIR = 0.22  # of a day's place


class WeeksChart(Chart):
    """As many weeks as there is room for, the last at the right; half a square is some of a session.

    Today has a frame, and the days to come of its week are only outlined.
    """

    def __init__(self) -> None:
        super().__init__("weeksChart")
        self._marks: Mapping[date, DayMark] = {}
        self._today: date | None = None

    def show_days(self, view: GlanceView) -> None:
        """Show the weeks up to today."""
        self._marks, self._today = view.marks, view.today
        self.describe(view.headline, view.summary)

    def lines(self) -> float:
        """A line for the months, and one for each day of the week."""
        return _ROWS + 1

    def paint(self, painter: QPainter, box: QRectF, look: Look, inks: Inks) -> None:
        """Draw the days."""
        if self._today is None:
            return
        place = box.height() / (_ROWS + 1)
        weeks = self._weeks(int(box.width() / place))
        monday = self._today - timedelta(days=self._today.weekday())
        days = box.adjusted(0, place, 0, 0)
        painter.setFont(inks.font)
        for week in range(weeks):
            first = monday - timedelta(weeks=weeks - 1 - week)
            if first.day <= 7 and week < weeks - 2:  # the last two have no room for a name
                painter.setPen(look.color("muted"))
                painter.drawText(QPointF(box.left() + week * place, box.top() + place * 0.8), said.month_name(first))
            painter.setPen(Qt.PenStyle.NoPen)
            for row in range(7):
                at = QRectF(days.left() + week * place, days.top() + row * place, place, place)
                self._paint_day(painter, at, first + timedelta(days=row), look)

    def _weeks(self, most: int) -> int:
        """How many weeks are shown: from the first with something done, and not too few to be a row."""
        assert self._today
        first = min(self._marks, default=self._today)
        return min(most, max(_FEWEST, (self._today - first).days // 7 + 2))

    def _paint_day(self, painter: QPainter, at: QRectF, day: date, look: Look) -> None:
        side = at.width() * (1 - _AIR)
        square = QRectF(at.left(), at.top(), side, side)
        assert self._today
        if day > self._today:
            painter.setPen(QPen(look.color("track"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(0.75, 0.75, -0.75, -0.75), side * 0.22, side * 0.22)
            painter.setPen(Qt.PenStyle.NoPen)
            return
        mark = self._marks.get(day)
        painter.setBrush(look.color("accent" if mark is DayMark.DONE else "track"))
        painter.drawRoundedRect(square, side * 0.22, side * 0.22)
        if mark is DayMark.PART:
            painter.setClipRect(square.adjusted(0, side / 2, 0, 0))
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(square, side * 0.22, side * 0.22)
            painter.setClipping(False)
        if day == self._today:
            painter.setPen(QPen(look.color("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square, side * 0.22, side * 0.22)
            painter.setPen(Qt.PenStyle.NoPen)


class GlanceCard(QFrame):
    """Hidden while there is nothing to look back on."""

    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("glanceCard")
        self.setProperty("role", "card")
        self.more = Button(self.tr("More"), "link", "moreProgress")
        self.more.setAccessibleName(self.tr("More in Progress"))
        self.more.clicked.connect(self.more_requested)
        self.headline = label("", "label", "glanceHeadline")
        self.weeks = WeeksChart()
        self.pain = label("", "muted", "glancePain")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.M, Space.L)
        column.setSpacing(Space.S)
        column.addLayout(headed(label(self.tr("Your weeks"), "strong"), self.more))
        for piece in (self.headline, self.weeks, self.pain):
            column.addWidget(piece)
        column.addStretch()
        self.hide()

    def show_view(self, view: GlanceView | None) -> None:
        """Show the weeks, or nothing."""
        if view:
            set_text(self.headline, view.headline)
            set_text(self.pain, view.pain)
            self.pain.setVisible(bool(view.pain))
            self.weeks.show_days(view)
        self.setVisible(view is not None)
