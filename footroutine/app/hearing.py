"""The test of whether the person hears the voice: whatever comes of it is said, within a deadline."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from footroutine.domain.language import Language
from footroutine.domain.phrases import phrases_in
from footroutine.domain.settings import Settings
from footroutine.services.deadline import Deadline
from footroutine.services.voice.speech import Heard, Speech

WITHIN_MS = 15_000  # a voice that is started for the first time takes a few seconds


class HearingTest(QObject):
    """Says `status` in words; "One moment…" never stays."""

    status = Signal(str)

    def __init__(self, speech: Speech, within_ms: int = WITHIN_MS) -> None:
        super().__init__()
        self._speech = speech
        self._is_waiting = False
        self._text = ""
        self._deadline = Deadline(within_ms, self)
        self._deadline.passed.connect(lambda: self._settle(nothing_said()))
        speech.started.connect(self._on_started)
        speech.notice.connect(self._on_notice)

    def begin(self, settings: Settings, language: Language) -> None:
        """Speak with the voice and the loudness of the settings."""
        self._is_waiting, self._text = True, phrases_in(language).hearing_test
        self.status.emit(self.tr("One moment…"))
        self._deadline.begin()
        self._speech.set_volumes(settings.voice_volume, settings.tone_volume)
        voice, rate = settings.voice, settings.voice_rate
        self._speech.say_now(self._text, voice=voice, rate=rate, language=language)

    def _on_started(self, heard: Heard) -> None:
        if heard.text == self._text:
            self._settle(self.tr("It is speaking now. If you hear nothing, check the loudspeaker and its volume."))

    def _on_notice(self, text: str) -> None:
        if self._is_waiting:
            self._settle(text)

    def _settle(self, text: str) -> None:
        self._is_waiting = False
        self._deadline.call_off()
        self.status.emit(text)


def nothing_said() -> str:
    """What is said when no voice came in time."""
    return QCoreApplication.translate(
        "HearingTest", "Nothing could be said. Try again, or let tones lead you: Settings, How much it talks."
    )
