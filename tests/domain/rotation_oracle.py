"""下一位 written a second time in plain Python: slow, short, and independent of the program's code."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Row:
    ticket: int
    customer: int
    level: int
    topic: str
    public: bool
    rank: int
    round: int
    entered: int
    aside: int = 0
    """Number of the skip that put it aside, 0 if none did."""

    @property
    def shown(self) -> str:
        return self.topic if self.public else ""


@dataclass
class Served:
    turn: int
    row: Row
    stamp: int
    served_before: int


@dataclass
class Reply:
    at: int
    number: int
    ticket: int
    customer: int


@dataclass
class Skipped:
    ticket: int
    number: int
    aside: int
    level: int
    round: int
    entered: int
    stamp: int | None
    """The customer's stamp before, None if the skip left it alone."""


@dataclass
class Answer:
    ticket: int
    reason: str
    owed: bool


@dataclass
class Oracle:
    turn: int = 0
    seq: int = 0
    fair_turn: int = 0
    skips: int = 0
    now: int = 0
    gap: int = 0
    """A customer is passed over for so long after a public reply; 0 never."""
    topic_of: dict[int, str] = field(default_factory=dict)
    public_replies: list[Reply] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)
    stamps: dict[int, int] = field(default_factory=dict)
    served_turn: dict[int, int] = field(default_factory=dict)
    round: dict[int, int] = field(default_factory=lambda: dict.fromkeys((1, 2, 3, 4), 1))
    started: dict[int, int] = field(default_factory=lambda: dict.fromkeys((1, 2, 3, 4), 1))
    served: list[Served] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    # --- what happens ---

    def arrive(self, ticket: int, customer: int, level: int, topic: str, public: bool, rank: int) -> None:
        self.seq += 1
        self.topic_of[ticket] = topic
        self.stamps.setdefault(customer, self.seq)
        number = self.round_for(customer, level)
        self.rows[ticket] = Row(ticket, customer, level, topic, public, rank, number, self.seq)

    def leave(self, ticket: int) -> None:
        customer = self.rows.pop(ticket).customer
        if not self.rows_of(customer):
            del self.stamps[customer]

    def relabel(self, ticket: int, level: int, topic: str, public: bool, rank: int) -> None:
        row = self.rows[ticket]
        if level != row.level:
            row.round, row.level, row.aside = self.round_for(row.customer, level), level, 0
        row.topic, row.public, row.rank = topic, public, rank
        self.topic_of[ticket] = topic

    def serve(self, ticket: int, public_reply: bool) -> None:
        row = self.rows[ticket]
        out = self.buffered() - {row.customer}
        head, oldest = self.fair_head(out), self.oldest(row.customer)
        self.turn += 1
        self.seq += 1
        if head is row:
            self.fair_turn = self.turn
        before = self.served_turn.get(row.customer, 0)
        self.served.append(Served(self.turn, row, self.stamps[row.customer], before))
        self.served_turn[row.customer] = self.turn
        if oldest is row:
            self.stamps[row.customer] = self.seq
        if public_reply:
            self.public_replies.append(Reply(self.now, self.turn, ticket, row.customer))
        touched = {other.level for other in self.rows.values() if other.customer == row.customer or other.aside}
        for level in touched:
            self.sync(level, self.turn, out)
        self.leave(ticket)
        for other in self.rows.values():
            if other.aside or other.customer == row.customer:
                other.round, other.aside = self.round[other.level] + 1, 0
        for level in touched:
            self.sync(level, self.turn + 1, out)

    def take_back(self, ticket: int) -> None:
        """The closing of a turn is undone: the ticket waits again, in its old place."""
        served = next(served for served in reversed(self.served) if served.row.ticket == ticket)
        self.served.remove(served)
        self.public_replies = [reply for reply in self.public_replies if reply.number != served.turn]
        customer = served.row.customer
        self.seq += 1
        self.stamps[customer] = min(served.stamp, self.stamps.get(customer, served.stamp))
        if self.served_turn[customer] == served.turn:
            self.served_turn[customer] = served.served_before
        row = served.row
        row.round, row.aside = self.round_for(customer, row.level), 0
        self.rows[row.ticket] = row

    def skip(self, ticket: int) -> None:
        row = self.rows[ticket]
        self.seq += 1
        self.skips += 1
        first = self.oldest(row.customer) is row
        before = self.stamps[row.customer] if first else None
        self.skipped.append(Skipped(ticket, self.seq, row.aside, row.level, row.round, row.entered, before))
        if first:
            self.stamps[row.customer] = self.seq
        row.aside = row.entered = self.seq

    def unskip(self, ticket: int) -> None:
        """The last skip of a ticket is undone: it has its old place, if it still stands where the skip put it."""
        skipped = next(skipped for skipped in reversed(self.skipped) if skipped.ticket == ticket)
        self.skipped.remove(skipped)
        self.skips -= 1
        row = self.rows.get(ticket)
        if row is None or row.entered != skipped.number:
            return
        if row.level == skipped.level:
            if row.aside:
                row.aside, row.round = skipped.aside, skipped.round
            elif not skipped.aside:
                row.round = min(row.round, skipped.round)
        row.entered = skipped.entered
        if skipped.stamp is not None:
            self.stamps[row.customer] = min(self.stamps[row.customer], skipped.stamp)

    def tick(self, length: int) -> None:
        """Time goes by; a negative length is a clock that was set back."""
        self.now += length

    # --- who is next ---

    def choose(self, k: int, threshold: int) -> Answer | None:
        if not self.rows:
            return None
        if len(self.stamps) < threshold:
            out = self.buffered()
            rows = [row for row in self.rows.values() if row.customer not in out] or self.rows.values()
            row = min(rows, key=lambda row: (band(row), row.rank, row.ticket))
            return Answer(row.ticket, "plain_order", False)
        due = any(turn % k == 0 for turn in range(self.fair_turn + 1, self.turn + 2))
        put_off = any(turn % k == 0 for turn in range(self.fair_turn + 1, self.turn + 1))
        normal, reason = self.normal()
        if not due:
            return Answer(normal.ticket, reason, False)
        head = self.fair_head(self.buffered() if self.free() else set())
        if head not in self.pool():
            return Answer(normal.ticket, reason, True)
        better = self.repeats(head) and not self.repeats(normal) and normal.customer != head.customer
        if better and not put_off:
            return Answer(normal.ticket, reason, True)
        return Answer(head.ticket, "only_one" if len(self.stamps) == 1 else "fair_turn", False)

    def normal(self) -> tuple[Row, str]:
        group = self.group()
        first = min(group, key=order)
        chosen = self.of_majority(group) or min([row for row in group if not self.repeats(row)] or group, key=order)
        if len(self.stamps) == 1:
            return chosen, "only_one"
        if chosen is not first:
            return chosen, "other_topic"
        later = any(band(first) < band(row) <= 4 for row in self.rows.values())
        return chosen, "urgent_level" if later else "this_round"

    def of_majority(self, group: list[Row]) -> Row | None:
        everyone = [row for row in self.rows.values() if place(row) == place(group[0])]
        for topic, n in Counter(row.shown for row in everyone if row.shown).items():
            mine = [row for row in group if row.shown == topic]
            if 2 * n > len(everyone) and topic != self.last_topic and mine:
                return min(mine, key=order)
        return None

    def pool(self) -> list[Row]:
        """The rows that may be chosen: not the last customer's while another waits, nor those within the gap."""
        others = [row for row in self.rows.values() if row.customer != self.last_customer]
        return self.free() or others or list(self.rows.values())

    def free(self) -> list[Row]:
        """The rows of those who are neither the last customer nor within the gap."""
        out = self.buffered() | {self.last_customer}
        return [row for row in self.rows.values() if row.customer not in out]

    def buffered(self) -> set[int]:
        """Who waits within the gap, with nothing critical to say."""
        replied = {reply.customer for reply in self.public_replies if abs(self.now - reply.at) < self.gap}
        critical = {row.customer for row in self.rows.values() if row.level == 1}
        return (replied & set(self.stamps)) - critical

    def group(self) -> list[Row]:
        """The rows a normal turn chooses from: the lowest round of the most urgent band."""
        lowest = min(place(row) for row in self.pool())
        return [row for row in self.pool() if place(row) == lowest]

    # --- the terms ---

    @property
    def last_customer(self) -> int | None:
        return self.served[-1].row.customer if self.served else None

    @property
    def last_topic(self) -> str:
        last = max(self.public_replies, key=lambda reply: (reply.at, reply.number), default=None)
        return "" if last is None else self.topic_of[last.ticket]

    def repeats(self, row: Row) -> bool:
        return row.shown != "" and row.shown == self.last_topic

    def rows_of(self, customer: int) -> list[Row]:
        return [row for row in self.rows.values() if row.customer == customer]

    def oldest(self, customer: int) -> Row:
        return min(self.rows_of(customer), key=lambda row: row.entered)

    def fair_head(self, out: set[int]) -> Row:
        return self.oldest(min(set(self.stamps) - out, key=lambda customer: self.stamps[customer]))

    def round_for(self, customer: int, level: int) -> int:
        self.sync(level, self.turn + 1)
        return self.round[level] + (1 if self.served_turn.get(customer, 0) >= self.started[level] else 0)

    def sync(self, level: int, started: int, out: set[int] | None = None) -> None:
        rows = [row for row in self.rows.values() if band(row) == level]
        rows = [row for row in rows if row.customer not in (out or set())] or rows
        lowest = min((row.round for row in rows), default=0)
        if lowest > self.round[level]:
            self.round[level], self.started[level] = lowest, started


def band(row: Row) -> int:
    return 5 if row.aside else row.level


def place(row: Row) -> tuple[int, int]:
    return band(row), row.aside or row.round


def order(row: Row) -> tuple[int, int]:
    return row.rank, row.ticket
