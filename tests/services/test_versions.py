"""When the newest version is asked for, and of what is told."""

import pytest

from tests.conftest import SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError, VersionCheckError
from weibo_operator.domain.release import Release
from weibo_operator.domain.settings import PRACTICE, VERSION_ADDRESS, VERSION_CHECK, VERSION_FOUND
from weibo_operator.services.sentences import error_sentence
from weibo_operator.services.versions import Versions
from weibo_operator.storage import settings

ADDRESS = "https://desk.example/newest.json"


class Publisher:
    """Answers like the page of the newest version."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.newest = "0.2.0"
        self.fails = False

    def __call__(self, address: str) -> Release:
        self.asked.append(address)
        if self.fails:
            raise VersionCheckError(reason="offline")
        return Release(self.newest, "2026-12-01", "周报更快", "https://desk.example/0.2.0")


@pytest.fixture
def publisher() -> Publisher:
    return Publisher()


@pytest.fixture
def versions(operator: Operator, publisher: Publisher) -> Versions:
    return Versions(operator.desk, publisher, lambda: "0.1.0")


@pytest.fixture
def on(operator: Operator, versions: Versions) -> Versions:
    operator.shop.change(VERSION_ADDRESS, ADDRESS)
    operator.shop.change(VERSION_CHECK, 1)
    return versions


def test_off_by_default_and_nothing_without_an_address(operator: Operator, versions: Versions, publisher: Publisher):
    assert not versions.is_due()
    operator.shop.change(VERSION_CHECK, 1)
    assert not versions.is_due()
    assert not versions.has_address
    with pytest.raises(VersionCheckError) as caught:
        versions.look()
    assert "还没有填检查新版本的地址" in error_sentence(caught.value)
    assert publisher.asked == []


@pytest.mark.parametrize("address", ["http://desk.example/", "desk.example", "https://a:b@desk.example/", "file:///x"])
def test_only_https_is_taken(operator: Operator, versions: Versions, publisher: Publisher, address: str):
    with pytest.raises(InvalidInputError) as caught:
        operator.shop.change(VERSION_ADDRESS, address)
    assert "https://" in error_sentence(caught.value)
    with operator.desk.bookkeeping() as recorder:  # as a file from elsewhere may hold it
        recorder.put("setting", settings.row_of(VERSION_ADDRESS, address))
    operator.shop.change(VERSION_CHECK, 1)
    assert not versions.is_due()
    with pytest.raises(VersionCheckError):
        versions.look()
    assert publisher.asked == []


def test_once_a_day_whatever_comes_of_it(on: Versions, publisher: Publisher, clock: SetClock, operator: Operator):
    assert on.is_due()
    publisher.fails = True
    with pytest.raises(VersionCheckError):
        on.look()
    assert not on.is_due(), "the day's question is used up"
    clock.advance(hours=23, minutes=59)
    assert not Versions(operator.desk, publisher, lambda: "0.1.0").is_due(), "after a restart too"
    clock.advance(minutes=1)
    assert on.is_due()
    clock.advance(days=30)
    publisher.fails = False
    on.look()
    assert not on.is_due(), "a month asleep is one question"


def test_a_clock_set_back_asks_once_more(on: Versions, clock: SetClock):
    on.look()
    clock.advance(days=-3)
    assert on.is_due()
    on.look()
    assert not on.is_due()


@pytest.mark.parametrize(("newest", "told"), [("0.2.0", True), ("0.1.0", False), ("0.0.9", False)])
def test_a_later_one_is_told_until_it_is_passed_over(on: Versions, publisher: Publisher, newest: str, told: bool):
    publisher.newest = newest
    on.look()
    assert (on.to_tell() is not None) is told
    found = on.newer()
    if found is not None:
        on.skip(found)
        assert on.to_tell() is None
        assert on.newer() == found
        publisher.newest = "0.3.0"
        on.look()
        assert on.to_tell() is not None, "the next one is told again"


def test_no_more(on: Versions, publisher: Publisher, clock: SetClock):
    on.look()
    on.stop()
    clock.advance(days=2)
    assert not on.is_due()
    assert on.to_tell() is None
    assert len(publisher.asked) == 1


def test_a_failure_leaves_what_was_known(on: Versions, publisher: Publisher):
    on.look()
    publisher.fails = True
    with pytest.raises(VersionCheckError):
        on.look()
    assert on.to_tell() is not None


def test_once_it_is_installed_nothing_is_told(on: Versions, operator: Operator, publisher: Publisher):
    on.look()
    assert Versions(operator.desk, publisher, lambda: "0.2.0").to_tell() is None


def test_practice_asks_nobody(on: Versions, operator: Operator, publisher: Publisher):
    operator.shop.change(PRACTICE, True)
    assert not on.is_due()
    with pytest.raises(VersionCheckError) as caught:
        on.look()
    assert "练习数据不联网" in error_sentence(caught.value)
    assert publisher.asked == []


def test_a_stored_answer_that_is_none_is_nothing(on: Versions, operator: Operator):
    operator.shop.change(VERSION_FOUND, '{"version": "9", "page": "javascript:alert(1)"}')
    assert on.newer() is None


@pytest.mark.parametrize(
    "reason", ["offline", "untrusted", "redirected", "refused", "too_large", "unreadable", "address"]
)
def test_every_failure_says_what_to_do(reason: str):
    said = error_sentence(VersionCheckError(reason=reason, status=404))
    assert "请" in said
    assert reason not in said
