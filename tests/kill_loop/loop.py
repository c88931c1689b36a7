"""The side that kills: a practice Weibo, a file, and a program that works on both and is run again and again."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.conftest import PROJECT
from tests.practice_weibo import PracticeWeibo, World
from tests.services.platform_box import insert_account
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.open_platform import AppKey
from weibo_operator.domain.settings import API_DAILY_CALLS, API_WRITES_PER_HOUR, RECALL_SECONDS

Run = Callable[[str, int], str]
"""Runs the program, killed at an event of a kind (0: not at all); says what became of it."""


@dataclass(frozen=True)
class Events:
    """How many events a whole undisturbed run has, of each kind."""

    all: int
    edges: int


class KillLoop:
    """A file with one account of ours, signed in on a practice Weibo of its own."""

    def __init__(self, folder: Path, language: Language, world: World, program: str) -> None:
        self.world = world
        self.server = PracticeWeibo(world).start()
        self.file = folder / "desk.db"
        self.us = world.account("橙果客服")
        self._program = program
        self._token = world.token(self.us, seconds=86_400)
        operator = build(self.file, language=language, secrets=MemorySecrets())
        self.prepare(operator)
        operator.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.server.close()

    def prepare(self, operator: Operator) -> None:
        """Settings under which nothing waits, and the account."""
        for setting, value in ((RECALL_SECONDS, 0), (API_DAILY_CALLS, 10_000), (API_WRITES_PER_HOUR, 1_000)):
            operator.shop.change(setting, value)
        app = AppKey("practice", server=self.server.address)
        insert_account(operator.desk, app, uid=self.us.uid, nickname=self.us.name)

    @contextmanager
    def running(self) -> Iterator[Run]:
        """The program, ready to be run."""
        command = [sys.executable, "-m", self._program, str(self.file), self._token, self.us.uid]
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


def events_of(word: str) -> Events:
    """What a run that was not killed says of its events."""
    done, *counts = word.split()
    assert done == "done"
    return Events(*(int(count) for count in counts))
