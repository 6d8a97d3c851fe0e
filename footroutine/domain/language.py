"""The languages that everything spoken and shown of an exercise is written in."""

from enum import StrEnum


class Language(StrEnum):
    """A language; its value is its ISO 639-1 code."""

    EN = "en"
    DE = "de"
