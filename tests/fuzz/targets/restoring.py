"""Backups that are damaged: restored only when they are sound, and what was there stays when they are not."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from tests.fuzz.invariants import demand, expected
from tests.fuzz.targets.base import NOW, Desk, Input, Place, StandingClock, file_bytes
from tests.fuzz.targets.typed import some_customers
from weibo_operator.bootstrap import build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.services import restoring

_PAGE = 4096


class RestoreTarget:
    """Restores a damaged copy over a good file, opens it, looks at it, and puts the old one back."""

    def __init__(self, place: Place) -> None:
        self._language = place.language
        desk = Desk(place, some_customers)
        desk.close()
        self._good = desk.path.read_bytes()
        self._folder = place.folder / "restored"
        self._folder.mkdir()
        self._path, self._source = self._folder / "desk.db", place.folder / "backup.db"
        self._path.write_bytes(self._good)

    def make(self, random: Random) -> Input:
        """The backup with some bytes changed, most of them where SQLite keeps its own numbers."""
        data = bytearray(self._good)
        for _ in range(random.choice((1, 1, 2, 5, 30))):
            chosen = random.random()
            page = random.randrange(len(data) // _PAGE) * _PAGE
            if chosen < 0.5:
                at = random.choice((random.randrange(100), page + random.randrange(120), random.randrange(len(data))))
                data[at] = random.choice((0, 1, 0xFF, 0x80, data[at] ^ 1 << random.randrange(8)))
            elif chosen < 0.8:
                at = page + random.randrange(_PAGE)
                piece = random.choice((b"\x00" * 16, random.randbytes(9), b"9" * 20, "😀".encode()))
                data[at : at + len(piece)] = piece
            else:
                other = random.randrange(len(data) // _PAGE) * _PAGE
                data[page : page + _PAGE] = data[other : other + _PAGE]
        return bytes(data[: random.randrange(len(data))] if random.random() < 0.15 else data)

    def check(self, data: Input) -> None:
        """Restore; where it is refused, all is as it was."""
        self._source.write_bytes(file_bytes(data))
        before = self._listed()
        with expected() as refused:
            aside = restoring.restore(self._path, self._source, NOW)
        if not refused.passed:
            demand(self._listed() == before, f"a refused restore left something: {refused.error!r}")
            return
        demand(aside.read_bytes() == self._good, "what was there is not kept as it was")
        try:
            self._look()
        finally:
            for each in self._folder.iterdir():
                each.unlink()
            self._path.write_bytes(self._good)

    def close(self) -> None:
        """Nothing is open."""

    def _listed(self) -> Mapping[str, bytes]:
        return {each.name: each.read_bytes() for each in self._folder.iterdir()}

    def _look(self) -> None:
        with expected(), restoring.file_errors(self._path):
            operator = build(Path(self._path), clock=StandingClock(), language=self._language, secrets=MemorySecrets())
            try:
                for state in operator.inbox.counts():
                    operator.inbox.cards(operator.inbox.pane(state))
                operator.templates.all()
                operator.inbox.search("水杯")
            finally:
                operator.close_untouched()
