"""The room: floor, mat, wall, chair, cushion, ice pack."""

from collections.abc import Sequence
from math import cos, hypot, pi, radians, sin

from footroutine.figure import outline, wrap
from footroutine.figure.drawing import Shape
from footroutine.figure.paint import Brush, remembered
from footroutine.figure.skeleton import SHIN, Body
from footroutine.figure.space import Ball, Frame, Vec
from footroutine.figure.stance import MAT, MAT_ENDS, MAT_HALF_WIDTH, PALM, SEAT
from footroutine.figure.wrap import Paths

_FLOOR_REACH, _FLOOR_CLOSE = 40.0, 25.0  # centimetres of floor around the feet, and in a close-up
_WALL_TOP, _WALL_NEAR, _WALL_FAR, _WALL_DEPTH = 320.0, 900.0, 46.0, 7.0
_SKIRTING, _SKIRTING_DEPTH = 9.0, 2.0

_PALM_SHADOW, _PALM_ABOVE_WRIST = (11.0, 8.0), 7.0  # centimetres: half its height and width

_WRAP, _WRAP_HALF_WIDTH, _WRAP_ROUND = (0.72, 1.0), 3.1, 1.1  # down the shin; centimetres
_CUBES = ((0.2, 1.2, 20.0), (0.45, -1.5, 65.0), (0.75, 1.0, 35.0))  # down the wrap, aside, turned
_CUBE, _CUBES_FROM = 1.05, 2.5  # centimetres from the middle to a corner; pixels a centimetre


def box(brush: Brush, low: Vec, high: Vec, role: str, *, ink: float = 0.7) -> None:
    """A block with its three faces that are seen: `role` in front, `role`_light on top, `role`_shade beside."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    depth, middle = brush.camera.depth, brush.camera.depth((0.0, 0.0, 0.0))

    def towards(axis: Vec) -> bool:
        return depth(axis) > middle

    y = y1 if towards((0.0, 1.0, 0.0)) else y0
    z = z1 if towards((0.0, 0.0, 1.0)) else z0
    x = x1 if towards((1.0, 0.0, 0.0)) else x0
    _side(brush, ((x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)), role, ink)
    _side(brush, ((x, y0, z0), (x, y0, z1), (x, y1, z1), (x, y1, z0)), f"{role}_shade", ink)
    _side(brush, ((x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)), f"{role}_light", ink)


def _side(brush: Brush, corners: Sequence[Vec], role: str, ink: float) -> None:
    """A side of a block on its ink: long lines are dearer than another fill."""
    body = outline.body([outline.scaled(brush.camera.point(p) for p in corners)], ink * brush.ink)
    brush.fill(outline.stepped(body.around), "ink")
    brush.fill(outline.stepped(body.within), role)


@remembered
def behind(brush: Brush, props: tuple[str, ...], palms: Vec | None, feet: tuple[float, float], *, close: bool) -> None:
    """What is behind and beneath the person, whose feet are ever within `feet`; a close-up shows no chair."""
    if "floor" in props:
        _floor(brush, feet, _FLOOR_CLOSE if close else _FLOOR_REACH)
    if "wall" in props and palms is not None:
        x = palms[0] + PALM
        _wall(brush, x)
        for side in (-1.0, 1.0):
            _palm_shadow(brush, (x, palms[1] + _PALM_ABOVE_WRIST, side * palms[2]))
    if "mat" in props:
        behind_head, before_feet = MAT_ENDS
        box(brush, (behind_head, 0.0, -MAT_HALF_WIDTH), (before_feet, MAT, MAT_HALF_WIDTH), "mat")
    if "chair" in props and not close:
        _chair(brush)


def _wall(brush: Brush, x: float) -> None:
    """A wall with a skirting board that goes on beyond the sheet: a piece of one, with its end in sight, was a door."""
    depth = brush.camera.depth
    ends = (-_WALL_FAR, _WALL_NEAR) if depth((0.0, 0.0, 1.0)) > depth((0.0, 0.0, 0.0)) else (-_WALL_NEAR, _WALL_FAR)
    box(brush, (x, 0.0, ends[0]), (x + _WALL_DEPTH, _WALL_TOP, ends[1]), "wall")
    box(brush, (x - _SKIRTING_DEPTH, 0.0, ends[0]), (x, _SKIRTING, ends[1]), "wall")


def _palm_shadow(brush: Brush, palm: Vec) -> None:
    """Shade on the wall around a palm: hands before a bare wall seemed to float."""
    x, y, z = palm
    high, wide = _PALM_SHADOW
    turns = [pi * i / 12 for i in range(24)]
    brush.face(((x, y + high * sin(turn), z + wide * cos(turn)) for turn in turns), "palm_shadow")


def between(brush: Brush, props: Sequence[str], body: Body) -> None:
    """What is between the legs: it hides the far one and carries the near one."""
    if "cushion" in props:
        _cushion(brush, body.legs[0].shin)


def before(brush: Brush, props: Sequence[str], body: Body) -> None:
    """What lies on the person."""
    if "ice" in props:
        _ice(brush, body.legs[0].shin)


def _floor(brush: Brush, feet: tuple[float, float], reach: float) -> None:
    """A soft patch of floor around where the feet ever are."""
    back, front = feet
    x, y = brush.camera.point(((back + front) / 2 + 6.0, 0.0, 0.0))
    around = (reach + (front - back) / 2) * brush.camera.scale
    brush.fill([wrap.hull(((x, y, around),), brush.camera.floor_squash)], "floor")


def _chair(brush: Brush) -> None:
    for z in (-19.0, 15.0):
        box(brush, (-20.0, 0.0, z), (-16.0, 86.0, z + 4.0), "chair")
    for z in (-19.0, 15.0):
        box(brush, (15.0, 0.0, z), (19.0, SEAT - 4.0, z + 4.0), "chair")
    box(brush, (-19.0, 62.0, -19.0), (-16.0, 86.0, 19.0), "chair")
    box(brush, (-20.0, SEAT - 4.0, -20.0), (20.0, SEAT, 20.0), "chair")


@remembered
def _cushion(brush: Brush, shin: Frame) -> None:
    """A cushion as high as the raised shin needs, from the mat up."""
    under = [shin.ball(-4.0, -down * SHIN, 0.0, 0.0) for down in (0.35, 0.86)]
    rows = []
    for ball in under:
        high = max(MAT + 8.0, ball.y)
        rows += [Ball(ball.x, MAT + 3.5, ball.z + dz, 3.5) for dz in (-9.0, 9.0)]
        rows += [Ball(ball.x, high - 4.0, ball.z + dz, 4.0) for dz in (-8.0, 8.0)]
    brush.part(brush.body((rows,), 0.0), "cushion", shade=2.2)


@remembered
def _ice(brush: Brush, shin: Frame) -> None:
    """A cold wrap round the ankle: a band with hems, and ice cubes drawn on it where there is room."""
    scale = brush.camera.scale
    (x0, y0), (x1, y1) = (brush.camera.point(shin.point(-0.2, -down * SHIN, 0.0)) for down in _WRAP)
    far = hypot(x1 - x0, y1 - y0) or 1.0
    ax, ay = (x1 - x0) / far, (y1 - y0) / far

    def on_wrap(along: float, aside: float) -> tuple[float, float]:
        """A point of the sheet: from 0 to 1 down the wrap, and so many centimetres to its side."""
        return x0 + ax * far * along - ay * aside * scale, y0 + ay * far * along + ax * aside * scale

    def patch(rows: Sequence[tuple[float, float]], rounded: float) -> Paths:
        core = outline.scaled([on_wrap(along, aside) for along, aside in rows])
        return outline.grown([core], rounded * scale)

    wide = _WRAP_HALF_WIDTH
    wrap = patch(((0.0, -wide), (1.0, -wide), (1.0, wide), (0.0, wide)), _WRAP_ROUND)
    brush.part(outline.body(wrap, brush.ink), "ice", shade=1.6)
    for along in (0.04, 0.96):
        hem = [on_wrap(along, aside * (wide + 0.5)) for aside in (-1.0, -0.5, 0.0, 0.5, 1.0)]
        brush.strokes([outline.scaled(hem)], "ice_shade", 1.0)
    if scale < _CUBES_FROM:
        return
    for along, aside, turn in _CUBES:
        side = _CUBE * scale
        x, y = on_wrap(along, aside)
        corners = [
            (x + side * cos(radians(turn + quarter)), y + side * sin(radians(turn + quarter)))
            for quarter in (0, 90, 180, 270)
        ]
        cube = outline.grown([outline.scaled(corners)], 0.22 * scale)
        brush.shapes.append(Shape(outline.rings(cube), "ice_light", "ink", 0.6 * brush.ink))
