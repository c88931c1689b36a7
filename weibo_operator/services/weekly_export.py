"""Writing the week to a file in one of six formats: whole or not at all, with progress, to be stopped at any time."""

import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.week import Week
from weibo_operator.services.stages import Report as Watch
from weibo_operator.services.stages import Stages, StoppedError, unwatched
from weibo_operator.services.weekly import Weekly
from weibo_operator.services.weekly_csv import csv_table
from weibo_operator.services.weekly_report import Report
from weibo_operator.services.weekly_xlsx import workbook_bytes
from weibo_operator.services.whole_file import replace_file
from weibo_operator.translation import for_others

_READ, _LISTED, _WRITTEN, _ALL = 40, 55, 95, 100
"""Hundredths of the work that are done when the figures are read, the tickets too, the format is written, the file."""

DrawPdf = Callable[[Report], bytes]
"""Draws the report as PDF; given by who has Qt, the core has none."""


class WeekFormat(StrEnum):
    """A format of the weekly report; its value is the suffix without the dot."""

    XLSX = "xlsx"
    PDF = "pdf"
    HTML = "html"
    CSV = "csv"
    TXT = "txt"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """The file's suffix with its dot."""
        return f".{self.value}"


def write_week(
    weekly: Weekly,
    week: Week,
    path: Path,
    kind: WeekFormat,
    *,
    unmasked: bool = False,
    against: Week | None = None,
    watch: Watch = unwatched,
    draw_pdf: DrawPdf | None = None,
) -> bool:
    """Write the week to ``path``; False when ``watch`` asked to stop, and then nothing is written.

    Raises ``InvalidInputError`` where the file can't be written, or for a PDF without anything to draw it.
    """
    stages = Stages(watch)
    try:
        content = week_content(weekly, week, kind, unmasked=unmasked, against=against, stages=stages, draw_pdf=draw_pdf)
        stages.reached(_WRITTEN)
    except StoppedError:
        return False
    replace_file(path, content)
    watch(_ALL, _ALL)
    return True


@for_others()
def week_content(
    weekly: Weekly,
    week: Week,
    kind: WeekFormat,
    *,
    unmasked: bool,
    against: Week | None = None,
    stages: Stages | None = None,
    draw_pdf: DrawPdf | None = None,
) -> bytes:
    """The file's bytes, in the customers' language whatever the window speaks. Raises ``StoppedError``.

    The same database, week and time of printing give the same bytes.
    """
    stages = stages or Stages(unwatched)
    stages.reached(0)

    def reading(done: int, total: int) -> None:
        stages.reached(_READ * done // total)

    match kind:
        case WeekFormat.XLSX:
            printed = weekly.printed(week, against=against, progress=reading)
            stages.reached(_LISTED)
            return workbook_bytes(
                printed.summary, printed.details, weekly.words, unmasked=unmasked, progress=stages.part(_WRITTEN)
            )
        case WeekFormat.CSV:
            details = weekly.tickets(week)
            stages.reached(_LISTED)
            progress = stages.part(_WRITTEN)
            return csv_table(details, weekly.words, unmasked=unmasked, progress=progress).encode()
        case WeekFormat.PDF:
            if draw_pdf is None:
                raise InvalidInputError(field="format", reason="needs_window")
            report = weekly.report(week, unmasked=unmasked, against=against, progress=reading)
            stages.reached(_LISTED)
            return draw_pdf(report)
        case WeekFormat.HTML:
            report = weekly.report(week, unmasked=unmasked, against=against, progress=reading)
            stages.reached(_LISTED)
            return weekly.html(report).encode()
        case WeekFormat.TXT:
            return weekly.text(week, unmasked=unmasked, against=against, progress=reading).encode()
        case WeekFormat.JSON:
            told = weekly.as_json(week, unmasked=unmasked, against=against, progress=reading)
            return json.dumps(told, ensure_ascii=False).encode()
