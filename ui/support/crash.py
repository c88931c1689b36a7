"""Bugs: told in one dialog whose text can be copied, and to standard error where there is one; no file is kept."""

import logging
import sys
import traceback
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from ui.support.theme import dress_alike
from weibo_operator.translation import tr

_LOG = logging.getLogger("weibo_operator.crash")


def install(take: Callable[[BaseException], bool]) -> None:
    """Tell exceptions nobody expected; what ``take`` says it has seen to is no bug."""
    sys.excepthook = partial(_report, take)


def _report(
    take: Callable[[BaseException], bool],
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Tell the bug; the desk goes on, as every change is whole or not at all."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    if take(error):
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    _LOG.critical("unexpected error\n%s", details)
    box = QMessageBox()
    dress_alike(box)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("微博客服台"))
    box.setText(tr("程序遇到了没有料到的问题。工单和草稿都已保存，可以继续使用。"))
    box.setInformativeText(tr("如果又出现，请把诊断信息发给开发者。"))
    box.setDetailedText(details)
    copy = box.addButton(tr("复制诊断信息"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(tr("继续"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    if box.clickedButton() is copy:
        QApplication.clipboard().setText(details)
