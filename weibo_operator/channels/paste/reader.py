"""Reads what was copied: JSON by the readers of exported files, everything else line by line."""

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from weibo_operator.channels.file_import.context import clean_names
from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.channels.paste.blocks import Block, Shape, blocks_of
from weibo_operator.channels.paste.html_lines import html_lines, with_links
from weibo_operator.channels.paste.lines import Line, lines_of
from weibo_operator.channels.paste.marks import Mark, mark
from weibo_operator.channels.paste.messages import Pasting, message_of
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.labels import Source
from weibo_operator.domain.pasted import Pasted, PastedMessage, RestLine
from weibo_operator.domain.whole_characters import whole

_JSON_STARTS = ("{", "[")
_MOST_LINES = 20_000
"""Lines that are read as messages; a longer text is a file, and what is beyond stays in the rest."""


class PageReader:
    """Reads copied text (``domain.pasted.PasteReader``); ``own_names`` are the nicknames of our own accounts."""

    def __init__(self, own_names: Sequence[str] = ()) -> None:
        self._own_names = clean_names(own_names)

    def read(self, text: str, captured_at: datetime, *, html: str = "") -> Pasted:
        """What is in ``text``: every line is in a message or in the rest."""
        text, html = whole(text), whole(html)
        if text.lstrip("\ufeff \r\n\t").startswith(_JSON_STARTS):
            found = self._from_json(text, captured_at)
            if found:
                return Pasted(tuple(PastedMessage(each, (), ours=each.nickname in self._own_names) for each in found))
        lines = lines_of(text)
        if html:
            lines = with_links(lines, html) if lines else html_lines(html)
        return self._from_lines(lines, captured_at)

    def _from_lines(self, lines: tuple[Line, ...], captured_at: datetime) -> Pasted:
        rows = tuple(mark(line, captured_at) for line in lines[:_MOST_LINES])
        blocks = blocks_of(rows, self._own_names)
        headings = _headings(rows)
        messages: list[PastedMessage] = []
        for number, block in enumerate(blocks):
            if block.shape is not Shape.QUOTE:
                pasting = Pasting(captured_at, self._own_names, headings[block.start])
                made = message_of(rows, block, _quote_after(blocks, number), pasting)
                messages += [] if made is None else [made]
        taken = {number for each in messages for number in each.lines}
        page = {row.line.number for row in rows if row.is_page}
        rest = (line for line in lines if line.number not in taken)
        return Pasted(tuple(messages), tuple(RestLine(line.number, line.text, line.number in page) for line in rest))

    def _from_json(self, text: str, captured_at: datetime) -> list[IncomingMessage]:
        """The messages of a JSON answer, by the same readers as a file of it; none when it is no such JSON."""
        with tempfile.TemporaryDirectory(prefix="paste-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "pasted.json"
            path.write_text(text, encoding="utf-8", errors="replace")
            try:
                items = list(FileReader(tuple(self._own_names)).read(path, captured_at=captured_at))
            except OperatorError:
                return []
        return [item for item in items if isinstance(item, IncomingMessage)]


def _quote_after(blocks: Sequence[Block], number: int) -> Block | None:
    after = blocks[number + 1] if number + 1 < len(blocks) else None
    return after if after is not None and after.shape is Shape.QUOTE else None


def _headings(rows: Sequence[Mark]) -> list[Source | None]:
    """For each row what the nearest heading at or above it says the page lists."""
    found: list[Source | None] = []
    for row in rows:
        found.append(row.heading or (found[-1] if found else None))
    return found
