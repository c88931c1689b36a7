"""What is believed of a document about a later version."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.release import LONGEST_NOTES, Release, is_newer, is_safe_address, read_release, written

GOOD = {"version": "0.2.0", "date": "2026-12-01", "notes": "周报更快", "page": "https://desk.example/0.2.0"}


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1.0", "0.99.99", True),
        ("0.1.0.1", "0.1.0", True),
        ("0.1.0", "0.1.0", False),
        ("0.1", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
        ("0.2.0", "没有安装的开发版", False),
        ("0.2.0rc1", "0.1.0", False),
        ("٠.٢", "0.1.0", False),
    ],
)
def test_versions_are_numbers_side_by_side(version: str, than: str, newer: bool):
    assert is_newer(version, than) is newer


@given(
    st.lists(st.integers(0, 99_999), min_size=2, max_size=4), st.lists(st.integers(0, 99_999), min_size=2, max_size=4)
)
def test_of_two_versions_one_at_most_is_newer(one: list[int], other: list[int]):
    first, second = ".".join(map(str, one)), ".".join(map(str, other))
    assert not (is_newer(first, second) and is_newer(second, first))
    assert is_newer(first, second) or is_newer(second, first) or [*one, 0, 0][:4] == [*other, 0, 0][:4]


def test_a_document_is_read_and_written():
    release = read_release(json.dumps({**GOOD, "more": 1}))
    assert release == Release("0.2.0", "2026-12-01", "周报更快", "https://desk.example/0.2.0")
    assert read_release(written(release)) == release


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "latest"},
        {"version": 2},
        {"version": "0.2.0\n"},
        {"date": "2026-13-01"},
        {"date": "yesterday"},
        {"notes": None},
        {"notes": ["a"]},
        {"page": "http://desk.example/"},
        {"page": "javascript:alert(1)"},
        {"page": "file:///etc/passwd"},
        {"page": "https://desk.example@elsewhere.test/"},
        {"page": ""},
    ],
    ids=str,
)
def test_one_part_that_is_wrong_is_enough(wrong: dict[str, object]):
    assert read_release(json.dumps({**GOOD, **wrong})) is None


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_garbage_is_no_release(document: bytes | str):
    assert read_release(document) is None


def test_deep_documents_are_no_release():
    assert read_release("[" * 200_000) is None


@given(st.text(max_size=600))
def test_notes_are_one_line_that_shows_all_of_itself(notes: str):
    release = read_release(json.dumps({**GOOD, "notes": notes}))
    assert release is not None
    assert len(release.notes) <= LONGEST_NOTES
    assert release.notes.isprintable()
    assert read_release(written(release)) == release


def test_a_line_is_not_turned_round():
    release = read_release(json.dumps({**GOOD, "notes": "好\u202e的\n新\u200b版\x1b[31m"}))
    assert release is not None
    assert release.notes == "好的 新版[31m"


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://desk.example/newest.json", True),
        ("https://127.0.0.1:8443/x", True),
        ("http://desk.example/newest.json", False),
        ("https://user:word@desk.example/", False),
        ("https://", False),
        ("https:///x", False),
        ("https://desk.example:99999/", False),
        ("https://[::1", False),
        ("https://desk.example\\@elsewhere.test/", False),
        ("https://例子.test/", False),
        ("https://desk.example/a b", False),
        ("https://desk.example/" + "a" * 500, False),
        ("desk.example", False),
        ("", False),
    ],
)
def test_addresses_that_are_asked(address: str, safe: bool):
    assert is_safe_address(address) is safe
