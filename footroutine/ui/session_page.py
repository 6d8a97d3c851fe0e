"""A session: the picture, the count, the whole routine, the controls. It paints frames and sends commands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from footroutine.player.frame import Frame
from footroutine.player.state import Command
from footroutine.ui.announce import announce
from footroutine.ui.ask_bar import EndBar
from footroutine.ui.control_bar import ControlBar
from footroutine.ui.count_panel import CountPanel
from footroutine.ui.figure_card import FigureCard
from footroutine.ui.flash import Flash
from footroutine.ui.keys import KEYS, Action
from footroutine.ui.keys_overlay import KeysOverlay
from footroutine.ui.look import Look, Themed
from footroutine.ui.milestone import milestone
from footroutine.ui.routine_bar import RoutineLine
from footroutine.ui.session_header import SessionHeader
from footroutine.ui.theme import Space

_WHILE_ASKED = (Action.END, Action.KEYS, Action.MUTE, Action.FAR)  # the rest waits for an answer


class SessionPage(QWidget, Themed):
    """Every key means the same whatever has the focus; Enter alone presses a button that was reached with Tab."""

    command = Signal(Command)
    mute_requested = Signal()
    announced = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.header = SessionHeader()
        self.end_bar = EndBar()
        self.card = FigureCard()
        self.count = CountPanel()
        self.line = RoutineLine()
        self.controls = ControlBar()
        self.far = False
        self._far_auto = True
        self._far_choice: bool | None = None  # what F said, until the next exercise
        self._frame: Frame | None = None
        self._still: tuple[object, ...] = ()  # what is shown of it but what moves with each beat
        self._goes_on = False  # whether the session ran when the question was asked
        self._lay_out()
        self.keys_overlay = KeysOverlay(self)
        self.flash = Flash(self)
        self._shortcuts = self._listen()
        self.header.asked.connect(self.act)
        self.controls.asked.connect(self.act)
        self.card.clicked.connect(lambda: self.act(Action.PAUSE))
        self.end_bar.answered.connect(self._answer)

    def _lay_out(self) -> None:
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(Space.L)
        self._body.addWidget(self.card, 62)
        self._body.addWidget(self.count, 50)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L + 4, Space.M, Space.L + 4, Space.L + 4)
        column.setSpacing(Space.M)
        column.addWidget(self.header)
        column.addWidget(self.end_bar)
        column.addLayout(self._body, 1)
        column.addWidget(self.line)
        column.addWidget(self.controls)

    def _listen(self) -> dict[Action, list[QShortcut]]:
        def shortcut(sequence: str, action: Action) -> QShortcut:
            made = QShortcut(QKeySequence(sequence), self)
            made.setAutoRepeat(False)
            made.activated.connect(lambda: self.act(action))
            return made

        listening: dict[Action, list[QShortcut]] = {
            action: [shortcut(sequence, action) for sequence in keys.sequences]
            for action, keys in KEYS.items()
            if action is not Action.FULL_SCREEN  # the window listens to that one, on every page
        }
        for sequence in ("Return", "Enter"):
            enter = QShortcut(QKeySequence(sequence), self)
            enter.setAutoRepeat(False)
            enter.activated.connect(self._enter)
            listening[Action.PAUSE].append(enter)
        return listening

    def start(self) -> None:
        """Forget the session before this one."""
        self._frame, self._still = None, ()
        self._far_choice = None
        self._goes_on = False
        self._set_asking(False)
        self.keys_overlay.hide()
        self._set_far(False)
        self.controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_frame(self, frame: Frame) -> None:
        """Paint a frame."""
        before, self._frame = self._frame, frame
        if before is None or before.number != frame.number:
            self._far_choice = None
        self._set_far(self._wants_far(frame))
        if (still := frame.still()) != self._still:
            self._still = still
            self.header.show_frame(frame)
            self.line.show_left(frame.left_ms)
            self.count.show_frame(frame)
            self.controls.show_frame(frame)
        self.card.show_frame(frame)
        self.count.show_count(frame)
        self.line.bar.show_parts(frame.bar)
        self.flash.show_frame(frame)
        if text := self._milestone(before, frame):
            self.announced.emit(text)
            announce(self, text)

    def _milestone(self, before: Frame | None, frame: Frame) -> str:
        """What a screen reader says now; mostly nothing."""
        if before is not None and frame.paused and not before.paused:
            return " ".join(filter(None, (self.tr("Paused."), self.card.veil.reason.text())))
        return milestone(before, frame)

    def set_muted(self, muted: bool) -> None:
        """Show whether it is heard."""
        self.header.set_muted(muted)
        self.controls.set_muted(muted)

    def set_far_view_auto(self, on: bool) -> None:
        """Whether the far view comes by itself for postures away from the laptop."""
        self._far_auto = on
        if self._frame:
            self._set_far(self._wants_far(self._frame))

    def set_flash(self, on: bool) -> None:
        """Whether the page flashes softly when a phase begins."""
        self.flash.on = on

    def press(self, action: Action) -> None:
        """Do what the action's key would do now: nothing, while a question that it cannot answer is asked."""
        if any(shortcut.isEnabled() for shortcut in self._shortcuts[action]):
            self.act(action)

    def act(self, action: Action) -> None:
        """Do what a key or a button asks for."""
        if action is Action.PAUSE:
            self.command.emit(Command.RESUME if self._frame and self._frame.paused else Command.PAUSE)
        elif action is Action.BACK:
            self.command.emit(Command.BACK)
        elif action is Action.SKIP:
            self.command.emit(Command.SKIP)
        elif action is Action.REPEAT:
            self.command.emit(Command.REPEAT)
        elif action is Action.MUTE:
            self.mute_requested.emit()
        elif action is Action.FAR:
            self._far_choice = not self.far
            self._set_far(self._far_choice)
        elif action is Action.KEYS:
            self.keys_overlay.toggle()
        else:
            self._escape()

    def _enter(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton) and focus.hasFocus():
            focus.click()
        else:
            self.act(Action.PAUSE)

    def _escape(self) -> None:
        if self.keys_overlay.isVisible():
            self.keys_overlay.hide()
        elif self.end_bar.isVisible():
            self._answer(False)
        else:
            self._goes_on = self._frame is not None and not self._frame.paused
            if self._goes_on:
                self.command.emit(Command.PAUSE)
            self._set_asking(True)

    def _answer(self, end: bool) -> None:
        self._set_asking(False)
        if end:
            self.command.emit(Command.STOP)
        elif self._goes_on:
            self.command.emit(Command.RESUME)

    def _set_asking(self, asking: bool) -> None:
        for action, shortcuts in self._shortcuts.items():
            for shortcut in shortcuts:
                shortcut.setEnabled(not asking or action in _WHILE_ASKED)
        self.controls.setEnabled(not asking)
        self.card.setEnabled(not asking)
        if asking:
            self.end_bar.ask()
        else:
            self.end_bar.hide()
            self.controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wants_far(self, frame: Frame) -> bool:
        return self._far_choice if self._far_choice is not None else self._far_auto and frame.far

    def _set_far(self, far: bool) -> None:
        if far == self.far:
            return
        self.far = far
        for piece in (self.header, self.line, self.controls):
            piece.setHidden(far)
        self.card.set_far(far)
        self.count.set_far(far)
        self._share()

    def _share(self) -> None:
        tall = self.far and self.height() > self.width()
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        self._body.setStretch(0, 50 if self.far else 62)

    def set_look(self, look: Look) -> None:
        """Take the look."""
        super().set_look(look)
        self._still = ()
        self.keys_overlay.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()
        self.keys_overlay.arrange()
