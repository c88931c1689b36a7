"""The weekly summary as an Excel workbook: 摘要, 图表, 明细 and 定义; the same summary gives the same bytes."""

import io
from collections.abc import Sequence
from datetime import UTC

from weibo_operator.domain.weekly import TicketDetail, WeeklySummary
from weibo_operator.services.stages import Progress
from weibo_operator.services.weekly_charts import charts
from weibo_operator.services.weekly_sheet import Formats, Sheet, formats_of
from weibo_operator.services.weekly_tables_shown import detail_cells, number_columns, tables
from weibo_operator.services.weekly_text import conclusions, equation, provenance
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.workbook import Book, open_book

_SUMMARY_WIDTHS = (16, 22, 16, 11, 11, 11, 25, 25)
_CHART_WIDTHS = (18, 12, 12, 3)
_DETAIL_WIDTHS = (7, 20, 10, 13, 11, 8, 10, 11, 6, 8, 16, 16, 16, 16, 8, 11, 9, 9, 9, 9, 16)
_DEFINITION_WIDTHS = (8, 26, 100)
_QUOTED_FROM = 6
"""The columns of customers' words in 摘要."""
_CHARTS_SCALE = 62
_CHARTS_ON_A_PAGE = 3


def workbook_bytes(
    summary: WeeklySummary,
    details: Sequence[TicketDetail],
    words: WeekWords,
    *,
    unmasked: bool,
    progress: Progress,
) -> bytes:
    """The whole file; the only times in it are the summary's own. Raises ``StoppedError`` when asked to stop."""
    words = words.comparing(summary)
    buffer = io.BytesIO()
    workbook = open_book(buffer)
    formats = formats_of(workbook)
    printed = summary.provenance.printed_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.set_properties({"title": f"{words.title['report']} {summary.week}", "created": printed})
    try:
        _write_summary(workbook, formats, summary, words, unmasked=unmasked)
        _write_charts(workbook, formats, summary, words)
        _write_details(workbook, formats, details, words, progress, unmasked=unmasked)
        _write_definitions(workbook, formats, summary, words)
    finally:
        workbook.close()  # also when stopped: it holds temporary files
    return buffer.getvalue()


def _write_summary(
    workbook: Book, formats: Formats, summary: WeeklySummary, words: WeekWords, *, unmasked: bool
) -> None:
    sheet = Sheet(workbook, words.sheets["summary"], _SUMMARY_WIDTHS, formats, words.none, wrapped_from=_QUOTED_FROM)
    sheet.title(f"{words.title['report']} {words.week(summary.week)}")
    sheet.heading(words.headings["conclusions"])
    for sentence in conclusions(summary, words):
        sheet.row([sentence])
    sheet.heading(words.headings["backlog"])
    sheet.row([equation(summary, words)])
    for table in tables(summary, words, unmasked=unmasked):
        sheet.heading(words.headings[table.heading])
        sheet.columns(table.columns, numbers=number_columns(table))
        for row in table.rows:
            sheet.row(row)
    sheet.gap()
    for line in provenance(summary, words):
        sheet.row([line])
    sheet.row([words.unmasked_note if unmasked else words.masked_note])
    sheet.print_columns(len(_SUMMARY_WIDTHS))


def _write_charts(workbook: Book, formats: Formats, summary: WeeklySummary, words: WeekWords) -> None:
    sheet = Sheet(workbook, words.sheets["charts"], _CHART_WIDTHS, formats, "", scale=_CHARTS_SCALE)
    sheet.title(f"{words.sheets['charts']} {words.week(summary.week)}")
    drawn = charts(summary, words)
    if not drawn:
        sheet.row([words.paper["nothing"]])
    for place, chart in enumerate(drawn):
        if place and place % _CHARTS_ON_A_PAGE == 0:
            sheet.new_page()
        sheet.heading(chart.title)
        sheet.chart(chart, [words.paper["category"], *chart.names])


def _write_details(
    workbook: Book,
    formats: Formats,
    details: Sequence[TicketDetail],
    words: WeekWords,
    progress: Progress,
    *,
    unmasked: bool,
) -> None:
    sheet = Sheet(workbook, words.sheets["detail"], _DETAIL_WIDTHS, formats, "", across=True)
    sheet.columns(words.columns["detail"], frozen=True)
    for place, detail in enumerate(details):
        progress(place, len(details))
        sheet.row(detail_cells(detail, words, unmasked=unmasked))
    sheet.filtered(len(words.columns["detail"]))


def _write_definitions(workbook: Book, formats: Formats, summary: WeeklySummary, words: WeekWords) -> None:
    sheet = Sheet(workbook, words.sheets["definitions"], _DEFINITION_WIDTHS, formats, "", across=True, wrapped_from=2)
    sheet.columns(words.columns["definitions"], frozen=True)
    for text in words.definitions.values():
        sheet.row(["", "", text])
    for figure in summary.figures:
        sheet.row([figure.number, words.name(figure.key), words.definition(figure.key)])
    sheet.filtered(len(words.columns["definitions"]))
