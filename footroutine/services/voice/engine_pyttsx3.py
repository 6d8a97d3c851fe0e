"""The engine behind pyttsx3: the embedded espeak-ng on Linux, the system's own voices elsewhere.

pyttsx3 is used in the one way that proved safe: on the main thread of a process that may be killed, one text for each
`runAndWait`, properties settled before it, and its word for success never taken without looking at the file.
"""

import ctypes
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from footroutine.domain.language import Language

_FINISHED_WITHIN_S = 5.0
_EMBEDDED = {Language.EN: "gmw/en-us", Language.DE: "gmw/de"}


class Pyttsx3:
    """Starts when it is first asked whether it is there: a process in which another engine speaks need not load it."""

    how_to_install = "On Debian or Ubuntu: sudo apt install libespeak-ng1; elsewhere reinstall the program."

    def __init__(self) -> None:
        self.why_not = ""
        self._engine: Any = None
        self._library: ctypes.CDLL | None = None
        self._finished = threading.Event()
        self._settle: Callable[[], object] = lambda: None
        self._known: frozenset[str] = frozenset()

    def compatible(self) -> bool:
        """It has a driver for every system."""
        return True

    def installed(self) -> bool:
        """It is here, and answers; if not, `why_not` tells the reason."""
        if self._engine is None and not self.why_not:
            try:
                self._start()
            except Exception as error:  # whatever the drivers' own libraries raise: it does not speak
                self.why_not = str(error) or type(error).__name__
        return not self.why_not

    def knows(self, voice: str) -> bool:
        """True for a voice that it has."""
        return voice in self._known

    def standard(self, language: Language) -> str | None:
        """The engine's own choice when that is of the language, else its first voice that is.

        With no English voice in its list, English is left to its own choice.
        """
        if str(self._engine) == "espeak":
            return _EMBEDDED[language]
        fit = [id_ for id_, _, spoken in self.voices() if spoken.lower().startswith(language.value)]
        own: str | None = self._engine.getProperty("voice")
        return own if own in fit else fit[0] if fit else "" if language is Language.EN else None

    def voices(self) -> list[list[str]]:
        """Every voice as [id, name, language]."""
        return [[v.id, v.name or v.id, _language(v.languages)] for v in self._engine.getProperty("voices")]

    def save(self, text: str, voice: str, rate: int, path: Path) -> None:
        """Speak into a file. No exception does not mean that there is one."""
        for name, value in (("voice", voice or None), ("rate", rate)):
            self._engine.setProperty(name, value)
            self._settle()
        self._finished.clear()
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        if str(self._engine) != "sapi5":  # which writes the file before it returns, and tells nobody
            self._finished.wait(_FINISHED_WITHIN_S)

    def _start(self) -> None:
        if sys.platform == "linux":
            self._library = embedded_espeak()
        import pyttsx3

        self._engine = pyttsx3.init()
        sys.unraisablehook = _end_with
        self._settle = self._settler()
        self._engine.connect("finished-utterance", lambda **_: self._finished.set())
        self._known = frozenset(id_ for id_, _, _ in self.voices())

    def _settler(self) -> Callable[[], object]:
        """Espeak forgets a property that is still in its queue when an utterance ends; this empties the queue."""
        if str(self._engine) != "espeak":
            return lambda: None
        from pyttsx3.drivers import _espeak

        settle: Callable[[], object] = _espeak.Synchronize
        return settle


def _end_with(unraisable: "sys.UnraisableHookArgs") -> None:
    """The driver writes its file in a callback; when it cannot, `runAndWait` never returns, and the child must end."""
    if isinstance(unraisable.exc_value, RuntimeError):
        print(unraisable.exc_value, file=sys.stderr, flush=True)
        os._exit(1)
    sys.__unraisablehook__(unraisable)


def embedded_espeak() -> ctypes.CDLL | None:
    """Load the library that comes with the program, so that the driver finds it by name; None: the system's is used."""
    try:
        import espeakng_loader
    except ImportError:
        return None
    # First: with the library loaded but no data found, espeak-ng ends the process.
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    return ctypes.CDLL(espeakng_loader.get_library_path())


def _language(languages: list[str | bytes]) -> str:
    first = languages[0] if languages else ""
    return first.decode(errors="ignore") if isinstance(first, bytes) else first or ""
