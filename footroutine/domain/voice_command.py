"""A person's own speech program: one line of words, in which places are kept for the text and for the sound file.

No shell ever sees it: the line is cut into words first, and what fills a place stays one word, whatever is in it.
"""

import re
import shlex
from collections.abc import Mapping

_PLACE = re.compile(r"\{(text|file|rate)\}")
_NEEDED = ("{text}", "{file}")
UNCLOSED = "has a quote that is never closed"
NO_PROGRAM = "must begin with the name of a program"
MISSING = {
    ("{text}",): "must contain {text}",
    ("{file}",): "must contain {file}",
    ("{text}", "{file}"): "must contain {text} and {file}",
}
PROBLEMS = (UNCLOSED, NO_PROGRAM, *MISSING.values())  # every answer of `problem`


def words(command: str) -> list[str]:
    """The command cut into words at its spaces; quotes keep words together, and a backslash is only a backslash.

    Raises:
        ValueError: a quote is never closed.
    """
    cutter = shlex.shlex(command, posix=True, punctuation_chars=False)
    cutter.whitespace_split = True
    cutter.commenters = cutter.escape = ""
    return list(cutter)


def filled(command: str, places: Mapping[str, str]) -> list[str]:
    """The words of the command with "text", "file" and "rate" (words a minute) in their places.

    Raises:
        ValueError: a quote is never closed.
    """
    return [_PLACE.sub(lambda place: places[place[1]], word) for word in words(command)]


def problem(command: str) -> str:
    """Why this cannot be a speech program; empty when it can, or when there is none."""
    if not command:
        return ""
    try:
        first = next(iter(words(command)), "")
    except ValueError:
        return UNCLOSED
    if not first or _PLACE.search(first):
        return NO_PROGRAM
    missing = tuple(place for place in _NEEDED if place not in command)
    return MISSING[missing] if missing else ""
