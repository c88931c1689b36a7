"""docs/threats.md rests on tests that exist."""

import re

import pytest

from tests.conftest import PROJECT

PAGE = (PROJECT / "docs" / "threats.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_it_is_there(file: str, name: str) -> None:
    path = PROJECT / file
    assert path.exists()
    assert not name or f"\ndef {name}(" in path.read_text(encoding="utf-8")


def test_there_are_many_and_the_page_can_be_found() -> None:
    assert len(NAMED) > 40
    for readme in ("README.md", "README.zh-CN.md"):
        assert "(docs/threats.md)" in (PROJECT / readme).read_text(encoding="utf-8")


def test_every_file_of_the_program_that_it_names_is_there() -> None:
    for named in re.findall(r"`((?:ui|resources|packaging)/[\w/.]+\.\w+)`", PAGE):
        assert (PROJECT / named).exists(), named
