"""Among whom 下一位 chooses while not everybody is meant: the members of a crowd, the askers of a session."""

from typing import Protocol

from msgspec import Struct

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.interview import Interview
from weibo_operator.domain.matters import Cluster
from weibo_operator.services.crowds import Crowds
from weibo_operator.services.interviews import Interviews
from weibo_operator.translation import tr


class Served(Protocol):
    """Who is served in rotation, and what is said when nobody of them waits."""

    @property
    def nobody(self) -> str:
        """None of them waits."""
        ...

    @property
    def only_one(self) -> str:
        """None of them waits but the customer whose ticket is open."""
        ...

    @property
    def done(self) -> str:
        """All were answered; everybody else's turn."""
        ...

    def next_up(self, *, but: TicketId | None = None) -> TicketId | None:
        """Whose turn it is among them."""
        ...


class ServedCrowd(Struct, frozen=True):
    """The members of a crowd."""

    crowds: Crowds
    cluster: Cluster

    @property
    def nobody(self) -> str:
        """None of them waits."""
        return tr("这一类没有客户在等。")

    @property
    def only_one(self) -> str:
        """Only the open one waits."""
        return tr("这一类只剩这一位在等。")

    @property
    def done(self) -> str:
        """All were answered."""
        return tr("“{0}”都回复完了，接着轮流回复别的客户。", self.cluster.matter.shown)

    def next_up(self, *, but: TicketId | None = None) -> TicketId | None:
        """Whose turn it is among them."""
        return self.crowds.next_up(self.cluster, but=but)


class ServedInterview(Struct, frozen=True):
    """The askers of a 问答场."""

    interviews: Interviews
    interview: Interview

    @property
    def nobody(self) -> str:
        """None of them waits."""
        return tr("这一场还没有问题在等。收到新的评论后再轮流回答。")

    @property
    def only_one(self) -> str:
        """Only the open one waits."""
        return tr("这一场只剩这一位在等。")

    @property
    def done(self) -> str:
        """All were answered."""
        return tr("{0}这一场的问题都回复完了，接着轮流回复别的客户。", self.interview.who)

    def next_up(self, *, but: TicketId | None = None) -> TicketId | None:
        """Whose turn it is among them."""
        return self.interviews.next_up(self.interview, but=but)
