"""Cells of lists kept in a spreadsheet: none becomes a formula there, and what comes back is what was written."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from unicodedata import category

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_QUOTED = re.compile(r"''*[=+\-@＝＋－＠\t\r]")


def csv_bytes(headers: Sequence[str], records: Iterable[Sequence[str]]) -> bytes:
    """A list as a file's bytes: UTF-8 with a byte-order mark, without which a spreadsheet shows other characters."""
    held = io.StringIO(newline="")
    sheet = csv.writer(held)
    sheet.writerow(headers)
    sheet.writerows([_inert(each) for each in record] for record in records)
    return held.getvalue().encode("utf-8-sig")


def plain(cell: str) -> str:
    """A cell without the mark that kept it from being a formula."""
    return cell[1:] if _QUOTED.match(cell) else cell


def printable(text: str) -> str:
    """Lines end in one way; control characters, halves of characters and byte-order marks go."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\ufeff", "")
    return "".join(sign for sign in lines if sign == "\n" or category(sign) not in ("Cc", "Cs"))


def _inert(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
