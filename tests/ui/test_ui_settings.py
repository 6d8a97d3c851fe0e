"""Settings: what is set on the page is what comes out, at once and within bounds."""

from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QPushButton, QSlider, QWidget
from ui_views import chosen, heard, settings_view, texts

from footroutine.domain.library import Library
from footroutine.domain.settings import ExerciseChoice, Settings, options
from footroutine.ui.inputs import Switch, TextLine
from footroutine.ui.window import MainWindow


@pytest.fixture
def page(window: MainWindow, library: Library) -> MainWindow:
    window.show_settings(settings_view(library))
    return window


def spin(root: QWidget, name: str) -> QDoubleSpinBox:
    found = root.findChild(QDoubleSpinBox, name)
    assert isinstance(found, QDoubleSpinBox), name
    return found


def switch(root: QWidget, name: str) -> Switch:
    found = root.findChild(Switch, name)
    assert isinstance(found, Switch), name
    return found


def combo(root: QWidget, name: str) -> QComboBox:
    found = root.findChild(QComboBox, name)
    assert isinstance(found, QComboBox), name
    return found


def button(root: QWidget, name: str) -> QPushButton:
    found = root.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def pick(box: QComboBox, value: str) -> None:
    """Choose as a person does, with the keyboard."""
    box.setFocus()
    for _ in range(box.count()):
        QTest.keyClick(box, Qt.Key.Key_Up)
    for _ in range(box.findData(value)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def test_every_declared_setting_can_be_set_and_has_its_name(page: MainWindow) -> None:
    for name, option in options().items():
        found = page.settings_page.findChild(QWidget, f"setting_{name}")
        if option.section in ("start", "window"):
            assert found is None
        else:
            assert isinstance(found, QWidget), name
            assert found.accessibleName() == option.label


@pytest.mark.parametrize(
    ("key", "value", "choice"),
    [
        ("sets", 2, ExerciseChoice(sets=2)),
        ("reps", 14, ExerciseChoice(reps=14)),
        ("hold_s", 5, ExerciseChoice(hold_s=5.0)),
        ("rest_s", 60, ExerciseChoice(rest_s=60.0)),
    ],
)
def test_a_figure_of_an_exercise_comes_out_at_once(
    page: MainWindow, key: str, value: float, choice: ExerciseChoice
) -> None:
    changed = heard(page.settings_changed)
    spin(page, f"toe-press_{key}").setValue(value)
    assert changed == [Settings(exercises={"toe-press": choice})]
    assert type(getattr(changed[0].choice("toe-press"), key)) is type(getattr(choice, key))


def test_an_exercise_can_be_left_out(page: MainWindow) -> None:
    changed = heard(page.settings_changed)
    QTest.mouseClick(switch(page, "toe-press_included"), Qt.MouseButton.LeftButton)
    assert changed == [Settings(exercises={"toe-press": ExerciseChoice(included=False)})]


def test_only_the_figures_that_an_exercise_has_are_there_within_its_bounds(page: MainWindow, library: Library) -> None:
    for exercise in library.exercises.values():
        for key in ("sets", "reps", "hold_s", "cycle_s", "rest_s"):
            box = page.findChild(QDoubleSpinBox, f"{exercise.id}_{key}")
            limit = exercise.dose.get(key)
            if limit is None:
                assert box is None
            else:
                assert isinstance(box, QDoubleSpinBox)
                assert (box.minimum(), box.maximum(), box.value()) == (limit.minimum, limit.maximum, limit.default)


def test_who_says_so_stands_beside_the_default(page: MainWindow) -> None:
    notes = texts(page.settings_page, "cellNote")
    assert "Recommended: 3" in notes
    assert "Our default: 20 s" in notes
    assert "Recommended: 30 s" in notes


def test_the_default_is_no_choice(page: MainWindow) -> None:
    changed = heard(page.settings_changed)
    spin(page, "toe-press_sets").setValue(2)
    spin(page, "toe-press_sets").setValue(3)
    assert changed[-1] == Settings()


def test_reset_takes_everything_of_one_exercise_back(page: MainWindow, library: Library) -> None:
    choices = {"toe-press": ExerciseChoice(sets=2, reps=5, pace="slow"), "wall-stretch": ExerciseChoice(reps=1)}
    page.set_settings(settings_view(library, settings=Settings(exercises=MappingProxyType(choices))))
    changed = heard(page.settings_changed)
    assert not button(page, "ankle-circles_reset").isVisible()
    button(page, "toe-press_reset").click()
    assert changed == [Settings(exercises={"wall-stretch": ExerciseChoice(reps=1)})]
    assert spin(page, "toe-press_sets").value() == 3


def test_what_was_reset_comes_back_until_something_else_is_changed(page: MainWindow, library: Library) -> None:
    mine = Settings(exercises={"toe-press": ExerciseChoice(sets=2, variant="seated", included=False)})
    page.set_settings(settings_view(library, settings=mine))
    changed, back = heard(page.settings_changed), button(page, "toe-press_reset")
    assert back.accessibleName() == "Toe Press: Put back the recommended"
    back.click()
    assert (changed[-1], back.text(), back.isVisible()) == (Settings(), "Undo", True)
    back.click()
    assert (changed[-1], back.text()) == (mine, "Put back the recommended")
    back.click()
    spin(page, "toe-press_reps").setValue(9)
    spin(page, "toe-press_reps").setValue(10)
    assert changed[-1] == Settings()
    assert not back.isVisible()


def test_it_is_said_that_changes_are_kept_and_where_the_figures_hold(page: MainWindow) -> None:
    assert texts(page.settings_page, "settingsKept") == ["Every change is kept at once."]
    assert "every routine" in texts(page.settings_page, "settingsWhose")[0]


@pytest.mark.parametrize(
    ("name", "value", "choice"),
    [
        ("toe-press_pace", "slow", ExerciseChoice(pace="slow")),
        ("toe-press_variant", "seated", ExerciseChoice(variant="seated")),
    ],
)
def test_a_choice_comes_out(page: MainWindow, name: str, value: str, choice: ExerciseChoice) -> None:
    changed = heard(page.settings_changed)
    pick(combo(page, name), value)
    assert changed[-1].choice("toe-press") == choice


def test_only_an_exercise_with_two_sides_asks_which_comes_first(page: MainWindow) -> None:
    assert page.findChild(QComboBox, "toe-press_first_side") is None
    changed = heard(page.settings_changed)
    pick(combo(page, "wall-stretch_first_side"), "right")
    assert changed[-1].choice("wall-stretch") == ExerciseChoice(first_side="right")


def test_a_variant_brings_its_own_figures(page: MainWindow) -> None:
    spin(page, "side-to-side_reps").setValue(5)
    changed = heard(page.settings_changed)
    pick(combo(page, "side-to-side_variant"), "circles")
    assert changed[-1].choice("side-to-side") == ExerciseChoice(variant="circles")
    assert spin(page, "side-to-side_cycle_s").value() == 10


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("talk", "counts"),
        ("language", "de"),
        ("theme", "dark"),
        ("skin", "brown"),
        ("voice_name", "en-us"),
        ("routine", "short"),
    ],
)
def test_a_setting_of_words_comes_out(page: MainWindow, name: str, value: str) -> None:
    changed = heard(page.settings_changed)
    pick(combo(page, f"setting_{name}"), value)
    assert changed[-1] == chosen(Settings(), **{name: value})


@pytest.mark.parametrize("name", ["voice_on", "far_view_auto", "flash", "remind", "start_at_login"])
def test_a_switch_comes_out(page: MainWindow, name: str) -> None:
    changed = heard(page.settings_changed)
    QTest.keyClick(switch(page, f"setting_{name}"), Qt.Key.Key_Space)
    assert changed == [chosen(Settings(), **{name: not getattr(Settings(), name)})]


@pytest.mark.parametrize(("name", "value"), [("voice_volume", 85), ("tone_volume", 55), ("text_percent", 105)])
def test_a_slider_moves_by_key(page: MainWindow, name: str, value: int) -> None:
    changed = heard(page.settings_changed)
    slider = page.findChild(QSlider, f"setting_{name}")
    assert isinstance(slider, QSlider)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right if value > getattr(Settings(), name) else Qt.Key.Key_Left)
    assert changed == [chosen(Settings(), **{name: value})]


@pytest.mark.parametrize(("name", "value"), [("get_ready_s", 15), ("voice_rate", 200), ("quiet_from", 22)])
def test_a_number_is_typed(page: MainWindow, name: str, value: int) -> None:
    changed = heard(page.settings_changed)
    box = spin(page, f"setting_{name}")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(value))
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert changed == [chosen(Settings(), **{name: value})]


def test_a_speech_program_is_typed_and_one_that_cannot_be_is_refused_with_the_reason(page: MainWindow) -> None:
    changed = heard(page.settings_changed)
    line = page.findChild(TextLine, "setting_voice_command")
    assert isinstance(line, TextLine)
    QTest.keyClicks(line, "mytts {text}")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert changed == []
    assert texts(page, "voiceStatus") == ["Your own speech program: must contain {file}."]
    QTest.keyClicks(line, " {file}")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert changed == [chosen(Settings(), voice_command="mytts {text} {file}")]


def test_the_buttons_beside_a_number_change_it_and_stop_at_its_bounds(page: MainWindow) -> None:
    changed = heard(page.settings_changed)
    less, more = button(page, "wall-stretch_setsLess"), button(page, "wall-stretch_setsMore")
    assert (less.isEnabled(), more.isEnabled()) == (False, True)
    more.click()
    assert changed[-1].choice("wall-stretch").sets == 2
    for _ in range(5):
        more.click()
    assert not more.isEnabled()
    assert changed[-1].choice("wall-stretch").sets == 4


def wheel(target: QWidget) -> None:
    at = QPointF(target.rect().center())
    event = QWheelEvent(
        at,
        QPointF(target.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


@pytest.mark.parametrize("name", ["toe-press_sets", "toe-press_pace", "setting_voice_volume"])
def test_the_wheel_scrolls_the_page_and_changes_nothing_that_has_not_the_focus(page: MainWindow, name: str) -> None:
    changed = heard(page.settings_changed)
    target = page.findChild(QWidget, name)
    assert isinstance(target, QWidget)
    wheel(target)
    assert changed == []
    target.setFocus()
    wheel(target)
    assert len(changed) == 1


def test_showing_settings_tells_nobody_and_keeps_the_inputs(page: MainWindow, library: Library) -> None:
    changed = heard(page.settings_changed)
    before = page.settings_page.findChildren(QWidget)
    other = Settings(
        get_ready_s=12,
        voice_on=False,
        theme="dark",
        text_percent=150,
        exercises=MappingProxyType({"toe-press": ExerciseChoice(included=False, sets=1)}),
    )
    page.set_settings(settings_view(library, settings=other))
    assert changed == []
    assert page.settings_page.findChildren(QWidget) == before
    assert page.settings_page.settings() == other
    assert spin(page, "setting_get_ready_s").value() == 12
    assert spin(page, "toe-press_sets").value() == 1
    assert not switch(page, "toe-press_included").isChecked()
    assert not spin(page, "toe-press_sets").isEnabled()


def test_a_voice_that_is_not_here_now_is_kept(page: MainWindow, library: Library) -> None:
    page.set_settings(settings_view(library, settings=Settings(voice_name="en-scotland")))
    assert combo(page, "setting_voice_name").currentText() == "en-scotland"


def test_the_voice_can_be_tried_and_what_came_of_it_is_said(page: MainWindow) -> None:
    asked: list[bool] = []
    page.hear_test_requested.connect(lambda: asked.append(True))
    button(page, "voiceTest").click()
    assert asked == [True]
    page.set_voice_status("It is speaking now.")
    assert texts(page, "voiceStatus") == ["It is speaking now."]


def test_a_reminder_can_be_asked_for_and_what_came_of_it_is_said(page: MainWindow) -> None:
    asked: list[bool] = []
    page.reminder_test_requested.connect(lambda: asked.append(True))
    button(page, "reminderTest").click()
    assert asked == [True]
    page.set_reminder_status("It works.")
    assert texts(page, "reminderStatus") == ["It works."]
    assert texts(page, "voiceStatus") == []


def test_a_section_is_one_click_away(page: MainWindow) -> None:
    chips = {b.text(): b for b in page.settings_page.findChildren(QPushButton, "sectionChip")}
    names = ["Exercises", "Session", "Your day", "Reminders", "Voice", "Look", "Files"]
    assert list(chips) == names
    page.resize(900, 600)
    QApplication.processEvents()
    assert len({chip.y() for chip in chips.values()}) == 1
    QTest.mouseClick(chips["Look"], Qt.MouseButton.LeftButton)
    assert not combo(page, "setting_theme").visibleRegion().isEmpty()


def test_the_section_in_sight_is_marked_and_the_pills_stay_at_the_top(page: MainWindow) -> None:
    settings = page.settings_page
    chips = {b.text(): b for b in settings.findChildren(QPushButton, "sectionChip")}

    def marked() -> list[str]:
        return [name for name, chip in chips.items() if chip.isChecked()]

    bar = settings.verticalScrollBar()
    assert marked() == ["Exercises"]
    for name, chip in chips.items():
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert marked() == [name]
        assert not chip.visibleRegion().isEmpty()
    section = settings.findChild(QWidget, "section_session")
    assert section
    bar.setValue(bar.value() + section.mapTo(settings, QPoint(0, 0)).y() - settings.height() // 2)
    assert marked() == ["Exercises"]
    bar.setValue(bar.value() + settings.height() // 2)
    assert marked() == ["Session"]
    bar.setValue(bar.maximum())
    assert marked() == ["Files"]


def test_where_the_files_are_is_said(page: MainWindow) -> None:
    assert texts(page.settings_page, "placePath") == ["/home/anna/.config/footroutine/settings.toml"]


def test_the_day_is_set_and_what_is_no_time_is_said_beside_it(page: MainWindow) -> None:
    changed = heard(page.settings_changed)
    line = page.findChild(TextLine, "setting_toe_press_times")
    assert isinstance(line, TextLine)
    for text in ("8:00, 25:00", "8:00, 20:00"):
        line.setFocus()
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        said = "Toe presses at: must be times of the day, such as 9:00, 13:00, 18:00."
        assert (said in texts(page.settings_page, "cellNote")) is ("25" in text)
    button(page, "setting_rest_days_sun").click()
    button(page, "setting_rest_days_sat").click()
    button(page, "setting_rest_days_sun").click()
    assert changed == [
        Settings(toe_press_times="8:00, 20:00"),
        Settings(toe_press_times="8:00, 20:00", rest_days="sun"),
        Settings(toe_press_times="8:00, 20:00", rest_days="sat, sun"),
        Settings(toe_press_times="8:00, 20:00", rest_days="sat"),
    ]
