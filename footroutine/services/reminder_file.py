"""What a person was reminded of, kept over a restart of the program in a small file of its own."""

import json
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from footroutine.domain.reminders import Reminded
from footroutine.services.files import write_atomically

FILE_NAME = "reminders.json"


def load_reminded(folder: Path) -> Reminded:
    """What the file in a folder says; nothing, where there is none or it makes no sense: one reminder more at worst."""
    with suppress(OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        told = json.loads((folder / FILE_NAME).read_bytes())
        not_on = told["not_on"]
        return Reminded(
            slot=_moment(told["slot"]),
            at=_moment(told["at"]),
            count=int(told["count"]),
            later=_moment(told["later"]),
            not_on=None if not_on is None else date.fromisoformat(not_on),
        )
    return Reminded()


def save_reminded(folder: Path, reminded: Reminded) -> None:
    """Keep it. Where nothing can be saved, the program remembers it until it ends."""
    told = {
        "slot": _text(reminded.slot),
        "at": _text(reminded.at),
        "count": reminded.count,
        "later": _text(reminded.later),
        "not_on": _text(reminded.not_on),
    }
    with suppress(OSError):
        write_atomically(folder / FILE_NAME, json.dumps(told).encode())


def _moment(text: str | None) -> datetime | None:
    """A moment; ValueError for one without its offset, which cannot be compared."""
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _text(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None
