"""Finding and reading the data files: exercises, routines, sources, themes; the shipped ones and a person's own."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from footroutine.domain.errors import DataError, Problem, did_you_mean
from footroutine.domain.exercise import Exercise, Limit
from footroutine.domain.language import Language
from footroutine.domain.library import Library, Source
from footroutine.domain.routine import LONGEST_NAME, MOST_STEPS, Routine, Step
from footroutine.services.exercise_file import WHOLE_DOSE, read_exercise
from footroutine.services.toml_file import read_toml
from footroutine.services.toml_table import ID_LENGTH, TEXT_LENGTH, Table, shown
from footroutine.services.translation import texts_in_language

FORMAT = 1
MOST_SOURCES = 1000
_ROUTINE_TEXTS = {"name": LONGEST_NAME, "short_name": LONGEST_NAME, "summary": TEXT_LENGTH}


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def load_library(assets: Path, user_data: Path | None = None, language: Language = Language.EN) -> Library:
    """Everything in the shipped data files and in a person's own (``exercises/``, ``routines/``, ``sources.toml``).

    Texts are in the language where a file has them in it, else as the file is written.

    Never fails: a file with any problem is left out whole, and every problem is in `Library.problems`.
    """
    problems: list[Problem] = []
    folders = [assets] if user_data is None else [assets, user_data]
    sources: dict[str, Source] = {}
    _load_sources(assets / "sources.toml", language, sources, problems)
    if user_data and _is_there(user_data / "sources.toml"):
        _load_sources(user_data / "sources.toml", language, sources, problems)
    exercises, refused = _load_all(
        folders, "exercises", lambda table: read_exercise(table, sources, language), problems
    )
    routines, _ = _load_all(
        folders, "routines", lambda table: read_routine(table, exercises, refused, language), problems
    )
    in_order = sorted(routines.values(), key=lambda routine: routine.order)
    used = dict.fromkeys(step.exercise for routine in in_order for step in routine.steps)
    return Library(
        exercises=MappingProxyType({id_: exercises[id_] for id_ in [*used, *(e for e in exercises if e not in used)]}),
        routines=MappingProxyType({routine.id: routine for routine in in_order}),
        sources=MappingProxyType(sources),
        problems=tuple(problems),
        language=language,
    )


def load_theme_tables(assets: Path) -> dict[str, dict[str, object]]:
    """The shipped themes as they are written, by the name of the file.

    Raises:
        DataError: one of them cannot be read.
    """
    return {path.stem: load_theme_table(assets, path.stem) for path in sorted((assets / "themes").glob("*.toml"))}


def load_theme_table(assets: Path, name: str) -> dict[str, object]:
    """A shipped theme as it is written.

    Raises:
        DataError: it cannot be read.
    """
    return read_toml(assets / "themes" / f"{name}.toml")


def read_routine(
    table: Table,
    exercises: Mapping[str, Exercise],
    refused: Collection[str] = (),
    language: Language = Language.EN,
) -> Routine:
    """The routine in a file, in a language if it has that; what is wrong with it goes to the table's problems.

    `refused` are exercises that exist but have problems of their own.
    """
    texts = texts_in_language(table, language, _ROUTINE_TEXTS)
    return Routine(
        id=table.identifier("id"),
        name=texts["name"],
        short_name=texts["short_name"],
        summary=texts["summary"],
        steps=tuple(_read_step(step, exercises, refused) for step in table.tables("steps", MOST_STEPS)),
        order=table.whole("order", 0, 1000, 100),
    )


def _read_step(table: Table, exercises: Mapping[str, Exercise], refused: Collection[str]) -> Step:
    name = table.text("exercise", longest=ID_LENGTH)
    exercise = exercises.get(name)
    if exercise is None:
        table.names(MOST_STEPS)  # there is nothing to check the rest against
        if name in refused:
            table.problem("exercise", f"the exercise {shown(name)} was refused", "Mend its own file first")
        elif name:
            table.problem("exercise", f"unknown exercise {shown(name)}", did_you_mean(name, exercises))
        return Step(name)
    variant = table.one_of("variant", exercise.variants, "", what="variant")
    limits = exercise.variants[variant].dose if variant else exercise.dose
    dose = table.table("dose", required=False)
    return Step(name, _read_step_dose(dose, limits) if dose else {}, variant or None)


def _read_step_dose(table: Table, limits: Mapping[str, Limit]) -> dict[str, float]:
    found: dict[str, float] = {}
    for key, limit in limits.items():
        if key in table:
            read = table.whole if key in WHOLE_DOSE else table.number
            found[key] = read(key, limit.minimum, limit.maximum)
    return found


def _is_there(path: Path) -> bool:
    """Whether there is something to read; where even that cannot be told, the reader will say why."""
    try:
        return path.exists()
    except OSError:
        return True


def _load_sources(path: Path, language: Language, found: dict[str, Source], problems: list[Problem]) -> None:
    """Add a file's sources to `found`; each that has a problem is left out."""
    try:
        table = Table(read_toml(path), str(path), problems)
    except DataError as error:
        problems += error.problems
        return
    for key in table.names(MOST_SOURCES):
        before = len(problems)
        table.check_id(key, key)
        if key in found:
            table.problem(key, "is already the id of a shipped source", f"Give yours another, such as 'my-{key}'")
        if each := table.table(key):
            title = texts_in_language(each, language, {"title": TEXT_LENGTH})["title"]
            source = Source(key, title, each.text("address", ""))
            each.close()
            if len(problems) == before:
                found[key] = source


def _load_all(
    folders: Iterable[Path], kind: str, read: Callable[[Table], T], problems: list[Problem]
) -> tuple[dict[str, T], set[str]]:
    """Every good value of one kind, by id, and the ids of the refused; a later file cannot take an earlier one's id."""
    found: dict[str, T] = {}
    refused: set[str] = set()
    written_in: dict[str, Path] = {}
    for path in (path for folder in folders for path in _toml_files(folder / kind, problems)):
        wrong: list[Problem] = []
        item = _load_file(path, read, wrong)
        if item and item.id in found:
            reason = f"{shown(item.id)} is already the id of {written_in[item.id]}"
            wrong = [Problem(str(path), "id", reason, f"Give yours another, such as 'my-{item.id}'")]
        elif item and wrong:
            refused.add(item.id)
        elif item:
            found[item.id] = item
            written_in[item.id] = path
        problems += wrong
    return found, refused


def _toml_files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if p.suffix == ".toml" and not p.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem(str(folder), "", f"cannot be read ({error.strerror or error})"))
        return []


def _load_file(path: Path, read: Callable[[Table], T], problems: list[Problem]) -> T | None:
    try:
        values = read_toml(path)
    except DataError as error:
        problems += error.problems
        return None
    table = Table(values, str(path), problems)
    version = table.whole("format", 1, 1_000_000)
    if version > FORMAT:
        reason = f"made by a newer version of the program (format {shown(version)}, this one knows {FORMAT})"
        table.problem("format", reason, "Install the newest Foot Routine to use it")
        return None
    item = read(table)
    table.close()
    return item
