"""Pinyin initials: usual readings, and words in which a character is read otherwise."""

import pytest

from weibo_operator.bootstrap import resources_dir
from weibo_operator.language.initials import Initials


@pytest.fixture(scope="module")
def initials() -> Initials:
    return Initials(resources_dir())


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("物流延迟", "wlyc"),
        ("下一位：重要客户", "xywzykh"),
        ("重新发送", "cxfs"),
        ("调查空调", "dckt"),
        ("VIP 客户 3 号", "vipkh3h"),
        ("", ""),
    ],
)
def test_initials(initials: Initials, text: str, letters: str) -> None:
    assert initials.of(text) == letters
