"""Progress: what was done, looked back on without blame: calendar, row of days, minutes, sets, pain."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from footroutine.domain.pain import FEET
from footroutine.domain.periods import Period
from footroutine.ui import progress_words as said
from footroutine.ui.announce import announce
from footroutine.ui.bars import MinuteBars, SetBars
from footroutine.ui.calendar_month import CalendarMonth, MarkSign
from footroutine.ui.chart import ChartCard
from footroutine.ui.flow import ColumnsLayout, WrapLayout
from footroutine.ui.inputs import Switch
from footroutine.ui.look import Look, Themed
from footroutine.ui.page import Page
from footroutine.ui.pain_lines import PainLine
from footroutine.ui.parts import Button, label, paper, set_text
from footroutine.ui.progress_views import DayMark, MonthView, ProgressView
from footroutine.ui.theme import Size, Space


class ProgressPage(Page, Themed):
    """Shows a view; asks for another time or month, for the report, and for Today where there is nothing yet."""

    period_chosen = Signal(Period)
    month_chosen = Signal(date)
    report_requested = Signal()
    sheet_requested = Signal()
    export_requested = Signal()
    today_requested = Signal()

    def __init__(self) -> None:
        super().__init__("progressPage", widest=1640)
        self._view: ProgressView | None = None
        self._periods: dict[Period, Button] = {}
        self.tables = Switch(self.tr("As tables"), "progressTables")
        self.tables.toggled.connect(self._turn_tables)
        self.report = Button(self.tr("Save a report as PDF…"), "", "progressReport", "file-text-bold")
        self.report.clicked.connect(self.report_requested)
        self.sheet = Button(self.tr("Save this page as PDF…"), "", "progressSheet", "printer-bold")
        self.sheet.clicked.connect(self.sheet_requested)
        self.export = Button(self.tr("Export everything…"), "", "progressExport", "export-bold")
        self.export.clicked.connect(self.export_requested)
        self.headline = label("", "section", "progressStreak")
        self.detail = label("", "muted", "progressStreakDetail")
        self._make_cards()
        self._lay_out()
        self.chain()

    def _make_cards(self) -> None:
        self.calendar, self.minutes, self.sets = CalendarMonth(), MinuteBars(), SetBars()
        self.pain = tuple(PainLine(f"pain_{foot.value}") for foot in FEET)
        self._calendar_title = self.tr("Calendar")
        self.calendar_card = ChartCard(self._calendar_title, "calendar", self.calendar)
        self.calendar_card.column.insertWidget(1, self._month_row())
        self._legend = self._make_legend()
        self.calendar_card.column.insertWidget(3, self._legend)
        self.minutes_card = ChartCard("", "minutes", self.minutes)
        self._so_far = label("", "small", "minutesNote")
        self.minutes_card.column.insertWidget(2, self._so_far)
        self.sets_card = ChartCard(said.sets_title(), "sets", self.sets)
        self.pain_card = ChartCard("", "pain", *self.pain)
        self._feet: list[QLabel] = []
        for index, line in enumerate(self.pain):
            name = label("", "label", "painFoot")
            name.setBuddy(line)
            self.pain_card.column.insertWidget(1 + 2 * index, name)
            self._feet.append(name)

    def _month_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        self.before = Button("", "quiet", "monthBefore", "caret-left-bold")
        self.before.setAccessibleName(self.tr("The month before"))
        self.after = Button("", "quiet", "monthAfter", "caret-right-bold")
        self.after.setAccessibleName(self.tr("The month after"))
        self.before.clicked.connect(lambda: self._turn_month(-1))
        self.after.clicked.connect(lambda: self._turn_month(1))
        self.month = label("", "label", "monthName")
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(self.before)
        line.addWidget(self.month, 1)
        line.addWidget(self.after)
        return row

    def _make_legend(self) -> QWidget:
        box = QWidget()
        line = WrapLayout(box, Space.M)
        self._pairs: dict[DayMark | None, QWidget] = {mark: QWidget() for mark in (*DayMark, None)}
        for mark, pair in self._pairs.items():
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(Space.XS)
            row.addWidget(MarkSign(mark))
            row.addWidget(label(said.mark(mark) if mark else said.today(), "small", "legendWords", wrap=False))
            line.addWidget(pair)
        return box

    def _lay_out(self) -> None:
        self.column.addWidget(label(self.tr("Progress"), "title"))
        head = QWidget()
        beside = QHBoxLayout(head)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.headline, 1)
        beside.addWidget(self.tables)
        chips = QWidget()
        line = WrapLayout(chips, Space.S)
        names = {
            Period.WEEKS: self.tr("4 weeks"),
            Period.MONTHS: self.tr("3 months"),
            Period.YEAR: self.tr("A year"),
            Period.ALL: self.tr("Everything"),
        }
        for period, name in names.items():
            button = Button(name, "chip", f"period_{period.value}")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.picked.connect(lambda period=period: self.period_chosen.emit(period))
            self._periods[period] = button
            line.addWidget(button)
        box = QWidget()
        self._cards = ColumnsLayout(box, Space.L, fill=True)
        for card in self._chart_cards():
            self._cards.addWidget(card)
        buttons = QWidget()
        row = WrapLayout(buttons, Space.M)
        row.addWidget(self.report)
        row.addWidget(self.sheet)
        row.addWidget(self.export)
        self._only_filled = (head, self.detail, chips, buttons)
        for piece in (self._nothing(), head, self.detail, chips, box, buttons):
            self.column.addWidget(piece)
        self.column.addStretch()

    def _nothing(self) -> QWidget:
        self.empty, inner = paper(self.tr("Nothing here yet"), "progressEmpty")
        inner.addWidget(label(self.tr("Do one set, and you find it here: by day, by exercise and by foot."), "body"))
        self.to_today = Button(self.tr("Go to Today"), "primary", "progressToday")
        self.to_today.clicked.connect(self.today_requested)
        inner.addWidget(self.to_today, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.hide()
        return self.empty

    def _chart_cards(self) -> Iterator[ChartCard]:
        yield from (self.calendar_card, self.minutes_card, self.sets_card, self.pain_card)

    def show_view(self, view: ProgressView) -> None:
        """Show what was done."""
        self._view = view
        self.empty.setVisible(view.is_empty)
        for piece in self._only_filled:
            piece.setVisible(not view.is_empty)
        self._periods[view.period].show_checked(True)
        set_text(self.headline, view.headline)
        set_text(self.detail, view.detail)
        self._show_month(view.month)
        set_text(self.minutes_card.title, view.minutes_title)
        self.minutes.show_bars(view.minutes, view.minutes_title, view.minutes_note)
        set_text(self._so_far, view.minutes_note)
        self.minutes_card.take_table(view.minutes_table, view.minutes_title)
        self.sets.show_sets(view.sets, self.sets_card.title.text())
        self.sets_card.take_table(view.sets_table, self.sets_card.title.text())
        set_text(self.pain_card.title, view.pain_title)
        self.pain_card.take_table(view.pain_table, view.pain_title)
        self.pain_card.setVisible(bool(view.feet))
        self._show_charts()

    def _show_month(self, view: MonthView) -> None:
        set_text(self.month, view.title)
        self.before.setEnabled(view.before is not None)
        self.after.setEnabled(view.after is not None)
        self.calendar.show_month(view, self._calendar_title)
        for mark, pair in self._pairs.items():
            pair.setVisible(mark in view.marks.values() if mark else view.today.replace(day=1) == view.first)
        self.calendar_card.take_table(view.table, f"{self._calendar_title}: {view.title}")

    def _show_charts(self) -> None:
        """Charts or tables; a foot of which nothing was said has no line."""
        on = self.tables.isChecked() and not (self._view and self._view.is_empty)
        for card in self._chart_cards():
            card.as_table(on)
        for words in (self._legend, self._so_far):
            words.setHidden(on)
        feet = {foot.name: foot for foot in self._view.feet} if self._view else {}
        for foot, line, name in zip(FEET, self.pain, self._feet, strict=True):
            found = feet.get(said.foot(foot))
            if self._view:
                line.show_foot(found, self._view.span)
            name.setText(f"{found.name}. {found.summary}" if found else "")
            for piece in (line, name):
                piece.setVisible(found is not None and not on)

    def _turn_tables(self) -> None:
        self._show_charts()
        announce(self, self.tables.text() if self.tables.isChecked() else self.tr("As pictures"))

    def _turn_month(self, way: int) -> None:
        view = self._view
        if to := view and (view.month.before if way < 0 else view.month.after):
            self.month_chosen.emit(to)
            announce(self, self.month.text())

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider columns."""
        super().set_look(look)
        self._cards.set_narrowest(look.px(Size.BODY) * 26)
