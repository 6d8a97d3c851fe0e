"""The picture of a moment: room, person, arrow and inset, as flat shapes.

Everything is drawn with the right leg at work; the picture of a left side is its mirror image.
"""

from dataclasses import replace
from functools import lru_cache

from footroutine.domain.exercise import Moment, MovementKind, Side, View
from footroutine.figure import arrow, camera, framing, motion, outline, person, props, stance
from footroutine.figure.camera import Box, Camera
from footroutine.figure.drawing import Drawing, Shape
from footroutine.figure.motion import Stage
from footroutine.figure.paint import Brush, rounded
from footroutine.figure.person import Person
from footroutine.figure.skeleton import WORKED
from footroutine.figure.stance import Stance

_INK = 0.0042  # the outline, of the sheet's shorter side
_THINNEST, _SMALL_INK = 0.7, 1.2  # pixels: an outline is never thinner, and on a small sheet not much thicker
_SMALLEST = 16.0  # pixels
_STRETCH_FROM, _STRETCH_FULL = 13.0, 21.0  # degrees of dorsiflexion with a straight knee


def draw(moment: Moment, width: float, height: float, *, reduce_motion: bool = False) -> Drawing:
    """The picture of the moment on a sheet of `width` x `height` pixels; a sheet too small stays empty."""
    if min(width, height) < _SMALLEST:
        return Drawing(width, height, ())
    stage, view = motion.stage_of(moment), framing.view_of(moment)
    eye = framing.camera_of(moment, stage, width, height)
    movement = moment.movement
    if movement is None or (movement.kind is MovementKind.HOLD and (reduce_motion or view.framing == "foot")):
        return _still(stage, moment.side, moment.pose_to, view, eye, width, height)
    placed = motion.stance_at(moment, reduce_motion=reduce_motion)
    return _composed(moment, stage, view, eye, placed, width, height, reduce_motion=reduce_motion)


@lru_cache(maxsize=16)
def _still(stage: Stage, side: Side, pose: str, view: View, eye: Camera, width: float, height: float) -> Drawing:
    """The picture of a pose in which nothing moves; a close-up does not show the breath."""
    moment = Moment(stage.exercise, side, pose, pose, 0.0)
    return _composed(moment, stage, view, eye, stage.poses[pose], width, height, reduce_motion=True)


def _composed(
    moment: Moment,
    stage: Stage,
    view: View,
    eye: Camera,
    placed: Stance,
    width: float,
    height: float,
    *,
    reduce_motion: bool,
) -> Drawing:
    who = person.at(placed)
    brush = Brush(eye, _ink(width, height))
    _everything(brush, view, stage, who)
    arrow.paint(brush, moment, stage, reduce_motion=reduce_motion)
    shapes = list(brush.shapes)
    if framing.has_inset(moment, view, width, height):
        shapes += _inset(moment, view, stage, who, width, height, reduce_motion=reduce_motion)
    if moment.side is Side.LEFT:
        shapes = [shape.mapped(lambda p: (width - p[0], p[1])) for shape in shapes]
    return Drawing(width, height, tuple(shapes))


def _ink(width: float, height: float) -> float:
    short = min(width, height)
    return max(_THINNEST, min(_SMALL_INK, 2 * _INK * short), _INK * short)


def _everything(brush: Brush, view: View, stage: Stage, who: Person) -> None:
    """The room and the person in it."""
    props.behind(brush, view.props, who.stance, stage.feet, close=view.framing == "foot")
    floor = stance.ground(stage.exercise.posture)
    for index in (0, 1):
        person.foot_shadow(brush, who, index, floor)
        if view.glow == "toes" and not brush.plain:
            person.pressure(brush, who, index, floor)

    def between() -> None:
        props.between(brush, view.props, who.body)

    glow = _stretch(who.stance) if view.glow == "calf" else 0.0
    if view.framing == "foot":
        person.paint_leg(brush, who, 1, quiet=not stage.both)
        between()
        person.paint_leg(brush, who, 0, quiet=False, glow=glow)
    else:
        person.paint(brush, who, between, both=stage.both, glow=glow)
    props.before(brush, view.props, who.body)


def _stretch(placed: Stance) -> float:
    """How much the worked calf is stretched: an ankle bent up while the knee is straight, 0 to 1."""
    bend = placed.angles.get(f"{WORKED}.dorsiflexion", 0.0) - placed.angles.get(f"{WORKED}.knee_flexion", 0.0)
    return min(1.0, max(0.0, (bend - _STRETCH_FROM) / (_STRETCH_FULL - _STRETCH_FROM)))


def _inset(
    moment: Moment,
    view: View,
    stage: Stage,
    who: Person,
    width: float,
    height: float,
    *,
    reduce_motion: bool,
) -> list[Shape]:
    """A panel in the upper right corner: the foot as the person sees it, or beside a close-up the whole body."""
    panel = framing.panel(width, height, mirrored=moment.side is Side.LEFT)
    size = panel.width
    ring = ((panel.left, panel.top), (panel.right, panel.top), (panel.right, panel.bottom), (panel.left, panel.bottom))
    edge = rounded(ring, size * 0.1)
    inner = Box(*(a + d for a, d in zip(panel, (size * 0.07, size * 0.07, -size * 0.07, -size * 0.07), strict=True)))
    brush = Brush(_inset_camera(moment, view, stage, inner), _ink(width, height) * 0.8, plain=view.framing != "body")
    if view.framing == "body":
        person.paint_leg(brush, who, 0, quiet=False)
        arrow.paint(brush, moment, stage, reduce_motion=reduce_motion)
    else:
        _everything(brush, replace(view, framing="body"), stage, who)
    border = Shape(outline.rings(edge), None, "panel_edge", _ink(width, height) * 1.6)
    back = Shape(outline.rings(edge), "panel", None, 0.0)
    panel_shapes = [back, *(cut for shape in brush.shapes for cut in _cut(shape, panel, edge)), border]
    shown = motion.swell_of(moment) if view.framing == "body" and not reduce_motion else 1.0
    return [replace(shape, opacity=shape.opacity * shown) for shape in panel_shapes]


def _inset_camera(moment: Moment, view: View, stage: Stage, inner: Box) -> Camera:
    if view.framing != "body":
        look = framing.INSET_LOOK
        return camera.fitted(look, framing.box_of(stage, look.yaw, look.pitch, "body"), inner)
    look = framing.own_look(stance.body(stage.poses[moment.pose_to]))
    return camera.fitted(look, framing.own_box(stage, moment.pose_to, look), inner)


def _cut(shape: Shape, panel: Box, edge: outline.Paths) -> list[Shape]:
    """What of a shape is inside the panel."""
    if all(panel.left < x < panel.right and panel.top < y < panel.bottom for ring in shape.rings for x, y in ring):
        return [shape]
    paths = [outline.scaled(ring) for ring in shape.rings]
    inside = (
        outline.common(paths, edge)
        if shape.closed
        else [piece for path in paths for piece in outline.line_inside(path, edge)]
    )
    return [replace(shape, rings=outline.rings(inside))] if inside else []
