"""What the program is, who says what, and where its files are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footroutine.ui.disclaimer import disclaimer
from footroutine.ui.flow import ColumnsLayout
from footroutine.ui.look import Look, Themed, apply_look
from footroutine.ui.page import Page
from footroutine.ui.parts import clear, label, paper, places
from footroutine.ui.theme import Size, Space
from footroutine.ui.views import AboutView


class AboutPage(Page, Themed):
    """Everything on it can be selected and copied."""

    def __init__(self) -> None:
        super().__init__("aboutPage", widest=1640)

        self._sheets: ColumnsLayout | None = None

    def set_look(self, look: Look) -> None:
        """Take the look; larger type asks for wider columns."""
        super().set_look(look)
        if self._sheets:
            self._sheets.set_narrowest(look.px(Size.BODY) * 34)

    def show_view(self, view: AboutView) -> None:
        """Show it anew."""
        clear(self.column)
        self.column.addWidget(label(self.tr("About Foot Routine"), "title"))
        facts = self.tr("Version {version} · {licence}").format(version=view.version, licence=view.licence)
        self.column.addWidget(label(facts, "muted", "aboutFacts"))
        box = QWidget()
        self._sheets = sheets = ColumnsLayout(box, Space.L, even=False)
        self.column.addWidget(box)
        inner = self._add(sheets, self.tr("What this is, and what it is not"))
        for text in disclaimer():
            inner.addWidget(label(text, "body", "aboutDisclaimer"))
        if view.sources:
            inner = self._add(sheets, self.tr("Who says what"))
            for source in view.sources:
                inner.addWidget(label(source.title, "label", "sourceTitle"))
                if source.address:
                    address = label(source.address, "small", "sourceAddress")
                    address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                    inner.addWidget(address)
        if view.places:
            sheets.addWidget(places(self.tr("Where your files are"), view.places))
        self.column.addStretch()
        if self.look:
            apply_look(self, self.look)

    def _add(self, sheets: ColumnsLayout, title: str) -> QVBoxLayout:
        sheet, inner = paper(title)
        sheets.addWidget(sheet)
        return inner
