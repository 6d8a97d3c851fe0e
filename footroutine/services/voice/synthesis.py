"""The synthesis child's supervisor: has phrases made, one at a time, and survives whatever the engine does."""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal  # noqa: TID251 - respawning and the deadline of the whole

from footroutine.domain.language import Language
from footroutine.services.voice.cache import PhraseCache
from footroutine.services.voice.child import Child, Message

_AWAKE_WITHIN_MS = 5_000
_FIRST_WITHIN_MS = 8_000  # sapi5 writes its bindings on its first start
_MADE_WITHIN_MS = 6_000
_ALL_WITHIN_MS = 30_000
_WAIT_MS = 100  # before the second try; doubled each time
_FAILURES = 4  # of the child without one phrase made between them, and there is no voice
_TRIES = 2  # of one phrase
_INSTALL = "On Debian or Ubuntu: sudo apt install libespeak-ng1; elsewhere reinstall the program."


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice that can be chosen; `id` is what the settings keep."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that has been made: its file and exact length."""

    path: Path
    ms: int


@dataclass(frozen=True, slots=True)
class _Order:
    text: str
    voice: str
    rate: int
    language: Language
    path: Path


class Synthesis(QObject):
    """Makes phrases in a child that is started when the cache does not have them all, and ended when they are made.

    `prepared(phrases, missing)` comes once for the last `prepare`, within 30 s: {text: Phrase} and the texts that could
    not be made. `trouble(reason, hint)` comes at most once for a prepare or a request for voices.
    """

    prepared = Signal(object, object)
    voices = Signal(object)
    trouble = Signal(str, str)

    def __init__(self, command: Iterable[str], cache: PhraseCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._child = Child(list(command), self)
        self._child.received.connect(self._on_received)
        self._child.ended.connect(self._on_ended)
        self._respawn = QTimer(self, singleShot=True)
        self._respawn.timeout.connect(self._start)
        self._overall = QTimer(self, singleShot=True)
        self._overall.timeout.connect(lambda: self._give_up("it took too long", ""))
        self._awake = self._waiting = self._asking_voices = self._preparing = self._has_made = False
        self._failures = self._tries = 0
        self._answers_within_ms = _FIRST_WITHIN_MS
        self._phrases: dict[str, Phrase] = {}
        self._texts: tuple[str, ...] = ()
        self._orders: deque[_Order] = deque()
        self._first_reason = self._hint = ""

    def prepare(self, texts: Collection[str], voice: str, rate: int, language: Language = Language.EN) -> None:
        """Have every text as a sound file; for no voice, the engine's own of the language speaks.

        A prepare that is still under way is replaced.
        """
        self._texts = tuple(dict.fromkeys(texts))
        self._phrases, self._first_reason, self._hint, self._preparing = {}, "", "", True
        self._failures = self._tries = 0
        self._look_up(voice, rate, language)
        self._overall.start(_ALL_WITHIN_MS)
        if not self._orders:
            QTimer.singleShot(0, self, self._finish)  # after the caller is ready to hear it
            return
        try:
            self._cache.prepare()
        except OSError as error:
            reason = f"{error.strerror}: {error.filename}"
            QTimer.singleShot(0, self, lambda: self._give_up(reason, "Make room in that folder, or make it writable."))
            return
        self._go_on()

    def _look_up(self, voice: str, rate: int, language: Language) -> None:
        """Take from the cache what it has, and order the rest."""
        paths = {text: self._cache.path(text, voice, rate, language) for text in self._texts}
        for text, path in paths.items():
            if (ms := self._cache.find_ms(path)) is not None:
                self._phrases[text] = Phrase(path, ms)
        self._orders = deque(_Order(t, voice, rate, language, p) for t, p in paths.items() if t not in self._phrases)

    def request_voices(self) -> None:
        """Ask the engine for its voices."""
        self._asking_voices = True
        self._go_on()

    def close(self) -> None:
        """End the child for good."""
        self._respawn.stop()
        self._overall.stop()
        self._child.close()

    def _go_on(self) -> None:
        """Do the next thing, or end."""
        if not self._child.running:
            if not self._respawn.isActive():
                self._start()
        elif self._awake and not self._waiting:
            self._ask()

    def _start(self) -> None:
        self._awake = self._waiting = False
        self._answers_within_ms = _FIRST_WITHIN_MS
        self._child.start(_AWAKE_WITHIN_MS)

    def _ask(self) -> None:
        if self._asking_voices:
            self._send({"do": "voices"})
        elif self._orders:
            order = self._orders[0]
            how = {"voice": order.voice, "language": order.language.value, "rate": order.rate}
            self._send({"do": "make", "text": order.text, **how, "path": str(order.path)})
        else:
            self._child.close()
            self._finish()

    def _send(self, message: Message) -> None:
        self._waiting = True
        self._child.send(message, within_ms=self._answers_within_ms)

    def _on_received(self, message: Message) -> None:
        self._waiting = False
        match message["event"]:
            case "awake":
                self._awake = True
            case "no_engine":
                self._give_up(message["reason"], message["hint"])
                return
            case "unknown_voice":
                self._on_unknown_voice(message["voice"], message["hint"])
            case "voices":
                self._asking_voices = False
                self.voices.emit([VoiceInfo(*voice) for voice in message["voices"]])
                self._answers_within_ms = _MADE_WITHIN_MS
            case "made" | "failed":
                self._answers_within_ms = _MADE_WITHIN_MS
                self._on_order_answered(message)
        self._ask()

    def _on_unknown_voice(self, voice: str, hint: str) -> None:
        """Have everything said by the standard voice, under its own name in the cache."""
        if self._orders and self._orders[0].voice == voice:  # else an answer to a prepare that has been replaced
            self._first_reason, self._hint = f"there is no voice called {voice!r}, so the standard one speaks", hint
            self._phrases = {}
            self._look_up("", self._orders[0].rate, self._orders[0].language)

    def _on_order_answered(self, message: Message) -> None:
        if not self._orders or message["path"] != str(self._orders[0].path):
            return  # an answer to a prepare that has been replaced
        self._tries += 1
        if message["event"] == "failed" and self._tries < _TRIES:
            return  # asked again: espeak gives an empty file now and then
        self._tries = 0
        order = self._orders.popleft()
        if message["event"] == "made":
            self._failures = 0
            self._has_made = True
            self._phrases[order.text] = Phrase(order.path, message["ms"])
        else:
            self._first_reason = self._first_reason or message["reason"]

    def _on_ended(self, reason: str) -> None:
        self._failures += 1
        if self._failures >= _FAILURES:
            self._give_up(f"the speech process failed: {reason}", _INSTALL)
            return
        self._tries += 1
        if self._awake and self._orders and self._tries >= _TRIES:  # these words make the engine fail: go on without
            self._orders.popleft()
            self._tries = 0
            self._first_reason = self._first_reason or f"the speech process failed: {reason}"
        self._respawn.start(_WAIT_MS << (self._failures - 1))

    def _give_up(self, reason: str, hint: str) -> None:
        self._child.close()
        self._respawn.stop()
        self._orders.clear()
        self._first_reason = ""
        self.trouble.emit(reason, hint)
        if self._asking_voices:
            self._asking_voices = False
            self.voices.emit([])
        self._finish()

    def _finish(self) -> None:
        if not self._preparing:
            return
        self._preparing = False
        self._overall.stop()
        if self._first_reason:
            self.trouble.emit(self._first_reason, self._hint)
        phrases = self._phrases
        self.prepared.emit(dict(phrases), tuple(text for text in self._texts if text not in phrases))
        if self._has_made:  # last: nobody waits for it
            self._has_made = False
            self._cache.prune([phrase.path for phrase in phrases.values()])
