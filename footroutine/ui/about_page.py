"""What the program is, who says what, and where its files are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from footroutine.ui.disclaimer import disclaimer
from footroutine.ui.look import Themed, apply_look
from footroutine.ui.parts import Page, clear, label, paper, places
from footroutine.ui.views import AboutView


class AboutPage(Page, Themed):
    """Everything on it can be selected and copied."""

    def __init__(self) -> None:
        super().__init__("aboutPage", widest=860)

    def show_view(self, view: AboutView) -> None:
        """Show it anew."""
        clear(self.column)
        self.column.addWidget(label(self.tr("About Foot Routine"), "title"))
        facts = self.tr("Version {version} · {licence}").format(version=view.version, licence=view.licence)
        self.column.addWidget(label(facts, "muted", "aboutFacts"))
        inner = self._add(self.tr("What this is, and what it is not"))
        for text in disclaimer():
            inner.addWidget(label(text, "body", "aboutDisclaimer"))
        if view.sources:
            inner = self._add(self.tr("Who says what"))
            for source in view.sources:
                inner.addWidget(label(source.title, "label", "sourceTitle"))
                if source.address:
                    address = label(source.address, "small", "sourceAddress")
                    address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                    inner.addWidget(address)
        if view.places:
            self.column.addWidget(places(self.tr("Where your files are"), view.places))
        self.column.addStretch()
        if self.look:
            apply_look(self, self.look)

    def _add(self, title: str) -> QVBoxLayout:
        sheet, inner = paper(title)
        self.column.addWidget(sheet)
        return inner
