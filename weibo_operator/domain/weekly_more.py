"""What the weekly page shows besides figures and tables: the operator's own words, what was asked most, who matters."""

from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Sentiment
from weibo_operator.domain.week_plan import PlanItem


class Question(Struct, frozen=True):
    """A matter that many asked about; ``quote`` is the beginning of one of its tickets, the latest."""

    issue: str
    product: str
    count: int
    previous: int
    quote: str

    @property
    def words(self) -> str:
        """As it is named: “电饭锅，漏电冒烟”."""
        return f"{self.product}，{self.issue}" if self.product else self.issue


class Topic(Struct, frozen=True):
    """A word that rose (``weekly_topics``), with the beginnings of two of its tickets.

    Counts are tickets it stands in, now and in the week compared with; ``base_share`` is None without a base.
    """

    word: str
    count: int
    share: float
    previous: int
    base_share: float | None
    examples: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Nobody used it in the week before."""
        return self.previous == 0


class ImportantComplaint(Struct, frozen=True):
    """A complaint of an important customer; None where we have not answered yet."""

    ticket_id: TicketId
    nickname: str
    followers: int | None
    role: str
    opened_at: datetime
    answer_seconds: float | None
    is_open: bool


class Said(Struct, frozen=True):
    """What a customer wrote, and which of its words decide the tone; none where no listed word does."""

    text: str
    words: tuple[str, ...]


class MoodExample(Struct, frozen=True):
    """A ticket that began negative: its first words, and the last after our first answer (None: silent since)."""

    ticket_id: TicketId
    nickname: str
    opened_at: datetime
    began: Said
    ended: Said | None
    tone: Sentiment | None
    """Of the last words."""

    @property
    def end(self) -> str:
        """How it ended: positive, neutral, negative, silent."""
        return "silent" if self.tone is None else self.tone.name.lower()


class AgeRow(Struct, frozen=True):
    """Open tickets of one age by who is to move: us, a department, the customer."""

    age: str
    us: int
    department: int
    customer: int

    @property
    def total(self) -> int:
        """All of that age."""
        return self.us + self.department + self.customer


class AccountRow(Struct, frozen=True):
    """What came to one of our accounts, and what it sent (mission G5)."""

    nickname: str
    tickets: int
    replies: int


class WeekMore(Struct, frozen=True):
    """Everything of one week beyond its figures and tables."""

    written: tuple[str, ...] = ()
    """The conclusions as the operator wrote them; none where the program's own hold."""
    plan: tuple[PlanItem, ...] = ()
    last_plan: tuple[PlanItem, ...] = ()
    """The week before's."""
    topics: tuple[Topic, ...] = ()
    """What rose most first."""
    questions: tuple[Question, ...] = ()
    important: tuple[ImportantComplaint, ...] = ()
    moods: tuple[MoodExample, ...] = ()
    ages: tuple[AgeRow, ...] = ()
    accounts: tuple[AccountRow, ...] = ()
    unanswered_heat: tuple[tuple[int, ...], ...] = ((0,) * 24,) * 7
    """Turns still unanswered, by weekday and hour of their opening."""

    @property
    def unanswered_by_hour(self) -> tuple[int, ...]:
        """The same by hour alone, 24 numbers."""
        return tuple(sum(column) for column in zip(*self.unanswered_heat, strict=True))
