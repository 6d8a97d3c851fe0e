"""Which processes run, as Linux itself lists them."""

from contextlib import suppress
from pathlib import Path


def running(word: str = "", *, parent: int | None = None, session: int | None = None) -> list[int]:
    """The processes that hold the word in their command line, of that parent or of that session."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            _, its_parent, _, its_session = (process / "stat").read_text().rpartition(")")[2].split()[:4]
            is_wanted = parent in (None, int(its_parent)) and session in (None, int(its_session))
            if is_wanted and word in (process / "cmdline").read_text():
                found.append(int(process.name))
    return found
