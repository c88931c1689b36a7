"""Every distribution that an installer carries is in the list of licences, with its text."""

import csv
import re
from importlib import metadata

import licences
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
    assert set(pins) - set(names) == {"pyinstaller-hooks-contrib"}


def test_the_list_is_current() -> None:
    written = (PROJECT / "resources" / "licences" / "list.tsv").read_text(encoding="utf-8").splitlines()
    assert written == licences.list_lines(), "run: python3 packaging/build.py licences"


def test_every_text_is_there_and_none_is_left_over() -> None:
    named = {name for row in rows() for name in row["texts"].split(",")}
    assert named == {path.name for path in TEXTS.iterdir()}
    assert [name for name in named if len((TEXTS / name).read_text(encoding="utf-8")) < 500] == []


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
