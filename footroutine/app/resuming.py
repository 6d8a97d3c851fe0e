"""Going on with the session that was left today: whether there is one, and what it begins with."""

from dataclasses import dataclass
from datetime import date

from footroutine.app.session_keeper import Start
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord
from footroutine.domain.library import Library
from footroutine.domain.phrases import badge, phrases_in
from footroutine.domain.resume import LeadIn, again, shape_of
from footroutine.domain.script import Script, compose
from footroutine.domain.settings import Settings
from footroutine.domain.timeline import WORK, Timeline
from footroutine.player.record import Record


@dataclass(frozen=True)
class Unfinished:
    """A session left today, and the set that it goes on with; `place` says which: ``Set 2 of 3 · Left foot``."""

    session: SessionRecord
    exercise: str
    place: str


@dataclass(frozen=True)
class GoingOn:
    """A session's script with the lead-in that it begins with, to be timed."""

    session: SessionRecord
    script: Script
    lead_in: LeadIn

    def start(self, timeline: Timeline) -> Start:
        """Where the timed script begins, with what was done before."""
        assert self.session.progress is not None
        done = Record(frozenset(map(self.lead_in.now, self.session.progress.done)))
        return Start(timeline.segments[self.lead_in.at].start_ms, done, self.lead_in, self.session)


def unfinished(program: Program, today: date) -> Unfinished | None:
    """The session to be gone on with today; None when there is none, or its exercises are no longer what they were."""
    session = program.history.unfinished(today)
    going_on = session and going_on_with(session, program.library, program.settings)
    if not session or not going_on:
        return None
    drafts, steps = going_on.script.drafts, going_on.script.steps
    work = next(draft for draft in drafts[going_on.lead_in.at :] if draft.kind in WORK)
    step = steps[work.step or 0]
    title = phrases_in(going_on.script.language).set_title(work.set or 1, step.dose.sets)
    place = f"{title} · {badge(step.exercise, work.side or Side.BOTH)}"
    return Unfinished(session, step.exercise.name, place)


def going_on_with(session: SessionRecord, library: Library, settings: Settings) -> GoingOn | None:
    """What a session goes on as, with the settings of now but its own doses; None when it cannot."""
    recipe, progress = session.recipe, session.progress
    if recipe is None or progress is None or not all(s.exercise in library.exercises for s in recipe.steps):
        return None
    then = recipe.settings_again(settings)
    try:
        script = compose(recipe.routine_again(), library.exercises, then, library.language)
    except UserError:
        return None
    found = again(script, progress, then) if shape_of(script.drafts) == recipe.shape else None
    return GoingOn(session, *found) if found else None
