"""A clock that a test moves, and speech that is written down."""

from collections.abc import Collection, Sequence

from footroutine.domain.language import Language
from footroutine.domain.speech_length import estimate_ms
from footroutine.services.voice.speech import SilentSpeech, Sound


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.ms = 1_000_000

    def now_ms(self) -> int:
        return self.ms

    def monotonic_ns(self) -> int:
        return self.ms * 1_000_000

    def advance(self, ms: int) -> None:
        self.ms += ms


class WrittenSpeech(SilentSpeech):
    """Speech that answers as a healthy voice does, and writes down what it is asked. The real one is in tests/voice."""

    def __init__(self) -> None:
        super().__init__()
        self.scheduled: list[Sound] = []
        self.silences = 0
        self.volumes: tuple[int, int] = (-1, -1)
        self.said: list[str] = []
        self.has_voice = True

    def prepare(self, texts: Collection[str], *, voice: str, rate: int, language: Language = Language.EN) -> None:
        made = {text: int(estimate_ms(text, rate)) for text in texts} if self.has_voice else {}
        self.prepared.emit(made, tuple(t for t in texts if t not in made))

    def schedule(self, sounds: Sequence[Sound]) -> None:
        self.scheduled = list(sounds)

    def silence(self) -> None:
        self.scheduled = []
        self.silences += 1

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        self.volumes = (voice_percent, tone_percent)

    def say_now(self, text: str, *, voice: str = "", rate: int = 0, language: Language = Language.EN) -> None:
        self.said.append(text)

    def status_of(self, text: str) -> str:
        return "" if self.has_voice or not text else "no voice"
