"""Chinese on every desktop: Qt's own words, and reaching fcitx, for which PySide6's wheels have no plugin."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.support.chinese import reach_fcitx, speak_chinese

CURE = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    "found",
    [
        {"QT_IM_MODULE": "fcitx"},
        {"QT_IM_MODULE": "fcitx5"},
        {"XMODIFIERS": "@im=fcitx"},
        {"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"},
    ],
    ids=str,
)
def test_a_desktop_with_fcitx_is_reached_through_its_portal(found: dict[str, str], tmp_path: Path) -> None:
    environment = dict(found)
    reach_fcitx(environment, "linux", tmp_path)
    assert environment == found | CURE


@pytest.mark.parametrize(
    ("found", "system"),
    [
        ({}, "linux"),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}, "linux"),
        ({"QT_IM_MODULE": "fcitx"}, "win32"),
        ({"QT_IM_MODULE": "fcitx"}, "darwin"),
    ],
    ids=str,
)
def test_every_other_desktop_is_left_alone(found: dict[str, str], system: str, tmp_path: Path) -> None:
    environment = dict(found)
    reach_fcitx(environment, system, tmp_path)
    assert environment == found


def test_a_qt_with_a_plugin_of_fcitx_uses_it(tmp_path: Path) -> None:
    (tmp_path / "libfcitx5platforminputcontextplugin.so").touch()
    environment = {"QT_IM_MODULE": "fcitx"}
    reach_fcitx(environment, "linux", tmp_path)
    assert environment == {"QT_IM_MODULE": "fcitx"}


def test_buttons_of_qt_are_chinese(qapp: QApplication) -> None:
    speak_chinese(qapp)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
