"""The theme: colours, fonts, measures and icons by role, applied to the whole application at once."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.support.discs import Discs
from ui.support.fonts import make_font, scaled
from ui.support.icons import IconSet
from ui.support.key_map import KeyMap
from ui.support.stylesheet import build_stylesheet
from ui.support.tokens import (
    COLOR_ROLES,
    ColorRole,
    ColorTable,
    LineName,
    MotionName,
    ScaleName,
    SizeName,
    TypeStyle,
    load_colors,
    load_metrics,
)
from ui.support.wardrobe import Wardrobe

Mode = Literal["system", "light", "dark"]
_SHEET = "theme.sheet"
"""The application's property with the sheet of now: its own is an older one while a window's parts carry it."""


class Theme(QObject):
    """Everything visual a widget may ask for; ``changed`` fires after colours, sizes or keys were swapped.

    ``keys`` are here too: every keycap is painted with them.
    """

    changed = Signal()

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        """Read resources/themes and resources/icons; raise ThemeFileError when a token is missing."""
        super().__init__(parent)
        themes = resources / "themes"
        self.metrics = load_metrics(themes / "metrics.toml")
        self._template = themes / "application.qss"
        self.icons = IconSet(resources / "icons")
        self.discs = Discs(self.metrics.avatar_hues)
        self._light, self._dark = (load_colors(themes / f"{name}.toml") for name in ("light", "dark"))
        contrasts = (load_colors(themes / f"contrast-{name}.toml") for name in ("light", "dark"))
        self._contrast_light, self._contrast_dark = contrasts
        self.keys = KeyMap(self)
        self._mode: Mode = "system"
        self._scale: ScaleName = "standard"
        self._reduced_motion = False
        self._contrast_wished = False
        self._contrast_asked = False
        self._app: QApplication | None = None
        self._sheet = ""
        self._wardrobe = Wardrobe(self)
        self._tinted_files = QTemporaryDir()
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self._pixels: dict[float, int] = {}
        self._fill_colors()
        self.keys.changed.connect(self.changed)  # keycaps have other words, so other widths

    @property
    def mode(self) -> Mode:
        """How the colours are chosen: after the system, always light, always dark."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether dark colours are in use now."""
        return self._table() in (self._dark, self._contrast_dark)

    @property
    def contrast_wished(self) -> bool:
        """Whether the operator asked for high contrast."""
        return self._contrast_wished

    @property
    def high_contrast(self) -> bool:
        """Whether high contrast is in use: asked for by the operator, or by the system."""
        return self._contrast_wished or self._contrast_asked

    @property
    def scale_name(self) -> ScaleName:
        """The size setting (小 / 标准 / 大 / 特大)."""
        return self._scale

    @property
    def percent(self) -> int:
        """The size setting in percent."""
        return self.metrics.scales[self._scale]

    def apply(self, app: QApplication) -> None:
        """Dress ``app`` (Fusion, palette, fonts, one style sheet) and follow the system from now on."""
        self._app = app
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()  # kept in a variable: chained calls find it deleted
        hints.colorSchemeChanged.connect(self._refresh)
        if hasattr(hints, "accessibility"):  # Qt tells what contrast the system asks for from 6.10 on
            accessibility = hints.accessibility()
            accessibility.contrastPreferenceChanged.connect(self._refresh)
        self._refresh()

    def dress(self, window: QWidget, *holders: QWidget) -> None:
        """Have the parts of a large window carry the sheet themselves from now on whenever it changes.

        Parts are the children of the window and of ``holders``, widgets in it without looks of their own. A new sheet
        of the application is put on each widget once for each of its ancestors, one of a window on all it holds.
        """
        self._wardrobe.hold(window, *holders)
        # Queued: while one goes its widgets are still being taken out of Qt's own lists.
        window.destroyed.connect(self._on_gone, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def bare(self) -> Generator[None]:
        """Make a large window inside, undressed: it is dressed as a whole at the end.

        Qt puts the application's sheet on each widget, and on all it holds once more whenever a layout takes it into a
        larger part: half of the making.
        """
        app = self._app
        if app is None or not self._wardrobe.is_empty:
            yield
            return
        app.setStyleSheet("")
        try:
            yield
        finally:
            app.setStyleSheet(self._sheet)

    def set_mode(self, mode: Mode) -> None:
        """Use light or dark colours, or follow the system."""
        if mode == self._mode:
            return
        self._mode = mode
        hints = QGuiApplication.styleHints()
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints.setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
        self._refresh()

    def set_high_contrast(self, *, on: bool) -> None:
        """Use high contrast, or only where the system asks for it."""
        if on != self._contrast_wished:
            self._contrast_wished = on
            self._refresh()

    def set_scale(self, name: ScaleName) -> None:
        """Use another size setting."""
        if name != self._scale:
            self._scale = name
            self._refresh()

    def set_reduced_motion(self, *, on: bool) -> None:
        """Turn all movement off or on (减少动画)."""
        self._reduced_motion = on

    def color(self, role: ColorRole) -> QColor:
        """Return the colour of a role (KeyError for an unknown one); do not change the returned object."""
        return self._colors[role]

    def px(self, pixels: float) -> int:
        """Return a measure of a drawing at the size setting."""
        found = self._pixels.get(pixels)
        if found is None:  # asked for some thousand times in each picture
            found = self._pixels[pixels] = scaled(pixels, self.percent)
        return found

    def size(self, name: SizeName) -> int:
        """Return a named measure in pixels at the size setting."""
        return self.px(self.metrics.sizes[name])

    def line(self, name: LineName) -> int:
        """Return a stroke width in pixels; never scaled. With high contrast the focus ring is wider."""
        return self.metrics.lines["focus_contrast" if name == "focus" and self.high_contrast else name]

    def duration(self, name: MotionName) -> int:
        """Return an animation's length in milliseconds, 0 when motion is reduced."""
        return 0 if self._reduced_motion else self.metrics.durations[name]

    def font(self, style: TypeStyle, weight: int | None = None) -> QFont:
        """Return the font of a type style; ``weight`` 400 or 600 overrides the style's own."""
        key = (style, weight)
        if key not in self._fonts:
            step = self.metrics.types[style]
            self._fonts[key] = make_font(self.metrics.families, step, self.percent, weight)
        return QFont(self._fonts[key])  # a copy: callers may change it

    def line_height(self, style: TypeStyle) -> int:
        """Return the fixed line height of a type style in pixels."""
        return self.px(self.metrics.types[style].line)

    def pixmap(
        self, name: str, role: ColorRole = "text2", size: int | None = None, ratio: float | None = None
    ) -> QPixmap:
        """Return an icon as a pixmap of ``size`` logical pixels (16 unless told); raise UnknownIconError."""
        return self.icons.pixmap(name, self.color(role), size or self.size("icon_control"), ratio or _screen_ratio())

    def icon(self, name: str, role: ColorRole = "text2", size: int | None = None) -> QIcon:
        """Return an icon with its disabled look; raise UnknownIconError."""
        icon = QIcon(self.pixmap(name, role, size))
        icon.addPixmap(self.pixmap(name, "disabled", size), QIcon.Mode.Disabled)
        return icon

    def paint_icon(self, painter: QPainter, rect: QRect | QRectF, name: str, role: ColorRole = "text2") -> None:
        """Draw an icon centred in ``rect``, as large as its shorter side."""
        box = QRectF(rect)
        side = round(min(box.width(), box.height()))
        pixmap = self.pixmap(name, role, side, painter.device().devicePixelRatio())
        left, top = box.center().x() - side / 2, box.center().y() - side / 2
        painter.drawPixmap(round(left), round(top), pixmap)

    @Slot()
    def _refresh(self) -> None:
        """Rebuild colours, palette and style sheet, then let widgets repaint."""
        self._contrast_asked = _wants_high_contrast()
        self._fill_colors()
        self._fonts.clear()
        self._pixels.clear()
        self.icons.clear()
        if self._app is not None:
            self._app.setFont(self.font("body"))
            self._app.setPalette(_build_palette(self))
            self._sheet = build_stylesheet(self, self._template, Path(self._tinted_files.path()))
            self._put_on()
        self.changed.emit()

    @Slot()
    def _on_gone(self) -> None:
        if self._wardrobe.is_empty:
            self._put_on()

    def _put_on(self) -> None:
        """Give the sheet to the parts that carry it themselves, else to the application."""
        app = self._app
        if app is None:
            return
        app.setProperty(_SHEET, self._sheet)
        alone = self._wardrobe.is_empty
        self._wardrobe.put_on("" if alone else self._sheet)
        if alone and app.styleSheet() != self._sheet:
            app.setStyleSheet(self._sheet)

    def _table(self) -> ColorTable:
        if self._mode == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._mode == "dark"
        if self.high_contrast:
            return self._contrast_dark if dark else self._contrast_light
        return self._dark if dark else self._light

    def _fill_colors(self) -> None:
        colors = self._table().colors
        self._colors = {role: QColor(colors[role]) for role in COLOR_ROLES}


def dress_alike(window: QWidget) -> None:
    """Dress a window without a parent like all else."""
    app = QApplication.instance()
    sheet = None if app is None else app.property(_SHEET)
    if isinstance(sheet, str):
        window.setStyleSheet(sheet)


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _wants_high_contrast() -> bool:
    """Whether the system asks for more contrast (Qt tells it from 6.10 on)."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def _build_palette(theme: Theme) -> QPalette:
    """Return the palette of the theme, for what the style sheet does not reach."""
    roles = QPalette.ColorRole
    table: dict[QPalette.ColorRole, ColorRole] = {
        roles.Window: "app",
        roles.WindowText: "text",
        roles.Base: "surface",
        roles.AlternateBase: "subtle",
        roles.Text: "text",
        roles.PlaceholderText: "text3",
        roles.Button: "surface",
        roles.ButtonText: "text",
        roles.BrightText: "on_accent",
        roles.ToolTipBase: "raised",
        roles.ToolTipText: "text",
        roles.Highlight: "info",
        roles.HighlightedText: "on_info",
        roles.Link: "info_text",
        roles.LinkVisited: "info_text",
        roles.Accent: "accent",
        roles.Light: "surface",
        roles.Midlight: "hover",
        roles.Mid: "divider",
        roles.Dark: "control",
        roles.Shadow: "control",
    }
    palette = QPalette()
    for role, name in table.items():
        palette.setColor(role, theme.color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("disabled"))
    return palette
