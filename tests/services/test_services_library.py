"""Reading the data files: every problem is told, and one bad file never hides the good ones."""

import shutil
from pathlib import Path

import pytest

from footroutine.domain.errors import Problem
from footroutine.domain.library import Library
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library, load_theme_tables
from footroutine.services.toml_file import MAX_FILE_BYTES

SHIPPED = load_library(assets_dir())
TOE_PRESS = (assets_dir() / "exercises" / "toe_press.toml").read_text(encoding="utf-8")
ROUTINE = """
format = 1
id = "mine"
name = "Mine"
short_name = "Mine"
summary = "My own."
[[steps]]
exercise = "toe-press"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A person's data folder with room for exercises and routines."""
    for kind in ("exercises", "routines"):
        (tmp_path / kind).mkdir()
    return tmp_path


def load(own: Path) -> Library:
    """The shipped library together with a person's own files; the shipped part must never suffer."""
    library = load_library(assets_dir(), own)
    assert library.exercises.items() >= SHIPPED.exercises.items()
    assert library.routines.items() >= SHIPPED.routines.items()
    return library


def only_problem(library: Library) -> Problem:
    assert len(library.problems) == 1, library.problems
    return library.problems[0]


def test_a_persons_own_exercise_and_routine_are_added(own: Path) -> None:
    (own / "exercises" / "press.toml").write_text(TOE_PRESS.replace('id = "toe-press"', 'id = "my-press"'))
    (own / "routines" / "mine.toml").write_text(ROUTINE.replace("toe-press", "my-press"))
    library = load(own)
    assert library.problems == ()
    assert list(library.exercises)[-1] == "my-press"
    assert library.routines["mine"].steps[0].exercise == "my-press"


def test_a_persons_own_source_can_be_named(own: Path) -> None:
    (own / "sources.toml").write_text('[my-physio]\ntitle = "My physiotherapist"\n')
    text = TOE_PRESS.replace('id = "toe-press"', 'id = "my-press"').replace('source = "aofas"', 'source = "my-physio"')
    (own / "exercises" / "press.toml").write_text(text)
    library = load(own)
    assert library.problems == ()
    assert library.sources["my-physio"].title == "My physiotherapist"


def test_own_folders_need_not_be_there(tmp_path: Path) -> None:
    assert load(tmp_path / "nothing") == SHIPPED


def test_files_of_other_kinds_are_passed_over(own: Path) -> None:
    (own / "exercises" / "notes.txt").write_text("buy a cushion")
    (own / "exercises" / "._press.toml").write_bytes(b"\x00\x05\x16\x07")  # what macOS leaves on foreign disks
    assert load(own) == SHIPPED


def test_a_shipped_id_cannot_be_taken(own: Path) -> None:
    (own / "exercises" / "press.toml").write_text(TOE_PRESS)
    problem = only_problem(load(own))
    assert (problem.file, problem.key) == (str(own / "exercises" / "press.toml"), "id")
    assert "'toe-press' is already the id of" in problem.reason
    assert "my-toe-press" in problem.hint


def test_of_two_own_files_of_one_id_the_first_is_used(own: Path) -> None:
    (own / "routines" / "a.toml").write_text(ROUTINE)
    (own / "routines" / "b.toml").write_text(ROUTINE.replace('name = "Mine"', 'name = "Other"', 1))
    library = load(own)
    assert library.routines["mine"].name == "Mine"
    assert str(own / "routines" / "a.toml") in only_problem(library).reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"format = 1\nid = ", "is not valid TOML: invalid value (at end of document)"),
        (b"id = 'caf\xe9'", "is not UTF-8 text (byte 10)"),
        (b"a = " + b"[" * 20_000, "is nested too deeply"),
        (b"a = " + b"9" * 5_000, "is not valid TOML: exceeds the limit"),
        (b"#" * (MAX_FILE_BYTES + 1), "is larger than 64 kB"),
        (b"", "is missing"),
    ],
    ids=["no TOML", "no UTF-8", "too deep", "endless number", "too large", "empty"],
)
@pytest.mark.parametrize("kind", ["exercises", "routines"])
def test_a_file_that_cannot_be_read_is_told_and_hides_no_other(
    own: Path, kind: str, content: bytes, reason: str
) -> None:
    bad = own / kind / "bad.toml"
    bad.write_bytes(content)
    (own / kind / "good.toml").write_text(
        TOE_PRESS.replace('id = "toe-press"', 'id = "mine"') if kind == "exercises" else ROUTINE
    )
    library = load(own)
    assert "mine" in (library.exercises if kind == "exercises" else library.routines)
    assert {problem.file for problem in library.problems} == {str(bad)}
    assert reason in library.problems[0].reason
    assert bad.read_bytes() == content


def test_a_folder_in_a_files_place_is_told(own: Path) -> None:
    (own / "exercises" / "press.toml").mkdir()
    assert only_problem(load(own)).reason == "is not a file"


def test_a_file_in_a_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "exercises").write_text("")
    problem = only_problem(load(tmp_path))
    assert problem.file == str(tmp_path / "exercises")
    assert "cannot be read (Not a directory)" in problem.reason


def test_a_file_that_leads_nowhere_is_told(own: Path) -> None:
    (own / "exercises" / "press.toml").symlink_to(own / "gone.toml")
    assert only_problem(load(own)).reason == "cannot be read (No such file or directory)"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(own: Path) -> None:
    (own / "routines" / "mine.toml").write_bytes(b"\xef\xbb\xbf" + ROUTINE.replace("\n", "\r\n").encode())
    library = load(own)
    assert library.problems == ()
    assert "mine" in library.routines


@pytest.mark.parametrize("version", ["2", "999999"])
def test_a_file_of_a_newer_format_is_refused_with_no_other_complaint(own: Path, version: str) -> None:
    (own / "routines" / "mine.toml").write_text(f"format = {version}\nnew_key = 1\n")
    problem = only_problem(load(own))
    assert (problem.key, problem.hint) == ("format", "Install the newest Foot Routine to use it")
    assert problem.reason == f"made by a newer version of the program (format {version}, this one knows 1)"


@pytest.mark.parametrize(
    ("step", "key", "reason", "hint"),
    [
        ('exercise = "toe-pres"', "exercise", "unknown exercise 'toe-pres'", "Did you mean 'toe-press'?"),
        ("exercise = 3", "exercise", "must be text, not 3", "Put it in quotes"),
        ("", "exercise", "is missing", ""),
        ('exercise = "toe-press"\nvariant = "seat"', "variant", "unknown variant 'seat'", "Did you mean 'seated'?"),
        ('exercise = "wall-stretch"\nvariant = "seated"', "variant", "unknown variant 'seated'", "Known: none"),
        (
            'exercise = "toe-press"\ndose = { sets = 7 }',
            "dose.sets",
            "must be a whole number from 1 to 6, not 7",
            "",
        ),
        (
            'exercise = "toe-press"\ndose = { reps = 2.5 }',
            "dose.reps",
            "must be a whole number from 1 to 30, not 2.5",
            "",
        ),
        (
            'exercise = "toe-press"\ndose = { hold_s = nan }',
            "dose.hold_s",
            "must be a number from 1 to 15, not nan",
            "",
        ),
        ('exercise = "toe-press"\ndose = { hold = 3 }', "dose.hold", "unknown key", "Did you mean 'hold_s'?"),
        ('exercise = "toe-press"\ndose = { cycle_s = 5 }', "dose.cycle_s", "unknown key", ""),
        ('exercise = "toe-press"\ndose = 3', "dose", "must be a table, not 3", ""),
        ('exercise = "toe-press"\nvarient = "seated"', "varient", "unknown key", "Did you mean 'variant'?"),
        (
            'exercise = "side-to-side"\nvariant = "circles"\ndose = { reps = 10 }',
            "dose.reps",
            "must be a whole number from 1 to 5, not 10",
            "",
        ),
    ],
)
def test_a_step_that_does_not_fit_its_exercise_is_told(own: Path, step: str, key: str, reason: str, hint: str) -> None:
    (own / "routines" / "mine.toml").write_text(ROUTINE + "[[steps]]\n" + step)
    library = load(own)
    problem = only_problem(library)
    assert (problem.key, problem.reason) == (f"steps[1].{key}", reason)
    assert hint in problem.hint
    assert "mine" not in library.routines


def test_a_step_may_set_the_dose_of_its_variant(own: Path) -> None:
    step = '[[steps]]\nexercise = "side-to-side"\nvariant = "circles"\ndose = { cycle_s = 20, sets = 1 }'
    (own / "routines" / "mine.toml").write_text(ROUTINE + step)
    library = load(own)
    assert library.problems == ()
    assert library.routines["mine"].steps[1].dose == {"cycle_s": 20, "sets": 1}


def test_a_routine_with_a_refused_exercise_is_sent_to_that_exercises_file(own: Path) -> None:
    (own / "exercises" / "press.toml").write_text(TOE_PRESS.replace('id = "toe-press"', 'id = "mine"\nbagde = "Feet"'))
    (own / "routines" / "mine.toml").write_text(ROUTINE.replace("toe-press", "mine"))
    unknown_key, refused = load(own).problems
    assert (unknown_key.key, unknown_key.hint) == ("bagde", "Did you mean 'badge'?")
    assert (refused.reason, refused.hint) == ("the exercise 'mine' was refused", "Mend its own file first")


def test_a_routine_has_steps_and_not_too_many(own: Path) -> None:
    empty, long = own / "routines" / "a.toml", own / "routines" / "b.toml"
    empty.write_text(ROUTINE.split("[[steps]]", maxsplit=1)[0] + "steps = []")
    long.write_text(ROUTINE.replace('"mine"', '"long"') + '[[steps]]\nexercise = "toe-press"\n' * 30)
    told = {(problem.file, problem.key, problem.reason, problem.hint) for problem in load(own).problems}
    assert told == {
        (str(empty), "steps", "is empty", ""),
        (str(long), "steps", "has 31 entries", "At most 30"),
    }


def test_routines_come_in_their_order(own: Path) -> None:
    (own / "routines" / "mine.toml").write_text("order = 0\n" + ROUTINE)
    (own / "routines" / "last.toml").write_text(ROUTINE.replace('"mine"', '"last"'))
    assert list(load(own).routines) == ["mine", "full", "short", "toe-press", "last"]


def test_problems_of_all_files_are_told_at_once(own: Path) -> None:
    (own / "exercises" / "a.toml").write_text("format = 1\n")
    (own / "exercises" / "b.toml").write_text("=")
    (own / "routines" / "c.toml").write_text("format = 1\n")
    (own / "sources.toml").write_text('n = 3\n[article]\ntitle = "Mine"\n[x]\ntitel = "y"\n[Z]\ntitle = "z"\n["a b"]\n')
    library = load(own)
    names = [Path(problem.file).name for problem in library.problems]
    assert set(names) == {"a.toml", "b.toml", "c.toml", "sources.toml"}
    sources = [(problem.key, problem.reason) for problem in library.problems if problem.file.endswith("sources.toml")]
    assert sources == [
        ("n", "must be a table, not 3"),
        ("article", "is already the id of a shipped source"),
        ("x.title", "is missing"),
        ("x.titel", "unknown key"),
        ("Z", "'Z' is not an id"),
        ('"a b"', "'a b' is not an id"),
        ('"a b".title', "is missing"),
    ]
    assert library.sources == SHIPPED.sources


def test_a_broken_list_of_sources_is_told_once(own: Path) -> None:
    (own / "sources.toml").write_text("[")
    assert "is not valid TOML" in only_problem(load(own)).reason


def test_without_the_shipped_files_there_is_an_empty_library_and_a_reason(tmp_path: Path) -> None:
    library = load_library(tmp_path)
    assert not library.exercises
    assert not library.routines
    assert only_problem(library).file == str(tmp_path / "sources.toml")


def test_a_data_folder_that_cannot_even_be_looked_at_is_told() -> None:
    library = load(Path("/" + "x" * 300))
    assert [Path(problem.file).name for problem in library.problems] == ["sources.toml", "exercises", "routines"]
    assert all("File name too long" in problem.reason for problem in library.problems)


def test_one_broken_shipped_file_hides_no_other(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    shutil.copytree(assets_dir(), assets)
    (assets / "exercises" / "ankle_circles.toml").write_text("")
    library = load_library(assets)
    assert set(library.exercises) == set(SHIPPED.exercises) - {"ankle-circles"}
    assert set(library.routines) == set(SHIPPED.routines) - {"full"}


def test_themes_are_given_as_they_are_written() -> None:
    themes = load_theme_tables(assets_dir())
    assert set(themes) == {"light", "dark"}
    assert themes["light"]["id"] == "light"
