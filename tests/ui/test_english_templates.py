"""The English words of the weekly page and of the crisis checklist keep step with the Chinese ones."""

import re
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import fields

from ui.support.context import Context
from ui.support.crisis_steps import shown_steps
from ui.weekly.words import shown_words
from weibo_operator.services.playbook import read_playbook
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.translation import VARIABLE

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def _words(name: str) -> dict[str, object]:
    return tomllib.loads((TEMPLATES / name).read_text(encoding="utf-8"))


def _flat(words: object, path: str = "") -> dict[str, str]:
    if isinstance(words, dict):
        pairs = [(f"{path}.{key}", value) for key, value in words.items()]
    elif isinstance(words, list):
        pairs = [(f"{path}[{place}]", value) for place, value in enumerate(words)]
    else:
        return {path: str(words)}
    return {key: text for each, value in pairs for key, text in _flat(value, each).items()}


def test_every_section_of_the_week_in_english_is_whole() -> None:
    chinese, english = _words("week.toml"), _words("week.en.toml")
    assert set(english) <= {field.name for field in fields(WeekWords)}
    for section, words in english.items():
        if isinstance(words, dict):
            assert set(words) == set(chinese[section]), section  # pyright: ignore[reportArgumentType] - a table too


def test_the_week_in_english_fills_the_same_places_and_holds_no_chinese() -> None:
    chinese, english = _flat(_words("week.toml")), _flat(_words("week.en.toml"))
    for key, text in english.items():
        assert not CHINESE.search(text), key
        if key in chinese:
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", chinese[key])), key


def test_the_page_speaks_english_and_the_report_chinese(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    own = context.operator.weekly.words
    assert shown_words(context) == own
    monkeypatch.setenv(VARIABLE, "en")
    shown = shown_words(context)
    assert (shown.before, shown.name("turns"), shown.duration(3660)) == ("last week", "Turns", "1 h 1 min")
    assert shown.columns == own.columns
    assert context.operator.weekly.words == own


def test_the_checklist_is_named_in_english_step_by_step(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    own = read_playbook(TEMPLATES.parent)
    assert shown_steps(context) == own
    monkeypatch.setenv(VARIABLE, "en")
    shown = shown_steps(context)
    assert [(step.key, step.text, step.audience) for step in shown] == [
        (step.key, step.text, step.audience) for step in own
    ]
    assert not any(CHINESE.search(f"{step.phase}{step.title}{step.hint}") for step in shown)
    assert len({step.phase for step in shown}) == len({step.phase for step in own})
