"""The command line: what it answers, in which words and with which exit code."""

import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from histories import kept, whole
from PySide6.QtGui import QImage

import footroutine
from footroutine.app.main import main


def ask(profile: Path, *arguments: str) -> int:
    return main(["--profile", str(profile), *arguments])


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["plan", "ful"], 1, "Did you mean 'full'?"),
        (["session", "nothing"], 1, "Known: full, short, toe-press"),
        (["draw", "toe-pres", "-o", "x.svg"], 1, "Did you mean 'toe-press'?"),
        (["draw", "toe-press", "--movement", "grap", "-o", "x.svg"], 1, "Did you mean 'grip'?"),
        (["draw", "toe-press", "--variant", "flying", "-o", "x.svg"], 1, "Known: seated."),
        (["draw", "toe-press", "-o", "x.gif"], 1, ".svg or .png"),
        (["draw", "toe-press", "-o", "no/such/folder/x.svg"], 1, "cannot be written"),
        (["session", "short", "--log-json", "no/such/folder/log"], 1, "--log-json"),
        (["handout", "-o", "no/such/folder/x.pdf"], 1, "cannot be written"),
    ],
)
def test_a_known_error_is_one_line_that_names_the_way_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask(tmp_path / "profile", *arguments) == code
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("footroutine: ")
    assert told in lines[0]


@pytest.mark.parametrize(
    "arguments",
    [["jump"], ["session", "--speed", "0"], ["session", "--speed", "fast"], ["draw"], ["plan", "--nope"],
     ["draw", "toe-press", "-o", "x.svg", "--size", "9x9"], ["draw", "toe-press", "-o", "x.svg", "--at", "2"]],
)  # fmt: skip
def test_wrong_usage_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        ask(tmp_path, *arguments)
    assert stopped.value.code == 2
    assert "usage: footroutine" in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"footroutine {footroutine.__version__}\n"


def test_list_names_the_three_routines_and_the_five_exercises(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(tmp_path, "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [r["id"] for r in listed["routines"]] == ["full", "short", "toe-press"]
    assert [e["id"] for e in listed["exercises"]] == [
        "toe-press", "ankle-circles", "active-flexion", "side-to-side", "wall-stretch",
    ]  # fmt: skip
    assert ask(tmp_path, "list") == 0
    assert "Wall Stretch" in capsys.readouterr().out


def test_the_plan_has_the_promised_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(tmp_path, "plan", "toe-press", "--json") == 0
    plan = json.loads(capsys.readouterr().out)
    assert set(plan) == {"routine", "total_ms", "segments", "cues"}
    assert set(plan["segments"][0]) == {
        "start_ms", "end_ms", "kind", "exercise", "movement", "side", "set", "rep", "posture",
    }  # fmt: skip
    assert set(plan["cues"][0]) >= {"at_ms", "end_ms", "kind", "text", "segment"}
    assert ask(tmp_path, "plan", "toe-press") == 0
    assert "Toe Press." in capsys.readouterr().out


def test_draw_writes_a_readable_svg(tmp_path: Path) -> None:
    file = tmp_path / "wall.svg"
    assert ask(tmp_path, "draw", "wall-stretch", "--movement", "hold", "--side", "right", "-o", str(file)) == 0
    root = ElementTree.parse(file).getroot()
    assert root.attrib["width"] == "640"
    assert len(root) > 10


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_draw_writes_a_png_of_the_size_that_was_asked(tmp_path: Path, theme: str) -> None:
    file = tmp_path / "toes.png"
    assert ask(tmp_path, "draw", "toe-press", "--theme", theme, "--size", "320x200", "-o", str(file)) == 0
    image = QImage(str(file))
    assert (image.width(), image.height()) == (320, 200)
    colours = {image.pixel(x, y) for x in range(0, 320, 8) for y in range(0, 200, 8)}
    assert len(colours) > 3


def test_doctor_tells_of_everything_a_session_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = ask(tmp_path, "doctor", "--json")
    told = json.loads(capsys.readouterr().out)
    assert {f["name"] for f in told["findings"]} == {"voice", "sound", "display", "folders", "data files", "history"}
    assert told["ok"] is all(f["ok"] for f in told["findings"])
    assert code == (0 if told["ok"] else 1)
    assert next(f for f in told["findings"] if f["name"] == "voice")["ok"]
    assert all(f["hint"] for f in told["findings"] if not f["ok"])
    ask(tmp_path, "doctor")
    assert "voice: speaks" in capsys.readouterr().out


def test_what_no_one_foresaw_goes_to_the_log_and_no_traceback_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall(*_: object) -> int:
        raise RuntimeError("the sky fell")

    monkeypatch.setattr("footroutine.app.main.run", fall)
    assert ask(tmp_path, "list") == 1
    shown = capsys.readouterr().err
    log = tmp_path / "log" / "footroutine.log"
    assert str(log) in shown
    assert "Traceback" not in shown
    assert "the sky fell" in log.read_text(encoding="utf-8")


def test_a_missing_system_library_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "footroutine.app.commands", None)
    assert ask(tmp_path, "list") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_flood_of_problems_is_cut_with_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "data" / "exercises"
    own.mkdir(parents=True)
    for n in range(30):
        (own / f"mine_{n}.toml").write_text("not toml [", encoding="utf-8")
    assert ask(tmp_path, "list") == 0
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "footroutine: And 10 more problems in your files."


def test_what_was_recorded_is_exported_backed_up_and_restored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(tmp_path / "one" / "data", whole())
    assert ask(tmp_path / "one", "export", "-o", str(tmp_path / "all.json")) == 0
    assert ask(tmp_path / "one", "backup", "-o", str(tmp_path / "all.zip")) == 0
    assert ask(tmp_path / "two", "restore", str(tmp_path / "all.zip")) == 0
    assert ask(tmp_path / "two", "export", "-o", str(tmp_path / "again.json")) == 0
    assert (tmp_path / "all.json").read_text() == (tmp_path / "again.json").read_text()
    assert ask(tmp_path / "two", "restore", str(tmp_path / "all.zip")) == 0
    out, errors = capsys.readouterr()
    assert "all.json: 1 session\n" in out
    assert "kept as" in out
    assert "history.db.before-1" in out
    assert errors == ""
    assert ask(tmp_path / "two", "restore", str(tmp_path / "none.zip")) == 1


def test_doctor_tells_of_a_damaged_history_and_of_what_became_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "data" / "history.db"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"This is no history. " * 500)
    assert ask(tmp_path, "doctor", "--json") == 1
    found = {f["name"]: f for f in json.loads(capsys.readouterr().out)["findings"]}
    assert not found["history"]["ok"]
    assert "history.db.broken-1" in found["history"]["detail"]
    assert (tmp_path / "data" / "history.db.broken-1").read_bytes().startswith(b"This is no history.")
