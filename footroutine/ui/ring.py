"""The countdown: a ring that empties, and digits to be read from across the room."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
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
_TICKS = 48  # of the lead-in
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
        self.fraction = 0.0
        self.digits = ""
        self.coming = ""
        self.mood = Mood.CALM
        self.paused = False
        self.far = False

    def show_count(self, fraction: float, digits: str, mood: Mood, *, paused: bool, coming: str = "") -> None:
        """Show how much is left (0 to 1) and the count, or where there is none, the one that is coming."""
        shown = (fraction, digits, coming, mood, paused)
        if shown == (self.fraction, self.digits, self.coming, self.mood, self.paused):
            return
        self.fraction, self.digits, self.coming, self.mood, self.paused = shown
        self.update()

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ring(painter, self.look)
        if self.digits:
            lead_in = "ready" if self.mood is Mood.READY else "text"
            self._draw_digits(painter, self.digits, self.look.color("muted" if self.paused else lead_in))
        elif self.paused:
            self._draw_bars(painter, self.look)
        elif self.coming:
            self._draw_digits(painter, self.coming, self.look.color("outline"))
        elif self.mood is Mood.MOVE:
            self._draw_arrow(painter, self.look)
        painter.end()

    def _draw_ring(self, painter: QPainter, look: Look) -> None:
        wide = self.thickness()
        box = self.circle().adjusted(wide / 2 + 1, wide / 2 + 1, -wide / 2 - 1, -wide / 2 - 1)
        track = QPen(look.color("track"), wide)
        left = QPen(look.color("muted" if self.paused else MOOD_ROLES[self.mood]), wide)
        if self.mood is Mood.READY:
            for pen in (track, left):
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            turn = 360 * 16 / _TICKS
            for tick in range(_TICKS):
                painter.setPen(left if (tick + 0.5) / _TICKS <= self.fraction else track)
                painter.drawArc(box, round(90 * 16 - (tick + 0.2) * turn), -round(0.6 * turn))
            return
        left.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(track)
        painter.drawEllipse(box)
        if self.fraction > 0:
            painter.setPen(left)
            painter.drawArc(box, 90 * 16, -round(min(1.0, self.fraction) * 360 * 16))

    def _draw_digits(self, painter: QPainter, digits: str, ink: QColor) -> None:
        font = self.digit_font()
        metrics = QFontMetricsF(font)
        centre = QPointF(self.circle().center())
        drawn = metrics.tightBoundingRect(digits)
        path = QPainterPath()
        path.addText(centre.x() - drawn.center().x(), centre.y() + metrics.capHeight() / 2, font, digits)
        painter.fillPath(path, ink)

    def _draw_arrow(self, painter: QPainter, look: Look) -> None:
        side = round(self.circle().width() * 0.3)
        box = QRectF(0, 0, side, side)
        box.moveCenter(self.circle().center())
        look.icon("arrow-right-bold", "outline").paint(painter, box.toRect())

    def _draw_bars(self, painter: QPainter, look: Look) -> None:
        size = self.circle().width() * 0.26
        centre = self.circle().center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("text"))
        for left in (-size / 2, size / 2 - size * 0.32):
            bar = QRectF(centre.x() + left, centre.y() - size / 2, size * 0.32, size)
            painter.drawRoundedRect(bar, size * 0.06, size * 0.06)
