"""The pages behind the rail, and what each must be able to do."""

from collections.abc import Mapping
from typing import Protocol

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
    """All pages by the rail's keys, made once."""

    def __init__(self, context: Context) -> None:
        self.inbox = InboxPage(context)
        self.followup = FollowUpPages(context)
        self.handoff = HandoffPage(context)
        self.templates = TemplatesPage(context)
        self.knowledge = KnowledgePage(context)
        self.weekly = WeeklyPage(context)
        self.crisis_commands = CrisisCommands(context, self.inbox)
        self.crisis = CrisisPage(context, self.crisis_commands)
        self.leads = LeadPages(context)
        self.gathered = GatheredPage(context)
        self.outbox = OutboxPage(context)
        self.settings = SettingsPage(context)

    @property
    def widgets(self) -> Mapping[str, QWidget]:
        """Every page's widget by key, in the rail's order."""
        return {
            "inbox": self.inbox,
            "followup": self.followup,
            "handoff": self.handoff,
            "templates": self.templates,
            "knowledge": self.knowledge,
            "weekly": self.weekly,
            "crisis": self.crisis,
            "leads": self.leads,
            "gathered": self.gathered,
            "outbox": self.outbox,
            "settings": self.settings,
        }

    def other(self, key: str) -> Page | None:
        """The page with this key unless it is the inbox."""
        others: Mapping[str, Page] = {
            "followup": self.followup,
            "handoff": self.handoff,
            "templates": self.templates,
            "knowledge": self.knowledge,
            "weekly": self.weekly,
            "crisis": self.crisis,
            "leads": self.leads,
            "gathered": self.gathered,
            "outbox": self.outbox,
            "settings": self.settings,
        }
        return others.get(key)
