"""Fixtures: a shared sound server on which nothing is broken, and servers that may be."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from heartbeat import Beat, waited_ns
from pulse_server import PulseServer, Recorder
from PySide6.QtCore import QTimer  # noqa: TID251 - the heartbeat that a stall would delay
from pytestqt.qtbot import QtBot

from footroutine.services.clock import SystemClock


@pytest.fixture(scope="session")
def _pulse_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PulseServer, Recorder]]:
    server = PulseServer(tmp_path_factory.mktemp("pulse"))
    server.start()
    recorder = Recorder(server)
    yield server, recorder
    recorder.close()
    server.kill()


@pytest.fixture
def pulse(_pulse_session: tuple[PulseServer, Recorder], monkeypatch: pytest.MonkeyPatch) -> PulseServer:
    """The shared server, on which nothing is broken; children started by the test use it."""
    server, _ = _pulse_session
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    return server


@pytest.fixture
def recorder(pulse: PulseServer, _pulse_session: tuple[PulseServer, Recorder], qtbot: QtBot) -> Recorder:
    """The recorder of the shared server, running for long enough: an idle null sink first works off 2 s."""
    _, recorder = _pulse_session
    qtbot.waitUntil(lambda: recorder.recorded_s > 2.5, timeout=10_000)
    return recorder


@pytest.fixture
def own_pulse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PulseServer]:
    """A server of the test's own, not started yet, that may be killed and frozen."""
    server = PulseServer(tmp_path)
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    yield server
    server.kill()


@pytest.fixture
def beats() -> Iterator[list[Beat]]:
    """A heart that beats every 5 ms; what all tests before it have left is not looked through for rubbish meanwhile."""
    gc.collect()
    gc.freeze()  # as the program does with its own
    moments: list[Beat] = []
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: moments.append(Beat(SystemClock().monotonic_ns(), waited_ns())))
    heart.start()
    yield moments
    heart.stop()
    gc.unfreeze()
