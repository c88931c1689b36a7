"""Buttons that carry an icon, words and their key, and buttons that are only an icon."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole, SizeName
from ui.widgets.kbd import CapTone, keycap_width, paint_keycap, told_keys
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.translation import tr

Variant = Literal["primary", "secondary", "ghost", "danger"]
PAD = 12
PAD_WORDS_ONLY = 18  # short words alone would make too small a target
GAP = 8
FILLS: dict[Variant, tuple[ColorRole, ColorRole, ColorRole]] = {  # at rest, hovered, pressed
    "primary": ("accent", "accent_hover", "accent_pressed"),
    "danger": ("danger", "danger_hover", "danger_pressed"),
    "secondary": ("surface", "hover", "pressed"),
    "ghost": ("surface", "hover", "pressed"),
}
INKS: dict[Variant, ColorRole] = {
    "primary": "on_accent",
    "danger": "on_danger",
    "secondary": "text",
    "ghost": "text2",
}
CAPS: dict[Variant, CapTone] = {
    "primary": "on_accent",
    "danger": "on_danger",
    "secondary": "filled",
    "ghost": "plain",
}


class KeyButton(QPushButton):
    """A button with an optional icon before its words and an optional keycap after them.

    It shows keys, it does not bind them. A click leaves the focus where it was (in the editor, mostly);
    Tab and Space reach it.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        keys: str = "",
        variant: Variant = "secondary",
        height: SizeName = "control_36",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon_name = icon
        self._keys = keys
        self._keys_shown = True
        self._tight = False
        self._variant: Variant = variant
        self._height: SizeName = height
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self._name_keys()
        theme.changed.connect(self._restyle)

    @property
    def keys(self) -> str:
        """The key shown in the cap: of an action the one that holds now."""
        return self._theme.keys.words(self._keys)

    @property
    def variant(self) -> Variant:
        """How loud the button is."""
        return self._variant

    @property
    def keys_shown(self) -> bool:
        """Whether the keycap is drawn."""
        return self._keys_shown

    @property
    def capped_width(self) -> int:
        """The width that shows everything, its keycap too."""
        return self.sizeHint().width() + (0 if self._keys_shown else self._cap_width())

    @property
    def bare_width(self) -> int:
        """The width without the keycap."""
        return self.sizeHint().width() - (self._cap_width() if self._keys_shown else 0)

    def set_content(self, text: str, icon: str = "", keys: str = "") -> None:
        """Show other words, icon and key."""
        if (text, icon, keys) == (self.text(), self._icon_name, self._keys):
            return
        self._icon_name, self._keys = icon, keys
        self.setText(text)
        self.setAccessibleName(text)
        self._name_keys()
        self._fit_again()

    def set_variant(self, variant: Variant) -> None:
        """Make the button louder or quieter."""
        if variant != self._variant:
            self._variant = variant
            self._fit_again()

    def set_keys_shown(self, *, shown: bool) -> None:
        """Hide the keycap where room is short; the tooltip then tells the key."""
        if shown != self._keys_shown:
            self._keys_shown = shown
            self.setToolTip("")
            self._name_keys()
            self._fit_again()

    def set_tight(self, *, tight: bool) -> None:
        """Words alone with no more room around them than beside an icon, where they are long enough to be hit."""
        if tight != self._tight:
            self._tight = tight
            self._fit_again()

    @Slot()
    def _restyle(self) -> None:
        if told_keys(self._theme, self._keys) != self.accessibleDescription():  # the action has another key now
            self._name_keys()
        self._fit_again()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything uncut."""
        pad = PAD if self._tight or self._icon_name or self.keys else PAD_WORDS_ONLY
        return QSize(round(self._content_width()) + 2 * self._theme.px(pad), self._theme.size(self._height))

    def minimumSizeHint(self) -> QSize:
        """A button is never narrower than its words."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint hovered."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint at rest."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, words, keycap and focus ring."""
        painter = QPainter(self)
        self._paint_back(painter)
        self._paint_content(painter)
        painter.end()

    def _name_keys(self) -> None:
        """Tell the key to screen readers, and in the tooltip where the cap is hidden."""
        keys = told_keys(self._theme, self._keys)
        self.setAccessibleDescription(keys)
        if not self._keys_shown:
            self.setToolTip(self._hint(keys))

    def _hint(self, keys: str) -> str:
        return tr("{0}（{1}）", self.text(), keys) if keys else ""

    def _fit_again(self) -> None:
        self.updateGeometry()
        self.update()

    def _cap_width(self) -> int:
        """What the keycap takes, its gap too; 0 without a key."""
        cap = keycap_width(self._theme, self._keys)
        return cap + self._theme.px(GAP) if cap else 0

    def _font(self) -> QFont:
        return self._theme.font("body", 600 if self._variant in ("primary", "danger") else 400)

    def _content_width(self) -> float:
        theme, gap = self._theme, self._theme.px(GAP)
        widths: list[float] = []
        if self._icon_name:
            widths.append(theme.size("icon_control"))
        if self.text():
            widths.append(text_width(self._font(), self.text()) + 1)
        if self.keys and self._keys_shown:
            widths.append(keycap_width(theme, self._keys))
        return sum(widths) + gap * (len(widths) - 1)

    def _ink(self) -> ColorRole:
        if not self.isEnabled():
            return "disabled"
        if self.isChecked() and self._variant in ("secondary", "ghost"):
            return "accent_text"
        return INKS[self._variant]

    def _fill(self) -> QColor | None:
        """Return the box's colour, None for a ghost at rest."""
        rest, hovered, pressed = FILLS[self._variant]
        ghost = self._variant == "ghost"
        if not self.isEnabled():
            return None if ghost else self._theme.color("neutral_subtle")
        if self.isDown():
            return self._theme.color(pressed)
        if self.isChecked() and self._variant in ("secondary", "ghost"):
            return self._theme.color("accent_subtle")
        if self.underMouse():
            return self._theme.color(hovered)
        return None if ghost else self._theme.color(rest)

    def _paint_back(self, painter: QPainter) -> None:
        theme, radius = self._theme, self._theme.size("radius_button")
        fill = self._fill()
        if fill is not None:
            fill_box(painter, self.rect(), radius, fill)
        if self._variant == "secondary" and self.isEnabled():
            stroke_box(painter, self.rect(), radius, theme.color("control"), theme.line("border"))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius, filled=self._variant in ("primary", "danger"))

    def _paint_content(self, painter: QPainter) -> None:
        theme, gap, ink = self._theme, self._theme.px(GAP), self._ink()
        left = (self.width() - self._content_width()) / 2
        if self._icon_name:
            side = theme.size("icon_control")
            theme.paint_icon(painter, QRectF(left, 0, side, self.height()), self._icon_name, ink)
            left += side + gap
        if self.text():
            width = text_width(self._font(), self.text()) + 1
            band = QRectF(left, 0, width, self.height())
            draw_line(painter, band, self.text(), self._font(), theme.color(ink))
            left += width + gap
        if self.keys and self._keys_shown:
            tone: CapTone = CAPS[self._variant] if self.isEnabled() else "disabled"
            paint_keycap(painter, theme, QRectF(left, 0, 1, self.height()), self._keys, tone)


class IconButton(KeyButton):
    """A square button that is only an icon: name and key are in the tooltip, the name is read aloud."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        keys: str = "",
        variant: Variant = "ghost",
        height: SizeName = "control_32",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", icon=icon, keys=keys, variant=variant, height=height, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_keys_shown(shown=False)

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = self._theme.size(self._height)
        return QSize(side, side)

    def _hint(self, keys: str) -> str:
        name = self.accessibleName()
        return tr("{0}（{1}）", name, keys) if keys else name
