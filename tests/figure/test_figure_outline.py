"""Hulls, unions and cuts of shapes in the plane."""

from itertools import pairwise
from math import cos, hypot, pi, sin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from footroutine.figure import outline, wrap
from footroutine.figure.camera import Look, aimed, bounds, fitted
from footroutine.figure.drawing import SCALE, Box, Drawing, Point, Shape, filled, line, points, ring
from footroutine.figure.paint import Brush
from footroutine.figure.space import WORLD, Ball
from footroutine.figure.svg import to_svg
from footroutine.figure.wrap import Circle, Paths

circles = st.tuples(st.floats(0.0, 300.0), st.floats(0.0, 300.0), st.floats(2.0, 80.0))


def area(paths: Paths) -> float:
    """In square pixels; holes count negative."""
    total = 0.0
    for each in outline.rings(paths):
        around = list(points(each))
        total += sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(around, around[1:] + around[:1], strict=True)) / 2
    return total


@given(circles)
def test_the_hull_of_one_circle_is_the_circle(circle: tuple[float, float, float]) -> None:
    assert area([wrap.hull((circle,))]) == pytest.approx(pi * circle[2] ** 2, rel=0.04)


@given(st.lists(circles, min_size=1, max_size=4))
@example([(0.0, 0.0, 2.0), (0.0, 1.0, 2.0), (0.0, 0.0, 2.0)])
@example([(0.0, 0.0, 2.0), (5.0, 0.0, 2.0), (9.0, 0.0, 2.0)])
@example([(0.0, 0.0, 8.0), (2.0, 1.0, 6.0), (3.0, -9.0, 4.0)])  # two whose right edges are one line
def test_a_hull_holds_every_circle(group: list[tuple[float, float, float]]) -> None:
    ring = list(points(outline.rings([wrap.hull(tuple(group))])[0]))
    for x, y, r in group:
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
            if length > 0.5:
                inside = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / length
                assert inside > r * 0.95 - 0.15


def test_a_squashed_hull_is_flat() -> None:
    (ring,) = outline.rings([wrap.hull(((50.0, 50.0, 20.0),), squash=0.25)])
    assert max(ring[1::2]) - min(ring[1::2]) == pytest.approx(10.0 * SCALE, abs=0.1 * SCALE)
    assert max(ring[::2]) - min(ring[::2]) == pytest.approx(40.0 * SCALE, abs=0.1 * SCALE)


def square(x: float, y: float, side: float) -> tuple[Point, ...]:
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def paths_of(*rings: tuple[Point, ...]) -> Paths:
    return [outline.scaled(ring) for ring in rings]


def test_union_difference_and_intersection_share_out_the_area() -> None:
    a, b = paths_of(square(0, 0, 10)), paths_of(square(5, 0, 10))
    assert area(outline.union([*a, *b])) == pytest.approx(150.0, abs=0.1)
    assert area(outline.minus(a, b)) == pytest.approx(50.0, abs=0.1)
    assert area(outline.common(a, b)) == pytest.approx(50.0, abs=0.1)


def test_nothing_cuts_nothing() -> None:
    a = paths_of(square(0, 0, 10))
    assert outline.minus(a, []) == a
    assert outline.minus([], a) == []
    assert outline.union([]) == []
    assert outline.union(paths_of(((0, 0), (5, 5), (9, 9)))) == []
    assert outline.common(a, []) == []


def test_a_fillet_fills_the_inner_corner_alone() -> None:
    corner = paths_of(square(0, 0, 30), square(20, 20, 30))
    plain, rounded = outline.union(corner), outline.union(corner, 4.0)
    beside_the_corner = paths_of(square(30, 18, 2))
    assert area(outline.common(plain, beside_the_corner)) == 0.0
    assert area(outline.common(rounded, beside_the_corner)) > 1.0
    xs = [x / SCALE for x in outline.rings(rounded)[0][::2]]
    assert min(xs) == pytest.approx(0.0, abs=0.3)
    assert max(xs) == pytest.approx(50.0, abs=0.3)


def test_a_line_outside_a_circle_is_whole_wherever_its_ring_was_opened() -> None:
    ring = outline.scaled(square(0, 0, 10))
    for opened in range(4):
        line = outline.outside(ring[opened:] + ring[:opened], [(0.0, 0.0, 4.0)])
        assert [(x / SCALE, y / SCALE) for x, y in line] == [(4, 0), (10, 0), (10, 10), (0, 10), (0, 4)]


def test_a_line_outside_two_circles_is_the_longest_piece() -> None:
    ring = outline.scaled([*square(0, 0, 10), (0.0, 6.0), (0.0, 5.0)])
    line = outline.outside(ring, [(0.0, 0.0, 4.0), (10.0, 10.0, 3.0)])
    assert [(x / SCALE, y / SCALE) for x, y in line] == [(7, 10), (0, 10), (0, 6), (0, 5), (0, 4)]
    nested = outline.outside(ring, [(0.0, 0.0, 4.0), (1.0, 0.0, 5.0), (10.0, 10.0, 3.0)])
    assert all(hypot(x / SCALE - 1.0, y / SCALE) > 4.98 for x, y in nested)
    assert outline.outside(ring, [(5.0, 5.0, 9.0)]) == []
    assert outline.outside(ring, [(50.0, 50.0, 9.0)]) == [*ring, ring[0]]


def test_a_line_inside_a_panel() -> None:
    (piece,) = outline.line_inside(outline.scaled(((0, 5), (40, 5))), paths_of(square(10, 0, 10)))
    assert sorted(x / SCALE for x, _ in piece) == [10.0, 20.0]


def test_a_brush_paints_nothing_for_nothing() -> None:
    brush = Brush(aimed(Look(0.0, 0.0), 1.0, 0.0, 0.0), 1.0)
    brush.fill([], "skin")
    brush.part(outline.body([], 1.0), "skin", shade=1.0)
    assert brush.shapes == brush.rims == []


def test_what_is_far_off_the_sheet_is_left_out() -> None:
    brush = Brush(aimed(Look(0.0, 0.0), 1.0, 0.0, 0.0), 1.0, sheet=Box(0.0, 0.0, 100.0, 100.0))
    on, across, off = (Ball(x, -50.0, 0.0, 5.0) for x in (50.0, 102.0, 140.0))
    assert len(brush.hulls([(on, across), (across, off), (off,)])) == 2


@given(circles, circles)
def test_the_hull_of_two_is_the_hull_of_three_with_one_twice(a: Circle, b: Circle) -> None:
    assert area([wrap.hull((a, b))]) == pytest.approx(area([wrap.hull((a, b, b))]), rel=0.02)


@given(st.floats(0.0, 6.3))
def test_the_lee_of_a_circle_is_what_it_does_not_share_with_itself_shifted(turn: float) -> None:
    dx, dy = 4.0 * cos(turn), 4.0 * sin(turn)
    circle = wrap.hull(((50.0, 50.0, 30.0),))
    band = outline.lee(circle + circle, int(dx * SCALE), int(dy * SCALE))  # twice round: wherever it begins
    crescent = outline.minus([circle], outline.shifted([circle], dx, dy))
    assert area(outline.union([band])) == pytest.approx(area(crescent), rel=0.03)
    assert area(outline.minus([band], crescent)) == pytest.approx(0.0, abs=0.03 * area(crescent))


def test_a_line_that_a_shift_leads_out_of_has_no_lee() -> None:
    top = outline.scaled([(0.0, 0.0), (10.0, 0.0)])
    assert outline.lee(top, 0, 2 * SCALE)
    assert outline.lee(top, 0, -2 * SCALE) == []


@pytest.mark.parametrize("grow", [0.5, 3.0])
def test_the_opposite_of_a_larger_outline_is_a_smaller_one(grow: float) -> None:
    for circles in (CHAIN, CHAIN[:2], ((0.0, 0.0, 5.0), (20.0, 0.0, 5.0), (20.0, 20.0, 5.0))):
        edge, outer, inner = (wrap.tube(circles, None, by) for by in (0.0, grow, -grow))
        assert area(wrap.opposite(edge, outer)) == pytest.approx(area(inner), abs=0.5)


@given(st.lists(circles, min_size=1, max_size=3))
def test_steps_along_a_long_edge_change_nothing_but_its_points(group: list[Circle]) -> None:
    hull = wrap.hull(tuple(group))
    (stepped,) = outline.stepped([hull])
    assert area([stepped]) == pytest.approx(area([hull]), rel=0.001)
    assert set(hull) <= set(stepped)
    assert max(abs(b[1] - a[1]) for a, b in pairwise([*stepped, stepped[0]])) <= 16 * SCALE


@pytest.mark.parametrize(("corners", "closed", "filled_area"), [(3, False, 40.0 + pi), (4, True, 80.0)])
def test_a_line_that_is_filled_is_as_wide_all_along(corners: int, closed: bool, filled_area: float) -> None:
    edges = outline.stroked((ring(square(10, 10, 10)[:corners]),), 2.0, closed=closed)
    assert area([list(zip(edge[::2], edge[1::2], strict=True)) for edge in edges]) == pytest.approx(
        filled_area, rel=0.05
    )


def test_a_solid_line_holds_what_it_encloses() -> None:
    (edge,) = outline.stroked((ring(square(10, 10, 10)),), 2.0, closed=True, solid=True)
    assert area([list(zip(edge[::2], edge[1::2], strict=True))]) == pytest.approx(12.0 * 12.0, rel=0.01)


CHAIN = ((0.0, 0.0, 12.0), (20.0, 2.0, 10.0), (40.0, 3.0, 9.0), (60.0, 2.0, 8.0))


@given(st.floats(0.0, 6.3), st.floats(0.0, 5.0))
def test_a_tube_holds_every_circle_whichever_way_it_goes(turn: float, grow: float) -> None:
    chain = tuple([(x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn), r) for x, y, r in CHAIN])
    (path,) = wrap.tube(chain, None, grow)
    for x, y, r in chain:
        kept = area(outline.common([path], [wrap.hull(((x, y, r + grow),))]))
        assert kept == pytest.approx(pi * (r + grow) ** 2, rel=0.05)
    smaller = sum(area([wrap.hull(pair, 1.0, grow)]) for pair in pairwise(chain))
    assert area([path]) < smaller


def test_a_chain_that_bends_or_widens_sharply_is_wrapped_pair_by_pair() -> None:
    assert len(wrap.tube(((0.0, 0.0, 5.0), (20.0, 0.0, 5.0), (20.0, 20.0, 5.0)))) == 2
    assert len(wrap.tube(((0.0, 0.0, 5.0), (1.0, 0.0, 9.0)))) == 1
    assert area(wrap.tube(((0.0, 0.0, 5.0), (1.0, 0.0, 9.0)))) == pytest.approx(pi * 81, rel=0.04)


@pytest.mark.parametrize(("opening", "end"), [(-0.5, 64.0), (0.0, 60.0), (0.5, 60.0)])
def test_a_hem_ends_where_the_bone_does_and_bulges_away_from_the_eye(opening: float, end: float) -> None:
    (path,) = wrap.tube(CHAIN, opening)
    assert max(outline.rings([path])[0][::2]) / SCALE == pytest.approx(end, abs=1.0)
    beyond = area(outline.common([path], paths_of(square(56.0, -2.0, 4.0))))
    assert (beyond < 1.0) == (opening > 0.0)  # one looks into it


@pytest.mark.parametrize("grown", [0.0, 1.0, 6.0])
def test_the_ink_is_half_within_the_edge_and_half_around_it(grown: float) -> None:
    circles = (30.0, 30.0, 20.0), (70.0, 30.0, 20.0)
    body = outline.body([wrap.hull(circles, 1.0, grown)], 2.0, grown)
    for paths, r in ((body.within, 19.0), (body.around, 21.0)):
        assert area(paths) == pytest.approx(area([wrap.hull(circles, 1.0, r - 20.0)]), rel=0.02)


def test_a_camera_from_the_right_sees_forward_to_the_right_and_up_upward() -> None:
    camera = aimed(Look(0.0, 0.0), 2.0, 100.0, 100.0)
    assert camera.point((10.0, 5.0, 3.0)) == pytest.approx((120.0, 90.0))
    assert camera.depth((0.0, 0.0, 3.0)) == pytest.approx(3.0)


def test_a_camera_from_the_front_sees_the_right_hand_at_its_left() -> None:
    camera = aimed(Look(90.0, 0.0), 1.0, 0.0, 0.0)
    assert camera.point((0.0, 0.0, 10.0))[0] == pytest.approx(-10.0)
    assert camera.depth((4.0, 0.0, 0.0)) == pytest.approx(4.0)


def test_a_fitted_camera_fills_its_area() -> None:
    look = Look(30.0, 20.0)
    balls = [Ball(0.0, 0.0, 0.0, 5.0), Ball(40.0, 90.0, 10.0, 8.0)]
    area_of_sheet = Box(10.0, 10.0, 210.0, 160.0)
    camera = fitted(look, bounds(look, balls), area_of_sheet)
    seen = [camera.circle(ball) for ball in balls]
    assert min(y - r for _, y, r in seen) == pytest.approx(10.0)
    assert max(y + r for _, y, r in seen) == pytest.approx(160.0)
    assert min(x - r for x, _, r in seen) >= 10.0


@given(st.floats(-180.0, 180.0), st.floats(-180.0, 180.0), st.floats(-180.0, 180.0))
def test_turning_keeps_the_axes_square(x: float, y: float, z: float) -> None:
    frame = WORLD.turned_x(x).turned_y(y).turned_z(z)
    axes = frame[1:]
    for i, a in enumerate(axes):
        for j, b in enumerate(axes):
            assert sum(p * q for p, q in zip(a, b, strict=True)) == pytest.approx(float(i == j), abs=1e-9)


@given(st.floats(-180.0, 180.0), st.floats(-90.0, 90.0), st.tuples(*[st.floats(-50.0, 50.0)] * 3))
def test_a_point_given_in_a_frame_falls_where_it_is_in_the_world(
    yaw: float, turn: float, point: tuple[float, float, float]
) -> None:
    camera, frame = aimed(Look(yaw, 20.0), 3.0, 40.0, 60.0), WORLD.moved(5.0, 90.0, -7.0).turned_z(turn).turned_x(30.0)
    (seen,) = camera.points_in(frame, [point])
    assert seen == pytest.approx(camera.point(frame.point(*point)))


def test_svg_writes_fills_lines_and_opacity() -> None:
    shapes = (filled((ring(square(0, 0, 4)),), "skin", 0.5), line(((0.0, 0.0), (3.0, 4.0)), "ink", 2.0))
    text = to_svg(
        Drawing(10, 20, (*shapes, Shape((ring(square(1, 1, 2)),), "skin", "ink", 1.0))), {"skin": "#aa", "ink": "#b"}
    )
    assert 'viewBox="0 0 10 20"' in text
    assert 'd="M0.0 0.0 4.0 0.0 4.0 4.0 0.0 4.0Z" fill="#aa" fill-rule="evenodd" opacity="0.500"' in text
    assert 'd="M0.0 0.0 3.0 4.0" fill="none"' in text
    assert 'stroke="#b" stroke-width="2.00"' in text


def test_svg_refuses_a_palette_without_the_role() -> None:
    with pytest.raises(KeyError):
        to_svg(Drawing(1, 1, (filled((ring(square(0, 0, 1)),), "skin"),)), {})
