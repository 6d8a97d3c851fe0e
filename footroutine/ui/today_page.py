"""Today: the chosen routine, its exercises and its length, and one big Start; the day's plan, and what was left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.page import Page
from footroutine.ui.parts import Button, Sign, clear, label, set_text
from footroutine.ui.theme import Size, Space

if TYPE_CHECKING:
    from footroutine.ui.exercise_card import ExerciseCard
    from footroutine.ui.practice_views import PracticeView
    from footroutine.ui.views import RoutineChip, TodayView


class TodayPage(Page, Themed):
    """Start has the focus, so that Enter or Space begins.

    First there is only its head: the title and Start, in their places. What stands below comes with the first view.
    """

    start_requested = Signal(str)
    routine_chosen = Signal(str)
    exercise_opened = Signal(str)
    new_requested = Signal()
    go_on_requested = Signal()
    leave_requested = Signal()
    day_changed = Signal(object)  # the new `Settings`
    stops_requested = Signal()
    progress_requested = Signal()
    pain_said = Signal(str, object, int)  # a `Side`, and the score
    pain_skipped = Signal(str)

    def __init__(self) -> None:
        super().__init__("todayPage", widest=1640, is_whole=False)
        self.title = label("", "title", "todayTitle")
        self.subtitle = label("", "muted", "todaySubtitle")
        self.start = Button(self.tr("Start"), "start", "startButton", "play-fill")
        self.start.clicked.connect(self._start)
        self._view: TodayView | None = None
        self._chips: list[Button] = []
        self._cards: list[ExerciseCard] = []
        self._has_practice = False
        self._was_pressed = False  # Start, before there was anything to start
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addLayout(words, 1)
        beside = QVBoxLayout()
        beside.addWidget(self.start)
        beside.addStretch()
        head.addLayout(beside)
        self.column.addLayout(head)
        self.column.addStretch(1)

    def show_first(self, title: str, subtitle: str) -> None:
        """Show the head alone."""
        set_text(self.title, title)
        set_text(self.subtitle, subtitle)

    def _lay_out(self) -> None:
        """Make what stands below the head."""
        from PySide6.QtCore import Qt

        from footroutine.ui.flow import ColumnsLayout, WrapLayout

        self.start.setAccessibleName(self.tr("Start the session"))
        self._chip_row, self._grid_box = QWidget(), QWidget()
        self._chip_line = WrapLayout(self._chip_row, Space.S + 2)
        self._grid = ColumnsLayout(self._grid_box, Space.M + 2)
        self.problems = label("", "body", "todayProblems")
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        notes = QWidget()
        self._notes = ColumnsLayout(notes, Space.L, narrowest=230, fill=True)
        for icon, text in (
            ("speaker-high-fill", self.tr("Listen and follow. The voice says each step, so you need not look.")),
            ("pause-fill", self.tr("Pause whenever you like: Space stops everything, and nothing is lost.")),
            ("heart-fill", self.tr("Be kind to your feet. Stop if something hurts, and ask a doctor if it stays.")),
        ):
            note = QWidget()
            line = QHBoxLayout(note)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(Space.M)
            line.addWidget(Sign(icon), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(text, "muted"), 1, Qt.AlignmentFlag.AlignTop)
            self._notes.addWidget(note)
        below = QVBoxLayout()
        below.setSpacing(Space.L)
        below.addWidget(self.problems)
        for layout in (self._above, self._below):
            layout.setSpacing(Space.L)
        below.addLayout(self._above)
        below.addWidget(self._chip_row)
        below.addWidget(self._grid_box)
        below.addLayout(self._below)
        below.addWidget(notes)
        self.column.insertLayout(1, below)
        for piece in (self._chip_row, self._grid_box, notes):
            piece.show()  # now: Qt would do it once it gets round to it
        if self.look:
            for piece in (self.problems, self._chip_row, self._grid_box, notes):
                apply_look(piece, self.look)
            self._fit(self.look)

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider cards."""
        super().set_look(look)
        if self._view:
            self._fit(look)

    def _fit(self, look: Look) -> None:
        self._grid.set_narrowest(round(128 + 1.44 * (look.percent - 100)))
        self._notes.set_narrowest(look.px(Size.BODY) * 16)
        if self._has_practice:
            self._halves.set_narrowest(self._half())

    def _half(self) -> int:
        """The least width of a card that stands beside another."""
        return (self.look.px(Size.BODY) if self.look else Size.BODY) * 22

    def show_view(self, view: "TodayView") -> None:
        """Show a routine; what has not changed is left alone, so it may be shown many times a second."""
        before, self._view = self._view, view
        if before is None:
            self._lay_out()
            self.make_bar()
        set_text(self.title, view.title)
        set_text(self.subtitle, view.subtitle)
        set_text(self.problems, "\n".join(view.problems))
        self.problems.setVisible(bool(view.problems))
        self.start.setEnabled(any(card.included for card in view.cards))
        if before is None or before.chips != view.chips:
            self._make_chips(view.chips)
        for chip in self._chips:
            chip.show_checked(chip.property("routine") == view.chosen)
        if [card.exercise_id for card in self._cards] != [card.exercise_id for card in view.cards]:
            self._make_cards([card.exercise_id for card in view.cards])
        if before is None or (before.chips, before.cards) != (view.chips, view.cards):
            self.chain()
        for shown, card in zip(self._cards, view.cards, strict=True):
            shown.show_card(card)

    def _make_practice(self) -> None:
        """What comes of the history is made with it."""
        from footroutine.ui.day_ledger import DayDone, DayLedger
        from footroutine.ui.flow import ColumnsLayout, WrapLayout
        from footroutine.ui.glance_card import GlanceCard
        from footroutine.ui.go_on_card import GoOnCard
        from footroutine.ui.pain_scale import PainScale

        self._has_practice = True
        self.go_on, self.ledger, self.glance = GoOnCard(), DayLedger(), GlanceCard()
        self.day_done = DayDone()
        self.morning, self.before = PainScale("painMorning"), PainScale("painBefore")
        self.tell = Button(self.tr("How are your feet now?"), "chip", "tellPain")
        self.stops = Button(self.tr("When to stop, and when to see someone"), "chip", "openStops")
        self.tell.clicked.connect(self._open_before)
        self.stops.clicked.connect(self.stops_requested)
        self.go_on.accepted.connect(self.go_on_requested)
        self.go_on.left.connect(self.leave_requested)
        self.ledger.changed.connect(self.day_changed)
        self.ledger.turned.connect(self._on_turned)
        self.plan = Button(self.tr("Plan your day"), "chip", "planDay")
        self.plan.clicked.connect(lambda: self.ledger.edit(on=True))
        self.glance.more_requested.connect(self.progress_requested)
        for moment, scale in (("before", self.before), ("morning", self.morning)):
            scale.said.connect(lambda side, score, moment=moment: self.pain_said.emit(moment, side, score))
            scale.skipped.connect(lambda moment=moment: self.pain_skipped.emit(moment))
        ways = QWidget()
        row = WrapLayout(ways, Space.S + 2)
        row.addWidget(self.tell)
        row.addWidget(self.plan)
        row.addWidget(self.stops)
        halves = QWidget()
        self._halves = ColumnsLayout(halves, Space.L, narrowest=self._half())
        self._halves.addWidget(self.ledger)
        self._halves.addWidget(self.glance)
        above: list[QWidget] = [self.go_on, self.day_done]
        below: list[QWidget] = [self.morning, halves, ways, self.before]
        for layout, pieces in ((self._above, above), (self._below, below)):
            for piece in pieces:
                layout.addWidget(piece)
                if self.look:
                    apply_look(piece, self.look)
        for piece in (halves, ways):  # now, as in `_lay_out`: else a picture is painted with half of the page laid out
            piece.show()

    def show_practice(self, view: "PracticeView") -> None:
        """Show what was left today, and the plan of the day."""
        if not self._has_practice:
            self._make_practice()
        self.go_on.show_view(view.go_on)
        self.ledger.show_view(view.day)
        self.day_done.show_view(view.day)
        self.glance.show_view(view.glance)
        self.morning.show_view(view.morning)
        self.tell.setVisible(bool(view.before.question))
        self.plan.setVisible(self.ledger.isHidden())
        self._before = view.before
        if self.before.isVisible():
            self.before.show_view(view.before)
        self.chain()

    def turn(self, key: int) -> bool:
        """A digit answers what is asked; every other key scrolls."""
        return (self._has_practice and (self.before.take(key) or self.morning.take(key))) or super().turn(key)

    def _on_turned(self) -> None:
        """The inputs of the plan have come, and the first has the focus; or they have gone."""
        self.plan.setVisible(self.ledger.isHidden())
        self.chain()
        if self.ledger.is_edited and (first := self.findChild(QWidget, "day_plan")):
            first.setFocus()
            self.settle()
            self.ensureWidgetVisible(self.ledger)

    def _open_before(self) -> None:
        """Ask how the feet are, in its own time: Start never waits for it."""
        from PySide6.QtCore import Qt

        from footroutine.domain.exercise import Side

        self.before.show_view(self._before)
        self.chain()
        left = self.before.feet[Side.LEFT]
        left.buttons[left.score or 0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()
        self.ensureWidgetVisible(self.before)

    def _make_chips(self, chips: "tuple[RoutineChip, ...]") -> None:
        clear(self._chip_line)
        self._chips = []
        for chip in chips:
            text = f"{chip.name} · {chip.length_text}"
            button = Button(text if chip.length_text else chip.name, "chip", f"chip_{chip.id}")
            button.setProperty("routine", chip.id)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.picked.connect(lambda chosen=chip.id: self.routine_chosen.emit(chosen))
            self._chip_line.addWidget(button)
            self._chips.append(button)
        new = Button(self.tr("+ New"), "chip", "newRoutine")
        new.setAccessibleName(self.tr("New routine"))
        new.setToolTip(self.tr("Build a routine of your own"))
        new.clicked.connect(self.new_requested)
        self._chip_line.addWidget(new)
        self._dress([*self._chips, new])

    def _make_cards(self, ids: list[str]) -> None:
        from footroutine.ui.exercise_card import ExerciseCard

        clear(self._grid)
        self._cards = [ExerciseCard(exercise_id) for exercise_id in ids]
        for card in self._cards:
            card.opened.connect(self.exercise_opened)
            self._grid.addWidget(card)
        self._dress(self._cards)

    def _dress(self, widgets: "list[Button] | list[ExerciseCard]") -> None:
        for widget in widgets:
            widget.show()
            if self.look:
                apply_look(widget, self.look)

    def start_if_pressed(self) -> None:
        """Make good what Start was pressed for before there was anything to start."""
        if self._was_pressed:
            self._start()

    def _start(self) -> None:
        self._was_pressed = not self._view
        if self._view:
            self.start_requested.emit(self._view.chosen)
