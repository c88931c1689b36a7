"""Fixtures for every test: a settable clock, the word lists read once, a desk on a real file."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Whatever this machine speaks; who walks through the English window (tests/test_translation.py) says so.
os.environ["WEIBO_OPERATOR_LANGUAGE"] = os.environ.get("TESTED_LANGUAGE", "zh")

from weibo_operator.bootstrap import Language, Operator, build, load_language, make_practice, resources_dir
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Audience, Platform, Source

# How long an example takes says more about what else the machine does than about the program: figures are benchmarks.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")

PROJECT = Path(__file__).resolve().parents[1]
SHARED_DATA = PROJECT.parent / "shared" / "data"


class SetClock:
    """A clock that stands still until the test moves it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, **length: float) -> datetime:
        """Move on by timedelta's keywords."""
        self.at += timedelta(**length)
        return self.at


class NumberedIds:
    """Intent ids in order, so that a failure can be read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"{self.count:032x}"


@pytest.fixture(scope="session", autouse=True)
def _own_configuration(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What windows remember (QSettings) stays out of the developer's own configuration."""
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("configuration"))


START = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)


@pytest.fixture
def clock() -> SetClock:
    """Thursday 2026-11-19 14:10 in Beijing."""
    return SetClock(START)


@pytest.fixture(scope="session")
def language() -> Language:
    """The word lists, read once for all tests."""
    return load_language(resources_dir())


@pytest.fixture(scope="session")
def practice_file(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    """The practice data of the tests' clock, played once; each test works on a copy."""
    path = tmp_path_factory.mktemp("practice") / "practice.db"
    make_practice(path, now=START, language=language)
    return path


OpenDesk = Callable[[], Operator]


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    """A file as the program makes it at the start of the tests' clock, made once: a copy of it costs a twentieth."""
    path = tmp_path_factory.mktemp("new") / "desk.db"
    build(path, clock=SetClock(START), language=language).close()
    return path


@pytest.fixture
def open_desk(tmp_path: Path, clock: SetClock, language: Language, new_file: Path) -> Iterator[OpenDesk]:
    """Opens the test's own file, as often as asked: a second one is a restart or a second window."""
    opened: list[Operator] = []
    ids = NumberedIds()
    path = tmp_path / "desk.db"

    def open_one() -> Operator:
        if not path.exists():
            shutil.copyfile(new_file, path)
            path.chmod(0o600)
        operator = build(path, clock=clock, language=language, new_id=ids)
        opened.append(operator)
        return operator

    yield open_one
    for operator in opened:
        operator.close()


@pytest.fixture
def operator(open_desk: OpenDesk) -> Operator:
    """A desk on an empty file."""
    return open_desk()


class Customers:
    """Writes what customers write."""

    def __init__(self, clock: SetClock) -> None:
        self._clock = clock
        self._count = 0

    def message(
        self,
        text: str,
        *,
        uid: str = "1001",
        nickname: str = "",
        source: Source = Source.COMMENT,
        under: str = "",
        followers: int | None = None,
        posted_at: datetime | None = None,
        platform_id: str = "",
    ) -> IncomingMessage:
        """One message; without ``under`` it stands by itself."""
        self._count += 1
        private = source is Source.PRIVATE
        return IncomingMessage(
            platform=Platform.WEIBO,
            platform_id=platform_id or f"m{self._count}",
            uid=uid,
            nickname=nickname or f"客户{uid}",
            text=text,
            posted_at=posted_at or self._clock.now(),
            source=source,
            audience=Audience.PRIVATE if private else Audience.PUBLIC,
            link=f"https://weibo.com/{uid}/p{self._count}",
            profile_url=f"https://weibo.com/u/{uid}",
            parent_platform_id=under,
            followers=followers,
        )


@pytest.fixture
def customers(clock: SetClock) -> Customers:
    """The people who write to the shop."""
    return Customers(clock)
