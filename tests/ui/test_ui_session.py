"""The session page: what a person sees of a frame, and what every key asks for."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from figure_cases import exercises, movements, named, sides
from painted import Painted
from picture_compare import difference
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_views import PALETTE, frame, heard, texts

from footroutine.domain.exercise import Moment, Side
from footroutine.figure.motion import shot_of
from footroutine.figure.scene import draw, draw_shot
from footroutine.player.frame import Mood, Soon
from footroutine.player.state import Command
from footroutine.ui.figure_view import FigureView
from footroutine.ui.painted import painted
from footroutine.ui.theme import Theme, contrast
from footroutine.ui.window import MainWindow

Key = Qt.Key
BODY = ("skin", "nail", "hair", "shirt", "shorts", "ice", "arrow")  # the roles of what is never covered


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    window.show_session()
    window.show_frame(frame())
    return window


def press(key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def child(root: QWidget, name: str) -> QWidget:
    found = root.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def test_a_frame_is_seen_whole(session: MainWindow) -> None:
    assert texts(session, "exerciseTitle") == ["Toe Press"]
    assert texts(session, "exerciseNumber") == ["Exercise 1 of 5"]
    assert texts(session, "timeLeft") == ["17:20 left"]
    assert texts(session, "badge") == ["Both feet"]
    assert texts(session, "caption") == ["Grip the floor with your toes… and hold."]
    assert texts(session, "nextTitle") == ["Ankle Circles"]
    assert texts(session, "nextSoon") == ["Then: Release · 2 s"]
    assert texts(session, "nextDetail") == []
    session.show_frame(frame(soon=None))
    assert texts(session, "nextSoon") == []
    assert texts(session, "nextDetail") == ["Lie on your back"]
    assert session.session.count.phase.text == "HOLD"
    assert session.session.count.reps.text == "Rep 4 of 10 · Set 1 of 3"
    assert session.session.count.ring.digits == "2"
    assert session.session.count.ring.fraction == 0.6
    assert not child(session, "pauseVeil").isVisible()


def test_nothing_below_the_picture_and_the_ring_is_painted_with_each_beat(session: MainWindow) -> None:
    page, moved = session.session, named("wall-stretch", "lean", Side.LEFT, 0.5)
    session.show_frame(frame(moment=named("wall-stretch", "lean", Side.LEFT, 0.4)))
    QApplication.processEvents()
    pieces = {piece: Painted() for piece in (page, page.card, page.count, page.card.figure, page.count.ring)}
    for piece, watched in pieces.items():
        piece.installEventFilter(watched)
    session.show_frame(frame(moment=moved, ring=0.55))
    QApplication.processEvents()
    assert [bool(watched.areas) for watched in pieces.values()] == [False, False, False, True, True]


def test_the_picture_leaves_the_corners_of_its_card_round(session: MainWindow) -> None:
    card = session.session.card
    with_picture = session.grab().toImage()
    card.figure.hide()
    card.edge.hide()
    bare = session.grab().toImage()
    right, bottom = card.width() - 12, card.height() - 12
    for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
        corner = QRect(card.mapTo(session, QPoint(x, y)), QSize(12, 12))
        found = difference(with_picture.copy(corner), bare.copy(corner))
        assert found.mean < 2.0, (x, y)  # Qt smooths the edge of its own frames otherwise


def test_the_room_goes_on_below_the_picture_to_the_end_of_the_card(session: MainWindow) -> None:
    card = session.session.card
    moment = named("wall-stretch", "hold", Side.LEFT)
    roles = draw(moment, 400.0, 400.0).roles()
    card.figure.set_palette_roles(dict.fromkeys(roles, "#808080") | {"wall_shade": "#ff0000"})
    session.show_frame(frame(moment=moment))
    below = card.height() - card.figure.picture_size().height()
    assert below > 60
    seen = card.grab().toImage()
    # On both sides of the picture's own end, where the wall goes out of it.
    colours = {seen.pixelColor(seen.width() - 4, seen.height() - below + off).name() for off in (-2, 2)}
    assert colours == {"#ff0000"}


def covered(moment: Moment, figure: FigureView, area: QRect) -> bool:
    """Whether something of the body, or of an arrow, is painted in an area of the picture."""
    size = figure.picture_size()
    drawing = draw_shot(shot_of(moment), size.width(), size.height(), figure.height() - size.height())
    shapes = tuple(s for s in drawing.shapes if (s.fill or s.stroke or "").split("_")[0] in BODY)
    area &= figure.rect()
    seen = painted(replace(drawing, shapes=shapes), PALETTE.copy(), QColor(0, 0, 0, 0), area)
    return any(bytes(seen.constBits()))


@pytest.mark.parametrize("far", [False, True])
@pytest.mark.parametrize(("width", "height", "percent"), [(900, 600, 100), (900, 600, 200), (1920, 1080, 100)])
def test_the_badge_never_covers_the_body(
    open_window: Callable[..., MainWindow], width: int, height: int, percent: int, far: bool
) -> None:
    window = open_window(width, height, percent)
    window.show_session()
    window.show_frame(frame(far=far))
    QApplication.processEvents()
    figure, badge = window.session.card.figure, child(window, "badge")
    assert covered(named("toe-press", "hold", Side.BOTH), figure, figure.rect())
    for name, movement in movements():
        for side in sides(exercises()[name]):
            for progress in (0.0, 0.5, 1.0):
                moment = named(name, movement, side, progress)
                window.show_frame(frame(moment=moment, badge="Right calf", far=far))
                assert badge.isVisible()
                area = badge.geometry().translated(-figure.geometry().topLeft())
                assert not covered(moment, figure, area), (name, movement, side, progress)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_caption_stands_out_from_the_card(open_window: Callable[..., MainWindow], theme: str) -> None:
    window = open_window(theme=theme)
    window.show_session()
    window.show_frame(frame())
    card, place = window.session.card, window.session.card.caption.geometry()
    image = card.grab().toImage()
    edge, beside = (image.pixelColor(x, place.center().y()).name() for x in (place.left(), place.left() - 4))
    assert contrast(edge, beside) >= 3.0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rep": None, "set": None}, ""),
        ({"rep": None}, "Set 1 of 3"),
        ({"set": None}, "Rep 4 of 10"),
    ],
)
def test_outside_the_work_there_is_no_rep_to_name(session: MainWindow, changes: dict[str, None], words: str) -> None:
    session.show_frame(frame(**changes))
    assert session.session.count.reps.text == words


@pytest.mark.parametrize(
    ("soon", "words"),
    [
        (Soon("Hold", 3), "Then: Hold · 3 s"),
        (Soon("Grip", 1, rep=5), "Then: Rep 5 · Grip · 1 s"),
        (Soon("Switch", 8, side="Right foot"), "Then: Switch · Right foot"),
    ],
)
def test_what_is_next_now_is_named(session: MainWindow, soon: Soon, words: str) -> None:
    session.show_frame(frame(soon=soon))
    assert texts(session, "nextSoon") == [words]


@pytest.mark.parametrize("size", [(900, 600), (1180, 760)])
def test_the_buttons_stay_where_they_are_whatever_comes_next(
    open_window: Callable[..., MainWindow], size: tuple[int, int]
) -> None:
    window = open_window(*size)
    window.show_session()
    places = set()
    for changes in ({}, {"soon": Soon("Switch", 8, side="Right foot")}, {"soon": Soon("Up", 1)}, {"soon": None}):
        window.show_frame(frame(**changes))
        window.show_frame(frame(mood=Mood.REST, soon=None, next_title="Set 2 of 3", next_detail="Both feet"))
        QApplication.processEvents()
        buttons = window.session.controls.buttons
        places.add(tuple((button.geometry().getRect(), button.word.isVisible()) for button in buttons))
    assert len(places) == 1


@pytest.mark.parametrize(
    ("mood", "part", "back", "skip"),
    [
        (Mood.EFFORT, "set", "Back to the start of this set", "Skip this set"),
        (Mood.MOVE, "set", "Back to the start of this set", "Skip this set"),
        (Mood.REST, "rest", "Back to the start of this rest", "Skip this rest"),
        (Mood.CALM, "part", "Back to the start of this part", "Skip this part"),
        (Mood.READY, "part", "Back to the start of this part", "Skip this part"),
    ],
)
def test_back_and_skip_say_what_they_act_on(session: MainWindow, mood: Mood, part: str, back: str, skip: str) -> None:
    session.show_frame(frame(mood=mood))
    controls = session.session.controls
    assert (controls.back.part.text(), controls.skip.part.text()) == (f"start of {part}", part)
    assert (controls.back.accessibleName(), controls.skip.accessibleName()) == (back, skip)
    assert controls.back.toolTip() == f"{back}; twice: to the one before (←)"
    assert controls.repeat.accessibleName() == "Repeat this exercise"


def test_the_controls_show_their_keys_in_a_window_of_the_usual_size(session: MainWindow) -> None:
    following = named("ankle-circles", "clockwise", Side.LEFT)
    for mood in Mood:
        session.show_frame(frame(mood=mood, next_moment=following))
        QApplication.processEvents()
        assert all(button.cap.isVisible() for button in session.session.controls.buttons), mood


def test_nothing_is_shown_where_nothing_is_said(session: MainWindow) -> None:
    session.show_frame(frame(caption="", badge="", soon=None, next_title="", next_detail=""))
    for name in ("caption", "badge", "nextHead", "nextPicture"):
        assert not child(session, name).isVisible(), name


def test_the_bar_ends_with_the_time_that_it_counts(session: MainWindow) -> None:
    line = session.session.line
    assert line.left.text() == "17:20 left"
    assert line.bar.geometry().right() < line.left.geometry().left()
    assert "Toe Press 4:00 · Ankle Circles 2:00" in line.bar.toolTip()


def test_where_no_exercise_comes_there_is_no_empty_picture(session: MainWindow) -> None:
    following = named("wall-stretch", "hold", Side.LEFT)
    for moment, shown in ((following, True), (None, False)):
        session.show_frame(frame(next_moment=moment))
        assert child(session, "nextPicture").isVisible() is shown


@pytest.mark.qt_log_ignore("keyToAscii Unhandled key code")  # the test library knows no text for media keys
@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Key.Key_Space, Command.PAUSE),
        (Key.Key_Return, Command.PAUSE),
        (Key.Key_Enter, Command.PAUSE),
        (Key.Key_MediaTogglePlayPause, Command.PAUSE),
        (Key.Key_MediaPlay, Command.PAUSE),
        (Key.Key_MediaPause, Command.PAUSE),
        (Key.Key_Left, Command.BACK),
        (Key.Key_PageUp, Command.BACK),
        (Key.Key_MediaPrevious, Command.BACK),
        (Key.Key_Right, Command.SKIP),
        (Key.Key_PageDown, Command.SKIP),
        (Key.Key_MediaNext, Command.SKIP),
        (Key.Key_R, Command.REPEAT),
    ],
)
def test_a_key_is_one_command(session: MainWindow, key: Qt.Key, command: Command) -> None:
    commands = heard(session.command)
    press(key)
    assert commands == [command]


@pytest.mark.parametrize("name", ["backButton", "muteButton", "endButton", "farButton", "keysButton"])
@pytest.mark.parametrize(("key", "command"), [(Key.Key_Space, Command.PAUSE), (Key.Key_Right, Command.SKIP)])
def test_keys_mean_the_same_whatever_has_the_focus(
    session: MainWindow, name: str, key: Qt.Key, command: Command
) -> None:
    child(session, name).setFocus()
    commands = heard(session.command)
    press(key)
    assert commands == [command]


def test_enter_presses_a_button_that_was_reached_with_tab(session: MainWindow) -> None:
    child(session, "skipButton").setFocus(Qt.FocusReason.TabFocusReason)
    commands = heard(session.command)
    press(Key.Key_Return)
    assert commands == [Command.SKIP]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("backButton", Command.BACK),
        ("pauseButton", Command.PAUSE),
        ("skipButton", Command.SKIP),
        ("repeatButton", Command.REPEAT),
        ("figureCard", Command.PAUSE),
    ],
)
def test_the_mouse_can_do_it_too_and_leaves_the_keys_alone(session: MainWindow, name: str, command: Command) -> None:
    commands = heard(session.command)
    QTest.mouseClick(child(session, name), Qt.MouseButton.LeftButton)
    press(Key.Key_Return)
    assert commands == [command, Command.PAUSE]


def test_a_pause_cannot_be_overlooked(session: MainWindow) -> None:
    session.show_frame(frame(paused=True, pause_reason="person"))
    assert session.session.count.phase.text == "PAUSED"
    assert texts(session, "pausedWord") == ["Paused"]
    assert texts(session, "pauseReason") == []
    assert texts(session, "caption") == []
    assert child(session, "pauseButton").accessibleName() == "Resume"
    commands = heard(session.command)
    press(Key.Key_Space)
    assert commands == [Command.RESUME]
    session.show_frame(frame())
    assert not child(session, "pauseVeil").isVisible()
    assert texts(session, "caption") == ["Grip the floor with your toes… and hold."]
    assert child(session, "pauseButton").accessibleName() == "Pause"


@pytest.mark.parametrize(("reason", "words"), [("gap", "The computer was asleep."), ("A call came.", "A call came.")])
def test_a_pause_that_nobody_asked_for_says_why(session: MainWindow, reason: str, words: str) -> None:
    session.show_frame(frame(paused=True, pause_reason=reason))
    assert texts(session, "pauseReason") == [words]


def test_mute_is_one_button_that_stays_down(session: MainWindow) -> None:
    asked: list[bool] = []
    session.mute_requested.connect(lambda: asked.append(True))
    press(Key.Key_M)
    QTest.mouseClick(child(session, "muteButton"), Qt.MouseButton.LeftButton)
    assert len(asked) == 2
    mute = session.session.controls.mute
    for muted in (True, False):
        session.set_muted(muted)
        assert mute.isChecked() is muted
        assert mute.accessibleName() == "Mute"
        assert child(session, "mutedState").isVisible() is muted
    mute.toggle()  # as an assistive program does
    assert len(asked) == 3


def test_escape_pauses_and_asks_and_go_on_goes_on(session: MainWindow) -> None:
    commands = heard(session.command)
    press(Key.Key_Escape)
    assert child(session, "endBar").isVisible()
    assert commands == [Command.PAUSE]
    session.show_frame(frame(paused=True, pause_reason="person"))
    press(Key.Key_Return)  # Go on has the focus
    assert not child(session, "endBar").isVisible()
    assert commands == [Command.PAUSE, Command.RESUME]


def test_escape_twice_changes_nothing(session: MainWindow) -> None:
    commands = heard(session.command)
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert commands == [Command.PAUSE, Command.RESUME]
    assert not child(session, "endBar").isVisible()


def test_end_ends(session: MainWindow) -> None:
    commands = heard(session.command)
    QTest.mouseClick(child(session, "endButton"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(child(session, "endSession"), Qt.MouseButton.LeftButton)
    assert commands == [Command.PAUSE, Command.STOP]


def test_a_session_that_stood_still_stands_still_after_the_question(session: MainWindow) -> None:
    session.show_frame(frame(paused=True, pause_reason="person"))
    commands = heard(session.command)
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert commands == []


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Left, Key.Key_R, Key.Key_MediaPlay])
def test_while_it_asks_nothing_else_is_commanded(session: MainWindow, key: Qt.Key) -> None:
    press(Key.Key_Escape)
    commands = heard(session.command)
    press(key)
    assert commands == []


def test_the_next_session_does_not_begin_with_the_old_question(session: MainWindow) -> None:
    press(Key.Key_Escape)
    session.show_session()
    session.show_frame(frame())
    assert not child(session, "endBar").isVisible()
    commands = heard(session.command)
    press(Key.Key_Right)
    assert commands == [Command.SKIP]


def test_the_keys_are_shown_and_put_away(session: MainWindow) -> None:
    commands = heard(session.command)
    for away in (Key.Key_Question, Key.Key_Escape):
        press(Key.Key_Question)
        assert child(session, "keysOverlay").isVisible()
        press(away)
        assert not child(session, "keysOverlay").isVisible()
    press(Key.Key_Question)
    QTest.mouseClick(child(session, "keysOverlay"), Qt.MouseButton.LeftButton)
    assert not child(session, "keysOverlay").isVisible()
    assert commands == []


def is_far(window: MainWindow) -> bool:
    shown = {name: child(window, name).isVisible() for name in ("controlBar", "sessionHeader", "routineBar", "repDots")}
    assert len(set(shown.values())) == 1, shown
    return not shown["controlBar"]


def test_the_far_view_comes_by_itself_and_goes_by_itself(session: MainWindow) -> None:
    assert not is_far(session)
    session.show_frame(frame(number=2, far=True))
    assert is_far(session)
    assert texts(session, "caption") == []
    assert texts(session, "badge") == ["Both feet"]
    session.show_frame(frame(number=3))
    assert not is_far(session)


def test_the_far_view_can_be_turned_off(session: MainWindow) -> None:
    session.session.set_far_view_auto(False)
    session.show_frame(frame(number=2, far=True))
    assert not is_far(session)
    session.session.set_far_view_auto(True)
    assert is_far(session)


def test_f_wins_until_the_next_exercise(session: MainWindow) -> None:
    session.show_frame(frame(number=2, far=True))
    press(Key.Key_F)
    session.show_frame(frame(number=2, far=True))
    assert not is_far(session)
    session.show_frame(frame(number=3, far=True))
    assert is_far(session)
    press(Key.Key_F)
    press(Key.Key_F)
    session.show_frame(frame(number=3, far=False))
    assert is_far(session)


@pytest.mark.parametrize("size", [(900, 600), (1180, 760), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("digits", ["8", "30"])
def test_far_digits_are_a_quarter_of_the_window(
    open_window: Callable[..., MainWindow], size: tuple[int, int], digits: str
) -> None:
    window = open_window(*size)
    window.show_session()
    window.show_frame(frame(far=True, digits=digits))
    assert (window.width(), window.height()) == size
    ring = window.session.count.ring
    assert ring.cap_height() >= window.height() / 4
    assert ring.height() >= ring.cap_height()


def colours(window: MainWindow) -> set[str]:
    """The colours of the ring as painted."""
    image = window.session.count.ring.grab().toImage()
    step = max(1, image.width() // 120)
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), step) for y in range(0, image.height(), step)
    }


def test_the_lead_in_does_not_look_like_the_count(session: MainWindow, themes: dict[str, Theme]) -> None:
    theme = themes["light"]
    session.show_frame(frame(mood=Mood.EFFORT, ring=1.0))
    effort = session.session.count.ring.thickness()
    assert theme["effort"] in colours(session)
    assert theme["ready"] not in colours(session)
    session.show_frame(frame(mood=Mood.READY, ring=1.0))
    assert theme["ready"] in colours(session)
    assert theme["effort"] not in colours(session)
    assert session.session.count.ring.thickness() < effort * 0.6


def test_f11_fills_the_screen_and_gives_it_back(session: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_F11)
    qtbot.waitUntil(session.isFullScreen)
    press(Key.Key_F11)
    qtbot.waitUntil(lambda: not session.isFullScreen())


def test_a_screen_reader_hears_milestones_and_never_each_second(session: MainWindow) -> None:
    said = heard(session.session.announced)
    for digits in ("3", "2", "1"):
        session.show_frame(frame(digits=digits, rep=5, reps_done=4))
    assert said == []
    session.show_frame(frame(mood=Mood.REST, phase="Rest", digits="20"))
    session.show_frame(frame(mood=Mood.REST, phase="Rest", digits="19"))
    session.show_frame(frame(number=2, title="Ankle Circles", badge="Left leg"))
    session.show_frame(frame(number=2, title="Ankle Circles", badge="Right leg"))
    asleep = frame(number=2, title="Ankle Circles", badge="Right leg", paused=True, pause_reason="gap")
    session.show_frame(asleep)
    session.show_frame(frame(number=2, title="Ankle Circles", badge="Right leg"))
    assert said == ["Rest", "Ankle Circles, Left leg", "Right leg", "Paused. The computer was asleep.", "Hold"]


def test_the_seconds_that_pass_cut_nothing_off(open_window: Callable[..., MainWindow]) -> None:
    window = open_window(900, 600, 200)
    header, left = window.session.header, window.session.line.left
    for letters in range(1, 45):
        for left_ms in (1_871_000, 1_208_000):  # 31:11, the narrowest, and 20:08
            window.show_frame(frame(title="i" * letters, left_ms=left_ms))
            QApplication.processEvents()
            assert header.title.width() >= header.title.sizeHint().width(), letters
            assert left.width() >= left.sizeHint().width(), left_ms


def test_words_are_set_anew_only_when_they_are_others(session: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page, told = session.session, []
    monkeypatch.setattr(page.header, "show_frame", lambda frame: told.append(frame.left_ms))
    for left_ms in (9_990, 9_950, 9_010, 8_999, 8_500):
        session.show_frame(frame(left_ms=left_ms, ring=left_ms / 10_000, phase_ms=10_000 - left_ms))
    assert told == [9_990, 8_999]
    assert page.count.ring.fraction == 0.85
    session.show_frame(frame(left_ms=8_500, caption="Point your toes away."))
    assert told == [9_990, 8_999, 8_500]


def test_words_in_the_picture_grow_with_a_large_window(open_window: Callable[..., MainWindow]) -> None:
    pixels = []
    for width, height in ((900, 600), (1180, 760), (1920, 1080)):
        window = open_window(width, height)
        window.show_session()
        window.show_frame(frame())
        QApplication.processEvents()
        pixels.append([QFontInfo(child(window, name).font()).pixelSize() for name in ("caption", "badge")])
        window.close()
    assert pixels[0] == pixels[1]
    assert all(large >= 1.4 * usual for large, usual in zip(pixels[2], pixels[1], strict=True))


def test_words_in_the_picture_follow_the_size_of_the_type_in_a_large_window_too(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window(1920, 1080)
    window.show_session()
    window.show_frame(frame())
    card, before = window.session.card, QFontInfo(child(window, "badge").font()).pixelSize()
    assert card.look is not None
    card.set_look(card.look._replace(percent=150))
    assert QFontInfo(child(window, "badge").font()).pixelSize() > 1.2 * before
