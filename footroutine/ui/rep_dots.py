"""One dot for each rep: done, at work, to come."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from footroutine.ui.look import Themed

_IN_A_ROW = 12  # more reps than this make two rows
_LARGEST = 17.0
_PITCH = 1.53  # from dot to dot, in diameters


class RepDots(QWidget, Themed):
    """A done rep is a full dot, the one at work is ringed, those to come are pale."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("repDots")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reps = 0
        self.done = 0
        self.current: int | None = None
        self.role = "effort"

    def show_reps(self, reps: int, done: int, current: int | None, role: str) -> None:
        """Show `done` of `reps`; `current` counts from 1 and is drawn in the colour of `role`."""
        if (reps, done, current, role) == (self.reps, self.done, self.current, self.role):
            return
        self.reps, self.done, self.current, self.role = reps, done, current, role
        said = self.tr("{done} of {reps} reps done").format(done=done, reps=reps)
        self.setAccessibleName(said if reps else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two rows of small dots, or one of large ones; the same for every exercise, so nothing jumps."""
        return QSize(280, 40)

    def centres(self) -> tuple[list[QPointF], float]:
        """Where the dots are, and their diameter; all lie within the widget."""
        if not self.reps:
            return [], 0.0
        rows = 1 if self.reps <= _IN_A_ROW else 2
        row = -(-self.reps // rows)
        diameter = min(_LARGEST, self.width() / (row * _PITCH + 0.6), self.height() / (rows * _PITCH))
        pitch = diameter * _PITCH
        points = []
        for index in range(self.reps):
            line, column = divmod(index, row)
            across = min(row, self.reps - line * row)
            x = self.width() / 2 + (column - (across - 1) / 2) * pitch
            y = self.height() / 2 + (line - (rows - 1) / 2) * pitch
            points.append(QPointF(x, y))
        return points, diameter

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        if self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points, diameter = self.centres()
        for number, centre in enumerate(points, start=1):
            radius = diameter / 2
            painter.setPen(Qt.PenStyle.NoPen)
            if number == self.current:
                painter.setBrush(self.look.color(self.role))
                painter.drawEllipse(centre, radius, radius)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.look.color(self.role), diameter * 0.13))
                painter.drawEllipse(centre, radius * 1.4, radius * 1.4)
            else:
                painter.setBrush(self.look.color("accent" if number <= self.done else "track"))
                painter.drawEllipse(centre, radius, radius)
        painter.end()
