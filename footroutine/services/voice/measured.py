"""Speech that is made and not heard: a silent session, or one that becomes a file, has the plan of a spoken one."""

from collections.abc import Collection
from pathlib import Path

from footroutine.domain.language import Language
from footroutine.services.voice.cache import PhraseCache
from footroutine.services.voice.child import child_command
from footroutine.services.voice.speech import SilentSpeech, trouble_notice
from footroutine.services.voice.synthesis import Phrase, Synthesis


class MeasuredSilence(SilentSpeech):
    """`Speech` whose phrases are made and measured as for a spoken session; no sound is ever played."""

    def __init__(self, cache_folder: Path) -> None:
        super().__init__()
        self._synthesis = Synthesis(child_command("synthesis"), PhraseCache(cache_folder), self)
        self._synthesis.prepared.connect(self._on_prepared)
        self._synthesis.trouble.connect(lambda reason, hint: self.notice.emit(trouble_notice(reason, hint)))
        self._phrases: dict[str, Phrase] = {}

    def prepare(self, texts: Collection[str], *, voice: str, rate: int, language: Language = Language.EN) -> None:
        """Have every text measured; answered by `prepared`."""
        self._synthesis.prepare(texts, voice, rate, language)

    def file_of(self, text: str) -> Path | None:
        """The sound file of a prepared text."""
        phrase = self._phrases.get(text)
        return phrase.path if phrase else None

    def close(self) -> None:
        """End the child process."""
        self._synthesis.close()

    def _on_prepared(self, phrases: dict[str, Phrase], missing: tuple[str, ...]) -> None:
        self._phrases = phrases
        self.prepared.emit({text: phrase.ms for text, phrase in phrases.items()}, missing)
