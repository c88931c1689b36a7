"""The checkers, built once: the dictionary takes most of a second."""

from pathlib import Path

import pytest

from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.proofread import Proofreader
from weibo_operator.language.segment import Segmenter

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def segmenter() -> Segmenter:
    return Segmenter()


@pytest.fixture(scope="session")
def proofreader() -> Proofreader:
    return Proofreader(RESOURCES)


@pytest.fixture(scope="session")
def desk_check(proofreader: Proofreader) -> DeskCheck:
    check = DeskCheck(RESOURCES, proofreader)
    check.load()
    return check
