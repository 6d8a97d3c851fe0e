"""Minutes as upright bars, and sets of each exercise and side as lying ones."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from footroutine.ui.chart import Chart
from footroutine.ui.charts import Bar, Inks, paint_bars
from footroutine.ui.look import Look
from footroutine.ui.progress_views import ExerciseSets
from footroutine.ui.theme import Size, Space


class MinuteBars(Chart):
    """A bar for each week, month or year."""

    def __init__(self) -> None:
        super().__init__("minutes")
        self._bars: Sequence[Bar] = ()

    def show_bars(self, bars: Sequence[Bar], title: str, note: str) -> None:
        """Show other bars."""
        self._bars = bars
        self.describe(title, "; ".join([*(f"{bar.name}: {bar.text}" for bar in bars), note]))

    def lines(self) -> float:
        """Tall enough to compare."""
        return 11.0

    def paint(self, painter: QPainter, box: QRectF, look: Look, inks: Inks) -> None:
        """Draw the bars."""
        paint_bars(painter, box, self._bars, inks)


class SetBars(Chart):
    """The name of each exercise, and below it a bar for each side."""

    def __init__(self) -> None:
        super().__init__("sets")
        self._sets: Sequence[ExerciseSets] = ()

    def show_sets(self, sets: Sequence[ExerciseSets], title: str) -> None:
        """Show other counts."""
        self._sets = sets
        told = ((each.name, ", ".join(f"{s.side} {s.text}" for s in each.sides)) for each in sets)
        self.describe(title, "; ".join(f"{name}: {sides}" for name, sides in told))

    def lines(self) -> float:
        """A line for each name and each side."""
        return max(1.0, sum(1.3 + len(each.sides) for each in self._sets))

    def paint(self, painter: QPainter, box: QRectF, look: Look, inks: Inks) -> None:
        """Draw names and bars."""
        sides = [side for each in self._sets for side in each.sides]
        metrics = QFontMetricsF(inks.font)
        line = box.height() / self.lines()
        begin = max((metrics.horizontalAdvance(s.side) for s in sides), default=0.0) + 2 * Space.S
        end = max((metrics.horizontalAdvance(s.text) for s in sides), default=0.0) + Space.S
        room = max(10.0, box.width() - begin - end)
        most = max((s.sets for s in sides), default=0) or 1
        y = box.top()
        for each in self._sets:
            painter.setFont(look.font(Size.KEY, QFont.Weight.DemiBold))
            painter.setPen(inks.text)
            wide = QFontMetricsF(painter.font()).elidedText(each.name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRectF(box.left(), y, box.width(), line * 1.2), Qt.AlignmentFlag.AlignVCenter, wide)
            y += line * 1.2
            painter.setFont(inks.font)
            for side in each.sides:
                painter.setPen(inks.text)
                row = QRectF(box.left(), y, box.width(), line)
                painter.drawText(row.adjusted(Space.S, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, side.side)
                width = room * side.sets / most
                painter.fillRect(QRectF(box.left() + begin, y + line * 0.2, width, line * 0.6), inks.fill)
                after = QRectF(box.left() + begin + width + Space.XS, y, end + Space.S, line)
                painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, side.text)
                y += line
            y += line * 0.1
