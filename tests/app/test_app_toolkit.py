"""What we need of the toolkit and once did not get: see docs/decisions/0002."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    said = Signal(bool)


@pytest.mark.parametrize("value", [True, False])
def test_an_emitted_bool_keeps_its_references(value: bool) -> None:
    sender = _Sender()
    before = sys.getrefcount(value)
    for _ in range(50):
        sender.said.emit(value)
    assert sys.getrefcount(value) >= before - 5
