"""The style sheet of the window, made from a theme and the shared measures."""

from footroutine.ui.theme import Radius, Size, Space, Theme, scaled

_LABELS = {
    # role: (size, weight, ink)
    "title": (Size.TITLE, 700, "text"),
    "section": (Size.SECTION, 600, "text"),
    "strong": (Size.LEAD, 600, "text"),
    "lead": (Size.LEAD, 400, "text"),
    "body": (Size.BODY, 400, "text"),
    "label": (Size.BODY, 500, "text"),
    "muted": (Size.BODY, 400, "muted"),
    "small": (Size.SMALL, 400, "muted"),
    "reps": (Size.REPS, 500, "muted"),
    "accent": (Size.BODY, 600, "accent"),
}


def style_sheet(theme: Theme, percent: int = 100) -> str:
    """The style sheet for a theme at a text scale of `percent`."""

    def px(size: int) -> str:
        return f"{scaled(size, percent)}px"

    t = theme
    labels = "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {px(size)}; font-weight: {weight}; color: {t[ink]}; }}'
        for role, (size, weight, ink) in _LABELS.items()
    )
    return f"""
* {{ font-family: "Inter"; font-size: {px(Size.BODY)}; color: {t["text"]}; outline: none; }}
QMainWindow, QStackedWidget, #page, #pageBody, #sectionPills, QScrollArea {{
    background: {t["background"]}; border: none; }}
QLabel {{ background: transparent; }}
{labels}
QToolTip {{ background: {t["chip"]}; color: {t["on_chip"]}; border: 1px solid {t["chip"]};
    padding: {Space.XS}px {Space.S}px; font-size: {px(Size.SMALL)}; }}

QMenu {{ background: {t["surface"]}; border: 1px solid {t["outline"]}; padding: {Space.XS}px; }}
QMenu::item {{ padding: {Space.S}px {Space.L}px; border-radius: {Radius.SMALL}px; }}
QMenu::item:selected {{ background: {t["accent_soft"]}; color: {t["text"]}; }}
QMenu::separator {{ background: {t["border"]}; height: 1px; margin: {Space.XS}px; }}

QFrame[role="card"] {{ background: {t["surface"]}; border: 1px solid {t["border"]}; border-radius: {Radius.CARD}px; }}
QFrame[role="bar"] {{ background: {t["accent_soft"]}; border: none; border-radius: {Radius.CONTROL}px; }}
QFrame[role="bar"] QLabel {{ color: {t["text"]}; font-weight: 500; }}
QFrame[role="line"] {{ background: {t["border"]}; border: none; max-height: 1px; min-height: 1px; }}
#keysScroll, #keysScroll #pageBody {{ background: {t["surface"]}; }}
#sidebar {{ background: {t["background"]}; border: none; border-right: 1px solid {t["border"]}; }}

QPushButton {{ background: {t["surface"]}; border: 1px solid {t["border"]}; border-radius: {Radius.CONTROL}px;
    padding: {Space.S}px {Space.L}px; font-weight: 600; min-height: {scaled(22, percent)}px; }}
QPushButton:hover {{ background: {t["hover"]}; border-color: {t["outline"]}; }}
QPushButton:pressed {{ background: {t["track"]}; }}
QPushButton:disabled {{ color: {t["muted"]}; background: {t["background"]}; }}
QPushButton[kind="primary"] {{ background: {t["accent"]}; border-color: {t["accent"]}; color: {t["on_accent"]}; }}
QPushButton[kind="primary"]:hover {{ background: {t["accent_hover"]}; }}
QPushButton[kind="primary"]:disabled {{ background: {t["track"]}; border-color: {t["track"]}; color: {t["text"]}; }}
QPushButton[kind="start"] {{ background: {t["accent"]}; border-color: {t["accent"]}; color: {t["on_accent"]};
    border-radius: {Radius.CARD}px; padding: {Space.L}px {Space.XXL}px;
    font-size: {px(Size.SECTION + 2)}; font-weight: 700; }}
QPushButton[kind="start"]:hover {{ background: {t["accent_hover"]}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: none; padding: {Space.XS}px {Space.S}px;
    font-weight: 500; color: {t["muted"]}; border-radius: {Radius.SMALL}px; }}
QPushButton[kind="quiet"]:hover {{ background: {t["hover"]}; color: {t["text"]}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; padding: {Space.XS}px {Space.S}px;
    font-weight: 600; color: {t["accent"]}; border-radius: {Radius.SMALL}px; }}
QPushButton[kind="link"]:hover {{ background: {t["accent_soft"]}; }}
QPushButton[kind="card"] {{ border-radius: {Radius.CARD}px; padding: 0; }}
QPushButton[kind="tool"] {{ background: transparent; border: none; padding: {Space.XS}px {Space.S}px;
    border-radius: {Radius.SMALL}px; }}
QPushButton[kind="tool"]:hover {{ background: {t["hover"]}; }}
QPushButton[kind="step"] {{ padding: {Space.XS}px {Space.S}px; border-color: {t["outline"]};
    border-radius: {Radius.SMALL + 2}px; min-height: {scaled(24, percent)}px; min-width: {scaled(20, percent)}px; }}
QPushButton[kind="step"]:disabled {{ border-color: {t["border"]}; }}
QCheckBox[heading="true"] {{ font-size: {px(Size.LEAD + 1)}; font-weight: 600; }}
QPushButton[kind="chip"] {{ border-radius: {scaled(22, percent) // 2 + 7}px; padding: {Space.S - 1}px {Space.L - 2}px;
    font-weight: 400; }}
QPushButton[kind="chip"]:checked {{ background: {t["chip"]}; border-color: {t["chip"]}; color: {t["on_chip"]}; }}
QPushButton[kind="score"] {{ padding: {Space.S + 1}px 0; font-weight: 500; border-color: {t["outline"]}; }}
QPushButton[kind="score"]:checked {{ background: {t["chip"]}; border-color: {t["chip"]}; color: {t["on_chip"]}; }}
QPushButton[kind="side"] {{ background: transparent; border: none; padding: 0; }}
QPushButton[kind="side"]:hover {{ background: {t["hover"]}; }}
QPushButton[kind="side"]:checked {{ background: {t["accent_soft"]}; }}
QLabel[role="side"] {{ color: {t["muted"]}; font-size: {px(Size.KEY)}; font-weight: 500; }}
QLabel[role="sideOn"] {{ color: {t["accent"]}; font-size: {px(Size.KEY)}; font-weight: 700; }}
QPushButton[kind="choice"] {{ padding: 0; border-color: {t["outline"]}; }}
QPushButton[kind="choice"]:checked {{ background: {t["accent_soft"]}; border: 2px solid {t["accent"]}; }}
QPushButton[kind="control"], QPushButton[kind="control-primary"] {{ padding: 0; }}
QPushButton[kind="control"]:checked {{ background: {t["accent_soft"]}; border: 2px solid {t["accent"]}; }}
QPushButton[kind="control"] QLabel {{ font-weight: 600; font-size: {px(Size.LEAD)}; }}
QPushButton[kind="control"] QLabel[role="key"] {{ font-size: {px(Size.KEY)}; font-weight: 500; color: {t["muted"]};
    background: transparent; border: 1px solid {t["border"]}; border-radius: {Radius.SMALL}px; padding: 1px 6px; }}
QPushButton[kind="control"] QLabel[role="part"] {{ font-size: {px(Size.KEY)}; font-weight: 400;
    color: {t["muted"]}; }}
QPushButton[kind="control"] QLabel:disabled {{ color: {t["muted"]}; }}
QPushButton[kind="control-primary"] {{ background: {t["accent"]}; border-color: {t["accent"]}; }}
QPushButton[kind="control-primary"]:hover {{ background: {t["accent_hover"]}; }}
QPushButton[kind="control-primary"] QLabel {{ font-weight: 600; font-size: {px(Size.LEAD)}; color: {t["on_accent"]}; }}
QPushButton[kind="control-primary"] QLabel[role="key"] {{ font-size: {px(Size.KEY)}; font-weight: 500;
    background: transparent; border: 1px solid {t["on_accent"]}; border-radius: {Radius.SMALL}px; padding: 1px 6px; }}

QLabel[role="badge"] {{ background: {t["accent_soft"]}; color: {t["accent"]}; font-size: {px(Size.LEAD + 1)};
    font-weight: 700; border-radius: {round(scaled(Size.LEAD + 1, percent) * 0.6 + 6)}px;
    padding: {Space.S}px {Space.L - 2}px; }}
QLabel[role="caption"] {{ background: {t["caption"]}; color: {t["on_caption"]}; font-size: {px(Size.LEAD + 1)};
    border: 1px solid {t["outline"]}; border-radius: {Radius.CONTROL}px; padding: {Space.M - 1}px {Space.L - 1}px; }}
QLabel[role="key"] {{ background: {t["surface"]}; border: 1px solid {t["outline"]}; border-radius: {Radius.SMALL}px;
    padding: 2px 8px; font-size: {px(Size.SMALL)}; font-weight: 500; }}
QLabel[role="phase"] {{ font-weight: 700; }}

#routineName {{ background: transparent; border: none; border-bottom: 1px solid {t["outline"]};
    padding: {Space.XS}px; font-size: {px(Size.SECTION)}; font-weight: 600;
    selection-background-color: {t["accent"]}; selection-color: {t["on_accent"]}; }}
#routineName:focus {{ background: {t["surface"]}; border: 3px solid {t["focus"]};
    border-radius: {Radius.SMALL + 2}px; padding: {Space.XS - 2}px {Space.XS - 3}px; }}
QDoubleSpinBox, QComboBox, TextLine {{ background: {t["surface"]}; border: 1px solid {t["outline"]};
    border-radius: {Radius.SMALL + 2}px; padding: {Space.XS}px {Space.S}px; min-height: {scaled(24, percent)}px;
    selection-background-color: {t["accent"]}; selection-color: {t["on_accent"]}; }}
QDoubleSpinBox {{ min-width: {scaled(60, percent)}px; }}
QComboBox {{ max-width: {220 * percent // 100}px; }}
TextLine {{ max-width: {320 * percent // 100}px; }}
QDoubleSpinBox:focus, QComboBox:focus, TextLine:focus {{ border: 3px solid {t["focus"]};
    padding: {Space.XS - 2}px {Space.S - 2}px; }}
QDoubleSpinBox:disabled, QComboBox:disabled {{ color: {t["muted"]}; border-color: {t["border"]}; }}
/* Not NoButtons: with a style sheet Qt then gives the text no room. */
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; border: none; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QFrame {{ background: {t["surface"]}; border: none; }}
QComboBox::drop-down {{ border: none; width: {scaled(24, percent)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t["surface"]}; border: 1px solid {t["outline"]}; padding: {Space.XS}px;
    selection-background-color: {t["accent_soft"]}; selection-color: {t["text"]}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {scaled(30, percent)}px; padding: 0 {Space.S}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t["accent_soft"]}; color: {t["text"]}; }}

QTableView {{ background: {t["surface"]}; alternate-background-color: {t["surface"]}; color: {t["text"]}; border: none;
    selection-background-color: {t["accent_soft"]}; selection-color: {t["text"]}; }}
QTableView:focus {{ border: 2px solid {t["focus"]}; border-radius: {Radius.SMALL}px; }}
QHeaderView, QHeaderView::section {{ background: {t["surface"]}; color: {t["muted"]}; border: none; font-weight: 600;
    padding: 2px {Space.XS}px; }}

QSlider {{ min-height: 28px; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {t["track"]}; }}
QSlider::sub-page:horizontal {{ height: 6px; border-radius: 3px; background: {t["accent"]}; }}
QSlider::handle:horizontal {{ width: 20px; height: 20px; margin: -7px 0; border-radius: 10px;
    background: {t["accent"]}; border: none; }}
QSlider::handle:horizontal:focus {{ width: 16px; height: 16px; margin: -8px 0; border-radius: 11px;
    border: 3px solid {t["focus"]}; background: {t["surface"]}; }}

QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t["outline"]}; border-radius: 5px; min-height: 40px; }}
QScrollBar::handle:vertical:hover {{ background: {t["muted"]}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
