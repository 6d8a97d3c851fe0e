"""What the app knows of sound: phrases made beforehand, a schedule of moments, and why something is not heard."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance  # noqa: TID251 - only to answer after the caller

from footroutine.domain.language import Language
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import Tone
from footroutine.services.clock import Clock
from footroutine.services.deadline import Deadline
from footroutine.services.voice.cache import PhraseCache
from footroutine.services.voice.child import child_command
from footroutine.services.voice.cued import TONE_PREFIX, Cued
from footroutine.services.voice.playback import Playback, Started
from footroutine.services.voice.synthesis import Phrase, Synthesis

_SETTLED_WITHIN_MS = 8_000  # what is not known of the sound by then is not waited for


@dataclass(frozen=True, slots=True)
class Sound:
    """Words or a tone to be heard at `at_ns` of `Clock.monotonic_ns`, from `offset_ms` within it."""

    at_ns: int
    text: str | None
    tone: Tone | None
    offset_ms: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound that has begun: its planned moment, and the one at which its first sample reached the audio system."""

    text: str | None
    tone: Tone | None
    planned_ns: int
    at_ns: int


class Speech(Protocol):
    """The voice and the tones of a session. No call blocks, and none raises when there is no voice or no sound.

    Signals: `prepared(lengths, missing)`: {text: ms} and the texts without a voice, once for the last `prepare`, within
    40 s, and not before it is known whether sound works and each phrase is loaded: a session's first cue is heard;
    `voices(list[VoiceInfo])`; `notice(str)`, one line to the person; `started(Heard)`.
    """

    @property
    def prepared(self) -> SignalInstance: ...  # noqa: D102
    @property
    def voices(self) -> SignalInstance: ...  # noqa: D102
    @property
    def notice(self) -> SignalInstance: ...  # noqa: D102
    @property
    def started(self) -> SignalInstance: ...  # noqa: D102

    def prepare(self, texts: Collection[str], *, voice: str, rate: int, language: Language = Language.EN) -> None:
        """Have every text ready to be heard; answered by `prepared`."""

    def schedule(self, sounds: Sequence[Sound]) -> None:
        """Replace the whole schedule; what is sounding goes on until its end or the next sound."""

    def silence(self) -> None:
        """Stop what sounds and forget the schedule."""

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Loudness from 0 to 100, acting at once."""

    def say_now(self, text: str, *, voice: str = "", rate: int = 0, language: Language = Language.EN) -> None:
        """Say something at once, outside any session; it replaces the schedule. Rate 0: the default."""

    def request_voices(self) -> None:
        """Ask for the voices; answered by `voices`, with an empty list when there is none."""

    def status_of(self, text: str) -> str:
        """Empty when the words (or, for no words, a tone) would be heard now, else why not."""

    def file_of(self, text: str) -> Path | None:
        """The sound file of a prepared text."""

    def close(self) -> None:
        """End every child process."""


def trouble_notice(reason: str, hint: str) -> str:
    """The line that tells a person of words that could not be made."""
    words = QCoreApplication.translate("speech", "Some words have no voice: {reason}. {hint}")
    return words.format(reason=reason, hint=hint).strip()


class SpokenSpeech(QObject):
    """`Speech` that is heard. Starts no process before it is used."""

    prepared = Signal(object, object)
    voices = Signal(object)
    notice = Signal(str)
    started = Signal(object)

    def __init__(
        self,
        cache_folder: Path,
        clock: Clock,
        parent: QObject | None = None,
        *,
        synthesis_command: Sequence[str] = (),
        playback_command: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._synthesis = Synthesis(synthesis_command or child_command("synthesis"), PhraseCache(cache_folder), self)
        self._playback = Playback(playback_command or child_command("playback"), clock, self)
        self._synthesis.prepared.connect(self._on_prepared)
        self._synthesis.voices.connect(self.voices)
        self._synthesis.trouble.connect(self._on_trouble)
        self._playback.started.connect(self._on_started)
        self._playback.sound_changed.connect(self._on_sound_changed)
        self._playback.unreadable.connect(self._on_unreadable)
        self._playback.known.connect(self._answer)
        self._settling = Deadline(_SETTLED_WITHIN_MS, self)
        self._settling.passed.connect(self._do_what_waited)
        self._phrases: dict[str, Phrase] = {}
        self._texts: dict[str, str] = {}  # by the id that playback knows
        self._ids: dict[str, str] = {}  # short: the plan of a whole session must fit into a pipe
        self._way = ("", Settings().voice_rate, Language.EN)  # voice, rate and language of the phrases
        self._asked: frozenset[str] = frozenset()
        self._preparing = self._for_caller = False
        self._answer_due: tuple[dict[str, int], tuple[str, ...]] | None = None
        self._saying = ""
        self._volumes = (100, 100)

    def prepare(self, texts: Collection[str], *, voice: str, rate: int, language: Language = Language.EN) -> None:
        """Have every text ready to be heard; answered by `prepared`."""
        self._begin(texts, (voice, rate, language), for_caller=True)

    def schedule(self, sounds: Sequence[Sound]) -> None:
        """Replace the whole schedule; what is sounding goes on until its end or the next sound."""
        self._playback.schedule([cue for cue in map(self._cued, sounds) if cue])

    def silence(self) -> None:
        """Stop what sounds and forget the schedule."""
        self._saying = ""
        self._playback.stop()

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Loudness from 0 to 100, acting at once."""
        self._volumes = (voice_percent, tone_percent)
        self._playback.set_volumes(voice_percent, tone_percent)

    def say_now(self, text: str, *, voice: str = "", rate: int = 0, language: Language = Language.EN) -> None:
        """Say something at once, outside any session; it replaces the schedule. Rate 0: the default."""
        self._saying = text
        if not self._preparing:
            self._begin([text], (voice, rate or Settings().voice_rate, language), for_caller=False)

    def request_voices(self) -> None:
        """Ask for the voices; answered by `voices`, with an empty list when there is none."""
        self._synthesis.request_voices()

    def status_of(self, text: str) -> str:
        """Empty when the words (or, for no words, a tone) would be heard now, else why not."""
        if text and text not in self._phrases:
            return "no voice"
        if not self._playback.works:
            return "no sound"
        return "" if self._volumes[0 if text else 1] else "muted"

    def file_of(self, text: str) -> Path | None:
        """The sound file of a prepared text."""
        phrase = self._phrases.get(text)
        return phrase.path if phrase else None

    def close(self) -> None:
        """End every child process."""
        self._synthesis.close()
        self._playback.close()

    def _begin(self, texts: Collection[str], way: tuple[str, int, Language], *, for_caller: bool) -> None:
        if way != self._way:
            self._phrases, self._way = {}, way
        self._asked, self._preparing, self._for_caller = frozenset(texts), True, for_caller
        self._answer_due = None
        self._settling.call_off()
        self._playback.start()  # warm by the time that the phrases are ready
        self._synthesis.prepare(texts, *way)

    def _on_prepared(self, phrases: dict[str, Phrase], missing: tuple[str, ...]) -> None:
        self._preparing = False
        self._phrases.update(phrases)
        for text in phrases:
            self._texts[self._ids.setdefault(text, str(len(self._ids)))] = text
        self._playback.load({self._ids[text]: phrase.path for text, phrase in phrases.items()})
        if self._for_caller:
            self._answer_due = ({text: phrase.ms for text, phrase in phrases.items()}, missing)
        self._settling.begin()
        self._answer()

    def _answer(self) -> None:
        """Go on once the phrases are made and loaded, and it is known whether sound works."""
        if not self._preparing and self._playback.is_settled:
            self._do_what_waited()

    def _do_what_waited(self) -> None:
        self._settling.call_off()
        due, self._answer_due = self._answer_due, None
        if due is not None:
            self.prepared.emit(*due)
        self._say_what_waits()

    def _say_what_waits(self) -> None:
        text = self._saying
        if not text or self._preparing:
            return
        if text in self._phrases:
            self._saying = ""
            self.schedule([Sound(self._clock.monotonic_ns(), text, None)])
        elif text not in self._asked:
            self._begin([text], self._way, for_caller=False)

    def _cued(self, sound: Sound) -> Cued | None:
        if sound.tone is not None:
            return Cued(TONE_PREFIX + sound.tone, sound.at_ns, sound.offset_ms)
        text = sound.text or ""
        return Cued(self._ids[text], sound.at_ns, sound.offset_ms) if text in self._phrases else None

    def _on_started(self, started: Started) -> None:
        if started.id.startswith(TONE_PREFIX):
            tone, text = Tone(started.id.removeprefix(TONE_PREFIX)), None
        else:
            tone, text = None, self._texts.get(started.id)
        self.started.emit(Heard(text, tone, started.planned_ns, started.at_ns))

    def _on_unreadable(self, sound_id: str) -> None:
        self._phrases.pop(self._texts.get(sound_id, ""), None)

    def _on_trouble(self, reason: str, hint: str) -> None:
        self.notice.emit(trouble_notice(reason, hint))

    def _on_sound_changed(self, works: bool, _reason: str) -> None:
        if works:
            self.notice.emit(QCoreApplication.translate("speech", "The sound is back."))
        else:
            # The reason is the machine's, in English: `doctor` tells it.
            self.notice.emit(
                QCoreApplication.translate("speech", "No sound: check the loudspeaker. It comes back by itself.")
            )


class SilentSpeech(QObject):
    """`Speech` that is never heard: for silent and for sped-up sessions. It has no process at all."""

    prepared = Signal(object, object)
    voices = Signal(object)
    notice = Signal(str)
    started = Signal(object)

    def prepare(self, texts: Collection[str], *, voice: str, rate: int, language: Language = Language.EN) -> None:
        """Answers soon that nothing has a voice."""
        missing = tuple(dict.fromkeys(texts))
        QTimer.singleShot(0, self, lambda: self.prepared.emit({}, missing))

    def schedule(self, sounds: Sequence[Sound]) -> None:
        """Nothing is heard."""

    def silence(self) -> None:
        """It is silent already."""

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Nothing is heard at any volume."""

    def say_now(self, text: str, *, voice: str = "", rate: int = 0, language: Language = Language.EN) -> None:
        """Nothing is heard."""

    def request_voices(self) -> None:
        """Answers soon that there is none."""
        QTimer.singleShot(0, self, lambda: self.voices.emit([]))

    def status_of(self, text: str) -> str:
        """Always why not."""
        return "silent"

    def file_of(self, text: str) -> Path | None:
        """No text has a sound file."""
        return None

    def close(self) -> None:
        """There is nothing to end."""
