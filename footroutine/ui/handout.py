"""The hand-out: a routine as a printable sheet, each exercise with its pictures, dose, steps and safety texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage

from footroutine.domain.exercise import Moment
from footroutine.figure.scene import draw
from footroutine.ui.painted import painted
from footroutine.ui.paper import PICTURE_SCALE, Paper, page_count, pdf

_PICTURE = (136, 112)  # of the sheet's dots
_SMALLER = (1.0, 0.9, 0.8)  # what a picture may shrink to where that saves a page


class SaidBy(NamedTuple):
    """A text and who says so."""

    text: str
    source: str


@dataclass(frozen=True)
class HandoutPicture:
    """One picture and the word under it."""

    moment: Moment
    caption: str


@dataclass(frozen=True)
class HandoutExercise:
    """What the sheet says of one exercise; `where` is its posture."""

    name: str
    where: str
    dose: str
    summary: str
    pictures: tuple[HandoutPicture, ...]
    steps: tuple[str, ...]
    feel: str
    tips: tuple[SaidBy, ...]
    stops: tuple[SaidBy, ...]


@dataclass(frozen=True)
class HandoutView:
    """A whole sheet; `stops` are those that hold for every exercise."""

    title: str
    summary: str
    stops: tuple[SaidBy, ...]
    exercises: tuple[HandoutExercise, ...]


def handout_pdf(view: HandoutView, palette: Mapping[str, str], paper: Paper) -> bytes:
    """The sheet as a PDF file; needs a QGuiApplication."""
    pictures = {
        f"picture-{number}-{index}": _image(each.moment, palette)
        for number, exercise in enumerate(view.exercises, 1)
        for index, each in enumerate(exercise.pictures)
    }
    blocks = min(
        (_blocks(view, size) for size in _SMALLER), key=lambda blocks: page_count(blocks, pictures, paper)
    )  # the largest of those with the fewest pages
    foot = QCoreApplication.translate(
        "handout", "Made with Foot Routine. It does not replace the advice of your doctor or therapist."
    )
    return pdf(view.title, blocks, pictures, paper, foot)


def _blocks(view: HandoutView, size: float) -> list[str]:
    """The sheet's blocks, with pictures of a part of their full size."""
    head = f"<h1>{escape(view.title)}</h1><p>{escape(view.summary)}</p>{_listed('ul', map(_sourced, view.stops))}"
    return [head, *(_exercise(number, exercise, size) for number, exercise in enumerate(view.exercises, 1))]


def _exercise(number: int, exercise: HandoutExercise, size: float) -> str:
    """Name and dose; under them the pictures, two in a row, and what they show, beside what to do and what to mind."""
    width, height = (round(side * size) for side in _PICTURE)
    cells = [
        f'<td align="center"><img src="picture-{number}-{index}" width="{width}" height="{height}"><br>'
        f"{escape(each.caption)}</td>"
        for index, each in enumerate(exercise.pictures)
    ]
    rows = "".join(f"<tr>{''.join(cells[at : at + 2])}</tr>" for at in range(0, len(cells), 2))
    minded = (*(_bold(_sourced(each)) for each in exercise.stops), *map(_sourced, exercise.tips))
    return (
        f"<hr><h2>{number}. {escape(exercise.name)} · {escape(exercise.where)}</h2>"
        f'<p class="dose">{escape(exercise.dose)}</p>'
        f'<table width="100%" cellspacing="0"><tr><td width="{2 * width + 24}">'
        f'<table cellspacing="0" cellpadding="2">{rows}</table><p>{escape(exercise.summary)}</p></td>'
        f"<td>{_listed('ol', map(escape, exercise.steps))}"
        f"<p>{escape(exercise.feel)}</p>{_listed('ul', minded)}</td></tr></table>"
    )


def _listed(tag: str, lines: Iterable[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{tag}>"


def _sourced(text: SaidBy) -> str:
    return f'{escape(text.text)} <span class="small">({escape(text.source)})</span>'


def _bold(html: str) -> str:
    return f"<b>{html}</b>"


def _image(moment: Moment, palette: Mapping[str, str]) -> QImage:
    """A picture at the sharpness of print, its lines as thick as on a sheet of the text's own size."""
    width, height = _PICTURE
    return painted(draw(moment, width, height), palette, QColor(Qt.GlobalColor.white), ratio=PICTURE_SCALE)
