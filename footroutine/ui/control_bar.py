"""The session's controls with their keys and what they act on, and what comes next; less where there is less room."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from footroutine.player.frame import Frame, Mood
from footroutine.ui import words
from footroutine.ui.figure_view import FigureView
from footroutine.ui.fitting_row import FittingRow
from footroutine.ui.keys import Action, cap_of
from footroutine.ui.look import Look
from footroutine.ui.parts import Button, card, label, set_text
from footroutine.ui.theme import Size, Space

_BUTTON_HEIGHT = 62
_LARGE_PERCENT = 130  # a text scale above this leaves out where the next exercise is done


def _part(mood: Mood) -> tuple[str, str, str, str]:
    """What Back and Skip act on, and their names: where a session begins something new, they land."""
    translate = QCoreApplication.translate
    if mood in (Mood.EFFORT, Mood.MOVE):
        return (
            translate("ControlBar", "start of set"),
            translate("ControlBar", "Back to the start of this set"),
            translate("ControlBar", "set"),
            translate("ControlBar", "Skip this set"),
        )
    if mood is Mood.REST:
        return (
            translate("ControlBar", "start of rest"),
            translate("ControlBar", "Back to the start of this rest"),
            translate("ControlBar", "rest"),
            translate("ControlBar", "Skip this rest"),
        )
    return (
        translate("ControlBar", "start of part"),
        translate("ControlBar", "Back to the start of this part"),
        translate("ControlBar", "part"),
        translate("ControlBar", "Skip this part"),
    )


class ControlButton(Button):
    """A large button: sign, word, what it acts on, and key cap. All but the sign may be left out, never the name."""

    def __init__(self, action: Action, word: str, icon: str, *, primary: bool = False, sign_last: bool = False) -> None:
        super().__init__("", "control-primary" if primary else "control", f"{action}Button", icon)
        self.sign = QLabel()
        self.word = label("", "", "", wrap=False)
        self.part = label("", "part", "", wrap=False)
        self.cap = label(cap_of(action), "key", "", wrap=False)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.word)
        column.addWidget(self.part)
        self._said = said
        self._action = action
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(Space.S + 2, Space.XS, Space.S + 2, Space.XS)
        self._line.setSpacing(Space.S)
        order = (said, self.sign, self.cap) if sign_last else (self.sign, said, self.cap)
        for piece in order:
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._line.addWidget(piece, 0, Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.say(word)

    def say(self, word: str, part: str = "", name: str = "", more: str = "") -> None:
        """Show a word and what it acts on; `name` says both, and `more` is only in the tooltip."""
        set_text(self.word, word)
        set_text(self.part, part)
        self.part.setHidden(not part)
        self.setAccessibleName(name or word)
        self.setToolTip(f"{'; '.join(filter(None, (name or word, more)))} ({cap_of(self._action)})")

    def keep_room(self, parts: Iterable[str], look: Look) -> None:
        """Stay as wide whatever of these it acts on: a button that moves is missed."""
        metrics = QFontMetrics(look.font(Size.KEY))
        self.part.setMinimumWidth(max(map(metrics.horizontalAdvance, parts)) + 1)

    def show_parts(self, *, word: bool, cap: bool) -> None:
        """Say less, or more."""
        self._said.setVisible(word)
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
    """What comes next, with a small picture: the next part of the exercise, and below it the next exercise.

    In `large` type there is room for one of them: what comes first.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nextUp")
        self.soon = label("", "strong", "nextSoon", wrap=False)
        self.head = label("", "muted", "nextHead", wrap=False)
        self.title = label("", "strong", "nextTitle", wrap=False)
        self.detail = label("", "muted", "nextDetail", wrap=False)
        self.figure = FigureView()
        self.large = self._is_one = self._has_picture = False
        self.picture: QFrame = card("nextPicture")
        self.picture.setFixedSize(89, 62)
        inner = QVBoxLayout(self.picture)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self.figure)
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch()
        for text in (self.soon, self.head, self.title, self.detail):
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(text)
        column.addStretch()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._words)
        row.addWidget(self.picture)

    def set_large(self, look: Look, large: bool) -> None:
        """Make room for most exercises' words at the size of the type."""
        self.large = large
        self._words.setMinimumWidth(look.px(Size.LEAD) * 12)

    def show_next(self, frame: Frame) -> bool:
        """Show what comes after a frame; True if that may need another room than before."""
        before = (self._words.minimumWidth(), self._shown())
        soon = self._soon(frame)
        is_exercise = frame.next_moment is not None and frame.next_moment.exercise.name == frame.next_title
        is_one = self._is_one = bool(soon) and self.large
        self._has_picture = frame.next_moment is not None and not is_one  # alone, it would be of what follows later
        set_text(self.soon, "" if is_one or not soon else self.tr("Then: {what}").format(what=soon))
        set_text(self.head, self.tr("Next exercise:") if is_exercise and not is_one else self.tr("Next:"))
        set_text(self.title, soon if is_one else frame.next_title)
        set_text(self.detail, "" if soon else frame.next_detail[:1].upper() + frame.next_detail[1:])
        self.figure.show_moment(frame.next_moment)
        self._keep_room()
        return before != (self._words.minimumWidth(), self._shown())

    def _shown(self) -> tuple[bool, ...]:
        return self._is_one, self._has_picture, *(bool(text.text()) for text in (self.soon, self.title, self.detail))

    def _soon(self, frame: Frame) -> str:
        if frame.soon is None:
            return ""
        rep = self.tr("Rep {rep}").format(rep=frame.soon.rep) if frame.soon.rep else ""
        last = frame.soon.side or words.amount(frame.soon.seconds, "s")  # whose turn it is says more than how long
        return " · ".join(filter(None, (rep, frame.soon.phase, last)))

    def _keep_room(self) -> None:
        """As wide as what came so far: else the buttons would change with each phase."""
        for text in (self.head, self.soon, self.title, self.detail):
            text.ensurePolished()
            self._words.setMinimumWidth(max(self._words.minimumWidth(), text.sizeHint().width()))

    def show_parts(self, *, picture: bool, detail: bool) -> None:
        """Say less, or more."""
        something = bool(self.title.text())
        self.picture.setVisible(something and picture and self._has_picture)
        self.soon.setVisible(bool(self.soon.text()))
        self.head.setVisible(something)
        self.detail.setVisible(something and detail and bool(self.detail.text()))
        self._row.invalidate()
        self.updateGeometry()


class ControlBar(FittingRow):
    """Back, Pause, Skip, Repeat, Mute, and what comes next."""

    asked = Signal(Action)

    def __init__(self) -> None:
        super().__init__("controlBar")
        self.back = ControlButton(Action.BACK, "", "skip-back-fill")
        self.pause = ControlButton(Action.PAUSE, self.tr("Pause"), "pause-fill", primary=True)
        self.skip = ControlButton(Action.SKIP, "", "skip-forward-fill", sign_last=True)
        self.repeat = ControlButton(Action.REPEAT, "", "arrow-counter-clockwise-bold")
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
        self.repeat.say(self.tr("Repeat"), self.tr("exercise"), self.tr("Repeat this exercise"))
        self._name_part(Mood.EFFORT)
        self.levels = [
            lambda: self._level(words=5, caps=True, picture=True),
            lambda: self._level(words=5, caps=False, picture=True),
            lambda: self._level(words=5, caps=False, picture=False),
            lambda: self._level(words=4, caps=False, picture=False),  # Mute's sign says it too
            lambda: self._level(words=3, caps=False, picture=False),  # and so does Repeat's
            lambda: self._level(words=0, caps=False, picture=True),
            lambda: self._level(words=0, caps=False, picture=False),
        ]

    def _level(self, *, words: int, caps: bool, picture: bool) -> None:
        """The first `words` of the buttons have theirs."""
        for number, button in enumerate(self.buttons):
            button.show_parts(word=number < words, cap=caps)
        self.next.show_parts(picture=picture, detail=not self._is_large())

    def _is_large(self) -> bool:
        return self.look is not None and self.look.percent > _LARGE_PERCENT

    def set_look(self, look: Look) -> None:
        """Take the look; the bar is as tall as two lines about the next exercise, or three of small type."""
        self.look = look
        lines = (Size.BODY, Size.LEAD) if self._is_large() else (Size.BODY, Size.LEAD, Size.BODY)
        said = round(sum(look.px(line) for line in lines) * 1.3)
        on_button = round((look.px(Size.LEAD) + look.px(Size.KEY)) * 1.3) + 2 * Space.XS
        self.setFixedHeight(max(_BUTTON_HEIGHT, said, on_button))
        self.next.set_large(look, self._is_large())
        for button, which in ((self.back, 0), (self.skip, 2)):
            button.keep_room([_part(mood)[which] for mood in Mood], look)
        super().set_look(look)

    def show_frame(self, frame: Frame) -> None:
        """Pause becomes Resume, and the next exercise is named."""
        word = self.tr("Resume") if frame.paused else self.tr("Pause")
        changed = self.pause.word.text() != word
        if changed:
            self.pause.say(word)
            self.pause.set_sign("play-fill" if frame.paused else "pause-fill")
        changed = self._name_part(frame.mood) or changed
        if self.next.show_next(frame) or changed:
            self.fit()

    def _name_part(self, mood: Mood) -> bool:
        """Name what Back and Skip act on; True if that is something else than before."""
        start, back, part, skip = _part(mood)
        if part == self.skip.part.text():
            return False
        self.back.say(self.tr("Back"), start, back, self.tr("twice: to the one before"))
        self.skip.say(self.tr("Skip"), part, skip)
        return True

    def set_muted(self, muted: bool) -> None:
        """The button stays down while nothing is heard; its word stays the same."""
        self.mute.show_checked(muted)
        self.mute.set_sign("speaker-slash-fill" if muted else "speaker-high-fill")
