"""The help in English: the same pages as in Chinese with the same keys and links, and what the program opens then."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from ui.shell.help_pages import read_pages
from ui.support.actions import ACTIONS
from ui.support.help_keys import PLACE, fill_keys
from ui.support.when import parse_when
from weibo_operator.translation import VARIABLE

HELP = PROJECT / "resources" / "help"
FILES = sorted(path.name for path in (HELP / "zh").glob("*.md"))
LINK = re.compile(r"\]\(([^)]+)\)")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
KEPT = {
    "templates.md": {"物流延迟", "客户", "订单号", "热线", "光标"},  # a template's title and variables
    "followup.md": {"明天", "前给您答复"},  # what a customer reads
    "leads.md": {"投诉", "求推荐"},  # what customers write
}
"""Chinese an English page may hold, with its reason."""


def said(language: str, name: str) -> str:
    return (HELP / language / name).read_text(encoding="utf-8")


def test_both_languages_have_the_same_pages() -> None:
    assert sorted(path.name for path in (HELP / "en").glob("*.md")) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_page_names_the_same_keys_and_leads_to_the_same_pages(name: str) -> None:
    chinese, english = said("zh", name), said("en", name)
    assert Counter(PLACE.findall(english)) == Counter(PLACE.findall(chinese))
    assert LINK.findall(english) == LINK.findall(chinese)
    assert english.count("\n- ") == chinese.count("\n- ")


@pytest.mark.parametrize("name", FILES)
def test_a_page_is_english_and_writes_no_key_out(name: str) -> None:
    text = said("en", name)
    assert set(CHINESE.findall(text)) <= KEPT.get(name, set())
    assert re.findall(r"(?:Ctrl|Shift)[ +]\S|\bF\d+\b", text) == []
    assert re.findall(r"Alt\+(?!1 to 8)\S+", text) == []


def test_the_program_opens_the_pages_of_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    resources = PROJECT / "resources"
    chinese = read_pages(resources, ACTIONS)
    monkeypatch.setenv(VARIABLE, "en")
    english = read_pages(resources, ACTIONS)
    assert [page.key for page in english] == [page.key for page in chinese]
    for page in english:
        source = said("en", f"{page.key}.md")
        assert page.text == fill_keys(source, ACTIONS)
        assert source.startswith("# ")


def test_a_page_that_is_missing_is_read_in_chinese(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        (tmp_path / "help" / language).mkdir(parents=True)
    (tmp_path / "help" / "zh" / "README.md").write_text("## 上手\n\n- [键盘](keys.md)\n", encoding="utf-8")
    (tmp_path / "help" / "en" / "README.md").write_text("## First\n\n- [Keyboard](keys.md)\n", encoding="utf-8")
    (tmp_path / "help" / "zh" / "keys.md").write_text("# 键盘\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "en")
    (page,) = read_pages(tmp_path, ACTIONS)
    assert (page.group, page.title, page.text) == ("First", "Keyboard", "# 键盘\n")


def test_the_times_it_speaks_of_are_understood() -> None:
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    named = re.findall('"([a-z0-9 ]+)"', said("en", "followup.md") + said("en", "inbox.md"))
    assert len(named) >= 5
    assert [words for words in named if parse_when(words, now) is None] == []
