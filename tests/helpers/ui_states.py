"""Every page and state of the window, each with a name; and all that it is given to say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from ui_views import (
    about_view,
    after_view,
    done_view,
    first_start_view,
    frame,
    practice_view,
    progress_view,
    routines_view,
    settings_view,
    stops_view,
    today_view,
)

from footroutine.domain.library import Library
from footroutine.player.frame import Mood
from footroutine.ui.window import MainWindow

NOTICE = "No voice was found. Tones are used. Settings tells you how to mend it."
STATUS = "One moment. The voice is being made ready; then it speaks."
BUSY = "Getting the voice ready…"
PROBLEM = "my_exercise.toml: dose.sets: is missing."
PHASES = ("Counter-clockwise", "Clockwise", "Get ready")
UNDOABLE = "Toe Press taken out"
LONG_CAPTION = "Step your left foot forward, close to the wall. The right heel stays down."
Show = Callable[[MainWindow, Library], object]


def first_step(window: MainWindow, step: int) -> None:
    window.show_first_start(first_start_view())
    window.first_start.hearing.buttons()[0].setChecked(True)
    window.set_voice_status(STATUS)
    for _ in range(step):
        window.first_start.next.click()


def asked(window: MainWindow) -> None:
    window.show_frame(frame())
    window.session.header.end.click()
    window.show_frame(frame(paused=True, pause_reason="gap"))


def muted(window: MainWindow) -> None:
    window.show_frame(frame())
    window.set_muted(True)


def keys(window: MainWindow) -> None:
    window.show_frame(frame())
    window.session.keys_overlay.toggle()


def progress(window: MainWindow, *, tables: bool = False, is_empty: bool = False) -> None:
    window.open_page("progress")
    window.progress.show_view(progress_view(is_empty=is_empty))
    if tables:
        window.progress.tables.click()


def practice(window: MainWindow) -> None:
    window.show_today(today_view())
    window.today.show_practice(practice_view())
    window.today.tell.click()


def after(window: MainWindow) -> None:
    window.show_done(done_view())
    window.done.show_after(after_view())


def stops(window: MainWindow) -> None:
    window.open_page("stops")
    window.stops.show_view(stops_view())


STATES: dict[str, Show] = {
    "today": lambda w, _: w.show_today(today_view(problems=(PROBLEM,))),
    "practice": lambda w, _: practice(w),
    "after": lambda w, _: after(w),
    "stops": lambda w, _: stops(w),
    "notice": lambda w, _: w.show_notice(NOTICE),
    "hold": lambda w, _: w.show_frame(frame()),
    "long": lambda w, _: w.show_frame(frame(caption=LONG_CAPTION, phase=PHASES[0], title="Active Flexion")),
    "many": lambda w, _: w.show_frame(frame(rep=40, reps=40, reps_done=39, set=6, sets=6, left_ms=5_400_000)),
    "ready": lambda w, _: w.show_frame(frame(mood=Mood.READY, phase=PHASES[2], rep=None, set=None)),
    "paused": lambda w, _: w.show_frame(frame(paused=True, pause_reason="gap")),
    "asked": lambda w, _: asked(w),
    "far": lambda w, _: w.show_frame(frame(far=True, phase=PHASES[1], digits="30")),
    "muted": lambda w, _: muted(w),
    "keys": lambda w, _: keys(w),
    "busy": lambda w, _: w.set_busy(BUSY),
    "done": lambda w, _: w.show_done(done_view()),
    "settings": lambda w, library: w.show_settings(settings_view(library)),
    "routines": lambda w, library: w.show_routines(routines_view(library, undoable=UNDOABLE)),
    "progress": lambda w, _: progress(w),
    "tables": lambda w, _: progress(w, tables=True),
    "nothing": lambda w, _: progress(w, is_empty=True),
    "about": lambda w, _: w.show_about(about_view()),
    "first": lambda w, _: first_step(w, 0),
    "hearing": lambda w, _: first_step(w, 1),
    "routine": lambda w, _: first_step(w, 2),
}


def given(library: Library) -> set[str]:
    """Every text that the window is given by its owner, and only shows."""
    views = (today_view(), done_view(), settings_view(library), routines_view(library), about_view(), progress_view())
    moments = (practice_view(), after_view(), stops_view())
    own = (NOTICE, STATUS, BUSY, PROBLEM, *PHASES, UNDOABLE, LONG_CAPTION)
    return {*own, *texts_in((library, *views, *moments, first_start_view(), frame()))}


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value made of dataclasses, mappings and sequences."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            # The settings are words of the window's own.
            if field.name not in ("settings", "unit"):
                yield from texts_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)
