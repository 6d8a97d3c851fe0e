"""A drawing as an SVG document."""

from collections.abc import Mapping

from footroutine.figure.drawing import Drawing, Point, Shape, seen, unmirrored


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
    data = "".join(_line(line, closed=shape.closed) for line in shape.lines())
    fill = palette[shape.fill] if shape.fill else "none"
    attributes = f'd="{data}" fill="{fill}" fill-rule="evenodd"'
    if shape.stroke:
        stroke = palette[shape.stroke]
        attributes += f' stroke="{stroke}" stroke-width="{shape.width:.2f}"'
        attributes += ' stroke-linejoin="round" stroke-linecap="round"'
    if shape.opacity < 1.0:
        attributes += f' opacity="{shape.opacity:.3f}"'
    return f"<path {attributes}/>"


def _line(points: list[Point], *, closed: bool) -> str:
    along = " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{along}Z" if closed else f"M{along}"
