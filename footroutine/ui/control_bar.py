"""The session's controls with their keys, and what comes next; it says less where there is less room."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from footroutine.player.frame import Frame
from footroutine.ui.figure_view import FigureView
from footroutine.ui.fitting_row import FittingRow
from footroutine.ui.keys import Action, cap_of
from footroutine.ui.look import Look
from footroutine.ui.parts import Button, card, label, set_text
from footroutine.ui.theme import Size, Space

_BUTTON_HEIGHT = 62
_LARGE_PERCENT = 130  # a text scale above this leaves out where the next exercise is done


class ControlButton(Button):
    """A large button: sign, word and key cap. The word and the cap may be left out, never the name."""

    def __init__(self, action: Action, word: str, icon: str, *, primary: bool = False, sign_last: bool = False) -> None:
        super().__init__("", "control-primary" if primary else "control", f"{action}Button", icon)
        self.sign = QLabel()
        self.word = label("", "", "", wrap=False)
        self.cap = label(cap_of(action), "key", "", wrap=False)
        self._action = action
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._line.setSpacing(Space.S + 2)
        order = (self.word, self.sign, self.cap) if sign_last else (self.sign, self.word, self.cap)
        for piece in order:
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._line.addWidget(piece, 0, Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.say(word)

    def say(self, word: str) -> None:
        """Show a word; it is also the button's name."""
        set_text(self.word, word)
        self.setAccessibleName(word)
        self.setToolTip(f"{word} ({cap_of(self._action)})")

    def show_parts(self, *, word: bool, cap: bool) -> None:
        """Say less, or more."""
        self.word.setVisible(word)
        self.cap.setVisible(cap)
        self._line.invalidate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What its pieces need."""
        return self._line.totalSizeHint().expandedTo(QSize(0, _BUTTON_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return self.sizeHint()

    def _show_sign(self) -> None:
        if self.look:
            side = self.look.px(Size.LEAD)
            role = "on_accent" if self.property("kind") == "control-primary" else "text"
            self.sign.setPixmap(self.look.icon(self._sign, role).pixmap(QSize(side, side)))


class NextUp(QWidget):
    """What comes next, with a small picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nextUp")
        self.head = label(self.tr("Next:"), "muted", "nextHead", wrap=False)
        self.title = label("", "strong", "nextTitle", wrap=False)
        self.detail = label("", "muted", "nextDetail", wrap=False)
        self.figure = FigureView()
        self.picture: QFrame = card("nextPicture")
        self.picture.setFixedSize(89, 62)
        inner = QVBoxLayout(self.picture)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self.figure)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        for text in (self.head, self.title, self.detail):
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words.addWidget(text)
        words.addStretch()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addLayout(words)
        row.addWidget(self.picture)

    def show_next(self, frame: Frame) -> bool:
        """Show what comes after a frame; True if that is something else than before."""
        before = (self.title.text(), self.detail.text())
        is_exercise = frame.next_moment is not None and frame.next_moment.exercise.name == frame.next_title
        set_text(self.head, self.tr("Next exercise:") if is_exercise else self.tr("Next:"))
        set_text(self.title, frame.next_title)
        set_text(self.detail, frame.next_detail[:1].upper() + frame.next_detail[1:])
        self.figure.show_moment(frame.next_moment)
        return before != (self.title.text(), self.detail.text())

    def show_parts(self, *, picture: bool, detail: bool) -> None:
        """Say less, or more."""
        something = bool(self.title.text())
        self.picture.setVisible(something and picture)
        self.head.setVisible(something)
        self.detail.setVisible(something and detail and bool(self.detail.text()))
        self._row.invalidate()
        self.updateGeometry()


class ControlBar(FittingRow):
    """Back, Pause, Skip, Repeat, Mute, and the next exercise."""

    asked = Signal(Action)

    def __init__(self) -> None:
        super().__init__("controlBar")
        self.back = ControlButton(Action.BACK, self.tr("Back"), "skip-back-fill")
        self.pause = ControlButton(Action.PAUSE, self.tr("Pause"), "pause-fill", primary=True)
        self.skip = ControlButton(Action.SKIP, self.tr("Skip"), "skip-forward-fill", sign_last=True)
        self.repeat = ControlButton(Action.REPEAT, self.tr("Repeat"), "arrow-counter-clockwise-bold")
        self.mute = ControlButton(Action.MUTE, self.tr("Mute"), "speaker-high-fill")
        self.mute.setCheckable(True)
        self.buttons = (self.back, self.pause, self.skip, self.repeat, self.mute)
        actions = (Action.BACK, Action.PAUSE, Action.SKIP, Action.REPEAT, Action.MUTE)
        for button, action in zip(self.buttons, actions, strict=True):
            asks = button.flipped if button.isCheckable() else button.clicked
            asks.connect(lambda _=False, action=action: self.asked.emit(action))
            self.row.addWidget(button)
        self.row.addStretch()
        self.next = NextUp()
        self.row.addWidget(self.next)
        self.levels = [
            lambda: self._level(words=True, caps=True, picture=True),
            lambda: self._level(words=True, caps=False, picture=True),
            lambda: self._level(words=True, caps=False, picture=False),
            lambda: self._level(words=False, caps=False, picture=True),
            lambda: self._level(words=False, caps=False, picture=False),
        ]

    def _level(self, *, words: bool, caps: bool, picture: bool) -> None:
        for button in self.buttons:
            button.show_parts(word=words, cap=caps)
        self.next.show_parts(picture=picture, detail=not self._is_large())

    def _is_large(self) -> bool:
        return self.look is not None and self.look.percent > _LARGE_PERCENT

    def set_look(self, look: Look) -> None:
        """Take the look; the bar is as tall as two lines about the next exercise, or three of small type."""
        self.look = look
        lines = (Size.BODY, Size.LEAD) if self._is_large() else (Size.BODY, Size.LEAD, Size.BODY)
        self.setFixedHeight(max(_BUTTON_HEIGHT, round(sum(look.px(line) for line in lines) * 1.3)))
        super().set_look(look)

    def show_frame(self, frame: Frame) -> None:
        """Pause becomes Resume, and the next exercise is named."""
        word = self.tr("Resume") if frame.paused else self.tr("Pause")
        changed = self.pause.word.text() != word
        if changed:
            self.pause.say(word)
            self.pause.set_sign("play-fill" if frame.paused else "pause-fill")
        if self.next.show_next(frame) or changed:
            self.fit()

    def set_muted(self, muted: bool) -> None:
        """The button stays down while nothing is heard; its word stays the same."""
        self.mute.show_checked(muted)
        self.mute.set_sign("speaker-slash-fill" if muted else "speaker-high-fill")
