"""The operator's words in the file: those of an earlier version are kept, what makes no sense is refused."""

import sqlite3

import pytest

from weibo_operator.domain.own_words import OwnWord
from weibo_operator.storage import templates
from weibo_operator.storage.migrations import HISTORY, m0009_always

INSERT = "INSERT INTO user_word (word, purpose, replacement, added_at) VALUES (?, ?, ?, 0)"


@pytest.fixture
def migrated() -> sqlite3.Connection:
    """A file of the version before, with a word of each purpose, brought up to date."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.executescript("".join(script for name, script in HISTORY if name < "m0009"))
    for purpose in ("term", "ignore", "urgent", "crisis"):
        connection.execute("INSERT INTO user_word (word, purpose, added_at) VALUES ('橙瓣', ?, 7)", (purpose,))
    connection.executescript(m0009_always.SQL)
    return connection


def test_words_of_an_earlier_version_are_kept(migrated: sqlite3.Connection) -> None:
    for purpose in ("term", "ignore", "urgent", "crisis"):
        assert templates.own_words(migrated, purpose) == (OwnWord("橙瓣"),)
    assert {row[0] for row in migrated.execute("SELECT added_at FROM user_word")} == {7}


@pytest.mark.parametrize(
    ("purpose", "replacement"), [("always", ""), ("term", "橙子"), ("urgent", "急"), ("other", "")]
)
def test_a_replacement_stands_only_where_it_means_something(
    migrated: sqlite3.Connection, purpose: str, replacement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        migrated.execute(INSERT, ("桔子", purpose, replacement))


def test_a_mistake_has_one_correction_but_many_suggestions_may_be_ignored(migrated: sqlite3.Connection) -> None:
    for right in ("橙子", "桔梗"):
        migrated.execute(INSERT, ("桔子", "ignore", right))
    migrated.execute(INSERT, ("桔子", "always", "橙子"))
    with pytest.raises(sqlite3.IntegrityError):
        migrated.execute(INSERT, ("桔子", "always", "桔梗"))
