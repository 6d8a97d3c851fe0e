"""A soft flash over the whole session when a phase begins, for people who do not hear it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from footroutine.player.frame import Frame
from footroutine.ui.look import Themed
from footroutine.ui.ring import MOOD_ROLES

RISE_MS = 120  # no hard edge
LENGTH_MS = 700
_STRONGEST = 0.55  # of full colour


def strength(phase_ms: int) -> float:
    """How strong it is (0 to 1) that many milliseconds after a phase began: it rises, then fades."""
    if phase_ms < RISE_MS:
        return _STRONGEST * phase_ms / RISE_MS
    return max(0.0, _STRONGEST * (LENGTH_MS - phase_ms) / (LENGTH_MS - RISE_MS))


class Flash(QWidget, Themed):
    """Lies over the page in the colour of the phase; a function of the frame, with no time of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("flash")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.on = False
        self.alpha = 0
        self._role = "text"
        self.hide()

    def show_frame(self, frame: Frame) -> None:
        """Show as much of it as the frame asks for; a pause is no change of phase."""
        alpha = round(255 * strength(frame.phase_ms)) if self.on and not frame.paused else 0
        role = MOOD_ROLES[frame.mood]
        if (alpha, role) == (self.alpha, self._role):
            return
        self.alpha, self._role = alpha, role
        parent = self.parentWidget()
        if alpha and parent is not None:
            self.setGeometry(parent.rect())
            self.raise_()
        self.setVisible(alpha > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the colour over the page."""
        if self.look is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color(self._role, self.alpha))
        painter.end()
