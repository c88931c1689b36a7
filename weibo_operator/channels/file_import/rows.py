"""Cuts delimited text into records that know their line, and finds the next good one after a bad one."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

_WIDE = 5
"""With so many columns no line of ordinary text passes for a row by accident."""
_LONG_KEY = 8
"""A number of so many digits at the beginning of a line is an id, not a word of the text."""


class RowCode(StrEnum):
    """Why a row was not read (``RowProblem.code``)."""

    REPEATED_HEADER = "repeated_header"
    TRUNCATED = "truncated"
    CELL_COUNT = "cell_count"
    UNCLOSED_QUOTE = "unclosed_quote"
    DAMAGED_ID = "damaged_id"
    BAD_DATE = "bad_date"
    NO_AUTHOR = "no_author"
    NOT_AN_OBJECT = "not_an_object"
    ENCODING = "encoding"
    GARBLED = "garbled"


class Record(NamedTuple):
    """One record: 1-based physical line it starts on, its cells, and what is wrong ("" when nothing is)."""

    line: int
    cells: list[str]
    flaw: str = ""


class RecordReader(Iterator[Record]):
    """Reads records from physical lines; the first one (the header) sets how many cells the others have.

    Blank records are passed over. A quote that is never closed would swallow the rows after it, so when a
    record over several lines is wrong, reading goes on at the first of its lines that stands by itself.
    """

    def __init__(self, lines: Iterable[str], delimiter: str, first_line: int = 1) -> None:
        """``lines`` keep their line ends; the first of them is the file's line ``first_line``."""
        self._lines = _Lines(lines, first_line)
        self._delimiter = delimiter
        self._csv = csv.reader(self._lines, delimiter=delimiter)
        self._width = 0
        self._key_length = 0
        self._header: list[str] = []

    def __next__(self) -> Record:
        while True:
            record = self._read()
            if any(record.cells) or record.flaw:
                return record

    def _read(self) -> Record:
        lines = self._lines
        line = lines.begin()
        try:
            cells = next(self._csv)
        except csv.Error:
            return self._broken(line, [])
        if lines.ended_inside:
            return self._broken(line, cells)
        if len(cells) != self._width or not cells:
            return self._odd_width(line, cells)
        if self._is_header(cells):
            return Record(line, cells, RowCode.REPEATED_HEADER)
        if cells[0].isdecimal():
            self._key_length = len(cells[0])
        if len(lines.taken) > 1 and self._swallows_rows():
            return self._broken(line, cells)
        return Record(line, cells, RowCode.TRUNCATED if lines.cut_character() else "")

    def _is_header(self, cells: list[str]) -> bool:
        # Files joined with their byte-order marks repeat the header with one in front.
        header = self._header
        return cells[-1] == header[-1] and [cells[0].lstrip("\ufeff"), *cells[1:]] == header

    def _odd_width(self, line: int, cells: list[str]) -> Record:
        if not any(map(str.strip, cells)):
            return Record(line, [])
        if self._width == 0:
            self._width, self._header = len(cells), cells
            return Record(line, cells)
        if len(cells) > self._width and not any(cells[self._width :]):
            return Record(line, cells[: self._width])
        return self._broken(line, cells)

    def _broken(self, line: int, cells: list[str]) -> Record:
        lines = self._lines
        for at in range(1, len(lines.taken)):
            if self._starts_row(lines.taken[at]):
                lines.give_back(at)
                return Record(line, cells, RowCode.UNCLOSED_QUOTE)
        cut = lines.ended_inside or (lines.at_cut_end() and len(cells) <= self._width)
        return Record(line, cells, RowCode.TRUNCATED if cut else RowCode.CELL_COUNT)

    def _swallows_rows(self) -> bool:
        """A record of the right width that holds whole rows: two unclosed quotes made one cell of them.

        Only wide tables are judged; where rows begin with a number, so must the lines that count as rows, and
        a long number (an id) is enough.
        """
        return self._width >= _WIDE and any(map(self._is_swallowed_row, self._lines.taken[1:]))

    def _is_swallowed_row(self, text: str) -> bool:
        if self._key_length >= _LONG_KEY:
            return self._begins_with_key(text)
        return self._stands_alone(text) and (not self._key_length or self._key(text).isdecimal())

    def _starts_row(self, text: str) -> bool:
        """A line that is a whole row, or begins with a number as long as the rows' own."""
        return self._stands_alone(text) or self._begins_with_key(text)

    def _begins_with_key(self, text: str) -> bool:
        key = self._key(text)
        return key.isdecimal() and len(key) == self._key_length

    def _key(self, text: str) -> str:
        return text.partition(self._delimiter)[0]

    def _stands_alone(self, text: str) -> bool:
        try:
            cells = next(csv.reader([text], delimiter=self._delimiter), None)
        except csv.Error:
            return False
        return cells is not None and len(cells) == self._width


class _Lines(Iterator[str]):
    """Physical lines, counted, of which the record under way can be given back."""

    def __init__(self, lines: Iterable[str], first_line: int) -> None:
        self._source = iter(lines)
        self._again: deque[str] = deque()
        self._next_line = first_line
        self.taken: list[str] = []
        self.ended_inside = False
        """The lines ended while a record was still open."""

    def __next__(self) -> str:
        if self._again:
            text = self._again.popleft()
        else:
            try:
                text = next(self._source)
            except StopIteration:
                self.ended_inside = bool(self.taken)
                raise
            if "\0" in text:
                text = text.replace("\0", "")
        self._next_line += 1
        self.taken.append(text)
        return text

    def begin(self) -> int:
        """Starts a record; returns its line number."""
        self.taken.clear()
        self.ended_inside = False
        return self._next_line

    def give_back(self, start: int) -> None:
        """Puts the record's lines from index ``start`` back, to be read again."""
        back = self.taken[start:]
        self._again.extendleft(reversed(back))
        self._next_line -= len(back)

    def at_cut_end(self) -> bool:
        """The record's last line has no line end: nothing follows, and something may be missing."""
        return bool(self.taken) and not self.taken[-1].endswith(("\n", "\r"))

    def cut_character(self) -> bool:
        """The file ends within a character (the decoder marked it)."""
        return self.taken[-1].endswith("\ufffd")
