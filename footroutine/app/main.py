"""Where the program begins: one clear line for what is known to go wrong, the log file for all else."""

import errno
import os
import sys

from footroutine.app.cli import asked_for, run
from footroutine.app.lasting_output import let_go
from footroutine.domain.errors import DataError, UserError, printable

DONE, KNOWN_ERROR = 0, 1
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the answer is the exit code: 0 done, 1 an error told in one line, 2 wrong usage."""
    asked = asked_for(sys.argv[1:] if arguments is None else arguments)
    _speak_unicode()
    os.umask(0o077)  # what is kept or made is for its owner only, and so is what the children make
    try:
        code = run(asked)
        sys.stdout.flush()
    except ImportError as error:  # Qt is there, but a library of the system that it needs is not
        print(f"footroutine: {error}. Something is not installed: `make setup` names the command.", file=sys.stderr)
    except (UserError, DataError) as error:
        print("\n".join(map(printable, f"footroutine: {error}".split("\n"))), file=sys.stderr)
    except KeyboardInterrupt:
        return DONE
    except BrokenPipeError:  # the reader of a list has seen enough
        let_go(sys.stdout)
        return DONE
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            let_go(sys.stdout)
            print(f"footroutine: {error.strerror}. Make room, then try again.", file=sys.stderr)
            return KNOWN_ERROR
        from footroutine.app.crash_log import log_folder, write_down

        print(f"footroutine: {write_down(error, log_folder(asked.profile))}", file=sys.stderr)
    else:
        return code
    return KNOWN_ERROR


def _speak_unicode() -> None:
    """In a plain C locale use its Unicode form, as Python does: Qt would complain of it at every start."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "C")
    if named in ("C", "POSIX"):
        os.environ["LC_ALL" if os.environ.get("LC_ALL") else "LC_CTYPE"] = "C.UTF-8"
