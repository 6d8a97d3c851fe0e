"""Everything there is to choose from: exercises, routines, and who says what."""

from collections.abc import Mapping
from dataclasses import dataclass

from footroutine.domain.errors import Problem
from footroutine.domain.exercise import Exercise
from footroutine.domain.language import Language
from footroutine.domain.routine import Routine


@dataclass(frozen=True)
class Source:
    """Who says something: a dose, a tip, a stop-sign."""

    id: str
    title: str
    address: str = ""


@dataclass(frozen=True)
class Library:
    """What was found in the data files, by id; `problems` is what could not be used, and why.

    Routines are in their own `order`; exercises as the routines bring them, those in none of them last.
    Every reference inside (exercise, variant, source) resolves. `language` is that of the texts, where a file has it.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    sources: Mapping[str, Source]
    problems: tuple[Problem, ...] = ()
    language: Language = Language.EN
