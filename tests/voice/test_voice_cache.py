"""The folder of phrases: small, shared by every session that runs, and never the reason that one stops."""

import os
import subprocess
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footroutine.services.clock import SystemClock
from footroutine.services.voice.cache import PhraseCache
from footroutine.services.voice.child import child_command
from footroutine.services.voice.pcm import write_wav
from footroutine.services.voice.synthesis import Synthesis

CLOCK = SystemClock()
# Another session at work in the folder: each phrase is a part first, and some are removed again.
OTHER = """
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path
folder = Path(sys.argv[1])
for i in count():
    whole = folder / f"{i % 50:064x}.wav"
    part = whole.with_suffix(f".p{i}.part.wav")
    part.write_bytes(bytes(2_044))
    with suppress(FileNotFoundError):  # pruned
        part.replace(whole)
        if i % 3 == 0:
            whole.unlink()
    if i == 100:
        print("at work", flush=True)
"""


@pytest.fixture
def phrases(tmp_path: Path) -> list[Path]:
    """Eight phrases of 46 ms, the first one used longest ago."""
    paths = [PhraseCache(tmp_path).path(str(i), "", 165) for i in range(8)]
    for i, path in enumerate(paths):
        write_wav(path, array("h", [1_000] * 1_000))
        os.utime(path, (i, i))
    return paths


@pytest.fixture
def other_session(tmp_path: Path) -> Iterator[None]:
    with subprocess.Popen([sys.executable, "-c", OTHER, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"at work\n"
        yield
        assert other.poll() is None
        other.kill()


@pytest.fixture
def only_to_be_read(tmp_path: Path, phrases: list[Path]) -> Iterator[None]:
    """The folder, on a disk that takes nothing; root may write everywhere else."""
    if os.getuid():
        tmp_path.chmod(0o555)
        yield
        tmp_path.chmod(0o755)
        return
    if subprocess.run(["mount", "--bind", "-o", "ro", str(tmp_path), str(tmp_path)], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_another_text_voice_or_rate_is_another_file(tmp_path: Path) -> None:
    cache = PhraseCache(tmp_path)
    ways = [("a", "", 165), ("b", "", 165), ("a", "v", 165), ("a", "", 16), ("a", "1", 65), ("", "a", 165)]
    assert len({cache.path(*way) for way in ways}) == len(ways)
    assert cache.path("a", "", 165) == PhraseCache(tmp_path).path("a", "", 165)


def test_the_phrases_used_longest_ago_are_removed_and_nothing_else(tmp_path: Path, phrases: list[Path]) -> None:
    cache = PhraseCache(tmp_path, limit_bytes=4 * 2_044)
    foreign = tmp_path / "song.wav"
    foreign.write_bytes(bytes(99_999))
    assert cache.find_ms(phrases[1]) == 46  # used just now
    cache.prune(keep=[phrases[0]])
    assert {path for path in phrases if path.exists()} == {phrases[0], phrases[1], phrases[6], phrases[7]}
    assert foreign.exists()


@pytest.mark.usefixtures("other_session")
def test_another_session_in_the_folder_disturbs_no_pruning(tmp_path: Path) -> None:
    cache = PhraseCache(tmp_path, limit_bytes=10 * 2_044)
    until_ns = CLOCK.monotonic_ns() + 500_000_000
    while CLOCK.monotonic_ns() < until_ns:
        cache.prune(keep=[])
        for i in range(50):
            cache.find_ms(tmp_path / f"{i:064x}.wav")


@pytest.mark.usefixtures("only_to_be_read")
def test_a_folder_that_is_only_to_be_read_is_used_and_left_as_it_is(tmp_path: Path, phrases: list[Path]) -> None:
    cache = PhraseCache(tmp_path, limit_bytes=0)
    assert [cache.find_ms(path) for path in phrases] == [46] * 8
    cache.prune(keep=[])
    assert all(path.exists() for path in phrases)


def test_a_folder_that_has_gone_is_nothing_to_prune(tmp_path: Path) -> None:
    PhraseCache(tmp_path / "gone").prune(keep=[])


@pytest.mark.usefixtures("only_to_be_read")
def test_words_are_answered_for_though_nothing_can_be_written(qtbot: QtBot, tmp_path: Path) -> None:
    synthesis = Synthesis(child_command("synthesis"), PhraseCache(tmp_path))
    told: list[str] = []
    synthesis.trouble.connect(lambda reason, _hint: told.append(reason))
    with qtbot.waitSignal(synthesis.prepared, timeout=20_000) as done:
        synthesis.prepare(["0", "not there yet"], "", 165)
    synthesis.close()
    assert done.args is not None
    assert (list(done.args[0]), done.args[1], len(told)) == (["0"], ("not there yet",), 1)
