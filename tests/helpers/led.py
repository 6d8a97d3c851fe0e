"""A real session as a process of its own, in the terminal or in the window, and what is left of it."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from histories import rows
from processes import running

SPEED = 20
LATE_MS = 60  # of real time: a beat, and what a disk may hold it up
SETS = 6
SETTINGS = f"""version = 2
[start]
disclaimer_accepted = true
[session]
get_ready_s = 3
talk = "counts"
[exercises.toe-press]
sets = {SETS}
reps = 1
hold_s = 1
rest_s = 5
"""


class Led:
    """Toe presses, six sets of one rep: 9 s to get ready, then a set in 4 s and a rest of 8 s."""

    def __init__(
        self,
        profile: Path,
        *arguments: str,
        speed: int = SPEED,
        python: Sequence[str] = ("-m", "footroutine"),
        variables: Mapping[str, str] = {},
        stdin: int | IO[str] = subprocess.DEVNULL,
        stdout: int | IO[str] | None = None,
        log: Path | None = None,
        **more: Any,  # noqa: ANN401 - whatever Popen takes
    ) -> None:
        self.profile, self.speed = profile, speed
        self.log = log or profile / "log.jsonl"
        self._out, self._err = profile / "stdout", profile / "stderr"
        make_ready(profile)
        what = arguments or ("session", "toe-press", "--speed", str(speed), "--log-json", str(self.log))
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "1000", **variables}
        with self._out.open("w") as out, self._err.open("w") as err:
            self.process = subprocess.Popen(
                [sys.executable, *python, "--profile", str(profile), *what],
                stdin=stdin, stdout=out if stdout is None else stdout, stderr=err,
                env=environment, start_new_session=True, **more,
            )  # fmt: skip

    @property
    def events(self) -> list[dict[str, Any]]:
        """The session's own account, as far as it is written."""
        text = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["event"] == kind]

    def entered(self, kind: str, set_: int) -> bool:
        """Whether it has come to the rest before that set, or to the set."""
        return any((e["kind"], e["set"]) == (kind, set_) for e in self.of_kind("segment"))

    @property
    def is_over(self) -> bool:
        return self.process.poll() is not None

    @property
    def said(self) -> str:
        return self._out.read_text(encoding="utf-8")

    @property
    def complained(self) -> str:
        return self._err.read_text(encoding="utf-8")

    @property
    def notices(self) -> list[str]:
        """What was printed beside the session's own words, which are indented, and its first and last line."""
        lines = [line for line in self.said.splitlines() if line and not line.startswith(" ")]
        return [line for line in lines[1:] if line not in ("Toe Press", "Done", "Done.", "Ended.")]

    @property
    def history(self) -> Path:
        return self.profile / "data" / "history.db"

    @property
    def sets_kept(self) -> int:
        """The complete sets that are in the history on the disk."""
        if not self.history.exists() or not self.history.stat().st_size:
            return 0
        try:
            return int(str(rows(self.history, "SELECT sum(done_reps = planned_reps) FROM exercise_set")[0][0] or 0))
        except sqlite3.OperationalError:  # being made just now, or just now out of reach
            return 0

    @property
    def state(self) -> str:
        """Of the one session in the history, which is whole."""
        assert rows(self.history, "PRAGMA integrity_check") == [("ok",)]
        [(state,)] = rows(self.history, "SELECT state FROM session")
        return str(state)

    @property
    def left_running(self) -> list[int]:
        """The processes of it that are still there; the first, once it is waited for, is not."""
        return running(session=self.process.pid)

    def check_timing(self, frozen_ms: int = 0) -> None:
        """Every cue of the plan came once and in order, three of four within a beat, and no time was lost but that."""
        planned = json.loads(
            subprocess.run(
                [sys.executable, "-m", "footroutine", "--profile", str(self.profile), "plan", "toe-press", "--json"],
                capture_output=True, check=True,
            ).stdout
        )  # fmt: skip
        cues = self.of_kind("cue")
        assert [(e["at_ms"], e["text"]) for e in cues] == [(c["at_ms"], c["text"]) for c in planned["cues"]]
        late = sorted((e["actual_ms"] - e["planned_ms"]) / self.speed for e in cues)
        assert late[0] >= 0
        assert late[len(late) * 3 // 4] <= LATE_MS, late
        begins = [e["clock_ms"] - e["actual_ms"] for e in cues]
        assert frozen_ms * self.speed <= max(begins) - min(begins) <= (frozen_ms * 2 or 1) * self.speed, begins

    def kill(self) -> None:
        for pid in self.left_running:
            os.kill(pid, 9)
        self.process.wait()


def make_ready(profile: Path, settings: str = SETTINGS) -> None:
    """Settings with which a session is short, unless there are some."""
    (profile / "config").mkdir(parents=True, exist_ok=True)
    file = profile / "config" / "settings.toml"
    if not file.exists():
        file.write_text(settings, encoding="utf-8")
