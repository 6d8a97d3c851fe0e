"""The right half of a session: phase word, ring and digits, rep dots, rep and set."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from footroutine.player.frame import Frame, Mood
from footroutine.ui.fit_text import FitText, Run
from footroutine.ui.look import Look, Themed
from footroutine.ui.rep_dots import RepDots
from footroutine.ui.ring import MOOD_ROLES, Ring
from footroutine.ui.theme import Size, Space


class CountPanel(QWidget, Themed):
    """Its sizes follow its height; the ring takes what the words leave."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("countPanel")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.phase = FitText("phase")
        self.ring = Ring()
        self.dots = RepDots()
        self.reps = FitText("repLine")
        for piece in (self.phase, self.ring, self.dots, self.reps):
            piece.setParent(self)
        self._far = False

    def set_far(self, far: bool) -> None:
        """In the far view only the phase word and the count are left."""
        self._far = far
        self.ring.set_far(far)
        self.dots.setHidden(far)
        self.reps.setHidden(far)
        self._arrange()

    def set_look(self, look: Look) -> None:
        """Take the look; the words' sizes follow."""
        super().set_look(look)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small window."""
        return QSize(240, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        body = self.look.px(Size.BODY) if self.look else Size.BODY
        word = min(max(height * (0.13 if self._far else 0.088), 30), 150)
        line = 0 if self._far else max(height * 0.046, body)
        dots = 0 if self._far else min(44.0, max(26.0, height * 0.075))
        gap = Space.S if height < 460 else Space.M
        phase_height, line_height = round(word * 1.3), round(line * 1.4)
        ring = height - phase_height - round(dots) - line_height - 2 * gap
        # The words stay close to the ring, whatever the window's shape.
        side = min(ring, width)
        top = (ring - side) // 2
        self.phase.set_pixels(word)
        self.reps.set_pixels(line)
        self.phase.setGeometry(0, top, width, phase_height)
        self.ring.setGeometry(0, top + phase_height + gap, width, side)
        below = top + phase_height + gap + side + gap
        self.dots.setGeometry(0, below, width, round(dots))
        self.reps.setGeometry(0, below + round(dots), width, line_height)

    def show_count(self, frame: Frame) -> None:
        """Show the ring and the count of a frame."""
        self.ring.show_count(frame.ring, frame.digits, frame.mood, paused=frame.paused, coming=frame.coming)

    def show_frame(self, frame: Frame) -> None:
        """Show the words and the dots of a frame."""
        word, role = frame.phase, MOOD_ROLES[frame.mood]
        if frame.paused:
            word, role = self.tr("Paused"), "text"
        self.phase.show_runs([Run(word.upper(), role)])
        self.dots.show_reps(0 if frame.mood is Mood.REST else frame.reps, frame.reps_done, frame.rep, role)
        self.reps.show_runs(self._rep_runs(frame))

    def _rep_runs(self, frame: Frame) -> list[Run]:
        strong, weak = QFont.Weight.DemiBold, QFont.Weight.Medium
        runs = []
        if frame.rep is not None:
            runs.append(Run(self.tr("Rep {rep}").format(rep=frame.rep), "text", strong))
            runs.append(Run(self.tr(" of {reps}").format(reps=frame.reps), "muted", weak))
        if frame.set is not None:
            if runs:
                runs.append(Run(" · ", "muted", weak))
            # A rest belongs to no set yet: it says which one it ends with.
            named = self.tr("Then set {set}") if frame.mood is Mood.REST else self.tr("Set {set}")
            runs.append(Run(named.format(set=frame.set), "text", strong))
            runs.append(Run(self.tr(" of {sets}").format(sets=frame.sets), "muted", weak))
        return runs
