"""What the window looked like, kept for the first picture of the next start."""

import os
from ast import literal_eval
from pathlib import Path

import pytest

from footroutine.domain.sight import Sight
from footroutine.services.sight_file import keep_sight, read_sight

SIGHT = Sight("Füße", "5 Übungen", "de", "system", 150, 900, 600, True, -5, 40, False, {"light": {"text": "#000000"}})


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "settings.toml"
    file.write_text("version = 1\n")
    return file


@pytest.fixture
def kept(tmp_path: Path, settings: Path) -> Path:
    keep_sight(SIGHT, tmp_path, settings)
    return next(tmp_path.glob("last-*"))


def test_what_was_kept_is_read(tmp_path: Path, settings: Path, kept: Path) -> None:
    assert read_sight(tmp_path, settings) == SIGHT


def test_nothing_kept_is_none(tmp_path: Path, settings: Path) -> None:
    assert read_sight(tmp_path, settings) is None


def test_other_settings_than_then_make_it_worthless(tmp_path: Path, settings: Path, kept: Path) -> None:
    settings.write_text("version = 2\n")
    os.utime(settings, ns=(1, 1))
    assert read_sight(tmp_path, settings) is None


def test_settings_that_are_gone_make_it_worthless(tmp_path: Path, settings: Path, kept: Path) -> None:
    settings.unlink()
    assert read_sight(tmp_path, settings) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", 3),
        ("window_x", "812"),
        ("window_x", True),
        ("window_placed", 1),
        ("themes", {}),
        ("themes", "light"),
        ("themes", {"light": "#000000"}),
        ("themes", {"light": {"text": 0}}),
        ("unknown", 1),
    ],
)
def test_a_value_of_another_kind_makes_it_worthless(
    tmp_path: Path, settings: Path, kept: Path, key: str, value: object
) -> None:
    version, stamp, values = literal_eval(kept.read_text())
    kept.write_text(repr([version, stamp, {**values, key: value}]))
    assert read_sight(tmp_path, settings) is None


def test_another_version_of_the_program_makes_its_own(tmp_path: Path, settings: Path, kept: Path) -> None:
    _, stamp, values = literal_eval(kept.read_text())
    kept.write_text(repr(["0.0.0", stamp, values]))
    assert read_sight(tmp_path, settings) is None


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"[1, 2, 3]", b"None", b"open(1)", b"\xff\xfe", b"[" * 19_000])
def test_junk_is_none(tmp_path: Path, settings: Path, kept: Path, junk: bytes) -> None:
    kept.write_bytes(junk)
    assert read_sight(tmp_path, settings) is None


def test_where_nothing_can_be_kept_nothing_is_raised(tmp_path: Path, settings: Path) -> None:
    keep_sight(SIGHT, tmp_path / "missing", settings)
    keep_sight(SIGHT, tmp_path, tmp_path / "missing.toml")
    assert not list(tmp_path.glob("last-*"))
