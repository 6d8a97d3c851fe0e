"""The synthesis child: makes spoken phrases into sound files. Run as a module; see `child_io` for the protocol.

In: make {text, voice, rate, path}, voices.
Out: awake {engine}, no_engine {reason}, made {path, ms}, failed {path, reason}, unknown_voice {voice},
voices {voices: [[id, name, language]]}.

pyttsx3 is used in the one way that proved safe: on the main thread of a process that may be killed, one text for each
`runAndWait`, properties settled before it, and its word for success never taken without looking at the file.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from footroutine.domain.speech_length import estimate_ms
from footroutine.services.voice.child_io import Message, Wire
from footroutine.services.voice.pcm import BadSoundError, Samples, length_ms, read_wav, trimmed, write_wav

_FINISHED_WITHIN_S = 5.0
_SHORTEST_MS = 150
_SLOWER, _FASTER = 4, 6  # a voice may take 4 times the estimated time, or a 6th, and still be plausible
_EMBEDDED_ENGLISH = "gmw/en-us"


class _Pyttsx3:
    """The engine behind pyttsx3: the embedded espeak-ng on Linux, the system's own voices elsewhere."""

    def __init__(self) -> None:
        if sys.platform == "linux":
            self._library = _embedded_espeak()
        import pyttsx3

        self._engine = pyttsx3.init()
        self.name = str(self._engine)
        self._settle = self._settler()
        self._finished = threading.Event()
        self._engine.connect("finished-utterance", lambda **_: self._finished.set())
        self._english = self._default_voice()
        self._known = {id_ for id_, _, _ in self.voices()}

    def knows(self, voice: str) -> bool:
        """True for a voice that there is, and for the standard voice ""."""
        return not voice or voice in self._known

    def voices(self) -> list[list[str]]:
        """Every voice as [id, name, language]."""
        return [[v.id, v.name or v.id, _language(v.languages)] for v in self._engine.getProperty("voices")]

    def save(self, text: str, voice: str, rate: int, path: Path) -> None:
        """Speak into a file. No exception does not mean that there is one."""
        chosen = voice if voice in self._known else self._english
        for name, value in (("voice", chosen), ("rate", rate)):
            self._engine.setProperty(name, value)
            self._settle()
        self._finished.clear()
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        if self.name != "sapi5":  # which writes the file before it returns, and tells nobody
            self._finished.wait(_FINISHED_WITHIN_S)

    def _settler(self) -> Callable[[], object]:
        """Espeak forgets a property that is still in its queue when an utterance ends; this empties the queue."""
        if self.name != "espeak":
            return lambda: None
        from pyttsx3.drivers import _espeak

        settle: Callable[[], object] = _espeak.Synchronize
        return settle

    def _default_voice(self) -> str | None:
        """The engine's own choice when that is English, else its first English voice; None leaves the choice to it."""
        if self.name == "espeak":
            return _EMBEDDED_ENGLISH
        english = [id_ for id_, _, language in self.voices() if language.lower().startswith("en")]
        own = self._engine.getProperty("voice")
        return own if own in english or not english else english[0]


def _embedded_espeak() -> ctypes.CDLL | None:
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


def make(engine: _Pyttsx3, text: str, voice: str, rate: int, path: Path) -> int:
    """Speak `text` into a checked and trimmed file at `path`, whole or not at all; gives its length in ms.

    Raises:
        BadSoundError: the engine gave nothing, or something that cannot be these words.
        OSError: the folder cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}.", suffix=".part.wav")
    os.close(handle)
    part = Path(name)
    try:
        engine.save(text, voice, rate, part)
        samples = _checked(_converted(part), text, rate)
        write_wav(part, samples)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return length_ms(len(samples))


def _converted(path: Path) -> Samples:
    """The samples of what the engine wrote; macOS writes AIFF, whatever the name says."""
    if path.read_bytes()[:4] == b"FORM":
        converter = shutil.which("afconvert")
        if converter is None:
            raise BadSoundError("the engine wrote AIFF, and afconvert is not there to convert it")
        wav = path.with_suffix(".converted")
        try:
            command = [converter, "-f", "WAVE", "-d", "LEI16", "-c", "1", str(path), str(wav)]
            subprocess.run(command, check=True, capture_output=True, timeout=_FINISHED_WITHIN_S)
            return read_wav(wav)
        except subprocess.SubprocessError as error:
            raise BadSoundError(f"the engine wrote AIFF, and afconvert failed: {error}") from error
        finally:
            wav.unlink(missing_ok=True)
    return read_wav(path)


def _checked(samples: Samples, text: str, rate: int) -> Samples:
    if length_ms(len(samples)) < _SHORTEST_MS:
        raise BadSoundError("the engine gave no sound")
    spoken = trimmed(samples)
    if not spoken:
        raise BadSoundError("the engine gave silence")
    expected = estimate_ms(text, rate)
    if not expected // _FASTER <= length_ms(len(spoken)) <= expected * _SLOWER:
        raise BadSoundError(f"{length_ms(len(spoken))} ms cannot be these words")
    return spoken


def _answer(engine: _Pyttsx3, wire: Wire, message: Message) -> None:
    if message["do"] == "voices":
        wire.say("voices", voices=engine.voices())
        return
    path = Path(message["path"])
    if not engine.knows(message["voice"]):
        wire.say("unknown_voice", voice=message["voice"])
    try:
        length = make(engine, message["text"], message["voice"], message["rate"], path)
    except (BadSoundError, OSError, ValueError, RuntimeError) as error:
        wire.say("failed", path=str(path), reason=str(error))
    else:
        wire.say("made", path=str(path), ms=length)


def main() -> None:
    """Make phrases until the program goes."""
    wire = Wire()
    try:
        engine = _Pyttsx3()
    except Exception as error:  # whatever an engine's own libraries raise: there is no voice
        wire.say("no_engine", reason=str(error) or type(error).__name__)
        return
    wire.say("awake", engine=engine.name)
    while True:
        _answer(engine, wire, wire.inbox.get())


if __name__ == "__main__":
    main()
