"""Sheets of paper: rich text with pictures becomes a PDF with a line at the foot of every page."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from footroutine.ui.look import pixel_font

_DOTS = 96.0  # to the inch: what the rich text's own lengths are in
_PRINTED = 1200  # to the inch: what the PDF's are in
_MARGIN_MM = 15.0
_FOOT = 26.0  # of the text's dots: kept free for the line at the foot
_TYPE, _SMALL_TYPE, _INDENT = 13, 10, 20  # of the text's dots
_GREY = "#555555"
_STYLE = (
    "h1 { font-size: 26px; margin: 0 0 4px 0; } h2 { font-size: 18px; margin: 0; } p { margin: 3px 0; }"
    " ol, ul { margin: 2px 0; } hr { margin: 4px 0; } .dose { font-size: 15px; }"
    f" .small {{ font-size: {_SMALL_TYPE}px; color: {_GREY}; font-weight: normal; }}"
)
PICTURE_SCALE = 3  # a picture's pixels for each of the text's dots, so that it prints sharp


class Paper(StrEnum):
    """What it is printed on."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def page(self) -> QPageSize.PageSizeId:
        """Qt's name of it."""
        return {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}[self]


def pdf(title: str, blocks: Sequence[str], pictures: Mapping[str, QImage], paper: Paper, foot: str) -> bytes:
    """Blocks of rich text as a PDF file; a block that fits on a page is never parted.

    `pictures` are what ``img`` tags name; `foot` is the line under each page. Needs a QGuiApplication for its fonts.
    Black on white, whatever the theme.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title, paper)
    scale, area = _PRINTED / _DOTS, _area(writer)
    documents = [_document(block, pictures, area.width()) for block in blocks]
    pages = laid_out([document.size().height() for document in documents], area.height() - _FOOT)
    painter = QPainter(writer)
    painter.scale(scale, scale)
    for number, page in enumerate(pages, 1):
        if number > 1:
            writer.newPage()
        for piece in page:
            _paint(painter, documents[piece.block], piece)
        _paint_foot(painter, area, foot, f"{number} / {len(pages)}")
    painter.end()
    return bytes(buffer.data().data())


def page_count(blocks: Sequence[str], pictures: Mapping[str, QImage], paper: Paper) -> int:
    """How many pages the blocks would fill."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    area = _area(_writer(buffer, "", paper))
    heights = [_document(block, pictures, area.width()).size().height() for block in blocks]
    return len(laid_out(heights, area.height() - _FOOT))


def _area(writer: QPdfWriter) -> QSizeF:
    """What can be printed on, in the text's dots."""
    return QSizeF(writer.width(), writer.height()) * (_DOTS / _PRINTED)


class Piece(NamedTuple):
    """What of a block is on a page, and where: `top` on the page, `skipped` and `height` in the block."""

    block: int
    top: float
    skipped: float
    height: float


def laid_out(heights: Sequence[float], page_height: float) -> list[list[Piece]]:
    """The pieces on each page."""
    pages: list[list[Piece]] = [[]]
    top = 0.0
    for block, height in enumerate(heights):
        if top > 0.0 and top + height > page_height:
            pages.append([])
            top = 0.0
        skipped = 0.0
        while height - skipped > page_height:  # it fills more than a page
            pages[-1].append(Piece(block, top, skipped, page_height))
            pages.append([])
            skipped += page_height
        pages[-1].append(Piece(block, top, skipped, height - skipped))
        top += height - skipped
    return pages


def _writer(buffer: QBuffer, title: str, paper: Paper) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Foot Routine")
    writer.setResolution(_PRINTED)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(paper.page)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    return writer


def _document(html: str, pictures: Mapping[str, QImage], width: float) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(pixel_font(_TYPE, QFont.Weight.Normal))
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0.0)
    document.setIndentWidth(_INDENT)
    for name, image in pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(html)
    document.setTextWidth(width)
    return document


def _paint(painter: QPainter, document: QTextDocument, piece: Piece) -> None:
    painter.save()
    painter.translate(QPointF(0.0, piece.top - piece.skipped))
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0.0, piece.skipped, document.size().width(), piece.height)
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_foot(painter: QPainter, area: QSizeF, text: str, page: str) -> None:
    painter.setFont(pixel_font(_SMALL_TYPE, QFont.Weight.Normal))
    painter.setPen(QColor(_GREY))
    line = QRectF(0.0, area.height() - _FOOT, area.width(), _FOOT)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, page)
