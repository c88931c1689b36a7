"""Every distribution that an installer carries is in the list of licences, with its text."""

import csv
import re
from importlib import metadata
from pathlib import Path

import bundle_rules
import licences
import PySide6
import pytest

from tests.conftest import PROJECT

TEXTS = PROJECT / "resources" / "licences" / "texts"
NEVER_SHIPPED = {"pip", "setuptools"}
"""sqlite-utils names pip; both are excluded from the bundle."""
ONLY_ON_WINDOWS = {"pywin32-ctypes"}


def rows() -> list[dict[str, str]]:
    with (PROJECT / "resources" / "licences" / "list.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shipped() -> set[str]:
    """The distributions that weibo-operator needs here, and what those need, extras aside."""
    found: set[str] = set()
    open_ones = ["weibo-operator"]
    while open_ones:
        for line in metadata.distribution(open_ones.pop()).requires or []:
            name = licences.folded(re.match(r"[\w.-]+", line)[0])  # type: ignore[index]  # every requirement has a name
            if "extra ==" in line or name in found or name in NEVER_SHIPPED or not installed(name):
                continue
            found.add(name)
            open_ones.append(name)
    return found


def installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def test_no_shipped_distribution_is_missing() -> None:
    listed = {licences.folded(key) for key, is_distribution, _ in licences.entries() if is_distribution}
    assert {"pyside6-essentials", "httpx", "keyring"} <= shipped()
    assert sorted(shipped() - listed) == []
    assert listed >= ONLY_ON_WINDOWS


def test_every_listed_distribution_is_pinned() -> None:
    pins = licences.pinned(licences.PINS.read_text(encoding="utf-8"))
    names = [licences.folded(key) for key, is_distribution, _ in licences.entries() if is_distribution]
    assert [name for name in names if name not in pins] == []
    assert set(pins) - set(names) == {"pyinstaller-hooks-contrib", "dmgbuild"}, "tools that stay behind"


def test_the_list_is_current() -> None:
    written = (PROJECT / "resources" / "licences" / "list.tsv").read_text(encoding="utf-8").splitlines()
    assert written == licences.list_lines(), "run: python3 packaging/build.py licences"


def test_every_text_is_there_and_none_is_left_over() -> None:
    named = {name for row in rows() for name in row["texts"].split(",")}
    assert named == {path.name for path in TEXTS.iterdir()}
    assert [name for name in named if len((TEXTS / name).read_text(encoding="utf-8")) < 300] == []


def test_the_lgpl_and_what_it_refers_to_are_shipped() -> None:
    (qt,) = [row for row in rows() if row["name"] == "Qt 与 PySide6"]
    assert qt["texts"] == "LGPL-3.txt,GPL-3.txt"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (TEXTS / "LGPL-3.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (TEXTS / "GPL-3.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "key", [key for key, is_distribution, fields in licences.entries() if is_distribution and fields[4:] == ["own"]]
)
def test_a_text_is_that_of_the_pinned_version(key: str) -> None:
    pins = licences.pinned(licences.PINS.read_text(encoding="utf-8"))
    if not installed(key) or metadata.version(key) != pins[licences.folded(key)]:
        pytest.skip(f"{key} is not installed here in the pinned version")
    written = (TEXTS / f"{key}.txt").read_text(encoding="utf-8")
    for text in licences.own_texts(metadata.distribution(key)):
        assert text.strip() in written, "run: python3 packaging/build.py licences"


COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2016 The Company
License: LGPL-3 or GPL-2

# A remark.
Files: src/png/*.c
       src/png/*.h
Copyright: 1998 One
           2004 Another
License: libpng and Expat

License: libpng
 Keep this notice.
 .
 No warranty.

License: Expat
 Do as you like.

License: GPL-2
 Not of that folder.
"""


def test_of_a_debian_copyright_file_only_the_asked_part_is_taken() -> None:
    part = licences.part_of(COPYRIGHT, "src/png")
    assert "1998 One\n2004 Another" in part
    assert "Keep this notice.\n\nNo warranty." in part
    assert "Do as you like." in part
    assert "Not of that folder" not in part
    assert "The Company" not in part
    with pytest.raises(KeyError):
        licences.part_of(COPYRIGHT, "src/jpeg")


QT_LIBRARIES = Path(PySide6.__file__).parent / "Qt"
MARKS = {
    b"libpng version": "libpng",
    b"FreeType": "FreeType",
    b"shapeTextWithHarfbuzz": "HarfBuzz",
    b"pcre2": "PCRE2",
    b"JPEGMEM": "libjpeg-turbo",
    b"CborError": "TinyCBOR",
    b"BLAKE2": "Keccak、BLAKE2、SipHash",
    b"publicsuffix": "公共后缀列表",
    b"icudt": "ICU",
}
"""What a library says when somebody else's code is in it, and the name in the list."""


@pytest.mark.skipif(not QT_LIBRARIES.is_dir(), reason="looks into Qt's libraries as they are on Linux")
def test_what_qt_carries_of_others_is_listed() -> None:
    libraries = [*(QT_LIBRARIES / "lib").glob("lib*"), *(QT_LIBRARIES / "plugins/imageformats").glob("libqjpeg*")]
    kept = [path for path in libraries if bundle_rules.keeps(f"PySide6/Qt/{path.relative_to(QT_LIBRARIES)}", "linux")]
    contents = [path.read_bytes() for path in kept if "libicudata" not in path.name]
    found = {name for mark, name in MARKS.items() if any(mark in content for content in contents)}
    assert {"libpng", "FreeType", "HarfBuzz", "PCRE2"} <= found
    assert sorted(found - {row["name"] for row in rows()}) == []
