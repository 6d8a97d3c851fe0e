"""What an arrow says: which way, and whose foot."""

import pytest
from figure_cases import exercises, named

from footroutine.domain.exercise import Side
from footroutine.figure import motion, scene
from footroutine.figure.drawing import Box
from footroutine.figure.scene import draw


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("name", ["ankle-circles", "ankle-circles/seated"])
@pytest.mark.parametrize("movement", ["clockwise", "counter-clockwise"])
def test_the_inset_shows_the_circle_going_the_way_it_is_told(name: str, movement: str, side: Side) -> None:
    shot = motion.shot_of(named(name, movement, side))
    eye = scene._inset_camera(shot, Box(0.0, 0.0, 200.0, 200.0))
    tips = [eye.point(tip) for tip in shot.stage.circle(shot.pose_to)]
    on_screen = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(tips, tips[1:] + tips[:1], strict=True))
    if side is Side.LEFT:  # its picture is the mirror image
        on_screen = -on_screen
    cycle = exercises()[name].movement(movement).cycle
    assert cycle is not None
    assert (on_screen * shot.direction > 0.0) == cycle.clockwise  # y goes down on a screen


@pytest.mark.parametrize("movement", ["step", "back"])
def test_the_arrow_of_the_stepping_foot_goes_behind_the_standing_leg(movement: str) -> None:
    shapes = draw(named("wall-stretch", movement, Side.LEFT), 400.0, 400.0).shapes
    arrows = [n for n, shape in enumerate(shapes) if "arrow" in (shape.fill, shape.stroke)]
    skins = [n for n, shape in enumerate(shapes) if shape.fill == "skin"]
    assert arrows
    assert max(arrows) < max(skins)


def test_the_arrow_of_the_worked_foot_lies_on_top() -> None:
    shapes = draw(named("ankle-circles", "lift", Side.RIGHT), 400.0, 400.0).shapes
    assert "arrow" in (shapes[-1].fill, shapes[-1].stroke)
