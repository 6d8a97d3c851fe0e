"""How bars and pain lines are drawn: on a page in the colours of its theme, on a sheet of paper in grey."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from footroutine.domain.pain import LEAST, MOST

_AIR = 4.0


@dataclass(frozen=True)
class Inks:
    """What a chart is drawn with."""

    text: QColor
    line: QColor  # of the frame
    fill: QColor
    ground: QColor
    font: QFont


@dataclass(frozen=True)
class Bar:
    """One bar: what stands below it, and its value, as a number and as it is written; `is_open` while it may grow."""

    name: str
    value: float
    text: str
    is_open: bool = False


@dataclass(frozen=True)
class PainPoint:
    """The pain of one day."""

    day: date
    score: int


@dataclass(frozen=True)
class FootPain:
    """The pain of one foot: what it is called, its points, and a line in words."""

    name: str
    points: tuple[PainPoint, ...]
    summary: str


@dataclass(frozen=True)
class Span:
    """From a day to another, both counted, and what they are called."""

    first: date
    last: date
    first_name: str
    last_name: str


def paint_bars(painter: QPainter, box: QRectF, bars: Sequence[Bar], inks: Inks) -> None:
    """Upright bars, each with its value where there is room; the names below as many as fit."""
    metrics = QFontMetricsF(inks.font)
    painter.setFont(inks.font)
    line = metrics.height()
    room = QRectF(box.left(), box.top() + line + _AIR, box.width(), box.height() - 2 * (line + _AIR))
    most = max((bar.value for bar in bars), default=0.0) or 1.0
    step = room.width() / max(1, len(bars))
    thick = min(step * 0.7, 3.0 * line)
    every_name = _every(max((metrics.horizontalAdvance(bar.name) for bar in bars), default=0.0), step)
    has_values = max((metrics.horizontalAdvance(bar.text) for bar in bars), default=0.0) + _AIR <= step
    for index, bar in enumerate(bars):
        middle = room.left() + (index + 0.5) * step
        height = room.height() * bar.value / most
        if bar.value > 0:
            painter.setPen(QPen(inks.fill, 2.0) if bar.is_open else Qt.PenStyle.NoPen)
            painter.setBrush(inks.ground if bar.is_open else inks.fill)
            edge = 1.0 if bar.is_open else 0.0
            whole = QRectF(middle - thick / 2, room.bottom() - height, thick, height)
            painter.drawRect(whole.adjusted(edge, edge, -edge, 0.0))
        painter.setPen(inks.text)
        if has_values or bar.value == most:
            _centred(painter, middle, room.bottom() - height - line - 1, bar.text, box)
        if index % every_name == 0:
            _centred(painter, middle, room.bottom() + _AIR, bar.name, box)
    painter.setPen(QPen(inks.line, 1.0))
    painter.drawLine(room.bottomLeft(), room.bottomRight())


def paint_pain(painter: QPainter, box: QRectF, points: Sequence[PainPoint], time: Span, inks: Inks) -> None:
    """One foot's line from 0 to 10 over a time."""
    metrics = QFontMetricsF(inks.font)
    painter.setFont(inks.font)
    line, left = metrics.height(), metrics.horizontalAdvance(str(MOST)) + 2 * _AIR
    room = QRectF(box.left() + left, box.top() + line / 2, box.width() - left - _AIR, box.height() - 1.5 * line - _AIR)
    for score in (LEAST, (LEAST + MOST) // 2, MOST):
        y = _height(room, score)
        painter.setPen(QPen(inks.line, 1.0))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setPen(inks.text)
        where = QRectF(box.left(), y - line / 2, left - _AIR, line)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(score))
    foot = QRectF(room.left(), room.bottom() + _AIR, room.width(), line)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, time.first_name)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, time.last_name)
    days = max(1, (time.last - time.first).days)
    dots = [
        QPointF(room.left() + room.width() * max(0, (p.day - time.first).days) / days, _height(room, p.score))
        for p in points  # a month may have begun before the time did
    ]
    painter.setPen(QPen(inks.fill, 2.0))
    painter.setBrush(inks.ground)
    painter.drawPolyline(QPolygonF(dots))
    if len(dots) * 6 < room.width():
        for dot in dots:
            painter.drawEllipse(dot, 3.0, 3.0)


def _height(room: QRectF, score: int) -> float:
    return room.bottom() - room.height() * (score - LEAST) / (MOST - LEAST)


def _every(width: float, step: float) -> int:
    """Every how manieth name has room."""
    return max(1, -(-int(width + 2 * _AIR) // max(1, int(step))))


def _centred(painter: QPainter, middle: float, top: float, text: str, within: QRectF) -> None:
    metrics = QFontMetricsF(painter.font())
    width = metrics.horizontalAdvance(text) + 1
    left = min(max(middle - width / 2, within.left()), within.right() - width)
    painter.drawText(QRectF(left, top, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, text)
