"""The program's folders: where settings, history, cache and log are kept."""

import os
import stat
import sys
import warnings
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from footroutine.domain.errors import Problem, UserError

APP = "footroutine"
SETTINGS_FILE = "settings.toml"
DESKTOP_FILE = os.environ.get("FLATPAK_ID", APP)  # and the icon; a Flatpak has its own names
OWNER_ONLY = 0o700


class Paths(NamedTuple):
    """The four folders: settings; history and a person's own files; what can be made again; the log."""

    config: Path
    data: Path
    cache: Path
    log: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / SETTINGS_FILE


def paths_for(profile: Path | None) -> Paths:
    """Everything under the profile's folder; without one, in the platform's own.

    Raises:
        UserError: the platform names no home folder to put it in.
    """
    return profile_paths(profile) if profile else default_paths()


def default_paths() -> Paths:
    """The platform's own folders for one person's files.

    Raises:
        UserError: the platform names no home folder to put them in.
    """
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP, appauthor=False)
    try:
        return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_log_path)
    except RuntimeError as error:
        hint = "Set HOME, or choose a folder with --profile DIR"
        raise UserError(f"There is no home folder to keep your files in. {hint}.") from error


def profile_paths(folder: Path) -> Paths:
    """Everything under one folder: for tests, and for carrying the program along."""
    root = folder.absolute()
    return Paths(root / "config", root / "data", root / "cache", root / "log")


def make_folders(paths: Paths) -> tuple[Problem, ...]:
    """Make every folder that is missing. Whatever could not be made is told; nothing is raised."""
    return tuple(problem for folder in paths if (problem := make_folder(folder)))


def make_folder(folder: Path) -> Problem | None:
    """Make one folder and those above it, for their owner only, and see whether a file can be written in it."""
    try:
        for each in reversed([folder, *folder.parents]):
            if not each.is_dir():
                each.mkdir(mode=OWNER_ONLY, exist_ok=True)
        with TemporaryFile(dir=folder):  # asking for permission is no proof: a disk may be full or read-only
            return None
    except OSError as error:
        reason = f"nothing can be saved here ({error.strerror or error})"
        return Problem(str(folder), "", reason, "Make the folder writable, or choose another with --profile DIR")


def runtime_folder() -> Path | None:
    """Where this person's running programs find each other, closed to all others; None where there is no such place."""
    from platformdirs import PlatformDirs

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that there is no such folder of the log-in: then it is a temporary one
            folder = PlatformDirs(APP, appauthor=False).user_runtime_path
        if make_folder(folder):
            return None
        found = folder.lstat()
    except (OSError, RuntimeError):
        return None
    is_closed = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
    return folder if sys.platform == "win32" or (is_closed and found.st_uid == os.geteuid()) else None
