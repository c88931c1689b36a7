"""Tables of the operator's own: which column is which, tried on the first rows, remembered by the headers."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.channel import IncomingMessage, MessageReader, RowProblem
from weibo_operator.domain.columns import Table, TableMapping
from weibo_operator.domain.operations import Changes
from weibo_operator.services.desk import Desk
from weibo_operator.storage import imports
from weibo_operator.storage.journal import changes_of

TRIED_ROWS = 20


class MappedTable(Struct, frozen=True):
    """A table and how it would be read; ``remembered`` when the operator has said so before."""

    table: Table
    mapping: TableMapping
    remembered: bool


class OwnTables:
    """Proposes, tries and remembers mappings."""

    def __init__(self, desk: Desk, reader: Callable[[str], MessageReader]) -> None:
        self._desk = desk
        self._reader = reader

    def open(self, path: Path, sheet: str = "") -> MappedTable:
        """The beginning of a table with the mapping of last time, else a proposed one.

        Raises ``FileUnreadableError`` (``no_table`` for what is none).
        """
        table = self._reader("").table(path, sheet)
        kept = imports.mapping(self._desk.connection, table.key)
        if kept is not None and len(kept.roles) == len(table.headers) and kept.is_complete:
            if not sheet and kept.sheet in table.sheets and kept.sheet != table.sheet:
                chosen_before = self._reader("").table(path, kept.sheet)
                table = chosen_before if chosen_before.key == table.key else table
            # What is read is the sheet that is shown, whichever it was last time.
            return MappedTable(table, replace(kept, sheet=table.sheet), remembered=True)
        return MappedTable(table, self._reader("").proposed(table), remembered=False)

    def try_rows(self, path: Path, mapping: TableMapping) -> tuple[IncomingMessage | RowProblem, ...]:
        """What would become of the first rows; nothing is stored. Raises ``FileUnreadableError``."""
        if not mapping.is_complete:
            return ()
        return tuple(islice(self._reader("").read(path, mapping=mapping), TRIED_ROWS))

    def remember(self, table: Table, mapping: TableMapping) -> Changes:
        """Read tables with these headers so from now on."""
        with self._desk.bookkeeping() as recorder:
            recorder.put("table_mapping", imports.mapping_row(table.key, mapping, self._desk.now()))
        return changes_of(recorder)
