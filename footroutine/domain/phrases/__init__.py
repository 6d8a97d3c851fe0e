"""The words that cues are made of: one table for each language, each phrase in its forms, longest first.

Everything that is spoken or captioned and is not an exercise's own text is here. Numbers are spelled out, so that
every engine says them alike.
"""

from footroutine.domain.language import Language
from footroutine.domain.phrases.de import German
from footroutine.domain.phrases.en import English
from footroutine.domain.phrases.shape import Forms, Phrases, badge, fill, limb

__all__ = ["Forms", "Phrases", "badge", "fill", "limb", "phrases_in"]

_TABLES: dict[Language, Phrases] = {Language.EN: English(), Language.DE: German()}


def phrases_in(language: Language) -> Phrases:
    """The table of a language."""
    return _TABLES[language]
