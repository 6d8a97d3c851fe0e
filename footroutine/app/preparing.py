"""From a routine to its timeline: the words are made first, so that the plan knows how long each lasts."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QObject, Signal

from footroutine.domain.cues import TalkLevel
from footroutine.domain.errors import UserError
from footroutine.domain.library import Library
from footroutine.domain.planner import timed
from footroutine.domain.routine import Routine
from footroutine.domain.script import Script, compose
from footroutine.domain.settings import Settings
from footroutine.domain.speech_length import estimate_ms
from footroutine.domain.timeline import Timeline
from footroutine.services.voice.speech import Speech


class Preparer(QObject):
    """Prepares one session at a time.

    Signals:
        prepared: the `Timeline`; always comes, within the voice's own deadline, also with no voice at all.
    """

    prepared = Signal(object)

    def __init__(self, library: Library, speech: Speech) -> None:
        super().__init__()
        self._library = library
        self._speech = speech
        self._waiting: tuple[Routine, Settings, Script] | None = None
        speech.prepared.connect(self._on_prepared)

    def prepare(self, routine: Routine, settings: Settings) -> None:
        """Have the words made, then plan; with the voice off, tones and captions carry the session.

        Raises:
            UserError: no exercise of the routine is included.
        """
        if not settings.voice_on:
            settings = replace(settings, talk=TalkLevel.TONES.value)
        script = compose(routine, self._library.exercises, settings)
        self._waiting = (routine, settings, script)
        self._speech.prepare(script.texts(), voice=settings.voice, rate=settings.voice_rate)

    def warm(self, routine: Routine, settings: Settings) -> None:
        """Have the words of a session made ahead, so that its start need not wait for them."""
        if self._waiting is None and settings.voice_on:
            with suppress(UserError):  # nothing is included: then there is nothing to say
                texts = compose(routine, self._library.exercises, settings).texts()
                self._speech.prepare(texts, voice=settings.voice, rate=settings.voice_rate)

    def cancel(self) -> None:
        """Forget what is being prepared."""
        self._waiting = None

    def _on_prepared(self, lengths: dict[str, int], _missing: tuple[str, ...]) -> None:
        if self._waiting is None:
            return
        (routine, settings, script), self._waiting = self._waiting, None
        if script.texts() and not lengths:
            script = compose(routine, self._library.exercises, replace(settings, talk=TalkLevel.TONES.value))
        self.prepared.emit(plan_with(script, lengths, settings.voice_rate))


def plan_with(script: Script, lengths: dict[str, int], rate: int) -> Timeline:
    """The timeline with the measured length of every phrase that has one, and an estimate for the rest."""
    return timed(script, lambda text: lengths.get(text) or estimate_ms(text, rate))


def estimated(routine: Routine, library: Library, settings: Settings) -> Timeline:
    """The timeline from estimates alone: at once, and within seconds of the real one; for showing lengths.

    Raises:
        UserError: no exercise of the routine is included.
    """
    if not settings.voice_on:
        settings = replace(settings, talk=TalkLevel.TONES.value)
    return plan_with(compose(routine, library.exercises, settings), {}, settings.voice_rate)


def prepare_now(preparer: Preparer, routine: Routine, settings: Settings) -> Timeline:
    """Prepare and wait for the timeline: for commands without a window.

    Raises:
        UserError: no exercise of the routine is included.
    """
    loop = QEventLoop()
    made: list[Timeline] = []
    preparer.prepared.connect(made.append)
    preparer.prepared.connect(loop.quit)
    preparer.prepare(routine, settings)
    if not made:
        loop.exec()
    return made[0]
