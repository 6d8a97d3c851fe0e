"""What every speech engine is to the synthesis child."""

from pathlib import Path
from typing import Protocol

from footroutine.domain.language import Language


class Engine(Protocol):
    """One way to turn words into a sound file. It may fail, hang or end its process: the child and its program bear it.

    Asked in this order: `compatible`, `installed`, and only then the rest.
    """

    how_to_install: str

    def compatible(self) -> bool:
        """This kind of system can have it."""

    def installed(self) -> bool:
        """It is here, and answers."""

    def knows(self, voice: str) -> bool:
        """True for a voice that it has."""

    def standard(self, language: Language) -> str | None:
        """The voice that it chooses for a language, "" if that is best left to it; None: it does not speak it."""

    def voices(self) -> list[list[str]]:
        """Every voice as [id, name, language]."""

    def save(self, text: str, voice: str, rate: int, path: Path) -> None:
        """Speak into a WAV file (or, on macOS, AIFF) at `rate` words a minute. Success is to be seen in the file.

        Raises:
            BadSoundError: it gave nothing.
        """
