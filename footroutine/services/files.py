"""Writing a file whole or not at all, and putting one out of the way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkstemp
from typing import IO


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file in one step, for its owner only; whatever happens half-way, the old file is still there.

    Raises:
        OSError: it could not be written.
    """
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A new file to be written, which takes the place of `path` when all of it is, for its owner only.

    A link is followed, so that a settings file kept elsewhere stays a link.

    Raises:
        OSError: it could not be written.
    """
    target = path.resolve()
    handle, name = mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as temporary:
            yield temporary
            temporary.flush()
            os.fsync(temporary.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def set_aside(path: Path, why: str = "broken") -> Path:
    """Rename a file to ``NAME.broken-1`` (or -2 …: never over an earlier one; `why` is the word), and say where it is.

    Raises:
        OSError: it could not be renamed.
    """
    places = (path.with_name(f"{path.name}.{why}-{number}") for number in count(1))
    return path.rename(next(place for place in places if not os.path.lexists(place)))


def free_name(path: Path) -> Path:
    """The path, or one like it with a number, at which there is nothing yet."""
    places = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return path if not os.path.lexists(path) else next(place for place in places if not os.path.lexists(place))
