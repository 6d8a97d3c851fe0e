"""Disks that fill up and folders that take no more files: the real thing, which only the superuser can make."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

AS_SUPERUSER = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only the superuser can mount a small disk, or close a folder"
)


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of its own under a folder, with a few hundred kilobytes, for as long as the block lasts."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        take_out(folder)


def put_in(disk: Path, folder: Path) -> None:
    """Have a folder show what is on another, as one does with a disk."""
    subprocess.run(["mount", "--bind", str(disk), str(folder)], check=True)


def take_out(folder: Path) -> None:
    """Pull it out, whoever uses it."""
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> None:
    """Leave no byte on the folder's disk."""
    with (folder / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            return


def lock_up(folder: Path, mode: str) -> None:
    """Have nothing in the folder written, by nobody ("+i"); or let it be written again ("-i").

    What sqlite has mapped into memory is left: the kernel would kill whoever touches it.
    """
    files = [file for file in folder.iterdir() if not file.name.endswith("-shm")]
    subprocess.run(["chattr", mode, *map(str, files), str(folder)], check=True)


@dataclass(frozen=True)
class Fault:
    """What is done to a folder, and how it ends."""

    begin: Callable[[Path], object]
    end: Callable[[Path], object]


FAULTS = {
    "disk full": Fault(fill, lambda folder: (folder / "filler").unlink()),
    "read-only": Fault(lambda folder: lock_up(folder, "+i"), lambda folder: lock_up(folder, "-i")),
}
