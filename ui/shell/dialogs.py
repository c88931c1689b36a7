"""The dialogs over the window: import, capture, palette, help, reasons, labels, handoff, plan, links, backup."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.card_dialog import CardDialog
from ui.followup.contact_dialog import ContactDialog
from ui.followup.pages import FollowUpPages
from ui.followup.plan_dialog import PlanDialog
from ui.handoff.answer_dialog import AnswerDialog
from ui.handoff.form import HandoffForm
from ui.handoff.page import HandoffPage
from ui.intake.capture_dialog import CaptureDialog
from ui.intake.import_dialog import ImportDialog, dropped_files
from ui.intake.paste_dialog import PasteDialog
from ui.reply.behalf_dialog import BehalfDialog
from ui.shell.cheatsheet import CheatSheet
from ui.shell.desk import DeskCommands
from ui.shell.labels_dialog import LabelsDialog
from ui.shell.link_question import LinkQuestion
from ui.shell.pages import Pages
from ui.shell.palette import Palette
from ui.shell.reason_dialog import BY_KIND, OTHER, ReasonDialog
from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.seen import Seen
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.translation import tr


class SkipReason(StrEnum):
    """Why a turn is passed over, as it is stored."""

    NO_DETAILS = "等资料"
    HARD = "不好回答"
    TO_ASK = "需要请示"


SKIP_REASONS = (*(reason.value for reason in SkipReason), OTHER)


class Dialogs(QObject):
    """Opens each dialog over the window and passes on what it decided.

    A dialog is made with its first use: making all of them is as much work as making the rest of the window.
    """

    ticket_chosen = Signal(object)
    action_chosen = Signal(str)
    template_chosen = Signal(object)
    importer_made = Signal(object)
    """The dialog of imports is there from now on."""

    def __init__(self, context: Context, window: QWidget, pages: Pages, commands: DeskCommands) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._pages = pages
        self._commands = commands
        self._tickets: Sequence[TicketId] = ()
        self._seen = Seen(context)
        self._skipped: TicketId | None = None
        commands.reason_wanted.connect(self._ask_reason)
        commands.turns.skip_reason_wanted.connect(self._ask_skip)
        commands.forward_wanted.connect(self._forward)
        commands.plan_wanted.connect(self._plan_visit)
        commands.behalf_requested.connect(self._act_for)
        commands.labels_wanted.connect(self._label)
        self._wire_customers(commands)
        pages.when_made(FollowUpPages, self._wire_customers)

    @cached_property
    def importer(self) -> ImportDialog:
        """What files hold, and their import."""
        made = ImportDialog(self._context, self._window)
        self.importer_made.emit(made)
        return made

    @cached_property
    def pasting(self) -> PasteDialog:
        """The messages in what was copied."""
        return PasteDialog(self._context, self._window)

    @cached_property
    def capturing(self) -> CaptureDialog:
        """A ticket by hand."""
        made = CaptureDialog(self._context, self._window)
        made.captured.connect(self.ticket_chosen)
        return made

    @cached_property
    def palette(self) -> Palette:
        """Search over everything."""
        made = Palette(self._context, self._window)
        made.action_chosen.connect(self.action_chosen)
        made.ticket_chosen.connect(self.ticket_chosen)
        made.template_chosen.connect(self.template_chosen)
        return made

    @cached_property
    def cheat_sheet(self) -> CheatSheet:
        """All shortcuts."""
        return CheatSheet(self._context, self._window)

    @cached_property
    def reason(self) -> ReasonDialog:
        """Why there is no reply."""
        made = ReasonDialog(self._context, self._window)
        made.chosen.connect(self._on_reason)
        return made

    @cached_property
    def skipping(self) -> ReasonDialog:
        """Why a turn is passed over."""
        made = ReasonDialog(self._context, self._window, tr("跳过的原因"), SKIP_REASONS)
        made.chosen.connect(self._on_skip)
        return made

    @cached_property
    def labels(self) -> LabelsDialog:
        """What kind of ticket it is."""
        return LabelsDialog(self._context, self._window)

    @cached_property
    def handoff(self) -> HandoffForm:
        """The form for a department."""
        made = HandoffForm(self._context, self._window)
        made.holding_reply.connect(self._commands.hand_over)
        return made

    @cached_property
    def answers(self) -> AnswerDialog:
        """A department's answer."""
        made = AnswerDialog(self._context, self._window)
        made.refused.connect(self.paste_messages)
        return made

    @cached_property
    def plan(self) -> PlanDialog:
        """When to visit."""
        return PlanDialog(self._context, self._window)

    @cached_property
    def card(self) -> CardDialog:
        """The card of an important customer."""
        return CardDialog(self._context, self._window)

    @cached_property
    def contact(self) -> ContactDialog:
        """A contact with one."""
        return ContactDialog(self._context, self._window)

    @cached_property
    def behalf(self) -> BehalfDialog:
        """On whose behalf a customer writes."""
        return BehalfDialog(self._context, self._window)

    @cached_property
    def link_question(self) -> LinkQuestion:
        """Whether a page that is not Weibo's is to be opened."""
        return LinkQuestion(self._context, self._window)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its keys do on every page."""
        return {
            "capture": self.capture,
            "paste": self.paste,
            "import": self.choose_files,
            "palette": self.open_palette,
            "help": self.open_help,
            "backup": self.backup,
        }

    @Slot(str)
    def ask_about_link(self, address: str) -> None:
        """Ask before a page is opened that is not Weibo's."""
        self.link_question.ask(address)

    def choose_files(self) -> None:
        """Ask for files and import them."""
        self.importer.choose()

    def import_files(self, files: Sequence[Path]) -> None:
        """Import these files (dropped on the window)."""
        self.importer.open_files(files)

    @Slot()
    def paste(self) -> None:
        """What was copied: files are imported, a department's answer is offered to be recorded, other text is read."""
        copied = self._context.desktop.clipboard_data()
        files = dropped_files(copied)
        if files:
            self.import_files(files)
            return
        handoffs = self._pages.in_sight(HandoffPage)
        if handoffs is not None:  # there it can only be an answer
            handoffs.paste_answer()
            return
        reading = self._context.operator.handoffs.read(copied.text())
        if reading.answers:
            self.answers.open_with(reading, may_refuse=True)
        else:
            self.paste_messages()

    @Slot()
    def paste_messages(self) -> None:
        """Read what was copied as messages."""
        copied = self._context.desktop.clipboard_data()
        self.pasting.open_with(copied.text(), copied.html())

    def capture(self) -> None:
        """A new ticket by hand."""
        self.capturing.open_empty()

    @Slot()
    def open_palette(self) -> None:
        """Search commands, customers, words."""
        self.palette.open_palette()

    def open_help(self) -> None:
        """All shortcuts."""
        self.cheat_sheet.open_over()

    def backup(self) -> None:
        """A verified copy of the data file, where the operator says; made in the background."""
        offered = Path.home() / tr("微博客服台备份_{0:%Y-%m-%d}.db", china(self._context.operator.desk.now()))
        chosen = file_dialogs.choose_place(self._window, tr("备份数据文件"), offered, tr("数据文件 (*.db)"))
        if chosen is None:
            return

        def work(_task: Task) -> Path:
            with self._context.second_desk() as operator:
                return operator.health.backup(chosen)

        self._context.runner.run(work, Handlers(done=self._tell_backup, failed=self._tell_failure))

    def _tell_backup(self, target: Path) -> None:
        self._context.news.notice.emit(tr("备份好了，已校验：{0}", target.name))

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, OperatorError):
            raise error
        self._context.news.notice.emit(sentence(error))

    def _wire_customers(self, asking: DeskCommands | FollowUpPages) -> None:
        asking.card_requested.connect(self._show_card)
        asking.contact_requested.connect(self._note_contact)

    @Slot(object)
    def _forward(self, ticket: TicketId) -> None:
        self.handoff.open_for(ticket)

    @Slot(object)
    def _plan_visit(self, ticket: TicketId) -> None:
        self.plan.open_for(ticket)

    @Slot(object)
    def _act_for(self, ticket: TicketId) -> None:
        self.behalf.open_for(ticket)

    @Slot(object)
    def _label(self, ticket: TicketId) -> None:
        self.labels.open_for(ticket)

    @Slot(object)
    def _show_card(self, customer: CustomerId) -> None:
        self.card.open_for(customer)

    @Slot(object)
    def _note_contact(self, customer: CustomerId) -> None:
        self.contact.open_for(customer)

    @Slot(object)
    def _ask_reason(self, tickets: Sequence[TicketId]) -> None:
        self._tickets = tickets
        self._seen.begin()
        kinds = {card.kind for card in self._context.operator.inbox.cards(tickets)}
        suggested = BY_KIND.get(kinds.pop(), "") if len(kinds) == 1 else ""
        self.reason.open_for(len(tickets), suggested=suggested)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self._commands.no_reply(self._tickets, reason, self._seen)

    @Slot(object, str)
    def _ask_skip(self, ticket: TicketId, whose: str) -> None:
        self._skipped = ticket
        self.skipping.open_for(1, whose)

    @Slot(str)
    def _on_skip(self, reason: str) -> None:
        if self._skipped is not None:
            self._commands.turns.take_reason(self._skipped, reason)
