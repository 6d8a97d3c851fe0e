"""A theme: its colours by role, which of them meet, and the measures that every theme shares."""

import re
from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from footroutine.domain.errors import DataError, Problem, did_you_mean

FORMAT = 1
ROLES = (
    "background",
    "surface",
    "border",  # the quiet line round a card
    "text",
    "muted",
    "accent",
    "accent_soft",
    "accent_hover",
    "on_accent",
    "effort",
    "ready",
    "rest",
    "track",  # what has not come yet: ring, dots, bar
    "outline",  # the edge of what can be set
    "hover",
    "caption",
    "on_caption",
    "chip",
    "on_chip",
    "focus",
)
# Ink on ground, as the pages use them: 4.5:1 (WCAG 2.2, 1.4.3).
TEXT_PAIRS = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "hover"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "hover"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("text", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_caption", "caption"),
    ("on_chip", "chip"),
)
# Large text and shapes that say something: 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
SHAPE_PAIRS = (
    ("effort", "background"),
    ("ready", "background"),
    ("rest", "background"),
    ("effort", "track"),
    ("ready", "track"),
    ("rest", "track"),
    ("accent", "track"),
    ("outline", "background"),
    ("outline", "surface"),
    ("focus", "background"),
    ("focus", "surface"),
    ("focus", "hover"),
)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Space(IntEnum):
    """Distances in pixels."""

    XS = 4
    S = 8
    M = 12
    L = 18
    XL = 24
    XXL = 36


class Radius(IntEnum):
    """Corners in pixels."""

    SMALL = 6
    CONTROL = 12
    CARD = 18


class Size(IntEnum):
    """Type sizes in pixels at 100 %."""

    KEY = 14
    SMALL = 15
    BODY = 16
    LEAD = 18
    SECTION = 20
    REPS = 25
    TITLE = 31
    PHASE = 48


def scaled(size: int, percent: int) -> int:
    """A type size at a text scale of `percent`: what is already large grows by no more than body text does."""
    return size + round(min(size, Size.LEAD) * (percent - 100) / 100)


class Theme:
    """Colours as ``#rrggbb`` by role; `figure` is the table that the figure's palette is made from."""

    def __init__(
        self, name: str, dark: bool, ui: Mapping[str, str], figure: Mapping[str, object] = MappingProxyType({})
    ) -> None:
        self.id, self.dark, self.ui, self.figure = name, dark, ui, figure

    def __getitem__(self, role: str) -> str:
        """The colour of a role."""
        return self.ui[role]


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def theme_from(data: Mapping[str, object], file: str) -> Theme:
    """The theme that a parsed theme file describes.

    Raises:
        DataError: with every problem of the file.
    """
    problems: list[Problem] = []

    def problem(key: str, reason: str, hint: str = "") -> None:
        problems.append(Problem(file, key, reason, hint))

    if data.get("format") != FORMAT:
        problem("format", f"is {data.get('format')!r}", f"This version reads format {FORMAT}")
    name, dark = data.get("id"), data.get("dark")
    if not isinstance(name, str) or not name:
        problem("id", "is missing or not a text")
    if not isinstance(dark, bool):
        problem("dark", "is missing or not true or false")
    problems.extend(
        Problem(file, key, "is unknown", did_you_mean(key, ("format", "id", "dark", "ui", "figure")))
        for key in data
        if key not in ("format", "id", "dark", "ui", "figure")
    )
    ui, figure = data.get("ui"), data.get("figure", {})
    if not isinstance(ui, Mapping):
        problem("ui", "is missing or not a table")
        ui = dict.fromkeys(ROLES, "#000000")
    if not isinstance(figure, Mapping):
        problem("figure", "is not a table")
        figure = {}
    for role in ROLES:
        if role not in ui:
            problem(f"ui.{role}", "is missing")
        elif not isinstance(ui[role], str) or not _COLOUR.fullmatch(ui[role]):
            problem(f"ui.{role}", f"{ui[role]!r} is not a colour", 'Write it as "#1f7a6d"')
    for role in ui:
        if role not in ROLES:
            problem(f"ui.{role}", "is unknown", did_you_mean(str(role), ROLES))
    if problems:
        raise DataError(problems)
    return Theme(str(name), bool(dark), MappingProxyType(dict(ui)), MappingProxyType(dict(figure)))
