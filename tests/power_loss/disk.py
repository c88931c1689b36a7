"""A disk that keeps what it was asked to keep, and of the rest, when the power goes, whatever chance wants."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from tests.power_loss.tape import Did, Event

SECTORS = (512, 4096)
"""What a disk writes whole: old ones and new ones."""


class Rest(Enum):
    """What becomes of the writes that were not yet kept."""

    NONE = "none"
    ALL = "all"
    FIRST = "first"
    """The first of them, in their order, the last one torn."""
    SOME = "some"
    """Any of them, in any order, sector by sector."""
    BUT_ONE = "but one"
    """All but one sector."""


@dataclass
class _Content:
    """One file's bytes: what is kept for sure, and what was written since."""

    kept: bytearray = field(default_factory=bytearray)
    since: list[Event] = field(default_factory=list[Event])


class Disk:
    """Files as they lie on the disk, told step by step what the program did."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        self._now = {name: _Content(bytearray(content)) for name, content in before.items()}
        self._kept_names: dict[str, _Content | None] = dict(self._now)
        self._names_since: dict[str, list[_Content | None]] = {}

    def do(self, event: Event) -> None:
        """Let one step happen."""
        if event.did is Did.MADE:
            self._now[event.name] = _Content()
            self._names_since.setdefault(event.name, []).append(self._now[event.name])
        elif event.did is Did.DELETED:
            self._names_since.setdefault(event.name, []).append(None)
            del self._now[event.name]
            if event.at:  # the folder was synced
                for name, states in self._names_since.items():
                    self._kept_names[name] = states[-1]
                self._names_since.clear()
        elif event.did in (Did.WROTE, Did.CUT):
            self._now[event.name].since.append(event)
        elif event.did is Did.KEPT:
            self._keep(event.name)

    def _keep(self, name: str) -> None:
        content = self._now[name]
        for event in content.since:
            _put(content.kept, event)
        content.since.clear()
        # The first sync of a new file makes its name last too.
        if self._names_since.pop(name, None) is not None:
            self._kept_names[name] = content

    def after_a_cut(self, rest: Rest, chance: random.Random) -> dict[str, bytes]:
        """The files that the next start finds."""
        found: dict[str, bytes] = {}
        for name in sorted({*self._kept_names, *self._names_since}):
            states = [self._kept_names.get(name), *self._names_since.get(name, ())]
            state = states[0] if rest is Rest.NONE else states[-1] if rest is Rest.ALL else chance.choice(states)
            if state is not None:
                found[name] = _left(state, rest, chance)
        return found


def _left(content: _Content, rest: Rest, chance: random.Random) -> bytes:
    left = bytearray(content.kept)
    pieces = [piece for event in content.since for piece in _pieces(event, chance.choice(SECTORS))]
    if rest is Rest.NONE or not pieces:
        pieces = []
    elif rest is Rest.FIRST:
        pieces = pieces[: chance.randrange(len(pieces) + 1)]
    elif rest is Rest.SOME:
        share = chance.random()
        pieces = [piece for piece in pieces if chance.random() < share]
    elif rest is Rest.BUT_ONE:
        del pieces[chance.randrange(len(pieces))]
    for piece in pieces:
        _put(left, piece)
    return bytes(left)


def _pieces(event: Event, sector: int) -> Iterator[Event]:
    """The parts of a write that a disk may keep or lose one by one."""
    if event.did is Did.CUT:
        yield event
        return
    at, end = event.at, event.at + len(event.data)
    while at < end:
        until = min(end, (at // sector + 1) * sector)
        yield Event(Did.WROTE, event.name, at, event.data[at - event.at : until - event.at])
        at = until


def _put(content: bytearray, event: Event) -> None:
    if event.did is Did.CUT:
        del content[event.at :]
        return
    if len(content) < event.at:
        content.extend(bytes(event.at - len(content)))
    content[event.at : event.at + len(event.data)] = event.data
