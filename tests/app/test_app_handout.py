"""The hand-out: a printable sheet that says all that its exercises say."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from footroutine.app.handout import handout_view
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError


def printed(profile: Path, file: Path, *arguments: str) -> str:
    """The text of a hand-out, written by a process that has no display."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "footroutine", "--profile", str(profile), "handout", *arguments, "-o", str(file)]
    subprocess.run(command, env=environment, check=True, timeout=60)
    found = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True)
    return found.stdout


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def test_it_says_everything_of_every_exercise(profile: Path, program: Program, tmp_path: Path) -> None:
    text = plain(printed(profile, tmp_path / "sheet.pdf", "full"))
    view = handout_view(program, program.routine("full"))
    for said in (view.title, view.summary, *(stop.text for stop in view.stops)):
        assert plain(said) in text
    for exercise in view.exercises:
        sourced = [*exercise.tips, *exercise.stops]
        for said in (
            exercise.name,
            exercise.dose,
            exercise.summary,
            exercise.feel,
            *exercise.steps,
            *(f"{t.text}{t.source}" for t in sourced),
        ):
            assert plain(said) in text, said


def test_what_holds_for_every_exercise_is_said_once_and_what_does_not_stays_with_its_own(program: Program) -> None:
    view = handout_view(program, program.routine("full"))
    told = [*view.stops, *(stop for exercise in view.exercises for stop in exercise.stops)]
    exercises = program.library.exercises.values()
    assert {stop.text for stop in told} == {stop.text for exercise in exercises for stop in exercise.stops}
    assert view.stops
    assert not any(stop in exercise.stops for stop in view.stops for exercise in view.exercises)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_full_routine_fits_on_two_pages(
    profile: Path, program: Program, tmp_path: Path, paper: str, size: tuple[int, int], language: str
) -> None:
    program.save(replace(program.settings, language=language))
    file = tmp_path / "sheet.pdf"
    printed(profile, file, "full", "--paper", paper)
    told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+)", told)
    assert found
    assert tuple(round(float(side)) for side in found.groups()) == size
    assert re.search(r"Pages: +2\n", told)


def test_own_doses_are_printed(profile: Path, tmp_path: Path) -> None:
    settings = profile / "config" / "settings.toml"
    settings.write_text(settings.read_text() + "[exercises.toe-press]\nreps = 7\n")
    assert plain("Three sets of seven reps") in plain(printed(profile, tmp_path / "sheet.pdf", "toe-press"))


def test_a_routine_with_nothing_left_is_a_known_error(profile: Path) -> None:
    settings = profile / "config" / "settings.toml"
    settings.write_text(settings.read_text() + "[exercises.toe-press]\nincluded = false\n")
    program = Program.load(profile)
    with pytest.raises(UserError, match="turned off"):
        handout_view(program, program.routine("toe-press"))
