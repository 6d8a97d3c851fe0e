"""The Progress page on paper: its calendar, charts and counts, readable in grey."""

from datetime import timedelta
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from footroutine.ui import progress_words as said
from footroutine.ui.calendar_month import paint_mark
from footroutine.ui.charts import paint_bars
from footroutine.ui.paper import Paper, pdf
from footroutine.ui.progress_views import DayMark, MonthView, ProgressView
from footroutine.ui.sheet_parts import WIDTH, grey, pain, picture, shown, table

_BARS = (WIDTH, 120)
_SIGN = (11, 11)


def progress_pdf(view: ProgressView, paper: Paper) -> bytes:
    """The page as a PDF file; needs a QGuiApplication."""
    title = QCoreApplication.translate("progress", "Progress")
    dark, grey_, white = QColor("#333333"), QColor("#777777"), QColor("#ffffff")
    pictures = {"minutes": picture(_BARS, lambda p, box: paint_bars(p, box, view.minutes, grey()))} | {
        mark.value: picture(_SIGN, lambda p, box, mark=mark: paint_mark(p, box, mark, dark, white, grey_))  # type: ignore[misc]
        for mark in DayMark
    }
    text = view.sets_table()
    blocks = [
        f"<h1>{escape(title)}</h1><p class='dose'>{escape(view.headline)}</p><p>{escape(view.detail)}</p>",
        f"<hr><h2>{escape(view.month.title)}</h2>{_month(view.month)}",
        f"<hr><h2>{escape(view.minutes_title)}</h2><p>{shown('minutes', _BARS)}</p><p>{escape(view.minutes_note)}</p>",
        f"<hr><h2>{escape(said.sets_title())}, {escape(view.span.first_name)} – {escape(view.span.last_name)}</h2>"
        f"{table(text.columns, text.rows)}",
    ]
    if view.feet:
        block, lines = pain(view.pain_title, view.feet, view.span)
        blocks.append(block)
        pictures |= lines
    foot = QCoreApplication.translate("progress", "Made with Foot Routine from what was recorded on this computer.")
    return pdf(title, blocks, pictures, paper, foot)


def _month(view: MonthView) -> str:
    """The weeks of a month, each day with its sign; below them what the signs mean."""
    head = "".join(f"<th>{escape(said.weekday(day))}</th>" for day in range(7))
    found = set(view.marks.values())
    cells, day = ["<td></td>"] * view.first.weekday(), view.first
    while day.month == view.first.month:
        mark = view.marks.get(day)
        cells.append(f"<td align='center'>{day.day} {shown(mark.value, _SIGN) if mark else ''}</td>")
        day += timedelta(days=1)
    weeks = "".join(f"<tr>{''.join(cells[at : at + 7])}</tr>" for at in range(0, len(cells), 7))
    legend = " &nbsp; ".join(
        f"{shown(mark.value, _SIGN)} {escape(said.mark(mark))}" for mark in DayMark if mark in found
    )
    return f"<table width='100%' cellspacing='0' cellpadding='2'><tr>{head}</tr>{weeks}</table><p>{legend}</p>"
