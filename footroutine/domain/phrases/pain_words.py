"""What the sources say of pain, in each language: each as it says it, word for word beside its source."""

from collections.abc import Mapping
from types import MappingProxyType

from footroutine.domain.language import Language
from footroutine.domain.pain import AAOS_RULE, NHS_ABOVE_5, NHS_BANDS, NHS_MORNING, NHS_REVIEW, SEE_SOMEONE

_GERMAN = MappingProxyType(
    {
        "minimal": "gering",
        "acceptable": "annehmbar",
        "excessive": "zu viel",
        NHS_ABOVE_5.text: "Über 5: mach weniger Bewegungen, mach sie langsamer, und ruh dazwischen länger.",
        NHS_MORNING.text: "Am Morgen danach soll es nicht schlimmer sein.",
        NHS_REVIEW.text: "Schwäche, oder ein verändertes Gefühl im Fuß: Lass es ärztlich ansehen.",
        SEE_SOMEONE[0].text: "Geh zum Arzt, wenn es mit einem Sturz begann oder du den Fuß nicht belasten kannst.",
        SEE_SOMEONE[1].text: "Geh zum Arzt, wenn der Fuß heiß, rot oder geschwollen ist, wenn er brennt oder taub ist.",
        SEE_SOMEONE[2].text: "Mit Diabetes: Geh mit jedem Schmerz im Fuß zum Arzt.",
        SEE_SOMEONE[3].text: "Beschwerden nach dem Üben sollen nicht länger als 24 Stunden dauern.",
        SEE_SOMEONE[4].text: "Frag deine Physiotherapie bei Schwellung, Bluterguss oder schwer erträglichem Schmerz.",
        AAOS_RULE.text: "Während einer Übung sollst du keine Schmerzen spüren.",
    }
)
_WORDS: Mapping[Language, Mapping[str, str]] = {Language.EN: {}, Language.DE: _GERMAN}


def pain_words(text: str, language: Language) -> str:
    """A word of a band, or the text of a rule, in a language; one that it does not have stays as it is."""
    return _WORDS[language].get(text, text)


def bands_line(language: Language) -> str:
    """The whole scale of the NHS in one line: ``0–3 minimal · 4–5 acceptable · 6–10 excessive``."""
    return " · ".join(f"{band.least}–{band.most} {pain_words(band.word, language)}" for band in NHS_BANDS)
