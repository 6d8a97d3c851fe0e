"""The settings file: it keeps what a person chose and wrote, and nothing is ever lost."""

import signal
import stat
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import MutableMapping
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footroutine.domain.exercise import Exercise
from footroutine.domain.settings import ExerciseChoice, Settings, options
from footroutine.services.assets import assets_dir
from footroutine.services.library import load_library
from footroutine.services.settings_file import MIGRATIONS, Loaded, load_settings, save_settings
from footroutine.services.settings_values import read_settings

EXERCISES = load_library(assets_dir()).exercises
DEFAULTS = Loaded(Settings(), (), True)
NEWEST = 1 + len(MIGRATIONS)
FROZEN = Path(__file__).parents[1] / "migrations"
FROZEN_SETTINGS = Settings(
    routine="short",
    get_ready_s=12,
    talk="counts",
    plan="toe-press",
    toe_press_times="8:30, 20:00",
    routine_times="17:45",
    ask_pain=False,
    rest_days="sat, sun",
    voice_on=False,
    voice_name="English (Great Britain)",
    voice_command="mytts --out {file} --text {text}",
    voice_rate=140,
    voice_volume=70,
    tone_volume=40,
    language="de",
    theme="dark",
    text_percent=150,
    far_view_auto=False,
    reduce_motion="on",
    flash=True,
    skin="brown",
    remind=True,
    quiet_from=20,
    quiet_until=9,
    start_at_login=True,
    window_page="settings",
    window_width=900,
    window_height=600,
    window_placed=True,
    window_x=-40,
    window_y=30,
    window_maximized=True,
    disclaimer_accepted=True,
    tray_told=True,
    exercises={
        "toe-press": ExerciseChoice(sets=2, reps=8, hold_s=4.5, rest_s=30, pace="slow", variant="seated"),
        "ankle-circles": ExerciseChoice(included=False, cycle_s=15, first_side="right"),
    },
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


# Arbitrary valid settings, made from the declarations themselves.

LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60)


def values_of(name: str) -> st.SearchStrategy[Any]:
    option, default = options()[name], getattr(Settings, name)
    if option.choices:
        return st.sampled_from(list(option.choices))
    if isinstance(default, bool):
        return st.booleans()
    if option.several:
        return st.lists(st.sampled_from(list(option.several)), unique=True).map(", ".join)
    if name.endswith("_times"):
        return st.lists(st.times(), min_size=1, max_size=12).map(
            lambda times: ", ".join(f"{each.hour}:{each.minute:02}" for each in times)
        )
    if option.problem is not None:
        fitting = [f"mytts {{text}} {{file}} {more}" for more in ("", "-r {rate}", "'a \\ b' ü")]
        return st.sampled_from(["", *fitting])
    if isinstance(default, int):
        assert option.minimum is not None
        assert option.maximum is not None
        return st.integers(int(option.minimum), int(option.maximum))
    return LINES


def choices_of(exercise: Exercise) -> st.SearchStrategy[ExerciseChoice]:
    parts: dict[str, st.SearchStrategy[Any]] = {
        "included": st.booleans(),
        "pace": st.sampled_from(["slow", "normal", "brisk"]),
        "first_side": st.sampled_from(["left", "right"]),
    }
    if exercise.variants:
        parts["variant"] = st.sampled_from(list(exercise.variants))
    for key, limit in exercise.dose.items():
        whole = key in {"sets", "reps"}
        parts[key] = (
            st.integers(int(limit.minimum), int(limit.maximum))
            if whole
            else st.floats(limit.minimum, limit.maximum, allow_subnormal=False)
        )
    return st.fixed_dictionaries({}, optional=parts).map(lambda chosen: ExerciseChoice(**chosen))


def exercises_of() -> st.SearchStrategy[dict[str, ExerciseChoice]]:
    each = {name: choices_of(exercise) for name, exercise in EXERCISES.items()}
    chosen = st.fixed_dictionaries({}, optional=each)
    return chosen.map(lambda found: {name: choice for name, choice in found.items() if choice != ExerciseChoice()})


SETTINGS = st.builds(Settings, exercises=exercises_of(), **{name: values_of(name) for name in options()})


@given(st.lists(SETTINGS, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_what_was_saved_last_is_what_is_loaded(saved: list[Settings]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        for each in saved:
            assert save_settings(path, each, EXERCISES) == ()
            assert load_settings(path, EXERCISES) == Loaded(each, (), True)
        assert list(path.parent.iterdir()) == [path]


def test_no_file_means_the_defaults_and_makes_none(path: Path) -> None:
    assert load_settings(path, EXERCISES) == DEFAULTS
    assert not path.exists()


def test_the_file_explains_itself(path: Path) -> None:
    save_settings(path, Settings(), EXERCISES)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"version = {NEWEST}\n")
    assert "\nget_ready_s = 8 # Get-ready time: 3 to 60 s\n" in text
    assert '\ntheme = "system" # Theme: system, light, dark\n' in text
    assert "exercises" not in text
    assert all(name in text for name in options())


def test_a_choice_taken_back_leaves_the_file(path: Path) -> None:
    chosen = ExerciseChoice(reps=5, pace="slow", included=False)
    save_settings(path, Settings(exercises={"toe-press": chosen}), EXERCISES)
    assert tomllib.loads(path.read_text())["exercises"] == {"toe-press": {"reps": 5, "pace": "slow", "included": False}}
    save_settings(path, Settings(exercises={"toe-press": replace(chosen, reps=None)}), EXERCISES)
    assert tomllib.loads(path.read_text())["exercises"] == {"toe-press": {"pace": "slow", "included": False}}
    save_settings(path, Settings(), EXERCISES)
    assert tomllib.loads(path.read_text())["exercises"] == {"toe-press": {}}
    assert load_settings(path, EXERCISES) == DEFAULTS


def test_a_file_that_says_nothing_new_is_not_written_again(path: Path) -> None:
    save_settings(path, Settings(theme="dark"), EXERCISES)
    before = path.stat()
    save_settings(path, Settings(theme="dark"), EXERCISES)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


OWN_WORDS = """\
# My settings. Do not touch!
version = 1
colour = "blue" # not known here
[look] # how it looks
theme = "dark" # easier at night
# text_percent = 150
[exercises.toe-press]
# the physio said so
reps = 5
[exercises.my-own-press] # that file is on the other computer
reps = 3
[voice]
[exercises.wall-stretch]
hold_s = 20 # seconds
"""


@given(SETTINGS)
@settings(max_examples=25, deadline=None)
def test_a_persons_comments_and_unknown_keys_survive_every_save(saved: Settings) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_text(OWN_WORDS)
        assert save_settings(path, saved, EXERCISES) == ()
        text = path.read_text(encoding="utf-8")
        comments = [line[line.index("#") :] for line in OWN_WORDS.splitlines() if "#" in line]
        gone = {"# seconds"} if "hold_s" not in text.split("[exercises.wall-stretch]")[1] else set()
        assert all(comment in text for comment in set(comments) - gone)
        values = tomllib.loads(text)
        assert values["colour"] == "blue"
        assert values["exercises"]["my-own-press"] == {"reps": 3}
        assert load_settings(path, EXERCISES).settings == saved


LAYOUTS = [
    "",
    "\n\n# nothing but words",
    "version = 1\nexercises = { toe-press = { reps = 5 }, other = { reps = 3 } }\nlook = { theme = 'dark' }\n",
    "[look]\ntheme = 'dark'\n[exercises]\ntoe-press = { reps = 5 }\n",
    "[exercises]\n[exercises.toe-press]\nreps = 5\n[look]\n[exercises.wall-stretch]\n[voice]\n[exercises.x.y]\n",
    "[[look]]\ntheme = 'dark'\n[[look]]\n",
    "look = 3\nvoice = [1]\nexercises = 'none'\nsession = 2024-01-01\n",
    "[exercises]\ntoe-press = 3\nwall-stretch = [{}]\n",
    "[look.theme]\ndark = true\n[session.routine.x]\n",
    '"version" = 1\n["look"]\n"theme" = """dark"""\n\'text_percent\' = 0x96\n',
    "version = 1\r\n[look]\r\ntheme = 'dark' # dark\r\n",
    "[look]\ntext_percent = nan\nother = nan\n",
    "deep = " + "[" * 38 + "]" * 38 + "\n[look]\ntheme = 'dark'\n",
    "\ufeffversion = 1\n[look]\ntheme = 'dark'\n",
]
# Valid, but not for tomlkit: a table that it adds after dotted keys swallows them; to the other it can add none.
UNEDITABLE = [
    "version = 1\nexercises.toe-press.reps = 5\nvoice.voice_rate = 100\nlook.theme = 'dark'\n",
    "[[exercises.toe-press]]\n[session]\n[exercises.toe-press.x]\n",
]
SAVED = [Settings(theme="light", text_percent=120), FROZEN_SETTINGS, Settings()]


@pytest.mark.parametrize("saved", SAVED)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_layout_can_be_saved_to(path: Path, layout: str, saved: Settings) -> None:
    path.write_text(layout, encoding="utf-8", newline="")
    assert save_settings(path, saved, EXERCISES) == ()
    assert load_settings(path, EXERCISES).settings == saved


@pytest.mark.parametrize("layout", UNEDITABLE)
def test_a_layout_that_cannot_be_edited_is_kept_beside_the_new_file(path: Path, layout: str) -> None:
    path.write_text(layout)
    (told,) = save_settings(path, FROZEN_SETTINGS, EXERCISES)
    aside = path.parent / "settings.toml.broken-1"
    assert told.reason == "its layout cannot be edited"
    assert told.hint == f"It is kept as {aside}; a new one is written"
    assert aside.read_text() == layout
    assert load_settings(path, EXERCISES) == Loaded(FROZEN_SETTINGS, (), True)


@pytest.mark.parametrize(
    ("text", "key", "reason", "hint", "loaded"),
    [
        (
            "[voice]\nvoice_rate = 500",
            "voice.voice_rate",
            "from 80 to 300, not 500",
            "300 is",
            Settings(voice_rate=300),
        ),
        ("[voice]\nvoice_rate = 1", "voice.voice_rate", "from 80 to 300, not 1", "80 is", Settings(voice_rate=80)),
        (
            "[voice]\nvoice_rate = 0x" + "f" * 9000,
            "voice.voice_rate",
            "not a huge number",
            "",
            Settings(voice_rate=300),
        ),
        ("[voice]\nvoice_rate = 100.0", "voice.voice_rate", "must be a whole number, not 100.0", "165 is", Settings()),
        ("[voice]\nvoice_rate = true", "voice.voice_rate", "must be a whole number, not true", "165 is", Settings()),
        ("[voice]\nvoice_rate = nan", "voice.voice_rate", "must be a whole number, not nan", "165 is", Settings()),
        ("[voice]\nvoice_rate = -inf", "voice.voice_rate", "must be a whole number, not -inf", "165 is", Settings()),
        ("[voice]\nvoice_rate = [[[[]]]]", "voice.voice_rate", "not a list", "165 is", Settings()),
        ("[voice]\nvoice_on = 1", "voice.voice_on", "must be true or false, not 1", "true is used", Settings()),
        ("[voice]\nvoice_name = 3", "voice.voice_name", "must be text, not 3", "", Settings()),
        ("[voice]\nvoice_name = 'a\tb'", "voice.voice_name", "one line of at most 200", "", Settings()),
        (f"[voice]\nvoice_name = '{'x' * 201}'", "voice.voice_name", "one line of at most 200", "", Settings()),
        ("[voice]\nvoice_command = 'mytts {text}'", "voice.voice_command", "must contain {file}", "", Settings()),
        ("[voice]\nvoice_rat = 100", "voice.voice_rat", "unknown key", "Did you mean 'voice_rate'?", Settings()),
        ("[look]\ntheme = 'drak'", "look.theme", "unknown value 'drak'", "Did you mean 'dark'? 'system'", Settings()),
        ("[look]\ntheme = ['dark']", "look.theme", "must be text, not a list", "'system' is used", Settings()),
        ("[loook]", "loook", "unknown key", "Did you mean 'look'?", Settings()),
        ("look = 3", "look", "must be a table, not 3", "The defaults are used", Settings()),
        ("version = 'x'", "version", f"must be {NEWEST}, not 'x'", "", Settings()),
        ("version = true", "version", f"must be {NEWEST}, not true", "", Settings()),
        ("version = 0", "version", f"must be {NEWEST}, not 0", "", Settings()),
        ("exercises = []", "exercises", "must be a table, not a list", "", Settings()),
        ("[exercises.toe-pres]", "exercises.toe-pres", "unknown key", "Did you mean 'toe-press'?", Settings()),
        ("[exercises]\ntoe-press = 3", "exercises.toe-press", "must be a table, not 3", "", Settings()),
        (
            "[exercises.toe-press]\nhold_s = 99",
            "exercises.toe-press.hold_s",
            "must be from 1 to 15, not 99",
            "15.0 is used instead",
            Settings(exercises={"toe-press": ExerciseChoice(hold_s=15)}),
        ),
        (
            "[exercises.toe-press]\nhold_s = inf",
            "exercises.toe-press.hold_s",
            "must be a number, not inf",
            "The default is used instead",
            Settings(),
        ),
        (
            "[exercises.toe-press]\nreps = 2.5",
            "exercises.toe-press.reps",
            "must be a whole number, not 2.5",
            "The default",
            Settings(),
        ),
        ("[exercises.toe-press]\ncycle_s = 5", "exercises.toe-press.cycle_s", "unknown key", "", Settings()),
        (
            "[exercises.toe-press]\nvariant = 'seat'",
            "exercises.toe-press.variant",
            "unknown value 'seat'",
            "Did you mean 'seated'? The default is used instead",
            Settings(),
        ),
        (
            "[exercises.wall-stretch]\nvariant = 'seated'",
            "exercises.wall-stretch.variant",
            "unknown value 'seated'",
            "Known: none The default",
            Settings(),
        ),
        (
            "[exercises.toe-press]\nfirst_side = 'both'",
            "exercises.toe-press.first_side",
            "unknown value 'both'",
            "Known: left, right",
            Settings(),
        ),
        ("[exercises.toe-press]\npace = 'quick'", "exercises.toe-press.pace", "unknown value 'quick'", "", Settings()),
    ],
)
def test_a_value_that_does_not_fit_is_told_replaced_and_left_in_the_file(
    path: Path, text: str, key: str, reason: str, hint: str, loaded: Settings
) -> None:
    path.write_text(text)
    found = load_settings(path, EXERCISES)
    assert path.read_text() == text
    (told,) = found.problems
    assert (told.file, told.key) == (str(path), key)
    assert reason in told.reason
    assert hint in told.hint
    assert found == Loaded(loaded, (told,), True)
    bad = tomllib.loads(text)
    save_settings(path, replace(loaded, skin="tan"), EXERCISES)
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    for name in key.split("."):
        if name in {"version", "look"}:  # needed for what was saved
            return
        bad, kept = bad[name], kept[name]
    assert repr(type(kept)) == repr(type(bad))
    assert kept == bad or kept != kept


def test_a_bad_value_gives_way_when_its_setting_is_changed(path: Path) -> None:
    path.write_text("[voice]\nvoice_rate = 500 # fast\n[look]\ntheme = 'drak' # night\n")
    save_settings(path, Settings(voice_rate=200, theme="light"), EXERCISES)
    assert load_settings(path, EXERCISES) == Loaded(Settings(voice_rate=200, theme="light"), (), True)
    assert "voice_rate = 200 # fast\n" in path.read_text()


def test_all_problems_are_told_in_the_order_of_the_declarations(path: Path) -> None:
    path.write_text("a = 1\n[look]\nskin = 1\ntheme = 1\n[session]\ntalk = 1\nb = 2\n[exercises.toe-press]\nreps = 0\n")
    keys = [problem.key for problem in load_settings(path, EXERCISES).problems]
    assert keys == ["a", "session.b", "session.talk", "look.theme", "look.skin", "exercises.toe-press.reps"]


def test_a_dose_is_held_to_the_widest_bounds_of_the_exercise_and_its_variants(path: Path) -> None:
    chosen = ExerciseChoice(reps=30, cycle_s=60)  # the exercise allows 30 reps, its variant 5; only that has cycles
    save_settings(path, Settings(exercises={"side-to-side": chosen}), EXERCISES)
    assert load_settings(path, EXERCISES).problems == ()


# Broken, unreadable and newer files.


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"theme = ", "is not valid TOML"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"a = " + b"[" * 5_000, "is nested too deeply"),
        (b"a = " + b"[" * 300 + b"]" * 300, "is nested too deeply"),
        (b"a = " + b"{b = " * 5_000, "is nested too deeply"),
        (b"a." * 31_000 + b"a = 1", "is nested too deeply"),
        (b"'a' . \"b\"." * 6_000 + b"a = 1", "is nested too deeply"),
        (b"a = {" + b"a." * 30_000 + b"a = 1}", "is nested too deeply"),
        (b"[" + b"a." * 30 + b"a]\n" + b"b." * 30 + b"b = 1", "is nested too deeply"),
        (b"a = " + b"1" * 5_000, "is not valid TOML"),
        (b"\n" * 70_000, "is larger than"),
    ],
)
def test_a_broken_file_is_set_aside_never_over_an_earlier_one(path: Path, content: bytes, reason: str) -> None:
    path.write_bytes(content)
    (path.parent / "settings.toml.broken-1").write_text("from last year")
    loaded = load_settings(path, EXERCISES)
    aside = path.parent / "settings.toml.broken-2"
    assert (loaded.settings, loaded.writable) == (Settings(), True)
    (told,) = loaded.problems
    assert reason in told.reason
    assert told.hint == f"It is kept as {aside}; the defaults are used"
    assert aside.read_bytes() == content
    assert (path.parent / "settings.toml.broken-1").read_text() == "from last year"
    assert load_settings(path, EXERCISES) == DEFAULTS


def test_a_folder_in_the_files_place_is_set_aside_with_all_that_is_in_it(path: Path) -> None:
    path.mkdir()
    (path / "letter.txt").write_text("dear")
    assert load_settings(path, EXERCISES).problems[0].reason == "is not a file"
    assert (path.parent / "settings.toml.broken-1" / "letter.txt").read_text() == "dear"


def test_a_file_broken_while_the_program_runs_is_set_aside_before_the_settings_are_saved(path: Path) -> None:
    path.write_text("[[[")
    (told,) = save_settings(path, Settings(theme="dark"), EXERCISES)
    assert "settings.toml.broken-1" in told.hint
    assert load_settings(path, EXERCISES).settings == Settings(theme="dark")


def test_a_broken_file_that_cannot_be_set_aside_is_left_and_never_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    path.write_text("[[[")
    monkeypatch.setattr(Path, "rename", refuse)
    loaded = load_settings(path, EXERCISES)
    assert loaded.writable is False
    assert "cannot be put aside (Permission denied)" in loaded.problems[-1].reason
    assert save_settings(path, Settings(theme="dark"), EXERCISES) == loaded.problems
    assert path.read_text() == "[[["


def test_an_unreadable_file_is_left_alone(path: Path) -> None:
    path.symlink_to(path)
    loaded = load_settings(path, EXERCISES)
    assert (loaded.settings, loaded.writable) == (Settings(), False)
    assert "cannot be read (Too many levels of symbolic links)" in loaded.problems[0].reason
    assert "changes are not saved" in loaded.problems[0].hint
    assert save_settings(path, Settings(theme="dark"), EXERCISES) == loaded.problems
    assert path.is_symlink()


def test_a_file_of_a_newer_version_is_refused_and_not_touched(path: Path) -> None:
    path.write_text("version = 99\n[look]\ntheme = 'dark'\n")
    loaded = load_settings(path, EXERCISES)
    assert (loaded.settings, loaded.writable) == (Settings(), False)
    (told,) = loaded.problems
    assert told.reason == f"made by a newer version of the program (version 99, this one knows {NEWEST})"
    assert told.hint == "The defaults are used, and changes are not saved"
    assert save_settings(path, Settings(theme="light"), EXERCISES) == loaded.problems
    assert path.read_text() == "version = 99\n[look]\ntheme = 'dark'\n"


# Versions.


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_the_frozen_file_of_every_version_is_read_whole(version: int) -> None:
    assert load_settings(FROZEN / f"settings_v{version}.toml", EXERCISES) == Loaded(FROZEN_SETTINGS, (), True)
    frozen = {name: getattr(FROZEN_SETTINGS, name) for name in options()}
    assert not {name for name, value in frozen.items() if value == getattr(Settings, name)}
    chosen = FROZEN_SETTINGS.exercises.values()
    assert all(any(getattr(choice, each.name) != each.default for choice in chosen) for each in fields(ExerciseChoice))


def rename_skin(document: MutableMapping[str, Any]) -> None:
    document["look"]["skin"] = document["look"].pop("tint")


def raise_rate(document: MutableMapping[str, Any]) -> None:
    document["voice"]["voice_rate"] += 5


def test_an_older_file_is_brought_up_step_by_step(path: Path) -> None:
    steps = [rename_skin, raise_rate]
    old = "version = 1 # old\n[look]\ntint = 'tan'\n[voice]\nvoice_rate = 100 # words\n"
    path.write_text(old)
    wanted = Settings(skin="tan", voice_rate=105)
    assert load_settings(path, EXERCISES, steps) == Loaded(wanted, (), True)
    assert path.read_text() == old
    assert save_settings(path, wanted, EXERCISES, steps) == ()
    text = path.read_text()
    assert "version = 3 # old\n" in text
    assert "voice_rate = 105 # words\n" in text
    assert "tint" not in text
    assert load_settings(path, EXERCISES, steps) == Loaded(wanted, (), True)
    assert load_settings(path, EXERCISES, steps[:1]).writable is False


def test_only_the_steps_that_are_missing_are_taken(path: Path) -> None:
    path.write_text("version = 2\n[look]\nskin = 'tan'\n[voice]\nvoice_rate = 100\n")
    assert load_settings(path, EXERCISES, [rename_skin, raise_rate]).settings == Settings(skin="tan", voice_rate=105)


@pytest.mark.parametrize(("was", "now"), [("true", "on"), ("false", "system"), ("'never'", "system")])
def test_less_motion_was_on_or_off_before_it_could_follow_the_desktop(path: Path, was: str, now: str) -> None:
    path.write_text(f"version = 1\n[look]\nreduce_motion = {was} # mine\n")
    settings = load_settings(path, EXERCISES).settings
    assert settings == Settings(reduce_motion=now)
    assert save_settings(path, settings, EXERCISES) == ()
    assert "# mine" in path.read_text()
    assert load_settings(path, EXERCISES).settings == settings


# Saving is whole or not at all.


def test_a_save_that_fails_leaves_the_old_file_and_no_scraps(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(path, Settings(theme="dark"), EXERCISES)

    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    (told,) = save_settings(path, Settings(theme="light"), EXERCISES)
    assert told.reason == "cannot be saved (No space left on device)"
    assert load_settings(path, EXERCISES).settings == Settings(theme="dark")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_program_killed_between_writing_and_renaming_leaves_the_old_file(path: Path) -> None:
    save_settings(path, Settings(theme="dark"), EXERCISES)
    program = """
        import os, signal, sys
        from pathlib import Path
        from footroutine.domain.settings import Settings
        from footroutine.services.settings_file import save_settings

        Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGKILL)
        save_settings(Path(sys.argv[1]), Settings(theme="light"), {})
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program), str(path)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert load_settings(path, EXERCISES) == Loaded(Settings(theme="dark"), (), True)
    assert save_settings(path, Settings(theme="light"), EXERCISES) == ()
    assert load_settings(path, EXERCISES).settings == Settings(theme="light")


def test_a_folder_that_has_gone_is_made_anew_for_its_owner(path: Path) -> None:
    again = path.parent / "gone" / "settings.toml"
    assert save_settings(again, Settings(), EXERCISES) == ()
    assert load_settings(again, EXERCISES).settings == Settings()
    assert stat.S_IMODE(again.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_told(path: Path) -> None:
    nowhere = path.parent / "nowhere"
    nowhere.symlink_to(path.parent / "not" / "there")
    (told,) = save_settings(nowhere / "settings.toml", Settings(), EXERCISES)
    assert told.reason.startswith("cannot be saved (")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of the POSIX kind")
def test_the_file_is_its_owners_only(path: Path) -> None:
    path.write_text("")
    path.chmod(0o644)
    save_settings(path, Settings(), EXERCISES)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_kept_elsewhere_stays_a_link(path: Path) -> None:
    elsewhere = path.parent / "dotfiles" / "feet.toml"
    elsewhere.parent.mkdir()
    elsewhere.write_text("# mine\n")
    path.symlink_to(elsewhere)
    save_settings(path, Settings(theme="dark"), EXERCISES)
    assert path.is_symlink()
    assert "# mine" in elsewhere.read_text()
    assert load_settings(path, EXERCISES).settings == Settings(theme="dark")


def test_a_voice_name_that_is_no_unicode_does_no_harm(path: Path) -> None:
    assert save_settings(path, Settings(voice_name="caf\udce9"), EXERCISES) == ()
    assert load_settings(path, EXERCISES).settings.voice_name == "caf?"


def junk_values() -> st.SearchStrategy[object]:
    plain = (
        st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(5000).map(lambda power: 16**power)
    )
    return st.recursive(plain, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(LINES, inner, max_size=2))


@given(st.dictionaries(LINES | st.sampled_from(["look", "voice", "exercises", "version"]), junk_values(), max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_a_file_holds_loading_gives_settings_and_problems_of_one_line(values: dict[str, Any]) -> None:
    found, problems = read_settings(values, EXERCISES, "settings.toml")
    assert isinstance(found, Settings)
    assert all("\n" not in str(problem) for problem in problems)
