"""What a target is, and the desk that some of them write into."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Protocol

from tests.fuzz.invariants import Rows
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import MemorySecrets

Input = bytes | str
"""A file's bytes, or typed and pasted words (in which half a character may stand)."""
NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
"""Thursday 2026-11-19 14:10 in Beijing."""


class StandingClock:
    """Always the same moment, so that an input can be tried again."""

    def now(self) -> datetime:
        return NOW


class Target(Protocol):
    """Something that takes input in."""

    def make(self, random: Random) -> Input:
        """An input; the same for the same numbers."""
        ...

    def check(self, data: Input) -> None:
        """Take it in; raises whatever must not happen."""
        ...

    def close(self) -> None:
        """Give up what was opened."""
        ...


@dataclass(frozen=True)
class Place:
    """Where a target works: a folder of its own, the program's resources and the word lists."""

    folder: Path
    resources: Path
    language: Language


class Desk:
    """A desk that is thrown away after some inputs, so that what came in before matters little."""

    def __init__(self, place: Place, arrange: Callable[[Operator], None] | None = None, *, renewed_after: int = 200):
        self._place = place
        self._renewed_after = renewed_after
        self._new = place.folder / "new.db"
        self.path = place.folder / "desk" / "desk.db"
        self._uses = 0
        made = self._open(self._new)
        if arrange is not None:
            arrange(made)
        made.close()
        self._operator = self._fresh()

    def operator(self) -> Operator:
        """The desk for the next input."""
        self._uses += 1
        if self._uses > self._renewed_after:
            self.renew()
        return self._operator

    def renew(self) -> None:
        """A new desk, whatever became of the one before."""
        self._operator.close()
        self._operator = self._fresh()

    def close(self) -> None:
        """Close the file."""
        self._operator.close()

    def rows(self) -> Mapping[str, int]:
        """Rows by table."""
        return self._rows.counted()

    def _fresh(self) -> Operator:
        shutil.rmtree(self.path.parent, ignore_errors=True)
        self.path.parent.mkdir(parents=True)
        shutil.copyfile(self._new, self.path)
        operator = self._open(self.path)
        self._rows, self._uses = Rows(operator), 0
        return operator

    def _open(self, path: Path) -> Operator:
        return build(path, clock=StandingClock(), language=self._place.language, secrets=MemorySecrets())


def file_bytes(data: Input) -> bytes:
    """An input as a file's content."""
    return data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


def typed(data: Input) -> str:
    """An input as words."""
    return data if isinstance(data, str) else data.decode("utf-8", "surrogateescape")
