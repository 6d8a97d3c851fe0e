"""A few sessions one after another, as the soak has them for hours: nothing grows, stays open or is missed."""

import sys
from dataclasses import replace
from typing import Any

import pytest
from led import SETTINGS

from benchmarks import soak

SESSION_H = 69 / 3600
SAMPLE = soak.Sample("toe-press", 1.0, 100.0, 120.0, (14, 9), (1, 2), planned=50, came=50, unheard=0, pauses=0)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
@pytest.mark.timeout(300)
def test_some_sessions_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = SETTINGS.replace("[session]", '[session]\nroutine = "toe-press"')
    samples = list(soak.soak(["toe-press"], 5.5 * SESSION_H, speed=20, settings=settings))
    assert len(samples) == 6
    assert soak.faults(samples, warm_up=0.5, is_heard=False) == []


@pytest.mark.parametrize(
    ("worse", "said"),
    [
        ({"own_mb": 103.0}, "memory grew by 3.0 MB"),
        ({"handles": (15, 9)}, "open files changed: [(14, 9), (15, 9)]"),
        ({"pids": (1, 2, 3)}, "the processes changed"),
        ({"came": 49}, "1 cues were missed"),
        ({"unheard": 2}, "2 sounds did not begin"),
    ],
)
def test_each_fault_is_found(worse: dict[str, Any], said: str) -> None:
    healthy = [SAMPLE] * 8
    assert soak.faults(healthy) == []
    assert soak.faults([*healthy[:-1], replace(SAMPLE, **worse)]) == [said]


def test_memory_is_compared_of_like_sessions_once_each_routine_was_there() -> None:
    held = {"full": 110.0, "short": 101.0, "toe-press": 100.0}  # a long session's pictures and words take more
    turn = [replace(SAMPLE, routine=routine, own_mb=mb) for routine, mb in held.items()]
    first = [replace(sample, own_mb=90.0) for sample in turn]
    assert soak.faults([*first, *turn, *turn]) == []
    assert soak.growth_mb([*first, *turn, *(replace(s, own_mb=s.own_mb + 2) for s in turn)]) == 2.0
    assert soak.faults([*first, *turn, turn[0], replace(turn[1], own_mb=104.0), replace(turn[2], own_mb=104.0)])
