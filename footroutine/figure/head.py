"""The head: a simple friendly face, an ear, short hair.

Hair is the whole skull; the face is a cap of skin cut into it, so the hairline is right from every side.
"""

from math import cos, hypot, pi, radians, sin

from footroutine.figure import outline
from footroutine.figure.drawing import Shape
from footroutine.figure.paint import Brush, placed, remembered
from footroutine.figure.space import ORIGIN, Frame, Vec
from footroutine.figure.wrap import Paths

SKULL: Vec = (1.2, 9.6, 0.0)  # its middle in the head's frame
RADIUS = 8.8
_FACE_DOWN, _FACE_HALF_ANGLE = 27.0, 63.0  # the face's middle is below straight ahead; how wide the cap is
_SIDES = 28
_CHEEK_SEEN = -0.3  # turned further away, a head shows hair, jaw and nose
_TURN_DIGITS = 2  # of an axis of length 1: it moves the head's edge by less than a millimetre


@remembered
def paint(brush: Brush, head: Frame) -> None:
    """Paint the head: where it is exactly, and turned as the nearest of steps too small to be seen."""
    turned = head._replace(at=ORIGIN).rounded(_TURN_DIGITS)
    placed(brush, head.at, lambda there: _paint_at_origin(there, turned))


@remembered
def _paint_at_origin(brush: Brush, head: Frame) -> None:
    skull = head.moved(*SKULL)
    depth = brush.camera.depth
    facing = depth(skull.point(1.0, 0.0, 0.0)) - depth(skull.at)  # 1 from the front, -1 from behind
    near = 1.0 if depth(skull.point(0.0, 0.0, 1.0)) > depth(skull.at) else -1.0
    hair = brush.hulls(
        (
            (skull.ball(-0.6, 0.7, 0.0, RADIUS + 0.7), skull.ball(-1.6, -2.8, 0.0, 7.2)),
            (skull.ball(3.4, 4.4, 0.0, 5.6),),
        )
    )
    hair = outline.union(hair, 1.5 * brush.camera.scale)
    jaw = brush.hulls(
        (
            (skull.ball(2.6, -1.6, 0.0, 6.6), skull.ball(3.6, -6.6, 1.2, 3.0), skull.ball(3.6, -6.6, -1.2, 3.0)),
            (skull.ball(3.6, -6.6, 0.0, 3.0), skull.ball(5.2, -7.3, 0.0, 2.2)),
        )
    )
    nose = brush.hulls(((skull.ball(7.4, 0.6, 0.0, 1.1), skull.ball(9.0, -2.4, 0.0, 1.05)),))
    face = _cap(brush, skull) if facing > _CHEEK_SEEN else []
    skin = outline.union([*jaw, *face, *nose], 0.7 * brush.camera.scale)
    whole = outline.body(outline.union([*hair, *skin], 0.3 * brush.camera.scale), brush.ink)
    brush.outlined(whole, "hair")
    if facing > -0.75:
        visible = outline.common(skin, whole.within)
        brush.fill(visible, "skin")
        brush.fill(
            outline.minus(visible, outline.shifted(visible, -0.4 * brush.camera.scale, -0.9 * brush.camera.scale)),
            "skin_shade",
        )
        _features(brush, skull, near)
    _ear(brush, skull, near)


def _on_skull(skull: Frame, aside: float, up: float, out: float = 0.0) -> Vec:
    """The point of the skull's surface at these degrees from straight ahead."""
    r = RADIUS + out
    flat = r * cos(radians(up))
    return skull.point(flat * cos(radians(aside)), r * sin(radians(up)), flat * sin(radians(aside)))


def _cap(brush: Brush, skull: Frame) -> Paths:
    """The part of the skull that is face, as seen; what is behind the edge of the skull is moved onto the edge."""
    axis = skull.turned_z(-_FACE_DOWN)
    camera = brush.camera
    cx, cy = camera.point(skull.at)
    middle, r = camera.depth(skull.at), RADIUS * camera.scale
    across, along = RADIUS * sin(radians(_FACE_HALF_ANGLE)), RADIUS * cos(radians(_FACE_HALF_ANGLE))
    points = []
    for i in range(_SIDES):
        angle = 2 * pi * i / _SIDES
        at = axis.point(along, across * cos(angle), across * sin(angle))
        x, y = camera.point(at)
        if camera.depth(at) < middle:
            far = hypot(x - cx, y - cy) or 1.0
            x, y = cx + (x - cx) * r / far, cy + (y - cy) * r / far
        points.append((x, y))
    return outline.union([outline.scaled(points)])


def _features(brush: Brush, skull: Frame, near: float) -> None:
    camera = brush.camera
    middle = camera.depth(skull.at)
    for side in (-near, near):
        eye = _on_skull(skull, side * 24.0, -6.0)
        if camera.depth(eye) > middle + 1.2:
            balls = (skull.ball(*_local(24.0 * side, -3.5), 0.62), skull.ball(*_local(24.0 * side, -9.5), 0.62))
            brush.fill(brush.hulls((balls,)), "ink")
            brow = [_on_skull(skull, side * a, up) for a, up in ((14.0, 10.0), (24.0, 13.0), (35.0, 10.0))]
            brush.stroke(brow, "hair", 1.3)
        cheek = _on_skull(skull, side * 40.0, -26.0)
        if camera.depth(cheek) > middle + 2.0:
            brush.dot(cheek, 1.5, "cheek", 0.55)
    smile = [(a, -41.0 - 8.0 * cos(radians(a * 3.2))) for a in (-26.0, -17.0, -8.0, 0.0, 8.0, 17.0, 26.0)]
    seen = [p for p in (_on_skull(skull, a, up, 0.3) for a, up in smile) if camera.depth(p) > middle + 1.0]
    if len(seen) > 2:
        brush.stroke(seen, "ink", 1.0)


def _local(aside: float, up: float) -> Vec:
    flat = RADIUS * cos(radians(up))
    return flat * cos(radians(aside)), RADIUS * sin(radians(up)), flat * sin(radians(aside))


def _ear(brush: Brush, skull: Frame, near: float) -> None:
    """The ear on the near side; seen edge-on it would only be a line."""
    turned = brush.camera.depth(skull.point(0.0, 0.0, near)) - brush.camera.depth(skull.at)
    if turned < 0.25:
        return
    at = skull.moved(-0.3, -1.8, near * (RADIUS - 0.6))
    ear = brush.hulls(((at.ball(0.2, 0.8, 0.0, 1.5), at.ball(0.4, -1.2, 0.0, 1.0)),))
    brush.shapes.append(Shape(outline.rings(ear), "skin", "ink", brush.ink * 0.7))
    brush.fill(brush.hulls(((at.ball(0.35, 0.6, 0.0, 0.6),),)), "skin_shade")
