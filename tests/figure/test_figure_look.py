"""What readers of the pictures once took for something else stays mended."""

from dataclasses import replace
from math import hypot

import pyclipper
import pytest
from figure_cases import at, exercises, movements, sides

from footroutine.domain.exercise import Exercise, Moment, Movement, Side, View
from footroutine.figure import flesh, framing, motion, outline, person, scene, stance
from footroutine.figure.camera import Camera, Look, aimed
from footroutine.figure.drawing import Drawing, Shape
from footroutine.figure.motion import Shot
from footroutine.figure.paint import Brush
from footroutine.figure.skeleton import Body

# Of the picture in a window of 900 x 600, 1180 x 760 and 1920 x 1080, each in the far view too, in an upright window,
# and of a reader's small picture.
SIZES = [(462, 319), (417, 538), (617, 479), (557, 698), (1027, 799), (927, 1018), (351, 619), (654, 400), (320, 290)]
TOGETHER = 0.01  # of the sheet's shorter side


def every_moment(name: str, movement: Movement) -> list[Moment]:
    """The movement from begin to end, or one round of it."""
    exercise, side = exercises()[name], sides(exercises()[name])[-1]
    if movement.cycle is None:
        return [at(exercise, movement, side, i / 6) for i in range(7)]
    return [at(exercise, movement, side, 0.5, 10.0 + movement.cycle.round_s * i / 8) for i in range(8)]


def seen(moment: Moment, width: float, height: float) -> tuple[Shot, Drawing, Camera, Body]:
    shot = motion.shot_of(moment)
    body = stance.body(motion.stance_at(shot))
    return shot, scene.draw_shot(shot, width, height), framing.camera_of(shot, width, height), body


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "movement"), movements())
def test_the_inset_hides_nothing_of_a_leg_and_no_arrow(name: str, movement: str, size: tuple[int, int]) -> None:
    for moment in every_moment(name, exercises()[name].movement(movement)):
        shot, drawing, camera, body = seen(moment, *size)
        panels = [i for i, shape in enumerate(drawing.shapes) if shape.fill == "panel"]
        for i in panels:
            left, top, right, bottom = drawing.shapes[i].box()
            arrows = [s for s in drawing.shapes[:i] if "arrow" in (s.fill, s.stroke)]
            dots = [(x, y, s.width / 2) for s in arrows for line in s.lines() for x, y in line]
            alone = shot.view.framing == "foot" and not shot.stage.both
            for bones in body.legs[: 1 if alone else 2]:
                leg = flesh.leg(bones)
                dots += [camera.circle(ball) for ball in (*leg.thigh, *leg.shin, *leg.foot.every_ball())]
            for x, y, r in dots:
                away = hypot(max(left - x, x - right, 0.0), max(top - y, y - bottom, 0.0)) - r
                assert y + r < 0.0 or away > TOGETHER * min(size) * (r > 0.0)
        assert bool(panels) == framing.has_inset(shot, *size)


def holds(shape: Shape, point: tuple[float, float]) -> bool:
    (at_point,) = outline.scaled([point])
    return any(pyclipper.PointInPolygon(at_point, outline.scaled(line)) for line in shape.lines())


@pytest.mark.parametrize("weight", [0.5, 1.0])
@pytest.mark.parametrize(
    ("name", "movement"), [(n, m) for n, m in movements() if exercises()[n].view.framing == "body"]
)
def test_the_far_leg_is_the_darker_one_in_previews_too(name: str, movement: str, weight: float) -> None:
    for moment in every_moment(name, exercises()[name].movement(movement))[::3]:
        _, drawing, camera, body = seen(replace(moment, weight=weight), 320.0, 290.0)
        legs = sorted(body.legs, key=lambda leg: camera.depth(leg.thigh.at))
        for bones, role in zip(legs, ("skin_far", "skin"), strict=True):
            heel = camera.point(bones.foot.point(*stance.HEEL))
            covering = [shape for shape in drawing.shapes if holds(shape, heel)]
            assert role in [shape.fill for shape in covering]


def test_of_two_feet_the_colour_tells_the_one_that_works_in_a_preview_too() -> None:
    exercise = exercises()["side-to-side"]
    moment = replace(at(exercise, exercise.movement("in"), Side.RIGHT, 0.6), weight=0.5)
    _, drawing, camera, body = seen(moment, 320.0, 290.0)
    for bones, role in zip(body.legs, ("skin", "skin_far"), strict=True):
        instep = camera.point(bones.foot.point(3.3, 0.0, 0.0))
        assert role in [shape.fill for shape in drawing.shapes if holds(shape, instep)]


def close_up(yaw: float, pitch: float) -> tuple[Drawing, Camera, Body]:
    exercise: Exercise = exercises()["toe-press"]
    view = View(yaw=yaw, pitch=pitch, framing="foot", props=("floor",))
    moment = Moment(replace(exercise, view=view), Side.BOTH, "stand", "stand", 0.0)
    _, drawing, camera, body = seen(moment, 800.0, 800.0)
    return drawing, camera, body


@pytest.mark.parametrize("yaw", [50.0, 70.0, 90.0, 110.0, 130.0])
def test_every_toe_has_its_line_on_both_sides(yaw: float) -> None:
    drawing, camera, body = close_up(yaw, 25.0)
    lines = [shape.box() for shape in drawing.shapes if shape.stroke == "ink" and not shape.closed]
    assert len(lines) == 10
    for bones in body.legs:
        for toe in flesh.leg(bones).foot.toes:
            x, y, r = camera.circle(toe.tip)
            around = [box for box in lines if box.left < x - 0.8 * r and x + 0.8 * r < box.right]
            assert [box for box in around if box.top < y < box.bottom]


@pytest.mark.parametrize(("yaw", "near_first"), [(50.0, False), (130.0, True)])
def test_the_nearer_toe_lies_over_the_one_beside_it(yaw: float, near_first: bool) -> None:
    """The foot whose outer side is seen has its little toe in front, the other one its big toe: none in between."""
    drawing, camera, body = close_up(yaw, 35.0)
    nails = [shape.box() for shape in drawing.shapes if shape.fill == "nail"]
    for bones, little_last in zip(body.legs, (not near_first, near_first), strict=True):
        tips = [camera.point(toe.tip[:3]) for toe in flesh.leg(bones).foot.toes]
        whose = [min(range(5), key=lambda i: hypot(box.left - tips[i][0], box.top - tips[i][1])) for box in nails]
        assert whose
        ours = [
            i for box, i in zip(nails, whose, strict=True) if hypot(box.left - tips[i][0], box.top - tips[i][1]) < 20
        ]
        assert ours == sorted(ours, reverse=not little_last)


@pytest.mark.parametrize(("yaw", "marks"), [(0.0, 1), (50.0, 1), (90.0, 0), (130.0, 1), (180.0, 1), (-90.0, 0)])
def test_an_ankle_bone_is_marked_on_the_side_and_not_on_the_front(yaw: float, marks: int) -> None:
    """Two marks on the front looked like a knee."""
    shin = stance.body(
        motion.stage_of(Moment(exercises()["toe-press"], Side.BOTH, "stand", "stand", 0.0)).poses["stand"]
    )
    brush = Brush(aimed(Look(yaw, 20.0), 10.0, 0.0, 0.0), 2.0)
    person._ankle_bone(brush, shin.legs[0].shin, 1.0, quiet=False)
    assert [shape.fill for shape in brush.shapes] == ["skin_shade"] * marks


@pytest.mark.parametrize(("name", "movement"), movements())
def test_no_highlight_is_a_speck(name: str, movement: str) -> None:
    for moment in every_moment(name, exercises()[name].movement(movement)):
        _, drawing, camera, _ = seen(moment, 1200, 800)
        smallest = [
            outline.area(outline.scaled(line))
            for shape in drawing.shapes
            if shape.fill == "skin_light"
            for line in shape.lines()
        ]
        assert smallest == [] or min(smallest) > 0.05 * camera.scale**2
