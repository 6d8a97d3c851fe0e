"""A whole session as one sound file, to be heard where this program is not."""

import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from footroutine.app.conductor import sounds_from
from footroutine.app.preparing import Preparer, prepare_now
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.routine import Routine
from footroutine.domain.timeline import CueKind, Timeline
from footroutine.services.voice.pcm import BadSoundError
from footroutine.services.voice.recording import FORMATS, mixed, write_recording


def write_session(program: Program, routine: Routine, file: Path) -> Timeline:
    """Write what a session of the routine would sound like now, with the person's own doses and volumes.

    Raises:
        UserError: no exercise of the routine is included, the ending is no known format, or the file cannot be written.
    """
    if file.suffix.lower() not in FORMATS:
        raise UserError(f"{file}: the ending says the format, and it must be {' or '.join(FORMATS)}.")
    app = QCoreApplication.instance() or QCoreApplication([])  # noqa: F841 - kept alive until the end
    settings = program.settings
    with closing(program.measured_silence()) as speech:
        speech.notice.connect(lambda text: print(f"footroutine: {text}", file=sys.stderr))
        timeline = prepare_now(Preparer(program, speech), lambda p: p.prepare(routine, settings))
        volumes = (settings.voice_volume, settings.tone_volume)
        heard = replace(timeline, cues=tuple(c for c in timeline.cues if c.kind is not CueKind.KEYS))  # a file has none
        chunks = mixed(sounds_from(heard, 0, 0), speech.file_of, timeline.total_ms, volumes)
        try:
            write_recording(file, chunks)
        except OSError as error:
            raise UserError(f"{file}: cannot be written ({error.strerror}). Choose another place with -o.") from error
        except BadSoundError as error:
            raise UserError(f"{file}: a phrase cannot be read ({error}). Try again: it is then made anew.") from error
    return timeline
