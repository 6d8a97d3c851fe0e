"""Where the program begins: one clear line for what is known to go wrong, the log file for all else."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from footroutine.domain.errors import DataError, UserError

DONE, KNOWN_ERROR = 0, 1


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the answer is the exit code: 0 done, 1 an error told in one line, 2 wrong usage."""
    from footroutine.app.cli import run

    try:
        return run(sys.argv[1:] if arguments is None else arguments)
    except (UserError, DataError) as error:
        print(f"footroutine: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        return DONE
    except BrokenPipeError:  # the reader of a list has seen enough
        sys.stderr.close()
        return DONE
    except Exception:
        print(f"footroutine: {unexpected()}", file=sys.stderr)
    return KNOWN_ERROR


def unexpected() -> str:
    """Put the exception that is being handled into the log file; the answer is the line for the person."""
    from footroutine.services.paths import default_paths

    try:
        file = default_paths().log / "footroutine.log"
        _log_to(file)
    except (OSError, UserError):
        logging.lastResort = None
        return "something went wrong that should not, and the log file could not be written."
    return f"something went wrong that should not. What happened is written in {file}"


def _log_to(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("footroutine")
    logger.addHandler(handler)
    logger.propagate = False
    logger.error("unexpected", exc_info=True)
    logger.removeHandler(handler)
    handler.close()
