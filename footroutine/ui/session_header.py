"""The line above a session: which exercise, and the quiet buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footroutine.player.frame import Frame
from footroutine.ui.fitting_row import FittingRow
from footroutine.ui.keys import Action, cap_of
from footroutine.ui.parts import Button, label, set_text
from footroutine.ui.theme import Space


class SessionHeader(FittingRow):
    """Says less where there is less room: first the words of the buttons go, then the exercise's number."""

    asked = Signal(Action)

    def __init__(self) -> None:
        super().__init__("sessionHeader")
        self.row.setSpacing(Space.S)
        self.title = label("", "strong", "exerciseTitle", wrap=False)
        self.number = label("", "muted", "exerciseNumber", wrap=False)
        self.muted = label(self.tr("Muted"), "accent", "mutedState", wrap=False)
        self.muted.hide()
        self.far = self._button(Action.FAR, "farButton", self.tr("Far view"), "corners-out-bold")
        self.keys = self._button(Action.KEYS, "keysButton", self.tr("Keys"), "keyboard-bold")
        self.end = self._button(Action.END, "endButton", self.tr("End"), "x-bold")
        self._words = {b: b.accessibleName() for b in (self.far, self.keys, self.end)}
        pieces: tuple[QWidget | None, ...] = (
            self.title,
            self.number,
            None,
            self.muted,
            self.far,
            self.keys,
            self.end,
        )
        for piece in pieces:
            if piece is None:
                self.row.addStretch()
            else:
                self.row.addWidget(piece)
        self.levels = [
            lambda: self._level((self.far, self.keys, self.end), number=True),
            lambda: self._level((self.keys, self.end), number=True),
            lambda: self._level((self.keys, self.end), number=False),
            lambda: self._level((), number=True),
            lambda: self._level((), number=False),
        ]

    def _button(self, action: Action, name: str, word: str, icon: str) -> Button:
        button = Button(word, "quiet", name, icon)
        button.setAccessibleName(word)
        button.setToolTip(f"{word} ({cap_of(action)})")
        button.clicked.connect(lambda: self.asked.emit(action))
        return button

    def _level(self, with_words: tuple[Button, ...], *, number: bool) -> None:
        for button, word in self._words.items():
            button.setText(word if button in with_words else "")
        self.number.setVisible(number)

    def show_frame(self, frame: Frame) -> None:
        """Name the exercise."""
        number = self.tr("Exercise {n} of {count}").format(n=frame.number, count=frame.count)
        changed = (self.title.text(), self.number.text()) != (frame.title, number)
        set_text(self.title, frame.title)
        set_text(self.number, number)
        if changed:
            self.fit()

    def set_muted(self, muted: bool) -> None:
        """Say that nothing is heard."""
        self.muted.setVisible(muted)
        self.fit()
