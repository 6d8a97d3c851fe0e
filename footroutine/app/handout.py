"""The hand-out of a routine: what its sheet says, and the file it is written to."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from footroutine.app.language import speak_chosen
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Exercise, Moment, Movement, MovementKind, Side, Sourced
from footroutine.domain.phrases import fill, phrases_in
from footroutine.domain.routine import Routine
from footroutine.domain.script import chosen_steps
from footroutine.domain.timeline import PlannedStep
from footroutine.figure.palette import palette
from footroutine.services.files import write_atomically
from footroutine.services.library import load_theme_tables
from footroutine.ui.handout import HandoutExercise, HandoutPicture, HandoutView, SaidBy, handout_pdf
from footroutine.ui.look import load_fonts
from footroutine.ui.paper import Paper

_PICTURES = 4  # side by side on a sheet
_ON_THE_WAY = 0.8  # of a travel: it is seen where it goes


def write_handout(program: Program, routine: Routine, paper: Paper, file: Path) -> None:
    """Write the routine as a printable sheet, with the person's own doses.

    Raises:
        UserError: every exercise is turned off, or the file cannot be written.
    """
    theme: Any = load_theme_tables(program.assets)["light"]
    colours = palette(theme["figure"], program.settings.skin)
    view = handout_view(program, routine)
    with printing(program):
        write_sheet(file, handout_pdf(view, colours, paper))


def write_sheet(file: Path, sheet: bytes) -> None:
    """Write a printable sheet, whole or not at all.

    Raises:
        UserError: the file cannot be written.
    """
    try:
        write_atomically(file, sheet)
    except OSError as error:
        raise UserError(f"{file}: cannot be written ({error.strerror or error}). Choose another place.") from error


@contextmanager
def printing(program: Program) -> Iterator[None]:
    """What a sheet needs to be printed: Qt with the program's typeface, in the language of the settings; no display."""
    app = QGuiApplication.instance()
    if app is None:
        app = QGuiApplication(["footroutine", "-platform", "offscreen"])
        load_fonts(sorted((program.assets / "fonts").glob("*.otf")))
        speak_chosen(program)
    yield
    del app


def handout_view(program: Program, routine: Routine) -> HandoutView:
    """What the sheet says.

    Raises:
        UserError: every exercise of the routine is turned off.
    """
    steps = chosen_steps(routine, program.library.exercises, program.settings)
    stops = [step.exercise.stops for step in steps]
    common = tuple(stop for stop in stops[0] if all(stop in each for each in stops))
    exercises = tuple(_exercise(program, step, common) for step in steps)
    return HandoutView(routine.name, routine.summary, _sourced(program, common), exercises)


def _sourced(program: Program, texts: Iterable[Sourced]) -> tuple[SaidBy, ...]:
    return tuple(SaidBy(each.text, program.library.sources[each.source].title) for each in texts)


def _exercise(program: Program, step: PlannedStep, common: Sequence[Sourced]) -> HandoutExercise:
    exercise, side, phrases = step.exercise, step.dose.first_side, phrases_in(program.library.language)
    moving = [m for m in exercise.all_movements() if m.kind is not MovementKind.HOLD][:_PICTURES]
    told = (*exercise.setup, *(movement.say for movement in (*exercise.enter, *exercise.movements)))
    steps = [fill(words, side, exercise.language)[0] for words in told]
    if side is not Side.BOTH:
        steps.append(phrases.switch(exercise, side.other, None, step.dose.reps)[0])
    return HandoutExercise(
        exercise.name,
        phrases.where[exercise.posture],
        phrases.dose(exercise, step.dose)[0],
        exercise.summary,
        tuple(HandoutPicture(_moment(exercise, side, m), m.phase) for m in moving),
        tuple(steps),
        exercise.feel,
        _sourced(program, exercise.tips),
        _sourced(program, (stop for stop in exercise.stops if stop not in common)),
    )


def _moment(exercise: Exercise, side: Side, movement: Movement) -> Moment:
    """A movement on its way, with its arrow; a circle a third of the way round."""
    before = exercise.pose_before(movement.id, first=True)
    seconds = movement.cycle.round_s / 3 if movement.cycle else 0.0
    return Moment(exercise, side, before, movement.pose, _ON_THE_WAY, seconds, movement)
