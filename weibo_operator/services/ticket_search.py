"""Tickets by what is typed into the search field: number, name, words, and conditions (product.md)."""

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.search_query import SearchQuery, read_query
from weibo_operator.storage import search, search_filter
from weibo_operator.storage.connection import Connection
from weibo_operator.translation import label


def search_tickets(connection: Connection, query: str, *, limit: int) -> tuple[TicketId, ...]:
    """Those found, at most ``limit``; with conditions the last active first, else that of the newest message."""
    read = read_search(query)
    if read.has_conditions:
        return search_filter.find(connection, read, limit=limit)
    return search.find_tickets(connection, query, limit=limit)


def read_search(query: str) -> SearchQuery:
    """What is asked for; kinds go by their names in the operator's language too."""
    return read_query(query, {label(kind.value): kind.value for kind in Kind})
