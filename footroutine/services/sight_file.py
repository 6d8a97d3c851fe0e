"""The sight of the window, kept for the next start. It holds for one version, and for the settings of then.

It is written as Python writes its own values: unlike `json`, what reads those is imported already, by Qt's bindings.
"""

from ast import literal_eval
from contextlib import suppress
from pathlib import Path

from footroutine import __version__
from footroutine.domain.sight import Sight

_NAME = "last-sight"
_LARGEST = 20_000  # bytes; some ten times what is written


def read_sight(cache: Path, settings: Path) -> Sight | None:
    """What was kept; None where there is nothing, or where the settings file is not the one of then."""
    try:
        with (cache / _NAME).open("rb") as file:
            version, stamp, values = literal_eval(file.read(_LARGEST).decode())
        if [version, stamp] != [__version__, _stamp(settings)]:
            return None
        sight = Sight(**values)
    except (OSError, ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
    return sight if _is_whole(sight) else None


def keep_sight(sight: Sight, cache: Path, settings: Path) -> None:
    """Keep it for the next start; where that cannot be, that start takes a little longer."""
    from footroutine.services.files import write_atomically

    with suppress(OSError):
        content = repr([__version__, _stamp(settings), sight._asdict()])
        write_atomically(cache / _NAME, content.encode())


def _stamp(settings: Path) -> list[int]:
    """Whether a file is the same as before, as far as that can be told without reading it."""
    found = settings.stat()
    return [found.st_mtime_ns, found.st_size]


def _is_whole(sight: Sight) -> bool:
    """Whether every value is of its kind: someone may have written into the file."""
    kinds = Sight.__annotations__
    return all(
        type(value) is kinds[name] if kinds[name] in (str, int, bool) else _is_colours(value)
        for name, value in sight._asdict().items()
    )


def _is_colours(themes: object) -> bool:
    return (
        isinstance(themes, dict)
        and bool(themes)
        and all(
            isinstance(colours, dict) and all(isinstance(colour, str) for colour in colours.values())
            for colours in themes.values()
        )
    )
