"""Which language the window speaks: the operator's choice in 设置 › 外观, else the system's; settled at the start."""

import os

from PySide6.QtCore import QLocale, QSettings

from weibo_operator.translation import VARIABLE, choose_language, spoken

PROGRAM = "weibo-operator"
"""Organisation and application of the window's settings."""
SYSTEM = "system"
KEY = "look/language"
_OURS = f"{VARIABLE}_OURS"
"""Set in the environment once the program itself named the language there: it is then no wish of the operator's."""


def wished(settings: QSettings) -> str:
    """The choice that is kept: zh, en, or ``system`` where none was made."""
    return str(settings.value(KEY, SYSTEM))


def settle_language(settings: QSettings | None = None) -> None:
    """Name the language in the environment, where every sentence looks; to be called before sentences are imported."""
    language = _wanted(settings or QSettings(PROGRAM, PROGRAM))
    if os.environ.get(VARIABLE) != language:
        os.environ |= {VARIABLE: language, _OURS: "1"}


def is_pending(settings: QSettings) -> bool:
    """Whether the next start will speak another language than this one."""
    return _wanted(settings) != spoken()


def _wanted(settings: QSettings) -> str:
    environment = {} if _OURS in os.environ else os.environ
    return choose_language(wished(settings), QLocale.system().uiLanguages(), environment)
