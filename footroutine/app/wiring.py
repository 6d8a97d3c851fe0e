"""Builds every object once; nothing else does."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from footroutine.domain.errors import Problem, UserError, did_you_mean
from footroutine.domain.exercise import Exercise
from footroutine.domain.language import Language
from footroutine.domain.library import Library
from footroutine.domain.routine import Routine
from footroutine.domain.settings import Settings
from footroutine.services.assets import assets_dir
from footroutine.services.clock import Clock, ScaledClock, SystemClock
from footroutine.services.library import load_library
from footroutine.services.paths import Paths, make_folders, paths_for
from footroutine.services.settings_file import load_settings, save_settings
from footroutine.ui.language import resolved

if TYPE_CHECKING:
    from footroutine.services.history_db import History
    from footroutine.services.voice.speech import Speech


@dataclass
class Program:
    """What every form of the program stands on: folders, exercises, settings, and all that is wrong with them."""

    paths: Paths
    assets: Path
    library: Library
    settings: Settings
    problems: tuple[Problem, ...]
    can_save: bool
    clock: Clock = field(default_factory=SystemClock)
    minutes: dict[str, tuple[Library, Settings, int]] = field(default_factory=dict)  # of a routine, as last reckoned

    @classmethod
    def load(cls, profile: Path | None) -> "Program":
        """Read everything there is; what cannot be used is a problem told, and the rest works.

        Raises:
            UserError: the program's own data files are missing, or there is no folder for the person's files.
        """
        return cls._read(paths_for(profile))

    @classmethod
    def _read(cls, paths: Paths) -> "Program":
        assets = assets_dir()
        folder_problems = make_folders(paths)
        library = load_library(assets, paths.data)
        if not library.routines:
            raise UserError("\n".join(["No routine can be used.", *map(str, library.problems)]))
        loaded = load_settings(paths.settings, library.exercises)
        if (language := _language(loaded.settings)) is not library.language:
            library = load_library(assets, paths.data, language)
        problems = (*folder_problems, *library.problems, *loaded.problems)
        return cls(paths, assets, library, loaded.settings, problems, loaded.writable)

    @cached_property
    def history(self) -> "History":
        """What was done; its file is opened with the first question."""
        from footroutine.services.history_db import History

        return History(self.paths.data)

    def routine(self, routine_id: str | None) -> Routine:
        """The routine of that id; with none, the one chosen in the settings.

        Raises:
            UserError: there is no such routine; the nearest is named.
        """
        wanted = routine_id or self.settings.routine
        found = self.library.routines.get(wanted)
        if found is None:
            raise UserError(f"No routine is called {wanted!r}. {did_you_mean(wanted, self.library.routines)}")
        return found

    def read_anew(self) -> bool:
        """Take what is on the disk now: other files than before have been put there.

        False if they name a speech program that was not named here: whoever made them would start it. It is taken out.
        """
        known = self.settings.voice_command
        fresh = self._read(self.paths)
        self.library, self.settings = fresh.library, fresh.settings
        self.problems, self.can_save = fresh.problems, fresh.can_save
        if self.settings.voice_command in ("", known):
            return True
        self.problems += self.save(replace(self.settings, voice_command=""))
        return False

    @property
    def chosen(self) -> Routine:
        """The chosen routine; one that is gone from the library gives way to the first."""
        routines = self.library.routines
        return routines.get(self.settings.routine) or next(iter(routines.values()))

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of that id.

        Raises:
            UserError: there is no such exercise; the nearest is named.
        """
        found = self.library.exercises.get(exercise_id)
        if found is None:
            hint = did_you_mean(exercise_id, self.library.exercises)
            raise UserError(f"No exercise is called {exercise_id!r}. {hint}")
        return found

    def save(self, settings: Settings) -> tuple[Problem, ...]:
        """Take the new settings, and keep them in the file where that is possible; what goes wrong is told."""
        self.settings = settings
        if (language := _language(settings)) is not self.library.language:
            self._read_again(language)
        if not self.can_save:
            return ()
        return save_settings(self.paths.settings, settings, self.library.exercises)

    def _read_again(self, language: Language) -> None:
        """The library in another language; a routine that could not be kept in its file stays."""
        library = load_library(self.assets, self.paths.data, language)
        routines = MappingProxyType({**self.library.routines, **library.routines})
        self.library = replace(library, routines=routines)

    def speech(self) -> "Speech":
        """The voice and the tones; their children start when they are first needed."""
        from footroutine.services.voice.speech import SpokenSpeech  # late: the first picture does not wait for it

        speech = SpokenSpeech(self._voice_cache, self.clock)
        speech.set_volumes(self.settings.voice_volume, self.settings.tone_volume)
        return speech

    def measured_silence(self) -> "Speech":
        """Speech that is never heard, but whose phrases are as long as if it were."""
        from footroutine.services.voice.measured import MeasuredSilence

        return MeasuredSilence(self._voice_cache)

    @property
    def _voice_cache(self) -> Path:
        return self.paths.cache / "voice"


def scaled(clock: Clock, speed: float) -> Clock:
    """The clock itself, or one that runs `speed` times as fast."""
    return clock if speed == 1.0 else ScaledClock(clock, speed)


def _language(settings: Settings) -> Language:
    return Language(resolved(settings.language))
