"""The week's tickets as CSV, one row each, with a byte-order mark; no cell is taken for a formula."""

import csv
import io
from collections.abc import Sequence

from weibo_operator.domain.weekly import TicketDetail
from weibo_operator.services.list_cells import inert
from weibo_operator.services.stages import Progress
from weibo_operator.services.weekly_report import cell_text
from weibo_operator.services.weekly_sheet import Cell
from weibo_operator.services.weekly_tables_shown import detail_cells
from weibo_operator.services.weekly_words import WeekWords

_BOM = "\ufeff"


def csv_table(details: Sequence[TicketDetail], words: WeekWords, *, unmasked: bool, progress: Progress) -> str:
    """The columns of the workbook's 明细; a cell without data is empty. Raises ``StoppedError``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(words.columns["detail"])
    for place, detail in enumerate(details):
        progress(place, len(details))
        writer.writerow([_cell(cell, words) for cell in detail_cells(detail, words, unmasked=unmasked)])
    return _BOM + out.getvalue()


def _cell(cell: Cell, words: WeekWords) -> str:
    if cell is None:
        return ""
    text = cell_text(cell, words)
    return inert(text) if isinstance(cell, str) else text
