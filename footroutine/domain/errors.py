"""What is wrong with a file or a setting, said in one line."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong: where, what, and how to mend it."""

    file: str
    key: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        """One line: ``file: key: reason. hint``."""
        where = f"{self.file}: {self.key}" if self.key else self.file
        line = f"{where}: {self.reason}. {self.hint}".rstrip(" .")
        return printable(line if line.endswith("?") else f"{line}.")


def printable(text: str) -> str:
    """The text with a mark for each character that is none to be seen: a file may be called anything."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def told(problems: Sequence[Problem], most: int) -> list[str]:
    """The problems as lines, at most so many, and then how many more there are."""
    lines = [str(problem) for problem in problems[:most]]
    more = len(problems) - most
    return [*lines, f"And {more} more problem{'s' if more > 1 else ''} in your files."] if more > 0 else lines


class DataError(Exception):
    """A file that cannot be used; `problems` holds every reason, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UserError(Exception):
    """A known failure whose text is the one clear line that the person is shown."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest of `known`, or lists them all when nothing is near."""
    from difflib import get_close_matches  # late: most files have nothing wrong

    choices = sorted(known)
    near = get_close_matches(word, choices, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(choices) or 'none'}"
