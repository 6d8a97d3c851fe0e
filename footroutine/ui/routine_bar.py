"""The whole routine as one bar, every exercise in proportion to the time it takes, and the time that is left."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from footroutine.player.frame import Part
from footroutine.ui.look import Themed
from footroutine.ui.parts import label, set_text, tip
from footroutine.ui.theme import Space
from footroutine.ui.words import clock_text

_GAP = 5


class RoutineBar(QWidget, Themed):
    """What has gone is filled."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("routineBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.parts: tuple[Part, ...] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show every exercise of the session; it is painted again only when it has grown by a pixel."""
        names, shown = [part.name for part in self.parts], self._pixels()
        self.parts = tuple(parts)
        if [part.name for part in self.parts] != names:
            each = " · ".join(f"{part.name} {clock_text(part.length_ms)}" for part in self.parts)
            self.setToolTip(tip(self.tr("The time of the whole routine: {each}").format(each=each)))
        if self._pixels() != shown:
            self.update()

    def _pixels(self) -> list[tuple[int, int]]:
        """Where each part begins, and how far it is filled."""
        return [
            (int(box.x()), int(box.width() * part.done)) for part, box in zip(self.parts, self.boxes(), strict=True)
        ]

    def sizeHint(self) -> QSize:
        """A slim line."""
        return QSize(400, 12)

    def boxes(self) -> list[QRectF]:
        """Where each part is drawn."""
        total = sum(part.length_ms for part in self.parts) or 1
        room = self.width() - _GAP * (len(self.parts) - 1)
        boxes, x = [], 0.0
        for part in self.parts:
            width = room * part.length_ms / total
            boxes.append(QRectF(x, 0, width, self.height()))
            x += width + _GAP
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts."""
        if self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, box in zip(self.parts, self.boxes(), strict=True):
            shape = QPainterPath()
            shape.addRoundedRect(box, 6, 6)
            painter.setClipPath(shape)
            painter.fillRect(box, self.look.color("track"))
            gone = QRectF(box)
            gone.setWidth(box.width() * min(1.0, max(0.0, part.done)))
            painter.fillRect(gone, self.look.color("accent"))
        painter.end()


class RoutineLine(QWidget):
    """The bar, and at its end the time that is left: what it counts need not be guessed."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = RoutineBar()
        self.left = label("", "muted", "timeLeft", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.bar, 1)
        row.addWidget(self.left)

    def show_left(self, left_ms: int) -> None:
        """Show the time that is left."""
        left = self.tr("{time} left").format(time=clock_text(left_ms))
        if len(left) != len(self.left.text()):
            # Room for the widest digits, so that the bar does not change with each second.
            width = self.left.fontMetrics().horizontalAdvance
            widest = max("0123456789", key=width)
            self.left.setMinimumWidth(width(re.sub(r"\d", widest, left)))
        set_text(self.left, left)
