"""The report: one page for a clinician, of what was planned and done, of pain, and of notes. Readable in grey."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from footroutine.ui.charts import Bar, FootPain, Span, paint_bars
from footroutine.ui.paper import Paper, page_count, pdf
from footroutine.ui.sheet_parts import WIDTH, grey, pain, picture, shown, table

_BARS = (WIDTH, 110)
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
class ReportView:
    """A whole report."""

    title: str
    period: str
    summary: str
    program: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    minutes_title: str
    minutes: tuple[Bar, ...]
    feet: tuple[FootPain, ...]
    pain_title: str
    notes: tuple[tuple[str, str], ...]
    span: Span


def report_pdf(view: ReportView, paper: Paper) -> bytes:
    """The report as a PDF file; needs a QGuiApplication. Notes for which the page has no room are counted."""
    pictures = {"minutes": picture(_BARS, lambda p, box: paint_bars(p, box, view.minutes, grey()))}
    blocks = _blocks(view)
    if view.feet:
        block, lines = pain(view.pain_title, view.feet, view.span)
        blocks.append(block)
        pictures |= lines
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
    names = (
        QCoreApplication.translate("report", "Exercise"),
        QCoreApplication.translate("report", "Side"),
        QCoreApplication.translate("report", "Sets"),
        QCoreApplication.translate("report", "Reps"),
        QCoreApplication.translate("report", "Minutes"),
    )
    program = "".join(f"<li>{escape(line)}</li>" for line in view.program)
    return [
        f"<h1>{escape(view.title)}</h1><p class='dose'>{escape(view.period)}</p><p>{escape(view.summary)}</p>",
        f"<hr><h2>{escape(now)}</h2><ul>{program}</ul>",
        f"<hr><h2>{escape(done)}</h2>{table(names, map(astuple, view.rows))}",
        f"<hr><h2>{escape(view.minutes_title)}</h2><p>{shown('minutes', _BARS)}</p>",
    ]


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
