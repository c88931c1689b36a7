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
    topic_of: dict[int, str] = field(default_factory=dict)
    public_replies: list[int] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)
    stamps: dict[int, int] = field(default_factory=dict)
    served_turn: dict[int, int] = field(default_factory=dict)
    round: dict[int, int] = field(default_factory=lambda: dict.fromkeys((1, 2, 3, 4), 1))
    started: dict[int, int] = field(default_factory=lambda: dict.fromkeys((1, 2, 3, 4), 1))
    served: list[Served] = field(default_factory=list)

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
        head, oldest = self.fair_head(), self.oldest(row.customer)
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
            self.public_replies.append(ticket)
        touched = {other.level for other in self.rows.values() if other.customer == row.customer or other.aside}
        for level in touched:
            self.sync(level, self.turn)
        self.leave(ticket)
        for other in self.rows.values():
            if other.aside or other.customer == row.customer:
                other.round, other.aside = self.round[other.level] + 1, 0
        for level in touched:
            self.sync(level, self.turn + 1)

    def take_back(self, ticket: int) -> None:
        """The closing of a turn is undone: the ticket waits again, in its old place."""
        served = next(served for served in reversed(self.served) if served.row.ticket == ticket)
        self.served.remove(served)
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
        if self.oldest(row.customer) is row:
            self.stamps[row.customer] = self.seq
        row.aside = row.entered = self.seq

    # --- who is next ---

    def choose(self, k: int, threshold: int) -> Answer | None:
        if not self.rows:
            return None
        if len(self.stamps) < threshold:
            row = min(self.rows.values(), key=lambda row: (band(row), row.rank, row.ticket))
            return Answer(row.ticket, "plain_order", False)
        due = any(turn % k == 0 for turn in range(self.fair_turn + 1, self.turn + 2))
        put_off = any(turn % k == 0 for turn in range(self.fair_turn + 1, self.turn + 1))
        normal, reason = self.normal()
        if not due:
            return Answer(normal.ticket, reason, False)
        head = self.fair_head()
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
        """The rows that may be chosen: not the last customer's while another waits."""
        return [row for row in self.rows.values() if row.customer != self.last_customer] or list(self.rows.values())

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
        return self.topic_of[self.public_replies[-1]] if self.public_replies else ""

    def repeats(self, row: Row) -> bool:
        return row.shown != "" and row.shown == self.last_topic

    def rows_of(self, customer: int) -> list[Row]:
        return [row for row in self.rows.values() if row.customer == customer]

    def oldest(self, customer: int) -> Row:
        return min(self.rows_of(customer), key=lambda row: row.entered)

    def fair_head(self) -> Row:
        return self.oldest(min(self.stamps, key=lambda customer: self.stamps[customer]))

    def round_for(self, customer: int, level: int) -> int:
        self.sync(level, self.turn + 1)
        return self.round[level] + (1 if self.served_turn.get(customer, 0) >= self.started[level] else 0)

    def sync(self, level: int, started: int) -> None:
        lowest = min((row.round for row in self.rows.values() if band(row) == level), default=0)
        if lowest > self.round[level]:
            self.round[level], self.started[level] = lowest, started


def band(row: Row) -> int:
    return 5 if row.aside else row.level


def place(row: Row) -> tuple[int, int]:
    return band(row), row.aside or row.round


def order(row: Row) -> tuple[int, int]:
    return row.rank, row.ticket
