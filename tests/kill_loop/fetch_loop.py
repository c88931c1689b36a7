"""Kills the program over fetching what customers wrote, and counts what is missing, doubled or passed over."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Self

from tests.kill_loop.loop import Events, KillLoop, events_of
from tests.practice_weibo import NO_LIMITS, Comment, Post, User, World
from weibo_operator.bootstrap import Language

MENTIONS, COMMENTS = 13, 2
"""What comes before each run: mentions for two transactions, and for more pages than one fetch reads."""
PAGE = 2
_PEOPLE = 9
_EMPTY_TICKETS = "SELECT COUNT(*) FROM ticket WHERE NOT EXISTS (SELECT 1 FROM message WHERE ticket_id = ticket.id)"


@dataclass
class FetchSums:
    """What a loop of kills came to."""

    kills: int = 0
    finished: int = 0
    written: int = 0
    missing: int = 0
    """Messages that a whole run after a kill did not bring."""
    doubled: int = 0
    """Messages that are there twice, and tickets without any."""
    beyond: int = 0
    """Messages that a list's place covers though they are not stored: they would never come."""
    uncounted: int = 0
    """Calls that left without having been counted before."""
    gaps: int = 0
    """Kills that left a list read in part."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


class FetchLoop(KillLoop):
    """A file whose account customers write to all the time."""

    def __init__(self, folder: Path, language: Language) -> None:
        world = World(limits=NO_LIMITS, largest_page=PAGE)
        super().__init__(folder, language, world, "tests.kill_loop.fetcher")
        self._post = world.post(self.us, "上新")
        self._count = 0

    def events(self) -> Events:
        """What a run that fetches one round of messages consists of; it is not disturbed."""
        with self.running() as run:
            self._customers_write()
            run("all", 0)
            self._customers_write()
            return events_of(run("all", 0))

    def run(self, deaths: Iterable[tuple[str, int]]) -> FetchSums:
        """Kill a run at each of these events, look, let the next one through, and look again.

        After every second kill customers go on writing before the program is started again.
        """
        sums = FetchSums()
        with self.running() as run, closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as file:
            for number, (kind, at) in enumerate(deaths):
                self._customers_write()
                word = run(kind, at).split()[0]
                sums.kills += word == "killed"
                sums.finished += word == "done"
                self._look(file, sums)
                if number % 2:
                    self._customers_write()
                assert run("none", 0).startswith("done")
                self._look(file, sums)
                sums.missing += len(self._written() - _stored(file).keys())
            sums.written = len(self._written())
        return sums

    def _customers_write(self) -> None:
        """One round: mentions, comments, and a comment that is in two lists; one mention is hidden from lists."""
        for number in range(MENTIONS):
            self._count += 1
            post = self.world.mention(self._customer(), self.us, f"第 {self._count} 次问，还没有收到货")
            if number == 0:
                self.world.hide(post)
        for words in ["什么时候发货"] * COMMENTS + [f"@{self.us.name} 请问有红色的吗"]:
            self._count += 1
            self.world.comment(self._customer(), self._post, f"{words} {self._count}")

    def _customer(self) -> User:
        return self.world.user(f"客户{self._count % _PEOPLE}")

    def _lists(self) -> dict[str, Sequence[Post | Comment]]:
        uid = self.us.uid
        return {
            "statuses/mentions": [post for post in self.world.mentions(uid) if post.id not in self.world.hidden],
            "comments/to_me": self.world.comments_to(uid),
            "comments/mentions": self.world.comment_mentions(uid),
        }

    def _written(self) -> set[int]:
        return {each.id for items in self._lists().values() for each in items}

    def _look(self, file: sqlite3.Connection, sums: FetchSums) -> None:
        stored = _stored(file)
        (empty,) = file.execute(_EMPTY_TICKETS).fetchone()
        sums.doubled += sum(count > 1 for count in stored.values()) + empty
        (counted,) = file.execute("SELECT COALESCE(SUM(calls), 0) FROM call_day").fetchone()
        sums.uncounted += max(0, len(self.server.calls()) - counted)
        lists = self._lists()
        for feed, since, top, resume in file.execute("SELECT feed, since_id, top_id, resume_id FROM feed_cursor"):
            sums.gaps += resume > 0
            covered = (each.id for each in lists.get(feed, ()) if each.id <= since or resume < each.id <= top)
            sums.beyond += sum(number not in stored for number in covered)


def _stored(file: sqlite3.Connection) -> Counter[int]:
    """How often each message is there."""
    return Counter(int(number) for (number,) in file.execute("SELECT platform_id FROM message"))
