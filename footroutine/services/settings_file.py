"""The settings file: one TOML file, a person's own comments and unknown keys kept, written whole or not at all."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import TYPE_CHECKING, Any

from footroutine.domain.errors import DataError, Problem
from footroutine.domain.exercise import Exercise
from footroutine.domain.settings import ExerciseChoice, Option, Settings, options
from footroutine.services.files import set_aside, write_atomically
from footroutine.services.settings_values import EXERCISES, VERSION_KEY, read_settings
from footroutine.services.toml_file import parse_toml, read_text
from footroutine.services.toml_table import shown

if TYPE_CHECKING:
    from tomlkit.items import Item

# Step number n brings a file of version n to version n + 1, in place.
Migration = Callable[[MutableMapping[str, Any]], None]


def _motion_as_the_desktop(values: MutableMapping[str, Any]) -> None:
    """Version 2: less motion is no longer only on or off; off was what stood there unchosen."""
    look = values.get("look")
    if isinstance(look, MutableMapping) and isinstance(look.get("reduce_motion"), bool):
        look["reduce_motion"] = "on" if look["reduce_motion"] else "system"


MIGRATIONS: Sequence[Migration] = (_motion_as_the_desktop,)

# A layout beyond these takes the library that keeps comments a minute and a gigabyte; usual are 3 000 and 10.
_MOST_EDITED = 16_000  # characters
_MOST_DOTS = 400

_NOT_SAVED = "The defaults are used, and changes are not saved"


@dataclass(frozen=True)
class _Change:
    """A value to be written under a key, None to take the key out; `note` is the comment beside a new key."""

    path: tuple[str, ...]
    value: Any
    note: str = ""


@dataclass(frozen=True)
class Loaded:
    """The settings to use, what was wrong with the file, and whether changes can be saved to it."""

    settings: Settings
    problems: tuple[Problem, ...]
    writable: bool


@dataclass(frozen=True)
class _Opened:
    """The file as it is on the disk; `steps` have brought `values` to the newest version."""

    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    steps: Sequence[Migration] = ()
    problems: tuple[Problem, ...] = ()
    writable: bool = True


def load_settings(
    path: Path, exercises: Mapping[str, Exercise], migrations: Sequence[Migration] = MIGRATIONS
) -> Loaded:
    """Read the settings; never fails, and changes nothing but the name of a file that is broken.

    No file means the defaults. A file made by a newer version, or one that cannot be read, is left alone: the
    defaults are used and `writable` is False.
    """
    opened = _open(path, migrations)
    settings, problems = read_settings(opened.values, exercises, str(path))
    return Loaded(settings, opened.problems + problems, opened.writable)


def save_settings(
    path: Path, settings: Settings, exercises: Mapping[str, Exercise], migrations: Sequence[Migration] = MIGRATIONS
) -> tuple[Problem, ...]:
    """Write what has changed into the file, as it is on the disk now; nothing is raised, what went wrong is given back.

    A value in the file that does not fit stays as it is until its setting is changed.
    """
    opened = _open(path, migrations)
    if not opened.writable:
        return opened.problems
    before, _ = read_settings(opened.values, exercises, str(path))
    changes = list(_changes(opened.values, before, settings, 1 + len(migrations)))
    text = _edited(opened, changes)
    try:
        if text is None:
            text = _fresh(settings, 1 + len(migrations))
            kept = _problem(
                path, "its layout cannot be edited", f"It is kept as {set_aside(path)}; a new one is written"
            )
            opened = replace(opened, problems=(*opened.problems, kept))
        if text != opened.text:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # it may have been taken away
            write_atomically(path, text.encode(errors="replace"))
    except OSError as error:
        failed = _problem(
            path, f"cannot be saved ({error.strerror or error})", "Your changes hold until you close the program"
        )
        return (*opened.problems, failed)
    return opened.problems


def _open(path: Path, migrations: Sequence[Migration]) -> _Opened:
    newest = 1 + len(migrations)
    try:
        text = read_text(path)
        values = parse_toml(text, path)
    except FileNotFoundError:
        return _Opened()
    except OSError as error:
        return _Opened(
            problems=(_problem(path, f"cannot be read ({error.strerror or error})", _NOT_SAVED),), writable=False
        )
    except DataError as error:
        return _set_broken_aside(path, error.problems)
    version = values.get(VERSION_KEY, 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        wrong = Problem(str(path), VERSION_KEY, f"must be {newest}, not {shown(version)}", "It is read as if it were")
        return _Opened(text, values, problems=(wrong,))
    if version > newest:
        reason = f"made by a newer version of the program (version {shown(version)}, this one knows {newest})"
        return _Opened(problems=(_problem(path, reason, _NOT_SAVED),), writable=False)
    steps = migrations[version - 1 :]
    for step in steps:
        step(values)
    return _Opened(text, values, steps)


def _set_broken_aside(path: Path, problems: tuple[Problem, ...]) -> _Opened:
    try:
        place = set_aside(path)
    except OSError as error:
        stuck = _problem(path, f"cannot be put aside ({error.strerror or error})", _NOT_SAVED)
        return _Opened(problems=(*problems, stuck), writable=False)
    hint = f"It is kept as {place}; the defaults are used"
    return _Opened(problems=tuple(problem._replace(hint=hint) for problem in problems))


def _changes(values: Mapping[str, Any], before: Settings, after: Settings, version: int) -> Iterator[_Change]:
    """What must be written so that `values`, now read as `before`, are read as `after`."""
    if values.get(VERSION_KEY) != version:
        yield _Change((VERSION_KEY,), version)
    for name, option in options().items():
        section = values.get(option.section, {})
        new = isinstance(section, dict) and name not in section
        value = getattr(after, name)
        if new or value != getattr(before, name):
            yield _Change((option.section, name), value, _note(option) if new else "")
    for exercise in {**before.exercises, **after.exercises}:
        old, now = before.choice(exercise), after.choice(exercise)
        for each in fields(ExerciseChoice):
            value = getattr(now, each.name)
            if value != getattr(old, each.name):
                yield _Change((EXERCISES, exercise, each.name), None if value == each.default else value)


def _note(option: Option) -> str:
    """What a person who opens the file wants to know of a setting."""
    if option.choices:
        return f"{option.label}: {', '.join(option.choices)}"
    bounds = "" if option.minimum is None else f": {option.minimum} to {option.maximum} {option.unit}".rstrip()
    return option.label + bounds


def _edited(opened: _Opened, changes: Sequence[_Change]) -> str | None:
    """The text with the changes made and all else as it was; None where the layout does not allow it."""
    import tomlkit  # late: it takes a while, and only writing needs it

    if len(opened.text) > _MOST_EDITED or opened.text.count(".") > _MOST_DOTS:
        return None
    wanted = deepcopy(opened.values)
    _apply(wanted, changes, lambda change: change.value)
    try:
        document = tomlkit.parse(opened.text)
        for step in opened.steps:
            step(document)
        _apply(document, changes, _annotated)
        text = tomlkit.dumps(document)
        return text if parse_toml(text, Path()) == wanted else None
    except Exception:  # tomlkit stumbles, each time differently, over layouts that are valid but odd
        return None


def _fresh(settings: Settings, version: int) -> str:
    import tomlkit

    document = tomlkit.document()
    _apply(document, list(_changes({}, Settings(), settings, version)), _annotated)
    return tomlkit.dumps(document)


def _apply(document: MutableMapping[str, Any], changes: Sequence[_Change], item: Callable[[_Change], Any]) -> None:
    def table(names: Sequence[str]) -> Any:  # noqa: ANN401 - a plain dict or one of tomlkit's many tables
        return reduce(getitem, names, document)

    for change in changes:
        *tables, key = change.path
        for depth, name in enumerate(tables):
            if not isinstance(table(tables[:depth]).get(name), MutableMapping):
                table(tables[:depth])[name] = {}
        place = table(tables)  # looked up anew: tomlkit loses what is put into a table got before another was added
        if change.value is None:
            place.pop(key, None)
        else:
            place[key] = item(change)


def _annotated(change: _Change) -> "Item":
    import tomlkit

    item: Item = tomlkit.item(change.value)
    if change.note:
        item.comment(change.note)
    return item


def _problem(path: Path, reason: str, hint: str) -> Problem:
    return Problem(str(path), "", reason, hint)
