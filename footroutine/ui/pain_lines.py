"""The pain of one foot over a time, as a line."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from footroutine.ui.chart import Chart
from footroutine.ui.charts import FootPain, Inks, Span, paint_pain
from footroutine.ui.look import Look


class PainLine(Chart):
    """From 0 at the foot to 10 at the top."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._foot: FootPain | None = None
        self._span: Span | None = None

    def show_foot(self, foot: FootPain | None, span: Span) -> None:
        """Show a foot; None is one of which nothing was said."""
        self._foot, self._span = foot, span
        self.describe(foot.name if foot else "", foot.summary if foot else "")

    def paint(self, painter: QPainter, box: QRectF, look: Look, inks: Inks) -> None:
        """Draw the line."""
        if self._foot and self._span:
            paint_pain(painter, box, self._foot.points, self._span, inks)
