"""Lets an operator reply by chance, cuts the power at any step of it, and looks at what the next start finds."""

import random
import shutil
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from tests.conftest import SetClock
from tests.crash_loop.works import rows_in
from tests.power_loss.disk import Disk, Rest
from tests.power_loss.tape import Did, Tape, recording
from tests.services.platform_box import PlatformBox
from tests.services.test_outbox_by_chance import NAMES, Chances
from tests.soundness import soundness
from weibo_operator.bootstrap import Language, build
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend, IntentState
from weibo_operator.services.restoring import check_there
from weibo_operator.storage.connection import Connection
from weibo_operator.storage.write_turns import DeskConnection

WORKS = (*NAMES, *("press", "step") * 6, "draft", "copy", "confirm", "confirm")
"""What the operator does: everything that replies go through, and drafts and copied replies between."""
SMALL_LOG = 12
"""Pages after which the log is brought into the file: in a day's work that happens too, in a short run it would not."""
OUTSIDE = frozenset({"sending", "unknown", "sent", "withdrawn"})
"""Where a reply may stand that is on Weibo: never among those that would still be sent."""


@dataclass
class Sums:
    """What the cuts came to; ``wrong`` should stay empty."""

    cuts: int = 0
    lost_writes: int = 0
    """Cuts that found something not yet kept."""
    followed: int = 0
    """Different states that were found, opened and worked on to their end."""
    outside: int = 0
    """Replies that were on Weibo when the power went."""
    states: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])

    @property
    def words(self) -> str:
        """One line for the record."""
        return (
            f"{self.cuts} cuts ({self.lost_writes} with unsynced writes), {self.followed} states followed, "
            f"{self.outside} replies on Weibo, found as {dict(self.states)}; wrong: {self.wrong or 'none'}"
        )


@dataclass(frozen=True, slots=True)
class _Committed:
    """A transaction that had returned when ``at`` events had happened; ``kept``: the disk was waited for."""

    at: int
    rows: str
    kept: bool


class Replying(Chances):
    """The operator of ``Chances``, who also copies and confirms."""

    def draft(self, which: int) -> None:
        tickets = self._tickets()
        if tickets:
            self.count += 1
            self.operator.replies.save_draft(tickets[which % len(tickets)], Audience.PUBLIC, f"草稿{self.count}")

    def copy(self, which: int) -> None:
        tickets = self._tickets()
        if tickets:
            self.count += 1
            self.operator.replies.copy(
                tickets[which % len(tickets)],
                audience=Audience.PUBLIC,
                text=f"第{self.count}句",
                after=AfterSend(State.IN_PROGRESS),
            )

    def confirm(self, which: int) -> None:
        for ticket in self._tickets():
            waiting = self.operator.outbox.of_ticket(ticket)
            if waiting is not None and waiting.sending is None:
                self.operator.replies.confirm(waiting.id)
                return


class PowerLoss:
    """One day of replying, recorded once: any number of cuts are then made in it."""

    def __init__(self, folder: Path, language: Language, seed: int, steps: int = 40) -> None:
        self._place, self._language, self._chance = folder, language, random.Random(seed)
        self._committed: list[_Committed] = []
        self._followed: set[tuple[str, int]] = set()
        (folder / "desk").mkdir(parents=True)
        self.tape, self._operator = self._record(folder / "desk", steps)

    def _record(self, folder: Path, steps: int) -> tuple[Tape, Replying]:
        replying = Replying(folder, self._language)
        for number in range(3):
            replying.write(number)
        replying.operator.close()
        with recording(folder, lambda: len(replying.box.posted)) as tape, self._watching(tape):
            replying.open()
            try:
                for _ in range(steps):
                    replying.do(self._chance.choice(WORKS), self._chance.randrange(10))
            finally:
                replying.operator.close()
            tape.note(Did.NOTHING)
        return tape, replying

    @contextmanager
    def _watching(self, tape: Tape) -> Iterator[None]:
        """Remember the rows after each transaction, and whether it had waited for the disk."""
        original = DeskConnection.execute

        def watched(connection: DeskConnection, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
            if not self._committed:
                original(connection, f"PRAGMA wal_autocheckpoint = {SMALL_LOG}")
                self._committed.append(_Committed(0, _digest(connection), kept=True))
            cursor = original(connection, sql, parameters)  # pyright: ignore[reportArgumentType] - passed on as given
            if sql == "COMMIT":
                kept = original(connection, "PRAGMA synchronous").fetchone()[0] >= 2
                self._committed.append(_Committed(len(tape.events), _digest(connection), kept=kept))
            return cursor

        DeskConnection.execute = watched
        try:
            yield
        finally:
            DeskConnection.execute = original

    def cut(self, points: int, sums: Sums) -> None:
        """Cut the power at points spread over the whole recording, at each in one way of losing what was not kept."""
        events, disk, done = self.tape.events, Disk(self.tape.before), 0
        for at in sorted(self._chance.choices(range(len(events)), k=points)):
            while done < at:
                disk.do(events[done])
                done += 1
            rest = self._chance.choice(tuple(Rest))
            files = disk.after_a_cut(rest, self._chance)
            sums.cuts += 1
            sums.lost_writes += files != disk.after_a_cut(Rest.ALL, self._chance)
            sums.wrong += [f"cut at {at} ({rest.value}): {found}" for found in self._look(at, files, sums)]

    def _look(self, at: int, files: dict[str, bytes], sums: Sums) -> Iterator[str]:
        """Everything that is wrong with what the cut left."""
        folder = self._place / "cut"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        outside = self.tape.events[at].outside
        with closing(sqlite3.connect(folder / "desk.db")) as file:
            try:
                yield from soundness(file)
                rows = _digest(file)
                if rows not in self._may_be_found(at):
                    yield "not the last transaction that was said to be stored, nor the one under way"
                yield from self._of_replies(file, outside, sums)
            except sqlite3.DatabaseError as error:
                yield f"the file can't be read: {error}"
                return
        if (rows, outside) not in self._followed:
            self._followed.add((rows, outside))
            sums.followed += 1
            try:
                yield from self._of_the_next_start(folder, outside)
            except (OperatorError, sqlite3.IntegrityError) as error:
                yield f"the next start fails: {error}"

    def _may_be_found(self, at: int) -> set[str]:
        """The state that was last said to be stored, later ones that did not wait for the disk, and the next one."""
        last = bisect_right(self._committed, at, key=lambda each: each.at)
        sure = max(number for number in range(last) if self._committed[number].kept)
        return {each.rows for each in self._committed[sure : last + 1]}

    def _of_replies(self, file: sqlite3.Connection, outside: int, sums: Sums) -> Iterator[str]:
        """What had reached Weibo is known to have begun."""
        states = dict(file.execute("SELECT text, state FROM intent").fetchall())
        for text in self._texts(outside):
            sums.outside += 1
            sums.states[states.get(text, "gone")] += 1
            if states.get(text) not in OUTSIDE:
                yield f"{text} is on Weibo and stands as {states.get(text)}"

    def _texts(self, outside: int) -> list[str]:
        return [comment.text.removeprefix("回复@某人:") for comment in self._operator.box.posted[:outside]]

    def _of_the_next_start(self, folder: Path, outside: int) -> Iterator[str]:
        """The program opens it; nothing leaves by itself; what the operator lets through is on Weibo once."""
        replying = self._the_next_start(folder, outside)
        with closing(replying.operator) as operator:
            checks = [check.name for check in operator.health.examine() if not check.ok]
            if checks:
                yield f"the next start finds {checks}"
            operator.outbox.settle()
            replying.step(9)
            if len(replying.box.posted) != outside:
                yield "something left by itself"
            replying.look(0)
            pressed = [intent for intent in operator.outbox.listed() if intent.sending is not None]
            for intent in pressed:
                if operator.outbox.get(intent.id).state is IntentState.UNKNOWN:
                    # Ours could not be found among the latest: the operator looked on Weibo.
                    replying.decide(operator.outbox.listed().index(operator.outbox.get(intent.id)))
                else:
                    operator.outbox.release(intent.id)
            for _ in pressed * 3:
                replying.wait(7)
                replying.step(9)
            on_weibo = replying.on_weibo()
            yield from (f"{text} was sent {count} times" for text, count in on_weibo.items() if count > 1)
            for intent in pressed:
                state = operator.outbox.get(intent.id).state
                if (state is IntentState.SENT) != (on_weibo[intent.text] == 1):
                    yield f"{intent.text} is {state.value} and {on_weibo[intent.text]} times on Weibo"

    def _the_next_start(self, folder: Path, outside: int) -> Replying:
        """The operator of the recording, at a new start on another file: Weibo as it was when the power went."""
        found = Replying.__new__(Replying)
        found.__dict__ |= self._operator.__dict__
        found.clock = SetClock(self._operator.clock.at + timedelta(hours=2))
        found.box = PlatformBox(found.clock, posted=self._operator.box.posted[:outside])
        found._file = folder / "desk.db"
        found.open()
        return found


def cut_a_first_start(folder: Path, language: Language, points: int, chance: random.Random, sums: Sums) -> None:
    """The power goes while the file is made, table by table: the next start finishes it."""
    place = folder / "new"
    place.mkdir(parents=True)
    with recording(place, lambda: 0) as tape:
        build(place / "desk.db", language=language).close()
        tape.note(Did.NOTHING)
    whole, disk, done = _tables(place / "desk.db"), Disk({}), 0
    for at in sorted(chance.choices(range(len(tape.events)), k=points)):
        while done < at:
            disk.do(tape.events[done])
            done += 1
        again = folder / "again"
        shutil.rmtree(again, ignore_errors=True)
        again.mkdir()
        for name, content in disk.after_a_cut(chance.choice(tuple(Rest)), chance).items():
            (again / name).write_bytes(content)
        sums.cuts += 1
        check_there(again / "desk.db")
        build(again / "desk.db", language=language).close()
        with closing(sqlite3.connect(again / "desk.db")) as file:
            sums.wrong += [f"first start, cut at {at}: {found}" for found in soundness(file)]
        if _tables(again / "desk.db") != whole:
            sums.wrong.append(f"first start, cut at {at}: another schema")


def _tables(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [row[0] for row in file.execute("SELECT sql FROM sqlite_master WHERE sql <> '' ORDER BY name")]


def _digest(file: Connection) -> str:
    return sha256(rows_in(file).encode()).hexdigest()
