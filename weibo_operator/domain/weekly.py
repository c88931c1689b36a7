"""What the weekly summary says: figures with n and comparison, tables, and the equation of the backlog."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct, field

from weibo_operator.domain.averages import SMALL
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import CustomerId, TicketId, TurnId
from weibo_operator.domain.labels import Audience, Kind, Level, Nature, Platform, Sentiment, Source, State
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly_more import WeekMore

FINAL_AFTER = {"solved_at_once": 7, "reopen_rate": 7, "negative_again": 30}
"""Days after the end of the week from which on these figures stay as they are."""


class Unit(StrEnum):
    """How a figure's value is to be read."""

    COUNT = "count"
    SECONDS = "seconds"
    SHARE = "share"
    """0 to 1, shown as a percentage."""
    PROPORTION = "proportion"
    """So many to one."""


class RowKind(StrEnum):
    """What one of the rows behind a figure is."""

    MESSAGE = "message"
    CUSTOMER = "customer"
    TURN = "turn"
    TICKET = "ticket"
    EVENT = "event"
    HANDOFF = "handoff"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    REMEDY = "remedy"
    PRAISE = "praise"
    SKIP = "skip"
    LEAD = "lead"
    CAUGHT = "caught"
    HANDLING = "handling"


class Figure(Struct, frozen=True):
    """One figure of the catalogue (its number there), beside the week before and the mean of four weeks.

    None means no data, which is never 0. ``n`` is how many rows it rests on. While the week still runs,
    ``previous`` and ``four_week_mean`` are of the same part of the earlier weeks.
    """

    number: int
    key: str
    unit: Unit
    value: float | None
    n: int
    previous: float | None
    four_week_mean: float | None
    provisional: bool = False
    """True while what happens after the week can still change it (``FINAL_AFTER``)."""

    @property
    def small(self) -> bool:
        """True when it rests on too few cases to mean much; a plain count never does."""
        return self.unit is not Unit.COUNT and self.n < SMALL

    @property
    def change(self) -> float | None:
        """The difference to the week before, None when either is unknown."""
        return None if self.value is None or self.previous is None else self.value - self.previous


class Row(Struct, frozen=True):
    """One row behind a figure: its id in its own table, and the ticket to open (None for none)."""

    kind: RowKind
    id: int
    ticket_id: TicketId | None


class Band(Struct, frozen=True):
    """Turns answered no later than ``up_to_seconds`` (None: any later), or not answered yet."""

    key: str
    up_to_seconds: int | None
    count: int
    share: float | None


class DayCounts(Struct, frozen=True):
    """One day: what came, what of it is answered by now, what was solved that day, the backlog at its end.

    ``open_at_end`` is None for a day that has not begun.
    """

    day: date
    messages: int
    turns: int
    answered: int
    unanswered: int
    created: int
    solved: int
    open_at_end: int | None


class Problem(Struct, frozen=True):
    """Tickets of one kind, nature and department; the quotes are the beginnings of some of them."""

    kind: Kind
    nature: Nature
    department: str
    count: int
    previous: float | None
    four_week_mean: float | None
    quotes: tuple[str, ...] = ()

    @property
    def change(self) -> float | None:
        """The difference to the mean of four weeks."""
        return None if self.four_week_mean is None else self.count - self.four_week_mean


class DepartmentCounts(Struct, frozen=True):
    """What went to one department in the week and what came back by now, replaced handoffs included."""

    department: str
    forwarded: int
    answered: int
    on_time: int
    overdue: int
    median_seconds: float | None
    mean_seconds: float | None


class RepeatedTransfer(Struct, frozen=True):
    """A ticket forwarded at least twice (mission E4)."""

    ticket_id: TicketId
    nickname: str
    transfers: int
    departments: tuple[str, ...]


class Visits(Struct, frozen=True):
    """Visits due in the week, and what those done found."""

    due: int
    done: int
    complaints_due: int
    complaints_done: int
    outcomes: tuple[tuple[VisitOutcome, int], ...]


class Unanswered(Struct, frozen=True):
    """A turn of the week that nobody has answered or decided on."""

    turn_id: TurnId
    ticket_id: TicketId
    nickname: str
    opened_at: datetime
    waited_seconds: float


class Backlog(Struct, frozen=True):
    """open at start + created + reopened − solved = open at end, of the part of the week that has passed."""

    open_at_start: int
    created: int
    reopened: int
    solved: int
    open_at_end: int

    @property
    def balances(self) -> bool:
        """True when the equation holds; anything else is a bug."""
        return self.open_at_start + self.created + self.reopened - self.solved == self.open_at_end


class Provenance(Struct, frozen=True):
    """Where a report comes from: program version, fingerprint of the database, time of printing."""

    version: str
    fingerprint: str
    printed_at: datetime


class WeeklySummary(Struct, frozen=True):
    """Everything the page, the exports and the drill-down show of one week."""

    week: Week
    provenance: Provenance
    figures: tuple[Figure, ...]
    bands: tuple[Band, ...]
    no_reply_reasons: tuple[tuple[str, int], ...]
    unanswered: tuple[Unanswered, ...]
    """Longest wait first."""
    backlog: Backlog
    days: tuple[DayCounts, ...]
    matrix: tuple[Problem, ...]
    """Every kind × nature × department that occurred, most frequent first, without quotes."""
    top: tuple[Problem, ...]
    departments: tuple[DepartmentCounts, ...]
    repeated_transfers: tuple[RepeatedTransfer, ...]
    visits: Visits
    heat: tuple[tuple[int, ...], ...]
    """Turns opened by weekday (Monday first) and hour in Beijing."""
    more: WeekMore = field(default_factory=WeekMore)
    against: Week | None = None
    """The week compared with where it was chosen; else it is the one before."""
    whole: bool = True
    """False while the rising words are still looked for: figure 25 has no data, and there are no topics yet."""

    @property
    def final(self) -> bool:
        """True once the week is over; before, its figures still grow."""
        return self.provenance.printed_at >= self.week.end

    @property
    def silent(self) -> bool:
        """True when nothing at all happened: no data, which is not the same as zero."""
        return self.figure("messages").value is None

    @property
    def heat_by_hour(self) -> tuple[int, ...]:
        """Turns opened by hour of the day, 24 numbers."""
        return tuple(sum(column) for column in zip(*self.heat, strict=True))

    def figure(self, key: str) -> Figure:
        """The figure of that key; raises ``KeyError``."""
        for figure in self.figures:
            if figure.key == key:
                return figure
        raise KeyError(key)


class TicketDetail(Struct, frozen=True):
    """One ticket as the detail sheet prints it; the nickname is whole, masking is the export's business."""

    id: TicketId
    customer_id: CustomerId
    uid: str
    nickname: str
    link: str
    platform: Platform
    source: Source
    kind: Kind
    nature: Nature
    department: str
    level: Level
    state: State
    audience: Audience
    opened_at: datetime
    first_touch_at: datetime | None
    first_answer_at: datetime | None
    solved_at: datetime | None
    turns: int
    transfers: int
    outcome: VisitOutcome | None
    sentiment_start: Sentiment
    sentiment_end: Sentiment
    close_reason: str


def masked(name: str) -> str:
    """A name for other people's eyes: its first character and two stars."""
    return f"{name[:1]}＊＊"
