"""Kills real sessions at random moments, goes on with each, and looks at what is left; as a command, many times.

.venv/bin/python tests/helpers/kills.py [--kills 200] [--seed N]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from histories import rows

SPEED = 200
LONGEST_S = 3.0
WORK = ("travel", "hold", "cycle")
Run = tuple[dict[str, Any], ...]  # the work between two breaks, as the plan has it


def program(profile: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "footroutine", "--profile", str(profile), *arguments]


@dataclass
class Chain:
    """One session that is killed and gone on with until it ends."""

    profile: Path
    routine: str
    kills: int = 0
    lived: list[str] = field(default_factory=list)  # how far it was at each kill

    def __post_init__(self) -> None:
        plan = subprocess.run(program(self.profile, "plan", self.routine, "--json"), capture_output=True, check=True)
        segments = json.loads(plan.stdout)["segments"]
        parts = groupby(segments, key=lambda s: s["kind"] in WORK)
        self.runs: list[Run] = [tuple(part) for is_work, part in parts if is_work]
        self.history = self.profile / "data" / "history.db"

    def play(self, after_s: float) -> bool:
        """Begin it or go on with it, and kill it after so long of playing; True when it ended before."""
        log = self.profile / f"log-{self.kills}.jsonl"
        more = ["--resume"] if self.kills else [self.routine]
        command = program(self.profile, "session", *more, "--speed", str(SPEED), "--log-json", str(log))
        expected = self._next_run() if self.kills else self.runs[0]
        at_once = {**os.environ, "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env=at_once
        )
        assert process.stdout
        for _ in range(2):  # it plays
            process.stdout.readline()
        try:
            _, errors = process.communicate(timeout=after_s)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
        else:
            assert (process.returncode, errors) == (0, b""), errors
        self.kills += 1
        events = [json.loads(line) for line in log.read_text().splitlines() if line.endswith("}")]
        self._check(events, expected)
        return process.returncode == 0

    def _check(self, events: list[dict[str, Any]], expected: Run | None) -> None:
        assert rows(self.history, "PRAGMA integrity_check") == [("ok",)]
        assert rows(self.history, "SELECT count(*) FROM session") == [(1,)]
        entered = [e for e in events if e["event"] == "segment"]
        work = [e for e in entered if e["kind"] in WORK]
        if work:
            assert expected is not None
            assert _name(work[0]) == _name(expected[0]), "it went on elsewhere"
            first = entered.index(work[0])
            assert [e["kind"] for e in entered[:first]] == ["intro", "posture", "ready"], "no time to get ready"
        done = self._done()
        for event, _ in pairwise(entered):  # the next was entered: this one was left
            if event["kind"] in WORK and event["rep"] and _name(event) in self._ends():
                reps, _ = done[event["exercise"], event["set"], event["side"]]
                assert reps >= event["rep"], f"lost: {_name(event)}"
        sums = rows(self.history, "SELECT sum(done_reps >= planned_reps), sum(done_reps) FROM exercise_set")
        counted = rows(
            self.history, "SELECT coalesce(sum(sets), 0), coalesce(sum(reps), 0) FROM tally WHERE kind = 'day'"
        )
        assert sums == counted, "doubled"
        self.lived.append(str(sums[0]))

    def _ends(self) -> set[tuple[object, ...]]:
        """The segments with which a run's last rep is over."""
        return {_name([s for s in run if s["rep"]][-1]) for run in self.runs}

    def _done(self) -> dict[tuple[object, ...], tuple[int, int]]:
        found = rows(self.history, "SELECT exercise, number, side, done_reps, planned_reps FROM exercise_set")
        return {(e, n, s): (int(str(d)), int(str(p))) for e, n, s, d, p in found}

    def _next_run(self) -> Run | None:
        """The first run whose last rep is not in the history."""
        done = self._done()
        for run in self.runs:
            last = [s for s in run if s["rep"]][-1]
            if done[last["exercise"], last["set"], last["side"]][0] < last["rep"]:
                return run
        return None

    def finished(self) -> None:
        """Nothing is missing when it has ended."""
        assert rows(self.history, "SELECT state FROM session") == [("finished",)]
        assert all(done == planned for done, planned in self._done().values())


def _name(segment: dict[str, Any]) -> tuple[object, ...]:
    return tuple(segment[key] for key in ("exercise", "movement", "side", "set", "rep"))


def kill_many(folder: Path, kills: int, seed: int) -> list[str]:
    """So many kills at random moments, over as many sessions as that takes; a line for each session."""
    chance, told, total = random.Random(seed), list[str](), 0
    while total < kills:
        profile = folder / f"session-{len(told)}"
        profile.mkdir()
        chain = Chain(profile, chance.choice(["full", "full", "short"]))
        while total < kills:
            is_over = chain.play(chance.uniform(0, LONGEST_S))
            if is_over:
                chain.finished()
                break
            total += 1
            if chain._next_run() is None:  # killed in the closing words: there is nothing left to go on with
                break
        told.append(f"{chain.routine}: sets and reps at each kill: {', '.join(chain.lived)}")
    return told


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = kill_many(Path(folder), options.kills, options.seed)
    print("\n".join(told))
    print(f"{options.kills} kills in {len(told)} sessions: no set lost, none doubled, each went on where it was")


if __name__ == "__main__":
    main()
