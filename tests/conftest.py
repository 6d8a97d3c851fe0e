"""What holds for every test: no display is needed, words look the same everywhere, and a busy machine is no fault."""

import os

from hypothesis import settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"  # the desktop of whoever runs this is left alone
os.environ["LC_ALL"] = "C.UTF-8"
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
for wait in (QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil, QtBot.waitExposed):
    wait.__kwdefaults__["timeout"] = 30_000  # type: ignore[index]  # milliseconds: how long a busy machine may take, not how long is waited
