"""The real program as a process of its own, read by its event log and its exit code."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import screen_saver
from private_bus import private_bus
from processes import running

from footroutine.services.clock import SystemClock

SPEED = 60


def command(profile: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "footroutine", "--profile", str(profile), *arguments]


def run(profile: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command(profile, *arguments), capture_output=True, text=True, timeout=100, check=False)


def events(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def of_kind(log: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [event for event in log if event["event"] == kind]


def settle(profile: Path, text: str) -> None:
    (profile / "config").mkdir(parents=True, exist_ok=True)
    (profile / "config" / "settings.toml").write_text("version = 1\n" + text, encoding="utf-8")


def test_a_whole_sped_up_routine_logs_just_what_was_planned(tmp_path: Path) -> None:
    plan = json.loads(run(tmp_path, "plan", "full", "--json").stdout)
    log_file = tmp_path / "log.jsonl"
    done = run(tmp_path, "session", "full", "--speed", str(SPEED), "--log-json", str(log_file))
    assert (done.returncode, done.stderr) == (0, "")
    log = events(log_file)
    assert [(e["start_ms"], e["end_ms"], e["kind"], e["side"]) for e in of_kind(log, "segment")] == [
        (s["start_ms"], s["end_ms"], s["kind"], s["side"]) for s in plan["segments"]
    ]
    assert [(e["at_ms"], e["kind"], e["text"]) for e in of_kind(log, "cue")] == [
        (c["at_ms"], c["kind"], c["text"]) for c in plan["cues"]
    ]
    assert log[-1]["event"] == "done"
    assert log[-1]["finished"] is True
    assert log[-1]["planned_ms"] == plan["total_ms"]


def test_real_time_is_the_monotonic_clock(tmp_path: Path) -> None:
    """A short session at its real pace: the log's clock, the plan and the test's own clock agree."""
    settle(
        tmp_path,
        '[session]\nget_ready_s = 3\ntalk = "counts"\n[exercises.toe-press]\nsets = 1\nreps = 1\nhold_s = 1\n',
    )
    log_file = tmp_path / "log.jsonl"
    clock = SystemClock()
    began = clock.now_ms()
    done = run(tmp_path, "session", "toe-press", "--silent", "--log-json", str(log_file))
    took_ms = clock.now_ms() - began
    assert done.returncode == 0, done.stderr
    log = events(log_file)
    late = [e["clock_ms"] - e["planned_ms"] for e in of_kind(log, "segment") + of_kind(log, "cue")]
    assert min(late) >= 0
    # A busy machine may be late with any one of them; a clock that is counted would be late with all that come last.
    assert min(late[len(late) // 2 :]) <= 100
    assert log[-1]["clock_ms"] <= took_ms


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_session_in_order_and_leaves_no_child(tmp_path: Path, number: int) -> None:
    log_file = tmp_path / "log.jsonl"
    log_file.touch()
    process = subprocess.Popen(
        command(tmp_path, "session", "toe-press", "--log-json", str(log_file)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "Toe Press." in line:
            break
    process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert events(log_file)[-1]["event"] == "done"
    assert events(log_file)[-1]["finished"] is False
    assert running(session=process.pid) == []


def test_a_broken_exercise_of_the_persons_own_is_one_line_and_the_rest_works(tmp_path: Path) -> None:
    own = tmp_path / "data" / "exercises"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text('format = 1\nid = "mine"\nname = 3\n', encoding="utf-8")
    done = run(tmp_path, "list", "--json")
    assert done.returncode == 0
    assert {e["id"] for e in json.loads(done.stdout)["exercises"]} >= {"toe-press", "wall-stretch"}
    assert any("mine.toml" in line and "name" in line for line in done.stderr.splitlines())
    assert "Traceback" not in done.stderr


def test_a_broken_settings_file_is_set_aside_and_said(tmp_path: Path) -> None:
    settle(tmp_path, "this is [not toml")
    written = (tmp_path / "config" / "settings.toml").read_bytes()
    done = run(tmp_path, "plan", "toe-press", "--json")
    assert done.returncode == 0
    aside = [p for p in (tmp_path / "config").iterdir() if "broken" in p.name]
    assert [p.read_bytes() for p in aside] == [written]
    assert str(aside[0]) in done.stderr


def test_a_setting_out_of_bounds_is_one_line_with_file_key_and_bounds(tmp_path: Path) -> None:
    settle(tmp_path, "[exercises.toe-press]\nsets = 99\n")
    done = run(tmp_path, "plan", "toe-press", "--json")
    assert done.returncode == 0
    line = next(line for line in done.stderr.splitlines() if "exercises.toe-press.sets" in line)
    assert "settings.toml" in line
    assert "6" in line


def test_an_unknown_routine_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    done = run(tmp_path, "session", "ful")
    assert done.returncode == 1
    assert done.stderr == "footroutine: No routine is called 'ful'. Did you mean 'full'?\n"


def test_a_folder_that_cannot_be_written_is_said_and_the_session_runs(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    done = run(blocked, "session", "toe-press", "--speed", "500")
    assert done.returncode == 0
    assert str(blocked) in done.stderr
    assert "Traceback" not in done.stderr
    assert blocked.read_text(encoding="utf-8") == "in the way"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({}, "There is no display here."),
        ({"DISPLAY": ":9999"}, "The display :9999 does not answer."),
        ({"DISPLAY": "nonsense"}, "The display nonsense does not answer."),
        ({"WAYLAND_DISPLAY": "gone"}, "The display gone does not answer."),
        ({"WAYLAND_DISPLAY": "gone", "DISPLAY": ":9999"}, "The display :9999 does not answer."),
    ],
)
def test_a_display_that_is_not_there_is_said_with_the_way_out(tmp_path: Path, named: dict[str, str], said: str) -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(command(tmp_path), capture_output=True, text=True, timeout=60, env=bare | named, check=False)
    assert done.returncode == 1
    way_out = "For the guided session in this terminal: footroutine session"
    assert done.stderr == f"footroutine: {said} {way_out}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="the desktop is asked over D-Bus on Linux alone")
def test_the_session_in_the_terminal_keeps_the_screen_on_until_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with subprocess.Popen([sys.executable, screen_saver.__file__], stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout
            assert saver.stdout.readline() == "ready\n"
            assert run(tmp_path, "session", "toe-press", "--speed", "100").returncode == 0
            assert [saver.stdout.readline(), saver.stdout.readline()] == ["on 1\n", "off 1\n"]
            saver.terminate()
