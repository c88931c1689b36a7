"""Colours, style sheets and the separator dot each come from one place."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
SOURCES = sorted((PROJECT / "ui").rglob("*.py"))
HEX = re.compile(r"[\"']#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})[\"']")
NAMED = re.compile(r"QColor\(\s*(?:[\"'](?!#)\w|\d)|Qt\.GlobalColor\.(?!transparent)|QColor\.from")


def offenders(pattern: re.Pattern[str], *allowed: str) -> list[str]:
    return [
        f"{file.relative_to(PROJECT)}: {line.strip()}"
        for file in SOURCES
        if file.relative_to(PROJECT).as_posix() not in allowed
        for line in file.read_text("utf-8").splitlines()
        if pattern.search(line)
    ]


def test_there_are_sources_to_look_at():
    assert len(SOURCES) > 10


def test_patterns_find_what_they_look_for():
    assert HEX.search('QColor("#C8410B")')
    assert not HEX.search('f"#{number}"')
    assert NAMED.search('QColor("red")')
    assert not NAMED.search("Qt.GlobalColor.transparent")


def test_hexadecimal_colours_are_only_in_the_token_tables():
    assert offenders(HEX) == []


def test_no_colour_is_named_outside_the_tokens():
    assert offenders(NAMED) == []


def test_the_style_sheet_is_set_by_the_theme_and_its_wardrobe():
    assert offenders(re.compile(r"setStyleSheet"), "ui/support/theme.py", "ui/support/wardrobe.py") == []


def test_the_style_sheet_names_tokens_not_colours():
    sheet = (PROJECT / "resources" / "themes" / "application.qss").read_text("utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", sheet) == []


@pytest.mark.parametrize("dot", ["\u00b7", "\u22c5", "\u2022", "\u30fb"])
def test_separator_dots_are_painted_not_typed(dot):
    assert offenders(re.compile(dot)) == []
