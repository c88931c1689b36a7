"""Looking orders up in the shop's own list: read in from a file, read only, in no export (mission G13)."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.list_file import LineProblem, ListLine, ListReport, ReadLines
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.order import TAIL, ClueKind, Order, OrderClue, key_of
from weibo_operator.language.order_numbers import find_order_clues
from weibo_operator.services.desk import Desk
from weibo_operator.services.list_columns import ListColumns, cell
from weibo_operator.services.stages import GiveWay, Report, go_on, unwatched
from weibo_operator.storage import customers, messages, orders, tickets
from weibo_operator.storage.connection import without_waiting_for_the_disk
from weibo_operator.storage.journal import changes_of

TABLE = "order"
SHOWN = 3
FOUND = 50
READ = 40
"""So many of a ticket's latest messages are looked through for a number."""
CHUNK = 25
"""Orders per transaction: a click's own write waits some milliseconds at most for one of them."""
_TOLD_EVERY = 500
_LOST_DIGITS = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
_FLOAT = re.compile(r"(\d+)\.0")


class OrdersHere(Struct, frozen=True):
    """What the list holds, and when it was last read in."""

    count: int
    read_at: datetime | None


class TicketOrders(Struct, frozen=True):
    """Orders of a ticket: found by a number the customer gave, else by the nickname; a number nothing was found for.

    ``others`` are the names on orders found by number that are not the customer's.
    """

    orders: tuple[Order, ...]
    by_number: bool
    missing: str = ""
    others: tuple[str, ...] = ()


class Orders:
    """The shop's list of orders."""

    def __init__(self, desk: Desk, resources: Path, read: ReadLines) -> None:
        self._desk = desk
        self._columns = ListColumns(resources)
        self._read = read

    def here(self) -> OrdersHere:
        """How many orders there are to look in."""
        return OrdersHere(*orders.count(self._desk.connection))

    @property
    def is_empty(self) -> bool:
        """True while there is no order to look in; quick however many there are."""
        return not orders.any_there(self._desk.connection)

    def find(self, query: str) -> tuple[Order, ...]:
        """Orders by number, end of a number (four digits), waybill, end of a phone, or nickname."""
        connection, wanted = self._desk.connection, query.strip()
        key = key_of(wanted)
        found: list[Order] = []
        if len(key) >= TAIL:
            found += orders.by_number(connection, key, limit=FOUND)
            found += orders.by_waybill(connection, key, limit=FOUND)
        if key.isdigit() and len(key) in (TAIL, 11):
            found += orders.by_phone(connection, key, limit=FOUND)
        found += orders.by_nickname(connection, wanted.removeprefix("@"), limit=FOUND)
        return tuple(dict.fromkeys(found))

    def of_ticket(self, ticket: TicketId) -> TicketOrders:
        """The orders that the customer's words name, the latest words first; else those of the nickname."""
        connection = self._desk.connection
        if self.is_empty:
            return TicketOrders((), by_number=False)
        nickname = customers.get(connection, tickets.get(connection, ticket).customer_id).nickname
        missing = ""
        for text in messages.latest_inbound_texts(connection, ticket, limit=READ):
            for clue in find_order_clues(text):
                found = self._by_clue(clue)
                if found:
                    others = dict.fromkeys(order.nickname for order in found if order.nickname != nickname)
                    return TicketOrders(found, by_number=True, others=tuple(filter(None, others)))
                if clue.said and not missing:
                    missing = clue.digits
        named = orders.by_nickname(connection, nickname, limit=SHOWN)
        return TicketOrders(named, by_number=False, missing=missing)

    def import_file(
        self,
        path: Path,
        *,
        chunk: int = CHUNK,
        progress: Report = unwatched,
        give_way: GiveWay = go_on,
    ) -> tuple[ListReport, Changes]:
        """Read the shop's list: an order known by its number is brought up to date, none is taken out.

        The whole file is read before anything is written; ``progress`` hears of a total of 0 meanwhile. Stopped or
        killed half-way the orders written till then are whole and stay, the others are as they were: the same file
        read in again brings the rest, and says of the first ones that nothing has changed. Raises
        ``FileUnreadableError``, and ``InvalidInputError`` when no column holds the numbers.
        """
        found, problems, stopped = self._orders_in(path, progress, give_way)
        if stopped:
            return ListReport(0, 0, 0, (), cancelled=True), Changes()
        tally, changes = _Tally(), Changes()
        now = self._desk.now()
        every = tuple(found.values())
        for start in range(0, len(every), chunk):
            give_way()
            part = every[start : start + chunk]
            with without_waiting_for_the_disk(self._desk.connection), self._desk.bookkeeping() as recorder:
                for order in part:
                    tally.count(orders.exact(self._desk.connection, order.number), order)
                    recorder.put("shop_order", orders.row_of(order, now))
            changes = changes.joined(changes_of(recorder))
            done = start + len(part)
            if not progress(done, len(every)) and done < len(every):
                return tally.report((), cancelled=True), changes
        return tally.report(problems, cancelled=False), changes

    def clear(self) -> Changes:
        """Forget every order; the shop's own file is where it was."""
        with self._desk.bookkeeping() as recorder:
            recorder.discard_all("shop_order")
        return changes_of(recorder)

    def _by_clue(self, clue: OrderClue) -> tuple[Order, ...]:
        connection = self._desk.connection
        if clue.kind is ClueKind.PHONE:
            return orders.by_phone(connection, clue.digits, limit=SHOWN)
        return orders.by_number(connection, clue.digits, limit=SHOWN) or orders.by_waybill(
            connection, clue.digits, limit=SHOWN
        )

    def _orders_in(
        self, path: Path, progress: Report, give_way: GiveWay
    ) -> tuple[dict[str, Order], list[LineProblem], bool]:
        """Each order of the file by its key, the lines left out, and whether reading was stopped."""
        lines = self._read(path)
        if not lines:
            raise FileUnreadableError(file=str(path), line=0, reason="empty", detail="")
        places = self._columns.places(TABLE, lines[0].cells)
        if "number" not in places:
            raise InvalidInputError(field="path", reason="order_headers", name=path.name, line=lines[0].line)
        found: dict[str, Order] = {}
        problems: list[LineProblem] = []
        for number, line in enumerate(lines[1:]):
            give_way()
            if number % _TOLD_EVERY == 0 and number and not progress(number, 0):
                return found, problems, True
            order = _order(line.cells, places)
            reason = _fault(line, order, len(lines[0].cells))
            if reason:
                problems.append(LineProblem(line.line, order.number or order.product, reason))
            else:
                known = found.get(key_of(order.number))
                found[key_of(order.number)] = order if known is None else _joined(known, order)
        return found, problems, False


class _Tally(Struct):
    new: int = 0
    changed: int = 0
    same: int = 0

    def count(self, known: Order | None, order: Order) -> None:
        self.new += known is None
        self.changed += known is not None and known != order
        self.same += known == order

    def report(self, problems: Sequence[LineProblem], *, cancelled: bool) -> ListReport:
        return ListReport(self.new, self.changed, self.same, tuple(problems), cancelled)


def _order(cells: Sequence[str], places: Mapping[str, int]) -> Order:
    def value(field: str) -> str:
        return " ".join(cell(cells, places, field).lstrip("'\t=").strip('"').split())

    phone = "".join(sign for sign in value("phone") if sign.isdigit())
    return Order(
        number=_whole(value("number")),
        nickname=value("nickname"),
        phone_tail=phone[-TAIL:] if len(phone) >= TAIL else "",
        product=value("product"),
        state=value("state"),
        waybill=_whole(value("waybill")),
        ordered_at=value("time"),
    )


def _whole(number: str) -> str:
    """A number that a workbook holds as one with a point: 3307.0."""
    found = _FLOAT.fullmatch(number)
    return found[1] if found else number


def _fault(line: ListLine, order: Order, width: int) -> str:
    if line.broken:
        return "quote"
    if any(each.strip() for each in line.cells[width:]):
        return "too_many_cells"
    if _LOST_DIGITS.fullmatch(order.number):
        return "lost_digits"
    return "" if key_of(order.number) else "number"


def _joined(known: Order, further: Order) -> Order:
    """One order of several products has a line for each."""
    products = [each for each in (known.product, further.product) if each]
    return Order(
        number=further.number,
        nickname=further.nickname or known.nickname,
        phone_tail=further.phone_tail or known.phone_tail,
        product="；".join(dict.fromkeys(products)),
        state=further.state or known.state,
        waybill=further.waybill or known.waybill,
        ordered_at=further.ordered_at or known.ordered_at,
    )
