"""A planted token, secret and code are looked for wherever they must not be: file, log, backup, trace, process list."""

import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.keyring_ring import Ring
from tests.conftest import SetClock
from tests.practice_browser import pressed
from tests.practice_weibo import Kind
from tests.services.weibo_shop import REDIRECT, Shop, opened_shop
from weibo_operator.bootstrap import Language
from weibo_operator.channels.keyring_store import KeyringSecrets
from weibo_operator.domain.account import AccountRole
from weibo_operator.domain.open_platform import AppKey, PlatformError

WORD = "planted-secret-0f1e2d3c"


@pytest.fixture
def ring() -> Ring:
    return Ring()


@pytest.fixture
def shop(tmp_path: Path, clock: SetClock, language: Language, ring: Ring) -> Iterator[Shop]:
    with opened_shop(clock, language, file=tmp_path / "desk.db", secrets=KeyringSecrets(lambda: ring)) as made:
        made.app = made.world.app(owner=made.us, secret=WORD)
        yield made


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A file in which everything is written down that anybody logs."""
    path, root = tmp_path / "everything.log", logging.getLogger()
    handler, before = logging.FileHandler(path, encoding="utf-8"), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield path
    root.setLevel(before)
    root.removeHandler(handler)
    handler.close()


def traces_of_failures(shop: Shop) -> str:
    """What would be told of calls that break, each in its own way."""
    told: list[str] = []
    session = shop.operator.accounts.session(shop.account())
    for kind in (Kind.CUT_AFTER, Kind.HALF, Kind.HTML, Kind.MALFORMED, Kind.REDIRECT, Kind.STATUS, Kind.ERROR):
        shop.server.faults.add(kind, "remind/unread_count", code="21332")
        with pytest.raises(PlatformError) as caught:
            session.unread()
        told += [*traceback.format_exception(caught.value), repr(caught.value), repr(caught.value.data)]
    session.close()
    return "".join(told)


def processes() -> bytes:
    """Command line and environment of every process that may be looked at."""
    seen = b""
    for folder in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ"):
            try:
                seen += (folder / name).read_bytes()
            except OSError:
                continue
    return seen


def test_what_was_planted_is_in_the_keyring_and_nowhere_else(shop: Shop, ring: Ring, log: Path, tmp_path: Path):
    key = AppKey(shop.app.key, redirect_uri="", server=shop.server.address)
    begun = shop.operator.accounts.begin(key, WORD, redirect_uri=REDIRECT)
    assert WORD not in begun.address, "it goes to the browser's command line"
    address = pressed(begun.address, shop.us.uid)
    (code,) = shop.world.codes
    shop.operator.accounts.finish(begun, address, role=AccountRole.SERVICE)
    (token,) = shop.world.grants
    planted = {"token": token, "secret": WORD, "code": code, "state": begun.state}
    assert any(token in kept for kept in ring.kept.values())
    assert WORD in ring.kept.values()
    shop.pass_minutes(1)
    shop.world.comment(shop.customer(1), shop.post, "什么时候发货")
    shop.fetch()
    shop.press("今天就发")
    shop.step()
    assert len(shop.world.replies()) == 1
    traces = traces_of_failures(shop)
    shop.operator.health.backup(tmp_path / "backup.db")
    shop.operator.full_export.write(tmp_path / "all")
    places = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert {"desk.db", "backup.db", "account.json", "account.csv", log.name} <= places.keys()
    assert places["backup.db"].count("什么时候发货".encode()) > 0, "what is there is found"
    assert "httpcore" in places[log.name].decode(), "the client's own log is among it"
    places |= {"traces": traces.encode(), "objects": repr((begun, shop.account(), shop.operator.accounts)).encode()}
    if sys.platform == "linux":
        places["processes"] = processes()
    found = {(what, where) for what, word in planted.items() for where, seen in places.items() if word.encode() in seen}
    assert found == set()
    shop.operator.accounts.sign_out(shop.account().id)
    assert ring.kept == {}
    assert shop.world.grants[token].is_revoked
