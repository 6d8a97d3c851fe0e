"""All that is a person's own in one file, and back again: settings, own exercises and routines, history.

A back-up is a zip file with the very files that the program keeps. Restoring takes nothing in that is not one of them,
looks at all of it before anything is changed, and sets aside what it replaces.
"""

import json
import re
import shutil
import sqlite3
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from io import FileIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from footroutine.domain.errors import DataError, UserError
from footroutine.services.files import set_aside, whole_file
from footroutine.services.history_bounds import check_all
from footroutine.services.history_db import LOCK_NAME, History
from footroutine.services.history_file import FILE_NAME as HISTORY
from footroutine.services.history_file import DamagedError, check_ours, sound
from footroutine.services.history_rows import span
from footroutine.services.paths import SETTINGS_FILE as SETTINGS
from footroutine.services.paths import Paths
from footroutine.services.reminder_file import FILE_NAME as REMINDERS
from footroutine.services.toml_file import MAX_FILE_BYTES, parse_toml
from footroutine.services.toml_table import shown

MARK = "footroutine.json"
FORMAT = 1
MOST_FILES = 300
MOST_OWN_BYTES = 1_000_000  # of all of a person's own files together; the shipped ones have a twentieth of that
MOST_HISTORY_BYTES = 60_000_000  # thirty years of ten sessions a day
MOST_LISTED_BYTES = 200_000  # of the zip file's own list of what is in it

_OWN = re.compile(r"(?:sources|(?:exercises|routines)/[^/\\:]{1,60})\.toml")
_LONGEST_REASON = 200
_FOLDERS = ("exercises", "routines")


def backup(paths: Paths, history: History, file: Path) -> int:
    """Write everything that is the person's own into one file; how many files it holds. A session may go on meanwhile.

    Raises:
        UserError: the file cannot be written.
    """
    try:
        with TemporaryDirectory() as folder, whole_file(file) as out, ZipFile(out, "w", ZIP_DEFLATED) as target:
            target.writestr(MARK, json.dumps({"program": "footroutine", "format": FORMAT}))
            found = list(_own_files(paths))
            if len(found) > MOST_FILES or sum(path.stat().st_size for _, path in found) > MOST_OWN_BYTES:
                raise UserError("You have more exercises and routines of your own than a back-up holds.")
            if history.copy_to(copy := Path(folder) / HISTORY):
                found.append((HISTORY, copy))
            for name, path in found:
                with target.open(_entry(name), "w", force_zip64=True) as entry, path.open("rb") as source:
                    shutil.copyfileobj(source, entry)
            return len(found)
    except OSError as error:
        raise UserError(f"{file}: cannot be written ({error.strerror or error}). Choose another place.") from error


def restore(paths: Paths, history: History, file: Path) -> list[Path]:
    """Put everything in a back-up in its place; where that which it replaces is kept now. What is alike stays.

    Raises:
        UserError: it is no back-up, or part of it cannot be used; nothing is changed then. Or a session goes on.
    """
    try:
        with TemporaryDirectory(prefix=".restore-", dir=paths.data) as folder:
            names = _taken_out(file, Path(folder))
            with history.alone() as is_alone:
                if not is_alone:
                    raise UserError("A session is being recorded. End it, and restore again.")
                return _put_in_place(paths, Path(folder), names)
    except OSError as error:
        raise UserError(f"{file}: cannot be restored ({error.strerror or error}).") from error


def erase_all(paths: Paths, history: History) -> None:
    """Delete everything that the program has kept: history, settings, own exercises and routines, what was set aside.

    Whoever calls this has asked the person.

    Raises:
        UserError: a session goes on, or something cannot be deleted.
    """
    with history.alone() as is_alone:
        if not is_alone:
            raise UserError("A session is being recorded. End it first.")
        try:
            for folder, pattern in (
                (paths.data, f"{HISTORY}*"), (paths.config, f"{SETTINGS}*"), (paths.data, "sources.toml*"),
                (paths.data, REMINDERS),
            ):  # fmt: skip
                for path in folder.glob(pattern):
                    path.unlink()
            for each in (*(paths.data / name for name in _FOLDERS), paths.cache / "voice", paths.log):
                if each.is_dir() and not each.is_symlink():
                    shutil.rmtree(each)
        except OSError as error:
            raise UserError(f"{error.filename}: cannot be deleted ({error.strerror or error}).") from error
    with suppress(OSError):
        (paths.data / LOCK_NAME).unlink(missing_ok=True)


def _own_files(paths: Paths) -> Iterator[tuple[str, Path]]:
    """The name in the back-up and the place of each file that the person may have written."""
    candidates = [
        (SETTINGS, paths.settings),
        ("sources.toml", paths.data / "sources.toml"),
        *((f"{f}/{p.name}", p) for f in _FOLDERS for p in sorted((paths.data / f).glob("*.toml"))),
    ]
    for name, path in candidates:
        if path.is_file() and _is_known(name) and path.stat().st_size <= MAX_FILE_BYTES:
            yield name, path


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)  # of 1980: nothing here depends on a date
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _is_known(name: str) -> bool:
    return name in (MARK, SETTINGS, HISTORY) or bool(_OWN.fullmatch(name) and name.isprintable())


def _taken_out(file: Path, folder: Path) -> list[str]:
    """Take a back-up's files out into a folder, and look at each; their names."""
    if file.exists() and not file.is_file():  # a pipe would be waited for without end
        raise UserError(f"{file}: is no back-up of Foot Routine.")
    try:
        with _Bounded(file) as raw, ZipFile(raw) as source:
            entries = source.infolist()
            names = [entry.filename for entry in entries]
            if MARK not in names:
                raise UserError(f"{file}: is no back-up of Foot Routine.")
            if strange := [name for name in names if not _is_known(name)]:
                raise ValueError(f"it holds {shown(strange[0])}, which is no part of a back-up")
            if len(entries) > MOST_FILES or len({name.casefold() for name in names}) < len(names):
                raise ValueError("it holds too many files")
            left = MOST_OWN_BYTES
            for entry in entries:
                most = MOST_HISTORY_BYTES if entry.filename == HISTORY else min(left, MAX_FILE_BYTES)
                size = _take_out(source, entry, folder / entry.filename, most)
                left -= 0 if entry.filename == HISTORY else size
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
        if not isinstance(mark, dict) or mark.get("format") != FORMAT:
            raise ValueError("it was made by a newer version of the program")
        for name in names:
            _check(folder / name, name)
    except (
        BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, DataError, DamagedError, sqlite3.Error,
        zlib.error, struct.error,
    ) as error:  # fmt: skip
        reason = (str(error).splitlines() or [""])[0]
        if not 0 < len(reason) <= _LONGEST_REASON:  # zipfile repeats what the file says
            reason = "it is damaged"
        raise UserError(f"{file}: cannot be used ({reason}). Nothing was changed.") from error
    except OSError as error:
        raise UserError(f"{file}: cannot be read ({error.strerror or error}).") from error
    return [name for name in names if name != MARK]


class _Bounded(FileIO):
    """A file of which no large piece is read at once: the list in a zip file is, however long it says that it is."""

    def read(self, size: int | None = -1, /) -> bytes:
        """As any file; ValueError where the piece is too large."""
        if size is not None and size > MOST_LISTED_BYTES:
            raise ValueError("it holds too many files")
        return super().read(MOST_LISTED_BYTES if size is None or size < 0 else size)


def _take_out(source: ZipFile, entry: ZipInfo, place: Path, most: int) -> int:
    """Unpack one file, and say how large it is; it is not believed what it says of itself."""
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ValueError("it is packed in another way than this program packs")
    place.parent.mkdir(exist_ok=True)
    size = 0
    with source.open(entry) as packed, place.open("xb") as out:
        while chunk := packed.read(1 << 16):
            size += len(chunk)
            if size > most:
                raise ValueError(f"{entry.filename} is too large")
            out.write(chunk)
    return size


def _check(path: Path, name: str) -> None:
    if name.endswith(".toml"):
        parse_toml(path.read_text(encoding="utf-8-sig"), Path(name))
    elif name == HISTORY:
        with closing(sqlite3.connect(path)) as db:
            check_ours(db)
            span(db)
            check_all(db)
            if not sound(db):
                raise ValueError("its history is damaged")


def _put_in_place(paths: Paths, folder: Path, names: list[str]) -> list[Path]:
    kept = []
    for name in names:
        new, place = folder / name, (paths.config if name == SETTINGS else paths.data) / name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if place.is_file() and name != HISTORY and place.read_bytes() == new.read_bytes():
            continue
        if place.exists():
            kept.append(set_aside(place, "before"))
            for log in ("-wal", "-shm"):
                with suppress(FileNotFoundError):
                    place.with_name(name + log).rename(kept[-1].with_name(kept[-1].name + log))
        new.chmod(0o600)
        shutil.move(new, place)
    return kept
