"""The ghost: where a limb came from."""

from itertools import pairwise
from math import dist

import pytest
from figure_cases import exercises, movements, named, sides

from footroutine.domain.exercise import MovementKind, Side
from footroutine.figure import ghost, outline
from footroutine.figure.drawing import ring
from footroutine.figure.scene import draw

SQUARE = ring(((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)))


def shown(name: str, movement: str, progress: float = 0.6) -> bool:
    side = sides(exercises()[name])[-1]
    return "ghost" in draw(named(name, movement, side, progress), 320.0, 320.0).roles()


@pytest.mark.parametrize(
    ("name", "movement"),
    [
        ("wall-stretch", "back"),
        ("ankle-circles", "lower"),
        ("ankle-circles/seated", "lower"),
        ("active-flexion", "up"),
        ("active-flexion", "hold-up"),
        ("active-flexion", "hold-point"),
        ("active-flexion/iced", "hold-point"),
        ("side-to-side", "hold-out"),
        ("side-to-side", "hold-in"),
    ],
)
def test_a_limb_away_from_where_it_was_shows_from_where(name: str, movement: str) -> None:
    assert shown(name, movement)


@pytest.mark.parametrize(
    ("name", "movement"), [("wall-stretch", "step"), ("ankle-circles", "lift"), ("ankle-circles/seated", "lift")]
)
def test_what_would_be_lost_among_the_lines_of_the_other_leg_is_not_shown(name: str, movement: str) -> None:
    assert not shown(name, movement)


@pytest.mark.parametrize(("name", "movement"), movements())
def test_circles_whole_bodies_that_hold_and_toes_that_grip_have_no_ghost(name: str, movement: str) -> None:
    exercise = exercises()[name]
    part = exercise.movement(movement)
    still = part.kind is MovementKind.HOLD and not exercise.view.is_close
    grips = name.startswith("toe-press") and movement != "release"
    if still or grips or part.kind is MovementKind.CYCLE or movement == "lean":
        assert not shown(name, movement)


@pytest.mark.parametrize(
    ("name", "movement"),
    [("active-flexion", "up"), ("active-flexion", "point"), ("active-flexion/iced", "point"), ("side-to-side", "in")],
)
def test_a_limb_leaves_its_ghost_behind_and_does_not_go_towards_it(name: str, movement: str) -> None:
    seen = []
    for progress in (0.0, 0.3, 0.6, 1.0):
        shapes = draw(named(name, movement, Side.RIGHT, progress), 320.0, 320.0).shapes
        (ghosts,) = ([outline.scaled(line) for line in s.lines()] for s in shapes if s.fill == "ghost")
        limbs = [outline.scaled(line) for s in shapes if s.fill in {"ink", "skin"} for line in s.lines()]
        seen.append(sum(outline.area(path) for path in outline.minus(ghosts, limbs)))
    assert seen == sorted(seen)
    assert seen[0] < seen[-1] / 8


@pytest.mark.parametrize("name", ["toe-press", "toe-press/seated"])
def test_toes_that_let_go_show_where_they_gripped(name: str) -> None:
    gripping, free = (draw(named(name, movement, Side.BOTH, 1.0), 320.0, 320.0) for movement in ("grip", "release"))
    spots = [shape.box() for shape in gripping.shapes if shape.fill == "pressure_wide"]
    dashes = [shape.box() for shape in free.shapes if shape.stroke == "ghost"]
    assert len(spots) == len(dashes) == 2
    assert dashes == [pytest.approx(spot, abs=3.0) for spot in spots]
    assert not any(shape.fill == "pressure_wide" for shape in free.shapes)


@pytest.mark.parametrize(("dash", "space"), [(3.0, 2.0), (7.0, 1.0), (25.0, 4.0), (100.0, 1.0)])
def test_dashes_go_all_round_with_spaces_between(dash: float, space: float) -> None:
    pieces = list(ghost.dashed(SQUARE, dash, space))
    lengths = [sum(dist(a, b) for a, b in pairwise(piece)) for piece in pieces]
    assert lengths[:-1] == pytest.approx([dash] * (len(lengths) - 1))
    assert 0.0 < lengths[-1] <= dash
    whole, rest = divmod(40.0, dash + space)
    assert sum(lengths) == pytest.approx(whole * dash + min(rest, dash))
