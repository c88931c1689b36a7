"""What the self-test asks of Qt: the window system, a Chinese face, Chinese buttons, the drawing of icons."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtNetwork import QSslSocket
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.support.chinese import speak_chinese
from weibo_operator.services.health import Check
from weibo_operator.translation import tr

CANCEL = ("QPlatformTheme", "Cancel", tr("取消"))
"""Where Qt keeps the word on its own button, and what it must be."""
_OFFSCREEN = "offscreen"


def window_checks(resources: Path) -> tuple[Check, ...]:
    """Every check; makes a Qt application where there is none, but no window."""
    screen, missing = _screen_of(os.environ, sys.platform), ""
    if screen != _OFFSCREEN:
        missing = _missing_library(screen)
    if screen == _OFFSCREEN or missing:
        os.environ["QT_QPA_PLATFORM"] = _OFFSCREEN
    found = QApplication.instance()
    speak_chinese(found if isinstance(found, QApplication) else QApplication(sys.argv[:1]))
    return (
        Check("window", not missing, missing or f"Qt {qVersion()}, {QGuiApplication.platformName()}"),
        Check("screen", screen != _OFFSCREEN, screen or QGuiApplication.platformName(), vital=False),
        _chinese_face(),
        _chinese_buttons(),
        _pictures(resources),
    )


def _screen_of(environment: Mapping[str, str], system: str) -> str:
    """The Qt platform that a window would come up on; empty where Qt alone knows."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen or not system.startswith("linux"):
        return chosen
    if environment.get("DISPLAY"):
        return "xcb"
    return "wayland-generic" if environment.get("WAYLAND_DISPLAY") else _OFFSCREEN


def _missing_library(screen: str) -> str:
    """The loader's words about the first library that a window system's plugin misses, which would abort Qt."""
    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / f"libq{screen}.so"
    if not plugin.exists():
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""


def _chinese_face() -> Check:
    faces = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return Check("fonts", bool(faces), tr("，").join(faces[:3]))


def _chinese_buttons() -> Check:
    context, word, wanted = CANCEL
    found = QApplication.translate(context, word)
    return Check("chinese_buttons", found == wanted, found)


def _pictures(resources: Path) -> Check:
    """The icons' format, and Qt's own encryption beside Python's."""
    drawn = QSvgRenderer(str(resources / "icons" / "app.svg")).isValid()
    return Check("pictures", drawn, f"SVG, {QSslSocket.activeBackend()}")
