"""Fixtures of the figures: one working copy of the big desk for each process."""

import pytest

from tests.benchmarks.big_file import BigFile, big_file, rows_wanted
from weibo_operator.bootstrap import Language


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory, language: Language) -> BigFile:
    """The desk the figures are taken on; tests may write into it."""
    return big_file(tmp_path_factory.mktemp("big"), language, rows_wanted())
