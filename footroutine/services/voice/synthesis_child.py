"""The synthesis child: makes spoken phrases into sound files. Run as a module; see `child_io` for the protocol.

In: make {text, voice, language, rate, path}, voices.
Out: awake, no_engine {reason, hint}, made {path, ms}, failed {path, reason}, unknown_voice {voice, hint},
voices {voices: [[id, name, language]]}.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from footroutine.domain.language import Language
from footroutine.domain.settings import COMMAND_PREFIX
from footroutine.domain.speech_length import estimate_ms
from footroutine.services.voice.child_io import Message, Wire
from footroutine.services.voice.engine import Engine
from footroutine.services.voice.engine_programs import FLITE_PREFIX, Command, Flite
from footroutine.services.voice.engine_pyttsx3 import Pyttsx3
from footroutine.services.voice.pcm import BadSoundError, Samples, length_ms, read_wav, trimmed, write_wav

_CONVERTED_WITHIN_S = 5.0
_SHORTEST_MS = 150
_SLOWER, _FASTER = 4, 6  # a voice may take 4 times the estimated time, or a 6th, and still be plausible


def make(engine: Engine, text: str, voice: str, rate: int, path: Path) -> int:
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
            subprocess.run(command, check=True, capture_output=True, timeout=_CONVERTED_WITHIN_S)
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


class _Maker:
    """Answers what it is asked, one message at a time."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._pyttsx3 = Pyttsx3()
        self._standard: tuple[Engine, ...] = (self._pyttsx3, Flite())  # the first that is here speaks by default

    def answer(self, message: Message) -> None:
        """Do what a message says."""
        if message["do"] == "voices":
            usable = filter(_is_usable, self._standard)
            self._wire.say("voices", voices=[voice for engine in usable for voice in engine.voices()])
            return
        voice = message["voice"]
        if not voice:
            self._make_by_standard(message)
            return
        engine = self._engine_of(voice)
        if not (_is_usable(engine) and engine.knows(voice)):
            hint = "" if _is_usable(engine) else engine.how_to_install
            self._wire.say("unknown_voice", voice=voice, hint=hint)
        else:
            self._make(engine, voice, message)

    def _make_by_standard(self, message: Message) -> None:
        """Have the first engine speak that is here and has a voice for the language."""
        language = Language(message["language"])
        for engine in filter(_is_usable, self._standard):
            voice = engine.standard(language)
            if voice is not None:
                self._make(engine, voice, message)
                return
        reason = self._pyttsx3.why_not or f"no voice here speaks the language {language.value!r}"
        self._wire.say("no_engine", reason=reason, hint=self._pyttsx3.how_to_install)

    def _engine_of(self, voice: str) -> Engine:
        """The engine to which a voice belongs, here or not."""
        if voice.startswith(COMMAND_PREFIX):
            return Command(voice)
        if voice.startswith(FLITE_PREFIX):
            return self._standard[1]
        return self._pyttsx3

    def _make(self, engine: Engine, voice: str, message: Message) -> None:
        path = Path(message["path"])
        try:
            length = make(engine, message["text"], voice, message["rate"], path)
        except (BadSoundError, OSError, ValueError, RuntimeError) as error:
            self._wire.say("failed", path=str(path), reason=str(error))
        else:
            self._wire.say("made", path=str(path), ms=length)


def _is_usable(engine: Engine) -> bool:
    return engine.compatible() and engine.installed()


def main() -> None:
    """Make phrases until the program goes."""
    wire = Wire()
    maker = _Maker(wire)
    wire.say("awake")
    while True:
        maker.answer(wire.inbox.get())


if __name__ == "__main__":
    main()
