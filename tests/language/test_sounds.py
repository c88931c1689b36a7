"""Readings: agree with a published table, keys, reasons."""

import unicodedata

import pytest
from pypinyin import pinyin

from tests.language.conftest import RESOURCES
from weibo_operator.language.sounds import Likeness, Sounds
from weibo_operator.language.tables import read_rows

TABLE = RESOURCES / "dictionaries" / "sounds.tsv"


@pytest.fixture(scope="module")
def sounds() -> Sounds:
    return Sounds(TABLE)


def test_every_reading_is_known_elsewhere_too() -> None:
    unknown = [
        (syllable, char)
        for syllable, chars in read_rows(TABLE, 2)
        for char in chars
        if syllable not in {unicodedata.normalize("NFC", r) for r in pinyin(char, heteronym=True)[0]}
    ]
    assert unknown == []


def test_reasons_name_the_sound(sounds: Sounds) -> None:
    assert sounds.reason("抱欠", "抱歉") == "同音错字（qiàn）"
    assert sounds.reason("退会", "退回") == "音近错字（huì / huí）"


def test_likeness(sounds: Sounds) -> None:
    assert sounds.likeness("以经", "已经") is Likeness.TONE
    assert sounds.likeness("退会", "退回") is Likeness.SOUND
    assert sounds.likeness("升气", "生气") is Likeness.TONE
    assert sounds.likeness("森气", "生气") is Likeness.LOOSE


def test_southern_readings_share_a_key(sounds: Sounds) -> None:
    assert set(sounds.keys("老四")) & set(sounds.keys("老师"))
    assert set(sounds.keys("拼命")) & set(sounds.keys("平民"))
    assert not set(sounds.keys("老师")) & set(sounds.keys("客服"))
    assert sounds.keys("a师") == ()
