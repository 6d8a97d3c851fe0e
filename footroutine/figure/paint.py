"""Flesh and cloth become shapes: outline, flat fill, a band of shade, a soft highlight."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, update_wrapper
from math import inf
from typing import Concatenate, ParamSpec

from footroutine.figure import outline
from footroutine.figure.camera import Camera
from footroutine.figure.drawing import Box, Ring, Shape, filled, line
from footroutine.figure.outline import Paths
from footroutine.figure.space import Ball, Vec

_PARTS_KEPT = 128  # of each kind of part: a circle, whose way back shows the same ones
_RIM = 0.9  # outlines: how much of the rim shows around the ink
_OFF_SHEET = 4.0  # centimetres: what is so far off the sheet shapes nothing that is on it
_EVERYWHERE = Box(-inf, -inf, inf, inf)
_P = ParamSpec("_P")
LIGHT = (-0.62, -0.78)  # where the light comes from on the sheet: from the upper left


@dataclass
class Brush:
    """Collects shapes, seen by one camera, and the `rims` that go behind them (see `outlined`).

    `ink` is the outline's width in pixels; `plain` leaves out the shading. What is wholly off the `sheet` is left out.
    """

    camera: Camera
    ink: float
    plain: bool = False
    sheet: Box = _EVERYWHERE
    shapes: list[Shape] = field(default_factory=list)
    rims: list[Shape] = field(default_factory=list)

    def hulls(self, groups: Iterable[Sequence[Ball]]) -> Paths:
        """The outline of each group of balls, as seen; not of those that are off the sheet."""
        circle, edge = self.camera.circle, _OFF_SHEET * self.camera.scale
        left, top, right, bottom = self.sheet
        left, top, right, bottom = left - edge, top - edge, right + edge, bottom + edge
        seen = [tuple([circle(ball) for ball in group]) for group in groups]
        return [
            outline.hull(circles)
            for circles in seen
            if any(left < x + r and x - r < right and top < y + r and y - r < bottom for x, y, r in circles)
        ]

    def solid(self, groups: Iterable[Sequence[Ball]], fillet: float) -> Paths:
        """All groups as one body, its inner corners rounded by so many centimetres."""
        hulls = self.hulls(groups)
        return hulls if len(hulls) == 1 else outline.union(hulls, fillet * self.camera.scale)

    def kept_solid(self, groups: tuple[tuple[Ball, ...], ...], fillet: float) -> Paths:
        """The same, remembered for a while: for a body that stays while what is on it moves."""
        return _kept_solid(self.camera, self.sheet, groups, fillet)

    def part(self, body: Paths, role: str, *, shade: float, light: float = 0.0, quiet: bool = False) -> None:
        """A body with outline and fill; `shade` and `light` are the widths of those bands in centimetres.

        Roles are `role`, `role`_shade and `role`_light; a `quiet` part uses `role`_far for its fill.
        """
        if not body:
            return
        tone = f"{role}_far" if quiet else role
        rings = outline.rings(body)
        self.shapes.append(filled(rings, tone))
        if shade > 0.0 and not self.plain:
            step = shade * self.camera.scale
            self.fill(outline.minus(body, outline.shifted(body, LIGHT[0] * step, LIGHT[1] * step)), f"{tone}_shade")
        if light > 0.0 and not self.plain:
            step = light * self.camera.scale
            core = outline.core(body, 0.55 * step + 0.5 * self.ink)
            glint = outline.minus(core, outline.shifted(core, -LIGHT[0] * 0.6 * step, -LIGHT[1] * 0.6 * step))
            self.fill(glint, f"{role}_light", 0.75)
        self.outlined(rings)

    def outlined(self, rings: tuple[Ring, ...], fill: str | None = None) -> None:
        """An outline; far behind it a wider one, the rim: ink alone is lost on dark paper."""
        self.shapes.append(Shape(rings, fill, "ink", self.ink))
        self.rims.append(Shape(rings, None, "rim", self.ink * (1.0 + 2.0 * _RIM)))

    def fill(self, paths: Paths, role: str, opacity: float = 1.0) -> None:
        """A flat fill, if there is anything to fill."""
        if paths:
            self.shapes.append(filled(outline.rings(paths), role, opacity))

    def face(self, points: Iterable[Vec], role: str, opacity: float = 1.0, *, ink: float = 0.0) -> None:
        """A flat polygon in space."""
        ring = tuple(self.camera.point(p) for p in points)
        self.shapes.append(Shape((ring,), role, "ink" if ink else None, ink * self.ink, opacity))

    def stroke(self, points: Iterable[Vec], role: str, width: float, opacity: float = 1.0) -> None:
        """A line in space, `width` times the outline."""
        self.shapes.append(line(tuple(self.camera.point(p) for p in points), role, width * self.ink, opacity))

    def strokes(self, lines: Paths, role: str, width: float) -> None:
        """Lines on the sheet."""
        self.shapes.extend(line(ring, role, width * self.ink) for ring in outline.rings(lines))

    def dot(self, at: Vec, radius: float, role: str, opacity: float = 1.0) -> None:
        """A disc that always faces the eye, `radius` in centimetres."""
        x, y = self.camera.point(at)
        self.fill([outline.hull(((x, y, radius * self.camera.scale),))], role, opacity)


@lru_cache(maxsize=_PARTS_KEPT)
def _kept_solid(camera: Camera, sheet: Box, groups: tuple[tuple[Ball, ...], ...], fillet: float) -> Paths:
    return Brush(camera, 0.0, sheet=sheet).solid(groups, fillet)


def remembered(paint: Callable[Concatenate[Brush, _P], None]) -> Callable[Concatenate[Brush, _P], None]:
    """A part that looks as it did lately is not worked out again: a leg at rest, the head, the inset's trunk.

    What the part is painted from must be hashable, and all that it depends on.
    """

    @lru_cache(maxsize=_PARTS_KEPT)
    def shapes(
        camera: Camera,
        ink: float,
        plain: bool,
        sheet: Box,
        args: tuple[Hashable, ...],
        named: tuple[tuple[str, Hashable], ...],
    ) -> Brush:
        brush = Brush(camera, ink, plain, sheet)
        paint(brush, *args, **dict(named))  # type: ignore[arg-type]
        return brush

    def painted(brush: Brush, /, *args: _P.args, **named: _P.kwargs) -> None:
        part = shapes(brush.camera, brush.ink, brush.plain, brush.sheet, args, tuple(named.items()))
        brush.shapes += part.shapes
        brush.rims += part.rims

    update_wrapper(painted, paint)
    return painted
