"""One line of large type that shrinks rather than being cut off."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from footroutine.ui.look import Themed, pixel_font


@dataclass(frozen=True)
class Run:
    """A stretch of text in one ink and weight."""

    text: str
    role: str = "text"
    weight: QFont.Weight = QFont.Weight.Bold


class FitText(QWidget, Themed):
    """Paints runs of text side by side in the middle, `pixels` large, or smaller where the width asks for it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.runs: tuple[Run, ...] = ()
        self._pixels = 40.0

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(run.text for run in self.runs)

    def set_pixels(self, pixels: float) -> None:
        """The size of the type where there is room."""
        self._pixels = pixels
        self.update()

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show these texts, left to right."""
        if tuple(runs) == self.runs:
            return
        self.runs = tuple(runs)
        self.setAccessibleName(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        """A line of the wished size."""
        return QSize(200, round(self._pixels * 1.25))

    def _widths(self, pixels: float) -> list[float]:
        return [QFontMetricsF(pixel_font(pixels, run.weight)).horizontalAdvance(run.text) for run in self.runs]

    def fitting_pixels(self) -> float:
        """The size at which the text is drawn: it never leaves the widget."""
        wide = sum(self._widths(100)) / 100
        by_width = (self.width() - 4) / wide if wide else self._pixels
        return max(1.0, min(self._pixels, by_width, self.height() / 1.2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        if self.look is None or not self.runs:
            return
        painter = QPainter(self)
        pixels = int(self.fitting_pixels())
        widths = self._widths(pixels)
        cap = QFontMetricsF(pixel_font(pixels, QFont.Weight.Bold)).capHeight()
        x, y = (self.width() - sum(widths)) / 2, (self.height() + cap) / 2
        for run, width in zip(self.runs, widths, strict=True):
            painter.setFont(pixel_font(pixels, run.weight))
            painter.setPen(self.look.color(run.role))
            painter.drawText(QPointF(x, y), run.text)
            x += width
        painter.end()
