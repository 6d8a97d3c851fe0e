"""The language of the window: Qt's translation of the program's own words, and of what Qt itself says."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from footroutine.domain.language import Language

SOURCE_LANGUAGE = "en"  # what the program is written in
_SYSTEM = "system"
_SPOKEN: list[QTranslator] = []  # not asked of the application: for all its children Python would make classes


def resolved(setting: str) -> str:
    """The language that the setting means: itself, or the desktop's first one that there is, else English."""
    if setting != _SYSTEM:
        return setting
    wanted = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in set(Language)), SOURCE_LANGUAGE)


def speak(app: QCoreApplication, language: str, folder: Path) -> None:
    """Have every text that is made from now on in that language; numbers follow.

    English has a file of its own too: the plural forms. A language whose file cannot be read is English.
    """
    while _SPOKEN:
        before = _SPOKEN.pop()
        app.removeTranslator(before)
        before.deleteLater()
    desktop = QLocale.system()
    locale = desktop if desktop.name().startswith(f"{language}_") else QLocale(language)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(locale)
    files = [folder / f"{language}.qm"]
    if language != SOURCE_LANGUAGE:  # Qt too is written in English
        from PySide6.QtCore import QLibraryInfo

        files.append(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm")
    for file in files:
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)
            _SPOKEN.append(translator)
        else:
            translator.deleteLater()
