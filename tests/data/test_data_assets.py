"""Every shipped data file: it loads, it says who says so, it can be spoken, and its dose is the prescribed one."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from footroutine.domain.exercise import Exercise, MovementKind, Sides, Words
from footroutine.domain.language import Language
from footroutine.domain.pain import RULES, SEE_SOMEONE
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library, load_theme_tables

ASSETS = assets_dir()
LIBRARY = load_library(ASSETS)
TOML_FILES = sorted(ASSETS.rglob("*.toml"))
EXERCISE_FILES = sorted((ASSETS / "exercises").glob("*.toml"))
EVERY_EXERCISE = [
    each
    for language in Language
    for exercise in load_library(ASSETS, language=language).exercises.values()
    for each in (exercise, *exercise.variants.values())
]
SIDE_WORDS = re.compile(r"\{(side|other)\}", re.IGNORECASE)
SPEAKABLE = re.compile(r"[A-Za-zÄÖÜäöüß ,.:;?!'’{}-]+")

# What the article prescribes, and our own figure where it gives none.
DOSES: dict[str, dict[str, float]] = {
    "toe-press": {"sets": 3, "reps": 10, "hold_s": 3},
    "ankle-circles": {"sets": 2, "reps": 1, "cycle_s": 10},
    "active-flexion": {"sets": 2, "reps": 20, "hold_s": 3},
    "side-to-side": {"sets": 2, "reps": 10},
    "wall-stretch": {"sets": 1, "reps": 3, "hold_s": 30},
}
SIDES = {
    "toe-press": Sides.BOTH,
    "ankle-circles": Sides.EACH,
    "active-flexion": Sides.EACH,
    "side-to-side": Sides.EACH,
    "wall-stretch": Sides.ALTERNATING,
}
OURS = {("active-flexion", "hold_s"), ("side-to-side", "sets"), ("side-to-side", "reps")}


def name_of(exercise: Exercise) -> str:
    return "/".join(filter(None, (exercise.language, exercise.id, exercise.variant)))


def phrases(exercise: Exercise) -> Iterator[Words]:
    yield from exercise.setup
    for movement in exercise.all_movements():
        yield movement.say


every_exercise = pytest.mark.parametrize("exercise", EVERY_EXERCISE, ids=name_of)


@pytest.mark.parametrize("path", TOML_FILES, ids=lambda path: str(path.relative_to(ASSETS)))
def test_the_file_loads_without_a_problem(path: Path) -> None:
    tomllib.loads(path.read_bytes().decode("utf-8"))
    assert [str(problem) for problem in LIBRARY.problems if problem.file == str(path)] == []


def test_nothing_at_all_is_wrong() -> None:
    assert LIBRARY.problems == ()
    assert len(LIBRARY.exercises) == len(EXERCISE_FILES) == len(DOSES)
    assert len(LIBRARY.routines) == len(list((ASSETS / "routines").glob("*.toml")))


@pytest.mark.parametrize("kind", ["exercises", "routines", "themes"])
def test_a_file_is_named_after_the_id_in_it(kind: str) -> None:
    ids = {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in (ASSETS / kind).glob("*.toml")}
    assert ids
    assert all(stem.replace("_", "-") == identifier for stem, identifier in ids.items())


def values_under(key: str, values: object) -> Iterator[Any]:
    """Every value that is written under a key, however deep."""
    if isinstance(values, dict):
        for name, value in values.items():
            if name == key:
                yield value
            yield from values_under(key, value)
    elif isinstance(values, list):
        for value in values:
            yield from values_under(key, value)


def test_every_source_that_is_named_is_listed_and_every_one_listed_is_named() -> None:
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in EXERCISE_FILES]
    named = {source for values in files for source in values_under("source", values)}
    named |= {rule.source for rule in (*RULES, *SEE_SOMEONE)}
    assert named == set(LIBRARY.sources)


def test_every_source_but_our_own_default_says_where_it_is_found() -> None:
    assert {source.id for source in LIBRARY.sources.values() if not source.address} == {"article", "default"}


@pytest.mark.parametrize("identifier", list(DOSES))
def test_the_dose_is_the_prescribed_one(identifier: str) -> None:
    exercise = LIBRARY.exercises[identifier]
    assert {key: exercise.dose[key].default for key in DOSES[identifier]} == DOSES[identifier]
    assert exercise.sides is SIDES[identifier]
    for key in DOSES[identifier]:
        assert exercise.dose[key].source == ("default" if (identifier, key) in OURS else "article")


def test_the_circles_go_each_way_once() -> None:
    ways = [movement.cycle.clockwise for movement in LIBRARY.exercises["ankle-circles"].movements if movement.cycle]
    assert ways == [True, False]


@every_exercise
def test_a_circle_is_told_by_where_the_toes_go(exercise: Exercise) -> None:
    """Clockwise to the person is from the toes drawn up to the left, as a test of the figure shows."""
    ways = {Language.EN: ("your right.", "your left."), Language.DE: ("nach rechts.", "nach links.")}
    for movement in exercise.all_movements():
        if movement.cycle:
            assert movement.say.long.endswith(ways[exercise.language][movement.cycle.clockwise])


def test_the_full_routine_has_every_exercise_once_the_warm_up_first() -> None:
    steps = [step.exercise for step in LIBRARY.routines["full"].steps]
    assert sorted(steps) == sorted(LIBRARY.exercises)
    assert steps[0] == "toe-press"
    assert next(iter(LIBRARY.routines)) == "full"


@every_exercise
def test_sides_are_named_only_where_there_are_sides(exercise: Exercise) -> None:
    texts = [exercise.badge, *(form for words in phrases(exercise) for form in words.forms)]
    if exercise.sides is Sides.BOTH:
        assert [text for text in texts if SIDE_WORDS.search(text)] == []
    else:
        assert SIDE_WORDS.search(exercise.badge)


@every_exercise
def test_every_phrase_can_be_spoken(exercise: Exercise) -> None:
    forms = [form for words in phrases(exercise) for form in words.forms]
    assert [form for form in forms if not SPEAKABLE.fullmatch(form)] == []
    assert [form for form in forms if not form[0].isupper() and not form.startswith("{")] == []
    assert [form for form in forms if not form.endswith(".")] == []


@every_exercise
def test_phrases_are_short_and_come_longest_first(exercise: Exercise) -> None:
    for words in phrases(exercise):
        lengths = [len(form) for form in words.forms]
        assert lengths == sorted(lengths, reverse=True), words.forms
        assert len(words.long.split()) <= 14, words.long
        assert len(words.forms[-1].split()) <= 6, words.forms[-1]


@every_exercise
def test_every_exercise_says_when_to_stop(exercise: Exercise) -> None:
    assert exercise.stops
    assert exercise.tips


@every_exercise
def test_what_stays_in_a_pose_comes_after_what_went_there(exercise: Exercise) -> None:
    for movement in exercise.all_movements():
        if movement.kind is not MovementKind.TRAVEL:
            assert exercise.pose_before(movement.id, first=True) == movement.pose
            assert exercise.pose_before(movement.id, first=False) == movement.pose


@every_exercise
def test_whoever_gets_into_position_gets_out_again(exercise: Exercise) -> None:
    assert bool(exercise.enter) is bool(exercise.leave)
    if exercise.leave:
        assert exercise.leave[-1].pose == exercise.start_pose


@every_exercise
def test_poses_are_all_used_and_of_one_posture(exercise: Exercise) -> None:
    used = {exercise.start_pose, *(movement.pose for movement in exercise.all_movements())}
    if not exercise.variant:
        assert used == set(exercise.poses)
    leans = {exercise.poses[pose].get("lean", 0) < -45 for pose in used}
    assert leans == {exercise.posture == "lying"}


def test_a_theme_is_light_and_a_theme_is_dark_and_both_have_the_same_colours() -> None:
    themes = load_theme_tables(ASSETS)
    assert {identifier: theme["dark"] for identifier, theme in themes.items()} == {"light": False, "dark": True}
    light, dark = (themes[name]["ui"] for name in ("light", "dark"))
    assert isinstance(light, dict)
    assert isinstance(dark, dict)
    assert light.keys() == dark.keys()
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in (*light.values(), *dark.values()))


def test_the_licences_name_every_folder_of_files_that_are_not_text() -> None:
    licences = (ASSETS / "LICENCES.md").read_text(encoding="utf-8")
    binary = {
        path.parent.relative_to(ASSETS).as_posix()
        for path in ASSETS.rglob("*")
        if path.is_file() and path.suffix not in {".toml", ".md", ".txt"}
    }
    assert [folder for folder in sorted(binary) if folder not in licences] == []
