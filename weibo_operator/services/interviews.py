"""问答场: begun on one of our posts, its askers answered in rotation, ended, its minutes kept (mission G14)."""

from datetime import datetime
from pathlib import Path

from weibo_operator.domain.addresses import post_of, written_post
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import InterviewId, TicketId
from weibo_operator.domain.interview import WHO_LONGEST, Interview, OpenedInterview
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import Inbox
from weibo_operator.services.minutes import write_minutes
from weibo_operator.storage import interviews
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms

LISTED_AT_MOST = 200
_PAGE = "https://m.weibo.cn/status/"


class Interviews:
    """Keeps sessions; their questions are asked of the messages each time, so whatever comes in later belongs too."""

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        self._desk = desk
        self._inbox = inbox

    def listed(self) -> tuple[Interview, ...]:
        """The sessions, the running one first, then the latest."""
        return interviews.listed(self._desk.connection, LISTED_AT_MOST)

    def running(self) -> Interview | None:
        """The session that was begun and not ended; there is one at a time."""
        return interviews.running(self._desk.connection)

    def opened(self, interview: InterviewId) -> OpenedInterview:
        """A session with its questions; raises ``NotFoundError``."""
        found = interviews.get(self._desk.connection, interview)
        return OpenedInterview(found, interviews.questions(self._desk.connection, found.post))

    def link_of(self, ticket: TicketId) -> str:
        """The page of the post a ticket's thread stands under; "" where its number is not known."""
        page = f"{_PAGE}{interviews.post_of_ticket(self._desk.connection, ticket)}"
        return page if post_of(page) is not None else ""

    def begin(self, who: str, planned_at: datetime, *, link: str) -> Outcome[Interview]:
        """Begin a session: ``who`` answers what is asked under the post of ``link``.

        Raises ``InvalidInputError`` without a name, for a link that is no post of Weibo, or while another one runs.
        """
        name, address = " ".join(who.split()), written_post(link)
        post = post_of(address)
        if self.running() is not None:
            raise InvalidInputError(field="link", reason="interview_running")
        if post is None:
            reason = "not_a_post" if link.strip() else "empty"
            raise InvalidInputError(field="link", reason=reason, value=link.strip())
        if not name:
            raise InvalidInputError(field="who", reason="empty")
        if len(name) > WHO_LONGEST:
            raise InvalidInputError(field="who", reason="too_long", high=WHO_LONGEST)
        values: dict[str, Value] = {
            "post": post.mid,
            "link": address,
            "who": name,
            "planned_at": to_ms(planned_at),
            "began_at": to_ms(self._desk.now()),
        }
        with self._desk.operation(OperationKind.INTERVIEW_BEGIN, data={"who": name}) as recorder:
            made = InterviewId(recorder.insert("interview", values))
        return Outcome(interviews.get(self._desk.connection, made), changes_of(recorder), recorder.operation)

    def end(self, interview: InterviewId) -> Outcome[Interview]:
        """End a session; what was not answered stays in the inbox. Raises ``NotFoundError``."""
        found = interviews.get(self._desk.connection, interview)
        if not found.is_running:
            return Outcome(found, Changes())
        with self._desk.operation(OperationKind.INTERVIEW_END, data={"who": found.who}) as recorder:
            recorder.update("interview", interview, {"ended_at": to_ms(self._desk.now())})
        return Outcome(interviews.get(self._desk.connection, interview), changes_of(recorder), recorder.operation)

    def next_up(self, interview: Interview, *, but: TicketId | None = None) -> TicketId | None:
        """The next asker to serve: nobody twice before all had one turn, else in the order of the rotation.

        None when none but ``but`` waits. Who was served last and who is 缓冲中 wait while another had as few turns.
        """
        passed_over = self._inbox.passed_over(but)
        return interviews.next_asker(self._desk.connection, interview.post, passed_over, but)

    def waiting(self, interview: Interview) -> int:
        """How many of its questions wait for us, chatter among them."""
        return interviews.waiting(self._desk.connection, interview.post)

    def save_minutes(self, interview: InterviewId, path: Path, *, unmasked: bool = False) -> Path:
        """Write the minutes, .txt or .xlsx by the suffix; raises ``NotFoundError``, ``InvalidInputError``."""
        return write_minutes(self.opened(interview), path, unmasked=unmasked)
