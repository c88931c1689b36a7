"""How often the text that answers a customer is among the three suggested: by words alone, and after some use."""

import sys
from pathlib import Path

import pytest

from weibo_operator.bootstrap import build
from weibo_operator.domain.labels import Source
from weibo_operator.domain.suggestion import Asked, key_of
from weibo_operator.storage.connection import MEMORY

pytestmark = pytest.mark.bench

CASES = Path(__file__).with_name("suggested_texts.tsv")
PARTS = 3


@pytest.fixture
def cases(operator):
    """What is asked, with the titles that answer it; triage gives the labels."""
    rows = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = []
    for titles, words in rows:
        labels = operator.triage.triage(words, source=Source.COMMENT, followers=None, parent_text="")
        found.append((titles.split("|"), Asked(labels.kind.value, labels.nature.value, labels.issue, words)))
    return found


def usable_by_title(operator):
    return {each.title: each for each in (*operator.templates.all(), *operator.knowledge.all())}


def test_by_words_alone(operator, cases):
    suggested = [[each.title for each in operator.suggestions.best(asked)] for _, asked in cases]
    among = sum(bool(set(titles) & set(best)) for (titles, _), best in zip(cases, suggested, strict=True))
    first = sum(best[:1] and best[0] in titles for (titles, _), best in zip(cases, suggested, strict=True))
    report(f"\nby words alone: {among} of {len(cases)} among the three, {first} first")
    assert among >= 0.85 * len(cases)


def test_after_two_uses_of_each(language, cases):
    """The very text that was used for the two others of its sort, each third in turn."""
    among = before = 0
    for part in range(PARTS):
        operator = build(MEMORY, language=language)
        mine = [case for number, case in enumerate(cases) if number % PARTS == part]
        before += among_three(operator, mine)
        every = usable_by_title(operator)
        for number, (titles, asked) in enumerate(cases):
            if number % PARTS != part:
                operator.suggestions.note(asked, key_of(every[titles[0]]))
        among += among_three(operator, mine)
        operator.close()
    report(f"\nthe text really used among the three: {before} of {len(cases)} at first, {among} after two uses of each")
    assert among >= 0.83 * len(cases)
    assert among > before


def report(line):
    sys.stdout.write(f"{line}\n")


def among_three(operator, cases):
    return sum(titles[0] in [each.title for each in operator.suggestions.best(asked)] for titles, asked in cases)
