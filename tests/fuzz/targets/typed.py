"""What is typed into the desk: searches, settings, names, notes, messages taken down by hand."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random

from msgspec.structs import replace

from tests.fuzz.invariants import demand, expected
from tests.fuzz.mutator import damaged_text
from tests.fuzz.targets.base import NOW, Desk, Input, Place, typed
from tests.fuzz.words import cell, nasty, phrase, scalar
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.labels import Audience, Platform, Source, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.saved_search import SearchWords, words_of
from weibo_operator.domain.settings import SETTINGS
from weibo_operator.services.template_edit import TemplateEdit

_SAID = (
    "收到的水杯漏水，怎么办",
    "订单尾号3307还没发货？？",
    "想问保修多久 ABC",
    "差评！！再也不买了",
    "请问100%棉吗",
    "表扬客服小张👍",
)
_BETWEEN = "\x1f"
_PUT = "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"


class SearchTarget:
    """Everything that looks something up by typed words."""

    def __init__(self, place: Place) -> None:
        self._desk = Desk(place, some_customers, renewed_after=400)

    def make(self, random: Random) -> Input:
        """Words, operators and signs; three fields of a saved search."""
        parts = (lambda: random.choice(_SAID)[: random.randint(1, 6)], lambda: cell(random), lambda: nasty(random))
        return _BETWEEN.join("".join(random.choice(parts)() for _ in range(random.randint(0, 4))) for _ in range(3))

    def check(self, data: Input) -> None:
        """Looked up everywhere, kept as a search, and taken away again."""
        operator = self._desk.operator()
        everything, either, none = [*typed(data).split(_BETWEEN), "", ""][:3]
        with expected():
            operator.inbox.search(everything)
        with expected():
            operator.orders.find(either)
            operator.templates.find(everything[:60])
            operator.knowledge.find(either[:60], guessed=True)
        before = self._desk.rows()
        with expected() as caught:
            search = operator.searches.save(
                none, SearchWords(words_of(everything), words_of(either), words_of(none))
            ).value
            operator.searches.hits(search)
            operator.searches.unseen()
            operator.history.undo()
        demand(self._desk.rows()["saved_search"] == before["saved_search"], f"a search stayed: {caught.error!r}")

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()


class SettingTarget:
    """Values of settings: given by the window, or as they stand in a file that somebody changed."""

    def __init__(self, place: Place) -> None:
        self._desk = Desk(place, some_customers, renewed_after=300)
        self._known = {setting.key: setting for setting in SETTINGS}

    def make(self, random: Random) -> Input:
        """A key and a value as JSON, or nearly JSON."""
        value = json.dumps(scalar(random)) if random.random() < 0.7 else cell(random)
        if random.random() < 0.3:
            value = damaged_text(random, value, ("1", "true", '"x"'))
        return f"{random.choice(tuple(self._known))}{_BETWEEN}{value}"

    def check(self, data: Input) -> None:
        """A value is taken or refused; one that is not valid in the file means the default."""
        key, _, written = typed(data).partition(_BETWEEN)
        operator, setting = self._desk.operator(), self._known.get(key)
        if setting is None:
            return
        try:
            value = json.loads(written)
        except (ValueError, RecursionError):
            value = written
        with expected() as caught:
            operator.shop.change(setting, value)
        if caught.passed:
            demand(operator.shop.value(setting) == value, "another value came back")
        stored = written.encode("utf-8", "replace").decode()
        # The table itself takes no text that is no JSON.
        with suppress(sqlite3.IntegrityError):
            operator.desk.connection.execute(_PUT, (key, stored))
        demand(setting.valid(operator.shop.value(setting)), "a value that is not valid")
        with expected():
            operator.inbox.wake()
            operator.departments.answer_by(next(iter(operator.handoffs.departments())))

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()


class FieldTarget:
    """Every field that takes words: kept as they are, or refused with a sentence and nothing changed."""

    def __init__(self, place: Place) -> None:
        self._desk = Desk(place, some_customers, renewed_after=40)

    def make(self, random: Random) -> Input:
        """Which field, and two texts."""
        texts = (random.choice((phrase, cell, nasty))(random) for _ in range(2))
        return _BETWEEN.join((str(random.randrange(len(_FIELDS))), *texts))

    def check(self, data: Input) -> None:
        """Fill it in."""
        which, one, other = [*typed(data).split(_BETWEEN), "", ""][:3]
        operator = self._desk.operator()
        before = self._desk.rows()
        with expected() as caught:
            _FIELDS[int(which) % len(_FIELDS) if which.isdecimal() and len(which) < 9 else 0](operator, one, other)
        demand(caught.passed or self._desk.rows() == before, f"half of it stayed: {caught.error!r}")
        self._desk.rows()

    def close(self) -> None:
        """Close the desk."""
        self._desk.close()


def some_customers(operator: Operator) -> None:
    """Customers who wrote one message each."""
    for number, words in enumerate(_SAID, start=1):
        operator.intake.capture(_message(number, words, f"客户{number}"))


def _message(number: int, words: str, nickname: str) -> IncomingMessage:
    return IncomingMessage(Platform.WEIBO, f"m{number}", f"100{number}", nickname, words, NOW, Source.COMMENT)


def _first(operator: Operator) -> TicketId:
    return next(ticket for state in State for ticket in operator.inbox.pane(state, limit=1))


def _template(operator: Operator, one: str, other: str) -> None:
    operator.templates.save(TemplateEdit(one, other, other, "both", "", 0, (one, other)))


def _card(operator: Operator, one: str, other: str) -> None:
    operator.knowledge.save(CardEdit(CardKind.FAQ, one, other, words=(one, other), source=other))


def _capture(operator: Operator, one: str, other: str) -> None:
    message = _message(0, other, one)
    operator.intake.capture(replace(message, platform_id=f"by-hand-{len(one)}-{len(other)}", uid=f"name:{one}"))


def _copy(operator: Operator, one: str, other: str) -> None:
    intent = operator.replies.copy(_first(operator), audience=Audience.PUBLIC, text=one, after=AfterSend(State.CLOSED))
    operator.replies.withdraw(intent.id)


def _forward(operator: Operator, one: str, other: str) -> None:
    form = operator.handoffs.defaults(_first(operator)).form
    operator.handoffs.forward(replace(form, description=one, contact=other))


def _department(operator: Operator, one: str, other: str) -> None:
    every = operator.departments.every()
    operator.departments.save((*every, replace(every[0], name=one)))


_FIELDS: Sequence[Callable[[Operator, str, str], object]] = (
    _template,
    _card,
    _capture,
    _copy,
    _forward,
    _department,
    lambda operator, one, _: operator.replies.save_draft(_first(operator), Audience.PUBLIC, one),
    lambda operator, one, _: operator.replies.check(one, ticket=_first(operator), audience=Audience.PUBLIC),
    lambda operator, one, _: operator.templates.wording_of(one, {}),
    lambda operator, one, other: operator.templates.rename_category(one, other),
    lambda operator, one, _: operator.inbox.skip(_first(operator), reason=one),
    lambda operator, one, _: operator.inbox.no_reply((_first(operator),), reason=one),
    lambda operator, one, _: operator.inbox.set_labels(_first(operator), kind=one),
    lambda operator, one, other: operator.inbox.set_labels(_first(operator), topic=one, department=other),
    lambda operator, one, _: operator.promises.note(_first(operator), one, NOW),
    lambda operator, one, _: operator.shop.edit_customer(
        operator.inbox.view(_first(operator)).ticket.customer_id, notes=one
    ),
    lambda operator, one, _: operator.people.set_on_behalf(_first(operator), one),
    lambda operator, one, _: operator.paste.read(one, html=one),
)
