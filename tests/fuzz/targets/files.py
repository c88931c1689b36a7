"""Files that are imported: tables in every encoding, JSON, crawlers' databases, workbooks."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.fuzz import samples
from tests.fuzz.invariants import check_message, demand, expected, facts
from tests.fuzz.mutator import damaged_bytes, damaged_text
from tests.fuzz.targets.base import Desk, Input, Place, file_bytes
from tests.fuzz.words import cell, document, tree
from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.domain.labels import State

_STORED_EVERY, _OWN_EVERY = 50, 6
"""One file in so many is brought into a desk, or read as a table of one's own; the others are only read."""
_XLS = Path(__file__).resolve().parents[2] / "channels" / "files" / "calls.xls"
_FAR = ("A1", "ZZ9", "XFD1048576", "ZZZZZZZ9999999999", "A0", "1A", "", "a1", "A1048577", "BA99999")
Make = Callable[[Random], bytes]


class FileTarget:
    """Reads files in every way the desk does, and imports some."""

    def __init__(self, place: Place, make: Make) -> None:
        self._make = make
        self._folder = place.folder / "files"
        self._folder.mkdir(parents=True)
        self._path = self._folder / "1700000001.csv"
        self._reader = FileReader(["小店"], place.resources / "dictionaries" / "column_names.tsv")
        self._desk = Desk(place, renewed_after=60)
        self._count = 0

    def make(self, random: Random) -> Input:
        """A file."""
        return self._make(random)

    def check(self, data: Input) -> None:
        """Read it by itself, now and then as a table of one's own, and now and then import it."""
        self._path.write_bytes(file_bytes(data))
        with expected():
            for each in self._reader.read(self._path):
                check_message(each)
        self._count += 1
        if self._count % _OWN_EVERY == 0:
            self._read_as_own_table()
        if self._count % _STORED_EVERY == 0:
            self._import()
        demand(os.listdir(self._folder) == [self._path.name], "something was left beside the file")

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()

    def _read_as_own_table(self) -> None:
        with expected():
            demand(bool(self._reader.sniff(self._path).key), "a format without a name")
        with expected():
            table = self._reader.table(self._path)
            demand(all(len(row) == len(table.headers) for row in table.rows), "a row of another width")
            mapping = self._reader.proposed(table)
            demand(len(mapping.roles) == len(table.headers), "a mapping of another width")
            if mapping.is_complete:
                for each in self._reader.read(self._path, mapping=mapping):
                    check_message(each)

    def _import(self) -> None:
        operator = self._desk.operator()
        before = self._desk.rows()
        with expected() as caught:
            report = operator.intake.import_file(self._path).value
        after = self._desk.rows()
        if not caught.passed:
            demand(after == before, f"half of an import stayed: {caught.error!r}")
            return
        came = after["message"] - before["message"]
        demand(came == report.new, f"{report.new} new said, {came} stored")
        demand(report.rows == report.new + report.duplicates + report.skipped + report.inside, "rows were lost")
        for ticket in operator.inbox.pane(State.NEW, limit=3):
            operator.inbox.messages(ticket)
        if report.new and self._count % (2 * _STORED_EVERY) == 0:
            operator.history.undo()
            demand(facts(self._desk.rows()) == facts(before), "an import was not undone whole")


def tables(place: Place) -> FileTarget:
    """Delimited text in each encoding."""
    good = samples.tables()
    encoded = [text.encode(codec) for text in good for codec in samples.CODECS]

    def make(random: Random) -> bytes:
        chosen = random.random()
        if chosen < 0.4:
            return damaged_bytes(random, random.choice(encoded), encoded)
        text = damaged_text(random, random.choice(good), good) if chosen < 0.7 else samples.any_table(random)
        return text.encode(random.choice(samples.CODECS), "replace")

    return FileTarget(place, make)


def documents(place: Place) -> FileTarget:
    """JSON: the site's own, crawlers', one object a line."""
    good = samples.documents()
    encoded = [text.encode() for text in good]

    def make(random: Random) -> bytes:
        chosen = random.random()
        if chosen < 0.25:
            return damaged_bytes(random, random.choice(encoded), encoded)
        if chosen < 0.55:
            return damaged_text(random, random.choice(good), good).encode("utf-8", "surrogatepass")
        if chosen < 0.6:
            depth = random.choice((10, 400, 990, 1500, 20_000))
            return (random.choice(('{"data":', "[")) * depth + random.choice(("", "1", "{}"))).encode()
        trees = [document(tree(random, samples.JSON_KEYS), random) for _ in range(random.choice((1, 1, 1, 4)))]
        return "\n".join(trees).encode("utf-8", "surrogatepass")

    return FileTarget(place, make)


def databases(place: Place) -> FileTarget:
    """Crawlers' SQLite files, damaged."""
    good = samples.databases(place.folder)
    return FileTarget(place, lambda random: damaged_bytes(random, random.choice(good), good))


def workbooks(place: Place) -> FileTarget:
    """Workbooks of both formats: their bytes damaged, or their parts, packed anew."""
    whole = samples.workbook(place.folder)
    parts = samples.unpacked(whole)
    old = _XLS.read_bytes()
    beginnings = [old[:8192], whole]

    def make(random: Random) -> bytes:
        chosen = random.random()
        if chosen < 0.2:
            return damaged_bytes(random, whole, beginnings)
        if chosen < 0.4:
            return _damaged_old(random, old)
        name = random.choice([*parts, "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
        changed = _sheet(random) if chosen > 0.8 else _damaged_part(random, parts[name], list(parts.values()))
        if chosen > 0.8:
            name = "xl/worksheets/sheet1.xml"
        made = {**parts, name: changed}
        if random.random() < 0.05:
            made.pop(random.choice(list(made)))
        content = samples.packed(made, deflated=random.random() < 0.5)
        return _lied(random, content) if random.random() < 0.1 else content

    return FileTarget(place, make)


def _damaged_old(random: Random, old: bytes) -> bytes:
    data = bytearray(old)
    for _ in range(random.choice((1, 2, 4, 16))):
        at = random.randrange(len(data)) if random.random() < 0.6 else random.randrange(600)
        data[at] = random.choice((0, 1, 0x7F, 0x80, 0xFF, data[at] ^ 1 << random.randrange(8)))
    return bytes(data[: random.randrange(len(data))] if random.random() < 0.1 else data)


def _damaged_part(random: Random, part: bytes, others: list[bytes]) -> bytes:
    if random.random() < 0.5:
        return damaged_bytes(random, part, others)
    text = damaged_text(random, part.decode(), [each.decode() for each in others])
    return text.encode("utf-8", "replace")


def _sheet(random: Random) -> bytes:
    """A sheet of any cells at any places."""
    cells = [
        f'<c r="{random.choice(_FAR)}" t="{random.choice(("s", "inlineStr", "str", "b", "e", "n", "d", "?"))}" '
        f's="{random.choice((0, 1, 99999, -1))}"><v>{_escaped(cell(random))}</v>'
        f"<is><t>{_escaped(cell(random))}</t></is></c>"
        for _ in range(random.randint(0, 6))
    ]
    rows = "".join(f'<row r="{random.choice((1, 2, 0, -1, 1048577, 10**12))}">{each}</row>' for each in cells)
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    size = f'<dimension ref="A1:{random.choice(_FAR)}"/>'
    return f'<worksheet xmlns="{space}">{size}<sheetData>{rows}</sheetData></worksheet>'.encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").encode("utf-8", "replace").decode()


def _lied(random: Random, content: bytes) -> bytes:
    """Sizes in the archive's own list that are not true."""
    data = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        start = packed.start_dir
    at = data.find(b"PK\x01\x02", start + random.randrange(200))
    if at >= 0:
        field = at + random.choice((20, 24, 42))
        data[field : field + 4] = random.choice((0, 1, 2**31, 2**32 - 1, 10**6)).to_bytes(4, "little")
    return bytes(data)
