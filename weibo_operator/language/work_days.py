"""Reads the table of public holidays."""

from datetime import date
from pathlib import Path

from weibo_operator.domain.work_days import Holiday, WorkDays
from weibo_operator.language.tables import read_rows


def read_work_days(path: Path) -> WorkDays:
    """The table's holidays: name, first day, last day, weekend days worked for it (spaces between).

    Raises ValueError for a day that is none, OSError where the file is missing.
    """
    return WorkDays(
        Holiday(
            name, date.fromisoformat(first), date.fromisoformat(last), tuple(map(date.fromisoformat, worked.split()))
        )
        for name, first, last, worked in read_rows(path, 4)
    )
