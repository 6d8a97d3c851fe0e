"""Python's collector looks through what is kept seldom, and not through what was there at the start."""

import subprocess
import sys

PROGRAM = """
import gc
from footroutine.app.opening import collect_seldom
gc.disable()
collect_seldom()
kept = [{"a": {}} for _ in range(20_000)]
ran = []
gc.callbacks.append(lambda phase, about: ran.append(phase))
more = [{"a": {}} for _ in range(20_000)]
print(gc.isenabled(), gc.get_freeze_count() > 10_000, ran.count("start"))
"""


def test_what_is_kept_is_looked_through_once_in_many_thousand_things() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "True", "1"]
