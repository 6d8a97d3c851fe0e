"""Flesh and cloth become shapes: outline, flat fill, a band of shade, a soft highlight."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, update_wrapper
from math import inf
from typing import Concatenate, ParamSpec

from footroutine.figure import outline, wrap
from footroutine.figure.camera import Camera
from footroutine.figure.drawing import Box, Shape, filled, line, ring
from footroutine.figure.flesh import Chain, Cloth, Hulls
from footroutine.figure.outline import Body
from footroutine.figure.space import Ball, Vec
from footroutine.figure.wrap import Circle, Paths

_PARTS_KEPT = 128  # of each kind of part: a circle, whose way back shows the same ones
_LIT = 0.6  # of a highlight's width: how far it is from the edge, and how wide across the light
_SPECK = 0.2  # of a highlight's width, squared: what is smaller is a speck on a knuckle
_COARSE = 5.0  # pixels a centimetre: what is smaller looks as smooth with half the balls
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

    def hulls(self, groups: Iterable[Sequence[Ball]], grow: float = 0.0) -> Paths:
        """The outline of each group of balls, as seen; not of those that are off the sheet. `grow` is in pixels."""
        paths = []
        for group in groups:
            circles = tuple(self.camera.circles(group))
            if any(map(self._on_sheet, circles)):
                paths.append(wrap.hull(circles, 1.0, grow))
        return paths

    def _on_sheet(self, circle: Circle) -> bool:
        x, y, r = circle
        left, top, right, bottom = self.sheet
        r += _OFF_SHEET * self.camera.scale
        return left < x + r and x - r < right and top < y + r and y - r < bottom

    def along(self, chain: Sequence[Ball]) -> tuple[Circle, ...]:
        """The circles of a chain; where all is small, half of them do."""
        return tuple(self.camera.circles(chain[::2] if self.camera.scale < _COARSE else chain))

    def tube(self, chain: Sequence[Ball], opening: float | None = None, grow: float = 0.0) -> Paths:
        """The smooth outline around a chain of balls, as seen (see `wrap.tube`); not of what is off the sheet."""
        circles = self.along(chain)
        first, last = 0, len(circles)
        if not (self._on_sheet(circles[0]) and self._on_sheet(circles[-1])):
            on = [i for i, circle in enumerate(circles) if self._on_sheet(circle)]
            if not on:
                return []
            first, last = max(on[0] - 1, 0), min(on[-1] + 2, len(circles))
        return wrap.tube(circles[first:last], opening if last == len(circles) else None, grow)

    def body(
        self, groups: Sequence[Sequence[Ball]], fillet: float, chains: Sequence[Chain] = (), cloth: Cloth | None = None
    ) -> Body:
        """Groups, chains and a piece of cloth as one; its inner corners are rounded by so many centimetres."""

        def wrapped(grow: float) -> Paths:
            paths = self.hulls(groups, grow)
            for chain in chains:
                paths += self.tube(chain, None, grow)
            if cloth is not None:
                paths += self.tube(cloth.chain, cloth.opening(self.camera), grow)
            return paths

        half = 0.5 * self.ink
        grow = max(fillet * self.camera.scale, half)  # what is too large by it needs no pushing outward
        paths = wrapped(grow)
        if len(paths) == 1:  # nothing to join, so no inner corners either
            return Body(wrapped(-half), paths if grow == half else wrapped(half))
        return outline.body(paths, self.ink, grow)

    def part(self, body: Body, role: str, *, shade: float, light: float = 0.0, quiet: bool = False) -> None:
        """A body with outline and fill; `shade` and `light` are the widths of those bands in centimetres.

        Roles are `role`, `role`_shade and `role`_light; a `quiet` part uses `role`_far for its fill.
        """
        tone = f"{role}_far" if quiet else role
        if not self.outlined(body, tone if self.plain else f"{tone}_shade") or self.plain:
            return
        within, step = body.within, shade * self.camera.scale
        # To fill all with the shade and the rest anew is cheaper than a band, which has two edges.
        self.fill(outline.common(within, outline.shifted(within, LIGHT[0] * step, LIGHT[1] * step)), tone)
        if light > 0.0:
            step = light * self.camera.scale
            near, far = (
                outline.shifted(within, -LIGHT[0] * by, -LIGHT[1] * by) for by in (_LIT * step, 2 * _LIT * step)
            )
            band = outline.minus(near, far)
            self.fill([path for path in band if outline.area(path) > _SPECK * step * step], f"{role}_light")

    def outlined(self, body: Body, fill: str) -> bool:
        """A body on its ink, if there is any: to fill twice is cheaper than a line as wide, and as smooth.

        Far behind the ink is the rim: ink alone is lost on dark paper.
        """
        if not body.around:
            return False
        around = outline.rings(body.around)
        self.shapes.append(filled(around, "ink"))
        self.fill(body.within, fill)  # on a sheet of some pixels there is ink alone
        self.rims.append(Shape(around, "rim", "rim", self.ink * 2.0 * _RIM))
        return True

    def fill(self, paths: Paths, role: str, opacity: float = 1.0) -> None:
        """A flat fill, if there is anything to fill."""
        if paths:
            self.shapes.append(filled(outline.rings(paths), role, opacity))

    def face(self, points: Iterable[Vec], role: str) -> None:
        """A flat polygon in space."""
        self.shapes.append(filled((ring(self.camera.points(points)),), role))

    def stroke(self, points: Iterable[Vec], role: str, width: float, opacity: float = 1.0) -> None:
        """A line in space, `width` times the outline."""
        self.shapes.append(line(self.camera.points(points), role, width * self.ink, opacity))

    def strokes(self, lines: Paths, role: str, width: float) -> None:
        """Lines on the sheet, `width` times the outline."""
        edge = width * self.ink
        self.shapes.extend(Shape((each,), None, role, edge, closed=False) for each in outline.rings(lines))

    def dot(self, at: Vec, radius: float, role: str, opacity: float = 1.0) -> None:
        """A disc that always faces the eye, `radius` in centimetres."""
        x, y = self.camera.point(at)
        self.fill([wrap.hull(((x, y, radius * self.camera.scale),))], role, opacity)


@lru_cache(maxsize=_PARTS_KEPT)
def solid(camera: Camera, sheet: Box, groups: Hulls, fillet: float, chains: tuple[Chain, ...] = ()) -> Paths:
    """What `Brush.body` makes of them, up to its edge without ink."""
    return Brush(camera, 0.0, sheet=sheet).body(groups, fillet, chains).within


def placed(brush: Brush, at: Vec, paint: Callable[[Brush], None]) -> None:
    """Have a part painted as if at the world's origin, and move it to its place: many pictures share it."""
    there = Brush(brush.camera._replace(ox=0.0, oy=0.0), brush.ink, brush.plain)
    paint(there)
    x, y = brush.camera.point(at)
    brush.shapes += [shape.moved(x, y) for shape in there.shapes]
    brush.rims += [shape.moved(x, y) for shape in there.rims]


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
