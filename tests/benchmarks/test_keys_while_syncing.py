"""How soon a key is answered while 500 comments are fetched beside the window, over real sockets."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import note_spans
from tests.benchmarks.test_keys_while_importing import FRAME, Desk, rest, spans
from tests.practice_browser import pressed
from ui.support.theme import Theme
from weibo_operator.bootstrap import Language, resources_dir
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.account import AccountRole
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import AppKey
from weibo_operator.domain.settings import API_DAILY_CALLS

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)]

COMMENTS = 500
REDIRECT = "http://127.0.0.1:9/weibo"
IDLE_KEYS = 120


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, language: Language) -> Iterator[Desk]:
    theme = Theme(resources_dir(), qapp)
    theme.set_mode("light")
    theme.set_reduced_motion(on=True)
    theme.apply(qapp)
    made = Desk(tmp_path, theme, language, MemorySecrets())
    yield made
    made.close()


@pytest.fixture
def weibo(desk: Desk) -> Iterator[dict[str, str]]:
    """The practice Weibo's address, app and account."""
    command = (sys.executable, "-m", "tests.benchmarks.many_comments")
    moment = desk.operator.desk.now().isoformat()
    with subprocess.Popen(
        (*command, moment, str(COMMENTS)),
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())


def signed_in(desk: Desk, weibo: dict[str, str]) -> AccountId:
    accounts = desk.operator.accounts
    desk.operator.shop.change(API_DAILY_CALLS, 1000)
    app = AppKey(weibo["key"], redirect_uri="", server=weibo["address"])
    begun = accounts.begin(app, weibo["secret"], redirect_uri=REDIRECT)
    return accounts.finish(begun, pressed(begun.address, weibo["uid"]), role=AccountRole.SERVICE).value.id


def test_down_is_answered_within_a_frame(desk: Desk, weibo: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    account = signed_in(desk, weibo)
    fetcher = desk.window.background.courier.fetcher
    came: list[str] = []
    desk.context.news.notice.connect(came.append)
    desk.to_list()
    idle = spans(desk.down, IDLE_KEYS)
    busy: list[float] = []
    began = time.perf_counter()
    while not came or "还有更多" in came[-1]:
        fetcher.fetch_for(account)
        while fetcher.is_busy:
            busy += spans(desk.down, 1)
        rest(50)
    took = time.perf_counter() - began
    new = sum(int("".join(filter(str.isdigit, words.partition("条")[0])) or 0) for words in came)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{new} comments in {took:.1f} s, {len(busy)} keys meanwhile; Down in the list:\n"
            f"p50 / p95 / most {median(busy):.2f} / {quantiles(busy, n=20)[18]:.2f} / {max(busy):.2f} ms,"
            f" idle {median(idle):.2f} / {quantiles(idle, n=20)[18]:.2f} ms\n"
        )
    note_spans("fetching-down", busy)
    assert new == COMMENTS
    assert quantiles(busy, n=20)[18] <= FRAME
