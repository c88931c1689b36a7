"""A saved search: the words that must stand in a post, and what it has found (mission A10)."""

from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import CustomerId, LeadId, MessageId, SearchId, TicketId
from weibo_operator.domain.labels import Kind, Source, State

MOST_WORDS = 30
LONGEST_WORD = 50
LONGEST_NAME = 30
COUNTED_AT_MOST = 1_000
"""Counting goes no further: a search for a common word must not read a hundred thousand posts at each change."""


class SearchWords(Struct, frozen=True):
    """All of ``all_of`` must be there, one of ``any_of`` where any is given, none of ``none_of``."""

    all_of: tuple[str, ...]
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()

    @property
    def queries(self) -> tuple[str, ...]:
        """What to type into the site's own search, which knows no “or”: one line for each of ``any_of``."""
        common = " ".join(self.all_of)
        return tuple(f"{common} {word}".strip() for word in self.any_of) or (common,)


class SavedSearch(Struct, frozen=True):
    """A search with its counts: ``found`` posts, ``unseen`` ones among them (both up to a limit)."""

    id: SearchId
    name: str
    words: SearchWords
    found: int
    unseen: int


class SearchHit(Struct, frozen=True):
    """One post that a search found; ``lead`` is its author's entry in the list of leads, if there is one."""

    message: MessageId
    ticket: TicketId
    customer: CustomerId
    nickname: str
    followers: int | None
    text: str
    source: Source
    kind: Kind
    state: State
    posted_at: datetime
    link: str
    seen: bool
    lead: LeadId | None


def words_of(line: str) -> tuple[str, ...]:
    """The words of a typed line, each once; blanks and commas of any width part them."""
    for sign in "，,、；;|/\u3000\t\n":
        line = line.replace(sign, " ")
    return tuple(dict.fromkeys(line.split()))


def checked(name: str, words: SearchWords) -> tuple[str, SearchWords]:
    """A search as it can be stored; raises ``InvalidInputError`` without any word to look for, or with too much."""
    if not any(any(sign.isalnum() for sign in word) for word in (*words.all_of, *words.any_of)):
        raise InvalidInputError(field="all_of", reason="empty")
    every = (*words.all_of, *words.any_of, *words.none_of)
    if len(every) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in every):
        raise InvalidInputError(field="all_of", reason="too_many_words", most=MOST_WORDS)
    shown = name.strip() or " ".join((*words.all_of, *words.any_of[:2]))
    return shown[:LONGEST_NAME], words
