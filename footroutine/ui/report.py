"""The report: one page for a clinician, of what was planned and done, of pain, and of notes. Readable in grey."""

from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from html import escape

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from footroutine.ui.charts import Bar, Inks, PainPoint, Span, paint_bars, paint_pain
from footroutine.ui.look import pixel_font
from footroutine.ui.paper import PICTURE_SCALE, Paper, page_count, pdf

_WIDTH = 660  # of the sheet's dots: what both papers have
_LONGEST_NOTE = 200


@dataclass(frozen=True)
class ReportRow:
    """One exercise and side: sets, reps and minutes as done of planned, in words."""

    exercise: str
    side: str
    sets: str
    reps: str
    minutes: str


@dataclass(frozen=True)
class ReportFoot:
    """The pain of one foot: what it is called, its days, and a line in words."""

    name: str
    points: tuple[PainPoint, ...]
    summary: str


@dataclass(frozen=True)
class ReportView:
    """A whole report."""

    title: str
    period: str
    summary: str
    program: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    minutes_title: str
    minutes: tuple[Bar, ...]
    feet: tuple[ReportFoot, ...]
    notes: tuple[tuple[str, str], ...]
    span: Span


def report_pdf(view: ReportView, paper: Paper) -> bytes:
    """The report as a PDF file; needs a QGuiApplication. Notes for which the page has no room are counted."""
    pictures = {"minutes": _image((_WIDTH, 110), lambda p, box: paint_bars(p, box, view.minutes, _grey(10)))}
    for index, each in enumerate(view.feet):
        pictures[f"pain-{index}"] = _pain(view, each)
    blocks = _blocks(view)
    fitting = len(view.notes)
    while fitting and page_count([*blocks, _notes(view.notes, fitting)], pictures, paper) > 1:
        fitting = fitting - 1 if fitting <= 12 else fitting * 3 // 4
    if view.notes:
        blocks.append(_notes(view.notes, fitting))
    foot = QCoreApplication.translate(
        "report", "Made with Foot Routine from what was recorded on this computer. It is no diagnosis."
    )
    return pdf(view.title, blocks, pictures, paper, foot)


def _blocks(view: ReportView) -> list[str]:
    now = QCoreApplication.translate("report", "The program now")
    done = QCoreApplication.translate("report", "Done of what was planned")
    program = "".join(f"<li>{escape(line)}</li>" for line in view.program)
    blocks = [
        f"<h1>{escape(view.title)}</h1><p class='dose'>{escape(view.period)}</p><p>{escape(view.summary)}</p>",
        f"<hr><h2>{escape(now)}</h2><ul>{program}</ul>",
        f"<hr><h2>{escape(done)}</h2>{_table(view.rows)}",
        f"<hr><h2>{escape(view.minutes_title)}</h2><p><img src='minutes' width='{_WIDTH}' height='110'></p>",
    ]
    if view.feet:
        cells = "".join(
            f"<td width='50%'><b>{escape(each.name)}</b><br><img src='pain-{index}' width='{_WIDTH // 2 - 10}'"
            f" height='120'><br><span class='small'>{escape(each.summary)}</span></td>"
            for index, each in enumerate(view.feet)
        )
        heading = QCoreApplication.translate("report", "Pain from 0 to 10, the highest of each day")
        blocks.append(f"<hr><h2>{escape(heading)}</h2><table width='100%' cellspacing='0'><tr>{cells}</tr></table>")
    return blocks


def _table(rows: Sequence[ReportRow]) -> str:
    names = (
        QCoreApplication.translate("report", "Exercise"),
        QCoreApplication.translate("report", "Side"),
        QCoreApplication.translate("report", "Sets"),
        QCoreApplication.translate("report", "Reps"),
        QCoreApplication.translate("report", "Minutes"),
    )
    head = "".join(f"<th align='left'>{escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in astuple(row)) + "</tr>" for row in rows)
    return f"<table width='100%' cellspacing='0' cellpadding='1'><tr>{head}</tr>{body}</table>"


def _notes(notes: Sequence[tuple[str, str]], fitting: int) -> str:
    """The latest notes that fit, and how many more there are."""
    latest = notes[len(notes) - fitting :]
    shown = "".join(f"<li><b>{escape(day)}</b> {escape(_short(text))}</li>" for day, text in latest)
    title = QCoreApplication.translate("report", "Notes")
    more = QCoreApplication.translate("report", "Earlier notes that found no room here: {n}")
    left = f"<p class='small'>{escape(more.format(n=len(notes) - fitting))}</p>" if fitting < len(notes) else ""
    return f"<hr><h2>{escape(title)}</h2><ul>{shown}</ul>{left}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_NOTE else f"{plain[: _LONGEST_NOTE - 1]}…"


def _pain(view: ReportView, each: ReportFoot) -> QImage:
    return _image((_WIDTH // 2 - 10, 120), lambda p, box: paint_pain(p, box, each.points, view.span, _grey(10)))


def _grey(size: int) -> Inks:
    font = pixel_font(size, QFont.Weight.Normal)
    return Inks(QColor("#333333"), QColor("#aaaaaa"), QColor("#555555"), QColor("#ffffff"), font)


def _image(size: tuple[int, int], paint: Callable[[QPainter, QRectF], None]) -> QImage:
    image = QImage(size[0] * PICTURE_SCALE, size[1] * PICTURE_SCALE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(PICTURE_SCALE, PICTURE_SCALE)
    paint(painter, QRectF(0, 0, *size))
    painter.end()
    return image
