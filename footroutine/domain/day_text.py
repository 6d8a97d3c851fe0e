"""A plan's times and days as a person writes them: ``9:00, 13:00, 18:00`` and ``sat, sun``."""

import re
from collections.abc import Iterator
from datetime import time

DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
MOST_TIMES = 12
NO_TIME = "must be times of the day, such as 9:00, 13:00, 18:00"
NO_TIMES = "must name at least one time, such as 9:00"
TOO_MANY_TIMES = "must be at most 12 times"
NO_DAY = "must be days of the week, such as sat, sun"
PROBLEMS = (NO_TIME, NO_TIMES, TOO_MANY_TIMES, NO_DAY)  # every answer of the two that say what is wrong

_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?")


def times_problem(text: str) -> str:
    """Why this cannot be the times of a plan; empty when it can."""
    words = list(_words(text))
    if not words:
        return NO_TIMES
    if not all(_TIME.fullmatch(word) for word in words):
        return NO_TIME
    return TOO_MANY_TIMES if len(words) > MOST_TIMES else ""


def times_of(text: str) -> tuple[time, ...]:
    """The times that are written there, in order.

    Raises:
        ValueError: one of them is no time of the day.
    """
    found = []
    for word in _words(text):
        match = _TIME.fullmatch(word)
        if match is None:
            raise ValueError(f"no time of the day: {word!r}")
        found.append(time(int(match[1]), int(match[2] or 0)))
    return tuple(sorted(found))


def days_problem(text: str) -> str:
    """Why these cannot be days of the week; empty when they can, also when there are none."""
    return "" if all(word in DAYS for word in _words(text)) else NO_DAY


def days_of(text: str) -> frozenset[int]:
    """The numbers of the days of the week that are written there; 0 is Monday.

    Raises:
        ValueError: one of them is no day.
    """
    numbers = {day: n for n, day in enumerate(DAYS)}
    unknown = [word for word in _words(text) if word not in numbers]
    if unknown:
        raise ValueError(f"no day of the week: {unknown[0]!r}")
    return frozenset(numbers[word] for word in _words(text))


def _words(text: str) -> Iterator[str]:
    yield from filter(None, re.split(r"[\s,;]+", text.lower()))
