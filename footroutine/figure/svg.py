"""A drawing as an SVG document."""

from collections.abc import Mapping

from footroutine.figure.drawing import Drawing, Ring, Shape, points, seen, unmirrored


def to_svg(drawing: Drawing, palette: Mapping[str, str]) -> str:
    """The drawing as an SVG document; `palette` gives every role its ``#rrggbb``.

    Raises:
        KeyError: the palette lacks a role.
    """
    width, height = f"{drawing.width:g}", f"{drawing.height:g}"
    paths = "\n".join(_path(shape, palette) for shape in seen(unmirrored(drawing).shapes, palette))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        f"{paths}\n</svg>\n"
    )


def _path(shape: Shape, palette: Mapping[str, str]) -> str:
    data = "".join(_ring(ring, closed=shape.closed) for ring in shape.rings)
    fill = palette[shape.fill] if shape.fill else "none"
    attributes = f'd="{data}" fill="{fill}" fill-rule="evenodd"'
    if shape.stroke:
        stroke = palette[shape.stroke]
        attributes += f' stroke="{stroke}" stroke-width="{shape.width:.2f}"'
        attributes += ' stroke-linejoin="round" stroke-linecap="round"'
    if shape.opacity < 1.0:
        attributes += f' opacity="{shape.opacity:.3f}"'
    return f"<path {attributes}/>"


def _ring(ring: Ring, *, closed: bool) -> str:
    along = " ".join(f"{x:.1f} {y:.1f}" for x, y in points(ring))
    return f"M{along}Z" if closed else f"M{along}"
