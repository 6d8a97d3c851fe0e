"""Everything recorded as one JSON or CSV file, for other programs and for people. The shape of both is kept stable.

JSON: ``{"program", "format", "sessions": [{…, "sets": [{…}]}], "pain": [{…}], "notes": [{…}]}``. CSV: one line for each
set, each pain and each note; `record` says which, and what does not apply is empty. Moments are local time with its
offset from UTC. In CSV a text that a table program would take for a formula has an apostrophe before it.
"""

import csv
import io
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, Any, TypeVar

from footroutine.domain.errors import UserError
from footroutine.domain.history import SessionRecord, SetRecord
from footroutine.domain.pain import PainRecord
from footroutine.services.files import whole_file
from footroutine.services.history_db import History

T = TypeVar("T")

FORMAT = 1
COLUMNS = (
    "record", "date", "time", "session", "routine", "state", "exercise", "set", "side", "planned_reps", "done_reps",
    "planned_s", "done_s", "foot", "moment", "pain", "note",
)  # fmt: skip
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_LAST = date.max - 2 * _WEEK


def write_export(history: History, file: Path) -> int:
    """Write everything; how many sessions there are. The ending of the name chooses: .json or .csv.

    Raises:
        UserError: another ending, or the file cannot be written.
    """
    writers = {".json": _write_json, ".csv": _write_csv}
    write = writers.get(file.suffix.lower())
    if write is None:
        raise UserError(f"{file.name}: choose a name that ends in .json or .csv.")
    try:
        with whole_file(file) as out, history.in_one_go():
            # A table program takes a file for UTF-8 only with a mark at its beginning.
            text = io.TextIOWrapper(out, "utf-8-sig" if write is _write_csv else "utf-8", newline="")
            count = write(history, text)
            text.flush()
            text.detach()
    except OSError as error:
        raise UserError(f"{file}: cannot be written ({error.strerror or error}). Choose another place.") from error
    return count


def every_session(history: History) -> Iterator[SessionRecord]:
    """All sessions in order, a week at a time, so that ten years need no more room than one week."""
    return _by_week(history, history.sessions)


def _by_week(history: History, ask: Callable[[date, date], Collection[T]]) -> Iterator[T]:
    day = history.next_day(date.min)
    while day and day <= _LAST:
        found = ask(day, day + _WEEK)
        yield from found
        day = history.next_day(day + _WEEK + _DAY)


def _pains(history: History) -> Iterator[PainRecord]:
    return _by_week(history, history.pains)


def _notes(history: History) -> Iterator[tuple[date, str]]:
    return _by_week(history, lambda first, last: history.notes(first, last).items())


def _write_json(history: History, out: IO[str]) -> int:
    out.write(f'{{"program": "footroutine", "format": {FORMAT}')
    count = _write_list(out, "sessions", map(session_json, every_session(history)))
    _write_list(out, "pain", map(pain_json, _pains(history)))
    _write_list(out, "notes", ({"date": day.isoformat(), "text": text} for day, text in _notes(history)))
    out.write("}\n")
    return count


def _write_list(out: IO[str], name: str, items: Iterable[dict[str, Any]]) -> int:
    """Write a key and its list, one item a line; how many there are."""
    count = 0
    out.write(f',\n"{name}": [')
    for count, item in enumerate(items, 1):
        out.write(("," if count > 1 else "") + "\n" + json.dumps(item, ensure_ascii=False))
    out.write("]")
    return count


def _write_csv(history: History, out: IO[str]) -> int:
    table = csv.DictWriter(out, COLUMNS, restval="")
    table.writeheader()
    count = 0
    for count, session in enumerate(every_session(history), 1):  # noqa: B007 - the last is the answer
        table.writerows(_row(session, each) for each in session.sets)
    for pain in _pains(history):
        table.writerow(
            {"record": "pain", "date": pain.at.date(), "time": _time(pain.at), "session": pain.session,
             "foot": pain.foot.value, "moment": pain.moment.value, "pain": pain.score}
        )  # fmt: skip
    for day, text in _notes(history):
        table.writerow({"record": "note", "date": day, "note": _text(text)})
    return count


def _row(session: SessionRecord, each: SetRecord) -> dict[str, Any]:
    at = each.done_at or session.began
    return {
        "record": "set", "date": at.date(), "time": _time(at), "session": session.id, "routine": _text(session.routine),
        "state": session.state.value, "exercise": _text(each.exercise), "set": each.number, "side": each.side.value,
        "planned_reps": each.planned_reps, "done_reps": each.done_reps,
        "planned_s": f"{each.planned_ms / 1000:g}", "done_s": f"{each.done_ms / 1000:g}",
    }  # fmt: skip


def _text(words: str) -> str:
    """A text that stays one in a table program."""
    return f"'{words}" if words.lstrip()[:1] in ("=", "+", "-", "@") or words[:1] in ("\t", "\r") else words


def _time(at: datetime) -> str:
    return at.timetz().isoformat(timespec="seconds")


def session_json(session: SessionRecord) -> dict[str, Any]:
    """One session with its sets."""
    return {
        "id": session.id,
        "routine": session.routine,
        "name": session.name,
        "began": session.began.isoformat(timespec="milliseconds"),
        "saved": session.saved.isoformat(timespec="milliseconds"),
        "state": session.state.value,
        "active_ms": session.active_ms,
        "sets": [set_json(each) for each in session.sets],
    }


def set_json(each: SetRecord) -> dict[str, Any]:
    """One set; `done_at` is null while nothing of it is done."""
    return {
        "step": each.step,
        "set": each.number,
        "side": each.side.value,
        "exercise": each.exercise,
        "planned_reps": each.planned_reps,
        "done_reps": each.done_reps,
        "planned_ms": each.planned_ms,
        "done_ms": each.done_ms,
        "done_at": each.done_at.isoformat(timespec="milliseconds") if each.done_at else None,
    }


def pain_json(pain: PainRecord) -> dict[str, Any]:
    """What was said of one foot."""
    return {
        "session": pain.session,
        "foot": pain.foot.value,
        "moment": pain.moment.value,
        "score": pain.score,
        "at": pain.at.isoformat(timespec="milliseconds"),
    }
