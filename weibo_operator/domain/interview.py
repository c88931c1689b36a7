"""问答场: somebody senior answers what is asked under one post; its questions and minutes (mission G14)."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from msgspec import Struct

from weibo_operator.domain.ids import InterviewId, TicketId

WHO_LONGEST = 40
"""Characters of the name of who answers."""


class Answered(Enum):
    """What became of a question."""

    OPEN = "open"
    PUBLIC = "public"
    PRIVATE = "private"
    """Answered in private only: the minutes say no more."""
    NONE = "none"
    """It needed no answer."""


class Interview(Struct, frozen=True):
    """One session; ``post`` is the post's id on the platform."""

    id: InterviewId
    post: str
    link: str
    who: str
    planned_at: datetime
    began_at: datetime
    ended_at: datetime | None

    @property
    def is_running(self) -> bool:
        """It was begun and not ended."""
        return self.ended_at is None


class Question(Struct, frozen=True):
    """One turn of one customer under the post: what was asked in it, and what was answered in public."""

    ticket: TicketId
    nickname: str
    asked_at: datetime
    text: str
    answered: Answered
    answer: str = ""
    answered_at: datetime | None = None


class OpenedInterview(Struct, frozen=True):
    """A session with its questions, in the order they were asked."""

    interview: Interview
    questions: Sequence[Question]

    @property
    def open(self) -> int:
        """How many questions wait for an answer."""
        return sum(question.answered is Answered.OPEN for question in self.questions)

    @property
    def answered(self) -> int:
        """How many were answered, in public or in private."""
        return sum(question.answered in (Answered.PUBLIC, Answered.PRIVATE) for question in self.questions)
