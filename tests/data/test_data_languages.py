"""Every shipped text in every language: whole, with the same places for the side, and with no other language in it."""

import re
from collections.abc import Iterator

import pytest

from footroutine.domain.exercise import Exercise, Words
from footroutine.domain.language import Language
from footroutine.domain.planner import plan
from footroutine.domain.settings import TALK_LEVELS, ExerciseChoice, Settings
from footroutine.domain.speech_length import estimate_ms
from footroutine.domain.timeline import Timeline
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library

LIBRARIES = {language: load_library(assets_dir(), language=language) for language in Language}
ENGLISH = LIBRARIES[Language.EN]
OTHERS = [language for language in Language if language is not Language.EN]
SLOTS = re.compile(r"\{(side|other)\}", re.IGNORECASE)
SAME = {"Position"}  # the same word in both
every_exercise = pytest.mark.parametrize("identifier", list(ENGLISH.exercises))
every_other = pytest.mark.parametrize("language", OTHERS)


def texts(exercise: Exercise) -> Iterator[tuple[str, Words]]:
    """Every text of an exercise with its place."""
    yield "name", Words((exercise.variant_name or exercise.name,))
    yield "badge", Words((exercise.badge,))
    yield "summary", Words((exercise.summary,))
    yield "feel", Words((exercise.feel,))
    for kind, sourced in (("tips", exercise.tips), ("stops", exercise.stops)):
        yield from ((f"{kind}[{n}]", Words((each.text,))) for n, each in enumerate(sourced))
    yield from ((f"setup[{n}]", words) for n, words in enumerate(exercise.setup))
    for movement in exercise.all_movements():
        yield f"{movement.id}.phase", Words((movement.phase,))
        yield f"{movement.id}.say", movement.say


@every_other
@every_exercise
def test_every_text_of_an_exercise_is_there_with_the_same_sides(identifier: str, language: Language) -> None:
    own, other = ENGLISH.exercises[identifier], LIBRARIES[language].exercises[identifier]
    pairs = [(own, other), *((own.variants[key], other.variants[key]) for key in own.variants)]
    for english, translated in pairs:
        assert translated.language is language, f"{identifier}.toml: a text is missing under [{language}]"
        for (place, said), (_, there) in zip(texts(english), texts(translated), strict=True):
            assert not set(said.forms) & set(there.forms), place
            slots = [{slot.lower() for form in words.forms for slot in SLOTS.findall(form)} for words in (said, there)]
            assert slots[0] == slots[1], place


@every_other
def test_routines_and_sources_are_there_too(language: Language) -> None:
    library = LIBRARIES[language]
    for routine in ENGLISH.routines.values():
        there = library.routines[routine.id]
        assert {routine.name, routine.short_name, routine.summary}.isdisjoint(
            {there.name, there.short_name, there.summary}
        )
        assert there.steps == routine.steps
    assert all(library.sources[key].title != source.title for key, source in ENGLISH.sources.items())
    assert library.problems == ()


def planned(routine: str, language: Language, settings: Settings) -> Timeline:
    library = LIBRARIES[language]
    return plan(library.routines[routine], library.exercises, settings, lambda text: estimate_ms(text, 165), language)


@every_other
@pytest.mark.parametrize("talk", TALK_LEVELS)
@pytest.mark.parametrize("routine", list(ENGLISH.routines))
def test_no_english_word_is_heard_in_another_language(routine: str, talk: str, language: Language) -> None:
    variants = [{}, *({e.id: ExerciseChoice(variant=v)} for e in ENGLISH.exercises.values() for v in e.variants)]
    for chosen in variants:
        settings = Settings(talk=talk, exercises=chosen)
        plans = [planned(routine, each, settings) for each in (Language.EN, language)]
        english, other = ({cue.text for cue in each.cues} - {""} for each in plans)
        assert len(english) > 9
        assert len(other) > 9
        assert not english & other


@every_other
def test_a_session_takes_as_long_in_every_language(language: Language) -> None:
    lengths = [planned("full", each, Settings()).total_ms for each in (Language.EN, language)]
    assert lengths[1] == pytest.approx(lengths[0], abs=60_000)
