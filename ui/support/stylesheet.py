"""The one style sheet of the application, generated from the tokens."""

from pathlib import Path
from string import Template
from typing import Protocol

from PySide6.QtGui import QColor

from ui.support.icons import IconSet
from ui.support.tokens import COLOR_ROLES, ColorRole

TINTED: tuple[tuple[str, ColorRole], ...] = (
    ("chevron-down", "text2"),
    ("chevron-up", "text2"),
    ("chevron-right", "text2"),
    ("check", "on_accent"),
    ("minus", "on_accent"),
    ("radio-dot", "accent"),
)

RULES = Template("""
QWidget { outline: none; }
QMainWindow, QDialog { background: $app; }
QToolTip { background: $raised; color: $text; border: 1px solid $control; padding: ${p4}px ${p8}px; }

QPushButton {
    background: $surface; color: $text; border: 1px solid $control; border-radius: ${p6}px;
    padding: 0 ${p14}px; min-height: ${p32}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 0 ${p13}px; min-height: ${p30}px; }
QPushButton:disabled { background: $neutral_subtle; color: $disabled; border-color: $neutral_subtle; }
QPushButton[variant="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[variant="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[variant="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[variant="primary"]:focus { border: 2px solid $focus; }
QPushButton[variant="danger"] { background: $danger; color: $on_danger; border-color: $danger; font-weight: 600; }
QPushButton[variant="danger"]:hover { background: $danger_hover; border-color: $danger_hover; }
QPushButton[variant="danger"]:pressed { background: $danger_pressed; border-color: $danger_pressed; }
QPushButton[variant="danger"]:focus { border: 2px solid $focus; }
QPushButton[variant="ghost"] { background: transparent; color: $text2; border-color: transparent; }
QPushButton[variant="ghost"]:hover { background: $hover; color: $text; }
QPushButton[variant="ghost"]:focus { border: 2px solid $focus; }
QPushButton[variant="primary"]:disabled, QPushButton[variant="danger"]:disabled {
    background: $neutral_subtle; color: $disabled; border-color: $neutral_subtle;
}
QPushButton[variant="ghost"]:disabled { background: transparent; color: $disabled; border-color: transparent; }

QLineEdit, QSpinBox, QTimeEdit, QDateEdit, QDateTimeEdit {
    background: $surface; color: $text; border: 1px solid $control; border-radius: ${p6}px;
    padding: 0 ${p10}px; min-height: ${p32}px;
    selection-background-color: $info; selection-color: $on_info;
}
QLineEdit:focus, QSpinBox:focus, QTimeEdit:focus, QDateEdit:focus, QDateTimeEdit:focus {
    border: 2px solid $focus; padding: 0 ${p9}px; min-height: ${p30}px;
}
QLineEdit:disabled, QSpinBox:disabled, QTimeEdit:disabled, QDateEdit:disabled, QDateTimeEdit:disabled {
    background: $neutral_subtle; color: $disabled; border-color: $divider;
}
QLineEdit[frame="none"], QLineEdit[frame="none"]:focus { border: none; background: transparent; padding: 0; }
QSpinBox::up-button, QTimeEdit::up-button, QDateEdit::up-button, QDateTimeEdit::up-button {
    subcontrol-origin: border; subcontrol-position: top right; width: ${p24}px; border: none;
}
QSpinBox::down-button, QTimeEdit::down-button, QDateEdit::down-button, QDateTimeEdit::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right; width: ${p24}px; border: none;
}
QSpinBox::up-arrow, QTimeEdit::up-arrow, QDateEdit::up-arrow, QDateTimeEdit::up-arrow {
    image: url("$chevron_up"); width: ${p12}px; height: ${p12}px;
}
QSpinBox::down-arrow, QTimeEdit::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {
    image: url("$chevron_down"); width: ${p12}px; height: ${p12}px;
}

QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $control; border-radius: ${p6}px; padding: ${p6}px;
    selection-background-color: $info; selection-color: $on_info;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: ${p5}px; }
QPlainTextEdit:disabled, QTextEdit:disabled { background: $neutral_subtle; color: $disabled; }
QPlainTextEdit[frame="none"], QTextEdit[frame="none"],
QPlainTextEdit[frame="none"]:focus, QTextEdit[frame="none"]:focus {
    border: none; border-radius: 0; background: transparent; padding: 0;
}

QComboBox {
    background: $surface; color: $text; border: 1px solid $control; border-radius: ${p6}px;
    padding: 0 ${p10}px; min-height: ${p32}px; combobox-popup: 0;
}
QComboBox:hover { background: $hover; }
QComboBox:focus, QComboBox:on { border: 2px solid $focus; padding: 0 ${p9}px; min-height: ${p30}px; }
QComboBox:disabled { background: $neutral_subtle; color: $disabled; border-color: $divider; }
QComboBox::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; width: ${p30}px; border: none;
}
QComboBox::down-arrow { image: url("$chevron_down"); width: ${p16}px; height: ${p16}px; }
QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $control; padding: ${p4}px;
    selection-background-color: $selected; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: ${p32}px; padding: 0 ${p8}px; border-radius: ${p4}px; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $text; }

QCheckBox, QRadioButton { color: $text; spacing: ${p6}px; min-height: ${p28}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${p16}px; height: ${p16}px; background: $surface; border: 1px solid $control;
}
QCheckBox::indicator { border-radius: ${p4}px; }
QRadioButton::indicator { border-radius: ${radio}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$minus"); }
QRadioButton::indicator:checked { border-color: $accent; image: url("$radio_dot"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $neutral_subtle; border-color: $disabled;
}
QCheckBox:focus, QRadioButton:focus { color: $info_text; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
    border: 2px solid $focus; width: ${p14}px; height: ${p14}px;
}

QAbstractScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 2px 2px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 2px 2px 2px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView {
    background: transparent; color: $text; border: none; gridline-color: $divider;
    selection-background-color: $selected; selection-color: $text;
}
QTableView[frame="card"] { background: $surface; border: 1px solid $divider; border-radius: ${p8}px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: $text2; border: none; border-bottom: 1px solid $divider;
    padding: ${p6}px ${p12}px; text-align: left;
}
QTableCornerButton::section { background: transparent; border: none; }

QMenu { background: $raised; color: $text; border: 1px solid $control; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::separator { height: 1px; background: $divider; margin: ${p4}px ${p8}px; }
QMenu::right-arrow { image: url("$chevron_right"); width: ${p14}px; height: ${p14}px; }
QMenuBar { background: $rail; color: $text; }
QMenuBar::item { padding: ${p4}px ${p10}px; border-radius: ${p4}px; }
QMenuBar::item:selected { background: $hover; }

QTabWidget::pane { border: none; }
QTabBar::tab {
    background: transparent; color: $text2; padding: ${p6}px ${p12}px; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent_text; border-bottom-color: $accent; }
QTabBar::tab:focus { border-bottom-color: $focus; }

QProgressBar { background: $neutral_subtle; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $divider; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QFrame[surface="card"] { background: $surface; border: 1px solid $divider; border-radius: ${p10}px; }
QFrame[surface="quote"] { background: $subtle; border: 1px solid $divider; border-radius: ${p8}px; }
QFrame[surface="plain"] { background: $surface; border: none; }
QFrame[surface="bar"] { background: $surface; border: none; border-bottom: 1px solid $divider; }
QFrame[surface="foot"] { background: $surface; border: none; border-top: 1px solid $divider; }
QFrame[surface="rail"] { background: $rail; border: none; border-right: 1px solid $divider; }
QFrame[surface="line"] { background: $divider; border: none; }
""")

PIXELS = (4, 5, 6, 8, 9, 10, 12, 13, 14, 16, 24, 28, 30, 32)


class Tokens(Protocol):
    """What the style sheet needs to know of a theme."""

    icons: IconSet

    def color(self, role: ColorRole) -> QColor:
        """Return the colour of a role."""
        ...

    def px(self, pixels: float) -> int:
        """Return a measure at the size setting."""
        ...


def build_stylesheet(theme: Tokens, folder: Path) -> str:
    """Return the style sheet of ``theme``; tinted copies of the few SVGs it needs are written to ``folder``."""
    values = {role: _css(theme.color(role)) for role in COLOR_ROLES}
    values |= {f"p{pixels}": str(theme.px(pixels)) for pixels in PIXELS}
    values["radio"] = str((theme.px(16) + 2) // 2)
    for name, role in TINTED:
        values[name.replace("-", "_")] = _write_tinted(theme, folder, name, role)
    return RULES.substitute(values)


def _css(color: QColor) -> str:
    return color.name(QColor.NameFormat.HexArgb) if color.alpha() < 255 else color.name()


def _write_tinted(theme: Tokens, folder: Path, name: str, role: ColorRole) -> str:
    """Write one tinted SVG under a name that carries its colour, so that Qt's pixmap cache is never stale."""
    color = theme.color(role)
    file = folder / f"{name}-{color.name().removeprefix('#')}.svg"
    file.write_text(theme.icons.tinted(name, color, 16), "utf-8")
    return file.as_posix()
