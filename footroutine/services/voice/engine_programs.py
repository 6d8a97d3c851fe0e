"""Engines that are programs of their own: flite where it is installed, and whatever a person brings."""

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from footroutine.domain.language import Language
from footroutine.domain.settings import COMMAND_PREFIX
from footroutine.domain.voice_command import filled, problem, words
from footroutine.services.voice.pcm import BadSoundError

FLITE_PREFIX = "flite:"
_DONE_WITHIN_S = 5.0
_FLITE_WPM = 165  # what its voices speak at, nearly, when they are not stretched
_FLITE_CHOICE = "rms"  # of its voices the one that a speech recogniser understood best, with kal16, and the clearer


class Flite:
    """The small synthesiser of many Linux systems; a recogniser understood it six times better than espeak."""

    how_to_install = "On Debian or Ubuntu: sudo apt install flite"

    def compatible(self) -> bool:
        """Wherever there is the program."""
        return True

    def installed(self) -> bool:
        """The program is found, and has voices."""
        return shutil.which("flite") is not None and bool(_flite_voices())

    def knows(self, voice: str) -> bool:
        """True for a voice that it has."""
        return voice.removeprefix(FLITE_PREFIX) in _flite_voices()

    def standard(self, language: Language) -> str | None:
        """Its clearest voice for English; it speaks nothing else."""
        if language is not Language.EN:
            return None
        return FLITE_PREFIX + next(iter({_FLITE_CHOICE} & {*_flite_voices()}), _flite_voices()[0])

    def voices(self) -> list[list[str]]:
        """Every voice as [id, name, language]."""
        return [[f"{FLITE_PREFIX}{name}", f"Flite {name}", "en-us"] for name in _flite_voices()]

    def save(self, text: str, voice: str, rate: int, path: Path) -> None:
        """Speak into a file."""
        name = voice.removeprefix(FLITE_PREFIX)
        stretch = f"duration_stretch={_FLITE_WPM / rate:.3f}"
        _run(["flite", "-voice", name, "--setf", stretch, "-t", text, "-o", str(path)])


class Command:
    """A program that a person brings, as the voice "command:" and its line of words."""

    how_to_install = "Install that program, or correct the line voice_command in the settings."

    def __init__(self, voice: str) -> None:
        self._line = voice.removeprefix(COMMAND_PREFIX)

    def compatible(self) -> bool:
        """Whatever the person says."""
        return not problem(self._line)

    def installed(self) -> bool:
        """The program is found."""
        return shutil.which(words(self._line)[0]) is not None

    def knows(self, voice: str) -> bool:
        """It is its own voice."""
        return voice.startswith(COMMAND_PREFIX)

    def standard(self, language: Language) -> str | None:
        """None: it is never chosen unasked."""
        return None

    def voices(self) -> list[list[str]]:
        """None to choose among."""
        return []

    def save(self, text: str, voice: str, rate: int, path: Path) -> None:
        """Have the program speak into a file."""
        _run(filled(self._line, {"text": text, "file": str(path), "rate": str(rate)}))


@cache
def _flite_voices() -> tuple[str, ...]:
    """The names after the colon of `Voices available: kal awb …`."""
    try:
        told = subprocess.run(["flite", "-lv"], capture_output=True, text=True, timeout=_DONE_WITHIN_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(told.stdout.rpartition(":")[2].split())


def _run(command: Sequence[str]) -> None:
    name = Path(command[0]).name
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_DONE_WITHIN_S,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise BadSoundError(f"{name} did not end within {_DONE_WITHIN_S:g} s") from error
    except subprocess.CalledProcessError as error:
        raise BadSoundError(f"{name} failed with code {error.returncode}") from error
