"""Frames and views to show, with everything in them; a test changes what it is about."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from footroutine.domain.exercise import Side
from footroutine.domain.library import Library
from footroutine.domain.periods import Period
from footroutine.domain.routine import Routine, Step
from footroutine.domain.settings import Settings
from footroutine.player.demo import telling
from footroutine.player.frame import Frame, Mood, Part, Soon
from footroutine.ui import progress_words
from footroutine.ui.charts import Bar, FootPain, PainPoint, Span
from footroutine.ui.practice_views import (
    AfterView,
    DayView,
    EntryView,
    GlanceView,
    GoOnView,
    PainView,
    PracticeView,
    RuleView,
    SlotView,
    StopsView,
)
from footroutine.ui.progress_views import (
    DayMark,
    ExerciseSets,
    MonthView,
    ProgressView,
    SideCount,
    TableText,
)
from footroutine.ui.views import (
    AboutView,
    Card,
    DoneExercise,
    DoneView,
    FirstStartView,
    Place,
    RoutineChip,
    RoutinesView,
    SettingsView,
    SourceLine,
    StepView,
    TodayView,
    VoiceChoice,
)

PALETTE: defaultdict[str, str] = defaultdict(lambda: "#888888")
CHIPS = (RoutineChip("full", "Full routine", "30 min"), RoutineChip("short", "Short routine", "7 min"))
RULES = (
    RuleView("0–3 minimal · 4–5 acceptable · 6–10 excessive", "NHS, plantar fasciitis exercises (citing NHS inform)"),
    RuleView("You should not feel pain.", "American Academy of Orthopaedic Surgeons, foot and ankle conditioning"),
)
PLACES = (Place("Settings", "/home/anna/.config/footroutine/settings.toml"),)

_FRAME = Frame(
    title="Toe Press",
    number=1,
    count=5,
    phase="Hold",
    mood=Mood.EFFORT,
    digits="2",
    coming="",
    ring=0.6,
    phase_ms=1200,
    caption="Grip the floor with your toes… and hold.",
    badge="Both feet",
    rep=4,
    reps=10,
    reps_done=3,
    set=1,
    sets=3,
    bar=(Part("Toe Press", 240_000, 0.2), Part("Ankle Circles", 120_000, 0.0)),
    left_ms=1_040_000,
    moment=None,
    soon=Soon("Release", 2),
    next_title="Ankle Circles",
    next_detail="lie on your back",
    next_moment=None,
    far=False,
    paused=False,
    pause_reason="",
    finished=False,
)


def chosen(settings: Settings, **changes: Any) -> Settings:  # noqa: ANN401 - as replace() itself
    """Settings, changed."""
    return replace(settings, **changes)


def frame(**changes: Any) -> Frame:  # noqa: ANN401 - as replace() itself
    """A frame in the middle of a hold, changed."""
    return replace(_FRAME, **changes)


def today_view(**changes: Any) -> TodayView:  # noqa: ANN401 - as replace() itself
    """Two exercises of a routine, changed."""
    cards = (
        Card("toe-press", "Toe Press", ("3 sets of 10", "hold 3 s")),
        Card("ankle-circles", "Ankle Circles", ("2 sets", "each leg", "10 s each way")),
    )
    return replace(TodayView("Feet, ankles and calves", "5 exercises · about 30 min", CHIPS, "full", cards), **changes)


def done_view(**changes: Any) -> DoneView:  # noqa: ANN401 - as replace() itself
    """One exercise done, one in part, one not."""
    exercises = (
        DoneExercise("Toe Press", 3, 3, 30, 30),
        DoneExercise("Active Flexion", 1, 2, 47, 80),
        DoneExercise("Side to Side", 0, 2, 0, 40),
    )
    return replace(DoneView("That was what you did.", exercises, 845_000, "The same tomorrow.", "full"), **changes)


def settings_view(library: Library, **changes: Any) -> SettingsView:  # noqa: ANN401 - as replace() itself
    """Every shipped exercise, two voices, default settings."""
    voices = (VoiceChoice("en-gb", "English (Great Britain)"), VoiceChoice("en-us", "English (America)"))
    sources = {source.id: source.title for source in library.sources.values()}
    view = SettingsView(Settings(), tuple(library.exercises.values()), CHIPS, voices, PLACES, sources)
    return replace(view, **changes)


def routines_view(library: Library, *exercises: str, **changes: Any) -> RoutinesView:  # noqa: ANN401 - as replace()
    """A routine of the person's own with these exercises (at first toe press, ankle circles, active flexion)."""
    names = exercises or ("toe-press", "ankle-circles", "active-flexion")
    chips = (*CHIPS, RoutineChip("mine", "Mine", "9 min"))
    routine = Routine("mine", "Mine", "Mine", "My own.", tuple(Step(name) for name in names))
    shown = []
    for name in names:
        exercise = library.exercises[name]
        dose = {key: limit.default for key, limit in exercise.dose.items()}
        shown.append(StepView(exercise, exercise.dose, dose, telling(exercise, Side.LEFT)))
    known = {exercise.id: exercise.name for exercise in library.exercises.values()}
    view = RoutinesView(chips, routine, tuple(shown), "9 min", is_own=True, is_chosen=False, exercises=known)
    return replace(view, **changes)


def progress_view(**changes: Any) -> ProgressView:  # noqa: ANN401 - as replace() itself
    """A month with every sign, four weeks, two exercises, pain in both feet."""
    day = date(2026, 11, 24)
    marks = {date(2026, 11, 2): DayMark.DONE, date(2026, 11, 3): DayMark.PART, date(2026, 11, 8): DayMark.REST}
    marks[date(2026, 11, 4)] = DayMark.NONE
    table = TableText(("Week from", "Minutes"), (("2 Nov", "31"), ("9 Nov", "140")))
    month = MonthView(day.replace(day=1), "November", marks, day, "2 Nov", lambda: table, date(2026, 10, 31), None)
    sets = tuple(
        ExerciseSets(name, (SideCount("left", 12, "12"), SideCount("right", 9, "9")))
        for name in ("Toe Press", "Ankle Circles")
    )
    points = (PainPoint(date(2026, 11, 2), 6), PainPoint(day, 3))
    feet = (
        FootPain(progress_words.foot(Side.LEFT), points, "Told on 2 days"),
        FootPain(progress_words.foot(Side.RIGHT), points, "Told on 2 days"),
    )
    view = ProgressView(
        Period.WEEKS, False, "12 days in a row", "Your longest so far", month,
        Span(date(2026, 11, 2), day, "2 Nov", "24 Nov"), "Minutes per week", "This week, so far",
        (Bar("2 Nov", 31.2, "31"), Bar("9 Nov", 140.0, "140", is_open=True)), lambda: table, sets, lambda: table, feet,
        "Pain from 0 to 10, the highest of each day", lambda: table,
    )  # fmt: skip
    return replace(view, **changes)


def first_start_view() -> FirstStartView:
    """The first start from default settings."""
    return FirstStartView(Settings(), CHIPS)


def about_view() -> AboutView:
    """A version, a source, a place."""
    return AboutView("0.1.0", "GPL-3.0-or-later", (SourceLine("Froedtert", "froedtert.com/foot-ankle"),), PLACES)


def practice_view() -> PracticeView:
    """Something left, a plan half done, and every question."""
    day = DayView(
        (
            EntryView(
                "Toe Press", (SlotView("9:00", True), SlotView("13:00", False, is_next=True), SlotView("18:00", False))
            ),
            EntryView("Full routine", (SlotView("9:00", True),), more=2),
        )
    )
    today = date(2026, 11, 26)
    marks = {today: DayMark.PART, date(2026, 11, 25): DayMark.DONE}
    glance = GlanceView("2 days in a row · 41 sessions", marks, today, "On 2 days.", "Pain in four weeks: left 5 → 3")
    question = PainView("How are they?", 3, None, RULES)
    return PracticeView(GoOnView("Active Flexion", "Set 2 of 3 · Right foot"), day, glance, question, question)


def after_view() -> AfterView:
    """A session that was left, its questions, and a note."""
    return AfterView("It is kept.", PainView("How are they?", rules=RULES), "Walked a lot.")


def stops_view() -> StopsView:
    """Two exercises with their stop-signs, and two sources."""
    return StopsView(RULES[:1], (("Toe Press", RULES), ("Ankle Circles", RULES)), RULES, RULES)


def texts(root: QWidget, name: str) -> list[str]:
    """What the shown labels of a name say, once new ones have appeared."""
    QApplication.processEvents()
    return [found.text() for found in root.findChildren(QLabel, name) if found.isVisible()]


def heard(signal: SignalInstance) -> list[Any]:
    """Everything that a signal says from now on."""
    said: list[Any] = []
    slot: Callable[..., None] = lambda *values: said.append(values[0] if len(values) == 1 else values)  # noqa: E731
    signal.connect(slot)
    return said
