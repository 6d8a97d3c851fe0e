"""The themes: every pair that is used can be read, and a broken file says everything that is wrong."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footroutine.domain.errors import DataError
from footroutine.ui.style import style_sheet
from footroutine.ui.theme import ROLES, SHAPE_PAIRS, TEXT_PAIRS, Size, Theme, contrast, scaled, theme_from

GOOD: Mapping[str, object] = {"format": 1, "id": "x", "dark": False, "ui": dict.fromkeys(ROLES, "#102030")}
COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(themes: dict[str, Theme], name: str, ink: str, ground: str) -> None:
    assert contrast(themes[name][ink], themes[name][ground]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_large_text_and_shapes_can_be_seen(themes: dict[str, Theme], name: str, shape: str, ground: str) -> None:
    assert contrast(themes[name][shape], themes[name][ground]) >= 3.0


def test_a_theme_knows_whether_it_is_dark(themes: dict[str, Theme]) -> None:
    assert {name: theme.dark for name, theme in themes.items()} == {"light": False, "dark": True}


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_is_that_of_wcag(a: str, b: str, ratio: float) -> None:
    assert contrast(a, b) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_within_its_bounds(a: str, b: str) -> None:
    assert contrast(a, b) == contrast(b, a)
    assert 1.0 <= contrast(a, b) <= 21.0 + 1e-9


@pytest.mark.parametrize(
    ("change", "key", "said"),
    [
        ({"format": 2}, "format", "This version reads format 1"),
        ({"id": ""}, "id", "missing"),
        ({"dark": "yes"}, "dark", "true or false"),
        ({"ui": 3}, "ui", "not a table"),
        ({"figure": 3}, "figure", "not a table"),
        ({"colour": 3}, "colour", "unknown"),
        ({"ui": {**dict.fromkeys(ROLES, "#102030"), "text": "black"}}, "ui.text", "not a colour"),
        ({"ui": {**dict.fromkeys(ROLES, "#102030"), "accnt": "#000000"}}, "ui.accnt", "Did you mean 'accent'?"),
        ({"ui": dict.fromkeys(ROLES[1:], "#102030")}, f"ui.{ROLES[0]}", "missing"),
    ],
)
def test_a_broken_theme_says_what_is_wrong_and_where(change: dict[str, object], key: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        theme_from({**GOOD, **change}, "x.toml")
    (problem,) = caught.value.problems
    assert (problem.file, problem.key) == ("x.toml", key)
    assert said in str(problem)


def test_every_problem_is_said_at_once() -> None:
    with pytest.raises(DataError) as caught:
        theme_from({"format": 9, "ui": {"text": "black"}}, "x.toml")
    assert len(caught.value.problems) == 3 + len(ROLES)


@given(st.sampled_from(list(Size)), st.integers(100, 200), st.integers(100, 200))
def test_type_grows_with_the_scale_and_never_more_than_it(size: Size, one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert size <= scaled(size, less) <= scaled(size, more) <= size * more / 100 + 1


def test_body_type_doubles_at_200_percent() -> None:
    assert scaled(Size.BODY, 200) == 2 * Size.BODY


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_has_no_colour_of_its_own(themes: dict[str, Theme], name: str) -> None:
    used = set(re.findall(r"#[0-9a-fA-F]{6}\b", style_sheet(themes[name])))
    assert used <= set(themes[name].ui.values())
