"""Files that anybody may have made, tried on the program: each is used, or told in clear lines; nothing else happens.

Each `try_…` takes the bytes of a file (or of a message) and an empty folder, and raises where the law is broken. They
are shared by the tests, where hypothesis makes the bytes, and by `fuzz.py`, where a fuzzer led by coverage does.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from histories import EVENING, session

from footroutine.app.export_file import write_export
from footroutine.app.preparing import estimated
from footroutine.app.progress_view import progress_view
from footroutine.app.report import report_view
from footroutine.app.resuming import unfinished
from footroutine.app.single_instance import Wish, wish_of
from footroutine.app.wiring import Program
from footroutine.domain.errors import Problem, UserError, told
from footroutine.domain.periods import Period
from footroutine.domain.routine import Routine, Step
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import Ms
from footroutine.player.frame import Framer
from footroutine.player.state import State
from footroutine.services.assets import assets_dir
from footroutine.services.backup_file import restore
from footroutine.services.history_db import History
from footroutine.services.library import load_library
from footroutine.services.paths import make_folders, profile_paths
from footroutine.services.reminder_file import FILE_NAME as REMINDERS
from footroutine.services.reminder_file import load_reminded
from footroutine.services.settings_file import load_settings, save_settings
from footroutine.services.voice.child import message_of
from footroutine.services.voice.pcm import BadSoundError, read_wav, wav_ms

SHIPPED = load_library(assets_dir())
SOURCES = (assets_dir() / "sources.toml").read_bytes()
LONGEST_LINE = 1000  # characters of one problem, the folders' names included


def check_told(problems: Iterable[Problem | str]) -> None:
    """Each is one short line that shows itself as it is."""
    for line in map(str, problems):
        assert line.isprintable(), ascii(line)
        assert 0 < len(line) <= LONGEST_LINE, line


def try_exercise(raw: bytes, home: Path) -> None:
    """An exercise of a person's own: it is refused and told, or it can be planned and shown."""
    (home / "exercises").mkdir()
    (home / "sources.toml").write_bytes(SOURCES)
    (home / "exercises" / "own.toml").write_bytes(raw)
    library = load_library(home)
    check_told(told(library.problems, 5))
    for name in library.exercises:
        routine = Routine("own", "Own", "Own", "Own.", (Step(name),))
        with suppress(UserError):
            timeline = estimated(routine, library, Settings())
            framer = Framer(timeline)
            for at in range(0, timeline.total_ms, 1 + timeline.total_ms // 5):
                framer.frame(State(position_ms=Ms(at)))
    assert library.exercises or library.problems


def try_routine(raw: bytes, home: Path) -> None:
    """A routine of a person's own: it is refused and told, or it can be planned."""
    for name in ("exercises/toe_press.toml", "exercises/wall_stretch.toml", "sources.toml"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_bytes((assets_dir() / name).read_bytes())
    (home / "routines").mkdir()
    (home / "routines" / "own.toml").write_bytes(raw)
    library = load_library(home)
    check_told(told(library.problems, 5))
    for routine in library.routines.values():
        with suppress(UserError):
            estimated(routine, library, Settings())
    assert library.routines or library.problems


def try_settings(raw: bytes, home: Path) -> None:
    """A settings file: whatever it holds, there are settings, they can be changed, and the change is found again."""
    file = home / "settings.toml"
    file.write_bytes(raw)
    loaded = load_settings(file, SHIPPED.exercises)
    check_told(told(loaded.problems, 5))
    wanted = replace(loaded.settings, get_ready_s=7 if loaded.settings.get_ready_s != 7 else 8)
    check_told(told(save_settings(file, wanted, SHIPPED.exercises), 5))
    again = load_settings(file, SHIPPED.exercises)
    assert not loaded.writable or again.settings == wanted
    assert loaded.writable or file.read_bytes() == raw


def try_sources(raw: bytes, home: Path) -> None:
    """A person's own list of sources."""
    (home / "sources.toml").write_bytes(raw)
    check_told(told(load_library(home).problems, 5))


def everything_under(folder: Path) -> Mapping[str, bytes | str]:
    """Every file, folder and link under a folder, with what is in it."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        found[name] = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else "/"
    return found


def try_backup(raw: bytes, home: Path) -> None:
    """A back-up: it is refused whole in one line and nothing is changed, or its files are where they belong."""
    given, me = home / "given.zip", home / "me"
    given.write_bytes(raw)
    paths = profile_paths(me)
    make_folders(paths)
    (paths.config / "settings.toml").write_text('version = 2\n[session]\nroutine = "short"\n')
    (paths.config / "settings.toml").chmod(0o600)
    before = everything_under(home)
    history = History(paths.data)
    history.tell = lambda problem: check_told([problem])
    try:
        restore(paths, history, given)
    except UserError as error:
        check_told([str(error)])
        left = {name: content for name, content in everything_under(home).items() if "history.lock" not in name}
        assert left == before, "something was changed"
        return
    after = everything_under(home)
    assert {name for name in after if not name.startswith("me/")} == {"given.zip", "me"}
    assert not any(path.is_symlink() or path.name.startswith(".") for path in home.rglob("*"))
    assert all(path.stat().st_mode & 0o077 == 0 for path in me.rglob("*") if path.is_file() and path.parent != me)
    _use(Program.load(me))


def try_history(raw: bytes, home: Path) -> None:
    """A history's file: what can be read is shown, the rest is told once, and what comes next is recorded."""
    paths = profile_paths(home / "me")
    make_folders(paths)
    (paths.data / "history.db").write_bytes(raw)
    _use(Program(paths, assets_dir(), SHIPPED, Settings(), (), can_save=True))


def _use(program: Program) -> None:
    """Look at everything that comes of the history, and record another session."""
    history = program.history
    problems: list[Problem] = []
    history.tell = problems.append
    today = EVENING.date()
    unfinished(program, today)
    history.sessions_around(today)
    history.is_sound()
    for period in Period:
        progress_view(program, period, today, today)
    with suppress(UserError):
        report_view(program, today - timedelta(days=27), today)
    write_export(history, program.paths.data / "all.json")
    write_export(history, program.paths.data / "all.csv")
    history.notes(date.min, date.max)
    history.save_note(today, "Slept well.")
    history.save(session(EVENING + timedelta(days=1), done=20))
    history.close()
    check_told(problems)
    assert len(problems) <= 3, problems


def try_reminders(raw: bytes, home: Path) -> None:
    """What was reminded of: understood, or nothing."""
    (home / REMINDERS).write_bytes(raw)
    load_reminded(home)


def try_wish(raw: bytes, _: Path) -> None:
    """What another start may say: a wish of the right kinds, or nothing."""
    wish = wish_of(raw)
    assert wish is None or (isinstance(wish.routine, str | None) and isinstance(wish, Wish))


def try_child_line(raw: bytes, _: Path) -> None:
    """A line of a child process."""
    message = message_of(raw)
    assert message is None or isinstance(message["event"], str)


def try_sound(raw: bytes, home: Path) -> None:
    """A sound that a person's own speech program has made."""
    file = home / "sound.wav"
    file.write_bytes(raw)
    with suppress(BadSoundError):
        read_wav(file)
    wav_ms(file)


TARGETS: Mapping[str, Callable[[bytes, Path], None]] = {
    "exercise": try_exercise,
    "routine": try_routine,
    "settings": try_settings,
    "sources": try_sources,
    "backup": try_backup,
    "history": try_history,
    "reminders": try_reminders,
    "wish": try_wish,
    "child": try_child_line,
    "sound": try_sound,
}
