"""Chinese on every system: Qt's own words, and typing it on Linux desktops that use fcitx."""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from weibo_operator.translation import SOURCE, spoken


def speak_chinese(app: QApplication) -> None:
    """Qt's own buttons (确定, 取消) in Chinese whatever the system speaks; an English window keeps Qt's own English."""
    if spoken() != SOURCE:
        return
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def choose_input_method() -> None:
    """Reach fcitx through its ibus portal; to be called before the application is made."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    reach_fcitx(os.environ, sys.platform, plugins)


def reach_fcitx(environment: MutableMapping[str, str], system: str, plugins: Path) -> None:
    """Name ibus and its portal where the desktop names fcitx and Qt came without fcitx's plugin.

    PySide6's wheels have ibus's plugin only; without the portal it looks for a program of ibus and gives up.
    """
    if not system.startswith("linux") or any(plugins.glob("*fcitx*")):
        return
    if "fcitx" in environment.get("QT_IM_MODULE", "") + environment.get("XMODIFIERS", ""):
        environment["QT_IM_MODULE"] = "ibus"
        environment["IBUS_USE_PORTAL"] = "1"
