"""Which language the window speaks: the operator's choice in 设置 › 外观, else the system's; settled at the start."""

import os

from PySide6.QtCore import QLocale, QSettings

from weibo_operator.translation import VARIABLE, choose_language

PROGRAM = "weibo-operator"
"""Organisation and application of the window's settings."""
SYSTEM = "system"
KEY = "look/language"


def wished(settings: QSettings) -> str:
    """The choice that is kept: zh, en, or ``system`` where none was made."""
    return str(settings.value(KEY, SYSTEM))


def settle_language(settings: QSettings | None = None) -> None:
    """Name the language in the environment, where every sentence looks; to be called before sentences are imported."""
    kept = settings or QSettings(PROGRAM, PROGRAM)
    os.environ[VARIABLE] = choose_language(wished(kept), QLocale.system().uiLanguages(), os.environ)
