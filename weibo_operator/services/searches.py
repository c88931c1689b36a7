"""Saved searches over what has come in, with what has been looked at (mission A10)."""

from collections.abc import Sequence
from urllib.parse import quote

from weibo_operator.domain.ids import MessageId, SearchId
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.saved_search import SavedSearch, SearchHit, SearchWords, checked
from weibo_operator.services.desk import Desk
from weibo_operator.storage import searches
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms

SHOWN_AT_MOST = 300
_SITE = "https://s.weibo.com/weibo?q="


class Searches:
    """Keeps searches and what was seen of their hits; the finding itself is a question asked anew each time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def listed(self) -> tuple[SavedSearch, ...]:
        """Every search with its counts as of now: what an import brought a moment ago is in them."""
        return searches.listed(self._desk.connection)

    def hits(self, search: SearchId, *, seen_too: bool = True, limit: int = SHOWN_AT_MOST) -> tuple[SearchHit, ...]:
        """What a search finds, what came in last first; raises ``NotFoundError``."""
        return searches.hits(self._desk.connection, search, seen_too=seen_too, limit=limit)

    def unseen(self) -> int:
        """How many hits nobody has looked at, over all searches."""
        return sum(search.unseen for search in self.listed())

    def save(self, name: str, words: SearchWords, search: SearchId | None = None) -> Outcome[SearchId]:
        """A new search, or another name or other words for one; an empty name is made of the words.

        Raises ``InvalidInputError`` without a word to look for, ``NotFoundError``.
        """
        name, words = checked(name, words)
        values: dict[str, Value] = {**searches.columns(name, words)}
        if search is not None:
            searches.get(self._desk.connection, search)
        with self._desk.operation(OperationKind.SEARCH_EDIT, data={"name": name}) as recorder:
            if search is None:
                values["created_at"] = to_ms(self._desk.now())
                search = SearchId(recorder.insert("saved_search", values))
            else:
                recorder.update("saved_search", search, values)
        return Outcome(search, changes_of(recorder), recorder.operation)

    def delete(self, search: SearchId) -> Outcome[None]:
        """Delete a search; what it found stays where it is. Raises ``NotFoundError``."""
        found = searches.get(self._desk.connection, search)
        with self._desk.operation(OperationKind.SEARCH_DELETE, data={"name": found.name}) as recorder:
            recorder.delete("saved_search", search)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def mark_seen(self, chosen: Sequence[MessageId]) -> Outcome[None]:
        """看过: these posts are new in no search any more; nothing happens to those that were seen."""
        known = searches.marks(self._desk.connection, chosen)
        fresh = [message for message in chosen if message not in known]
        if not fresh:
            return Outcome(None, Changes())
        now = to_ms(self._desk.now())
        with self._desk.operation(OperationKind.SEARCH_SEEN, data={"count": str(len(fresh))}) as recorder:
            for message in fresh:
                recorder.insert("search_seen", {"message_id": message, "at": now})
        return Outcome(None, changes_of(recorder), recorder.operation)

    def mark_all_seen(self, search: SearchId) -> Outcome[None]:
        """全部看过: whatever this search finds until now is seen, however much it is; raises ``NotFoundError``."""
        found = searches.get(self._desk.connection, search)
        if not found.unseen:
            return Outcome(None, Changes())
        newest = searches.newest_message(self._desk.connection)
        with self._desk.operation(OperationKind.SEARCH_SEEN, data={"count": str(found.unseen)}) as recorder:
            recorder.update("saved_search", search, {"seen_to": newest})
        return Outcome(None, changes_of(recorder), recorder.operation)


def web_addresses(words: SearchWords) -> tuple[str, ...]:
    """Where the site itself searches, one address for each line of ``words.queries``."""
    return tuple(f"{_SITE}{quote(query)}" for query in words.queries)
