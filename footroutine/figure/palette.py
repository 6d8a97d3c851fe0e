"""The colours of the figure: a theme's roles joined with those of a skin tone."""

from collections.abc import Mapping
from typing import Any

SKINS = ("light", "tan", "brown", "dark")


def palette(figure_table: Mapping[str, Any], skin: str) -> dict[str, str]:
    """Role -> ``#rrggbb`` from a theme's ``[figure]`` table and one of its ``[figure.skins.*]``.

    Raises:
        KeyError: the table has no such skin.
    """
    roles = {role: colour for role, colour in figure_table.items() if isinstance(colour, str)}
    return roles | dict(figure_table["skins"][skin])
