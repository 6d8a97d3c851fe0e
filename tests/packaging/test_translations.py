"""The window's translations: nothing untranslated, and the kept files are those that the sources make."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from footroutine.domain.settings import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "translations"
CODES = [code for code in LANGUAGES if code != "system"]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_the_sources_is_in_the_file_and_translated(tool: ModuleType, code: str, tmp_path: Path) -> None:
    kept = (FOLDER / f"{code}.ts").read_text(encoding="utf-8")
    fresh = tmp_path / f"{code}.ts"
    fresh.write_text(kept, encoding="utf-8")

    tool.collect(code, fresh)

    assert fresh.read_text(encoding="utf-8") == kept, "run: make translations"
    missing = [
        message.findtext("source")
        for message in ElementTree.fromstring(kept).iter("message")
        if (said := message.find("translation")) is None
        or said.get("type")
        or not all(form.text for form in (list(said) or [said]))
    ]
    assert missing == []


@pytest.mark.parametrize("code", CODES)
def test_the_kept_file_is_the_one_that_the_words_make(tool: ModuleType, code: str, tmp_path: Path) -> None:
    made = tmp_path / f"{code}.qm"

    tool.build(FOLDER / f"{code}.ts", made)

    assert made.read_bytes() == (FOLDER / f"{code}.qm").read_bytes(), "run: make translations"


def test_a_translation_has_the_same_places_to_fill_in_as_its_source() -> None:
    for code in CODES:
        for message in ElementTree.parse(FOLDER / f"{code}.ts").iter("message"):
            source = message.findtext("source") or ""
            said = message.find("translation")
            assert said is not None
            for form in list(said) or [said]:
                assert places(form.text or "") == places(source), (code, source)


def places(text: str) -> set[str]:
    """What is filled in: ``{name}`` and ``%n``."""
    return {piece for piece in text.replace("}", "} ").replace("{", " {").split() if piece.startswith("{")} | (
        {"%n"} if "%n" in text else set()
    )
