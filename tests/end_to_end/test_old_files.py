"""A file of every earlier version opens, is brought up to date, works, and can be had back as it was.

The files lie in tests/fixtures/databases; ``python -m tests.old_files.make NAME`` writes one, before each release. A
file of a later version: tests/storage/test_connection.py, test_a_later_version_is_refused_and_left_alone.
"""

import gzip
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import START, SetClock
from tests.crash_loop.works import rows_in, rows_of
from tests.old_files.make import PLACE, unpack
from tests.soundness import soundness
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.errors import NothingToUndoError, UndoBarrierError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.message import Direction
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.domain.reply import AfterSend, IntentState
from weibo_operator.domain.settings import SHOP_NAME, WATCHED_FOLDER
from weibo_operator.services.backups import Origin, restorable
from weibo_operator.services.restoring import restore
from weibo_operator.services.weekly_export import WeekFormat, week_content
from weibo_operator.storage.connection import applied_steps
from weibo_operator.storage.migrations import HISTORY

FILES = sorted(PLACE.glob("*.db.gz"))
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
KEPT = (
    "SELECT id, ticket_id, direction, text, posted_at FROM message ORDER BY id",
    "SELECT id, text, state FROM intent ORDER BY id",
    "SELECT uid, nickname, followers FROM customer ORDER BY id",
    "SELECT ticket_id, text FROM draft ORDER BY ticket_id",
    "SELECT key, value FROM setting WHERE key NOT LIKE 'templates.%' ORDER BY key",
    "SELECT id, ticket_id, description, answer FROM handoff ORDER BY id",
    "SELECT id, kind, at, undone_at FROM operation WHERE kind <> 'start' ORDER BY id",
)
"""What an operator would miss, in columns that every version has."""


@pytest.fixture(params=FILES, ids=lambda packed: packed.name.removesuffix(".db.gz"))
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return unpack(request.param, tmp_path / "desk.db")


@pytest.fixture
def later() -> SetClock:
    """A week after the file was last worked with."""
    return SetClock(START + timedelta(days=9))


@pytest.fixture
def opened(path: Path, later: SetClock, language: Language) -> Iterator[Operator]:
    with closing(build(path, clock=later, language=language, secrets=MemorySecrets())) as operator:
        yield operator


def kept(file: sqlite3.Connection) -> Mapping[str, list[tuple[object, ...]]]:
    asking = file.cursor()
    asking.row_factory = None
    return {question: asking.execute(question).fetchall() for question in KEPT}


def steps(path: Path) -> tuple[str, ...]:
    with closing(sqlite3.connect(path)) as file:
        return applied_steps(file)


def before(path: Path) -> Mapping[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as file:
        return kept(file)


def test_there_is_a_file_of_each_version():
    assert {"0.1.0.db.gz", "step-08.db.gz"} <= {each.name for each in FILES}
    assert all(len(gzip.decompress(each.read_bytes())) > 300_000 > each.stat().st_size for each in FILES)


def test_it_is_brought_up_to_date_and_whole(path: Path, later: SetClock, language: Language, new_file: Path):
    old, was = steps(path), before(path)
    assert old == tuple(name for name, _ in HISTORY[: len(old)]), "a step was renamed, moved or taken away"
    with closing(build(path, clock=later, language=language)) as operator:
        connection = operator.desk.connection
        assert applied_steps(connection) == tuple(name for name, _ in HISTORY)
        assert kept(connection) == was
        assert [check.name for check in operator.health.examine() if not check.ok] == []
        tickets = [row[0] for row in connection.execute("SELECT id FROM ticket ORDER BY id")]
        with operator.desk.bookkeeping() as recorder:
            recorder.touch(tickets)
        after = rows_in(connection)
        with operator.desk.bookkeeping() as recorder:
            recorder.touch(tickets)
        assert rows_in(connection) == after, "what is derived stands still"
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(new_file)) as new:
        assert list(soundness(file)) == []
        assert file.execute(SCHEMA).fetchall() == new.execute(SCHEMA).fetchall()


def test_the_copy_before_it_gives_the_old_file_back(path: Path, later: SetClock, language: Language):
    old, was = steps(path), rows_of(path)
    build(path, clock=later, language=language).close()
    copies = [each for each in restorable(path) if each.origin is Origin.BEFORE_UPGRADE]
    assert len(copies) == (len(old) < len(HISTORY))
    for copy in copies:
        assert rows_of(copy.path) == was
        restore(path, copy.path, later.now())
        assert (steps(path), rows_of(path)) == (old, was)
        build(path, clock=later, language=language).close()
        assert len(steps(path)) == len(HISTORY)


def test_the_main_questions_are_answered(opened: Operator):
    for state in State:
        ids = opened.inbox.pane(state)
        assert [card.id for card in opened.inbox.cards(ids)] == list(ids)
        assert all(opened.inbox.view(ticket).messages for ticket in ids)
        assert set(opened.inbox.judgements(ids)) == set(ids)
    assert sum(opened.inbox.counts().values()) > 10
    assert opened.inbox.next_up() is not None
    assert opened.inbox.search("漏水")
    assert opened.shop.value(SHOP_NAME) == "橙果生活馆"
    assert opened.handoffs.open_ones()
    assert opened.templates.find("dd")
    for listing in (
        *(opened.follow_ups.due_list, opened.promises.due_list, opened.crowds.lively, opened.gathered.listed),
        *(opened.leads.listed, opened.important.listed, opened.searches.listed, opened.outbox.listed),
        *(opened.knowledge.all, opened.notices.listed, opened.aftercare.testimonials, opened.accounts.all),
    ):
        assert isinstance(listing(), tuple)
    week = opened.weekly.current().previous()
    opened.weekly.summary(week)
    assert str(week.number) in week_content(opened.weekly, week, WeekFormat.TXT, unmasked=False).decode()


def test_work_goes_on_and_goes_back(opened: Operator):
    found = opened.inbox.next_up()
    assert found is not None
    intent = opened.replies.copy(
        found.card.id, audience=Audience.PUBLIC, text="让您久等了，这就办", after=AfterSend(State.IN_PROGRESS)
    )
    opened.replies.confirm(intent.id)
    said = opened.inbox.view(found.card.id).messages[-1]
    assert (said.direction, said.text) == (Direction.OUT, "让您久等了，这就办")
    undone = 0
    with suppress(NothingToUndoError, UndoBarrierError):
        while undone < 100:
            opened.history.undo()
            undone += 1
    # What the program sent stays sent; what an earlier version did before is taken back as well.
    assert undone >= (1 if opened.accounts.all() else 10)
    with suppress(NothingToUndoError):  # an import that was taken back is imported anew
        for _ in range(undone):
            opened.history.redo()
    assert [check.name for check in opened.health.examine() if not check.ok] == []


def test_nothing_leaves_by_itself_and_permissions_are_not_in_it(opened: Operator):
    opened.outbox.settle()
    waiting = opened.outbox.listed()
    assert all(each.is_held or each.state in (IntentState.UNKNOWN, IntentState.COPIED) for each in waiting)
    for account in opened.accounts.all():
        assert opened.outbox.next_of(account.id) is None
        with pytest.raises(PlatformError) as refused:
            opened.accounts.session(account)
        assert refused.value.reaction is Reaction.RELOGIN
    assert opened.shop.value(WATCHED_FOLDER).startswith("C:\\"), "a folder of another machine"
    assert opened.watched.find() == ()
