"""From a routine to its timeline: the words are made first, so that the plan knows how long each lasts."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QObject, Signal

from footroutine.app.resuming import GoingOn, going_on_with
from footroutine.app.session_keeper import BEGINNING
from footroutine.app.wiring import Program
from footroutine.domain.cues import TalkLevel
from footroutine.domain.errors import UserError
from footroutine.domain.history import SessionRecord
from footroutine.domain.library import Library
from footroutine.domain.planner import timed
from footroutine.domain.routine import Routine
from footroutine.domain.script import Script, compose
from footroutine.domain.settings import Settings
from footroutine.domain.speech_length import estimate_ms
from footroutine.domain.timeline import Timeline
from footroutine.services.voice.speech import Speech


class Preparer(QObject):
    """Prepares one session at a time. `start` says where the timeline that was prepared last begins.

    Signals:
        prepared: the `Timeline`; always comes, within the voice's own deadline, also with no voice at all.
    """

    prepared = Signal(object)

    def __init__(self, program: Program, speech: Speech) -> None:
        super().__init__()
        self._program = program
        self._speech = speech
        self._waiting: tuple[_Writing, Settings, Script | GoingOn] | None = None
        self.start = BEGINNING
        speech.prepared.connect(self._on_prepared)

    def prepare(self, routine: Routine, settings: Settings) -> None:
        """Have the words made, then plan; with the voice off, tones and captions carry the session.

        Raises:
            UserError: no exercise of the routine is included.
        """
        library = self._program.library
        self._ask(lambda chosen: compose(routine, library.exercises, chosen, library.language), settings)

    def go_on(self, session: SessionRecord, settings: Settings) -> None:
        """The same for a session that was left: its own doses, with a lead-in before the set that it goes on with.

        Raises:
            UserError: its exercises are no longer what they were.
        """

        def written(chosen: Settings) -> GoingOn:
            going_on = going_on_with(session, self._program.library, chosen)
            if going_on is None:
                raise UserError("That session cannot be gone on with: its exercises have changed since.")
            return going_on

        self._ask(written, settings)

    def _ask(self, write: "_Writing", settings: Settings) -> None:
        if not settings.voice_on:
            settings = replace(settings, talk=TalkLevel.TONES.value)
        written = write(settings)
        self._waiting = (write, settings, written)
        self._speak(_script(written), settings)

    def warm(self, routine: Routine, settings: Settings) -> None:
        """Have the words of a session made ahead, so that its start need not wait for them."""
        if self._waiting is None and settings.voice_on:
            library = self._program.library
            with suppress(UserError):  # nothing is included: then there is nothing to say
                self._speak(compose(routine, library.exercises, settings, library.language), settings)

    def _speak(self, script: Script, settings: Settings) -> None:
        voice, rate = settings.voice, settings.voice_rate
        self._speech.prepare(script.texts(), voice=voice, rate=rate, language=script.language)

    def cancel(self) -> None:
        """Forget what is being prepared."""
        self._waiting = None

    def _on_prepared(self, lengths: dict[str, int], _missing: tuple[str, ...]) -> None:
        if self._waiting is None:
            return
        (write, settings, written), self._waiting = self._waiting, None
        if _script(written).texts() and not lengths:
            written = write(replace(settings, talk=TalkLevel.TONES.value))
        timeline = plan_with(_script(written), lengths, settings.voice_rate)
        self.start = written.start(timeline) if isinstance(written, GoingOn) else BEGINNING
        self.prepared.emit(timeline)


_Writing = Callable[[Settings], Script | GoingOn]  # with the settings, which may yet lose the voice


def _script(written: Script | GoingOn) -> Script:
    return written.script if isinstance(written, GoingOn) else written


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
    return plan_with(compose(routine, library.exercises, settings, library.language), {}, settings.voice_rate)


def prepare_now(preparer: Preparer, ask: Callable[[Preparer], None]) -> Timeline:
    """Prepare as `ask` does and wait for the timeline: for commands without a window.

    Raises:
        UserError: whatever `ask` raises.
    """
    loop = QEventLoop()
    made: list[Timeline] = []
    preparer.prepared.connect(made.append)
    preparer.prepared.connect(loop.quit)
    ask(preparer)
    if not made:
        loop.exec()
    return made[0]
