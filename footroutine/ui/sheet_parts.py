"""What printed sheets have in common: charts as pictures in grey, and tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from footroutine.ui.charts import FootPain, Inks, Span, paint_pain
from footroutine.ui.look import pixel_font
from footroutine.ui.paper import PICTURE_SCALE

WIDTH = 660  # of a sheet's dots: what both papers have
_FOOT = (WIDTH // 2 - 10, 120)


def picture(size: tuple[int, int], paint: Callable[[QPainter, QRectF], None]) -> QImage:
    """What is painted, so large in a sheet's dots, at the sharpness of print."""
    image = QImage(size[0] * PICTURE_SCALE, size[1] * PICTURE_SCALE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(PICTURE_SCALE, PICTURE_SCALE)
    paint(painter, QRectF(0, 0, *size))
    painter.end()
    return image


def shown(name: str, size: tuple[int, int]) -> str:
    """A picture of that name, in rich text."""
    return f"<img src='{name}' width='{size[0]}' height='{size[1]}'>"


def grey() -> Inks:
    """The inks of a chart on paper."""
    font = pixel_font(10, QFont.Weight.Normal)
    return Inks(QColor("#333333"), QColor("#aaaaaa"), QColor("#555555"), QColor("#ffffff"), font)


def table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in rich text."""
    head = "".join(f"<th align='left'>{escape(name)}</th>" for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f"<table width='100%' cellspacing='0' cellpadding='1'><tr>{head}</tr>{body}</table>"


def pain(title: str, feet: Sequence[FootPain], time: Span) -> tuple[str, Mapping[str, QImage]]:
    """The lines of both feet side by side, in rich text, and the pictures that it names."""
    pictures = {
        f"pain-{index}": picture(_FOOT, lambda p, box, foot=foot: paint_pain(p, box, foot.points, time, grey()))  # type: ignore[misc]
        for index, foot in enumerate(feet)
    }
    cells = "".join(
        f"<td width='50%'><b>{escape(foot.name)}</b><br>{shown(name, _FOOT)}<br>"
        f"<span class='small'>{escape(foot.summary)}</span></td>"
        for name, foot in zip(pictures, feet, strict=True)
    )
    return f"<hr><h2>{escape(title)}</h2><table width='100%' cellspacing='0'><tr>{cells}</tr></table>", pictures
