"""The report: what it says is what the database holds, on one page of either paper."""

import os
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from app_fakes import FakeClock
from builders import shipped
from histories import rows, session, whole
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footroutine.app.report import asked_time, report_view
from footroutine.app.wiring import Program
from footroutine.domain.errors import UserError
from footroutine.domain.pain import FEET, PainMoment, PainRecord
from footroutine.services.history_file import HistoryFile, transaction
from footroutine.services.history_rows import save_pain, save_session
from footroutine.ui import words

NOON = datetime(2026, 11, 1, 12, tzinfo=timezone(timedelta(hours=1)))
TIMELINES = tuple(shipped(name).timeline for name in ("short", "toe-press"))
FIRST, LAST = date(2026, 11, 4), date(2026, 11, 8)

begun = st.tuples(st.integers(0, 10), st.integers(0, 23), st.sampled_from(TIMELINES), st.floats(0, 1))
told = st.tuples(st.integers(0, 10), st.sampled_from(FEET), st.sampled_from(PainMoment), st.integers(0, 10))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(begun, max_size=8), st.lists(told, max_size=8))
def test_its_numbers_are_those_of_the_database(program: Program, sessions: list, pains: list) -> None:  # type: ignore[type-arg]
    program.history.path.unlink(missing_ok=True)
    fill(program, sessions, pains)
    expected = planned_and_done(program.history.path)
    spoken = rows(
        program.history.path,
        f"SELECT date, foot, score FROM pain WHERE date >= '{FIRST}' AND date <= '{LAST}' ORDER BY date",
    )
    if not expected and not spoken:
        with pytest.raises(UserError, match="Nothing is recorded"):
            report_view(program, FIRST, LAST)
        return
    view = report_view(program, FIRST, LAST)
    names = {exercise.name: exercise.id for exercise in program.library.exercises.values()}
    shown = {(names[row.exercise], row.side): (row.sets, row.reps, row.minutes) for row in view.rows}
    assert shown == expected
    most: dict[tuple[str, str], int] = defaultdict(int)
    for day, foot, score in spoken:
        key = (str(day), f"{foot} foot")
        most[key] = max(most[key], int(str(score)))
    assert {(p.day.isoformat(), each.name.lower()): p.score for each in view.feet for p in each.points} == dict(most)
    ran = rows(program.history.path, "SELECT date, active_ms FROM session")
    minutes = sum(int(str(ms)) for day, ms in ran if FIRST <= date.fromisoformat(str(day)) <= LAST) / 60_000
    assert sum(bar.value for bar in view.minutes) == pytest.approx(minutes)


def fill(program: Program, sessions: list, pains: list) -> None:  # type: ignore[type-arg]
    db = HistoryFile(program.paths.data, print).connect()
    with transaction(db):
        for number, (day, hour, timeline, share) in enumerate(sessions, 1):
            began = NOON + timedelta(days=day, hours=hour)
            done = round(share * len(timeline.segments))
            save_session(db, session(began, done=done, id_=number, timeline=timeline))
        for day, foot, moment, score in pains:
            save_pain(db, PainRecord(foot, moment, score, NOON + timedelta(days=day)))
    db.close()


def planned_and_done(path: Path) -> dict[tuple[str, str], tuple[str, str, str]]:
    """The sums of every set of the time, added up by hand from the bare tables."""
    begun = {id_: str(day) for id_, day in rows(path, "SELECT id, date FROM session")}
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * 6)
    columns = "session, exercise, side, planned_reps, done_reps, planned_ms, done_ms"
    for id_, exercise, side, *numbers in rows(path, f"SELECT {columns} FROM exercise_set"):
        if FIRST <= date.fromisoformat(begun[id_]) <= LAST:
            planned, done, planned_ms, done_ms = (int(str(n)) for n in numbers)
            own = sums[(str(exercise), str(side))]
            for place, more in enumerate((done == planned, 1, done, planned, done_ms, planned_ms)):
                own[place] += more
    return {
        key: (f"{s[0]} of {s[1]}", f"{s[2]} of {s[3]}", f"{minutes(s[4])} of {minutes(s[5])}")
        for key, s in sums.items()
    }


def minutes(ms: int) -> str:
    return words.number(round(ms / 60_000, 1))


def printed(profile: Path, file: Path, *arguments: str) -> str:
    """The text of a report, written by a process that has no display."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "footroutine", "--profile", str(profile), "report", *arguments, "-o", str(file)]
    subprocess.run(command, env=environment, check=True, timeout=60)
    found = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return found.stdout


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_it_is_one_page_however_many_notes_there_are(
    profile: Path, program: Program, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    program.history.save(whole(NOON, shipped("full").timeline))
    program.history.close()
    for foot in FEET:
        program.history.save_pain(PainRecord(foot, PainMoment.BEFORE, 4, NOON))
    for day in range(20):
        program.history.save_note(date(2026, 11, 1) + timedelta(days=day), "It was sore. " * 40)
    file = tmp_path / "report.pdf"
    text = printed(profile, file, "--since", "2026-11-01", "--until", "2026-11-24", "--paper", paper)
    told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+)", told)
    assert found
    assert tuple(round(float(side)) for side in found.groups()) == size
    assert re.search(r"Pages: +1\n", told)
    for said in ("Toe Press", "Left foot", "Right foot", "20 Nov", "Earlier notes"):
        assert said in text


def test_it_and_the_hand_out_speak_the_chosen_language(profile: Path, program: Program, tmp_path: Path) -> None:
    program.history.save(whole(NOON))
    program.history.close()
    program.save(replace(program.settings, language="de"))
    text = printed(profile, tmp_path / "report.pdf", "--since", "2026-11-01", "--until", "2026-11-24")
    assert "1. November 2026" in text
    assert "Übung" in text
    assert "Foot exercises" not in text
    command = [sys.executable, "-m", "footroutine", "--profile", str(profile), "handout", "-o", str(tmp_path / "h.pdf")]
    subprocess.run(command, check=True, timeout=60)
    sheet = subprocess.run(
        ["pdftotext", str(tmp_path / "h.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Made with" not in sheet


def test_a_time_in_which_nothing_was_done_is_a_known_error(program: Program, clock: FakeClock) -> None:
    with pytest.raises(UserError, match="Nothing is recorded from 1 November 2026"):
        report_view(program, date(2026, 11, 1), date(2026, 11, 2))


def test_the_time_that_is_asked_for() -> None:
    assert asked_time(None, date(2026, 11, 28)) == (date(2026, 11, 1), date(2026, 11, 28))
    assert asked_time(date.min, None)[0] == date(1970, 1, 1)
    first, last = asked_time(date(1800, 1, 1), date.max)
    assert first.year == 1970
    assert last.year < 9000
    assert asked_time(None, date.min) == (date(1970, 1, 1), date(1970, 1, 1))
    with pytest.raises(UserError, match="2026-11-03 is after 2026-11-02"):
        asked_time(date(2026, 11, 3), date(2026, 11, 2))
