"""A display of the test's own, a hand on its keyboard and its mouse: real events from the X server, nothing else."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

WITHIN_S = 100


class Keyboard:
    """Presses keys in whichever window has the focus, clicks into it, and sees windows by their titles."""

    def __init__(self, display: str) -> None:
        self._environment = {"DISPLAY": display, "PATH": "/usr/local/bin:/usr/bin:/bin"}

    def press(self, *keys: str) -> None:
        """Press keys, one after another, named as X names them."""
        self._ask("key", *keys)

    def click(self, across: float, down: float) -> None:
        """Click into the window that has the focus, so far across and down it, each from 0 to 1."""
        window = self._ask("getwindowfocus").strip()
        shell = dict(line.split("=") for line in self._ask("getwindowgeometry", "--shell", window).split())
        x, y = round(across * int(shell["WIDTH"])), round(down * int(shell["HEIGHT"]))
        self._ask("mousemove", "--window", window, str(x), str(y), "click", "1")

    def wait_for(self, title: str) -> None:
        """Until a window with such a title is to be seen (a regular expression), and give it the focus."""
        window = self._ask("search", "--sync", "--onlyvisible", "--name", title).split()[0]
        self._ask("windowfocus", window)

    def _ask(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, timeout=WITHIN_S, check=True
        )
        return done.stdout


@contextmanager
def display_server(at_the_last: str = "-noreset") -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A new X server and the name of its display, for as long as the block lasts.

    `at_the_last` is what it does when the last that is connected to it leaves.
    """
    command = ["Xvfb", "-displayfd", "1", at_the_last, "-screen", "0", "1280x900x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield server, f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


@contextmanager
def display_of_its_own() -> Iterator[str]:
    """The name of a new X display, for as long as the block lasts."""
    with display_server() as (_, display):
        yield display
