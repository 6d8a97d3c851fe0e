"""The folder of spoken phrases: found again by what was said and how, and kept small."""

import errno
import os
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from footroutine.domain.language import Language
from footroutine.services.voice.pcm import wav_ms

_RECIPE = "pyttsx3 2.99, trimmed"  # a change in how phrases are made must change this: old files are then not found
_LEAST_FREE_BYTES = 4_000_000  # a long phrase as the engine writes it, and some others
_OWN_NAME = re.compile(r"[0-9a-f]{64}(\.\w+\.part)?\.wav")


class PhraseCache:
    """Sound files named by a hash of text, voice or language, and rate.

    Files with other names are not its own: never touched.
    """

    def __init__(self, folder: Path, limit_bytes: int = 64_000_000) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes

    def path(self, text: str, voice: str, rate: int, language: Language = Language.EN) -> Path:
        """Where the phrase is, or would be; a voice speaks alike in every language, no voice is one for each."""
        key = "\0".join([_RECIPE, voice or f"({language.value})", str(rate), text])
        return self._folder / f"{sha256(key.encode()).hexdigest()}.wav"

    def find_ms(self, path: Path) -> int | None:
        """The exact length of a phrase that is there, marked as used; None when it is not there or not whole."""
        length = wav_ms(path)
        if length is not None:
            with suppress(OSError):  # a folder that is only to be read
                os.utime(path)
        return length

    def prepare(self) -> None:
        """Make the folder.

        Raises:
            OSError: it cannot be made, or there is no room in it.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self._folder).free < _LEAST_FREE_BYTES:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._folder))

    def prune(self, keep: Collection[Path]) -> None:
        """Remove the phrases used longest ago until the rest is within the limit; those in `keep` stay.

        What cannot be listed or removed stays: no session fails for its cache, which another may be using too.
        """
        kept = {path.name for path in keep}
        own = sorted(self._own_files())
        excess = sum(size for _, size, _ in own) - self._limit_bytes
        for _, size, name in own:
            if excess <= 0:
                break
            if name not in kept:
                with suppress(OSError):
                    (self._folder / name).unlink(missing_ok=True)
                excess -= size

    def _own_files(self) -> Iterator[tuple[int, int, str]]:
        """When each was last used, its bytes and its name."""
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):  # gone since it was listed: a part that another session has finished
                    if _OWN_NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                        known = entry.stat()
                        yield known.st_mtime_ns, known.st_size, entry.name
