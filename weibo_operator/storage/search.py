"""Full-text search by single characters and a phrase query: finds any substring of one character or more.

Of marks alone (？？), which are in no index, the newest texts are read.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Platform

_INDEX = "INSERT INTO message_text (rowid, characters) VALUES (?, ?)"
_FORGET = "INSERT INTO message_text (message_text, rowid, characters) VALUES ('delete', ?, ?)"
_TEXT = "SELECT text FROM message WHERE id = ?"
_FIND = """
SELECT message.ticket_id AS ticket_id, message.text AS text FROM message_text
JOIN message ON message.id = message_text.rowid
WHERE message_text MATCH :phrase
ORDER BY message_text.rowid DESC
"""
_NAMESAKES = 1000
"""Of a name that more people bear (用户…, which Weibo gives) those who came last: else all their tickets are sorted."""
_PLATFORMS = ", ".join(f"'{platform.value}'" for platform in Platform)
_NAMED = "(nickname LIKE :typed ESCAPE '!' OR nickname LIKE :folded ESCAPE '!')"  # LIKE folds ASCII letters
_BY_CHARACTERS = f"""
SELECT customer.id FROM customer_name JOIN customer ON customer.id = customer_name.rowid
WHERE customer_name MATCH :phrases AND {_NAMED}
ORDER BY customer_name.rowid DESC LIMIT {_NAMESAKES}
"""
_BY_MARKS = f"SELECT id FROM customer WHERE {_NAMED} ORDER BY id DESC LIMIT {_NAMESAKES}"
"""ASCII marks alone are in no index."""
_OF_CUSTOMERS = """
SELECT id FROM ticket WHERE customer_id IN (
    SELECT id FROM ({named})
    UNION ALL SELECT id FROM customer WHERE platform IN ({platforms}) AND uid = :name
)
ORDER BY last_activity_at DESC
LIMIT :limit
"""
_BY_NAME, _BY_MARKED_NAME = (
    _OF_CUSTOMERS.format(named=named, platforms=_PLATFORMS) for named in (_BY_CHARACTERS, _BY_MARKS)
)
_OF_PATTERNS = str.maketrans({sign: f"!{sign}" for sign in "!%_"})
NEWEST_READ = 4_000
"""So many texts are read for marks alone, at each key: 16 ms of processor time."""
_NEWEST_TEXTS = f"SELECT ticket_id, text FROM message ORDER BY id DESC LIMIT {NEWEST_READ}"
_BY_NUMBER = "SELECT id FROM ticket WHERE id = ?"
_LONGEST_NUMBER = 18
_LONGEST_NAME = 1000
"""Nobody's is longer; so much is indexed, and of a pattern of 50,000 bytes SQLite says that it is too complex."""

# What nearly every text is made of: Chinese characters, ASCII, and the marks between them. Whatever else there is
# (other scripts, emoji, full-width letters) is folded and looked up character by character, which takes thrice as long.
_PLAIN = re.compile("[\n -@\\[-~、。！（），：；？‘’“”…《》\u4e00-\u9fff]*")
_PLAIN_TOKENS = re.compile("[0-9a-z\u4e00-\u9fff]+")


def index_messages(connection: sqlite3.Connection, texts: Mapping[int, str]) -> None:
    """Put messages (id → text) into the index, in the transaction that stores them."""
    connection.executemany(_INDEX, ((message_id, characters(text)) for message_id, text in texts.items()))


def forget_message(connection: sqlite3.Connection, message_id: int) -> None:
    """Take a message out of the index, while its text is still stored."""
    row = connection.execute(_TEXT, (message_id,)).fetchone()
    if row is not None:
        connection.execute(_FORGET, (message_id, characters(row[0])))


def find_tickets(connection: sqlite3.Connection, query: str, *, limit: int = 200) -> tuple[TicketId, ...]:
    """Tickets found by number, by customer's name, or by any message holding ``query``; newest message first.

    Marks alone are looked for in the newest ``NEWEST_READ`` messages.
    """
    wanted = fold(query).strip()
    if not wanted:
        return ()
    found: dict[TicketId, None] = {}
    number = wanted.removeprefix("#")
    if number.isdecimal() and len(number) <= _LONGEST_NUMBER:
        found.update((TicketId(row[0]), None) for row in connection.execute(_BY_NUMBER, (int(number),)))
    found.update((ticket, None) for ticket in _by_name(connection, query.strip(), wanted, limit))
    for ticket in _by_text(connection, wanted):
        found[ticket] = None
        if len(found) >= limit:
            break
    return tuple(found)[:limit]


def tickets_of_name(connection: sqlite3.Connection, name: str, *, limit: int) -> tuple[TicketId, ...]:
    """Tickets of customers whose name holds ``name`` or whose number it is, the last active first."""
    return tuple(_by_name(connection, name, fold(name), limit))


def fold(text: str) -> str:
    """Width and case folded, so that ＡＢＣ finds abc."""
    return unicodedata.normalize("NFKC", text).lower()


def characters(text: str) -> str:
    """The text as the index holds it: folded, one character a token, punctuation and blanks dropped."""
    plain = text if _PLAIN.fullmatch(text) else text.lower()
    if _PLAIN.fullmatch(plain):
        return " ".join("".join(_PLAIN_TOKENS.findall(plain)))
    return _tokens(fold(text))


def _tokens(folded: str) -> str:
    return " ".join(filter(_is_token, folded))


def _by_name(connection: sqlite3.Connection, typed: str, folded: str, limit: int) -> Iterator[TicketId]:
    """A name is stored as it was written, （…） too: it is looked for as typed and folded."""
    typed, folded = typed.removeprefix("@").removeprefix("＠"), folded.removeprefix("@")
    # LIKE reads a pattern up to the null: what is left finds everybody.
    if max(len(typed), len(folded)) > _LONGEST_NAME or "\0" in typed:
        return
    names = {"typed": typed, "folded": folded}
    phrases = [phrase for phrase in (_phrase(name) for name in names.values()) if phrase]
    values = {key: f"%{name.translate(_OF_PATTERNS)}%" for key, name in names.items()}
    query = _BY_NAME if len(phrases) == len(names) else _BY_MARKED_NAME
    for row in connection.execute(query, values | {"phrases": " OR ".join(phrases), "name": folded, "limit": limit}):
        yield TicketId(row[0])


def _phrase(name: str) -> str:
    """The characters of it that are in the index of names, one after another; empty where there are none."""
    held = [character for character in name if not character.isascii() or character.isalnum()]
    return f'"{" ".join(held)}"' if held else ""


def _by_text(connection: sqlite3.Connection, wanted: str) -> Iterator[TicketId]:
    phrase = _tokens(wanted)
    # Punctuation alone is in no index; where somebody looks for “？？”, the newest texts are read.
    rows = connection.execute(_FIND, {"phrase": f'"{phrase}"'}) if phrase else connection.execute(_NEWEST_TEXTS)
    for row in rows:
        # The index knows no punctuation: “管，我” would else be found by 管我.
        if wanted in fold(row["text"]):
            yield TicketId(row["ticket_id"])


@lru_cache(maxsize=8192)
def _is_token(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNSM" and (character.isalnum() or not character.isascii())
