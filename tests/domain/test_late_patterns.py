"""Patterns that are compiled when first asked: each of them can be, and answers as ``re`` would."""

import gc
import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ui
import weibo_operator
from weibo_operator.domain.late_pattern import LatePattern

DIGITS, TEXTS = r"(\d)\d*", st.text(alphabet="12a ", max_size=12)


def test_every_late_pattern_of_the_program_compiles() -> None:
    for package in (ui, weibo_operator):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    late = [each for each in gc.get_objects() if isinstance(each, LatePattern)]
    assert len(late) > 100
    assert all(each.regex.pattern for each in late)


@given(TEXTS)
def test_it_answers_as_the_pattern_does(text: str) -> None:
    late, pattern = LatePattern(DIGITS, re.IGNORECASE), re.compile(DIGITS, re.IGNORECASE)
    assert [each.span() for each in late.finditer(text)] == [each.span() for each in pattern.finditer(text)]
    assert late.findall(text) == pattern.findall(text)
    assert late.sub("x", text, 1) == pattern.sub("x", text, 1)
    assert late.split(text, 2) == pattern.split(text, 2)
    for one, other in ((late.search, pattern.search), (late.match, pattern.match), (late.fullmatch, pattern.fullmatch)):
        for found, wanted in ((one(text), other(text)), (one(text, 1, 3), other(text, 1, 3))):
            assert (found and found.span()) == (wanted and wanted.span())


def test_a_wrong_one_says_so_with_its_first_question() -> None:
    late = LatePattern("(")
    with pytest.raises(re.error):
        late.search("(")
