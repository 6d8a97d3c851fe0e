"""What nobody can have done: a history that holds it is told, and left alone; it would only be shown very slowly."""

import sqlite3
from collections.abc import Mapping
from typing import Any

MOST_ROWS = 20_000  # of one answer: ten sessions on each of eight days, each of 250 sets

_MOST_A_DAY = {
    "SELECT max(n) FROM (SELECT count(*) AS n FROM session GROUP BY date)": 2000,
    "SELECT max(n) FROM (SELECT count(*) AS n FROM pain GROUP BY date)": 2000,
    "SELECT max(length(text)) FROM note": 10_000,
}
_MOST_IN_ALL = _MOST_A_DAY | {
    "SELECT max(n) FROM (SELECT count(*) AS n FROM exercise_set GROUP BY session)": 1000,
    "SELECT count(*) FROM (SELECT DISTINCT exercise FROM exercise_set)": 1000,
    "SELECT count(*) FROM (SELECT DISTINCT exercise FROM tally)": 1000,
}


class TooMuchError(sqlite3.Error):
    """The file holds more than anybody can have done."""

    def __init__(self) -> None:
        super().__init__("it holds more than anybody can have done")


def check_days(db: sqlite3.Connection) -> None:
    """See that no day holds more than anybody can do; takes 5 ms for ten years.

    Raises:
        TooMuchError: one does.
    """
    _check(db, _MOST_A_DAY)


def check_all(db: sqlite3.Connection) -> None:
    """See that it holds nothing that nobody can have done; takes 100 ms for ten years.

    Raises:
        TooMuchError: it does.
    """
    _check(db, _MOST_IN_ALL)


def bounded(rows: sqlite3.Cursor) -> list[Any]:
    """All rows of an answer.

    Raises:
        TooMuchError: they are too many.
    """
    found = rows.fetchmany(MOST_ROWS + 1)
    if len(found) > MOST_ROWS:
        raise TooMuchError
    return found


def _check(db: sqlite3.Connection, bounds: Mapping[str, int]) -> None:
    if any((db.execute(question).fetchone()[0] or 0) > most for question, most in bounds.items()):
        raise TooMuchError
