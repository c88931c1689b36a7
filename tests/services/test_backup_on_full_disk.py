"""A backup that the disk has no room for leaves nothing beside the place it was meant for."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Customers
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import DatabaseUnavailableError

resource = pytest.importorskip("resource", reason="only Unix bounds what a program may write")
ROOM = 200_000


@contextmanager
def little_room() -> Generator[None]:
    """No file can grow beyond ``ROOM`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def operator(operator: Operator, customers: Customers) -> Operator:
    """A desk that takes more room than there will be."""
    for number in range(150):
        operator.intake.capture(customers.message("还没到货" * 1200, uid=str(number)))
    operator.desk.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert operator.desk.path.stat().st_size > ROOM
    return operator


def test_by_hand_into_a_folder_of_the_operators(operator: Operator, tmp_path: Path):
    folder = tmp_path / "usb"
    with little_room(), pytest.raises(DatabaseUnavailableError):
        operator.health.backup(folder / "copy.db")
    assert not list(folder.iterdir())


def test_by_itself(operator: Operator):
    with little_room(), pytest.raises(DatabaseUnavailableError):
        operator.backups.make()
    assert not list(operator.backups.folder.iterdir())


def test_what_a_killed_program_left_goes_with_the_next(operator: Operator):
    folder = operator.backups.folder
    folder.mkdir()
    for side in ("", "-journal"):
        (folder / f"{operator.desk.path.stem}-20251118-120000.db.partial{side}").write_bytes(b"half")
    made = operator.backups.make()
    assert made is not None
    assert list(folder.iterdir()) == [made.path]
