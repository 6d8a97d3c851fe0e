"""What an arrow says: which way, and whose foot."""

from dataclasses import replace
from math import hypot

import pyclipper
import pytest
from figure_cases import at, exercises, named

from footroutine.domain.exercise import Side
from footroutine.figure import flesh, framing, motion, outline, scene, stance
from footroutine.figure.drawing import Box, Drawing, Shape, unmirrored
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


def arrows(drawing: Drawing) -> list[Shape]:
    return [shape for shape in drawing.shapes if "arrow" in (shape.fill, shape.stroke)]


@pytest.mark.parametrize("progress", [0.0, 0.25, 0.5, 0.75, 1.0])
@pytest.mark.parametrize("movement", ["step", "back"])
def test_the_arrow_of_a_step_lies_on_the_floor_beside_both_feet(movement: str, progress: float) -> None:
    drawing = draw(named("wall-stretch", movement, Side.RIGHT, progress), 400.0, 400.0)
    skins = [outline.scaled(line) for shape in drawing.shapes if shape.fill == "skin" for line in shape.lines()]
    (shaft,) = [shape.lines()[0] for shape in arrows(drawing) if shape.stroke == "arrow"]
    assert not any(pyclipper.PointInPolygon(at, skin) for at in outline.scaled(shaft) for skin in skins)


@pytest.mark.parametrize(("movement", "stands"), [("step", 0), ("back", -1)])
def test_the_arrow_of_a_step_is_not_below_the_foot_that_stands(movement: str, stands: int) -> None:
    shot = motion.shot_of(named("wall-stretch", movement, Side.RIGHT))
    (shaft,) = [s.lines()[0] for s in arrows(scene.draw_shot(shot, 400.0, 400.0)) if s.stroke == "arrow"]
    eye, body = framing.camera_of(shot, 400.0, 400.0), stance.body(motion.stance_at(shot))
    standing, _ = eye.point(body.legs[0].foot.at)
    assert abs(shaft[stands][0] - standing) > 12.0 * eye.scale
    assert (shaft[-1][0] > shaft[0][0]) == (movement == "back")  # the wall is on the left


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_lock_of_a_stretch_is_beside_the_calf_that_is_stretched(side: Side) -> None:
    drawing = unmirrored(draw(named("wall-stretch", "hold", side), 400.0, 400.0))
    (disc,) = [shape.box() for shape in drawing.shapes if shape.fill == "arrow"]
    glows = [shape.box() for shape in drawing.shapes if shape.fill == "glow"]
    assert glows
    for glow in glows:
        assert not disc.touches(glow)
        assert glow.top < (disc.top + disc.bottom) / 2 < glow.bottom
        assert abs(disc.left + disc.right - glow.left - glow.right) / 2 < 2.0 * disc.width
    assert disc.within(Box(0.0, 0.0, 400.0, 400.0))


@pytest.mark.parametrize("yaw", [-90.0, 0.0, 90.0, 180.0])
def test_a_stretch_has_its_lock_from_wherever_it_is_seen(yaw: float) -> None:
    exercise = exercises()["wall-stretch"]
    view = replace(exercise.view, yaw=yaw, pitch=0.0)
    seen = replace(exercise, view=view, movements=tuple(replace(m, view=view) for m in exercise.movements))
    drawing = draw(at(seen, seen.movement("hold"), Side.RIGHT, 0.5), 400.0, 400.0)
    discs = [shape for shape in arrows(drawing) if shape.fill == "arrow"]
    assert len(discs) == 1
    assert discs[0].box().within(Box(0.0, 0.0, 400.0, 400.0))


@pytest.mark.parametrize("movement", ["grip", "release"])
def test_each_foot_that_grips_has_its_own_arrow(movement: str) -> None:
    shot = motion.shot_of(named("toe-press", movement, Side.BOTH))
    heads = [shape.box() for shape in arrows(scene.draw_shot(shot, 400.0, 400.0)) if shape.fill == "arrow"]
    eye = framing.camera_of(shot, 400.0, 400.0)
    toes = [eye.point(leg.foot.point(*motion.TOE_TIP)) for leg in stance.body(shot.stage.poses["stand"]).legs]
    assert len(heads) == 2
    for box, (x, y) in zip(heads, toes, strict=True):
        assert hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y) < 12.0 * eye.scale


@pytest.mark.parametrize("name", ["ankle-circles", "ankle-circles/seated"])
def test_a_circle_has_one_arrow_and_that_is_in_the_inset(name: str) -> None:
    moment = named(name, "clockwise", Side.LEFT)
    large, small = draw(moment, 400.0, 400.0), draw(moment, 150.0, 150.0)
    (panel,) = [shape.box() for shape in large.shapes if shape.fill == "panel"]
    heads = [shape.box() for shape in arrows(large) if shape.fill == "arrow"]
    assert heads
    assert all(panel.left < box.left and box.bottom < panel.bottom and box.right < panel.right for box in heads)
    assert [shape for shape in arrows(small) if shape.fill == "arrow"]


@pytest.mark.parametrize("name", ["ankle-circles", "ankle-circles/seated"])
@pytest.mark.parametrize("progress", [0.1, 0.35, 0.6, 0.85])
def test_no_toe_comes_out_of_the_ring_in_the_inset(name: str, progress: float) -> None:
    shot = motion.shot_of(named(name, "clockwise", Side.RIGHT, progress))
    eye = scene._inset_camera(shot, Box(0.0, 0.0, 200.0, 200.0))
    x, y, r = eye.circle(framing.ring(shot.stage, shot.pose_to, eye.look))
    for toe in flesh.leg(stance.body(motion.stance_at(shot)).legs[0]).foot.toes:
        tx, ty, _ = eye.circle(toe.tip)
        assert hypot(tx - x, ty - y) < r


def test_the_arrow_of_the_worked_foot_lies_on_top() -> None:
    shapes = draw(named("ankle-circles", "lift", Side.RIGHT), 400.0, 400.0).shapes
    assert "arrow" in (shapes[-1].fill, shapes[-1].stroke)
