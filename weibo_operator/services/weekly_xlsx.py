"""The weekly summary as an Excel workbook: 概要, 明细 and 定义; the same summary gives the same bytes."""

import io
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path

from weibo_operator.domain.weekly import TicketDetail, WeeklySummary
from weibo_operator.services.weekly_sheet import Sheet, formats_of
from weibo_operator.services.weekly_tables_shown import detail_cells, tables
from weibo_operator.services.weekly_text import conclusions, equation, provenance
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.whole_file import replace_file
from weibo_operator.services.workbook import Book, open_book

_SUMMARY_WIDTHS = (18, 26, 14, 12, 14, 14, 14, 14)
_DETAIL_WIDTHS = (8, 32, 12, 14, 8, 10, 12, 12, 6, 8, 17, 17, 17, 17, 8, 10, 8, 12, 10, 10, 16)
_DEFINITION_WIDTHS = (8, 22, 90)


def write_workbook(
    path: Path, summary: WeeklySummary, details: Sequence[TicketDetail], words: WeekWords, *, unmasked: bool
) -> Path:
    """Write the workbook whole or not at all; raises ``InvalidInputError`` where it can't be."""
    replace_file(path, workbook_bytes(summary, details, words, unmasked=unmasked))
    return path


def workbook_bytes(
    summary: WeeklySummary, details: Sequence[TicketDetail], words: WeekWords, *, unmasked: bool
) -> bytes:
    """The whole file; the only times in it are the summary's own."""
    buffer = io.BytesIO()
    workbook = open_book(buffer)
    printed = summary.provenance.printed_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.set_properties({"title": f"{words.title['report']} {summary.week}", "created": printed})
    _write_summary(workbook, summary, words, unmasked=unmasked)
    _write_details(workbook, details, words, unmasked=unmasked)
    _write_definitions(workbook, summary, words)
    workbook.close()
    return buffer.getvalue()


def _write_summary(workbook: Book, summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> None:
    sheet = Sheet(workbook, words.sheets["summary"], _SUMMARY_WIDTHS, formats_of(workbook), words.none)
    sheet.title(f"{words.title['report']} {words.week(summary.week)}")
    sheet.heading(words.headings["conclusions"])
    for sentence in conclusions(summary, words):
        sheet.row([sentence])
    sheet.heading(words.headings["backlog"])
    sheet.row([equation(summary, words)])
    for table in tables(summary, words, unmasked=unmasked):
        sheet.heading(words.headings[table.heading])
        sheet.columns(table.columns)
        for row in table.rows:
            sheet.row(row)
        if table.chart:
            sheet.chart(words.headings["chart"], table.columns, table.chart, table.rows)
    sheet.gap()
    for line in provenance(summary, words):
        sheet.row([line])
    sheet.row([words.unmasked_note if unmasked else words.masked_note])


def _write_details(workbook: Book, details: Sequence[TicketDetail], words: WeekWords, *, unmasked: bool) -> None:
    sheet = Sheet(workbook, words.sheets["detail"], _DETAIL_WIDTHS, formats_of(workbook), "")
    sheet.columns(words.columns["detail"], frozen=True)
    for detail in details:
        sheet.row(detail_cells(detail, words, unmasked=unmasked))


def _write_definitions(workbook: Book, summary: WeeklySummary, words: WeekWords) -> None:
    sheet = Sheet(workbook, words.sheets["definitions"], _DEFINITION_WIDTHS, formats_of(workbook), "")
    sheet.columns(words.columns["definitions"], frozen=True)
    for text in words.definitions.values():
        sheet.row(["", "", text])
    for figure in summary.figures:
        sheet.row([figure.number, words.name(figure.key), words.definition(figure.key)])
