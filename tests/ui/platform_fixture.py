"""A context whose platform answers by itself, with a keyring in memory that says it lasts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.conftest import SetClock
from tests.services.platform_box import PlatformBox
from tests.ui.context_fixture import OpenedPages
from ui.support.context import Context, News
from ui.support.desktop import Desktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from weibo_operator.bootstrap import Language, Operator, build, resources_dir
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.account import Account, AccountRole
from weibo_operator.domain.open_platform import AppKey


class LastingSecrets(MemorySecrets):
    """Stands where a system's keyring would."""

    def __init__(self) -> None:
        super().__init__()
        self.is_usable = True

    @property
    def lasts(self) -> bool:
        return self.is_usable


@pytest.fixture
def platform(clock: SetClock) -> PlatformBox:
    """The open platform of ``platform_context``."""
    return PlatformBox(clock)


@pytest.fixture
def keyring() -> LastingSecrets:
    """The keyring of ``platform_context``."""
    return LastingSecrets()


@pytest.fixture
def platform_context(
    tmp_path: Path,
    clock: SetClock,
    language: Language,
    theme: Theme,
    pages: OpenedPages,
    platform: PlatformBox,
    keyring: LastingSecrets,
) -> Iterator[Context]:
    """A screen's context on a desk of its own that can be connected."""
    path = tmp_path / "connected.db"
    operator = build(path, clock=clock, language=language, platform=platform, secrets=keyring)

    def again() -> Operator:
        return build(path, clock=clock, language=language, platform=platform, beside=operator)

    runner = TaskRunner()
    yield Context(
        operator=operator,
        theme=theme,
        runner=runner,
        desktop=Desktop(),
        news=News(),
        open_operator=again,
        resources=resources_dir(),
    )
    runner.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    operator.close()


SignIn = Callable[..., Account]


@pytest.fixture
def sign_in(platform_context: Context, platform: PlatformBox) -> SignIn:
    """Signs an account in, as a finished wizard leaves it."""

    def signed_in(uid: str = "900", role: AccountRole = AccountRole.SERVICE) -> Account:
        platform.uid = uid
        signing_in = platform_context.operator.signing_in
        outcome = signing_in.finish(
            signing_in.begin(AppKey("2005"), "word"), f"code-{uid}-{len(platform.exchanged)}", role=role
        )
        platform_context.news.tell(outcome.changes)
        return outcome.value

    return signed_in
