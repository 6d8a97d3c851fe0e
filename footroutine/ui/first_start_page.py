"""The first start, in three short steps: what this is, whether it is heard, which routine."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from footroutine.domain.settings import Settings
from footroutine.ui.announce import announce
from footroutine.ui.answer import AnswerButton
from footroutine.ui.disclaimer import disclaimer
from footroutine.ui.inputs import Switch
from footroutine.ui.look import Themed, apply_look
from footroutine.ui.page import Page
from footroutine.ui.parts import Button, clear, label
from footroutine.ui.theme import Space
from footroutine.ui.views import FirstStartView

_HEARING_STEP = 1
HEARING = ("voice", "tones", "silent")


class FirstStartPage(Page, Themed):
    """Ends with settings that work: the answers are put into the settings it was given."""

    hear_test_requested = Signal()
    done = Signal(Settings)

    def __init__(self) -> None:
        super().__init__("firstStartPage", widest=720, centred=True)
        self._settings = Settings()
        self.count = label("", "accent", "firstStepNumber")
        self.steps: tuple[QWidget, ...] = ()
        self.step = 0
        self.hearing = QButtonGroup(self)
        self.routines = QButtonGroup(self)
        self.status = label("", "muted", "hearStatus")
        self.remind = Switch(self.tr("Remind me through the day"), "firstRemind")
        self._routine_box = QWidget()
        self._routine_column = QVBoxLayout(self._routine_box)
        self.back = Button(self.tr("Back"), "", "firstBack")
        self.next = Button("", "primary", "firstNext")
        self._lay_out()
        self.back.clicked.connect(lambda: self._go(self.step - 1))
        self.next.clicked.connect(self._forward)
        self.hearing.buttonToggled.connect(lambda: self._show_buttons())
        self._go(0)

    def _lay_out(self) -> None:
        self.steps = (self._about_step(), self._hearing_step(), self._routine_step())
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, Space.S, 0, 0)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.next)
        self.column.addSpacing(Space.XL)
        self.column.addWidget(self.count)
        for step in self.steps:
            self.column.addWidget(step)
        self.column.addWidget(buttons)
        self.column.addStretch()
        self.chain()

    def _step(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(label(title, "title"))
        return step, column

    def _about_step(self) -> QWidget:
        step, column = self._step(self.tr("Welcome. What this is, and what it is not"))
        for text in disclaimer():
            column.addWidget(label(text, "lead"))
        return step

    def _hearing_step(self) -> QWidget:
        step, column = self._step(self.tr("Do you hear me?"))
        column.addWidget(label(self.tr("Sessions are spoken, so that you need not look. Try it out:"), "lead"))
        self.test = Button(self.tr("Test the voice"), "", "hearTest", "speaker-high-fill")
        self.test.clicked.connect(self.hear_test_requested)
        column.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.status)
        self.status.hide()
        help_ = self.tr("You hear nothing? Turn the volume up, or plug in headphones, and try again.")
        column.addWidget(label(help_, "muted", "hearHelp"))
        words = (
            self.tr("Yes, I hear the voice"),
            self.tr("No voice: lead me by tones and captions"),
            self.tr("Silent: I look at the screen"),
        )
        for index, (key, text) in enumerate(zip(HEARING, words, strict=True)):
            answer = AnswerButton(text, f"hearing_{key}")
            self.hearing.addButton(answer, index)
            column.addWidget(answer)
        return step

    def _routine_step(self) -> QWidget:
        step, column = self._step(self.tr("Which routine?"))
        column.addWidget(label(self.tr("You can change it, and everything else, at any time."), "lead"))
        self._routine_column.setContentsMargins(0, 0, 0, 0)
        self._routine_column.setSpacing(Space.M)
        column.addWidget(self._routine_box)
        column.addWidget(self.remind)
        return step

    def show_view(self, view: FirstStartView) -> None:
        """Begin at the first step."""
        self._settings = view.settings
        self.remind.show_state(view.settings.remind)
        clear(self._routine_column)
        for button in self.routines.buttons():
            self.routines.removeButton(button)
        for index, chip in enumerate(view.routines):
            text = f"{chip.name} · {chip.length_text}"
            button = AnswerButton(text if chip.length_text else chip.name, f"first_{chip.id}")
            button.setProperty("routine", chip.id)
            button.setChecked(chip.id == view.settings.routine or (index == 0 and not view.settings.routine))
            self.routines.addButton(button, index)
            self._routine_column.addWidget(button)
        if self.look:
            apply_look(self._routine_box, self.look)
        self._go(0)

    def set_voice_status(self, text: str) -> None:
        """Say what came of the test."""
        self.status.setText(text)
        self.status.setVisible(bool(text))
        if text and self.isVisible():
            announce(self, text)

    def settings(self) -> Settings:
        """The settings that the answers so far make."""
        hearing = HEARING[max(0, self.hearing.checkedId())]
        routine = self.routines.checkedButton()
        return replace(
            self._settings,
            voice_on=hearing == "voice",
            tone_volume=0 if hearing == "silent" else self._settings.tone_volume or Settings().tone_volume,
            routine=routine.property("routine") if routine else self._settings.routine,
            remind=self.remind.isChecked(),
            disclaimer_accepted=True,
        )

    def _forward(self) -> None:
        if self.step == len(self.steps) - 1:
            self.done.emit(self.settings())
        else:
            self._go(self.step + 1)

    def _go(self, step: int) -> None:
        self.step = step
        for index, shown in enumerate(self.steps):
            shown.setVisible(index == step)
        self.count.setText(self.tr("Step {n} of {count}").format(n=step + 1, count=len(self.steps)))
        self._show_buttons()
        self.verticalScrollBar().setValue(0)
        (self.next if self.next.isEnabled() else self.test).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        words = (self.tr("I understand"), self.tr("Next"), self.tr("Begin"))
        self.back.setVisible(self.step > 0)
        self.next.setText(words[self.step])
        self.next.setEnabled(self.step != _HEARING_STEP or self.hearing.checkedId() >= 0)
