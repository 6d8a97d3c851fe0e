"""The phrases in German: numbers, cases and genders."""

from dataclasses import replace

import pytest
from builders import LIBRARIES, cycle, exercise, hold, travel

from footroutine.domain.dose import settle
from footroutine.domain.exercise import Exercise, Posture, Side, Sides
from footroutine.domain.language import Language
from footroutine.domain.phrases import badge, phrases_in
from footroutine.domain.routine import Step
from footroutine.domain.settings import ExerciseChoice
from footroutine.domain.timeline import SegmentKind

GERMAN = phrases_in(Language.DE)


def german(one: Exercise, text: str = "{Side}er Fuß") -> Exercise:
    return replace(one, language=Language.DE, badge="Beide Füße" if one.sides is Sides.BOTH else text)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "null"), (1, "eins"), (7, "sieben"), (12, "zwölf"), (16, "sechzehn"), (17, "siebzehn"), (19, "neunzehn"),
        (20, "zwanzig"), (21, "einundzwanzig"), (30, "dreißig"), (71, "einundsiebzig"), (100, "einhundert"),
        (101, "einhunderteins"), (121, "einhunderteinundzwanzig"), (999, "neunhundertneunundneunzig"),
    ],
)  # fmt: skip
def test_numbers_are_spelled_out(n: int, words: str) -> None:
    assert GERMAN.number(n) == words


def test_no_two_numbers_sound_alike() -> None:
    words = [GERMAN.number(n) for n in range(1000)]
    assert len(set(words)) == 1000
    assert not any(character.isdigit() for word in words for character in word)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (exercise(sides=Sides.BOTH, sets=3), "Drei Sätze mit je zwei Wiederholungen. Halte jeweils drei Sekunden."),
        (
            exercise(sets=2, reps=20),
            "Zwei Sätze. In jedem Satz pro Fuß zwanzig Wiederholungen. Halte jeweils drei Sekunden.",
        ),
        (exercise(reps=1, hold_s=1), "Pro Fuß eine Wiederholung. Halte jeweils eine Sekunde."),
        (exercise(sets=2, reps=1), "Zwei Sätze. In jedem Satz pro Fuß eine Wiederholung. Halte jeweils drei Sekunden."),
        (
            exercise(sides=Sides.BOTH, sets=2, reps=1),
            "Zwei Sätze mit je einer Wiederholung. Halte jeweils drei Sekunden.",
        ),
        (exercise(reps=3, hold_s=30, sides=Sides.ALTERNATING), "Pro Fuß dreimal dreißig Sekunden halten, im Wechsel."),
        (exercise(reps=3, hold_s=30), "Pro Fuß dreimal dreißig Sekunden halten."),
        (exercise(reps=1, hold_s=30, sets=2), "Zwei Sätze. In jedem Satz pro Fuß einmal dreißig Sekunden halten."),
        (
            exercise(cycle(), cycle_s=10, sets=2),
            "Zwei Sätze. In jedem Satz pro Fuß zehn Sekunden in jede Richtung, etwa fünf Kreise.",
        ),
        (exercise(travel(), travel("back"), reps=12), "Pro Fuß zwölf Wiederholungen."),
        (exercise(cycle(), hold(), reps=2), "Pro Fuß zwei Wiederholungen. Halte jeweils drei Sekunden."),
    ],
)  # fmt: skip
def test_the_dose_in_words(one: Exercise, said: str) -> None:
    one = german(one)
    assert GERMAN.dose(one, settle(one, ExerciseChoice(), Step(one.id))) == (said,)


@pytest.mark.parametrize(
    ("text", "first", "switch", "forward", "next_"),
    [
        ("{Side}er Fuß", "der linke Fuß", "der rechte Fuß", "den rechten Fuß", "rechter Fuß"),
        ("{Side}e Wade", "die linke Wade", "die rechte Wade", "die rechte Wade", "rechte Wade"),
        ("{Side}es Bein", "das linke Bein", "das rechte Bein", "das rechte Bein", "rechtes Bein"),
    ],
)
def test_the_case_fits_the_gender(text: str, first: str, switch: str, forward: str, next_: str) -> None:
    one = german(exercise(), text)
    both = replace(one, sides=Sides.ALTERNATING)
    assert GERMAN.first_side(one, Side.LEFT, 1) == (f"Zuerst {first}.",)
    assert GERMAN.switch(one, Side.RIGHT, None, 1)[0] == f"Und locker lassen. Wechsel: jetzt {switch}."
    assert GERMAN.switch(both, Side.RIGHT, None, 3) == (
        f"Wechsel: gleich kommt der linke Fuß nach vorn, für {forward}.",
        f"Jetzt {switch}.",
    )
    assert GERMAN.next_set(one, 2, 3, Side.RIGHT)[0] == f"Danach: Satz zwei, {next_}."


def test_an_exercise_in_another_language_keeps_its_own_words_for_the_side() -> None:
    one = exercise()
    assert badge(one, Side.LEFT) == "Left foot"
    assert GERMAN.switch(one, Side.LEFT, None, 1)[0] == "Und locker lassen. Wechsel: jetzt Left foot."


@pytest.mark.parametrize(
    "one", [e for e in LIBRARIES[Language.DE].exercises.values() if e.sides is not Sides.BOTH], ids=lambda e: e.id
)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_shorter_words_of_a_side_name_it_too(one: Exercise, side: Side) -> None:
    stem = {Side.LEFT: "link", Side.RIGHT: "recht"}[side]
    for forms in (
        GERMAN.first_side(one, side, 3),
        GERMAN.switch(one, side, 2, 3),
        GERMAN.next_set(one, 2, 3, side),
    ):
        assert all(stem in form.lower() for form in forms)


@pytest.mark.parametrize(
    ("rep", "reps", "end"),
    [
        (None, 3, "für die linke Wade."),
        (1, 1, "für die linke Wade."),
        (2, 3, "Nummer zwei von drei."),
        (3, 3, "Nummer drei von drei."),
    ],
)
def test_which_stretch_begins_is_told(rep: int | None, reps: int, end: str) -> None:
    one = german(replace(exercise(), sides=Sides.ALTERNATING), "{Side}e Wade")
    assert GERMAN.switch(one, Side.LEFT, rep, reps)[0].endswith(end)


def test_where_one_is_in_a_set() -> None:
    said = {rep: GERMAN.rep(rep, 20, ("Hoch.",))[0] for rep in range(2, 21)}
    assert said[6] == "Noch fünfzehn, und hoch."
    assert (said[11], said[16], said[20]) == ("Noch zehn, und hoch.", "Noch fünf, und hoch.", "Noch einmal, und hoch.")


def test_how_one_thing_follows_another() -> None:
    one = german(exercise())
    assert [GERMAN.name(one, n, 3)[0].split(":")[0] for n in range(3)] == ["Zuerst", "Als Nächstes", "Zum Schluss"]
    assert GERMAN.name(one, 0, 1) == ("Mine.",)
    assert GERMAN.rest(1, 2, 20)[0] == "Pause, zwanzig Sekunden. Satz eins von zwei ist geschafft."
    assert GERMAN.rest(1, 2, 20)[-1] == "Pause, zwanzig Sekunden."
    assert GERMAN.rest(1, 2, 5)[-1] == "Pause."
    assert GERMAN.next_set(german(exercise(sides=Sides.BOTH)), 2, 2, Side.BOTH) == ("Danach: der letzte Satz.",)
    assert GERMAN.first_side(german(exercise(sides=Sides.BOTH)), Side.BOTH, 2)[-1] == "Beide Füße."
    assert GERMAN.need(frozenset({"floor"}), 1) == ()
    assert GERMAN.need(frozenset({"floor"}), 3) == ("Drei Übungen.",)
    assert GERMAN.need(frozenset({"mat", "wall"}), 1) == ("Du brauchst: eine Matte und eine freie Wand.",)
    assert GERMAN.over(one, 5) == ("Das war Mine. Entspann dich fünf Sekunden.", "Das war Mine.")
    assert [GERMAN.done(n)[0] for n in (1, 5)] == [
        "Das ist das Ende der Übung. Gut gemacht. Ruh dich aus, so lange du magst.",
        "Das war die letzte von fünf Übungen. Gut gemacht. Ruh dich aus, so lange du magst.",
    ]


@pytest.mark.parametrize("language", Language)
def test_every_language_has_every_phrase(language: Language) -> None:
    phrases = phrases_in(language)
    assert set(phrases.phases) == set(SegmentKind) - {SegmentKind.TRAVEL, SegmentKind.HOLD, SegmentKind.CYCLE}
    assert set(phrases.where) == set(Posture)
    for posture in Posture:
        assert phrases.stay(posture)
        assert all(phrases.posture(posture, before) for before in (None, *Posture) if before is not posture)
