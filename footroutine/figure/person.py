"""The whole person, painted from far to near."""

from collections.abc import Callable
from itertools import chain
from math import copysign, dist, hypot
from typing import NamedTuple

from footroutine.figure import flesh, foot, head, outline, stance, wrap
from footroutine.figure.drawing import SCALE, filled, ring
from footroutine.figure.flesh import ANKLE_BONES, LegFlesh
from footroutine.figure.foot import Foot, Toe, nail, under
from footroutine.figure.outline import Body as Shaped
from footroutine.figure.paint import Brush, placed, remembered
from footroutine.figure.skeleton import SHIN, Arm, Body, Leg
from footroutine.figure.space import ORIGIN, Ball, Frame
from footroutine.figure.stance import Stance
from footroutine.figure.wrap import Circle, Paths

_LIMB_FILLET, _CLOTH_FILLET = 3.5, 3.0
_TOE_INK, _ROOT_WIDE = 0.85, 1.35  # of the outline; of the toe's base
_TOE_SHADE = 0.32  # centimetres
_OVER = 1.2  # of the root of the toe that lies over another one: the line of the other ends beneath it
_ROOT = 0.1  # centimetres behind a toe's base, where the line around it fades into the foot
_FINGERS_APART, _FINGER_INK = 0.45, 0.4  # outlines: between two lines, at least, and their width
_FLAT_ON = 0.5  # a hand turned further away shows no fingers, an ankle's side no bone
_SOFT, _SPACED = 0.6, 3.2  # of a toe's line: thinner ones would be scratches; from the second toe to the last, in radii
_BONE, _BONE_SHADE = 1.55, 0.5  # centimetres: an ankle bone's end, and how wide the shade below it is
_HEEL_FIRST = -0.6  # a foot that faces so far away hides its toes
_LITTLE_TOE_FIRST = 0.3  # from where a foot's outer side faces the eye so much, the little toe is nearest
_NAIL_INK = 0.45  # outlines
_NAIL_SEEN = 0.25  # a nail turned further away would be a slit
_GRIPS_FROM, _GRIPS_FULL = 8.0, 48.0  # degrees of curl
_SPOT = (3.2, 2.2, 1.2)  # centimetres that the layers of the warm spot under a grip reach
_CLOSE, _IN_STEP = 3.0, 22.0  # centimetres above the floor
_TRUNK_DIGITS = 3  # of an axis of length 1: its nearest step moves the shoulders by a quarter of a millimetre at most
_NECK_STEPS = 20  # to a centimetre: how finely the neck is bent
_SHADOW_REACH = 0.9  # centimetres that a shadow is wider than what casts it


class Person(NamedTuple):
    """A person in the room: where they are, and their bones."""

    stance: Stance
    body: Body


def at(placed: Stance) -> Person:
    """The person in a stance."""
    return Person(placed, stance.body(placed))


def paint(brush: Brush, who: Person, between: Callable[[], None], *, glow: float = 0.0) -> None:
    """Paint the person; `glow` (0 to 1) warms the worked calf, `between` paints what is between the legs.

    The far limbs are the darker ones, whichever work: where legs cross, the eye must know which is in front. A near
    leg never is: readers took it for the far one, and left for right.
    """
    depth, body = brush.camera.depth, who.body
    legs, arms = [leg._replace(curl=0.0) for leg in body.legs], body.arms  # from afar nobody sees toes grip
    worked_is_near = depth(legs[0].thigh.at) >= depth(legs[1].thigh.at)
    far, near = (1, 0) if worked_is_near else (0, 1)
    middle = depth(body.trunk.at)
    for i in (far, near):
        if depth(arms[i].hand.at) < middle:
            _arm(brush, arms[i], quiet=i == far)
    _leg(brush, legs[far], quiet=True, glow=glow if far == 0 else 0.0)
    _far_shorts(brush, legs[far].thigh)
    between()
    _leg(brush, legs[near], quiet=False, glow=glow if near == 0 else 0.0)
    _shorts(brush, body.trunk, legs[near].thigh)
    _neck(brush, body.trunk, body.head)
    _shirt(brush, body.trunk, body.breath)
    head.paint(brush, body.head)
    for i in (far, near):
        if depth(arms[i].hand.at) >= middle:
            _arm(brush, arms[i], quiet=False)


@remembered
def paint_leg(brush: Brush, bones: Leg, *, quiet: bool, glow: float = 0.0) -> None:
    """One leg by itself, for a close-up: with ankle bone, toes and nails.

    All but the toes is a part of its own: it rests while they move.
    """
    on = flesh.leg(bones).foot
    toes, around = _outlines(brush, on)
    brush.outlined(Shaped([], outline.union(around)), "skin")
    _behind_toes(brush, foot.resting(bones), quiet=quiet, glow=glow)
    _ankle_bone(brush, bones.shin, bones.sign, quiet=quiet)
    if brush.camera.depth(bones.foot.point(1.0, 0.0, 0.0)) - brush.camera.depth(bones.foot.at) > _HEEL_FIRST:
        _toes(brush, on, toes, bones, quiet=quiet)


@remembered
def _behind_toes(brush: Brush, bones: Leg, *, quiet: bool, glow: float) -> None:
    """A leg but for its toes; its skin goes on below them, not quite where they are, which nobody sees."""
    limb = flesh.leg(bones)
    rest = brush.body((*limb.ankle, *limb.foot.hulls), _LIMB_FILLET, (limb.thigh, limb.shin))
    toes, around = _outlines(brush, limb.foot)
    below = wrap.opposite(chain.from_iterable(toes), around)
    whole = rest._replace(within=outline.union([*rest.within, *below]))
    _skin(brush, whole, limb, quiet=quiet, glow=glow)


def _outlines(brush: Brush, on: Foot) -> tuple[list[Paths], Paths]:
    """Of each toe, and of all with the ink around them."""
    seen = [brush.along(toe[:3]) for toe in on.toes]
    inked = [path for circles in seen for path in wrap.tube(circles, None, 0.5 * brush.ink)]
    return [wrap.tube(circles) for circles in seen], inked


def _one(paths: Paths) -> Paths:
    """A toe that is bent too much to be wrapped in one go is joined."""
    return paths if len(paths) == 1 else outline.union(paths)


@remembered
def _arm(brush: Brush, bones: Arm, *, quiet: bool) -> None:
    limb = flesh.arm(bones)
    brush.part(brush.body(limb.hand, 1.2, limb.skin), "skin", shade=0.9, quiet=quiet)
    _fingers(brush, bones.hand)
    brush.part(brush.body((), 0.0, cloth=limb.sleeve), "shirt", shade=1.2, quiet=quiet)


def _fingers(brush: Brush, hand: Frame) -> None:
    """The lines between the fingers, where the hand's back or palm is seen and there is room."""
    faces = brush.camera.depth(hand.point(1.0, 0.0, 0.0)) - brush.camera.depth(hand.at)
    if abs(faces) < _FLAT_ON:
        return
    side = copysign(1.0, faces)
    lines = [(hand.point(side - 0.4, -8.0, z), hand.point(0.4 * side - 0.8, -13.0, 1.1 * z)) for z in (-0.9, 0.3, 1.4)]
    if dist(brush.camera.point(lines[0][0]), brush.camera.point(lines[1][0])) > _FINGERS_APART * brush.ink:
        for ends in lines:
            brush.stroke(ends, "skin_far_shade", _FINGER_INK)


@remembered
def _leg(brush: Brush, bones: Leg, *, quiet: bool, glow: float) -> None:
    """A leg as seen from afar."""
    limb = flesh.far_leg(bones)
    whole = brush.body((*limb.ankle, *limb.foot.hulls), _LIMB_FILLET, (limb.thigh, limb.shin))
    _skin(brush, whole, limb, quiet=quiet, glow=glow)


@remembered
def _far_shorts(brush: Brush, thigh: Frame) -> None:
    brush.part(brush.body((), 0.0, cloth=flesh.shorts(thigh)), "shorts", shade=1.6, quiet=True)


@remembered
def _shorts(brush: Brush, trunk: Frame, near: Frame) -> None:
    """The shorts around the hips and the near thigh."""
    brush.part(brush.body(flesh.hips(trunk), _CLOTH_FILLET, cloth=flesh.shorts(near)), "shorts", shade=1.6)


@remembered
def _neck(brush: Brush, trunk: Frame, above: Frame) -> None:
    low, high = flesh.neck(trunk, above)
    up = [round((b - a) * _NECK_STEPS) / _NECK_STEPS for a, b in zip(low[:3], high[:3], strict=True)]
    bent = Ball(*ORIGIN, low.r), Ball(up[0], up[1], up[2], high.r)
    placed(brush, low[:3], lambda there: _neck_at_origin(there, bent))


@remembered
def _neck_at_origin(brush: Brush, bent: tuple[Ball, Ball]) -> None:
    brush.part(brush.body((bent,), 0.0), "skin", shade=1.2)


@remembered
def _shirt(brush: Brush, trunk: Frame, breath: float) -> None:
    turned = trunk._replace(at=ORIGIN).rounded(_TRUNK_DIGITS)
    placed(brush, trunk.at, lambda there: _shirt_at_origin(there, turned, breath))


@remembered
def _shirt_at_origin(brush: Brush, trunk: Frame, breath: float) -> None:
    brush.part(brush.body(flesh.shirt(trunk, breath), _CLOTH_FILLET), "shirt", shade=2.0)


def _skin(brush: Brush, whole: Shaped, limb: LegFlesh, *, quiet: bool, glow: float) -> None:
    brush.part(whole, "skin", shade=1.1, light=0.0 if quiet else 1.0, quiet=quiet)
    if glow > 0.0:
        _glow(brush, limb.calf, whole.within, glow)


def _glow(brush: Brush, calf: tuple[Ball, ...], whole: Paths, strength: float) -> None:
    """A warm glow on the muscle that stretches: three soft layers."""
    for growth, opacity in ((1.35, 0.35), (1.0, 0.5), (0.6, 0.8)):
        muscle = [Ball(b.x, b.y, b.z, b.r * growth) for b in calf]
        brush.fill(outline.common(brush.tube(muscle), whole), "glow", opacity * strength)


@remembered
def _ankle_bone(brush: Brush, shin: Frame, sign: float, *, quiet: bool) -> None:
    """The end of the shin's bone on the side that is seen: a soft shade below it, open to the shin it belongs to.

    From before or behind, the leg's outline shows both; marks on its front were taken for knees.
    """
    ankle = shin.moved(0.0, -SHIN, 0.0)
    turned = brush.camera.depth(ankle.point(0.0, 0.0, sign)) - brush.camera.depth(ankle.at)
    if abs(turned) < _FLAT_ON:
        return
    x, y, z, _ = ANKLE_BONES[turned > 0.0]
    ankle = ankle.moved(x, y, sign * z * 1.4)
    bone = brush.hulls(((ankle.ball(0.0, 0.0, 0.0, _BONE), ankle.ball(0.0, _BONE, 0.0, _BONE)),))
    (x0, y0), (x1, y1) = (brush.camera.point(ankle.point(0.0, up, 0.0)) for up in (0.0, _BONE_SHADE))
    shift = int((x1 - x0) * SCALE), int((y1 - y0) * SCALE)
    shade = [band for ring in bone if (band := outline.lee(ring + ring, *shift))]
    brush.fill(shade, "skin_far_shade" if quiet else "skin_shade")


def _toes(brush: Brush, on: Foot, outlines: list[Paths], bones: Leg, *, quiet: bool) -> None:
    """Each toe by itself, the nearer ones over those beside them: fill, the line around it but for its root, nail."""
    depth, frame = brush.camera.depth, bones.foot
    tone = "skin_far" if quiet else "skin"
    width = _TOE_INK * max(_apart(brush, on), _SOFT)
    step = _TOE_SHADE * brush.camera.scale * SCALE
    shift = int(-0.5 * step), int(-step)
    outward = depth(frame.point(0.0, 0.0, bones.sign)) - depth(frame.at)
    rows = [(toe, _one(body), _root(brush, toe, frame)) for toe, body in zip(on.toes, outlines, strict=True)]
    if outward < _LITTLE_TOE_FIRST:
        rows.reverse()
    for i, (toe, body, root) in enumerate(rows):
        over = [circle for _, _, circle in rows[i + 1 : i + 2]]
        brush.fill([front for ring in body if (front := outline.outside(ring, [root]))], tone)
        roots = [root, *((x, y, _OVER * r) for x, y, r in over)]
        lines = [line for ring in body if (line := outline.outside(ring, roots))]
        brush.fill([band for line in lines if (band := outline.lee(line, *shift))], f"{tone}_shade")
        brush.strokes(lines, "ink", width)
        _nail(brush, frame, toe)


def _root(brush: Brush, toe: Toe, frame: Frame) -> Circle:
    """Where a toe is one with its foot: what of its line is in there is not drawn."""
    x, y, z, r = toe.base
    back = frame.ax
    return brush.camera.circle(Ball(x - _ROOT * back[0], y - _ROOT * back[1], z - _ROOT * back[2], _ROOT_WIDE * r))


def _apart(brush: Brush, foot: Foot) -> float:
    """How far apart the toes are seen, up to 1: from the side, where they hide each other, lines must be softer."""
    (x0, y0, r), (x1, y1, _) = (brush.camera.circle(foot.toes[i].knuckle) for i in (1, 4))
    bx, by, _ = brush.camera.circle(foot.balls["instep"])
    far = hypot(x0 - bx, y0 - by) or 1.0
    aside = abs((x1 - x0) * (y0 - by) - (y1 - y0) * (x0 - bx)) / far
    return min(1.0, aside / (_SPACED * r))


def _nail(brush: Brush, frame: Frame, toe: Toe) -> None:
    around, within, faces = nail(toe.end, toe.tip.r, _NAIL_INK * brush.ink / brush.camera.scale)
    turned = frame._replace(at=ORIGIN)
    if brush.camera.depth(turned.point(*faces)) > _NAIL_SEEN:
        for edge, role in ((around, "ink"), (within, "nail")):
            brush.shapes.append(filled((ring(brush.camera.points_in(frame, edge)),), role))


@remembered
def foot_shadow(brush: Brush, bones: Frame, sign: float, floor: float, *, on_mat: bool) -> None:
    """The shadow under what of a foot is close to the floor, or under the whole foot in a step.

    Over the end of a mat it falls on what is below.
    """
    high = {ball: ball.y - ball.r - floor for ball in under(bones, sign)}
    lifted = _CLOSE < min(high.values()) < _IN_STEP
    touching = [ball for ball, above in high.items() if lifted or above < _CLOSE]
    if touching:
        scale, squash = brush.camera.scale, brush.camera.floor_squash
        circles = [(*brush.camera.point((b.x, floor, b.z)), (b.r * 0.8 + _SHADOW_REACH) * scale) for b in touching]
        brush.fill([wrap.hull(tuple(circles), squash)], *(("shadow", 0.16) if on_mat else ("floor_shadow", 1.0)))


@remembered
def pressure(brush: Brush, bones: Leg, floor: float) -> None:
    """A warm glow on the floor that spreads from under toes that grip."""
    for reach, role in zip(_SPOT, ("pressure_wide", "pressure", "pressure_near"), strict=True):
        brush.fill(spot(brush, bones, floor, reach), role)


def spot(brush: Brush, bones: Leg, floor: float, reach: float = _SPOT[0]) -> Paths:
    """The floor around toes that grip, `reach` centimetres from them: it spreads as they curl, from nothing."""
    strength = min(1.0, max(0.0, (bones.curl - _GRIPS_FROM) / (_GRIPS_FULL - _GRIPS_FROM)))
    if strength <= 0.0:
        return []
    tips = [toe.tip for toe in flesh.leg(bones).foot.toes]
    circles = tuple(brush.camera.circles(Ball(t.x + 0.4, floor, t.z, t.r) for t in tips))
    grow = strength * reach - (1.0 - strength) * tips[0].r
    return [wrap.hull(circles, brush.camera.floor_squash, grow * brush.camera.scale)]
