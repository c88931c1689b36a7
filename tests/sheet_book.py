"""A workbook of several sheets, for tests of any folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter


def sheet_book(path: Path, sheets: Mapping[str, Sequence[Sequence[str]]]) -> Path:
    """Write rows of text under the sheets' names."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, cells in enumerate(rows):
                sheet.write_row(line, 0, cells)
    return path
