"""Points, balls and turning frames in space: centimetres and degrees, x forward, y up, z to the figure's right."""

from collections.abc import Iterable
from math import cos, radians, sin
from typing import NamedTuple

Vec = tuple[float, float, float]


class Ball(NamedTuple):
    """A ball of flesh: where it is and its radius, in centimetres."""

    x: float
    y: float
    z: float
    r: float


class Frame(NamedTuple):
    """A place and its three axes of length 1, each at a right angle to the others."""

    at: Vec
    ax: Vec
    ay: Vec
    az: Vec

    def point(self, x: float, y: float, z: float) -> Vec:
        """The world's point of a point given in this frame."""
        (ox, oy, oz), a, b, c = self
        return (
            ox + x * a[0] + y * b[0] + z * c[0],
            oy + x * a[1] + y * b[1] + z * c[1],
            oz + x * a[2] + y * b[2] + z * c[2],
        )

    def points(self, rows: Iterable[Vec]) -> list[Vec]:
        """The world's point of each of many points given in this frame."""
        (ox, oy, oz), (ax, ay, az), (bx, by, bz), (cx, cy, cz) = self
        return [
            (ox + x * ax + y * bx + z * cx, oy + x * ay + y * by + z * cy, oz + x * az + y * bz + z * cz)
            for x, y, z in rows
        ]

    def ball(self, x: float, y: float, z: float, r: float) -> Ball:
        """The world's ball of a ball given in this frame."""
        return Ball(*self.point(x, y, z), r)

    def balls(self, rows: Iterable[tuple[float, float, float, float]]) -> tuple[Ball, ...]:
        """The world's ball of each row: x, y, z in this frame, and the radius."""
        (ox, oy, oz), (ax, ay, az), (bx, by, bz), (cx, cy, cz) = self
        return tuple(
            [
                Ball(ox + x * ax + y * bx + z * cx, oy + x * ay + y * by + z * cy, oz + x * az + y * bz + z * cz, r)
                for x, y, z, r in rows
            ]
        )

    def moved(self, x: float, y: float, z: float) -> "Frame":
        """The frame moved along its own axes."""
        return Frame(self.point(x, y, z), self.ax, self.ay, self.az)

    def rounded(self, digits: int = 6) -> "Frame":
        """The frame with so many digits; six leave out the noise of reckoning, so what rests stays exactly the same."""
        at, ax, ay, az = (tuple([round(part, digits) for part in each]) for each in self)
        return Frame(at, ax, ay, az)  # type: ignore[arg-type]

    def turned_x(self, degrees: float) -> "Frame":
        """Turned about its own x axis, from y towards z."""
        ay, az = _turn(self.ay, self.az, degrees)
        return Frame(self.at, self.ax, ay, az)

    def turned_y(self, degrees: float) -> "Frame":
        """Turned about its own y axis, from z towards x."""
        az, ax = _turn(self.az, self.ax, degrees)
        return Frame(self.at, ax, self.ay, az)

    def turned_z(self, degrees: float) -> "Frame":
        """Turned about its own z axis, from x towards y."""
        ax, ay = _turn(self.ax, self.ay, degrees)
        return Frame(self.at, ax, ay, self.az)


ORIGIN: Vec = (0.0, 0.0, 0.0)
WORLD = Frame(ORIGIN, (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def _turn(a: Vec, b: Vec, degrees: float) -> tuple[Vec, Vec]:
    if not degrees:
        return a, b
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (
        (c * a[0] + s * b[0], c * a[1] + s * b[1], c * a[2] + s * b[2]),
        (c * b[0] - s * a[0], c * b[1] - s * a[1], c * b[2] - s * a[2]),
    )


def mix(a: float, b: float, t: float) -> float:
    """The value between `a` and `b` at `t` from 0 to 1."""
    return a * (1.0 - t) + b * t  # the same on the way back


def mix_vec(a: Vec, b: Vec, t: float) -> Vec:
    """The point between `a` and `b` at `t` from 0 to 1."""
    return (mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t))
