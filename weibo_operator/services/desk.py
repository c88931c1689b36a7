"""What every use case needs: the open file, its journal, the clock and the settings."""

from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from weibo_operator.domain.clock import Clock
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.settings import Setting, V
from weibo_operator.services.standing import Standing
from weibo_operator.storage import settings
from weibo_operator.storage.connection import Connection, GiveWay, give_way_before_statements
from weibo_operator.storage.journal import Journal, Recorder


class Desk:
    """The open file with its journal; one per thread that works on it."""

    def __init__(self, connection: Connection, clock: Clock, path: Path) -> None:
        self.connection = connection
        self.clock = clock
        self.path = path
        self.standing = Standing(connection, clock)
        self.journal = Journal(connection, self.standing.follow)

    def give_way(self, give_way: GiveWay) -> None:
        """Have every statement of this desk wait for others first: it works in the background."""
        give_way_before_statements(self.connection, give_way)

    def now(self) -> datetime:
        """The present as aware UTC time."""
        return self.clock.now()

    def setting(self, setting: Setting[V]) -> V:
        """A setting's stored value or its default."""
        return settings.read(self.connection, setting)

    @contextmanager
    def operation(
        self,
        kind: OperationKind,
        *,
        ticket: TicketId | None = None,
        data: Mapping[str, str] | None = None,
        undoable: bool = True,
    ) -> Generator[Recorder]:
        """One operation of the operator, at the present moment."""
        with self.journal.operation(kind, self.now(), ticket=ticket, data=data, undoable=undoable) as recorder:
            yield recorder

    def decision(self) -> AbstractContextManager[None]:
        """One transaction around what is read and what is decided on it; operations within join it."""
        return self.journal.decision()

    @contextmanager
    def bookkeeping(self) -> Generator[Recorder]:
        """A write that is no operation of the operator: a draft, an intent, a setting."""
        with self.journal.continue_operation(None) as recorder:
            yield recorder
