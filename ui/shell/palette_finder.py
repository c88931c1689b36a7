"""Finds what the palette offers: commands, customers and tickets, templates; by characters or pinyin initials."""

from collections.abc import Sequence

from ui.shell.palette_entries import Entry, Group, action_entry, mark, shortened
from ui.support.actions import ActionSpec
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import OPEN_STATES
from weibo_operator.domain.ticket import Card
from weibo_operator.services.ticket_search import read_search
from weibo_operator.services.wording import TICKET_STATES, day_words

COMMANDS_SHOWN = 6
TICKETS_SHOWN = 6
TEMPLATES_SHOWN = 4
RECENT_SHOWN = 4
NAMES_READ = 400
"""Open tickets of each pane whose customers are found by initials; more are found by their characters."""
USEFUL = ("next", "forward", "snooze", "no_reply", "capture", "import", "undo", "help")
_SELF = "palette"
_SEPARATORS = "'’ "


class PaletteFinder:
    """Answers each key at once; customers' initials are read at the first Latin letter after ``forget``."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._initials = {row.id: context.operator.initials.of(row.title) for row in self._offered}
        self._names: dict[TicketId, str] | None = None

    @property
    def _offered(self) -> tuple[ActionSpec, ...]:
        """With the keys that hold now."""
        return tuple(row for row in self._context.theme.keys.rows if row.in_palette and row.id != _SELF)

    def forget(self) -> None:
        """Customers may have changed since: read their names anew when they are asked for."""
        self._names = None

    def find(self, query: str, recent: Sequence[str] = (), *, guessed: bool = False) -> tuple[Entry, ...]:
        """The rows for ``query`` (letters still being composed included), in groups.

        ``>`` asks for commands only, ``@`` and ``#`` for customers and tickets only. ``guessed``: the query is still
        being composed, its characters may be what an input method made of initials (自己部门 of zjbm).
        """
        query = query.strip()
        letters = self._context.operator.initials.of(query) if guessed else _letters(query.lstrip(">@"))
        if not query:
            return self._without_query(recent)
        if query.startswith(">"):
            rest = query[1:].strip()
            return self._commands(rest, letters, len(self._offered)) if rest else self._all_commands()
        if query[0] in "@#":
            return self._tickets(query, letters)
        return (
            *self._commands(query, letters, COMMANDS_SHOWN),
            *self._tickets(query, letters),
            *self._templates(query, guessed=guessed),
        )

    def _without_query(self, recent: Sequence[str]) -> tuple[Entry, ...]:
        known = {row.id: row for row in self._offered}
        last = [action for action in recent if action in known][:RECENT_SHOWN]
        rest = [action for action in USEFUL if action in known and action not in last]
        return (
            *(action_entry(known[action], Group.RECENT) for action in last),
            *(action_entry(known[action], Group.USEFUL) for action in rest),
        )

    def _all_commands(self) -> tuple[Entry, ...]:
        return tuple(action_entry(row, Group.COMMANDS) for row in self._offered)

    def _commands(self, query: str, letters: str, limit: int) -> tuple[Entry, ...]:
        ranked = [(rank, row) for row in self._offered if (rank := self._rank(row, query, letters)) is not None]
        ranked.sort(key=lambda found: found[0])
        return tuple(action_entry(row, Group.COMMANDS, query) for _, row in ranked[:limit])

    def _rank(self, row: ActionSpec, query: str, letters: str) -> int | None:
        wanted = query.lower()
        title, initials = row.title.lower(), self._initials[row.id]
        if title.startswith(wanted) or (letters and initials.startswith(letters)):
            return 0
        if wanted in title or (letters and letters in initials):
            return 1
        return None

    def _tickets(self, query: str, letters: str) -> tuple[Entry, ...]:
        inbox = self._context.operator.inbox
        ids = dict.fromkeys((*self._by_initials(letters), *inbox.search(query, limit=TICKETS_SHOWN)))
        cards = inbox.cards(tuple(ids)[:TICKETS_SHOWN])
        asked = read_search(query)
        wanted = asked.text or asked.author
        return tuple(self._ticket_entry(card, wanted.lstrip("@#")) for card in cards)

    def _by_initials(self, letters: str) -> tuple[TicketId, ...]:
        if not letters:
            return ()
        if self._names is None:
            self._names = self._read_names()
        return tuple(ticket for ticket, name in self._names.items() if name.startswith(letters))[:TICKETS_SHOWN]

    def _read_names(self) -> dict[TicketId, str]:
        inbox, initials = self._context.operator.inbox, self._context.operator.initials
        found = (card for state in OPEN_STATES for card in inbox.cards(inbox.pane(state, limit=NAMES_READ)))
        return {card.id: initials.of(card.nickname) for card in found}

    def _ticket_entry(self, card: Card, wanted: str) -> Entry:
        title, detail = mark(card.nickname, wanted), mark(card.snippet, wanted)
        if wanted and not title.hit and not detail.hit and not _letters(wanted):
            detail = mark(self._said(card.id, wanted) or card.snippet, wanted)
        days = day_words(card.last_activity_at, self._context.operator.desk.now())
        return Entry(Group.TICKETS, card.id, "user", title, shortened(detail), (days, TICKET_STATES[card.state]))

    def _said(self, ticket: TicketId, wanted: str) -> str:
        """The newest message of the ticket that holds the words."""
        messages = self._context.operator.inbox.view(ticket).messages
        texts = (message.text for message in reversed(messages))
        return next((text for text in texts if wanted.lower() in text.lower()), "")

    def _templates(self, query: str, *, guessed: bool) -> tuple[Entry, ...]:
        found = self._context.operator.templates.find(query, limit=TEMPLATES_SHOWN, guessed=guessed)
        return tuple(
            Entry(
                Group.TEMPLATES,
                template,
                "message-square-quote",
                mark(template.title, query),
                shortened(mark(template.next_wording.text, query)),
                (template.category,),
            )
            for template in found
        )


def _letters(query: str) -> str:
    """The query as pinyin initials (w'l'y'c while composing), or empty when it holds anything else."""
    kept = "".join(sign for sign in query.lower() if sign not in _SEPARATORS)
    return kept if kept.isascii() and kept.isalnum() else ""
