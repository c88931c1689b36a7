"""Cells of lists kept in a spreadsheet: none becomes a formula there, and what comes back is what was written."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from unicodedata import category

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in one spreadsheet or another; the wide ones do where Chinese is typed."""
_STARTS = f"[{re.escape(''.join(FORMULA_STARTS))}]"
_FORMULA = re.compile(f"'*{_STARTS}")
_QUOTED = re.compile(f"''*{_STARTS}")


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, in files that nobody reads back."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def csv_bytes(headers: Sequence[str], records: Iterable[Sequence[str]]) -> bytes:
    """A list as a file's bytes: UTF-8 with a byte-order mark, without which a spreadsheet shows other characters."""
    held = io.StringIO(newline="")
    sheet = csv.writer(held)
    sheet.writerow(headers)
    sheet.writerows([_marked(each) for each in record] for record in records)
    return held.getvalue().encode("utf-8-sig")


def plain(cell: str) -> str:
    """A cell without the mark that kept it from being a formula."""
    return cell[1:] if _QUOTED.match(cell) else cell


def printable(text: str) -> str:
    """Lines end in one way; control characters, halves of characters and byte-order marks go."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\ufeff", "")
    return "".join(sign for sign in lines if sign == "\n" or category(sign) not in ("Cc", "Cs"))


def _marked(text: str) -> str:
    """Inert, and told from a cell that began with an apostrophe by itself."""
    return f"'{text}" if _FORMULA.match(text) else text
