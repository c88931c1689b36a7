"""Pasting: what copied text holds, which of it is new, and taking it in as one operation (issue 5, point 2)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Source
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.pasted import Pasted, PastedMessage, PasteReader, stand_in_id
from weibo_operator.domain.settings import OWN_NICKNAME, REOPEN_DAYS, SAME_MATTER_HOURS
from weibo_operator.domain.triage import Triage
from weibo_operator.language.clean import split_chain, strip_html
from weibo_operator.services.desk import Desk
from weibo_operator.services.intake_people import known_or_alike
from weibo_operator.services.intake_rows import Fate, IntakeRows, IntakeRules, TriageText
from weibo_operator.storage import pasted
from weibo_operator.storage.journal import changes_of

_STAND_IN = "hash:"
_EXACT, _COUNTED_BACK = timedelta(minutes=1), timedelta(hours=1)


class PasteRow(Struct, frozen=True):
    """A message found in the text: ``known`` when it is stored already, or stands further up in the same text."""

    found: PastedMessage
    triage: Triage
    known: bool
    is_inside: bool = False
    """Of one of our own people, who are no customers (mission A19)."""

    @property
    def is_wanted(self) -> bool:
        """What is taken in unless the operator says otherwise: new, surely read, and a customer's words."""
        return not (self.known or self.found.ours or self.found.is_doubtful or self.is_inside)


class PasteReport(Struct, frozen=True):
    """What pasting brought: messages that are new, those that were known, tickets opened."""

    new: int = 0
    duplicates: int = 0
    tickets: tuple[TicketId, ...] = ()


class Paste:
    """Takes in what was copied; ``reader`` gives a reader that knows our own nickname."""

    def __init__(self, desk: Desk, reader: Callable[[], PasteReader], triage: TriageText) -> None:
        self._desk = desk
        self._reader = reader
        self._triage = triage

    def read(self, text: str, *, html: str = "", captured_at: datetime | None = None) -> Pasted:
        """What the text holds; changes nothing. ``captured_at`` (aware; default: now) is when it was copied."""
        return self._reader().read(text, captured_at or self._desk.now(), html=html)

    def rows(self, found: Sequence[PastedMessage]) -> tuple[PasteRow, ...]:
        """Each message with the labels it would get and whether it is known, in the order given; changes nothing."""
        made: list[PasteRow] = []
        intake = self._intake()
        for each in found:
            message = each.message
            triage = self._triage(message.text, message.source, message.followers, message.parent_text)
            repeated = any(_same(each, before.found) for before in made)
            made.append(PasteRow(each, triage, repeated or self._is_stored(each), intake.is_inside(message)))
        return tuple(made)

    def add(self, chosen: Sequence[PastedMessage]) -> Outcome[PasteReport]:
        """Take these messages in, the oldest first, as one operation that can be undone.

        Raises ``InvalidInputError`` when one has no name or no text; then nothing is stored.
        """
        for each in chosen:
            for name, value in (("nickname", each.message.nickname), ("text", each.message.text)):
                if not value.strip():
                    raise InvalidInputError(field=name, reason="empty")
        if not chosen:
            return Outcome(PasteReport(), Changes())
        rows = self._intake()
        new, duplicates, tickets = 0, 0, list[TicketId]()
        in_order = [rows.read(each.message) for each in sorted(chosen, key=lambda each: each.message.posted_at)]
        with self._desk.operation(OperationKind.PASTE, data={"count": str(len(chosen))}) as recorder:
            for read in in_order:
                arrival = rows.accept(recorder, read, None)
                new += arrival.fate is not Fate.DUPLICATE
                duplicates += arrival.fate is Fate.DUPLICATE
                if arrival.fate is Fate.OPENED and arrival.ticket is not None:
                    tickets.append(arrival.ticket)
        return Outcome(PasteReport(new, duplicates, tuple(tickets)), changes_of(recorder), recorder.operation)

    def _is_stored(self, found: PastedMessage) -> bool:
        message = found.message
        if known_or_alike(self._desk.connection, message) is not None:
            return True
        if found.time_is_missing or not message.platform_id.startswith(_STAND_IN):
            return False
        own, chain = split_chain(strip_html(message.text))
        return pasted.is_stored(
            self._desk.connection,
            message.platform,
            uid=message.uid,
            nickname=message.nickname,
            text=own or chain,
            at=message.posted_at,
            # A copy may lie in the clipboard for a while: what was counted back from it is no better than an hour.
            slack=found.slack if found.slack <= _EXACT else max(found.slack, _COUNTED_BACK),
        )

    def _intake(self) -> IntakeRows:
        rules = IntakeRules(
            seen_at=self._desk.now(),
            reopen=timedelta(days=self._desk.setting(REOPEN_DAYS)),
            same_matter=timedelta(hours=self._desk.setting(SAME_MATTER_HOURS)),
            own_name=self._desk.setting(OWN_NICKNAME),
        )
        return IntakeRows(self._desk.connection, self._triage, rules)


def revised(found: PastedMessage, *, nickname: str, text: str, posted_at: datetime, source: Source) -> PastedMessage:
    """The message as the operator put it right; a stand-in id follows its new words, a real one stays."""
    before = found.message
    nickname, text = nickname.strip().removeprefix("@"), text.strip()
    renamed, moved = nickname != before.nickname, posted_at != before.posted_at
    is_stand_in = before.platform_id.startswith(_STAND_IN)
    message = replace(
        before,
        nickname=nickname,
        uid=f"name:{nickname}" if renamed else before.uid,
        profile_url="" if renamed else before.profile_url,
        text=text,
        posted_at=posted_at,
        time_is_approximate=before.time_is_approximate and not moved,
        source=source,
        audience=Audience.PRIVATE if source is Source.PRIVATE else Audience.PUBLIC,
        platform_id=stand_in_id(nickname, posted_at, text) if is_stand_in else before.platform_id,
    )
    slack = _EXACT if moved else found.slack
    return replace(
        found,
        message=message,
        slack=slack,
        time_is_missing=found.time_is_missing and not moved,
        is_doubtful=found.is_doubtful and not renamed,
    )


def _same(one: PastedMessage, other: PastedMessage) -> bool:
    first, second = one.message, other.message
    if first.platform_id == second.platform_id:
        return True
    near = abs(first.posted_at - second.posted_at) <= max(one.slack, other.slack)
    stand_ins = first.platform_id.startswith(_STAND_IN) or second.platform_id.startswith(_STAND_IN)
    return stand_ins and near and (first.nickname, first.text) == (second.nickname, second.text)
