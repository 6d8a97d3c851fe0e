"""What the benchmarks ask the machine: what it is, a display, and what processes cost, read from Linux's /proc."""

import os
import platform
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
TICK = os.sysconf("SC_CLK_TCK")


def describe() -> str:
    """The machine and what runs on it, in one line."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    return f"{cpu_model()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, {versions}, load {load}"


def cpu_model() -> str:
    """The processor's name."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def spent(pid: int) -> float:
    """Seconds of processor time of a process so far; 0 if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK


def children(pid: int) -> list[int]:
    """Every process below a process."""
    try:
        own = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return own + [deeper for each in own for deeper in children(each)]


def wake_ups(pid: int) -> dict[str, int]:
    """How often each thread of a process was given the processor so far."""
    told = {path.parent.name: path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/status")}
    return {
        thread: sum(int(line.split()[1]) for line in text.splitlines() if "ctxt_switches" in line)
        for thread, text in told.items()
    }


def memory_mb(pid: int, *kinds: str) -> float:
    """The memory of a process in MB, shared pages divided among those who share them (PSS); 0 if it is gone.

    With kinds such as `Pss_Anon`, only those pages: files that others map too come and go with those others.
    """
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    wanted = tuple(f"{kind}:" for kind in kinds or ("Pss",))
    return sum(int(line.split()[1]) for line in lines if line.startswith(wanted)) / 1024


def handles(pid: int) -> int:
    """How many files, sockets and pipes a process has open."""
    with suppress(OSError):
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    return 0


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """An environment with a display: the one there is, or an Xvfb of its own."""
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        yield dict(os.environ)
        return
    get, give = os.pipe()
    command = ["Xvfb", "-displayfd", str(give), "-screen", "0", "1400x900x24"]
    server = subprocess.Popen(command, pass_fds=[give], stderr=subprocess.DEVNULL)
    os.close(give)
    try:
        with os.fdopen(get) as told:
            yield {**os.environ, "DISPLAY": f":{told.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()
