"""The main window: rail and pages, the dialogs over them, and every action of the table carried out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QChildEvent, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.handoff.page import HandoffPage
from ui.settings.controller import SettingsPage
from ui.shell.after_desk import AfterDesk
from ui.shell.alert_desk import AlertDesk
from ui.shell.background import Background
from ui.shell.backup_desk import BackupDesk
from ui.shell.banner_room import BannerRoom
from ui.shell.coach import LEAVE_KEY
from ui.shell.community_desk import CommunityDesk
from ui.shell.connect_desk import ConnectDesk
from ui.shell.crisis_desk import CrisisDesk
from ui.shell.crowd_desk import CrowdDesk
from ui.shell.desk import DeskCommands
from ui.shell.dialogs import Dialogs
from ui.shell.help_desk import HelpDesk
from ui.shell.inbox_keys import InboxKeys
from ui.shell.intake_desk import IntakeDesk
from ui.shell.interview_desk import InterviewDesk
from ui.shell.lead_desk import LeadDesk
from ui.shell.library_desk import LibraryDesk
from ui.shell.notices import Notices
from ui.shell.pages import INBOX, Page, Pages
from ui.shell.rail import Rail
from ui.shell.recall_desk import RecallDesk
from ui.shell.rush_desk import RushDesk
from ui.shell.sent_voice import SentVoice
from ui.shell.settings_ways import SettingsWays
from ui.shell.setup_desk import SetupDesk
from ui.shell.toast_room import ToastRoom
from ui.shell.version_desk import VersionDesk
from ui.support.actions import ACTIONS
from ui.support.context import Context
from ui.support.window_actions import Actions
from ui.support.window_state import WindowState
from ui.weekly.controller import WeeklyPage
from ui.widgets.banner import Banner
from ui.widgets.overlay import Overlay
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.settings import PRACTICE, SHOP_NAME
from weibo_operator.domain.template import Template
from weibo_operator.translation import tr

TICK_MSEC = 30_000
SMALLEST = (1120, 600)
NOTICE_GAP = 12


class MainWindow(QWidget):
    """微博客服台."""

    practice_wanted = Signal()
    round_wanted = Signal()
    """Practice data with the practice round."""
    rush_wanted = Signal(int)
    """A rush whose clock is so many times as fast."""
    real_wanted = Signal()

    def __init__(self, context: Context, state: WindowState, file_key: str) -> None:
        super().__init__()
        self._context = context
        self._state = state
        self._page = INBOX
        with context.theme.bare():
            self.pages = Pages(context)
            self.commands = DeskCommands(context, self.pages.inbox, state, file_key)
            self._rail = Rail(context.theme)
            self._banner = Banner(context.theme)
            self._stack = QStackedWidget()
            context.theme.dress(self, self._stack, self.pages.inbox)
            self._column = QVBoxLayout()
            self._layout()
            self.dialogs = Dialogs(context, self, self.pages, self.commands)
            self.crises = CrisisDesk(context, self, self.pages, self.commands)
            self.crowds = CrowdDesk(context, self, self.pages, self.commands)
            self.interviews = InterviewDesk(context, self, self.pages, self.commands)
            self.leads = LeadDesk(context, self, self.pages, self.commands)
            self.library = LibraryDesk(context, self, self.pages)
            self.after = AfterDesk(context, self, self.pages, self.commands, self.dialogs)
            self.community = CommunityDesk(context, self, self.pages, self.after)
            self.connecting = ConnectDesk(context, self, self._rail.account, self.pages)
            self.intake = IntakeDesk(context, self, self.dialogs)
            self.background = Background(context, self, self.pages, state, self.close)
            self.alerts = AlertDesk(context, self)
            self.backups = BackupDesk(context, self)
            self.helps = HelpDesk(context, self, self._shown_page)
            self.versions = VersionDesk(context, self, self.pages)
            context.desktop.ask_first(self.dialogs.ask_about_link)
            self.setup = SetupDesk(context, self, self.pages, self.commands, state, file_key)
            self.rush = RushDesk(context, self)
            self._lines = self._room_for_lines()
            self.recalls = RecallDesk(context, self, self._stack, self.pages.inbox, self._room_below)
            self._notices = Notices(context, self._stack, self.recalls.room_below, self.recalls.column)
            self.voice = SentVoice(context, self.pages.inbox.session)
            self._inbox_keys = InboxKeys(context, self.pages.inbox, self.commands)
            self.actions_table = Actions(self, self._handlers(), self._inbox_keys.favourites(), context.theme.keys)
            self._timer = QTimer(self)
            self._wire()
            self._announce_practice()
        self._start()

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._page

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page, read anew: what was hidden reads when it is shown."""
        self.pages.inbox.session.flush()
        page, other = self.pages.widget(key), self.pages.other(key)
        seen = page.isVisible()
        self._page = key
        self._rail.show_page({"gathered": "inbox", "knowledge": "templates"}.get(key, key))
        self._stack.setCurrentWidget(page)
        self._lines.turn_to(inbox=key == INBOX)
        self.recalls.fit()
        self._notices.fit()
        if other is not None and seen:
            other.refresh()
        self._focus_page()

    @Slot(object)
    def show_ticket(self, ticket: TicketId) -> None:
        """Show a ticket in the inbox, from whatever page."""
        if self._page != "inbox":
            self.show_page("inbox")
        self.commands.open_ticket(ticket)

    @Slot(object)
    def connect_again(self, account: AccountId) -> None:
        """Ask Weibo for a new permission for one of our accounts."""
        self.connecting.connect_again(account)

    @Slot(str)
    def run(self, action: str) -> None:
        """Carry out an action by its id (the palette's way)."""
        self.actions_table.by_id[action].trigger()

    def childEvent(self, event: QChildEvent) -> None:
        """A dialog is about to be shown for the first time: when it closes, the keys go on where they belong."""
        super().childEvent(event)
        if event.type() is QEvent.Type.ChildPolished:
            child = event.child()  # of no other kind: each of the window's shortcuts is told of as well
            if isinstance(child, Overlay):
                child.closed.connect(self._on_dialog_closed)

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window may mean hours have passed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._tick()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep drafts, place and the open ticket; replies on their way are asked about first."""
        if not self.background.leaving.may_close():
            event.ignore()
            return
        self._timer.stop()
        self.backups.stop()
        self.rush.stop()
        self.versions.end()
        self.connecting.stop()
        self.commands.remember()
        self._state.keep_geometry(self.saveGeometry())
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 in a dialog, whose keys are its own: the help comes over it."""
        if self._context.theme.keys.is_key_of("help_page", event):
            self.helps.open_here()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if self.intake.drag(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They were taken away again."""
        self.intake.leave()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Import dropped files."""
        if self.intake.drop(event.mimeData()):
            event.acceptProposedAction()

    @Slot()
    def _tick(self) -> None:
        self.commands.tick()
        self._show_badges()
        self.connecting.refresh()
        self.background.courier.tick()
        self.alerts.tick()
        self.intake.watch.look()
        if self._page in ("followup", "crisis") and (other := self.pages.other(self._page)) is not None:
            other.refresh()  # what is due there, and since when, are questions of the moment

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self._show_badges()
        if "setting" in changes.tables:
            self._name_window()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """While a dialog is open its keys are its own."""
        if now is not None:
            self.actions_table.set_enabled(on=not _is_in_overlay(now))

    @Slot(object)
    def _on_template_chosen(self, template: Template) -> None:
        """Into the reply that is being written, else to its page."""
        if self._page == "inbox" and self.pages.inbox.in_session:
            self.pages.inbox.session.insert_template(template)
        else:
            self.show_page("templates")
            self.pages.templates.open_record(template.id)

    @Slot()
    def _name_window(self) -> None:
        """The open customer stands in the title, so that the window can be told apart in the task bar."""
        inbox = self.pages.inbox
        ticket = inbox.session.current_ticket if inbox.in_session else None
        shop = self._context.operator.shop
        practice, name = shop.value(PRACTICE), shop.value(SHOP_NAME)
        parts = [name] if name else []
        if ticket is not None:
            (card,) = self._context.operator.inbox.cards((ticket,))
            parts = [tr("@{0}，#{1}", card.nickname, ticket), *parts]
        # The program's name stands last: anywhere else some systems would add it once more.
        program = tr("（练习）微博客服台") if practice else tr("微博客服台")
        self.setWindowTitle(" — ".join((*parts, program)))

    def _focus_page(self) -> None:
        """Give the keys to what the page is for: its list, or the editor of the open ticket."""
        other = self.pages.other(self._page)
        if other is not None:
            targets = other.letter_targets()
            if targets:
                targets[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self.pages.inbox.in_session:
            self.pages.inbox.focus_list()
        else:
            self.pages.inbox.session.focus_editor()

    @Slot()
    def _on_dialog_closed(self) -> None:
        """A dialog that began with no focus anywhere (after a file dialog) leaves it to the page."""
        if QApplication.focusWidget() is None:
            self._focus_page()

    def _act(self, action: str, on_inbox: Callable[[], object]) -> None:
        """On the inbox do its part; elsewhere the page decides what the key means there."""
        other = self.pages.other(self._page)
        if other is None:
            on_inbox()
        else:
            other.handle(action)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """Every action of the table: what it does on the inbox the other pages decide for themselves."""
        inbox: dict[str, Callable[[], object]] = {
            **self._inbox_keys.handlers(),
            **self.crises.handlers(),
            **self.leads.handlers(),
            "crowd": self.crowds.show_crowd,
        }
        handlers = {action: partial(self._act, action, handler) for action, handler in inbox.items()}
        pages = {f"page_{key}": partial(self.show_page, key) for key in self.pages.keys}
        anywhere = self._anywhere_handlers()
        known = {row.id for row in ACTIONS}
        rest = {row: partial(self._act, row, _nothing) for row in known - {*handlers, *anywhere, *pages}}
        return {**handlers, **pages, **anywhere, **rest}

    def _anywhere_handlers(self) -> dict[str, Callable[[], object]]:
        """What a key means on every page alike."""
        return {
            **self.dialogs.handlers(),
            **self.connecting.handlers(),
            **self.recalls.handlers(),
            **self.background.handlers(),
            **self.after.handlers(),
            **self.community.handlers(),
            **self.interviews.handlers(),
            **self.leads.page_handlers(),
            **self.library.handlers(),
            **self.setup.handlers(),
            **self.helps.handlers(),
            **self.rush.handlers(),
            **self.versions.handlers(),
            "restore": self.backups.open_restore,
            "import_banner": self.intake.banner.act,
            "undo": self.commands.undo,
            "redo": self.commands.redo,
            "notices": self.crowds.show_notices,
            "pane_in_progress": self._go_in_progress,
            "practice": self.practice_wanted.emit,
            "theme": self._switch_theme,
            **SettingsWays(self.pages, self.show_page).handlers(),
        }

    def _shown_page(self) -> str:
        return self._page

    def _go_in_progress(self) -> None:
        self.show_page("inbox")
        self.pages.inbox.board.focus_list(State.IN_PROGRESS)

    def _switch_theme(self) -> None:
        mode = "light" if self._context.theme.is_dark else "dark"
        self._context.theme.set_mode(mode)
        self._state.keep_look("mode", mode)

    @Slot(str, object)
    def _on_appearance(self, key: str, value: object) -> None:
        self._state.keep_look(key, value)
        self._state.dress(self._context.theme)

    @Slot()
    def _keep_keys(self) -> None:
        self._state.keep_keys(self._context.theme.keys.changes)

    def _room_below(self) -> int:
        gap = self._context.theme.px(NOTICE_GAP)
        return gap + (self.pages.inbox.foot_height if self._page == "inbox" else 0)

    def _show_badges(self) -> None:
        operator = self._context.operator
        self._rail.set_badge("inbox", operator.inbox.counts()[State.NEW] - operator.gathered.count())
        self._rail.set_badge("followup", self.after.due())
        self._rail.set_badge("handoff", operator.handoffs.attention())
        self._rail.set_badge("crisis", self.crises.banner.count)
        self._rail.set_badge("leads", self.leads.attention)

    def _announce_practice(self) -> None:
        practice = self._context.operator.shop.value(PRACTICE)
        self._name_window()
        self._banner.setVisible(practice)
        if practice:
            self._banner.show_message(
                tr("这是练习数据。"),
                tr("随便试，不会发到微博，也不会混进正式数据。"),
                tone="info",
                icon="info",
                action=tr("打开正式数据"),
                keys=LEAVE_KEY,
            )
            self._banner.acted.connect(self.real_wanted)

    def _layout(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self._stack.addWidget(self.pages.inbox)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(self._column, 1)

    def _room_for_lines(self) -> BannerRoom:
        """The lines of the whole window stand over every page; those about customers belong to the inbox."""
        taught = (self.rush.banner, self.setup.coach.banner)
        own = (*taught, self._banner, self.intake.banner, self.background.banner, self.versions.banner)
        for place, banner in enumerate(own):
            self._column.insertWidget(place, banner)
        crisis, crowd = self.crises.banner, self.crowds.banner
        network, files, asked = self.background.banner, self.intake.banner, self.interviews.banner
        ordered = (*taught, crisis, network, files, asked, crowd, self._banner, self.versions.banner)
        return BannerRoom(ordered, (crisis, asked, crowd), self)

    def _wire(self) -> None:
        pages = self.pages
        self._rail.chosen.connect(self.show_page)
        self._notices.undo.connect(self.commands.undo)
        self._notices.explain.connect(self.commands.turns.ask_reason)
        self._context.news.changed.connect(self._on_changed)
        self._wire_first_screen()
        self.connecting.source_chosen.connect(self.run)
        self.connecting.practice_wanted.connect(self.practice_wanted)
        self.connecting.page_wanted.connect(self.show_page)
        self.connecting.sync_wanted.connect(self.background.courier.fetcher.fetch_for)
        self.background.page_wanted.connect(self.show_page)
        self.background.connect_wanted.connect(self.connecting.connect_again)
        self.background.ticket_chosen.connect(self.show_ticket)
        self.alerts.ticket_chosen.connect(self.show_ticket)
        self.alerts.action_wanted.connect(self.run)
        pages.inbox.top_bar.search.connect(self.dialogs.open_palette)
        self.dialogs.ticket_chosen.connect(self.show_ticket)
        for desk in (self.crises, self.crowds, self.interviews):
            desk.ticket_chosen.connect(self.show_ticket)
        self.interviews.page_wanted.connect(self.show_page)
        self.leads.ticket_chosen.connect(self.show_ticket)
        self.after.page_wanted.connect(self.show_page)
        self.after.ticket_chosen.connect(self.show_ticket)
        self.leads.page_wanted.connect(self.show_page)
        self.library.page_wanted.connect(self.show_page)
        self.setup.round_wanted.connect(self.round_wanted)
        self.setup.real_wanted.connect(self.real_wanted)
        self.setup.rush_wanted.connect(self.rush.ask)
        self.rush.wanted.connect(self.rush_wanted)
        self.rush.real_wanted.connect(self.real_wanted)
        self.actions_table.by_id["templates"].triggered.connect(self.setup.coach.note_templates)
        self.dialogs.action_chosen.connect(self.run)
        self.helps.action_chosen.connect(self.run)
        self.dialogs.template_chosen.connect(self._on_template_chosen)
        pages.inbox.folded.connect(self._name_window)
        pages.inbox.folded.connect(self.recalls.fit)
        pages.inbox.folded.connect(self._notices.fit)
        self.commands.shown.connect(self.recalls.fit)
        self.recalls.resized.connect(self._notices.fit)
        toasts = (*self.recalls.toast.toasts, self._notices.toast)
        self.toast_room = ToastRoom(pages.inbox.session.conversation, toasts, self)
        self.recalls.resized.connect(self.toast_room.fit)
        self.commands.shown.connect(self._name_window)
        self.commands.text_came_back.connect(self.show_ticket)
        targets = [*pages.inbox.board.letter_targets(), *pages.inbox.session.letter_targets(), self._rail]
        self.actions_table.letters_for([*targets, pages.inbox.first])
        pages.when_any_made(self._take_in)
        pages.when_made(HandoffPage, self._wire_handoffs)
        pages.when_made(WeeklyPage, self._wire_weekly)
        pages.when_made(SettingsPage, self._wire_settings)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._timer.timeout.connect(self._tick)
        self._context.theme.keys.changed.connect(self._keep_keys)

    def _wire_first_screen(self) -> None:
        first = self.pages.inbox.first
        first.import_wanted.connect(self.dialogs.choose_files)
        first.practice_wanted.connect(self.practice_wanted)
        first.capture_wanted.connect(self.dialogs.capture)
        first.paste_wanted.connect(self.dialogs.paste)
        first.connect_wanted.connect(self.connecting.show_connect)

    def _take_in(self, page: QWidget) -> None:
        """A page that was just made: into the stack, with its dialogs and its letters."""
        self._stack.addWidget(page)
        for overlay in page.findChildren(Overlay):
            overlay.closed.connect(self._on_dialog_closed)
        if isinstance(page, Page):
            self.actions_table.letters_for(page.letter_targets())

    def _wire_handoffs(self, page: HandoffPage) -> None:
        page.reply_requested.connect(self.show_ticket)
        page.open_requested.connect(self.show_ticket)

    def _wire_weekly(self, page: WeeklyPage) -> None:
        page.ticket_requested.connect(self.show_ticket)

    def _wire_settings(self, page: SettingsPage) -> None:
        page.appearance_changed.connect(self._on_appearance)
        page.restore_wanted.connect(self.backups.open_restore)

    def _start(self) -> None:
        self._rail.show_page("inbox")
        geometry = self._state.geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1366, 700)
        self.commands.tick()
        self.commands.start()
        self._show_badges()
        self.intake.begin()
        self.backups.begin()
        self.versions.begin()
        self._timer.start(TICK_MSEC)


def _is_in_overlay(widget: QWidget) -> bool:
    """True for anything inside a dialog over the window (walked upwards: children may be half gone at this moment)."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, Overlay):
            return True
        above = above.parentWidget()
    return False


def _nothing() -> None:
    """An action that means nothing on the inbox."""
