"""The picture of a moment: room, person, arrow and inset, as flat shapes.

Everything is drawn with the right leg at work; the picture of a left side is its mirror image.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from footroutine.domain.exercise import Moment, Posture, Side, View
from footroutine.figure import arrow, camera, framing, ghost, motion, outline, person, props, stance
from footroutine.figure.camera import Camera
from footroutine.figure.drawing import Box, Drawing, Shape, filled
from footroutine.figure.motion import Shot
from footroutine.figure.paint import Brush
from footroutine.figure.person import Person
from footroutine.figure.same import Same
from footroutine.figure.skeleton import WORKED
from footroutine.figure.stance import Stance
from footroutine.figure.wrap import Paths

_INK = 0.0042  # the outline, of the sheet's shorter side
_THINNEST, _SMALL_INK = 0.7, 1.2  # pixels: an outline is never thinner, and on a small sheet not much thicker
_INSET_STEPS = 16  # of a way: in a body so small none moves by more than a pixel, and most pictures share theirs
_SMALLEST = 16.0  # pixels
_INSETS_KEPT = 64  # of whole bodies: both ways between two poses, and what is held
_CUTS_KEPT = 128  # of shapes in an inset
_KEPT = 16  # drawings, of up to half a megabyte each
_STRETCH_FROM, _STRETCH_FULL = 18.5, 23.0  # degrees of dorsiflexion with a straight knee
_EASED_BY = 0.12  # of the way back to the start, when no calf glows any more


def draw(moment: Moment, width: float, height: float, *, reduce_motion: bool = False) -> Drawing:
    """The picture of the moment on a sheet of `width` x `height` pixels; a sheet too small stays empty."""
    return draw_shot(motion.shot_of(moment, reduce_motion=reduce_motion), width, height)


@lru_cache(maxsize=_KEPT)
def draw_shot(shot: Shot, width: float, height: float, below: float = 0.0) -> Drawing:
    """The picture of the shot (see `draw`). The room goes on `below` it by so many pixels of a higher sheet."""
    if min(width, height) < _SMALLEST:
        return Drawing(width, height + below, ())
    who = person.at(motion.stance_at(shot))
    sheet = Box(0.0, 0.0, width, height + below)
    brush = Brush(framing.camera_of(shot, width, height), _ink(width, height), sheet=sheet)
    _everything(brush, shot.view, shot, who)
    inset = framing.has_inset(shot, width, height)
    arrow.paint(brush, shot, told_in_inset=inset and shot.view.framing == "body", close=shot.view.is_close)
    if inset:
        brush.shapes += _inset(shot, who, width, height)
    return Drawing(width, height + below, tuple(brush.shapes), mirrored=shot.side is Side.LEFT)


def _ink(width: float, height: float) -> float:
    short = min(width, height)
    return max(_THINNEST, min(_SMALL_INK, 2 * _INK * short), _INK * short)


def _everything(brush: Brush, view: View, shot: Shot, who: Person) -> None:
    """The room and the person in it; the foot of a preview is quiet unless its colour tells it from the other one."""
    stage, quiet = shot.stage, shot.weight < 1.0
    props.behind(brush, view.props, who.stance.palms, stage.feet, close=view.is_close)
    on_mat = stage.exercise.posture is Posture.LYING
    floor = stance.ground(stage.exercise.posture)
    alone = view.framing == "foot" and not stage.both  # a second foot at its heel would only seem to belong to it
    for index in (0,) if alone else (0, 1):
        bones = who.body.legs[index]
        person.foot_shadow(brush, bones.foot, bones.sign, floor, on_mat=on_mat)
        if view.glow == "toes" and not brush.plain:
            person.pressure(brush, bones, floor)

    def between() -> None:
        props.between(brush, view.props, who.body)

    if not brush.plain:
        ghost.paint(brush, shot)
    start = len(brush.shapes)
    glow = shot.weight * _stretch(shot, who.stance) if view.glow == "calf" else 0.0
    if view.is_close:
        if not alone:
            person.paint_leg(brush, who.body.legs[1], quiet=quiet or not stage.both)
        between()
        person.paint_leg(brush, who.body.legs[0], quiet=quiet and (alone or stage.both), glow=glow)
    else:
        person.paint(brush, who, between, glow=glow)
    brush.shapes[start:start] = brush.rims
    props.before(brush, view.props, who.body)


def _stretch(shot: Shot, placed: Stance) -> float:
    """How much the worked calf is stretched: an ankle bent up while the knee is straight, 0 to 1."""
    bend = placed.angles.get(f"{WORKED}.dorsiflexion", 0.0) - placed.angles.get(f"{WORKED}.knee_flexion", 0.0)
    eased = shot.way / _EASED_BY if shot.travels and shot.pose_to == shot.stage.exercise.start_pose else 0.0
    return min(max(0.0, 1.0 - eased), max(0.0, (bend - _STRETCH_FROM) / (_STRETCH_FULL - _STRETCH_FROM)))


def _inset(shot: Shot, who: Person, width: float, height: float) -> Iterable[Shape]:
    """A panel in a corner: the foot as the person sees it, or beside a close-up the whole body."""
    if shot.view.framing != "body":
        return _body_inset(shot._replace(way=round(shot.way * _INSET_STEPS) / _INSET_STEPS), width, height)
    brush, panel = _inset_brush(shot, width, height)
    person.paint_leg(brush, who.body.legs[0], quiet=shot.weight < 1.0)
    brush.shapes[0:0] = brush.rims
    arrow.paint(brush, shot, close=True)
    panel_shapes = _on_panel(brush.shapes, panel, _ink(width, height))
    return panel_shapes if shot.swell == 1.0 else [replace(s, opacity=s.opacity * shot.swell) for s in panel_shapes]


@lru_cache(maxsize=_INSETS_KEPT)
def _body_inset(shot: Shot, width: float, height: float) -> tuple[Shape, ...]:
    """The whole body beside a close-up."""
    brush, panel = _inset_brush(shot, width, height)
    _everything(brush, replace(shot.view, framing="body"), shot, person.at(motion.stance_at(shot)))
    return tuple(_on_panel(brush.shapes, panel, _ink(width, height)))


def _inset_brush(shot: Shot, width: float, height: float) -> tuple[Brush, Box]:
    panel = framing.panel(shot.stage.exercise.posture, shot.view, width, height)
    rim = panel.width * 0.07
    inner = Box(panel.left + rim, panel.top + rim, panel.right - rim, panel.bottom - rim)
    ink, plain = _ink(width, height) * 0.8, shot.view.framing != "body"
    return Brush(_inset_camera(shot, inner), ink, plain, sheet=panel), panel


def _on_panel(shapes: list[Shape], panel: Box, ink: float) -> list[Shape]:
    """What of the shapes is inside the panel, on its paper and within its border."""
    radius = panel.width * 0.1
    back, border = _panel(panel, radius, ink * 1.6)
    return [back, *(cut for shape in shapes for cut in _cut(Same(shape), panel, radius)), border]


@lru_cache(maxsize=4)
def _rounded(box: Box, radius: float) -> Paths:
    """The box with rounded corners."""
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return outline.grown(outline.grown([outline.scaled(corners)], -radius), radius)


def _inset_camera(shot: Shot, inner: Box) -> Camera:
    stage = shot.stage
    if shot.view.framing != "body":
        look = framing.INSET_LOOK
        return camera.fitted(look, framing.box_of(stage, look.yaw, look.pitch, "body"), inner)
    look = framing.own_look(stance.body(stage.poses[shot.pose_to]))
    return camera.fitted(look, framing.own_box(stage, shot.pose_to, look), inner)


@lru_cache(maxsize=4)
def _panel(box: Box, radius: float, width: float) -> tuple[Shape, Shape]:
    """The panel's paper and its border."""
    edge = _rounded(box, radius)
    border = [*outline.grown(edge, width / 2), *(path[::-1] for path in outline.grown(edge, -width / 2))]
    back, line = (outline.rings(outline.stepped(paths)) for paths in (edge, border))
    return filled(back, "panel"), filled(line, "panel_edge")


@lru_cache(maxsize=_CUTS_KEPT)
def _cut(of: Same[Shape], panel: Box, radius: float) -> list[Shape]:
    """What of a shape is inside the panel."""
    shape, edge = of.thing, _rounded(panel, radius)
    if shape.box().within(panel):
        return [shape]
    paths = [outline.scaled(line) for line in shape.lines()]
    inside = (
        outline.common(paths, edge)
        if shape.closed
        else [piece for path in paths for piece in outline.line_inside(path, edge)]
    )
    return [replace(shape, rings=outline.rings(inside), at=(0, 0))] if inside else []
