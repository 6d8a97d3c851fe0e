"""A person's own routines: one small TOML file each, as the shipped ones are, that they may edit too."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from footroutine.domain.errors import DataError, Problem
from footroutine.domain.routine import Routine
from footroutine.services.files import free_name, set_aside, write_atomically
from footroutine.services.library import FORMAT
from footroutine.services.paths import OWNER_ONLY
from footroutine.services.toml_file import parse_toml, read_text, read_toml

_LONGEST_OF_OURS = 16_000  # characters; the steps and names of any routine take a third of it
_NOT_KEPT = "It holds until you close the program"


def routine_files(folder: Path) -> dict[str, Path]:
    """The files of the routines in a folder, by the id that is written in them; what cannot be read is left out."""
    found: dict[str, Path] = {}
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError:
        return found
    for path in paths:
        try:
            id_ = read_toml(path).get("id")
        except DataError:
            continue
        if isinstance(id_, str):
            found.setdefault(id_, path)
    return found


def write_routine(folder: Path, routine: Routine) -> tuple[Problem, ...]:
    """Keep a routine in its file; nothing is raised, what went wrong is told.

    A file that holds more than this program writes, such as a person's comments, is first put beside, as
    ``NAME.toml.before-1``.
    """
    path = routine_files(folder).get(routine.id) or free_name(folder / f"{routine.id}.toml")
    told: tuple[Problem, ...] = ()
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        if path.exists() and not _is_ours(path):
            kept = set_aside(path, "before")
            told = (Problem(str(path), "", "is written anew", f"What you had written is kept as {kept}"),)
        write_atomically(path, routine_text(_values(routine)).encode())
    except OSError as error:
        return (Problem(str(path), "", f"cannot be saved ({error.strerror or error})", _NOT_KEPT),)
    return told


def remove_routine(folder: Path, routine_id: str) -> tuple[Problem, ...]:
    """Put a routine's file out of use, as ``NAME.toml.removed-1``; nothing is raised, what went wrong is told."""
    path = routine_files(folder).get(routine_id)
    try:
        if path is not None:
            set_aside(path, "removed")
    except OSError as error:
        return (Problem(str(path), "", f"cannot be renamed ({error.strerror or error})", _NOT_KEPT),)
    return ()


def routine_text(values: Mapping[str, Any]) -> str:
    """A routine's plain values as this program writes them."""
    import tomlkit  # late: it takes a while, and only writing needs it

    document = tomlkit.document()
    for key, value in values.items():
        if key != "steps":
            document[key] = value
    steps = tomlkit.aot()
    for values_of_step in values["steps"]:
        step = tomlkit.table()
        for key, value in values_of_step.items():
            if isinstance(value, Mapping):
                step[key] = tomlkit.inline_table()
                step[key].update(value)
            else:
                step[key] = value
        steps.append(step)
    document["steps"] = steps
    return tomlkit.dumps(document)


def _values(routine: Routine) -> dict[str, Any]:
    head = {"format": FORMAT} | {key: getattr(routine, key) for key in ("id", "name", "short_name", "summary", "order")}
    steps: list[dict[str, Any]] = []
    for step in routine.steps:
        values: dict[str, Any] = {"exercise": step.exercise}
        if step.variant is not None:
            values["variant"] = step.variant
        if step.dose:
            values["dose"] = {key: int(value) if value == int(value) else value for key, value in step.dose.items()}
        steps.append(values)
    return head | {"steps": steps}


def _is_ours(path: Path) -> bool:
    """The file says just what this program would write for it."""
    text = read_text(path)
    if len(text) > _LONGEST_OF_OURS:
        return False
    try:
        return routine_text(parse_toml(text, path)) == text
    except Exception:  # tomlkit stumbles, each time differently, over values that are valid but odd
        return False
