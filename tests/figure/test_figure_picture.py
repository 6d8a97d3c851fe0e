"""The picture says what the body does: which side, which way, where it is felt."""

from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree as ET

import pyclipper
import pytest
from figure_cases import at, exercises, movements, named, pose_at, sides

from footroutine.domain.exercise import Moment, MovementKind, Posture, Side, Sides, View
from footroutine.figure import flesh, framing, motion, outline, scene, stance
from footroutine.figure.drawing import SCALE, Drawing, Shape, ring, seen, unmirrored
from footroutine.figure.palette import SKINS, palette
from footroutine.figure.svg import to_svg
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_theme_tables

WIDTH, HEIGHT = 320.0, 290.0


def draw(moment: Moment, width: float, height: float, *, reduce_motion: bool = False) -> Drawing:
    """The picture with every point where it is seen."""
    return unmirrored(scene.draw(moment, width, height, reduce_motion=reduce_motion))


def theme(name: str, skin: str = "tan") -> dict[str, str]:
    table = load_theme_tables(assets_dir())[name]["figure"]
    assert isinstance(table, dict)
    return palette(table, skin)


def middle(shapes: list[Shape]) -> tuple[float, float]:
    """The middle of the box around the shapes."""
    xs, ys = zip(*(p for shape in shapes for line in shape.lines() for p in line), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def filled_with(drawing: Drawing, role: str) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.fill == role]


def arrow_way(drawing: Drawing) -> tuple[tuple[float, float], tuple[float, float]]:
    """The first arrow's tail and the middle of its head."""
    shaft = next(s for s in drawing.shapes if s.stroke == "arrow")
    head = next(s for s in drawing.shapes if s.fill == "arrow")
    return shaft.lines()[0][0], middle([head])


def area(paths: list[list[tuple[int, int]]], rule: int) -> float:
    """What a fill by the rule covers, in a ring's numbers; the library takes no paths that cover nothing."""
    clipper = pyclipper.Pyclipper()
    with suppress(pyclipper.ClipperException):
        clipper.AddPaths(paths, pyclipper.PT_SUBJECT, True)
        return float(sum(map(pyclipper.Area, clipper.Execute(pyclipper.CT_UNION, rule, rule))))
    return 0.0


@pytest.mark.parametrize(("name", "movement"), movements())
def test_a_hole_is_one_by_either_rule_of_filling(name: str, movement: str) -> None:
    exercise = exercises()[name]
    drawing = scene.draw(at(exercise, exercise.movement(movement), sides(exercise)[0], 0.4), WIDTH, HEIGHT)
    for shape in drawing.shapes:
        lines = outline.stroked(shape.rings, shape.width, closed=shape.closed) if shape.stroke else ()
        for rings in filter(None, (shape.rings if shape.fill else (), lines)):
            paths = [list(zip(each[::2], each[1::2], strict=True)) for each in rings]
            even_odd, non_zero = (area(paths, rule) for rule in (pyclipper.PFT_EVENODD, pyclipper.PFT_NONZERO))
            assert even_odd == pytest.approx(non_zero, abs=0.5 * SCALE**2)


@pytest.mark.parametrize(("name", "movement"), movements())
def test_every_movement_has_a_picture_on_every_side(name: str, movement: str) -> None:
    exercise = exercises()[name]
    for side in sides(exercise):
        drawing = draw(at(exercise, exercise.movement(movement), side, 0.4), WIDTH, HEIGHT)
        assert (drawing.width, drawing.height) == (WIDTH, HEIGHT)
        assert len(drawing.shapes) > 20
        assert any("skin" in role for role in drawing.roles())
        tree = ET.fromstring(to_svg(drawing, theme("light")))
        assert len(tree) == len(seen(drawing.shapes, theme("light"))) < len(drawing.shapes)
        assert len(ET.fromstring(to_svg(drawing, theme("dark")))) == len(drawing.shapes)


@cache
def every_role() -> frozenset[str]:
    roles: set[str] = set()
    for name, movement in movements():
        exercise = exercises()[name]
        side = sides(exercise)[0]
        roles |= draw(at(exercise, exercise.movement(movement), side, 0.5), WIDTH, HEIGHT).roles()
    return frozenset(roles)


@pytest.mark.parametrize("theme_name", ["light", "dark"])
@pytest.mark.parametrize("skin", SKINS)
def test_every_palette_has_every_role_and_no_other(theme_name: str, skin: str) -> None:
    assert theme(theme_name, skin).keys() == every_role()


def test_an_unknown_skin_is_refused() -> None:
    with pytest.raises(KeyError):
        palette({"skins": {}}, "green")


@pytest.mark.parametrize(
    ("name", "movement"),
    [
        (n, m)
        for n, m in movements()
        if Side.LEFT in sides(exercises()[n]) and not exercises()[n].view.inset and not exercises()[n].movement(m).cycle
    ],
)
def test_the_left_is_the_mirror_image_of_the_right(name: str, movement: str) -> None:
    left, right = (scene.draw(named(name, movement, side), WIDTH, HEIGHT) for side in (Side.LEFT, Side.RIGHT))
    assert left.mirrored
    assert left.shapes == right.shapes


@pytest.mark.parametrize(("name", "movement"), [(n, m) for n, m in movements() if Side.LEFT in sides(exercises()[n])])
@pytest.mark.parametrize("progress", [0.0, 0.4, 0.9])
def test_the_left_body_is_the_mirror_image_of_the_right(name: str, movement: str, progress: float) -> None:
    """A circle goes the same way round for the eye of both feet, so there the mirrored foot goes the other way."""
    exercise = exercises()[name]
    part = exercise.movement(movement)
    twin = part if part.cycle is None else replace(part, cycle=replace(part.cycle, clockwise=not part.cycle.clockwise))
    left = pose_at(at(exercise, part, Side.LEFT, progress))
    right = pose_at(at(exercise, twin, Side.RIGHT, progress))
    assert left.angles == pytest.approx(right.angles)
    assert left.pelvis == pytest.approx(right.pelvis)
    assert scene.draw(at(exercise, part, Side.LEFT, progress), WIDTH, HEIGHT).mirrored
    assert not scene.draw(at(exercise, part, Side.RIGHT, progress), WIDTH, HEIGHT).mirrored


def test_what_a_mirror_shows() -> None:
    shape = Shape((ring(((1.0, 2.0), (3.0, 4.0))),), "a", None, 0.0)
    assert unmirrored(Drawing(10.0, 5.0, (shape,))).shapes == (shape,)
    seen = unmirrored(Drawing(10.0, 5.0, (shape,), mirrored=True))
    assert seen == Drawing(10.0, 5.0, (replace(shape, rings=(ring(((9.0, 2.0), (7.0, 4.0))),)),))


@pytest.mark.parametrize("name", [n for n, e in exercises().items() if sides(e) != (Side.BOTH,)])
def test_left_and_right_never_look_alike(name: str) -> None:
    exercise = exercises()[name]
    for movement in exercise.all_movements():
        pictures = [draw(at(exercise, movement, side, 0.5), WIDTH, HEIGHT) for side in (Side.LEFT, Side.RIGHT)]
        assert pictures[0] != pictures[1]


@pytest.mark.parametrize(("name", "front"), [("wall-stretch", 1), ("ankle-circles", 0), ("active-flexion", 0)])
def test_the_figure_faces_the_side_that_shows_the_leg_in_front_that_moves(name: str, front: int) -> None:
    exercise = exercises()[name]
    moment = Moment(exercise, Side.RIGHT, exercise.start_pose, exercise.start_pose, 0.0)
    camera = framing.camera_of(motion.shot_of(moment), WIDTH, HEIGHT)
    legs = stance.body(pose_at(moment)).legs
    assert camera.depth(legs[front].thigh.at) > camera.depth(legs[1 - front].thigh.at)


def test_the_calf_glows_only_when_it_is_stretched() -> None:
    def glow(movement: str, progress: float) -> float:
        drawing = draw(named("wall-stretch", movement, Side.LEFT, progress), WIDTH, HEIGHT)
        return sum(shape.opacity for shape in filled_with(drawing, "glow"))

    assert glow("step", 0.0) == 0.0
    assert 0.0 < glow("lean", 0.5) < glow("hold", 0.5)
    assert glow("back", 1.0) == 0.0


@pytest.mark.parametrize("role", ["pressure_wide", "pressure", "pressure_near"])
def test_a_grip_warms_the_floor_further_and_further(role: str) -> None:
    """Below both feet, from nothing on."""
    wide = [
        [
            shape.box().width
            for shape in filled_with(draw(named("toe-press", movement, Side.BOTH, progress), WIDTH, HEIGHT), role)
        ]
        for movement, progress in (("grip", 0.1), ("grip", 0.5), ("grip", 0.7), ("hold", 0.5))
    ]
    assert wide[0] == []
    for narrow, wider in pairwise(wide[1:]):
        assert len(narrow) == len(wider) == 2
        assert all(a < b for a, b in zip(narrow, wider, strict=True))


@pytest.mark.parametrize("name", sorted(exercises()))
def test_what_has_the_colour_of_floor_seen_through_lies_wholly_on_the_floor(name: str) -> None:
    """A shadow may fall over the end of a mat; that one is seen through."""
    exercise, opaque = exercises()[name], {"floor_shadow", "pressure_wide", "pressure", "pressure_near"}
    seen_through = exercise.posture is Posture.LYING
    found: set[str] = set()
    for movement in exercise.all_movements():
        for progress in (0.0, 0.25, 0.5, 0.75, 1.0):
            drawing = draw(named(name, movement.id, sides(exercise)[0], progress), WIDTH, HEIGHT)
            floors = [outline.scaled(line) for shape in filled_with(drawing, "floor") for line in shape.lines()]
            for shape in (shape for role in opaque for shape in filled_with(drawing, role)):
                dots = outline.scaled(dot for line in shape.lines() for dot in line)
                assert any(all(pyclipper.PointInPolygon(dot, floor) for dot in dots) for floor in floors)
            found |= drawing.roles() & {"shadow", "floor_shadow"}
    assert found == {"shadow" if seen_through else "floor_shadow"}


def test_while_toes_curl_one_leg_above_them_rests_and_often_both() -> None:
    """It is the very same shapes, so that it is not painted anew."""
    own = 333.0, 277.0  # a size that nothing else is drawn at: no picture of it is kept from before
    drawings = [draw(named("toe-press", "grip", Side.BOTH, step / 42), *own) for step in range(43)]
    resting = []
    for before, after in pairwise(drawings):
        legs = [s for s in after.shapes if s.fill == "skin" and s.box().height > own[1] / 2]
        assert len(legs) == 2
        resting.append(sum(any(leg is kept for kept in before.shapes) for leg in legs))
    assert resting.count(0) <= 1
    assert resting.count(2) > len(resting) / 3


def test_the_glow_is_on_the_leg_behind() -> None:
    drawing = draw(named("wall-stretch", "hold", Side.RIGHT), WIDTH, HEIGHT)
    glow = middle(filled_with(drawing, "glow"))
    shorts = middle(filled_with(drawing, "shorts"))
    wall = middle(filled_with(drawing, "wall"))
    assert glow[0] > shorts[0] > wall[0]
    assert glow[1] > shorts[1]


@pytest.mark.parametrize(
    ("name", "movement", "across", "down"),
    [
        ("active-flexion", "up", 0, -1),
        ("active-flexion", "point", 0, 1),
        ("wall-stretch", "step", -1, 0),
        ("wall-stretch", "lean", -1, 0),
        ("wall-stretch", "back", 1, 0),
        ("side-to-side", "out", -1, 0),
        ("side-to-side", "in", 1, 0),
        ("ankle-circles", "lift", 0, -1),
        ("ankle-circles", "lower", 0, 1),
    ],
)
def test_the_arrow_points_along_the_movement(name: str, movement: str, across: int, down: int) -> None:
    for side, mirror in ((Side.RIGHT, 1), (Side.LEFT, -1)):
        tail, head = arrow_way(draw(named(name, movement, side), WIDTH, HEIGHT))
        assert (head[0] - tail[0]) * across * mirror >= 0.0
        assert (head[1] - tail[1]) * down >= 0.0
        assert abs(head[0] - tail[0]) + abs(head[1] - tail[1]) > 15.0


def test_the_arrow_of_the_toes_goes_down_to_grip_and_away_from_the_foot_to_let_go() -> None:
    down, away = (arrow_way(draw(named("toe-press", each, Side.BOTH), WIDTH, HEIGHT)) for each in ("grip", "release"))
    assert down[1][1] - down[0][1] > 15.0
    assert away[1][0] - away[0][0] > 15.0
    assert abs(away[1][1] - away[0][1]) < 15.0


@pytest.mark.parametrize(("width", "height"), [(320, 290), (1200, 800), (760, 380), (300, 620)])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_wall_goes_on_beyond_the_sheet(side: Side, width: int, height: int) -> None:
    """A piece of a wall with an end in sight was taken for a door."""
    wall, _skirting = filled_with(draw(named("wall-stretch", "hold", side), width, height), "wall_shade")
    box = wall.box()
    assert box.top < 0
    assert box.bottom > height
    assert box.right > width if side is Side.LEFT else box.left < 0


@pytest.mark.parametrize(("name", "movement"), movements())
def test_a_room_that_goes_on_below_moves_nothing_of_the_picture(name: str, movement: str) -> None:
    shot = motion.shot_of(named(name, movement, sides(exercises()[name])[0], 0.5))
    alone, with_room = (scene.draw_shot(shot, WIDTH, HEIGHT, below) for below in (0.0, 60.0))
    assert with_room.height == HEIGHT + 60.0
    added = [shape for shape in with_room.shapes if shape not in alone.shapes]
    assert all(shape.box().bottom >= HEIGHT for shape in added)  # legs that come from below are longer


@pytest.mark.parametrize("movement", ["step", "lean", "hold", "back"])
def test_each_palm_has_its_shade_on_the_wall_and_stays_there(movement: str) -> None:
    shades = []
    for progress in (0.0, 0.5, 1.0):
        shot = motion.shot_of(named("wall-stretch", movement, Side.RIGHT, progress))
        drawing, eye = scene.draw_shot(shot, WIDTH, HEIGHT), framing.camera_of(shot, WIDTH, HEIGHT)
        wall, _skirting = [outline.scaled(s.lines()[0]) for s in filled_with(drawing, "wall_shade")]
        found = filled_with(drawing, "palm_shadow")
        shades.append(found)
        dots = outline.scaled(dot for shape in found for line in shape.lines() for dot in line)
        assert all(pyclipper.PointInPolygon(dot, wall) for dot in dots)
        wrists = [eye.point(arm.hand.at) for arm in stance.body(motion.stance_at(shot)).arms]
        assert len(found) == len(wrists) == 2
        assert all(any(box.left < x < box.right for x, _ in wrists) for box in (s.box() for s in found))
    assert shades[0] == shades[1] == shades[2]


def test_a_movement_that_goes_nowhere_has_no_arrow() -> None:
    exercise = exercises()["toe-press"]
    still = replace(exercise.movement("release"), pose="stand")
    drawing = draw(Moment(exercise, Side.BOTH, "stand", "stand", 0.5, 1.0, still), WIDTH, HEIGHT)
    assert "arrow" not in drawing.roles()


@pytest.mark.parametrize(("name", "movement"), movements())
def test_holds_have_a_lock_at_each_foot_for_an_arrow_and_both_can_be_left_out(name: str, movement: str) -> None:
    exercise = exercises()[name]
    part = exercise.movement(movement)
    shown = draw(at(exercise, part, sides(exercise)[0], 0.5), WIDTH, HEIGHT)
    holds = part.kind is MovementKind.HOLD
    assert any(s.stroke == "arrow" for s in shown.shapes) == (not holds)
    locks = [s.box() for s in filled_with(shown, "arrow")]
    bows = [s for s in shown.shapes if s.stroke == "arrow_halo"]
    feet = 2 if exercise.sides is Sides.BOTH else 1
    assert not holds or len(bows) == len(locks) == feet
    assert not holds or not any(a.touches(b) for a, b in pairwise(locks))
    without = draw(at(exercise, replace(part, arrow=False), sides(exercise)[0], 0.5), WIDTH, HEIGHT)
    assert "arrow" not in without.roles() or part.arrow is False


def test_waiting_shows_the_pose_without_an_arrow() -> None:
    exercise = exercises()["ankle-circles"]
    drawing = draw(Moment(exercise, Side.LEFT, "lie", "lie", 0.0), WIDTH, HEIGHT)
    assert "arrow" not in drawing.roles()
    assert "panel" not in drawing.roles()


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_inset_is_in_the_upper_corner_that_the_foot_points_to(side: Side) -> None:
    for name in ("ankle-circles", "ankle-circles/seated", "active-flexion"):
        movement = exercises()[name].movements[0].id
        (panel,) = filled_with(draw(named(name, movement, side), WIDTH, HEIGHT), "panel")
        x, y = middle([panel])
        points_right = (side is Side.RIGHT) != (name == "ankle-circles")  # a raised leg's over the head
        assert (x > WIDTH * 0.66) if points_right else (x < WIDTH * 0.34)
        assert y < HEIGHT * 0.4


@pytest.mark.parametrize(("width", "height"), [(160.0, 152.0), (WIDTH, HEIGHT), (440.0, 640.0)])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_mat_is_seen_whole(width: float, height: float, side: Side) -> None:
    for movement in exercises()["ankle-circles"].movements:
        shapes = filled_with(draw(named("ankle-circles", movement.id, side), width, height), "mat_light")
        assert all(0 <= x <= width for shape in shapes for line in shape.lines() for x, _ in line)
        assert shapes


@pytest.mark.parametrize("name", sorted(exercises()))
def test_what_matters_stays_on_the_sheet_above_the_caption(name: str) -> None:
    exercise = exercises()[name]
    for movement in exercise.all_movements():
        for side, progress in ((s, p) for s in sides(exercise) for p in (0.0, 0.3, 0.6, 1.0)):
            moment = at(exercise, movement, side, progress)
            camera = framing.camera_of(motion.shot_of(moment), WIDTH, HEIGHT)
            body = stance.body(pose_at(moment))
            whole = motion.shot_of(moment).view.framing == "body"
            balls = flesh.every_ball(body) if whole else flesh.leg(body.legs[0]).foot.every_ball()
            for x, y, r in map(camera.circle, balls):
                assert r <= x <= WIDTH - r
                assert r <= y <= HEIGHT * 0.88 - r


@pytest.mark.parametrize(("yaw", "features"), [(90.0, 2), (0.0, 1), (-90.0, 0), (180.0, 1)])
def test_the_face_is_seen_from_the_front_and_not_from_behind(yaw: float, features: int) -> None:
    exercise = exercises()["toe-press"]
    turned = replace(exercise, view=View(yaw=yaw, pitch=0.0))
    drawing = draw(Moment(turned, Side.BOTH, "stand", "stand", 0.0), WIDTH, HEIGHT)
    assert len([shape for shape in drawing.shapes if shape.stroke == "hair"]) == features  # the brows


def test_toenails_are_seen_from_the_front_and_not_from_behind() -> None:
    exercise = exercises()["toe-press"]

    def nails(yaw: float) -> int:
        turned = replace(exercise, view=View(yaw=yaw, pitch=10.0, framing="foot"))
        return len(filled_with(draw(Moment(turned, Side.BOTH, "stand", "stand", 0.0), WIDTH, HEIGHT), "nail"))

    assert nails(90.0) == 10
    assert nails(-90.0) == 0


def test_the_legs_alone_can_be_framed() -> None:
    exercise = exercises()["wall-stretch"]
    legs = replace(exercise, view=View(yaw=0.0, pitch=5.0, framing="legs"))
    moments = [Moment(e, Side.RIGHT, "stepped", "stepped", 0.0) for e in (exercise, legs)]
    whole, closer = (framing.camera_of(motion.shot_of(m), WIDTH, HEIGHT).scale for m in moments)
    assert closer > 1.5 * whole


def test_the_camera_travels_between_two_views() -> None:
    exercise = exercises()["wall-stretch"]
    closer = replace(exercise.movement("lean"), view=View(yaw=10.0, pitch=20.0, framing="legs", props=("floor",)))
    before = exercise.pose_before("lean", first=True)

    def scale(progress: float) -> float:
        moment = Moment(exercise, Side.RIGHT, before, "leaning", progress, 1.0, closer)
        return framing.camera_of(motion.shot_of(moment), WIDTH, HEIGHT).scale

    scales = [scale(i / 20) for i in range(21)]
    assert scales == sorted(scales)
    assert scales[-1] > 1.5 * scales[0]
    assert max(b - a for a, b in pairwise(scales)) < 0.2 * scales[-1]
    still = Moment(exercise, Side.RIGHT, "together", "stepped", 0.0, 0.0, exercise.movement("step"))
    assert scales[0] == framing.camera_of(motion.shot_of(still), WIDTH, HEIGHT).scale


def test_reduced_motion_keeps_the_arrow_of_a_circle_still() -> None:
    exercise = exercises()["ankle-circles"]
    cycle = exercise.movement("clockwise")
    shafts = set()
    for i in range(5):
        drawing = draw(at(exercise, cycle, Side.RIGHT, 0.4 + i / 50), WIDTH, HEIGHT, reduce_motion=True)
        shafts.add(next(s for s in drawing.shapes if s.stroke == "arrow").rings)
    assert len(shafts) == 1


def test_a_bigger_sheet_shows_the_same_picture_bigger() -> None:
    moment = named("wall-stretch", "hold", Side.RIGHT)
    small, large = (middle(filled_with(draw(moment, WIDTH * k, HEIGHT * k), "shorts")) for k in (1, 4))
    assert large == pytest.approx((small[0] * 4, small[1] * 4), rel=0.02)


def test_the_same_moment_gives_the_same_drawing() -> None:
    moment = named("ankle-circles", "clockwise", Side.LEFT)
    assert draw(moment, WIDTH, HEIGHT) == draw(moment, WIDTH, HEIGHT)


@pytest.mark.parametrize("name", sorted(exercises()))
def test_a_thumbnail_has_no_inset(name: str) -> None:
    exercise = exercises()[name]
    drawing = draw(at(exercise, exercise.movements[0], sides(exercise)[0], 0.5), 120.0, 84.0)
    assert "panel" not in drawing.roles()
    assert len(drawing.shapes) > 10


def test_a_sheet_too_small_to_draw_on_stays_empty() -> None:
    assert draw(named("toe-press", "hold", Side.BOTH), 3.0, 200.0).shapes == ()


@pytest.mark.parametrize("size", [(16.0, 16.0), (40.0, 24.0), (100.0, 30.0), (300.0, 900.0), (2000.0, 300.0)])
def test_every_shape_of_sheet_can_be_drawn_on(size: tuple[float, float]) -> None:
    for name, movement in movements():
        exercise = exercises()[name]
        shapes = draw(at(exercise, exercise.movement(movement), sides(exercise)[0], 0.3), *size).shapes
        assert shapes
        assert all(shape.rings and all(shape.rings) for shape in shapes)


@pytest.mark.parametrize("name", sorted(exercises()))
def test_a_close_up_of_one_foot_shows_no_second_one(name: str) -> None:
    """At its heel it would seem to belong to it; the inset shows the whole person."""
    exercise = exercises()[name]
    for movement in exercise.all_movements():
        side = sides(exercise)[0]
        drawing = draw(at(exercise, movement, side, 0.5), 600.0, 400.0)
        quiet = [s for s in filled_with(drawing, "skin_far") if s.box().height > 0.5 * drawing.height]
        framing = (movement.view or exercise.view).framing
        assert bool(quiet) == (framing == "feet"), movement.id
