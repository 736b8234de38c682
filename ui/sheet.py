"""The style sheet of the widgets that Qt paints, made from the theme."""

from __future__ import annotations

from ui.theme import Theme


def style_sheet(theme: Theme) -> str:
    """Return the style sheet for the colours and zoom in force."""
    c, px = theme.colours, theme.px
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
QPushButton:hover {{ background: {c.hover}; border-color: {c.second}; }}
QPushButton:focus {{ border: 2px solid {c.seal}; padding: {px(6) - 1}px {px(14) - 1}px; }}
QPushButton:disabled {{ color: {c.second}; }}
QPushButton[primary="true"] {{
    background: {c.seal}; color: {c.on_seal}; border-color: {c.seal};
}}
QPushButton[primary="true"]:hover {{ border-color: {c.ink}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {c.ink}; }}
QPushButton[flat="true"] {{ border-color: transparent; color: {c.second}; }}
QPushButton[flat="true"]:hover {{ color: {c.ink}; border-color: transparent; }}
QPushButton[flat="true"]:focus {{ border: 2px solid {c.seal}; color: {c.ink}; }}
QToolButton {{
    background: transparent; border: 1px solid transparent; border-radius: {px(6)}px;
    padding: {px(4)}px;
}}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:focus {{ border: 2px solid {c.seal}; padding: {px(4) - 1}px; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(6)}px;
    padding: {px(6)}px {px(10)}px; selection-background-color: {c.selection};
    selection-color: {c.ink};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {c.seal}; padding: {px(6) - 1}px {px(10) - 1}px;
}}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    background: {c.surface}; border: 1px solid {c.line};
    selection-background-color: {c.hover}; selection-color: {c.ink}; outline: none;
}}
QMenu {{ background: {c.surface}; border: 1px solid {c.line}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(20)}px; border-radius: {px(4)}px; }}
QMenu::item:selected {{ background: {c.hover}; }}
QMenu::item:disabled {{ color: {c.second}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)}px {px(8)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {c.second}; border-radius: {px(3)}px; min-height: {px(32)}px;
    margin: {px(2)}px {px(2)}px;
}}
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
#notice {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(8)}px; }}
#pasteBox {{ background: {c.surface}; }}
#sheet {{ background: {c.surface}; border-left: 1px solid {c.line}; }}
QTextBrowser {{
    background: transparent; border: none; selection-background-color: {c.selection};
    selection-color: {c.ink};
}}
QListView {{ background: {c.paper}; border: none; outline: none; }}
"""
