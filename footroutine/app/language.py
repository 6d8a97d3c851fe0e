"""The language that is chosen in the settings, spoken by the window."""

from PySide6.QtCore import QCoreApplication

from footroutine.app.wiring import Program
from footroutine.ui.language import resolved, speak


def speak_chosen(program: Program) -> None:
    """Have everything that is shown from now on in the chosen language. Needs an application."""
    app = QCoreApplication.instance()
    assert app is not None
    speak(app, resolved(program.settings.language), program.assets / "translations")
