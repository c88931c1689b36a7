"""The one style sheet of the application: resources/themes/application.qss filled with the tokens."""

from pathlib import Path
from string import Template
from typing import Protocol

from PySide6.QtGui import QColor

from ui.support.icons import IconSet
from ui.support.tokens import COLOR_ROLES, ColorRole, LineName

TINTED: tuple[tuple[str, str, ColorRole], ...] = (  # name in the sheet, icon, colour
    ("chevron_down", "chevron-down", "text2"),
    ("chevron_up", "chevron-up", "text2"),
    ("chevron_right", "chevron-right", "text2"),
    ("check", "check", "on_accent"),
    ("menu_check", "check", "text2"),
    ("minus", "minus", "on_accent"),
    ("radio_dot", "radio-dot", "accent"),
)

USUAL_FOCUS = 2
"""The focus ring's width for which the sheet's measures are written; a wider one takes its room from within."""
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

    def line(self, name: LineName) -> int:
        """Return a stroke width."""
        ...


def build_stylesheet(theme: Tokens, template: Path, folder: Path) -> str:
    """Return ``template`` filled with the tokens; tinted copies of the few SVGs it names go to ``folder``."""
    values = {role: _css(theme.color(role)) for role in COLOR_ROLES}
    values |= {f"p{pixels}": str(theme.px(pixels)) for pixels in PIXELS}
    width = theme.line("focus")
    values["focus_width"] = str(width)
    values |= {f"within{pixels}": str(max(0, theme.px(pixels) - width + USUAL_FOCUS)) for pixels in PIXELS}
    values |= {f"between{pixels}": str(theme.px(pixels) - 2 * (width - USUAL_FOCUS)) for pixels in PIXELS}
    values["radio"] = str((theme.px(16) + 2) // 2)
    for key, icon, role in TINTED:
        values[key] = _write_tinted(theme, folder, icon, role)
    return Template(template.read_text("utf-8")).substitute(values)


def _css(color: QColor) -> str:
    return color.name(QColor.NameFormat.HexArgb) if color.alpha() < 255 else color.name()


def _write_tinted(theme: Tokens, folder: Path, name: str, role: ColorRole) -> str:
    """Write one tinted SVG under a name that carries its colour, so that Qt's pixmap cache is never stale."""
    color = theme.color(role)
    file = folder / f"{name}-{color.name().removeprefix('#')}.svg"
    file.write_text(theme.icons.tinted(name, color, 16), "utf-8")
    return file.as_posix()
