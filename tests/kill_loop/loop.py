"""The side that kills and counts: a practice Weibo, a file with customers who wait, and the sums at the end."""

import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Self

from tests.conftest import PROJECT
from tests.practice_weibo import NO_LIMITS, PracticeWeibo, World
from weibo_operator.bootstrap import Language, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Platform, Source
from weibo_operator.domain.settings import API_DAILY_CALLS, API_WRITES_PER_HOUR, RECALL_SECONDS
from weibo_operator.storage.times import to_ms


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


@dataclass(frozen=True)
class Events:
    """How many events a whole undisturbed run has, of each kind."""

    all: int
    edges: int


class KillLoop:
    """Runs the sending program again and again on one file against one practice Weibo."""

    def __init__(self, folder: Path, language: Language, customers: int) -> None:
        self.world = World(limits=NO_LIMITS, refuses_repeats=False)
        self._server = PracticeWeibo(self.world).start()
        self._file = folder / "desk.db"
        self._us = self.world.account("橙果客服")
        self._token = self.world.token(self._us, seconds=86_400)
        self._prepare(language, customers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.close()

    def events(self) -> Events:
        """What a run of one reply consists of; it is not disturbed."""
        with self._program() as run:
            for _ in range(2):
                word, *counts = run("all", 0).split()
        assert word == "done"
        return Events(*(int(count) for count in counts))

    def run(self, deaths: Iterable[tuple[str, int]]) -> Sums:
        """Kill a run at each of these events, then let the last reply through, and count."""
        sums = Sums()
        with self._program() as run, closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)) as file:
            for kind, at in (*deaths, ("all", 0), ("all", 0)):
                word = run(kind, at).split()[0]
                sums.kills += word == "killed"
                sums.finished += word == "done"
                self._look(file, sums)
        self._count(sums)
        return sums

    def _look(self, file: sqlite3.Connection, sums: Sums) -> None:
        """What the next start will find of unknown outcome, and what is true of it."""
        for (text,) in file.execute("SELECT text FROM intent WHERE state = 'sending'").fetchall():
            there = any(write.given == text for write in self.world.replies())
            sums.unknown_there += there
            sums.unknown_absent += not there

    @contextmanager
    def _program(self) -> Iterator[Callable[[str, int], str]]:
        command = [sys.executable, "-m", "tests.kill_loop.sender", str(self._file), self._token, self._us.uid]
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

    def _prepare(self, language: Language, customers: int) -> None:
        operator = build(self._file, language=language, secrets=MemorySecrets())
        for setting, value in ((RECALL_SECONDS, 0), (API_DAILY_CALLS, 10_000), (API_WRITES_PER_HOUR, 1_000)):
            operator.shop.change(setting, value)
        now = operator.desk.now()
        values = {
            "platform": "weibo",
            "uid": self._us.uid,
            "nickname": self._us.name,
            "role": "客服",
            "app_key": "practice",
            "redirect_uri": "",
            "server": self._server.address,
            "state": "active",
            "state_since": to_ms(now),
            "authorised_at": to_ms(now),
            "expires_at": to_ms(now + timedelta(days=1)),
            "is_default": 1,
            "added_at": to_ms(now),
        }
        with operator.desk.bookkeeping() as recorder:
            recorder.add("account", values)
        post = self.world.post(self._us, "上新")
        for number in range(customers):
            user = self.world.user(f"客户{number}")
            asked = self.world.comment(user, post, "快递三天没动了")
            operator.intake.capture(
                IncomingMessage(
                    platform=Platform.WEIBO,
                    platform_id=str(asked.id),
                    uid=user.uid,
                    nickname=user.name,
                    text="快递三天没动了，请帮我查一下",
                    posted_at=now,
                    source=Source.COMMENT,
                    parent_platform_id=str(post.id),
                )
            )
        operator.close()

    def _count(self, sums: Sums) -> None:
        operator = build(self._file, secrets=MemorySecrets())
        connection = operator.desk.connection
        on_weibo = Counter(write.given for write in self.world.replies())
        stored = Counter(row["text"] for row in connection.execute("SELECT text FROM message WHERE direction = 'out'"))
        intents = connection.execute("SELECT text, state FROM intent").fetchall()
        operator.close()
        sums.pressed = len(intents)
        sums.sent = sum(on_weibo.values())
        sums.states = Counter(row["state"] for row in intents)
        sums.lost = sum(on_weibo[row["text"]] == 0 or stored[row["text"]] != 1 for row in intents)
        sums.doubled = sum(count > 1 for count in (on_weibo | stored).values())
