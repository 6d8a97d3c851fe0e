"""The cards of Today: each exercise in its own dose."""

from PySide6.QtCore import QCoreApplication

from footroutine.app.wiring import Program
from footroutine.domain.dose import settle, vary
from footroutine.domain.exercise import Exercise, MovementKind, Sides
from footroutine.domain.phrases import limb
from footroutine.domain.routine import Step
from footroutine.domain.timeline import Dose
from footroutine.player.demo import telling
from footroutine.ui import words
from footroutine.ui.views import Card


def card(program: Program, step: Step) -> Card:
    """One exercise of a routine, in its own dose."""
    choice = program.settings.choice(step.exercise)
    chosen = choice.variant if step.variant is None else step.variant
    exercise = vary(program.library.exercises[step.exercise], chosen)
    dose = settle(exercise, choice, step)
    moment = telling(exercise, dose.first_side)
    return Card(exercise.id, exercise.name, dose_lines(exercise, dose), moment, choice.included)


def dose_lines(exercise: Exercise, dose: Dose) -> tuple[str, ...]:
    """The dose in three short lines: how often, with which foot, and how long."""
    holds = sum(m.kind is MovementKind.HOLD for m in exercise.movements)
    if exercise.sides is Sides.BOTH:
        foot = QCoreApplication.translate("today_view", "both feet")
    else:
        foot = QCoreApplication.translate("today_view", "each {limb}").format(limb=limb(exercise))
    if holds == 1:
        long = QCoreApplication.translate("today_view", "hold {time}").format(time=words.amount(dose.hold_s, "s"))
    elif holds:
        held = QCoreApplication.translate("today_view", "hold {time} each way")
        long = held.format(time=words.amount(dose.hold_s, "s"))
    else:
        around = QCoreApplication.translate("today_view", "{time} each way")
        long = around.format(time=words.amount(dose.cycle_s, "s"))
    return words.sets(dose.sets, dose.reps), foot, long
