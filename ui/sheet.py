"""The style sheet of the widgets that Qt paints, made from the theme."""

from __future__ import annotations

from ui.theme import Theme


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour (#RRGGBB) that has `share` of `one` and the rest of `other`."""
    parts = (
        round(int(one[i : i + 2], 16) * share + int(other[i : i + 2], 16) * (1 - share))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def style_sheet(theme: Theme) -> str:
    """Return the style sheet for the colours and zoom in force."""
    c, px = theme.colours, theme.px
    handle = mixed(c.second, c.paper, 0.5)
    return f"""
QWidget {{ color: {c.ink}; }}
QMainWindow, #page, #rail, #readPage, QScrollArea, QScrollArea > QWidget > QWidget {{
    background: {c.paper};
}}
QScrollArea {{ border: none; }}
QToolTip {{
    background: {c.surface}; color: {c.ink}; border: 1px solid {c.line};
    padding: {px(8)}px;
}}
QPushButton {{
    background: transparent; border: 1px solid {c.line}; border-radius: {px(6)}px;
    padding: {px(6)}px {px(14)}px; min-height: {px(18)}px;
}}
QPushButton {{ outline: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; button-layout: 3; }}
QPushButton:hover {{ background: {c.hover}; border-color: {c.second}; }}
QPushButton:focus {{ border: 2px solid {c.seal}; padding: {px(6) - 1}px {px(14) - 1}px; }}
QPushButton:disabled {{ color: {c.second}; }}
QPushButton:checked {{ border-color: {c.seal}; color: {c.seal}; background: {c.hover}; }}
QPushButton[primary="true"], QInputDialog QPushButton:default, TextDialog QPushButton:default {{
    background: {c.seal}; color: {c.on_seal}; border-color: {c.seal};
}}
QPushButton[primary="true"]:hover, QInputDialog QPushButton:default:hover,
TextDialog QPushButton:default:hover {{
    border-color: {c.ink};
}}
QPushButton[primary="true"]:disabled {{
    background: {c.hover}; color: {c.second}; border-color: {c.line};
}}
QPushButton[primary="true"]:focus, QInputDialog QPushButton:default:focus,
TextDialog QPushButton:default:focus {{
    border: 2px solid {c.ink};
}}
QPushButton[flat="true"] {{ border-color: transparent; color: {c.second}; }}
QPushButton[flat="true"]:hover {{ color: {c.ink}; border-color: transparent; }}
QPushButton[flat="true"]:focus {{ border: 2px solid {c.seal}; color: {c.ink}; }}
QToolButton {{
    background: transparent; border: 1px solid transparent; border-radius: {px(6)}px;
    padding: {px(4)}px;
}}
QToolButton::menu-indicator {{ image: none; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:focus {{ border: 2px solid {c.seal}; padding: {px(4) - 1}px; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(6)}px;
    padding: {px(6)}px {px(10)}px; selection-background-color: {c.selection};
    selection-color: {c.ink}; placeholder-text-color: {c.second};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {c.seal}; padding: {px(6) - 1}px {px(10) - 1}px;
}}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    background: {c.surface}; border: none;
    selection-background-color: {c.hover}; selection-color: {c.ink}; outline: none;
}}
QComboBox QAbstractItemView::item {{ padding: {px(5)}px {px(8)}px; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.line}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(20)}px; border-radius: {px(4)}px; }}
QMenu::item:selected {{ background: {c.hover}; }}
QMenu::item:disabled {{ color: {c.second}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)}px {px(8)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {handle}; border-radius: {px(3)}px; min-height: {px(32)}px;
    margin: {px(2)}px {px(2)}px;
}}
QScrollBar::handle:vertical:hover {{ background: {c.second}; }}
QScrollBar:horizontal {{ height: 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c.line}; }}
QCheckBox, QRadioButton {{ spacing: {px(10)}px; padding: {px(4)}px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 1px dashed {c.seal}; padding: {px(4) - 1}px; }}
QCheckBox::indicator {{
    width: {px(18)}px; height: {px(18)}px; border: 1px solid {c.second};
    border-radius: {px(4)}px; background: {c.surface};
}}
QCheckBox::indicator:checked {{ background: {c.seal}; border-color: {c.seal}; image: none; }}
QLabel[second="true"] {{ color: {c.second}; }}
#popup {{ background: {c.surface}; border: 1px solid {c.second}; }}
#notice {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(8)}px; }}
#pasteBox {{ background: {c.paper}; }}
#sheet {{ background: {c.surface}; }}
#sheet[over="true"] {{ border-left: 1px solid {c.second}; }}
QTextBrowser {{
    background: transparent; border: none; selection-background-color: {c.selection};
    selection-color: {c.ink};
}}
QTextBrowser:focus {{ border-left: 2px solid {c.seal}; }}
QListView, RowList {{ background: {c.paper}; border: none; outline: none; }}
#sheet RowList {{ background: {c.surface}; }}
"""
