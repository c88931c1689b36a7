"""Kills the program over sending replies, and counts which were lost or sent twice."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.kill_loop.loop import Events, KillLoop, events_of
from tests.practice_weibo import NO_LIMITS, World
from weibo_operator.bootstrap import Language, Operator
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Platform, Source


@dataclass
class Sums:
    """What a loop of kills came to."""

    kills: int = 0
    finished: int = 0
    pressed: int = 0
    sent: int = 0
    lost: int = 0
    doubled: int = 0
    unknown_there: int = 0
    """Replies that were on Weibo when the program died without having stored its answer."""
    unknown_absent: int = 0
    """Replies that had not reached Weibo when the program died about to send them."""
    states: Counter[str] = field(default_factory=Counter[str])


class SendLoop(KillLoop):
    """A file with customers who wait for a reply."""

    def __init__(self, folder: Path, language: Language, customers: int) -> None:
        self._customers = customers
        world = World(limits=NO_LIMITS, refuses_repeats=False)
        super().__init__(folder, language, world, "tests.kill_loop.sender")

    def prepare(self, operator: Operator) -> None:
        super().prepare(operator)
        post = self.world.post(self.us, "上新")
        for number in range(self._customers):
            user = self.world.user(f"客户{number}")
            asked = self.world.comment(user, post, "快递三天没动了")
            operator.intake.capture(
                IncomingMessage(
                    platform=Platform.WEIBO,
                    platform_id=str(asked.id),
                    uid=user.uid,
                    nickname=user.name,
                    text="快递三天没动了，请帮我查一下",
                    posted_at=operator.desk.now(),
                    source=Source.COMMENT,
                    parent_platform_id=str(post.id),
                )
            )

    def events(self) -> Events:
        """What a run of one reply consists of; it is not disturbed."""
        with self.running() as run:
            run("all", 0)
            return events_of(run("all", 0))

    def run(self, deaths: Iterable[tuple[str, int]]) -> Sums:
        """Kill a run at each of these events, then let the last reply through, and count."""
        sums = Sums()
        with self.running() as run, closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as file:
            for kind, at in (*deaths, ("all", 0), ("all", 0)):
                word = run(kind, at).split()[0]
                sums.kills += word == "killed"
                sums.finished += word == "done"
                self._look(file, sums)
            self._count(file, sums)
        return sums

    def _look(self, file: sqlite3.Connection, sums: Sums) -> None:
        """What the next start will find of unknown outcome, and what is true of it."""
        for (text,) in file.execute("SELECT text FROM intent WHERE state = 'sending'").fetchall():
            there = any(write.given == text for write in self.world.replies())
            sums.unknown_there += there
            sums.unknown_absent += not there

    def _count(self, file: sqlite3.Connection, sums: Sums) -> None:
        on_weibo = Counter(write.given for write in self.world.replies())
        stored = Counter(text for (text,) in file.execute("SELECT text FROM message WHERE direction = 'out'"))
        intents = file.execute("SELECT text, state FROM intent").fetchall()
        sums.pressed = len(intents)
        sums.sent = sum(on_weibo.values())
        sums.states = Counter(state for _, state in intents)
        sums.lost = sum(on_weibo[text] == 0 or stored[text] != 1 for text, _ in intents)
        sums.doubled = sum(count > 1 for count in (on_weibo | stored).values())
