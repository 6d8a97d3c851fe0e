"""A person's own routines as files: what is kept comes back, and nothing that they wrote is lost."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footroutine.domain.library import Library
from footroutine.domain.routine import LONGEST_NAME, MOST_STEPS, Routine, Step
from footroutine.domain.routine_edit import clean_name
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library
from footroutine.services.routine_file import remove_routine, routine_files, write_routine

LIBRARY = load_library(assets_dir())
SHORT = LIBRARY.routines["short"]
MINE = replace(SHORT, id="mine", name="Mine", short_name="Mine")


@st.composite
def steps(draw: st.DrawFn) -> Step:
    exercise = LIBRARY.exercises[draw(st.sampled_from(sorted(LIBRARY.exercises)))]
    variant = draw(st.sampled_from([None, *exercise.variants]))
    limits = exercise.variants[variant].dose if variant else exercise.dose
    keys = draw(st.sets(st.sampled_from(sorted(limits))))
    dose = {key: float(draw(st.integers(int(limits[key].minimum), int(limits[key].maximum)))) for key in keys}
    return Step(exercise.id, dose, variant)


names = st.text(min_size=1, max_size=LONGEST_NAME).map(clean_name).filter(bool)
routines = st.builds(
    Routine,
    id=st.just("mine"),
    name=names,
    short_name=names,
    summary=names,
    steps=st.lists(steps(), min_size=1, max_size=MOST_STEPS).map(tuple),
    order=st.integers(0, 1000),
)


def reloaded(data: Path) -> Library:
    return load_library(assets_dir(), data)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(routine=routines)
def test_whatever_is_kept_comes_back_the_same(tmp_path: Path, routine: Routine) -> None:
    assert write_routine(tmp_path / "routines", routine) == ()
    library = reloaded(tmp_path)
    assert library.problems == ()
    assert library.routines["mine"] == routine
    assert [p.name for p in (tmp_path / "routines").iterdir()] == ["mine.toml"]


def test_a_file_that_the_person_wrote_is_kept_beside(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    write_routine(folder, MINE)
    file = folder / "evening.toml"
    (folder / "mine.toml").rename(file)  # its name is the person's own affair
    written = "# from Anna, who treats my feet\n" + file.read_text()
    file.write_text(written)
    told = write_routine(folder, replace(MINE, name="Other"))
    assert (folder / "evening.toml.before-1").read_text() == written
    assert str(folder / "evening.toml.before-1") in str(told[0])
    assert reloaded(tmp_path).routines["mine"].name == "Other"
    assert write_routine(folder, MINE) == ()


def test_a_removed_routine_is_out_of_use_and_its_file_is_still_there(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    write_routine(folder, MINE)
    written = (folder / "mine.toml").read_text()
    assert remove_routine(folder, "mine") == ()
    assert "mine" not in reloaded(tmp_path).routines
    assert reloaded(tmp_path).problems == ()
    assert (folder / "mine.toml.removed-1").read_text() == written
    assert remove_routine(folder, "mine") == ()


def test_a_broken_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "mine.toml").write_text("this is [not toml")
    assert write_routine(folder, MINE) == ()
    assert (folder / "mine.toml").read_text() == "this is [not toml"
    assert routine_files(folder) == {"mine": folder / "mine-2.toml"}


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("in the way")
    told = write_routine(tmp_path / "routines", MINE)
    assert "mine.toml" in str(told[0])
    assert "cannot be saved" in str(told[0])
    assert (tmp_path / "routines").read_text() == "in the way"
