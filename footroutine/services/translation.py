"""The texts of a data file in another language: a table under that language's code, beside the file's own texts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from footroutine.domain.exercise import Exercise, Movement, Sides, Sourced, Words
from footroutine.domain.language import Language
from footroutine.services.toml_table import NAME_LENGTH, SAY_LENGTH, TEXT_LENGTH, WORD_LENGTH, Table

MOST_FORMS = 5
MOST_ENTRIES = 12  # movements, set-up lines, tips, stops, props

_BOTH_FEET = {Language.EN: "Both feet", Language.DE: "Beide Füße"}
_ONE_FOOT = {Language.EN: "{Side} foot", Language.DE: "{Side}er Fuß"}


def usual_badge(sides: Sides, language: Language) -> str:
    """The side badge of an exercise whose file writes none."""
    return (_BOTH_FEET if sides is Sides.BOTH else _ONE_FOOT)[language]


def own_language(table: Table) -> Language:
    """The language that a file is written in: English, unless it says so."""
    return table.enum("language", Language, Language.EN)


def translations(table: Table, own: Language) -> dict[Language, Table]:
    """The tables of a file's texts in other languages."""
    found = {each: table.table(each.value, required=False) for each in Language if each is not own}
    return {each: texts for each, texts in found.items() if texts}


def in_language(table: Table, exercise: Exercise, language: Language) -> Exercise:
    """An exercise and its variants in the words that its file has for a language.

    Where one text is missing it stays as it is, whole: two languages in one exercise would be worse than the other.
    Each translation is read in any case, so that what is wrong with it is told; but not that of an exercise that has
    problems of its own, with which it cannot be compared.
    """
    if not table.is_sound:
        for each in Language:
            _ = each.value in table  # known, and not looked into
        return exercise
    for each, texts in translations(table, exercise.language).items():
        reader = _Reader(texts, exercise, each)
        done = replace(reader.exercise(), name=reader.name(exercise.name))
        tables = texts.table("variants", required=False) if exercise.variants else None
        readers = [
            _Reader(own, variant, each, (exercise, done))
            for key, variant in exercise.variants.items()
            if tables and key in tables and (own := tables.table(key))
        ]
        variants = {
            r.own.variant: replace(r.exercise(), name=done.name, variant_name=r.name(r.own.variant_name))
            for r in readers
        }
        is_whole = all(r.is_whole for r in (reader, *readers)) and len(variants) == len(exercise.variants)
        if each is language and is_whole:
            exercise = replace(done, variants=variants)
    return exercise


def texts_in_language(table: Table, language: Language, longest: Mapping[str, int]) -> dict[str, str]:
    """The texts of some keys, of at most so many characters, in a language if the file has them all in it."""
    found = {key: table.text(key, longest=most) for key, most in longest.items()}
    for each, texts in translations(table, own_language(table)).items():
        told = {key: texts.text(key, longest=most) for key, most in longest.items() if key in texts}
        if each is language and len(told) == len(found):
            found = told
    return found


def read_setup(table: Table, key: str = "setup") -> tuple[Words, ...]:
    """The lines of a set-up, each in its forms."""
    lists = table.text_lists(key, MOST_ENTRIES, MOST_FORMS, longest=SAY_LENGTH, slots=True)
    return tuple(Words(forms) for forms in lists)


def read_said(table: Table) -> tuple[str, Words]:
    """A movement's phase and what is said in it."""
    phase = table.text("phase", longest=WORD_LENGTH)
    return phase, Words(table.texts("say", MOST_FORMS, longest=SAY_LENGTH, slots=True))


class _Reader:
    """Reads the translation of an exercise, or of a variant: that needs only what differs from its `base`.

    `base` is the exercise in its own words and in the translated ones. `is_whole` is False once a text was missing.
    """

    def __init__(
        self, table: Table, own: Exercise, language: Language, base: tuple[Exercise, Exercise] | None = None
    ) -> None:
        self.own = own
        self.is_whole = True
        self._table, self._language, self._base = table, language, base
        self._said = table.table("movements", required=False)

    def exercise(self) -> Exercise:
        """Everything but the names."""
        usual = self.own.badge == usual_badge(self.own.sides, self.own.language) and "badge" not in self._table
        badge = usual_badge(self.own.sides, self._language) if usual else self._part("badge", self._badge)
        return replace(
            self.own,
            language=self._language,
            badge=badge,
            summary=self._part("summary", self._table.text),
            feel=self._part("feel", self._table.text),
            setup=self._part("setup", lambda _: read_setup(self._table)),
            tips=self._part("tips", self._sourced),
            stops=self._part("stops", self._sourced),
            enter=tuple(map(self._movement, self.own.enter)),
            movements=tuple(map(self._movement, self.own.movements)),
            leave=tuple(map(self._movement, self.own.leave)),
        )

    def name(self, own: str) -> str:
        """The name; `own` where it is missing."""
        self.is_whole &= "name" in self._table
        return self._table.text("name", own, longest=NAME_LENGTH)

    def _part(self, key: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 - whatever that part is
        value = getattr(self.own, key)
        if key in self._table:
            return read(key)
        if self._base and value == getattr(self._base[0], key):
            return getattr(self._base[1], key)
        self.is_whole &= not value
        return value

    def _badge(self, key: str) -> str:
        return self._table.text(key, longest=NAME_LENGTH, slots=True)

    def _sourced(self, key: str) -> tuple[Sourced, ...]:
        own: tuple[Sourced, ...] = getattr(self.own, key)
        texts = self._table.texts(key, MOST_ENTRIES, longest=TEXT_LENGTH, slots=False)
        if len(texts) != len(own):
            self._table.problem(key, f"has {len(texts)} texts, the exercise has {len(own)}", "Translate each of them")
        return tuple(replace(each, text=text) for each, text in zip(own, texts, strict=False))

    def _movement(self, own: Movement) -> Movement:
        if self._said and own.id in self._said and (table := self._said.table(own.id)):
            phase, say = read_said(table)
            return replace(own, phase=phase, say=say)
        if self._base and own in self._base[0].all_movements():
            return self._base[1].movement(own.id)
        self.is_whole = False
        return own
