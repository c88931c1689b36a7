"""The pages behind the rail: the inbox at once, each other with its first use; and what each must be able to do."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar, runtime_checkable

from PySide6.QtWidgets import QWidget

from ui.crisis.commands import CrisisCommands
from ui.crisis.page import CrisisPage
from ui.followup.pages import FollowUpPages
from ui.handoff.page import HandoffPage
from ui.inbox.gathered_page import GatheredPage
from ui.leads.pages import LeadPages
from ui.outbox.page import OutboxPage
from ui.settings.controller import SettingsPage
from ui.shell.inbox_page import InboxPage
from ui.support.context import Context
from ui.templates.controller import TemplatesPage
from ui.templates.knowledge_page import KnowledgePage
from ui.weekly.controller import WeeklyPage

Made = TypeVar("Made", bound=QWidget)
INBOX = "inbox"


@runtime_checkable
class Page(Protocol):
    """A page besides the inbox: re-read, take an action of the table, name the widgets where letters work."""

    def refresh(self) -> None:
        """Read everything shown again."""
        ...

    def handle(self, action_id: str) -> bool:
        """Carry out an action of the table if it means something here."""
        ...

    def letter_targets(self) -> tuple[QWidget, ...]:
        """The widgets where bare letters are commands."""
        ...


class Pages:
    """Asking for a page makes it; whoever wants to be connected to one says so by ``when_made``."""

    def __init__(self, context: Context) -> None:
        self.inbox = InboxPage(context)
        self.crisis_commands = CrisisCommands(context, self.inbox)
        self._kinds: Mapping[str, type[QWidget]] = {
            "followup": FollowUpPages,
            "handoff": HandoffPage,
            "templates": TemplatesPage,
            "knowledge": KnowledgePage,
            "weekly": WeeklyPage,
            "crisis": CrisisPage,
            "leads": LeadPages,
            "gathered": GatheredPage,
            "outbox": OutboxPage,
            "settings": SettingsPage,
        }
        self._makers: dict[type[QWidget], Callable[[], Any]] = {
            kind: partial(kind, context) for kind in self._kinds.values()
        }
        self._makers[CrisisPage] = partial(CrisisPage, context, self.crisis_commands)
        self._made: dict[type[QWidget], QWidget] = {}
        self._waiting: dict[type[QWidget], list[Callable[[Any], object]]] = {kind: [] for kind in self._makers}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all pages, in the rail's order."""
        return (INBOX, *self._kinds)

    @property
    def followup(self) -> FollowUpPages:
        """回访."""
        return self._get(FollowUpPages)

    @property
    def handoff(self) -> HandoffPage:
        """转交."""
        return self._get(HandoffPage)

    @property
    def templates(self) -> TemplatesPage:
        """模板."""
        return self._get(TemplatesPage)

    @property
    def knowledge(self) -> KnowledgePage:
        """知识卡."""
        return self._get(KnowledgePage)

    @property
    def weekly(self) -> WeeklyPage:
        """周报."""
        return self._get(WeeklyPage)

    @property
    def crisis(self) -> CrisisPage:
        """危机."""
        return self._get(CrisisPage)

    @property
    def leads(self) -> LeadPages:
        """线索."""
        return self._get(LeadPages)

    @property
    def gathered(self) -> GatheredPage:
        """闲聊与广告."""
        return self._get(GatheredPage)

    @property
    def outbox(self) -> OutboxPage:
        """待发箱."""
        return self._get(OutboxPage)

    @property
    def settings(self) -> SettingsPage:
        """设置."""
        return self._get(SettingsPage)

    def when_made(self, kind: type[Made], wire: Callable[[Made], object]) -> None:
        """Have ``wire`` called with a page as soon as there is one; in the order of asking."""
        page = self._made.get(kind)
        if isinstance(page, kind):
            wire(page)
        else:
            self._waiting[kind].append(wire)

    def when_any_made(self, wire: Callable[[QWidget], object]) -> None:
        """``when_made`` for every page besides the inbox."""
        for kind in self._makers:
            self.when_made(kind, wire)

    def widget(self, key: str) -> QWidget:
        """The page with this key, made if need be."""
        return self.inbox if key == INBOX else self._get(self._kinds[key])

    def other(self, key: str) -> Page | None:
        """The page with this key unless it is the inbox."""
        page = None if key == INBOX else self.widget(key)
        return page if isinstance(page, Page) else None

    def in_sight(self, kind: type[Made]) -> Made | None:
        """The page of this kind if it is the one that is shown."""
        page = self._made.get(kind)
        return page if isinstance(page, kind) and page.isVisible() else None

    def _get(self, kind: type[Made]) -> Made:
        page = self._made.get(kind)
        if isinstance(page, kind):
            return page
        made: Made = self._makers[kind]()
        self._made[kind] = made
        for wire in self._waiting.pop(kind):
            wire(made)
        return made
