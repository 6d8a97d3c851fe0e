"""How late cues reach the audio server, on a private PulseAudio null sink. Prints one line for each load.

Run: python benchmarks/cue_lateness.py [--cues 200] [--busy 0 2]
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "helpers")]

from pulse_server import PulseServer, Recorder  # noqa: E402

from footroutine.domain.timeline import Tone  # noqa: E402
from footroutine.services.clock import SystemClock  # noqa: E402
from footroutine.services.voice.child import child_command  # noqa: E402
from footroutine.services.voice.cued import TONE_PREFIX, Cued  # noqa: E402
from footroutine.services.voice.playback import Playback  # noqa: E402

MS = 1_000_000
NEAR_MS = 120  # an onset this near to a planned moment belongs to it
CLOCK = SystemClock()


def wait_until(true: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    while not true():
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def measure(cues: int, busy: int, recorder: Recorder) -> str:
    """Play `cues` tones beside `busy` busy processes; one line of the table."""
    load = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(busy)]
    playback = Playback(child_command("playback"), CLOCK)
    playback.start()
    wait_until(lambda: playback.works is True)
    begin = at_ns = CLOCK.monotonic_ns() + 500 * MS
    planned = []
    for _ in range(cues):
        planned.append(at_ns)
        at_ns += random.randrange(260 * MS, 340 * MS)
    playback.schedule([Cued(TONE_PREFIX + Tone.GO, moment) for moment in planned])
    wait_until(lambda: CLOCK.monotonic_ns() > at_ns + 500 * MS)
    playback.close()
    for process in load:
        process.kill()
        process.wait()
    sounds = recorder.sounds(begin)
    late = []
    for moment in planned:
        onset = min((begin for begin, _ in sounds), key=lambda onset: abs(onset - moment), default=0)
        if abs(onset - moment) <= NEAR_MS * MS:
            late.append((onset - moment) / MS)
    late.sort()
    overlapped = sum(end - begin > 200 * MS for begin, end in sounds)
    quantiles = [late[min(len(late) - 1, int(len(late) * q))] for q in (0, 0.5, 0.95, 0.99, 1)]
    figures = "".join(f"{value:8.1f}" for value in quantiles)
    return f"{busy:4d} {figures} {cues - len(late):7d} {overlapped:11d}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=200)
    parser.add_argument("--busy", type=int, nargs="+", default=[0, 2])
    options = parser.parse_args()
    QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        server = PulseServer(Path(folder))
        os.environ |= server.variables
        server.start()
        recorder = Recorder(server)
        wait_until(lambda: recorder.recorded_s > 2.5)
        print("busy     min     p50     p95     p99     max  missed  overlapped   (ms late)")
        for busy in options.busy:
            print(measure(options.cues, busy, recorder), flush=True)
        recorder.close()
        server.kill()


if __name__ == "__main__":
    main()
