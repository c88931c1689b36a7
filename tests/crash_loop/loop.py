"""The side that kills: runs one kind of work over and over, kills it, and looks at what is left."""

import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.conftest import PROJECT
from tests.crash_loop.works import EVERYTHING, SAID, WORKS, desk_of, rows_of
from tests.soundness import soundness, verdict
from weibo_operator.bootstrap import Language
from weibo_operator.domain.errors import NothingToUndoError, UndoBarrierError
from weibo_operator.domain.labels import State
from weibo_operator.services.backups import automatic
from weibo_operator.storage.journal import JOURNALLED
from weibo_operator.storage.write_turns import DeskConnection

Content = frozenset[tuple[str, bytes]]
"""Names within it and what they hold."""
Run = Callable[[str, int], str]


@dataclass
class CrashSums:
    """What a loop of kills came to; everything but the first two should stay empty."""

    kills: Counter[str] = field(default_factory=Counter[str])
    finished: int = 0
    wrong: list[str] = field(default_factory=list[str])

    @property
    def words(self) -> str:
        """One line for the record."""
        each = ", ".join(f"{name} {count}" for name, count in self.kills.items())
        return f"{self.kills.total()} kills ({each}), {self.finished} runs ended before; wrong: {self.wrong or 'none'}"


class CrashLoop:
    """One kind of work: its folder as it is before each run, and every state it may leave."""

    def __init__(self, name: str, place: Path, language: Language) -> None:
        self.name = name
        self._language = language
        self._before, self.folder = place / "before", place / "desk"
        self._before.mkdir(parents=True)
        WORKS[name].arrange(self._before, language)
        self.states = self._committed()
        self._exports = self._whole_exports()
        self._followed: set[str] = set()

    def run(self, deaths: Iterable[tuple[str, int]], sums: CrashSums) -> None:
        """Kill a run at each of these points, and look each time."""
        with self._running() as run:
            for kind, at in deaths:
                self.put_back()
                word = run(kind, at).split()[0]
                sums.kills[self.name] += word == "killed"
                sums.finished += word == "done"
                sums.wrong += [f"{self.name} {kind} {at}: {found}" for found in self.look()]

    def chances(self, edges: int, anywhere: int, times: int) -> list[tuple[str, int]]:
        """Points spread over a whole run: at what reaches the disk, at any call, and at any microsecond."""
        with self._running() as run:
            _, calls, reaching = run("all", 0).split()
            self.put_back()
            began = monotonic()
            run("time", 60_000_000)
            length = round((monotonic() - began) * 1e6)
        points = [("edges", 1 + number * int(reaching) // max(1, edges)) for number in range(edges)]
        points += [("all", 1 + number * int(calls) // max(1, anywhere)) for number in range(anywhere)]
        points += [("time", random.randrange(length)) for _ in range(times)]
        return points

    def put_back(self) -> None:
        """The folder as it is before each run."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self._before, self.folder)

    @contextmanager
    def _running(self) -> Iterator[Run]:
        self.put_back()
        command = [sys.executable, "-m", "tests.crash_loop.worker", self.name, str(self.folder)]
        with subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            ask, answers = process.stdin, process.stdout

            def run(kind: str, at: int) -> str:
                ask.write(f"{kind} {at}\n")
                ask.flush()
                return answers.readline()

            yield run
            ask.close()

    def _committed(self) -> frozenset[str]:
        """What an undisturbed run leaves between two transactions, from its start to its end."""
        self.put_back()
        path, states = self.folder / "desk.db", set[str]()
        original = DeskConnection.execute

        def noting(connection: DeskConnection, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
            if not connection.in_transaction:
                states.add(rows_of(path))
            cursor = original(connection, sql, parameters)  # pyright: ignore[reportArgumentType] - passed on as given
            if not connection.in_transaction:
                states.add(rows_of(path))
            return cursor

        states.add(rows_of(path))
        DeskConnection.execute = noting
        try:
            WORKS[self.name].do(self.folder, self._language)
        finally:
            DeskConnection.execute = original
        states.add(rows_of(path))
        return frozenset(states)

    def _whole_exports(self) -> Mapping[str, frozenset[Content]]:
        """What an exported file or folder may hold: what it held before, or all of the new one."""
        names = [EVERYTHING, *(each.name for each in self._before.glob("week.*"))]
        return {name: frozenset(_content(folder / name) for folder in (self._before, self.folder)) for name in names}

    def look(self) -> Iterator[str]:
        """Everything that is wrong with what the kill left."""
        yield from self._of_the_database(self.folder / "desk.db")
        for name, whole in self._exports.items():
            if _content(self.folder / name) not in whole:
                yield f"{name} is half"
        for copy in (*(each.path for each in automatic(self.folder / "desk.db")), *self.folder.glob("by_hand.db")):
            with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
                if verdict(file) != "ok":
                    yield f"{copy.name} is not sound"
        yield from self._of_what_was_said()

    def _of_the_database(self, path: Path) -> Iterator[str]:
        with closing(sqlite3.connect(path)) as file:
            yield from soundness(file)
        state = rows_of(path)
        if state not in self.states:
            yield "half an operation"
        elif state not in self._followed:
            self._followed.add(state)
            yield from self._of_the_next_start(state)

    def _of_the_next_start(self, state: str) -> Iterator[str]:
        """The program opens it; what is derived is what deriving it anew gives; undo and redo lead back to it."""
        with closing(desk_of(self.folder, self._language, minutes=30)) as operator:
            path = operator.desk.path
            checks = [check.name for check in operator.health.examine() if not check.ok]
            if checks:
                yield f"the next start finds {checks}"
            opened = rows_of(path)
            if self.name not in ("migration", "restore") and opened != state:
                yield "opening it changed it"
            tickets = [row[0] for row in operator.desk.connection.execute("SELECT id FROM ticket ORDER BY id")]
            with operator.desk.bookkeeping() as recorder:
                recorder.touch(tickets)
            if rows_of(path) != opened:
                yield "what is derived is not what the facts give"
            facts, order = rows_of(path, JOURNALLED), operator.inbox.pane(State.NEW)
            undone, redone = _times(operator.history.undo), _times(operator.history.redo)
            # An import that was taken back is imported anew, not done again.
            again = rows_of(path, JOURNALLED), operator.inbox.pane(State.NEW)
            if undone == redone and again != (facts, order):
                yield f"{undone} operations undone and done again lead elsewhere"

    def _of_what_was_said(self) -> Iterator[str]:
        """What a call had returned for is there: drafts, copied replies, handoffs."""
        said = self.folder / SAID
        if not said.exists():
            return
        lines = said.read_text(encoding="utf-8").splitlines()
        with closing(sqlite3.connect(self.folder / "desk.db")) as file:
            for verb, ticket, *text in (line.split(" ", 2) for line in lines if line.count(" ") > 1):
                later = [
                    line for line in lines if line.startswith(("draft", "copied", "sent")) and f" {ticket} " in line
                ]
                if later[-1] != f"{verb} {ticket} {text[0]}":
                    continue
                kept = {row[0] for row in file.execute("SELECT text FROM draft WHERE ticket_id = ?", (ticket,))}
                kept |= {row[0] for row in file.execute("SELECT text FROM intent WHERE ticket_id = ?", (ticket,))}
                # The next call may have been under way: a newer draft has then taken this one's place.
                if not any(each.startswith(text[0]) for each in kept):
                    yield f"lost: {verb} {ticket} {text[0]}"


def _content(place: Path) -> Content:
    """A file, or all of a folder; nothing where there is none."""
    files = [place] if place.is_file() else [each for each in place.rglob("*") if each.is_file()]
    return frozenset((str(each.relative_to(place)), each.read_bytes()) for each in files)


def _times(step: Callable[[], object]) -> int:
    """How often undo or redo had something to do."""
    count = 0
    with suppress(NothingToUndoError, UndoBarrierError):
        while True:
            step()
            count += 1
    return count
