"""Today, with a real history: going on with what was left, and the plan of the day with what is done of it."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from app_fakes import FakeClock, WrittenSpeech
from builders import shipped
from driven import Driven
from histories import rows, session, whole
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_views import texts

from footroutine.app.conductor import LEAD_MS
from footroutine.app.wiring import Program
from footroutine.domain.exercise import Side
from footroutine.domain.history import SessionRecord
from footroutine.domain.pain import RULES, SEE_SOMEONE, PainMoment, PainRecord
from footroutine.domain.timeline import SegmentKind
from footroutine.services import clock as real_clock
from footroutine.services.history_db import History

Again = Callable[[], Driven]
FULL = shipped("full").timeline


@pytest.fixture
def again(profile: Path, clock: FakeClock, qtbot: QtBot, request: pytest.FixtureRequest) -> Again:
    """Opens the program once more in the same folder."""

    def opened() -> Driven:
        program = Program.load(profile)
        program.clock = clock
        made = Driven(program, clock, WrittenSpeech(), qtbot).open()
        request.addfinalizer(made.app.close)
        return made

    return opened


def kept(program: Program, *records: SessionRecord) -> None:
    history = History(program.paths.data)
    for record in records:
        history.save(record)
        history.close()


def ledger_of(driven: Driven) -> list[str]:
    return texts(driven.window.today, "ledgerTitle")


def slots_of(driven: Driven) -> list[str]:
    return [found.accessibleName() for found in driven.window.today.findChildren(QLabel, "ledgerTime")]


def times_of(driven: Driven) -> list[str]:
    """As `slots_of`, whichever comes next."""
    return [slot.removesuffix(" · next") for slot in slots_of(driven)]


def left_in(driven: Driven, kind: SegmentKind, exercise: str, number: int) -> None:
    """Start, and end the session in that place."""
    driven.key(Qt.Key.Key_Return)
    timeline = driven.app._conductor._player.timeline  # type: ignore[union-attr]  # it plays
    place = next(s for s in timeline.segments if (s.kind, s.exercise, s.set) == (kind, exercise, number))
    driven.run(LEAD_MS + place.start_ms + 100)
    driven.key(Qt.Key.Key_Escape)
    driven.window.session.end_bar.end.click()


def noon() -> datetime:
    return real_clock.now().replace(hour=12, minute=0, second=0, microsecond=0)


def test_a_first_day_has_the_plan_and_nothing_to_go_on_with(driven: Driven) -> None:
    driven.open()
    assert ledger_of(driven) == ["Toe Press · 0 of 3", "Full routine · 0 of 1"]
    assert times_of(driven) == ["9:00", "13:00", "18:00", "9:00"]
    assert not driven.window.today.go_on.isVisible()
    assert driven.window.focusWidget() is driven.window.today.start


def test_a_session_that_was_left_goes_on_from_today_where_it_was(driven: Driven, again: Again) -> None:
    driven.open()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    driven.app.close()
    later = again()
    assert texts(later.window.today, "goOnTitle") == ["Go on: Toe Press"]
    assert texts(later.window.today, "goOnPlace") == ["Set 2 of 3 · Both feet"]
    button = later.window.today.go_on.go_on
    assert button.accessibleName() == "Go on: Toe Press, Set 2 of 3 · Both feet"
    assert later.window.focusWidget() is later.window.today.start
    button.setFocus()
    later.key(Qt.Key.Key_Return)
    later.run(0)
    assert later.window.page == "session"
    later.run(60_000)
    frame = later.app._conductor._framer.frame(later.app._conductor._state)  # type: ignore[union-attr]
    assert (frame.title, frame.set) == ("Toe Press", 2)
    while later.app._conductor.is_active:
        later.run(1900)
    assert later.window.page == "done"
    later.window.done.today.click()
    assert not later.window.today.go_on.isVisible()
    assert ledger_of(later)[0] == "Toe Press · 3 of 3"


def test_it_goes_on_in_the_language_that_holds_now(driven: Driven, again: Again) -> None:
    driven.open()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    driven.window.done.today.click()
    driven.app._change_settings(replace(driven.program.settings, language="de"))
    driven.app.close()
    german = again()
    assert texts(german.window.today, "goOnTitle") == ["Weiter mit: Zehengriff"]
    german.window.today.go_on.go_on.click()
    timeline = german.app._conductor._player.timeline  # type: ignore[union-attr]
    assert {step.exercise.language.value for step in timeline.steps} == {"de"}
    german.run(30_000)
    assert german.app._conductor._framer.frame(german.app._conductor._state).title == "Zehengriff"  # type: ignore[union-attr]


def test_leaving_it_keeps_it_as_partial_and_asks_no_more(driven: Driven, again: Again) -> None:
    driven.open()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    driven.window.done.today.click()
    driven.window.today.go_on.leave.click()
    assert not driven.window.today.go_on.isVisible()
    assert driven.window.focusWidget() is driven.window.today.start
    assert ledger_of(driven)[0] == "Toe Press · 1 of 3"
    driven.app.close()
    assert rows(driven.program.history.path, "SELECT state FROM session") == [("partial",)]
    later = again()
    assert not later.window.today.go_on.isVisible()
    assert ledger_of(later)[0] == "Toe Press · 1 of 3"


def test_killed_in_a_session_the_next_start_offers_it(driven: Driven, profile: Path, again: Again) -> None:
    driven.open()
    driven.key(Qt.Key.Key_Return)
    driven.run(200_000)
    assert driven.app._keeper.history._writer.wait(10)
    driven.app._conductor._player = None  # it is gone, and wrote nothing more
    subprocess.run(["cp", "-r", str(profile), f"{profile}-killed"], check=True)
    Path(f"{profile}-killed/data/history.lock").unlink()
    program = Program.load(Path(f"{profile}-killed"))
    program.clock = driven.clock
    found = Driven(program, driven.clock, WrittenSpeech(), driven.qtbot).open()
    assert texts(found.window.today, "goOnTitle") == ["Go on: Toe Press"]
    found.app.close()


@pytest.mark.parametrize(
    ("plan", "lines"),
    [("both", ["Toe Press · 1 of 2", "Full routine · 0 of 1"]), ("toe-press", ["Toe Press · 1 of 2"]),
     ("full", ["Full routine · 0 of 1"]), ("none", [])],
)  # fmt: skip
def test_the_ledger_is_that_of_the_chosen_plan(driven: Driven, plan: str, lines: list[str]) -> None:
    first_set = 1 + next(n for n, s in enumerate(FULL.segments) if s.kind is SegmentKind.REST)
    kept(driven.program, session(noon(), done=first_set, timeline=FULL))
    driven.program.settings = replace(driven.program.settings, plan=plan, toe_press_times="8, 20")
    driven.open()
    assert ledger_of(driven) == lines
    assert driven.window.today.ledger.isVisible() is bool(lines)


def test_done_beyond_the_plan_is_said_and_all_done_too(driven: Driven) -> None:
    kept(driven.program, whole(noon(), FULL))
    driven.program.settings = replace(driven.program.settings, plan="toe-press", toe_press_times="9")
    driven.open()
    assert ledger_of(driven) == ["Toe Press · 1 of 1, and 2 more"]
    assert times_of(driven) == ["9:00, done"]


@pytest.mark.parametrize(
    ("plan", "times", "rest", "tomorrow"),
    [
        ("toe-press", "9", "", "Tomorrow begins at 9:00: Toe Press."),
        ("both", "13, 11:30", "", "Tomorrow begins at 10:00: Full routine."),
        ("toe-press", "9", "mon tue wed thu fri sat sun", "Tomorrow is a rest day."),
    ],
)
def test_when_all_is_done_it_is_said_with_what_tomorrow_brings(
    driven: Driven, plan: str, times: str, rest: str, tomorrow: str
) -> None:
    today = rest.split()[real_clock.today().weekday()] if rest else ""
    kept(driven.program, whole(noon(), FULL), whole(noon() + timedelta(hours=1), FULL))
    driven.program.settings = replace(
        driven.program.settings,
        plan=plan,
        toe_press_times=times,
        routine_times="10",
        rest_days=", ".join(day for day in rest.split() if day != today),
    )
    driven.open()
    assert texts(driven.window.today, "dayDoneSaid") == [f"That is all for today. Well done. {tomorrow}"]


@pytest.mark.parametrize("plan", ["both", "none"])
def test_with_something_open_or_no_plan_the_day_is_not_called_done(driven: Driven, plan: str) -> None:
    kept(driven.program, session(noon(), done=20, timeline=FULL))
    driven.program.settings = replace(driven.program.settings, plan=plan)
    driven.open()
    assert texts(driven.window.today, "dayDoneSaid") == []


def test_a_rest_day_is_said_kindly(driven: Driven) -> None:
    today = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[real_clock.today().weekday()]
    driven.program.settings = replace(driven.program.settings, rest_days=today)
    driven.open()
    assert texts(driven.window.today, "ledgerSaid") == ["A rest day. Rest is part of the plan."]
    assert ledger_of(driven) == []


def test_after_midnight_the_page_is_that_of_the_new_day(driven: Driven) -> None:
    kept(driven.program, whole(noon(), FULL))
    driven.open()
    assert ledger_of(driven) == ["Toe Press · 3 of 3", "Full routine · 1 of 1"]
    driven.app._practice._now = lambda: noon().replace(hour=0, minute=5) + timedelta(days=1)
    driven.window.looked_at.emit()
    assert ledger_of(driven) == ["Toe Press · 0 of 3", "Full routine · 0 of 1"]


def test_what_was_left_yesterday_is_not_offered(driven: Driven) -> None:
    kept(driven.program, session(noon() - timedelta(days=1), done=20))
    driven.open()
    assert not driven.window.today.go_on.isVisible()


def test_the_plan_is_changed_from_today_by_keys_and_shown_at_once(driven: Driven) -> None:
    driven.open()
    driven.window.today.ledger.change.setFocus()
    driven.key(Qt.Key.Key_Return)
    assert driven.window.page == "today"
    box = driven.window.focusWidget()
    assert isinstance(box, QWidget)
    assert box.objectName() == "day_plan"
    driven.key(Qt.Key.Key_Down)
    assert ledger_of(driven) == ["Toe Press · 0 of 3"]
    assert 'plan = "toe-press"' in settings_of(driven)
    times = driven.window.today.ledger.findChild(QLineEdit, "day_toe_press_times")
    assert times
    times.setFocus()
    times.setText("8, 12:30, 17, 20")
    driven.key(Qt.Key.Key_Return)
    assert ledger_of(driven) == ["Toe Press · 0 of 4"]
    assert times_of(driven) == ["8:00", "12:30", "17:00", "20:00"]
    times.setText("noon")
    driven.key(Qt.Key.Key_Return)
    assert any("must be times of the day" in text for text in texts(driven.window.today.ledger, "cellNote"))
    assert ledger_of(driven) == ["Toe Press · 0 of 4"]
    driven.window.show_settings()
    shown = driven.window.settings_page.findChild(QLineEdit, "setting_toe_press_times")
    assert shown
    assert shown.text() == "8, 12:30, 17, 20"


def test_a_day_without_a_plan_gets_one_on_today(driven: Driven) -> None:
    driven.program.settings = replace(driven.program.settings, plan="none")
    driven.open()
    today = driven.window.today
    assert not today.ledger.isVisible()
    QTest.mouseClick(today.plan, Qt.MouseButton.LeftButton)
    assert texts(today.ledger, "ledgerSaid") == ["No plan."]
    driven.key(Qt.Key.Key_Up)
    assert ledger_of(driven) == ["Full routine · 0 of 1"]
    QTest.mouseClick(today.ledger.change, Qt.MouseButton.LeftButton)
    assert today.ledger.isVisible()
    assert not today.plan.isVisible()
    assert 'plan = "full"' in settings_of(driven)


def settings_of(driven: Driven) -> str:
    return (driven.program.paths.config / "settings.toml").read_text(encoding="utf-8")


def test_a_damaged_history_is_said_and_today_works(driven: Driven) -> None:
    driven.program.paths.data.mkdir(parents=True, exist_ok=True)
    (driven.program.paths.data / "history.db").write_text("no database " * 50)
    driven.open()
    driven.qtbot.waitUntil(lambda: "history.db.broken-1" in driven.text("noticeText"))
    assert ledger_of(driven)[0] == "Toe Press · 0 of 3"


def pains_of(driven: Driven) -> list[tuple[object, ...]]:
    query = "SELECT moment, foot, score, session = (SELECT max(id) FROM session) FROM pain ORDER BY id"
    return rows(driven.program.history.path, query)


def test_how_the_feet_are_is_said_by_digits_before_and_after_and_kept_with_the_session(driven: Driven) -> None:
    driven.open()
    driven.window.today.tell.click()
    driven.key(Qt.Key.Key_3)
    driven.window.today.start.setFocus()
    driven.key(Qt.Key.Key_5)
    driven.window.today.start.setFocus()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    assert pains_of(driven) == [("before", "left", 3, 1), ("before", "right", 5, 1)]
    assert texts(driven.window.done, "doneKept")[0].startswith("It is kept.")
    driven.key(Qt.Key.Key_6)
    driven.key(Qt.Key.Key_2)
    assert pains_of(driven)[2:] == [("after", "left", 6, 1), ("after", "right", 2, 1)]
    again = driven.window.done.pain.feet[Side.LEFT].buttons[10]
    assert again.accessibleName() == "Left foot: 10 of 10"
    again.click()
    assert pains_of(driven)[2:] == [("after", "right", 2, 1), ("after", "left", 10, 1)]


def test_each_source_is_told_as_it_says_it(driven: Driven) -> None:
    driven.open()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    told = texts(driven.window.done, "painRule")
    titles = {rule.text: driven.program.library.sources[rule.source].title for rule in RULES}
    assert told[0].startswith("0–3 minimal · 4–5 acceptable · 6–10 excessive – NHS")
    assert told[1:] == [f"{text} – {title}" for text, title in titles.items()]


def test_nothing_said_and_nothing_is_in_the_way(driven: Driven) -> None:
    driven.open()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    assert driven.window.focusWidget() is driven.window.done.today
    driven.key(Qt.Key.Key_Return)
    assert driven.window.page == "today"
    assert pains_of(driven) == []


def test_the_next_morning_asks_until_it_is_said(driven: Driven, again: Again) -> None:
    kept(driven.program, whole(noon() - timedelta(days=1), FULL))
    driven.open()
    morning = driven.window.today.morning
    assert texts(morning, "painQuestion") == ["How are your feet this morning?"]
    assert driven.window.focusWidget() is driven.window.today.start
    morning.feet[Side.LEFT].buttons[1].click()
    morning.feet[Side.RIGHT].buttons[0].click()
    assert pains_of(driven) == [("morning", "left", 1, 1), ("morning", "right", 0, 1)]
    driven.app.close()
    assert not again().window.today.morning.isVisible()


def test_a_morning_may_be_passed_over(driven: Driven) -> None:
    kept(driven.program, whole(noon() - timedelta(days=1), FULL))
    driven.open()
    driven.window.today.morning.skip.click()
    driven.window.looked_at.emit()
    assert not driven.window.today.morning.isVisible()
    assert pains_of(driven) == []


def test_one_switch_turns_every_question_off(driven: Driven) -> None:
    kept(driven.program, whole(noon() - timedelta(days=1), FULL))
    driven.program.settings = replace(driven.program.settings, ask_pain=False)
    driven.open()
    today = driven.window.today
    assert not today.morning.isVisible()
    assert not today.tell.isVisible()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    assert not driven.window.done.pain.isVisible()


def test_a_note_is_kept_with_the_day_and_found_again(driven: Driven) -> None:
    driven.open()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    note = driven.window.done.note
    note.setFocus()
    note.setText("Walked a lot.")
    driven.key(Qt.Key.Key_Return)
    assert rows(driven.program.history.path, "SELECT text FROM note") == [("Walked a lot.",)]
    driven.window.done.today.click()
    left_in(driven, SegmentKind.REST, "toe-press", 2)
    assert driven.window.done.note.text() == "Walked a lot."


def test_when_to_stop_is_one_click_away_with_every_source(driven: Driven) -> None:
    driven.open()
    driven.window.today.stops.click()
    library = driven.program.library
    signs = [sign for each in library.exercises.values() for sign in each.stops]
    said = texts(driven.window.stops, "stopText")
    told = [*RULES, *SEE_SOMEONE, *signs]
    assert {each.text for each in told} <= set(said)
    assert said.count("Stop at once if you feel sudden pain, or if pain gets worse.") == 1
    assert set(texts(driven.window.stops, "stopSource")) == {library.sources[each.source].title for each in told}
    driven.key(Qt.Key.Key_Return)
    assert driven.window.page == "today"


def test_moments_of_another_zone_are_of_the_day_they_were_lived(driven: Driven) -> None:
    kept(driven.program, whole(noon().astimezone(UTC)))
    driven.open()
    assert ledger_of(driven)[0] != "Toe Press · 0 of 3"


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (8, ["9:00 · next", "13:00", "18:00", "9:00 · next"]),
        (12, ["9:00", "13:00 · next", "18:00", "9:00"]),
        (19, ["9:00", "13:00", "18:00", "9:00"]),
    ],
)
def test_what_comes_next_today_is_said_and_what_was_missed_is_not(driven: Driven, hour: int, said: list[str]) -> None:
    driven.open()
    driven.app._practice._now = lambda: noon().replace(hour=hour)
    driven.window.looked_at.emit()
    assert slots_of(driven) == said


def test_before_anything_was_done_there_are_no_weeks_to_look_back_on(driven: Driven) -> None:
    driven.open()
    assert not driven.window.today.glance.isVisible()


def test_the_weeks_before_are_seen_at_a_glance_and_lead_to_progress(driven: Driven) -> None:
    days = [noon() - timedelta(days=n) for n in (40, 2, 1)]
    kept(driven.program, *(whole(day) for day in days), session(noon(), done=20))
    for day, score in zip(days, (9, 5, 3), strict=True):  # the first is longer ago than four weeks
        driven.program.history.save_pain(PainRecord(Side.LEFT, PainMoment.AFTER, score, day))
    driven.program.history.save_pain(PainRecord(Side.RIGHT, PainMoment.AFTER, 2, days[2]))
    driven.open()
    card = driven.window.today.glance
    assert card.headline.text() == "2 days in a row · 4 sessions"  # of today no set is complete yet
    assert card.pain.text() == "Pain in four weeks: left 5 → 3, right 2"
    assert card.weeks.accessibleDescription() == "In the last year: something done on 4 days."
    card.more.click()
    assert driven.window.page == "progress"


def test_pain_that_is_not_asked_about_is_not_looked_back_on(driven: Driven) -> None:
    kept(driven.program, whole(noon()))
    driven.program.history.save_pain(PainRecord(Side.LEFT, PainMoment.AFTER, 5, noon()))
    driven.program.settings = replace(driven.program.settings, ask_pain=False)
    driven.open()
    assert driven.window.today.glance.isVisible()
    assert not driven.window.today.glance.pain.isVisible()
