"""What the pages are given to show, made from the library, the settings and what was done."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

import footroutine
from footroutine.app.conductor import Result
from footroutine.app.preparing import estimated
from footroutine.app.routine_book import RoutineBook
from footroutine.app.today_view import card
from footroutine.app.wiring import Program
from footroutine.domain.dose import settle, vary
from footroutine.domain.errors import UserError, told
from footroutine.domain.routine import Routine, Step
from footroutine.player.demo import telling
from footroutine.services.voice.synthesis import VoiceInfo
from footroutine.ui import words
from footroutine.ui.views import (
    AboutView,
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

LICENCE = "GPL-3.0-or-later"


def today_view(program: Program, routine: Routine) -> TodayView:
    """The Today page for one routine."""
    cards = tuple(card(program, step) for step in routine.steps)
    included = sum(each.included for each in cards)
    lengths = _lengths(program)
    minutes = lengths[routine.id]
    about = QCoreApplication.translate("page_views", "{exercises} · about {time}")
    none = QCoreApplication.translate("page_views", "Every exercise is turned off in Settings")
    counted = words.exercises(included)
    if minutes:
        subtitle = about.format(exercises=counted, time=words.minutes(minutes))
    else:
        subtitle = counted if included else none
    problems = tuple(told(program.problems, most=5))
    return TodayView(routine.name, subtitle, _chips(program, lengths), routine.id, cards, problems)


def routine_chips(program: Program) -> tuple[RoutineChip, ...]:
    """Every routine with its true length."""
    return _chips(program, _lengths(program))


def _chips(program: Program, lengths: Mapping[str, int]) -> tuple[RoutineChip, ...]:
    chips = []
    for routine in program.library.routines.values():
        minutes = lengths[routine.id]
        length = QCoreApplication.translate("page_views", "{n} min").format(n=minutes) if minutes else ""
        chips.append(RoutineChip(routine.id, routine.short_name, length))
    return tuple(chips)


def _lengths(program: Program) -> dict[str, int]:
    return {routine.id: _minutes(program, routine) for routine in program.library.routines.values()}


def _minutes(program: Program, routine: Routine) -> int:
    """Whole minutes, at least one; 0 when nothing of it is included. Several pages ask: it is reckoned once."""
    library, settings, minutes = program.minutes.get(routine.id, (None, None, 0))
    if library is not program.library or settings is not program.settings:
        try:
            minutes = max(1, round(estimated(routine, program.library, program.settings).total_ms / 60_000))
        except UserError:
            minutes = 0
        program.minutes[routine.id] = (program.library, program.settings, minutes)
    return minutes


def routines_view(program: Program, book: RoutineBook, chosen: Routine) -> RoutinesView:
    """The Routines page, with the opened routine to be changed, or else the chosen one."""
    routine = program.library.routines.get(book.opened, chosen)
    chips = routine_chips(program)
    return RoutinesView(
        chips,
        routine,
        tuple(_step_view(program, step) for step in routine.steps),
        next(chip.length_text for chip in chips if chip.id == routine.id),
        book.is_own(routine.id),
        routine == chosen,
        {exercise.id: exercise.name for exercise in program.library.exercises.values()},
        book.undoable,
    )


def _step_view(program: Program, step: Step) -> StepView:
    choice = program.settings.choice(step.exercise)
    exercise = program.library.exercises[step.exercise]
    done = vary(exercise, choice.variant if step.variant is None else step.variant)
    limits = vary(exercise, step.variant).dose  # those that the routine's file is read with
    dose = settle(done, choice, Step(step.exercise))
    inherited = {key: min(max(getattr(dose, key), low.minimum), low.maximum) for key, low in limits.items()}
    return StepView(exercise, limits, inherited, telling(done, dose.first_side), choice.included)


def settings_view(program: Program, voices: tuple[VoiceInfo, ...]) -> SettingsView:
    """The Settings page."""
    return SettingsView(
        program.settings,
        tuple(program.library.exercises.values()),
        routine_chips(program),
        tuple(VoiceChoice(v.id, f"{v.name} ({v.language})" if v.language else v.name) for v in voices),
        _places(program),
        {source.id: source.title for source in program.library.sources.values()},
    )


def first_start_view(program: Program) -> FirstStartView:
    """The first start."""
    return FirstStartView(program.settings, routine_chips(program))


def about_view(program: Program) -> AboutView:
    """The About page."""
    sources = tuple(SourceLine(s.title, s.address) for s in program.library.sources.values())
    return AboutView(footroutine.__version__, LICENCE, sources, _places(program))


def _places(program: Program) -> tuple[Place, ...]:
    return (
        Place(QCoreApplication.translate("page_views", "Settings"), str(program.paths.settings)),
        Place(
            QCoreApplication.translate("page_views", "Your history, own exercises and routines"),
            str(program.paths.data),
        ),
        Place(QCoreApplication.translate("page_views", "Spoken phrases (can be made again)"), str(program.paths.cache)),
        Place(QCoreApplication.translate("page_views", "Log"), str(program.paths.log)),
    )


def done_view(result: Result) -> DoneView:
    """The Done page: what was really done, partial sets too."""
    sets = result.record.sets(result.timeline)
    exercises = []
    for index, step in enumerate(result.timeline.steps):
        own = [s for s in sets if s.key.step == index]
        sides = max(1, len({s.key.side for s in own}))
        exercises.append(
            DoneExercise(
                step.exercise.name,
                sum(s.is_complete for s in own) // sides,
                len(own) // sides,
                sum(s.done_reps for s in own),
                sum(s.planned_reps for s in own),
            )
        )
    whole = all(e.reps_done >= e.reps_planned for e in exercises)
    some = any(e.reps_done for e in exercises)
    if whole:
        headline = QCoreApplication.translate("page_views", "Well done. That was all of it.")
    elif some:
        headline = QCoreApplication.translate("page_views", "This is what you did.")
    else:
        headline = QCoreApplication.translate("page_views", "Maybe later.")
    tomorrow = QCoreApplication.translate(
        "page_views", "How your feet feel tomorrow morning tells you most. If they feel fine, do the same again."
    )
    total_ms = sum(s.done_ms for s in sets)
    return DoneView(headline, tuple(exercises), total_ms, tomorrow if some else "", result.timeline.routine.id)
