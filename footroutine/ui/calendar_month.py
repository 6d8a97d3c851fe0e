"""One month, day by day: done, done in part, a rest day, a day off. Each has a sign of its own, not only a colour.

A day to come has none.
"""

from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from footroutine.ui import progress_words as said
from footroutine.ui.chart import Chart
from footroutine.ui.charts import Inks
from footroutine.ui.look import Look
from footroutine.ui.progress_views import DayMark, MonthView
from footroutine.ui.theme import Radius, Size

_WEEKS = 6
_LINES = 1.9  # of type to a row


class CalendarMonth(Chart):
    """Weeks from Monday; a frame is round today."""

    def __init__(self) -> None:
        super().__init__("calendar")
        self._view: MonthView | None = None

    def show_month(self, view: MonthView, title: str) -> None:
        """Show a month."""
        self._view = view
        self.describe(f"{title}: {view.title}", view.summary)

    def lines(self) -> float:
        """A line of names, and six weeks: the height is the same in every month."""
        return (_WEEKS + 0.7) * _LINES

    def paint(self, painter: QPainter, box: QRectF, look: Look, inks: Inks) -> None:
        """Draw the month."""
        if self._view is None:
            return
        row, column = box.height() / (_WEEKS + 0.7), box.width() / 7
        painter.setFont(look.font(Size.KEY))
        painter.setPen(look.color("muted"))
        for number in range(7):
            name = QRectF(box.left() + number * column, box.top(), column, row * 0.7)
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, said.weekday(number))
        first = self._view.first
        day = first
        while day.month == first.month:
            cell = first.weekday() + day.day - 1
            at = QRectF(box.left() + cell % 7 * column, box.top() + row * (0.7 + cell // 7), column, row)
            self._paint_day(painter, at, day, look)
            day += timedelta(days=1)

    def _paint_day(self, painter: QPainter, at: QRectF, day: date, look: Look) -> None:
        assert self._view
        mark = self._view.marks.get(day)
        line = look.px(Size.KEY)
        is_today = day == self._view.today
        if is_today:
            _paint_frame(painter, _round_today(at, line), look)
            painter.setFont(look.font(Size.KEY, QFont.Weight.Bold))
        painter.setPen(look.color("text" if mark or is_today else "muted"))
        number = QRectF(at.left(), at.top(), at.width() / 2, at.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(day.day))
        if is_today:
            painter.setFont(look.font(Size.KEY))
        if mark:
            side = round(line * 1.05)
            place = QPointF(round(at.center().x() + 0.3 * line), round(at.center().y() - side / 2))
            colours = tuple(look.theme[role] for role in ("accent", "on_accent", "muted"))
            painter.drawPixmap(place, _sign(mark, side, self.devicePixelRatioF(), *colours))


def _paint_frame(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.color("outline"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, Radius.SMALL, Radius.SMALL)


def _round_today(at: QRectF, line: float) -> QRectF:
    """As wide as number and sign are, in a cell that may be much wider."""
    wide = min(at.width() - 2, 4.2 * line)
    return QRectF(at.center().x() - wide / 2, at.top() + 1, wide, at.height() - 2)


class MarkSign(Chart):
    """A sign of the legend; None is the frame round today."""

    def __init__(self, mark: DayMark | None) -> None:
        super().__init__(f"legend_{mark.value if mark else 'today'}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark = mark

    def set_look(self, look: Look) -> None:
        """Take the look; it is as large as in the calendar."""
        super().set_look(look)
        side = round(look.px(Size.KEY) * 1.05) + 8
        self.setFixedSize(side, side)

    def paint(self, painter: QPainter, box: QRectF, look: Look, inks: Inks) -> None:
        """Draw it."""
        side = look.px(Size.KEY) * 1.05
        at = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        if self._mark:
            paint_mark(painter, at, self._mark, look.color("accent"), look.color("on_accent"), look.color("muted"))
        else:
            _paint_frame(painter, at, look)


@lru_cache(maxsize=30)
def _sign(mark: DayMark, side: int, sharpness: float, accent: str, on_accent: str, muted: str) -> QPixmap:
    """A sign, painted once: a month has up to thirty of them."""
    sign = QPixmap(round(side * sharpness), round(side * sharpness))
    sign.setDevicePixelRatio(sharpness)
    sign.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sign)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(0, 0, side, side), mark, QColor(accent), QColor(on_accent), QColor(muted))
    painter.end()
    return sign


def paint_mark(painter: QPainter, box: QRectF, mark: DayMark, accent: QColor, on_accent: QColor, muted: QColor) -> None:
    """A full disc with a tick, a ring that is half full, a bar lying down, or a small quiet ring."""
    if mark is DayMark.NONE:
        painter.setPen(QPen(muted, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2)
        return
    if mark is DayMark.REST:
        painter.setPen(QPen(muted, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = box.center()
        painter.drawLine(QPointF(box.left() + 2, middle.y()), QPointF(box.right() - 2, middle.y()))
        return
    ring = box.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(accent, 2.0))
    painter.setBrush(accent if mark is DayMark.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if mark is DayMark.PART:
        painter.setBrush(accent)
        painter.drawChord(ring, 180 * 16, 180 * 16)
        return
    painter.setPen(QPen(on_accent, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    points = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.34))
    painter.drawPolyline(
        QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points])
    )
