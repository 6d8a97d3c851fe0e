"""The eye: where a point of space falls on the sheet, seen from far away (without perspective)."""

from collections.abc import Iterable
from math import cos, radians, sin
from typing import NamedTuple

from footroutine.figure.drawing import Box
from footroutine.figure.space import Ball, Frame, Vec


class Look(NamedTuple):
    """A direction of looking, in degrees (see `footroutine.domain.exercise.View`)."""

    yaw: float
    pitch: float

    def seen(self, point: Vec) -> Vec:
        """Centimetres to the right, upwards and towards the eye."""
        x, y, z = point
        cy, sy = cos(radians(self.yaw)), sin(radians(self.yaw))
        cp, sp = cos(radians(self.pitch)), sin(radians(self.pitch))
        towards = sy * x + cy * z
        return cy * x - sy * z, cp * y - sp * towards, sp * y + cp * towards


class Camera(NamedTuple):
    """A look, scaled and moved onto the sheet (see `aimed`). `scale` is pixels a centimetre."""

    look: Look
    scale: float
    ox: float
    oy: float
    cy: float
    sy: float
    cp: float
    sp: float

    def point(self, point: Vec) -> tuple[float, float]:
        """Where a point falls, in pixels."""
        x, y, z = point
        towards = self.sy * x + self.cy * z
        return (
            self.ox + self.scale * (self.cy * x - self.sy * z),
            self.oy - self.scale * (self.cp * y - self.sp * towards),
        )

    def points(self, points: Iterable[Vec]) -> list[tuple[float, float]]:
        """Where each of many points falls, in pixels."""
        _, s, ox, oy, cy, sy, cp, sp = self
        return [(ox + s * (cy * x - sy * z), oy - s * (cp * y - sp * (sy * x + cy * z))) for x, y, z in points]

    def points_in(self, frame: Frame, points: Iterable[Vec]) -> list[tuple[float, float]]:
        """Where each of many points given in a frame falls, in pixels."""
        flat = self._replace(ox=0.0, oy=0.0)
        (ox, oy), (ax, ay), (bx, by), (cx, cy) = self.point(frame.at), *flat.points(frame[1:])
        return [(ox + x * ax + y * bx + z * cx, oy + x * ay + y * by + z * cy) for x, y, z in points]

    def circle(self, ball: Ball) -> tuple[float, float, float]:
        """The circle of a ball: x, y, radius in pixels."""
        return self.circles((ball,))[0]

    def circles(self, balls: Iterable[Ball]) -> list[tuple[float, float, float]]:
        """The circle of each ball."""
        _, s, ox, oy, cy, sy, cp, sp = self
        return [(ox + s * (cy * x - sy * z), oy - s * (cp * y - sp * (sy * x + cy * z)), s * r) for x, y, z, r in balls]

    def depth(self, point: Vec) -> float:
        """How far towards the eye a point is, in centimetres."""
        x, y, z = point
        return self.sp * y + self.cp * (self.sy * x + self.cy * z)

    @property
    def floor_squash(self) -> float:
        """How flat a circle on the floor looks."""
        return max(0.06, abs(self.sp))


def aimed(look: Look, scale: float, ox: float, oy: float) -> Camera:
    """The camera that shows the world's origin at `ox`, `oy` pixels."""
    yaw, pitch = radians(look.yaw), radians(look.pitch)
    return Camera(look, scale, ox, oy, cos(yaw), sin(yaw), cos(pitch), sin(pitch))


def bounds(look: Look, balls: Iterable[Ball]) -> Box:
    """The box around balls as they are seen, in centimetres (y down)."""
    seen = [(*look.seen((b.x, b.y, b.z))[:2], b.r) for b in balls]
    return Box(
        min(x - r for x, _, r in seen),
        min(-y - r for _, y, r in seen),
        max(x + r for x, _, r in seen),
        max(-y + r for _, y, r in seen),
    )


def fitted(look: Look, box: Box, area: Box) -> Camera:
    """The camera that shows the box (centimetres) as large as the area (pixels) allows, in its middle."""
    scale = min(area.width / box.width, area.height / box.height)
    ox = (area.left + area.right) / 2 - scale * (box.left + box.right) / 2
    oy = (area.top + area.bottom) / 2 - scale * (box.top + box.bottom) / 2
    return aimed(look, scale, ox, oy)
