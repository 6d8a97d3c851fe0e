"""A private PulseAudio server with a null sink, and a recorder of what reaches it."""

import os
import subprocess
import threading
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

_RATE = 48_000
_BLOCK_MS = 10
_BLOCK_BYTES = 2 * _RATE * _BLOCK_MS // 1000
_SERVER_WITHIN_S = 10
_NS_PER_S = 1_000_000_000
_PLACED_WITHIN_NS = 30_000_000  # a sound that begins at a moment may be placed a little before it


class PulseServer:
    """PulseAudio with one null sink, reached only through its own socket.

    The sink holds 50 ms at most, as a sound card does; `looks_ahead`: whenever it was idle it works off 2 s of silence
    first, as a null sink does by default.
    """

    def __init__(self, folder: Path, *, looks_ahead: bool = False) -> None:
        self._folder = folder
        self.sink = f"module-null-sink sink_name=out rate={_RATE} norewinds={int(not looks_ahead)}"
        self._process: subprocess.Popen[bytes] | None = None
        self.variables = {
            "PULSE_SERVER": f"unix:{folder / 'native'}",
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_COOKIE": str(folder / "cookie"),
            "XDG_RUNTIME_DIR": str(folder),
        }

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def start(self) -> None:
        command = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-n"]
        command += ["-L", self.sink]
        command += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={self._folder / 'native'}"]
        self._process = subprocess.Popen(
            command, env=os.environ | self.variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + _SERVER_WITHIN_S  # noqa: TID251 - a test's own deadline
        while subprocess.run(["pactl", "info"], env=os.environ | self.variables, capture_output=True).returncode:
            assert time.monotonic() < deadline, "PulseAudio did not start"  # noqa: TID251

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


class Recorder:
    """Records the null sink's monitor, and knows when each sample arrived on `time.perf_counter_ns`."""

    def __init__(self, server: PulseServer) -> None:
        command = ["parec", "-d", "out.monitor", "--raw", f"--rate={_RATE}", "--channels=1", "--format=s16le"]
        self._process = subprocess.Popen(
            [*command, f"--latency-msec={_BLOCK_MS}"], stdout=subprocess.PIPE, env=os.environ | server.variables
        )
        self._chunks: list[tuple[int, bytes]] = []
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout
        while chunk := os.read(self._process.stdout.fileno(), 1 << 16):
            self._chunks.append((time.perf_counter_ns(), chunk))

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout
        self._process.stdout.close()

    @property
    def recorded_s(self) -> float:
        return sum(len(chunk) for _, chunk in list(self._chunks)) / 2 / _RATE

    def onsets(self, since_ns: int, *, quiet_ms: int = 60, threshold: int = 300) -> list[int]:
        """When each sound after a silence began, from `since_ns`."""
        return [begin for begin, _ in self.sounds(since_ns, quiet_ms=quiet_ms, threshold=threshold)]

    def sounds(self, since_ns: int, *, quiet_ms: int = 60, threshold: int = 300) -> list[tuple[int, int]]:
        """When each sound began and ended: stretches with no silence of `quiet_ms` within them.

        What was heard before `since_ns` is not looked at: it would swallow a sound that comes soon after it.
        """
        samples, heard_ns = self.stretch(since_ns)
        first = bisect_left(range(len(samples)), since_ns - _PLACED_WITHIN_NS, key=heard_ns)
        found: list[list[int]] = []
        for i in (i for i in range(first, len(samples)) if abs(samples[i]) > threshold):
            if found and i - found[-1][1] <= quiet_ms * _RATE // 1000:
                found[-1][1] = i
            else:
                found.append([i, i])
        return [(heard_ns(begin), heard_ns(end)) for begin, end in found]

    def stretch(self, since_ns: int) -> "tuple[array[int], Callable[[int], int]]":
        """The samples from a second before `since_ns`, and when each of them, by its index, was heard."""
        chunks = [(t, chunk) for t, chunk in list(self._chunks) if t >= since_ns - 1_000_000_000]
        return array("h", b"".join(chunk for _, chunk in chunks)), _placer(chunks)


def _placer(chunks: Sequence[tuple[int, bytes]]) -> Callable[[int], int]:
    """A function from a sample's index to the moment at which it was heard.

    A null sink takes a block from its streams, and its monitor gives it on, when the block's first sample is due. A
    chunk may arrive late by chance, never early: the one least late among its neighbours (a second on either side)
    tells where the stream lies on the clock. A short chunk is the rest of a block, and tells nothing.
    """
    begins = [0, *accumulate(len(chunk) // 2 for _, chunk in chunks)]
    known = [
        (begin, arrived - begin * _NS_PER_S // _RATE)
        for begin, (arrived, chunk) in zip(begins, chunks, strict=False)
        if len(chunk) >= _BLOCK_BYTES * 9 // 10
    ]
    places, starts_ns = [begin for begin, _ in known], [start_ns for _, start_ns in known]

    def heard_ns(index: int) -> int:
        near = starts_ns[bisect_left(places, index - _RATE) : bisect_left(places, index + _RATE) + 1]
        return min(near) + index * _NS_PER_S // _RATE

    return heard_ns
