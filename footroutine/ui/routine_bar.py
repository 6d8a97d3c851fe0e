"""The whole routine as one bar, every exercise in proportion to its length."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from footroutine.player.frame import Part
from footroutine.ui.look import Themed
from footroutine.ui.parts import tip

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
            self.setToolTip(tip(" · ".join(part.name for part in self.parts)))
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
