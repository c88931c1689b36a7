"""Asking for a table to read in, or for a place to write one to."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.support import file_dialogs
from weibo_operator.domain.clock import china
from weibo_operator.translation import tr

READ = tr("表格 (*.csv *.xlsx *.xls *.tsv *.txt)")


def choose_table(asker: QWidget, title: str) -> Path | None:
    """A table that is there; None when the operator turned it away."""
    chosen = file_dialogs.choose_files(asker, title, Path.home(), READ)
    return chosen[0] if chosen else None


def choose_table_place(asker: QWidget, title: str, name: str, now: datetime, kinds: str) -> Path | None:
    """Where to write a file of one of ``kinds``, named after what it holds and the day; None when turned away."""
    return file_dialogs.choose_place(asker, title, Path.home() / f"{name}_{china(now):%Y-%m-%d}.csv", kinds)
