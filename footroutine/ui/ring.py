"""The countdown: a ring that empties, and digits to be read from across the room."""

from math import atan2, ceil, cos, floor, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from footroutine.player.frame import Mood
from footroutine.ui.look import Look, Themed, pixel_font

MOOD_ROLES = {
    Mood.CALM: "muted",
    Mood.READY: "ready",
    Mood.EFFORT: "effort",
    Mood.MOVE: "accent",
    Mood.REST: "rest",
}
_LARGEST_CAP = 0.62  # of the ring's inner diameter
_FULL = 360 * 16  # a whole turn, as Qt counts angles; here from the top, clockwise
_TICKS = 48  # of the lead-in
_TICK = _FULL // _TICKS
_FAR_CAP = 0.25  # of the window's height, at least: readable at 4 m on a laptop


class Ring(QWidget, Themed):
    """Shows the part of a phase that is left, and the count.

    The lead-in is a thin ring of ticks, so that nobody takes it for the count itself. On the way to a hold its number
    waits in pale ink; on any other way there is an arrow. A pause takes the colour out, and shows two bars where there
    is no count.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ring")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it paints its ground too, and nothing below is
        self.fraction = 0.0
        self.digits = ""
        self.coming = ""
        self.mood = Mood.CALM
        self.paused = False
        self.far = False
        self._drawn: object = None
        self._path = QPainterPath()

    def show_count(self, fraction: float, digits: str, mood: Mood, *, paused: bool, coming: str = "") -> None:
        """Show how much is left (0 to 1) and the count, or where there is none, the one that is coming."""
        sign, before = (digits, coming, mood, paused), self._left()
        changed = sign != (self.digits, self.coming, self.mood, self.paused)
        self.digits, self.coming, self.mood, self.paused = sign
        self.fraction = fraction
        if changed:
            self.update()
        elif (left := self._left()) != before:
            self.update(self._sector(min(before, left), max(before, left)))

    def _left(self) -> int:
        """How much of a turn is drawn as left; the lead-in counts in ticks."""
        fraction = min(1.0, max(0.0, self.fraction))
        return floor(fraction * _TICKS + 0.5) * _TICK if self.mood is Mood.READY else round(fraction * _FULL)

    def _sector(self, begin: int, end: int) -> QRect:
        """The box around the ring from one angle to a later one, the line's round end included."""
        circle, edge = self.circle(), self.thickness() + 2
        middle, radius = circle.center(), circle.width() / 2
        steps = 1 + (end - begin) // _TICK
        angles = [2 * pi * (begin + (end - begin) * i / steps) / _FULL for i in range(steps + 1)]
        xs, ys = [middle.x() + radius * sin(a) for a in angles], [middle.y() - radius * cos(a) for a in angles]
        box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return box.adjusted(-edge, -edge, edge, edge).toAlignedRect()

    def _seen(self, area: QRect) -> tuple[int, int]:
        """From which angle to which the ring can be in an area; a little more than that."""
        middle = self.circle().center()
        if area.contains(middle.toPoint()):
            return 0, _FULL
        corners = (area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight(), area.center())
        *turns, towards = [atan2(at.x() - middle.x(), middle.y() - at.y()) for at in corners]
        apart = [(turn - towards + pi) % (2 * pi) - pi for turn in turns]
        margin = self.thickness() / self.circle().width() * 2 + 0.02
        begin, end = towards + min(apart) - margin, towards + max(apart) + margin
        return floor(begin / (2 * pi) * _FULL), ceil(end / (2 * pi) * _FULL)

    def set_far(self, far: bool) -> None:
        """In the far view the digits are at least a quarter of the window's height."""
        self.far = far
        self.update()

    def sizeHint(self) -> QSize:
        """As pictured."""
        return QSize(366, 366)

    def circle(self) -> QRectF:
        """The ring's outer edge."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def thickness(self) -> float:
        """Of the ring, in pixels; the lead-in is thin."""
        return max(6.0, self.circle().width() * (0.026 if self.mood is Mood.READY else 0.05))

    def digit_font(self) -> QFont:
        """The largest type in which the count fits the ring; in the far view never less than it must be."""
        inner = self.circle().width() - 2.6 * max(self.thickness(), self.circle().width() * 0.05)
        probe = QFontMetricsF(pixel_font(100, QFont.Weight.Bold))
        width = probe.horizontalAdvance("0" * max(2, len(self.digits or self.coming))) / 100
        cap = probe.capHeight() / 100
        pixels = min(inner / (width**2 + cap**2) ** 0.5, inner * _LARGEST_CAP / cap)
        if self.far:
            least = self.window().height() * _FAR_CAP / cap
            pixels = max(pixels, min(least + 1, self.width() / width))
        return pixel_font(pixels, QFont.Weight.Bold)

    def cap_height(self) -> float:
        """How tall the digits are drawn, in pixels."""
        return QFontMetricsF(self.digit_font()).capHeight()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring and the count."""
        if self.look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.color("background"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ring(painter, self.look, *self._seen(event.rect()))
        self._draw_sign(painter, self.look, event.rect())
        painter.end()

    def _draw_sign(self, painter: QPainter, look: Look, area: QRect) -> None:
        """Draw what is in the middle, as far as it lies in the area."""
        if self.digits or (self.coming and not self.paused):
            path = self._written(self.digits or self.coming)
            if path.boundingRect().toAlignedRect().intersects(area):
                count = "ready" if self.mood is Mood.READY else "text"
                painter.fillPath(path, look.color("muted" if self.paused else count if self.digits else "outline"))
        elif self.paused:
            self._draw_bars(painter, look)
        elif self.mood is Mood.MOVE and (box := self._arrow_box()).intersects(area):
            look.icon("arrow-right-bold", "outline").paint(painter, box)

    def _written(self, digits: str) -> QPainterPath:
        """The count, as it was drawn last if nothing of it is new: the ring goes on thirty times for each."""
        new = (digits, self.size(), self.window().height() if self.far else 0)
        if new != self._drawn:
            font = self.digit_font()
            metrics, centre = QFontMetricsF(font), self.circle().center()
            left = centre.x() - metrics.tightBoundingRect(digits).center().x()
            self._drawn, self._path = new, QPainterPath()
            self._path.addText(left, centre.y() + metrics.capHeight() / 2, font, digits)
        return self._path

    def _arrow_box(self) -> QRect:
        side = round(self.circle().width() * 0.3)
        box = QRectF(0, 0, side, side)
        box.moveCenter(self.circle().center())
        return box.toRect()

    def _draw_ring(self, painter: QPainter, look: Look, begin: int, end: int) -> None:
        """Draw it from one angle to another."""
        wide, left = self.thickness(), self._left()
        box = self.circle().adjusted(wide / 2 + 1, wide / 2 + 1, -wide / 2 - 1, -wide / 2 - 1)
        track_pen = QPen(look.color("track"), wide)
        left_pen = QPen(look.color("muted" if self.paused else MOOD_ROLES[self.mood]), wide)
        for pen in (track_pen, left_pen):
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.mood is Mood.READY:
            for tick in range(begin // _TICK, ceil(end / _TICK)):
                painter.setPen(left_pen if tick % _TICKS * _TICK < left else track_pen)
                painter.drawArc(box, _FULL // 4 - round((tick + 0.2) * _TICK), -round(0.6 * _TICK))
            return
        left_pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(track_pen)
        painter.drawArc(box, _FULL // 4 - begin, begin - end)
        painter.setPen(left_pen)
        for round_ in (-_FULL, 0, _FULL):  # the top may lie between the two angles
            first, last = max(0, begin + round_), min(left, end + round_)
            if first < last:
                painter.drawArc(box, _FULL // 4 - first, first - last)

    def _draw_bars(self, painter: QPainter, look: Look) -> None:
        size = self.circle().width() * 0.26
        centre = self.circle().center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("text"))
        for left in (-size / 2, size / 2 - size * 0.32):
            bar = QRectF(centre.x() + left, centre.y() - size / 2, size * 0.32, size)
            painter.drawRoundedRect(bar, size * 0.06, size * 0.06)
