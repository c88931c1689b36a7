"""ICU's data made smaller: Qt answers as before where Chinese and English are asked for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import icu_data
import PySide6
import pytest

LIBRARIES = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
PACKAGE = b"\x20\x00" + b"\xda\x27\x14\x00\x00\x00\x00\x00\x02\x00CmnD" + bytes(16)
QUESTIONS = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale, QStringDecoder, QTimeZone
chinese = QLocale("zh_CN")
collator = QCollator(chinese)
collator.setNumericMode(True)
print(sorted("波阿次王李赵ab", key=cmp_to_key(collator.compare)))
print(collator.compare("第2单", "第10单"), chinese.toUpper("straße"), QLocale("en").toLower("ÉTÉ"))
print([QStringDecoder(name).isValid() for name in ("GB18030", "GBK", "Big5")])
zone = QTimeZone(b"Asia/Shanghai")
print(zone.displayName(QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName, chinese))
"""
needs_icu = pytest.mark.skipif(
    not LIBRARIES or shutil.which("as") is None, reason="needs Qt's ICU (Linux) and the assembler of binutils"
)


KEPT = """zh.res coll/zh_Hant.res root.res coll/root.res zone/pool.res res_index.res gb18030.cnv en_US.res
likelySubtags.res zoneinfo64.res coll/ucadata.icu nfkc.nrm windows-936-2000.cnv"""
LEFT_OUT = """zu_ZA.res coll/de.res yue_Hans.res brkitr/cjdict.dict translit/root.res unames.icu ibm-37_P100-1995.cnv
rfc3491.spp confusables.cfu"""


@pytest.mark.parametrize("name", KEPT.split())
def test_what_chinese_and_english_need_is_kept(name: str) -> None:
    assert icu_data.keeps(f"icudt73l/{name}")


@pytest.mark.parametrize("name", LEFT_OUT.split())
def test_what_they_do_not_need_goes(name: str) -> None:
    assert not icu_data.keeps(f"icudt73l/{name}")


def test_a_package_is_written_as_it_is_read() -> None:
    contents = {"coll/zh.res": bytes(range(32)), "root.res": bytes(16), "zh.res": b"z" * 48}
    kept = [(f"icudt73l/{name}", content) for name, content in contents.items()]
    data = icu_data.package(PACKAGE, kept)
    assert icu_data.items(data) == kept
    more = icu_data.package(PACKAGE, [*kept, ("icudt73l/zu.res", bytes(16))])
    assert icu_data.filtered(more) == data
    assert icu_data.data_in(b"\x7fELF in front" + more + b"behind")[: len(more)] == more


def test_a_library_without_data_is_told() -> None:
    with pytest.raises(ValueError, match="no data"):
        icu_data.data_in(b"\x7fELF")


@needs_icu
def test_qt_answers_as_before_with_a_sixth_of_the_data(tmp_path: Path) -> None:
    library = tmp_path / LIBRARIES[0].name
    shutil.copyfile(LIBRARIES[0], library)
    icu_data.shrink(library)
    assert library.stat().st_size * 6 < LIBRARIES[0].stat().st_size
    before = answers()
    assert before.splitlines()[0] == str([*"阿波次李王赵ab"]), "by sound"
    assert before.splitlines()[2:] == ["[True, True, True]", "中国标准时间"]
    assert answers(library) == before


def answers(library: Path | None = None) -> str:
    """What Qt says in a process of its own, with `library` in place of its own data."""
    variables = {**os.environ, **({"LD_PRELOAD": str(library)} if library else {})}
    command = [sys.executable, "-X", "utf8", "-c", QUESTIONS]
    return subprocess.run(command, env=variables, capture_output=True, encoding="utf-8", check=True).stdout
