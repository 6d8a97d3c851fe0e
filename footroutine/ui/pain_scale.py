"""How each foot feels, from 0 to 10: big buttons, or a digit. It can always be passed over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from footroutine.domain.exercise import Side
from footroutine.domain.pain import FEET, LEAST, MOST
from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.parts import Button, clear, headed, label, set_text
from footroutine.ui.practice_views import PainView, RuleView
from footroutine.ui.theme import Size, Space

_AIR = 22  # of a button, beside its digits
_DIGITS = {getattr(Qt.Key, f"Key_{n}"): n for n in range(10)}


class FootScale(QWidget, Themed):
    """One foot. A digit says its number while the keyboard is here; the arrow keys go on to 10."""

    said = Signal(int)

    def __init__(self, name: str, foot: str) -> None:
        super().__init__()
        self.setAccessibleName(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label(foot, "label", "footName"))
        box = QWidget()
        line = WrapLayout(box, Space.XS)
        column.addWidget(box)
        self.buttons = []
        for score in range(LEAST, MOST + 1):
            button = Button(str(score), "score", f"{name}_{score}")
            button.setAccessibleName(self.tr("{foot}: {n} of 10").format(foot=foot, n=score))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.picked.connect(lambda score=score: self.said.emit(score))
            self.buttons.append(button)
            line.addWidget(button)

    def set_look(self, look: Look) -> None:
        """Take the look; every button is as large as a fingertip."""
        super().set_look(look)
        for button in self.buttons:
            button.setFixedWidth(look.px(Size.BODY) + _AIR)

    @property
    def score(self) -> int | None:
        """What was said; None while nothing is."""
        return next((n for n, button in enumerate(self.buttons) if button.isChecked()), None)

    def show_score(self, score: int | None) -> None:
        """Show what was said before, without telling anyone."""
        for n, button in enumerate(self.buttons):
            button.setAutoExclusive(False)
            button.show_checked(n == score)
            button.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit says its number."""
        if event.key() in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.say(_DIGITS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def say(self, score: int) -> None:
        """As if its button were pressed."""
        self.buttons[score].setChecked(True)
        if any(button.hasFocus() for button in self.buttons):
            self.buttons[score].setFocus(Qt.FocusReason.OtherFocusReason)


class PainScale(QFrame, Themed):
    """A question, both feet, and what each source says of the numbers. Hidden while there is no question.

    Its pieces are made with the first question: the first picture of Today does not wait for them.
    """

    said = Signal(Side, int)
    skipped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._rules: tuple[RuleView, ...] = ()
        self.feet: dict[Side, FootScale] = {}
        self.hide()

    def _build(self) -> None:
        name = self.objectName()
        self.question = label("", "strong", "painQuestion")
        scale = label(self.tr("0 is no pain, 10 is the worst that you can think of."), "muted")
        self._rule_lines = QVBoxLayout()
        self._rule_lines.setSpacing(2)
        names = {Side.LEFT: self.tr("Left foot"), Side.RIGHT: self.tr("Right foot")}
        self.feet = {side: FootScale(f"{name}_{side.value}", names[side]) for side in FEET}
        self.skip = Button(self.tr("Not now"), "link", f"{name}Skip")
        self.skip.clicked.connect(self._on_skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(headed(self.question, self.skip))
        column.addWidget(scale)
        both = QWidget()
        self._both = ColumnsLayout(both, Space.XL)
        column.addWidget(both)
        for side, foot in self.feet.items():
            foot.said.connect(lambda score, side=side: self.said.emit(side, score))
            self._both.addWidget(foot)
        column.addLayout(self._rule_lines)

    def set_look(self, look: Look) -> None:
        """Take the look; the feet are side by side where there is room for both."""
        super().set_look(look)
        if self.feet:
            self._both.set_narrowest(11 * (look.px(Size.BODY) + _AIR) + 10 * Space.XS)

    def show_view(self, view: PainView) -> None:
        """Ask, with what was said already."""
        if not view.question:
            self.hide()
            return
        if not self.feet:
            self._build()
        set_text(self.question, view.question)
        self.setAccessibleName(view.question)
        self.feet[Side.LEFT].show_score(view.left)
        self.feet[Side.RIGHT].show_score(view.right)
        if view.rules != self._rules:
            self._rules = view.rules
            clear(self._rule_lines)
            for rule in view.rules:
                self._rule_lines.addWidget(label(f"{rule.text} – {rule.source}", "small", "painRule"))
        if self.look:
            apply_look(self, self.look)
        self.show()

    def take(self, key: int) -> bool:
        """A digit from anywhere on the page is of the first foot that nothing was said of; False if it is none."""
        waiting = next((foot for foot in self.feet.values() if foot.score is None), None)
        if not self.isVisible() or waiting is None or key not in _DIGITS:
            return False
        waiting.say(_DIGITS[Qt.Key(key)])
        return True

    def _on_skip(self) -> None:
        self.hide()
        self.skipped.emit()
