"""Reading a TOML table whose every mistake is reported, with its file and key, and none of them stops the reading."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from footroutine.domain.errors import Problem, did_you_mean

ID_LENGTH = 40
WORD_LENGTH = 24
NAME_LENGTH = 60
TEXT_LENGTH = 200
SAY_LENGTH = 160
SLOTS = ("{side}", "{other}", "{Side}", "{Other}")
MOST_UNKNOWN = 20  # of one table, told one by one: each is compared with all that are known

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # what makes a line read other than it is
_KINDS = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}

E = TypeVar("E", bound=StrEnum)


def shown(value: object) -> str:
    """A value as a problem line shows it: short, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value) if value.bit_length() < 100 else "a huge number"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else value[:39] + "…")
    return _KINDS.get(type(value), "a date or time")


def has_control(value: str) -> bool:
    """Whether a text holds what is no part of a line: control characters, breaks, marks that turn its direction."""
    return any(char in _TURNS or unicodedata.category(char) in {"Cc", "Zl", "Zp"} for char in value)


def dotted(path: str, key: str) -> str:
    """The path of a key within the table at `path`, as TOML writes it."""
    part = key if _BARE_KEY.fullmatch(key) else json.dumps(key[:60], ensure_ascii=False)
    return f"{path}.{part}" if path else part


def text_fault(value: str, longest: int, *, slots: bool = False) -> tuple[str, str] | None:
    """What is wrong with a text that is shown or spoken: reason and hint, or None."""
    if not value.strip():
        return "is empty", "Write something, or leave the key out if it may be left out"
    if len(value) > longest:
        return f"is {len(value)} characters long", f"At most {longest}"
    if has_control(value):
        return "holds a control character (a tab, a new line, a mark of direction …)", "Write plain text on one line"
    for found in _BRACES.findall(value):
        if not slots:
            return f"holds {shown(found)}", "Braces have a meaning in say, setup and badge only"
        if found not in SLOTS:
            return f"unknown placeholder {shown(found)}", did_you_mean(found, SLOTS)
    return None


class Table:
    """One table of a file. A getter that finds something wrong records a problem and gives a harmless value.

    A key without a default is required. `close` reports the keys that nobody asked for.
    """

    def __init__(self, values: Mapping[str, object], file: str, problems: list[Problem], path: str = "") -> None:
        self.values = values
        self._file = file
        self._problems = problems
        self._path = path
        self._asked: set[str] = set()
        self._children: list[Table] = []

    def __contains__(self, key: str) -> bool:
        """Whether a key is written; asking makes it known."""
        self._asked.add(key)
        return key in self.values

    def names(self, most: int) -> tuple[str, ...]:
        """The keys that are written, in order, at most so many: for a table whose keys a person chooses."""
        self._asked.update(self.values)
        if len(self.values) > most:
            self.problem("", f"has {len(self.values)} entries", f"At most {most}")
        return tuple(self.values)[:most]

    @property
    def is_sound(self) -> bool:
        """Nothing wrong has been found so far, here or elsewhere in the file."""
        return not self._problems

    def problem(self, key: str, reason: str, hint: str = "") -> None:
        """Record what is wrong with a key; an empty key means the table itself."""
        self._report(self._where(key) if key else self._path, reason, hint)

    def close(self) -> None:
        """Report every key that nobody asked for, here and in the tables within."""
        self.tell_unknown("unknown key", self._asked)
        for child in self._children:
            child.close()

    def tell_unknown(self, reason: str, known: Collection[str]) -> None:
        """Report every key that is not known; of very many, how many more there are."""
        unknown = [key for key in self.values if key not in known]
        for key in unknown[:MOST_UNKNOWN]:
            self.problem(key, reason, did_you_mean(key[:60], known))
        if more := unknown[MOST_UNKNOWN:]:
            self.problem("", f"{len(more)} more of that kind ({reason})")

    def text(self, key: str, default: str | None = None, *, longest: int = TEXT_LENGTH, slots: bool = False) -> str:
        """One line of text of at most `longest` characters; `slots` allows ``{side}`` and its kin."""
        value = self._get(key, required=default is None)
        return (default or "") if value is None else self._text(self._where(key), value, longest, slots=slots)

    def identifier(self, key: str) -> str:
        """A required id: small letters, digits, single hyphens."""
        value = self.text(key, longest=ID_LENGTH)
        self.check_id(key, value)
        return value

    def check_id(self, key: str, value: str) -> None:
        """Record a problem with `key` when `value` is not fit to be an id."""
        if value and not (len(value) <= ID_LENGTH and _ID.fullmatch(value)):
            self.problem(key, f"{shown(value)} is not an id", "Use small letters, digits and single hyphens")

    def one_of(self, key: str, known: Collection[str], default: str | None = None, *, what: str = "value") -> str:
        """A text that must be among `known`."""
        value = self._get(key, required=default is None)
        if value is None:
            return default or ""
        return self._one_of(self._where(key), value, known, what)

    def enum(self, key: str, kind: type[E], default: E | None = None) -> E:
        """A member of an enumeration, by its value."""
        values = [str(member) for member in kind]
        return kind(self.one_of(key, values, default) or values[0])

    def number(
        self, key: str, least: float, most: float, default: float | None = None, *, otherwise: float | None = None
    ) -> float:
        """A finite number within bounds; where it is not, the harmless value is `otherwise`, or the least."""
        return float(self._number(key, least, most, default, otherwise, whole=False))

    def whole(
        self, key: str, least: float, most: float, default: float | None = None, *, otherwise: float | None = None
    ) -> int:
        """A whole number within bounds; where it is not, the harmless value is `otherwise`, or the least."""
        return int(self._number(key, least, most, default, otherwise, whole=True))

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self._get(key, required=default is None)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.problem(key, f"must be true or false, not {shown(value)}")
        return bool(default)

    def texts(self, key: str, most: int, *, longest: int, slots: bool) -> tuple[str, ...]:
        """A required list of at most `most` texts."""
        items = self._items(self._where(key), self._get(key, required=True), most)
        return tuple(self._text(path, item, longest, slots=slots) for path, item in items)

    def some_of(self, key: str, known: Collection[str], *, what: str) -> tuple[str, ...]:
        """A list of texts that must be among `known`; no list is an empty one."""
        items = self._items(self._where(key), self._get(key, required=False), len(known))
        return tuple(self._one_of(path, item, known, what) for path, item in items)

    def text_lists(
        self, key: str, most: int, most_in_each: int, *, longest: int, slots: bool
    ) -> tuple[tuple[str, ...], ...]:
        """A required list of at most `most` lists of texts."""
        return tuple(
            tuple(
                self._text(text_path, text, longest, slots=slots)
                for text_path, text in self._items(path, item, most_in_each)
            )
            for path, item in self._items(self._where(key), self._get(key, required=True), most)
        )

    def tables(self, key: str, most: int, *, required: bool = True) -> list["Table"]:
        """A list of at most `most` tables; what is no table is left out."""
        items = self._items(self._where(key), self._get(key, required=required), most)
        return [table for path, item in items if (table := self._table(path, item))]

    def table(self, key: str, *, required: bool = True) -> "Table | None":
        """The table under a key; None where there is none."""
        value = self._get(key, required=required)
        return None if value is None else self._table(self._where(key), value)

    def _where(self, key: str) -> str:
        return dotted(self._path, key)

    def _report(self, path: str, reason: str, hint: str = "") -> None:
        self._problems.append(Problem(self._file, path, reason, hint))

    def _get(self, key: str, *, required: bool) -> object:
        self._asked.add(key)
        if required and key not in self.values:
            self.problem(key, "is missing")
        return self.values.get(key)

    def _text(self, path: str, value: object, longest: int, *, slots: bool) -> str:
        if not isinstance(value, str):
            self._report(path, f"must be text, not {shown(value)}", "Put it in quotes")
            return ""
        if fault := text_fault(value, longest, slots=slots):
            self._report(path, *fault)
        return value

    def _one_of(self, path: str, value: object, known: Collection[str], what: str) -> str:
        if isinstance(value, str) and value in known:
            return value
        word = value[:60] if isinstance(value, str) else ""
        self._report(path, f"unknown {what} {shown(value)}", did_you_mean(word, known))
        return ""

    def _number(
        self, key: str, least: float, most: float, default: float | None, otherwise: float | None, *, whole: bool
    ) -> float:
        harmless = least if otherwise is None else otherwise
        value = self._get(key, required=default is None)
        if value is None:
            return harmless if default is None else default
        numeric = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
        if numeric and isinstance(value, (int, float)) and least <= value <= most:
            return value
        kind = "a whole number" if whole else "a number"
        self.problem(key, f"must be {kind} from {least:g} to {most:g}, not {shown(value)}")
        return harmless

    def _items(self, path: str, value: object, most: int) -> Iterator[tuple[str, object]]:
        if value is None:
            return
        if not isinstance(value, list):
            self._report(path, f"must be a list, not {shown(value)}", "Put it in square brackets")
        elif not value:
            self._report(path, "is empty")
        elif len(value) > most:
            self._report(path, f"has {len(value)} entries", f"At most {most}")
        else:
            for index, item in enumerate(value):
                yield f"{path}[{index}]", item

    def _table(self, path: str, value: object) -> "Table | None":
        if isinstance(value, dict):
            self._children.append(Table(value, self._file, self._problems, path))
            return self._children[-1]
        self._report(path, f"must be a table, not {shown(value)}")
        return None
