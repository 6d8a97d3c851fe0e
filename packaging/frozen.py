"""Where the frozen program begins: the program itself, or one of its children, for which no second file is shipped.

A child must not wait for the window's toolkit, so nothing else is imported before it is known which of them this is.
"""

import os
import sys

from footroutine.services.voice.child_io import CHILD_FLAG

# The loader's path for this bundle's own libraries; the system's programs that are started from here must not get it.
_LOADER_PATH = "LD_LIBRARY_PATH"


def give_back_loader_path() -> None:
    """Let programs started from here (flite, one's own speech program, the browser) find the system's libraries."""
    before = os.environ.pop(f"{_LOADER_PATH}_ORIG", None)
    if before:
        os.environ[_LOADER_PATH] = before
    else:
        os.environ.pop(_LOADER_PATH, None)


def main() -> int:
    """Be the child that is asked for, or the program."""
    give_back_loader_path()
    match sys.argv[1:]:
        case [flag, "playback"] if flag == CHILD_FLAG:
            from footroutine.services.voice.playback_child import main as child
        case [flag, "synthesis"] if flag == CHILD_FLAG:
            from footroutine.services.voice.synthesis_child import main as child
        case _:
            from footroutine.app.main import main as program

            return program()
    child()
    return 0


if __name__ == "__main__":
    sys.exit(main())
