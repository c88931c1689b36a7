"""The theme dresses the application, follows the settings and tells widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.support.icons import UnknownIconError
from ui.support.theme import Theme
from ui.support.tokens import COLOR_ROLES, SCALE_NAMES, TYPE_STYLES

PROJECT = Path(__file__).resolve().parents[3]
ICONS = sorted((PROJECT / "resources" / "icons").glob("*.svg"))


def test_light_and_dark_differ_and_tell(theme: Theme, qtbot):
    light = theme.color("surface").name()
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.is_dark
    assert theme.color("surface").name() != light
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().color(QPalette.ColorRole.Base) == theme.color("surface")


def test_setting_the_same_mode_again_tells_nobody(theme: Theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("light")
        theme.set_scale("standard")


def test_system_mode_follows_the_system(theme: Theme):
    hints = QGuiApplication.styleHints()
    theme.set_mode("system")
    assert theme.is_dark == (hints.colorScheme() == Qt.ColorScheme.Dark)
    assert theme.mode == "system"


@pytest.mark.parametrize(("name", "body"), [("small", 13), ("standard", 14), ("large", 16), ("huge", 18)])
def test_the_size_setting_scales_type_and_controls_but_not_hairlines(theme: Theme, name, body):
    theme.set_scale(name)
    assert theme.font("body").pixelSize() == body
    assert theme.size("control_36") == round(36 * theme.percent / 100)
    assert theme.line("border") == 1
    assert theme.line("focus") == 2


@pytest.mark.parametrize("style", TYPE_STYLES)
def test_fonts_name_the_chinese_families(theme: Theme, style):
    font = theme.font(style)
    assert font.families()[:3] == ["Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"]
    assert font.weight() in (QFont.Weight.Normal, QFont.Weight.DemiBold)
    assert theme.font(style, 600).weight() == QFont.Weight.DemiBold


def test_a_changed_font_leaves_the_theme_alone(theme: Theme):
    theme.font("body").setPixelSize(99)
    assert theme.font("body").pixelSize() == 14


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_high_contrast_has_its_own_colours_and_a_wider_ring(theme: Theme, qtbot, mode):
    theme.set_mode(mode)
    usual = theme.color("text2").name()
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    height = field.sizeHint().height()
    with qtbot.waitSignal(theme.changed):
        theme.set_high_contrast(on=True)
    assert (theme.high_contrast, theme.is_dark) == (True, mode == "dark")
    assert theme.color("text2").name() != usual
    assert theme.line("focus") == 3
    field.setFocus()
    assert field.sizeHint().height() == height
    theme.set_high_contrast(on=False)
    assert theme.color("text2").name() == usual
    assert theme.line("focus") == 2


def test_without_a_wish_the_contrast_is_the_systems(theme: Theme):
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    asked = accessibility.contrastPreference()
    assert not theme.contrast_wished
    assert theme.high_contrast == (asked == Qt.ContrastPreference.HighContrast)


def test_reduced_motion_makes_every_duration_nothing(theme: Theme):
    theme.set_reduced_motion(on=False)
    assert theme.duration("fold") == 140
    theme.set_reduced_motion(on=True)
    assert theme.duration("fold") == theme.duration("sheet") == theme.duration("toast") == 0


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_every_icon_draws_something_in_its_colour(theme: Theme, file):
    image = theme.pixmap(file.stem, "accent", 24, 1.0).toImage()
    inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200]
    assert inked
    if file.stem != "app":
        assert "currentColor" in file.read_text("utf-8")


def test_icons_come_sharp_for_the_screen(theme: Theme):
    pixmap = theme.pixmap("inbox", "text", 16, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
    assert theme.pixmap("inbox", "text", 16, 2.0).cacheKey() == pixmap.cacheKey()


def test_large_icons_have_a_finer_stroke(theme: Theme):
    assert 'stroke-width="2"' in theme.icons.tinted("inbox", QColor(theme.color("text")), 16)
    assert 'stroke-width="1.75"' in theme.icons.tinted("inbox", QColor(theme.color("text")), 20)


def test_unknown_icons_are_refused(theme: Theme):
    with pytest.raises(UnknownIconError):
        theme.icon("no-such-icon")


def test_the_licence_of_the_icons_is_kept():
    text = (PROJECT / "resources" / "icons" / "LICENSE").read_text("utf-8")
    assert "ISC License" in text
    assert "The MIT License" in text


def test_the_style_sheet_reaches_a_field(theme: Theme, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 36)
    image = field.grab().toImage()
    assert image.pixelColor(60, 18) == theme.color("surface")
    assert image.pixelColor(60, 0) == theme.color("control")


def test_every_role_has_a_colour_in_both_themes(theme: Theme):
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        assert all(theme.color(role).isValid() for role in COLOR_ROLES)


def test_there_are_four_sizes():
    assert SCALE_NAMES == ("small", "standard", "large", "huge")
