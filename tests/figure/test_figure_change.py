"""What a preview looks like, and what differs between two pictures."""

from dataclasses import replace

import pytest
from figure_cases import at, exercises, named, sides

from footroutine.domain.exercise import Moment, Side
from footroutine.figure import motion
from footroutine.figure.drawing import Box, Drawing, Shape, changed, ring, unmirrored
from footroutine.figure.scene import draw, draw_shot

WIDTH, HEIGHT = 320.0, 290.0


def preview_of(weight: float, *, reduce_motion: bool = False) -> Drawing:
    moment = replace(named("active-flexion", "up", Side.RIGHT), weight=weight)
    return draw(moment, WIDTH, HEIGHT, reduce_motion=reduce_motion)


def test_a_preview_is_quieter() -> None:
    full, quiet = preview_of(1.0), preview_of(0.5)
    for role, of in (("arrow", "fill"), ("arrow", "stroke")):
        opacities = [[s.opacity for s in drawing.shapes if getattr(s, of) == role] for drawing in (full, quiet)]
        assert opacities[1] == [0.5 * each for each in opacities[0]]
    assert [s for s in full.shapes if s.fill == "skin"]
    assert not [s for s in quiet.shapes if s.fill == "skin" and s.lines()[0][0][0] < WIDTH / 2]  # but the inset's


def test_a_preview_is_not_shown_where_motion_is_reduced() -> None:
    exercise = exercises()["active-flexion"]
    still = replace(Moment(exercise, Side.RIGHT, exercise.start_pose, exercise.start_pose, 1.0), weight=0.5)
    assert preview_of(0.5, reduce_motion=True) == draw(still, WIDTH, HEIGHT)
    back = Moment(exercise, Side.RIGHT, "pointed", exercise.start_pose, 0.1)
    assert draw(back, WIDTH, HEIGHT, reduce_motion=True) == draw(replace(back, progress=1.0), WIDTH, HEIGHT)


def boxed(x: float, width: float = 5.0) -> Shape:
    return Shape((ring(((x, 10.0), (x + width, 10.0), (x + width, 20.0))),), "a", None, 0.0)


def test_what_changed_is_boxed_and_what_stayed_is_not() -> None:
    left, right = boxed(0), boxed(80)
    before = Drawing(100.0, 50.0, (left, boxed(40), right))
    after = Drawing(100.0, 50.0, (left, boxed(42), right, boxed(60)))
    assert changed(before, before) == ()
    assert changed(before, after) == (Box(39.0, 9.0, 48.0, 21.0), Box(59.0, 9.0, 66.0, 21.0))
    bridged = Drawing(100.0, 50.0, (*after.shapes, boxed(45, 17)))
    assert changed(before, bridged) == (Box(39.0, 9.0, 66.0, 21.0),)


def test_a_shape_that_is_moved_keeps_its_points_and_is_elsewhere() -> None:
    shape = boxed(0)
    moved = shape.moved(3.5, -2.0).moved(0.5, 1.0)
    assert moved.rings is shape.rings
    assert moved.lines() == [[(4.0, 9.0), (9.0, 9.0), (9.0, 19.0)]]
    assert moved.box() == Box(3.0, 8.0, 10.0, 20.0)
    mirror = unmirrored(Drawing(20.0, 30.0, (moved,), mirrored=True))
    assert mirror.shapes[0].lines() == [[(16.0, 9.0), (11.0, 9.0), (11.0, 19.0)]]


def test_another_order_changes_everything() -> None:
    a, b = boxed(0), boxed(40)
    assert changed(Drawing(100.0, 50.0, (a, b)), Drawing(100.0, 50.0, (b, a))) == (Box(0.0, 0.0, 100.0, 50.0),)


@pytest.mark.parametrize("name", sorted(exercises()))
def test_the_arrow_and_the_inset_do_not_tell_the_same_thing_to_both_feet(name: str) -> None:
    exercise = exercises()[name]
    for movement in exercise.all_movements():
        if movement.cycle is None or Side.LEFT not in sides(exercise):
            continue
        left, right = (motion.shot_of(at(exercise, movement, side, 0.5)) for side in (Side.LEFT, Side.RIGHT))
        assert left.direction == -right.direction


def test_a_left_side_has_a_twin_on_the_right_and_a_right_one_none() -> None:
    left, right = (motion.shot_of(named("wall-stretch", "lean", side, 0.3)) for side in (Side.LEFT, Side.RIGHT))
    assert motion.twin(left) == right
    assert motion.twin(right) is right
    waiting = replace(named("wall-stretch", "lean", Side.LEFT), movement=None)
    assert motion.twin(motion.shot_of(waiting)).side is Side.RIGHT


def test_a_circle_s_twin_goes_the_other_way_round() -> None:
    left = motion.shot_of(named("ankle-circles", "clockwise", Side.LEFT, 0.45))
    twin = motion.twin(left)
    assert twin == motion.shot_of(named("ankle-circles", "counter-clockwise", Side.RIGHT, 0.45))
    assert draw_shot(twin, WIDTH, HEIGHT).shapes == draw_shot(left, WIDTH, HEIGHT).shapes
    exercise = exercises()["ankle-circles"]
    alone = replace(exercise, movements=tuple(m for m in exercise.movements if m.id != "counter-clockwise"))
    only = motion.shot_of(at(alone, alone.movement("clockwise"), Side.LEFT, 0.45))
    assert motion.twin(only) is only


@pytest.mark.parametrize(
    ("name", "there", "back"), [("active-flexion", "up", "point"), ("toe-press", "grip", "release")]
)
def test_the_way_back_shows_the_very_same_places(name: str, there: str, back: str) -> None:
    exercise = exercises()[name]
    poses = exercise.movement(there).pose, exercise.movement(back).pose

    def ways(begin: str, end: str) -> set[float]:
        moments = (Moment(exercise, Side.RIGHT, begin, end, i / 60, i / 30) for i in range(61))
        return {motion.shot_of(moment).way for moment in moments}

    assert {1.0 - way for way in ways(*poses)} == ways(*reversed(poses))
