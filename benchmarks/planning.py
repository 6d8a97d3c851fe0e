"""How long planning and playing take for 10,000 segments, and for two and four times as many: alike for each segment.

Run: python benchmarks/planning.py [--segments 10000] [--runs 5]

The full routine again and again. Planned: from the routine to its timeline. Played: the player is told the time every
250 ms from start to end, and what was done is recorded. Shown: the frame of as many moments as there are segments.
Processor time, the fastest of the runs; "to the first" is a segment's time against that of the shortest routine.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.machine import describe  # noqa: E402
from footroutine.domain.library import Library  # noqa: E402
from footroutine.domain.planner import timed  # noqa: E402
from footroutine.domain.routine import Routine  # noqa: E402
from footroutine.domain.script import compose  # noqa: E402
from footroutine.domain.settings import Settings  # noqa: E402
from footroutine.domain.speech_length import estimate_ms  # noqa: E402
from footroutine.domain.timeline import Ms, Timeline  # noqa: E402
from footroutine.player.frame import Framer  # noqa: E402
from footroutine.player.player import Player  # noqa: E402
from footroutine.player.record import NOTHING_DONE, Record  # noqa: E402
from footroutine.player.state import Command, Phase, State  # noqa: E402
from footroutine.services.library import load_library  # noqa: E402

TICK_MS = 250
TIMES = (1, 2, 4)


def planned(library: Library, routine: Routine, settings: Settings) -> Timeline:
    """The timeline of a routine, its phrases as long as is estimated."""
    lengths: dict[str, int] = {}

    def length(text: str) -> int:
        return lengths.setdefault(text, estimate_ms(text, settings.voice_rate))

    return timed(compose(routine, library.exercises, settings, library.language), length)


def played(timeline: Timeline) -> Record:
    """A session from its start to its end."""
    player, record = Player(timeline), NOTHING_DONE
    state, effects = player.command(State(), Command.START, 0)
    now_ms = 0
    while state.phase is Phase.RUNNING:
        record = record.after(timeline, effects)
        now_ms += TICK_MS
        state, effects = player.tick(state, now_ms)
    return record.after(timeline, effects)


def shown(timeline: Timeline) -> None:
    """As many frames as there are segments, spread evenly."""
    framer, count = Framer(timeline), len(timeline.segments)
    running = replace(State(), phase=Phase.RUNNING)
    for number in range(count):
        framer.frame(replace(running, position_ms=Ms(number * timeline.total_ms // count)))


def least_ms(work: Callable[[], object], runs: int) -> float:
    """The processor time of the fastest run."""
    took = []
    for _ in range(runs):
        gc.collect()
        began = time.process_time_ns()
        work()
        took.append(time.process_time_ns() - began)
    return min(took) / 1e6


def main() -> None:
    """Print the machine and the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--segments", type=int, default=10_000)
    asked.add_argument("--runs", type=int, default=5)
    args = asked.parse_args()
    library, settings = load_library(ROOT / "assets"), Settings()
    full = library.routines["full"]
    once = len(planned(library, full, settings).segments)
    print(describe())
    print("\n| | segments | ms | ms per 10,000 | to the first |\n|---|---|---|---|---|")
    first: dict[str, float] = {}
    for times in TIMES:
        routine = replace(full, steps=full.steps * round(times * args.segments / once))
        timeline = planned(library, routine, settings)
        count = len(timeline.segments)
        works: dict[str, Callable[[], object]] = {
            "planned": partial(planned, library, routine, settings),
            "played": partial(played, timeline),
            "shown": partial(shown, timeline),
        }
        for name, work in works.items():
            ms = least_ms(work, args.runs)
            each = 10_000 * ms / count
            ratio = each / first.setdefault(name, each)
            print(f"| {name} | {count} | {ms:.0f} | {each:.0f} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    main()
