"""A file's texts in another language: all of them, or none; what is wrong with them is told in any language."""

import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from footroutine.domain.errors import Problem
from footroutine.domain.exercise import Exercise, Side, Sides
from footroutine.domain.language import Language
from footroutine.domain.phrases import badge
from footroutine.services.assets import assets_dir
from footroutine.services.exercise_file import read_exercise
from footroutine.services.library import load_library, read_routine
from footroutine.services.toml_table import Table

SOURCES = set(tomllib.loads((assets_dir() / "sources.toml").read_text(encoding="utf-8")))
SHIPPED = tomllib.loads((assets_dir() / "exercises" / "side_to_side.toml").read_text(encoding="utf-8"))
ROUTINE = tomllib.loads((assets_dir() / "routines" / "toe-press.toml").read_text(encoding="utf-8"))


def read(values: dict[str, Any], language: Language = Language.DE) -> tuple[Exercise, list[str]]:
    problems: list[Problem] = []
    table = Table({key: value for key, value in values.items() if key != "format"}, "own.toml", problems)
    exercise = read_exercise(table, SOURCES, language)
    table.close()
    return exercise, [str(problem) for problem in problems]


def changed(**german: object) -> dict[str, Any]:
    """The shipped file with some of its German replaced; `...` takes it out."""
    values = deepcopy(SHIPPED)
    for path, value in german.items():
        *way, last = path.split("__")
        place = values["de"]
        for name in way:
            place = place[name]
        if value is ...:
            del place[last]
        else:
            place[last] = value
    return values


def test_a_variant_takes_what_it_leaves_out_from_the_translated_exercise() -> None:
    exercise, problems = read(SHIPPED)
    variant = exercise.variants["circles"]
    assert problems == []
    assert (variant.name, variant.variant_name) == ("Hin und her", "Sanftes Kreisen")
    assert variant.tips == exercise.tips
    assert variant.movements[0].say.forms[-1] == "Im Uhrzeigersinn."
    assert variant.language is Language.DE


@pytest.mark.parametrize(
    "missing",
    [
        "name", "badge", "summary", "feel", "setup", "tips", "stops", "movements", "movements__out", "variants",
        "variants__circles", "variants__circles__name", "variants__circles__summary", "variants__circles__movements",
    ],
)  # fmt: skip
def test_where_one_text_is_missing_the_whole_exercise_stays_as_it_was_written(missing: str) -> None:
    values = changed(**{missing: ...}) | {"badge": "{Side} ankle"}
    exercise, problems = read(values)
    assert problems == []
    assert exercise == read(values, Language.EN)[0]


def test_the_usual_badge_needs_no_translation() -> None:
    values = changed(badge=...)
    del values["badge"]
    assert badge(read(values)[0], Side.LEFT) == "Linker Fuß"
    assert badge(read(values, Language.EN)[0], Side.LEFT) == "Left foot"
    both = {**values, "sides": Sides.BOTH.value}
    assert badge(read(both)[0], Side.BOTH) == "Beide Füße"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("german", "told"),
    [
        ({"summry": "x"}, "de.summry: unknown key. Did you mean 'summary'?"),
        ({"summary": 7}, "de.summary: must be text, not 7"),
        ({"tips": ["Einer.", "Noch einer."]}, "de.tips: has 2 texts, the exercise has 1. Translate each of them"),
        ({"setup": [["{seite}"]]}, "de.setup[0][0]: unknown placeholder '{seite}'"),
        ({"movements__uot": {}}, "de.movements.uot: unknown key. Did you mean 'out'?"),
        ({"movements__out": {"phase": "Aus"}}, "de.movements.out.say: is missing"),
        ({"movements__out": 1}, "de.movements.out: must be a table, not 1"),
        ({"variants__nobody": {}}, "de.variants.nobody: unknown key. Known: circles"),
    ],
)
def test_a_mistake_in_a_translation_is_told_whatever_is_spoken(
    german: dict[str, object], told: str, language: Language
) -> None:
    _, problems = read(changed(**german), language)
    assert [line for line in problems if told in line]
    assert len(problems) == 1


def test_a_persons_own_exercise_needs_one_language_and_says_which() -> None:
    german = {**deepcopy(SHIPPED), **deepcopy(SHIPPED["de"]), "language": "de"}
    values = {key: SHIPPED[key] for key in SHIPPED if key not in ("de", "variants")}
    values |= {key: german[key] for key in ("name", "badge", "summary", "feel", "setup", "language")}
    for language in Language:
        exercise, problems = read(values, language)
        assert problems == []
        assert (exercise.language, exercise.name) == (Language.DE, "Hin und her")
        assert badge(exercise, Side.RIGHT) == "Rechter Fuß"
    english = {key: SHIPPED[key] for key in SHIPPED if key != "de"}
    assert read(english)[0] == read(english, Language.EN)[0]


def test_a_routine_and_a_source_are_translated_whole_or_not(tmp_path: Path) -> None:
    library = load_library(assets_dir())

    def name(values: dict[str, Any]) -> str:
        table = Table({key: value for key, value in values.items() if key != "format"}, "own.toml", [])
        return read_routine(table, library.exercises, language=Language.DE).name

    assert name(ROUTINE) == "Zehengriff"
    assert name({**ROUTINE, "de": {"name": "Zehen"}}) == ROUTINE["name"]
    (tmp_path / "sources.toml").write_text(
        '[mine]\ntitle = "Mine"\nde.title = "Meine"\n[own]\ntitle = "Own"\n', encoding="utf-8"
    )
    found = load_library(assets_dir(), tmp_path, Language.DE)
    assert found.problems == ()
    assert (found.sources["mine"].title, found.sources["own"].title) == ("Meine", "Own")
