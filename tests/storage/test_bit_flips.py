"""Single bits of the data file turned over, anywhere: it opens and reads, or says what is wrong, and is left alone."""

import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.errors import DatabaseTooNewError, DatabaseUnavailableError
from weibo_operator.domain.labels import State
from weibo_operator.services.restoring import file_errors
from weibo_operator.services.sentences import error_sentence

HEADER = 100


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    """A file with sixty customers, closed."""
    path = tmp_path_factory.mktemp("sound") / "desk.db"
    operator = build(path, language=language)
    customers = Customers(SetClock(operator.desk.now()))
    for number in range(60):
        operator.intake.capture(customers.message("还没收到货，请尽快处理" * 20, uid=str(number)))
    operator.close()
    return path


def read_everything(operator: Operator) -> None:
    """What a morning at the desk reads, and the check of the file."""
    for state in State:
        for ticket in operator.inbox.pane(state):
            operator.inbox.view(ticket)
    operator.inbox.next_up()
    operator.weekly.summary(operator.weekly.current())
    operator.health.examine()


@pytest.mark.parametrize("place", ["header", "anywhere"])
@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_bit(sound: Path, tmp_path: Path, language: Language, seed: int, place: str):
    chance, path = random.Random(seed), tmp_path / "desk.db"
    shutil.copyfile(sound, path)
    content = bytearray(path.read_bytes())
    for _ in range(1 if place == "header" else 200):
        at = chance.randrange(HEADER if place == "header" else len(content))
        content[at] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    said = opened_and_read(path, language)
    assert not said or "请" in said
    if said and place == "header":
        assert path.read_bytes() == bytes(content), "a file that is refused is left alone"


def opened_and_read(path: Path, language: Language) -> str:
    """What the operator is told; empty where all could be read. Anything but an expected failure is raised."""
    try:
        with file_errors(path):
            operator = build(path, language=language)
            try:
                read_everything(operator)
            finally:
                operator.close_untouched()
    except (DatabaseUnavailableError, DatabaseTooNewError) as error:
        return error_sentence(error)
    return ""
