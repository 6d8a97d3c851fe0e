"""What the window looked like when it was last seen: all that the first picture of the next start needs."""

from collections.abc import Mapping
from typing import NamedTuple


class Sight(NamedTuple):
    """The head of Today, and what it is dressed in; the names are those of the settings.

    `themes` has the colours by role of each theme that may be wanted.
    """

    title: str
    subtitle: str
    language: str
    theme: str
    text_percent: int
    window_width: int
    window_height: int
    window_placed: bool
    window_x: int
    window_y: int
    window_maximized: bool
    themes: Mapping[str, Mapping[str, str]]
