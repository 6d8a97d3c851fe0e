"""The real window on the real exercises, with a clock that the test moves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from app_fakes import FakeClock, WrittenSpeech
from driven import Driven
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from footroutine.app.opening import Opening, first_window
from footroutine.app.wiring import Program
from footroutine.domain.language import Language
from footroutine.domain.phrases import phrases_in
from footroutine.domain.timeline import CueKind
from footroutine.player.state import PauseReason


def test_one_key_leads_from_today_to_done_and_nothing_else_is_touched(driven: Driven) -> None:
    driven.open()
    assert driven.window.page == "today"
    driven.key(Qt.Key.Key_Return)
    driven.run(0)
    assert driven.window.page == "session"
    pages = {driven.window.page}
    for _ in range(40 * 60):
        driven.run(1900)
        pages.add(driven.window.page)
        if driven.window.page == "done":
            break
    assert pages == {"session", "done"}
    amounts = [label.text() for label in driven.window.done.findChildren(QLabel, "doneAmount")]
    assert len(amounts) == 5
    assert amounts[0].startswith("3 of 3 sets")


@pytest.mark.parametrize(
    ("key", "acts"),
    [
        (Qt.Key.Key_Space, lambda d: d.app._conductor.is_paused),
        (Qt.Key.Key_Return, lambda d: d.app._conductor.is_paused),
        (Qt.Key.Key_MediaPlay, lambda d: d.app._conductor.is_paused),
        (Qt.Key.Key_Right, lambda d: "Move" in d.app._conductor._framer.frame(d.app._conductor._state).phase),
        (Qt.Key.Key_PageDown, lambda d: "Move" in d.app._conductor._framer.frame(d.app._conductor._state).phase),
        (Qt.Key.Key_M, lambda d: d.speech.volumes == (0, 0)),
        (Qt.Key.Key_R, lambda d: d.app._conductor._state.position_ms == 0),
        (Qt.Key.Key_Left, lambda d: d.app._conductor._state.position_ms == 0),
        (Qt.Key.Key_Escape, lambda d: d.app._conductor.is_paused),
    ],
)
def test_every_key_of_a_session_acts(driven: Driven, key: Qt.Key, acts: Callable[[Driven], bool]) -> None:
    driven.open()
    driven.key(Qt.Key.Key_Return)
    driven.run(2000)
    driven.key(key)
    assert acts(driven)


def test_space_goes_on_after_a_pause_of_any_length(driven: Driven) -> None:
    driven.open()
    driven.key(Qt.Key.Key_Return)
    driven.run(20_000)
    driven.key(Qt.Key.Key_Space)
    position = driven.app._conductor._state.position_ms
    driven.clock.advance(3 * 60 * 60_000)
    driven.key(Qt.Key.Key_Space)
    assert driven.app._conductor._state.position_ms == position
    assert not driven.app._conductor.is_paused


def test_a_closed_lid_pauses_and_says_so(driven: Driven) -> None:
    driven.open()
    driven.key(Qt.Key.Key_Return)
    driven.run(30_000)
    driven.clock.advance(40 * 60_000)
    driven.app._conductor.beat()
    assert driven.app._conductor._state.reason is PauseReason.GAP
    assert driven.window.page == "session"


def test_escape_asks_and_end_shows_what_was_done(driven: Driven) -> None:
    driven.open()
    driven.key(Qt.Key.Key_Return)
    conductor = driven.app._conductor
    timeline = conductor._player.timeline  # type: ignore[union-attr]  # it plays
    while not conductor._record.sets(timeline)[0].done_reps:  # however long the words before it are
        driven.run(1900)
    driven.key(Qt.Key.Key_Escape)
    end = driven.window.session.findChild(QPushButton, "endSession")
    assert isinstance(end, QPushButton)
    end.click()
    assert driven.window.page == "done"
    assert driven.text("doneAmount", driven.window.done).startswith("0 of 3 sets")


def test_fewer_sets_in_settings_change_the_file_the_length_and_the_next_session(driven: Driven) -> None:
    driven.open()
    before = driven.text("todaySubtitle")
    driven.window.show_settings()
    for box in driven.window.settings_page.findChildren(QDoubleSpinBox):
        if box.objectName().endswith("sets"):
            box.setValue(1)
    assert driven.text("todaySubtitle") != before
    saved = Program.load(driven.program.paths.config.parent).settings
    assert saved.choice("toe-press").sets == 1
    assert saved == driven.program.settings
    driven.window.show_today()
    driven.window.today.start.click()
    timeline = driven.app._conductor._player.timeline  # type: ignore[union-attr]
    assert {s.set for s in timeline.segments} == {1, None}


def test_the_first_start_says_what_this_is_not_and_ends_ready(
    tmp_path: Path, clock: FakeClock, speech: WrittenSpeech, qtbot: QtBot
) -> None:
    program = Program.load(tmp_path / "fresh")
    program.clock = clock
    driven = Driven(program, clock, speech, qtbot).open()
    assert driven.window.page == "first_start"
    words = " ".join(label.text() for label in driven.window.first_start.findChildren(QLabel))
    assert "not medical professionals" in words
    driven.window.first_start_done.emit(program.settings.__class__(disclaimer_accepted=True))
    assert driven.window.page == "today"
    assert Program.load(tmp_path / "fresh").settings.disclaimer_accepted
    driven.app.close()


def test_started_from_the_command_line_the_session_begins_by_itself(driven: Driven) -> None:
    driven.open(start="short")
    driven.qtbot.waitUntil(lambda: driven.window.page == "session")


def test_the_hearing_test_speaks(driven: Driven) -> None:
    driven.open()
    driven.window.hear_test_requested.emit()
    assert driven.speech.said == [phrases_in(Language.EN).hearing_test]


def test_with_every_exercise_off_start_says_so_and_stays_on_today(driven: Driven) -> None:
    driven.open()
    for box in driven.window.settings_page.findChildren(QWidget):
        if box.objectName().endswith("included"):
            box.setChecked(False)  # type: ignore[attr-defined]
    driven.window.start_requested.emit("full")
    assert driven.window.page == "today"
    assert driven.window.notice.isVisible()


def test_without_a_voice_tones_and_captions_carry_the_session(driven: Driven) -> None:
    driven.speech.has_voice = False
    driven.open()
    driven.key(Qt.Key.Key_Return)
    assert {s.text for s in driven.speech.scheduled} == {None}
    driven.run(1000)
    first = driven.app._conductor._player.timeline.cues[0]  # type: ignore[union-attr]
    assert first.kind is CueKind.CAPTION
    assert driven.text("caption", driven.window.session) == first.text


def test_what_no_one_foresaw_is_one_line_and_a_traceback_in_the_log(program: Program, qtbot: QtBot) -> None:
    opening = Opening(first_window(program), program.paths, lambda: program)
    qtbot.addWidget(opening.window)
    opening.window.show()
    try:
        raise RuntimeError("the sky fell")
    except RuntimeError as error:
        opening.on_unexpected(RuntimeError, error, None)
    assert opening.window.notice.isVisible()
    assert "the sky fell" in (program.paths.log / "footroutine.log").read_text()
    assert opening.window.page == "today"
    opening.close()


def test_a_routine_built_on_its_page_is_on_today_and_can_be_started(driven: Driven) -> None:
    driven.open()
    window = driven.window
    window.today.findChild(QPushButton, "newRoutine").click()  # type: ignore[union-attr]
    assert window.page == "routines"
    window.routines.findChild(QPushButton, "add_wall-stretch").click()  # type: ignore[union-attr]
    window.routines.choose.click()
    assert driven.text("routineLength").startswith("2 exercises · about")
    window.show_today()
    assert driven.text("todayTitle") == "My routine"
    window.today.start.click()
    timeline = driven.app._conductor._player.timeline  # type: ignore[union-attr]
    assert [step.exercise.id for step in timeline.steps] == ["toe-press", "wall-stretch"]


def test_deleting_the_chosen_routine_leaves_another_on_today_and_undo_brings_it_back(driven: Driven) -> None:
    driven.open()
    window = driven.window
    window.routine_new.emit()
    window.routines.choose.click()
    window.routines.delete.click()
    assert driven.text("todayTitle") == "Feet, ankles and calves"
    window.routines.undo.click()
    assert driven.text("todayTitle") == "My routine"


def test_size_and_page_are_found_again_at_the_next_start(driven: Driven, qtbot: QtBot) -> None:
    driven.open()
    driven.window.show_settings()
    driven.window.resize(777, 555)
    driven.window.close()
    program = Program.load(driven.program.paths.config.parent)
    again = Driven(program, driven.clock, WrittenSpeech(), qtbot).open()
    qtbot.waitUntil(lambda: again.window.page == "settings")
    assert (again.window.width(), again.window.height()) == (777, 555)
    again.app.close()
