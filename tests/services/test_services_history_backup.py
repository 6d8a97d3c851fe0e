"""Everything of a person's own in one file, and back; and everything recorded for other programs."""

import csv
import json
import os
import sqlite3
import sys
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from histories import EVENING, TIMELINE, kept, rows, session, stopped, whole

from footroutine.app.export_file import COLUMNS, write_export
from footroutine.domain.errors import UserError
from footroutine.domain.exercise import Side
from footroutine.domain.pain import PainMoment, PainRecord
from footroutine.services import backup_file
from footroutine.services.backup_file import MARK, backup, erase_all, restore
from footroutine.services.history_db import History
from footroutine.services.history_schema import VERSION
from footroutine.services.paths import Paths, make_folders, profile_paths

TODAY = EVENING.date()
HALF = len(TIMELINE.segments) // 2
PAIN = PainRecord(Side.LEFT, PainMoment.BEFORE, 4, EVENING, whole().id)
RECORDS = [whole(EVENING - timedelta(days=60)), stopped(session(EVENING - timedelta(days=1), done=HALF)), whole()]


def filled(folder: Path) -> tuple[Paths, History]:
    """A person's folders with something of everything in them."""
    paths = profile_paths(folder)
    make_folders(paths)
    (paths.config / "settings.toml").write_text('version = 1\n# mine\n[session]\nroutine = "short"\n')
    for name in ("exercises/mine.toml", "routines/mine.toml", "routines/été.toml"):
        (paths.data / name).parent.mkdir(exist_ok=True)
        (paths.data / name).write_text(f'id = "{Path(name).stem}"\n', encoding="utf-8")
    (paths.data / "routines" / "notes.txt").write_text("not a routine")
    history = kept(paths.data, *RECORDS)
    assert history.save_pain(PAIN)
    assert history.save_note(TODAY, "Slept well.")
    return paths, history


def empty(folder: Path) -> tuple[Paths, History]:
    paths = profile_paths(folder)
    make_folders(paths)
    return paths, History(paths.data)


def everything(paths: Paths, history: History) -> object:
    files = {
        str(p.relative_to(paths.config.parent)): p.read_bytes()
        for folder in (paths.config, paths.data)
        for p in folder.rglob("*.toml")
    }
    days = (date.min, date.max)
    return files, history.sessions(*days), history.pains(*days), history.notes(*days)


def zipped(file: Path, **entries: bytes | str) -> Path:
    mark = {MARK.replace(".", "_DOT_"): json.dumps({"format": 1})}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in {**mark, **entries}.items():
            out.writestr(name.replace("_DOT_", ".").replace("_SLASH_", "/"), content)
    return file


def test_what_was_backed_up_comes_back_whole_on_another_computer(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "old")
    assert backup(paths, history, tmp_path / "all.zip") == 5
    there, its_history = empty(tmp_path / "new")
    assert restore(there, its_history, tmp_path / "all.zip") == []
    assert everything(there, its_history) == everything(paths, history)
    assert rows(its_history.path, "PRAGMA integrity_check") == [("ok",)]
    assert not [p for p in there.data.iterdir() if p.name.startswith(".")]


def test_what_is_replaced_is_set_aside_and_the_rest_stays(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "old")
    backup(paths, history, tmp_path / "all.zip")
    there, its_history = empty(tmp_path / "new")
    kept(there.data, replace(whole(EVENING + timedelta(days=3)), name="Mine"))
    (there.config / "settings.toml").write_text("version = 1\n# theirs\n")
    (there.data / "exercises").mkdir()
    (there.data / "exercises" / "other.toml").write_text("id = 'other'")
    (there.data / "exercises" / "mine.toml").write_text('id = "mine"\n')
    aside = restore(there, its_history, tmp_path / "all.zip")
    assert {p.name for p in aside} == {"settings.toml.before-1", "history.db.before-1"}  # mine.toml is the same
    assert (there.config / "settings.toml.before-1").read_text() == "version = 1\n# theirs\n"
    assert rows(there.data / "history.db.before-1", "SELECT name FROM session") == [("Mine",)]
    assert (there.data / "exercises" / "other.toml").exists()
    assert [s.id for s in its_history.sessions(date.min, date.max)] == [r.id for r in RECORDS]


def test_a_back_up_can_be_made_in_the_midst_of_a_session_and_not_restored_in_it(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "old")
    going_on = session(EVENING + timedelta(days=1), done=HALF)
    history.save(going_on)
    assert history._writer.wait(10)
    backup(paths, History(paths.data), tmp_path / "all.zip")
    with pytest.raises(UserError, match="being recorded"):
        restore(paths, History(paths.data), tmp_path / "all.zip")
    with pytest.raises(UserError, match="being recorded"):
        erase_all(paths, History(paths.data))
    history.close()
    there, its_history = empty(tmp_path / "new")
    restore(there, its_history, tmp_path / "all.zip")
    assert its_history.sessions(date.min, date.max)[-1].sets == going_on.sets


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ({"_DOT__DOT__SLASH_settings.toml": "x"}, "no part of a back-up"),
        ({"_SLASH_etc_SLASH_passwd": "x"}, "no part of a back-up"),
        ({"exercises_SLASH__DOT__DOT__SLASH_x_DOT_toml": "x"}, "no part of a back-up"),
        ({"exercises_SLASH_a\\b_DOT_toml": ""}, "no part of a back-up"),
        ({"history_DOT_lock": ""}, "no part of a back-up"),
        ({"exercises_SLASH_x_DOT_toml": " " * 70_000}, "too large"),
        ({"exercises_SLASH_x_DOT_toml": "not [toml"}, "not valid TOML"),
        ({"exercises_SLASH_x_DOT_toml": b"\xff\xfe"}, "decode"),
        ({"exercises_SLASH_x_DOT_toml": "", "exercises_SLASH_X_DOT_toml": ""}, "too many files"),
        ({"history_DOT_db": "no database" * 100}, "not a database"),
        ({MARK: json.dumps({"format": 2})}, "newer version"),
        ({MARK: "[]"}, "newer version"),
        ({MARK: "{"}, "cannot be used"),
    ],
)
def test_what_is_no_good_back_up_is_refused_and_nothing_is_changed(
    tmp_path: Path, entries: dict[str, bytes | str], reason: str
) -> None:
    paths, history = filled(tmp_path / "mine")
    before = everything(paths, history)
    if MARK in entries:
        with zipfile.ZipFile(tmp_path / "bad.zip", "w") as out:
            out.writestr(MARK, entries[MARK])
    else:
        zipped(tmp_path / "bad.zip", **entries)
    with pytest.raises(UserError, match=reason):
        restore(paths, history, tmp_path / "bad.zip")
    assert everything(paths, history) == before
    assert not list(tmp_path.rglob("*.before*"))
    assert {p.name for p in tmp_path.iterdir()} == {"mine", "bad.zip"}


def test_a_bomb_goes_off_at_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_file, "MOST_HISTORY_BYTES", 1_000_000)
    paths, history = filled(tmp_path / "mine")
    bomb = zipped(tmp_path / "bomb.zip", history_DOT_db=bytes(50_000_000))
    assert bomb.stat().st_size < 100_000
    with pytest.raises(UserError, match="too large"):
        restore(paths, history, bomb)


def test_a_newer_or_damaged_or_foreign_history_is_refused(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "mine")
    before = everything(paths, history)
    for number, spoil in enumerate((f"PRAGMA user_version = {VERSION + 1}", "PRAGMA application_id = 7")):
        copy = tmp_path / f"{number}.db"
        assert history.copy_to(copy)
        with sqlite3.connect(copy) as db:
            db.execute(spoil)
        db.close()
        with pytest.raises(UserError, match=r"newer version|no history"):
            restore(paths, history, zipped(tmp_path / f"{number}.zip", history_DOT_db=copy.read_bytes()))
    assert history.copy_to(tmp_path / "good.db")
    raw = bytearray((tmp_path / "good.db").read_bytes())
    raw[4096 * 3 : 4096 * 4] = os.urandom(4096)
    with pytest.raises(UserError, match=r"damaged|malformed"):
        restore(paths, history, zipped(tmp_path / "3.zip", history_DOT_db=bytes(raw)))
    assert everything(paths, history) == before


@pytest.mark.parametrize("content", [b"", b"PK", b"hello" * 100, None])
def test_what_is_no_zip_or_not_there_is_one_line(tmp_path: Path, content: bytes | None) -> None:
    paths, history = filled(tmp_path / "mine")
    file = tmp_path / "x.zip"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UserError, match=r"x\.zip"):
        restore(paths, history, file)
    plain = tmp_path / "plain.zip"
    with zipfile.ZipFile(plain, "w") as out:
        out.writestr("a.txt", "a")
    with pytest.raises(UserError, match="no back-up"):
        restore(paths, history, plain)


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "mine")
    with pytest.raises(UserError, match="cannot be written"):
        backup(paths, history, tmp_path / "no" / "all.zip")
    with pytest.raises(UserError, match="cannot be written"):
        write_export(history, tmp_path / "no" / "all.json")
    with pytest.raises(UserError, match=r"ends in \.json or \.csv"):
        write_export(history, tmp_path / "all.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_back_up_is_for_its_owner_only(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "mine")
    backup(paths, history, tmp_path / "all.zip")
    write_export(history, tmp_path / "all.csv")
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("all.zip", "all.csv")} == {0o600}


def test_erased_nothing_of_the_persons_is_left_and_nothing_else_is_touched(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "mine")
    (paths.data / "history.db.broken-1").write_text("old")
    (paths.config / "settings.toml.broken-1").write_text("old")
    (paths.data / "photo.jpg").write_text("not ours")
    (paths.cache / "voice").mkdir()
    (paths.cache / "voice" / "a.wav").write_text("a")
    (paths.log / "log").write_text("a")
    (paths.data / "reminders.json").write_text("{}")
    erase_all(paths, history)
    left = {str(p.relative_to(tmp_path / "mine")) for p in (tmp_path / "mine").rglob("*") if p.is_file()}
    assert left == {"data/photo.jpg"}
    assert history.sessions(date.min, date.max) == ()
    history.save(whole())
    history.close()
    assert len(history.sessions(TODAY, TODAY)) == 1


def test_the_json_holds_everything_and_its_sums_are_those_of_the_file(tmp_path: Path) -> None:
    paths, history = filled(tmp_path / "mine")
    assert write_export(history, tmp_path / "all.json") == len(RECORDS)
    told = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [s["id"] for s in told["sessions"]] == [r.id for r in RECORDS]
    assert [s["began"] for s in told["sessions"]] == [r.began.isoformat(timespec="milliseconds") for r in RECORDS]
    sets = [each for s in told["sessions"] for each in s["sets"]]
    assert (sum(s["done_reps"] for s in sets), sum(s["done_ms"] for s in sets), len(sets)) == rows(
        history.path, "SELECT sum(done_reps), sum(done_ms), count(*) FROM exercise_set"
    )[0]
    assert [(p["foot"], p["score"], p["session"]) for p in told["pain"]] == [("left", 4, whole().id)]
    assert told["notes"] == [{"date": TODAY.isoformat(), "text": "Slept well."}]
    assert paths.data.exists()


def test_the_csv_has_a_line_for_each_set_pain_and_note(tmp_path: Path) -> None:
    _, history = filled(tmp_path / "mine")
    write_export(history, tmp_path / "all.csv")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert tuple(lines[0]) == COLUMNS
    kinds = [line["record"] for line in lines]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "set": sum(len(r.sets) for r in RECORDS), "pain": 1, "note": 1
    }  # fmt: skip
    sets = [line for line in lines if line["record"] == "set"]
    assert sum(int(line["done_reps"]) for line in sets) == sum(s.done_reps for r in RECORDS for s in r.sets)
    assert {line["time"][-6:] for line in sets} == {"+01:00"}


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-1", "@home", " =1", "\t=1"])
def test_a_table_program_takes_no_note_for_a_formula(tmp_path: Path, text: str) -> None:
    history = kept(tmp_path)
    history.save_note(EVENING.date(), text)
    write_export(history, tmp_path / "all.csv")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line["note"] == f"'{text}"


def test_nothing_recorded_is_an_export_with_nothing_in_it(tmp_path: Path) -> None:
    _, history = empty(tmp_path / "new")
    assert write_export(history, tmp_path / "all.json") == 0
    assert json.loads((tmp_path / "all.json").read_text())["sessions"] == []
    assert backup(profile_paths(tmp_path / "new"), history, tmp_path / "all.zip") == 0


def test_pain_said_again_for_the_same_moment_takes_the_place_of_the_first(tmp_path: Path) -> None:
    history = kept(tmp_path, whole())
    said = [
        PAIN, replace(PAIN, score=6), replace(PAIN, foot=Side.RIGHT, score=1), replace(PAIN, moment=PainMoment.AFTER),
        replace(PAIN, moment=PainMoment.MORNING, session=None, at=EVENING + timedelta(hours=12)),
    ]  # fmt: skip
    assert all(history.save_pain(each) for each in said)
    assert history.pains(TODAY, TODAY) == tuple(said[1:4])
    assert history.pains(TODAY, TODAY + timedelta(days=1)) == tuple(said[1:])


def test_a_days_note_can_be_changed_and_taken_away(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.save_note(TODAY, "One.")
    assert history.save_note(TODAY, "Two.")
    assert history.notes(TODAY, TODAY) == {TODAY: "Two."}
    assert history.span() == (TODAY, TODAY)
    assert history.save_note(TODAY, "")
    assert (history.notes(TODAY, TODAY), history.span()) == ({}, None)
