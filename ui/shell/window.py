"""The main window: rail and pages, the dialogs over them, and every action of the table carried out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.shell.after_desk import AfterDesk
from ui.shell.background import Background
from ui.shell.banner_room import BannerRoom
from ui.shell.connect_desk import ConnectDesk
from ui.shell.crisis_desk import CrisisDesk
from ui.shell.crowd_desk import CrowdDesk
from ui.shell.desk import DeskCommands
from ui.shell.dialogs import Dialogs
from ui.shell.intake_desk import IntakeDesk
from ui.shell.lead_desk import LeadDesk
from ui.shell.library_desk import LibraryDesk
from ui.shell.notices import Notices
from ui.shell.pages import Pages
from ui.shell.rail import Rail
from ui.shell.recall_desk import RecallDesk
from ui.support.actions import ACTIONS, FAVOURITE_KEYS, Actions
from ui.support.context import Context
from ui.support.window_state import WindowState
from ui.widgets.banner import Banner
from ui.widgets.overlay import Overlay
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Level, State
from weibo_operator.domain.settings import PRACTICE, SHOP_NAME
from weibo_operator.domain.template import Template

TICK_MSEC = 30_000
SMALLEST = (1120, 600)
NOTICE_GAP = 12


class MainWindow(QWidget):
    """微博客服台."""

    practice_wanted = Signal()
    real_wanted = Signal()

    def __init__(self, context: Context, state: WindowState, file_key: str) -> None:
        super().__init__()
        self._context = context
        self._state = state
        self._page = "inbox"
        self.pages = Pages(context)
        self.commands = DeskCommands(context, self.pages.inbox, state, file_key)
        self._rail = Rail(context.theme)
        self._banner = Banner(context.theme)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout()
        self._layout()
        self.dialogs = Dialogs(context, self, self.pages, self.commands)
        self.crises = CrisisDesk(context, self, self.pages, self.commands)
        self.crowds = CrowdDesk(context, self, self.pages, self.commands)
        self.leads = LeadDesk(context, self, self.pages, self.commands)
        self.library = LibraryDesk(context, self, self.pages)
        self.after = AfterDesk(context, self, self.pages, self.commands)
        self.connecting = ConnectDesk(context, self, self._rail.account, self.pages.settings)
        self.intake = IntakeDesk(context, self, self.dialogs.importer)
        self._column.insertWidget(1, self.intake.banner)
        self.background = Background(context, self, self.pages, state, self.close)
        lines = (self.crises.banner, self.background.banner, self.intake.banner, self.crowds.banner, self._banner)
        self._lines = BannerRoom(lines, self)
        self.recalls = RecallDesk(context, self, self._stack, self.pages.inbox, self._room_below)
        self._notices = Notices(context, self._stack, self.recalls.room_below)
        self.actions_table = Actions(self, self._handlers(), self._favourites())
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
        """Show a page, read anew."""
        self.pages.inbox.session.flush()
        self._page = key
        self._rail.show_page({"gathered": "inbox", "knowledge": "templates"}.get(key, key))
        self._stack.setCurrentWidget(self.pages.widgets[key])
        self.recalls.fit()
        self._notices.fit()
        other = self.pages.other(key)
        if other is not None:
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
        self.connecting.stop()
        self.commands.remember()
        self._state.keep_geometry(self.saveGeometry())
        super().closeEvent(event)

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
        self.intake.watch.look()
        if self._page == "followup":  # what is due there is a question of the moment
            self.pages.followup.refresh()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._show_badges()

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
            self.pages.templates.open_template(template.id)

    @Slot()
    def _name_window(self) -> None:
        """The open customer stands in the title, so that the window can be told apart in the task bar."""
        inbox = self.pages.inbox
        ticket = inbox.session.current_ticket if inbox.in_session else None
        named = self._base_title
        if ticket is not None:
            (card,) = self._context.operator.inbox.cards((ticket,))
            named = f"@{card.nickname}，#{ticket}，{named}"
        self.setWindowTitle(named)

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

    def _level_handlers(self) -> dict[str, Callable[[], object]]:
        set_level = self.commands.set_level
        levels = {f"level_{int(level)}": partial(set_level, level) for level in Level}
        return {**levels, "level_auto": partial(set_level, None)}

    def _crisis_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "crisis": self.crises.show_checklist,
            "crisis_confirm": self.crises.confirm,
            "crisis_dismiss": self.crises.dismiss,
            "crisis_evidence": self.crises.evidence,
            "crisis_review": self.crises.review,
        }

    def _people_handlers(self) -> dict[str, Callable[[], object]]:
        session = self.pages.inbox.session
        return {
            "customer": session.toggle_customer,
            "card": self.commands.card,
            "contact": self.commands.contact,
            "on_behalf": self.commands.on_behalf,
            "open_earlier": session.open_earlier,
            "insert_earlier": session.insert_earlier,
            "insert_notice": session.insert_notice,
        }

    def _handlers(self) -> dict[str, Callable[[], object]]:
        commands, session, board = self.commands, self.pages.inbox.session, self.pages.inbox.board
        inbox: dict[str, Callable[[], object]] = {
            **self._level_handlers(),
            **self._crisis_handlers(),
            **self._people_handlers(),
            "next": commands.next,
            "previous": commands.previous,
            "next_topic": commands.next_topic,
            "next_important": commands.next_important,
            "skip": commands.skip,
            "explain_skip": commands.turns.ask_reason,
            "crowd": self.crowds.show_crowd,
            "lead": self.leads.add_lead,
            "search_new": self.leads.new_search,
            "open": self._open_current,
            "write": self._write,
            "send": partial(session.send, "next"),
            "send_finish": partial(session.send, "finish"),
            "send_stay": partial(session.send, "stay"),
            "account": session.choose_account,
            "acknowledge": self._acknowledge,
            "templates": session.open_templates,
            "other_wording": session.other_wording,
            "other_tone": session.other_tone,
            "audience": session.toggle_audience,
            "next_finding": session.next_finding,
            "previous_finding": session.previous_finding,
            "fix_typos": session.put_right,
            "forward": commands.forward,
            "snooze": commands.plan,
            "finish": commands.finish,
            "no_reply": commands.ask_no_reply,
            "labels": commands.labels,
            "open_page": self._open_page,
            "select": board.mark,
            "select_down": partial(board.mark, 1),
            "select_up": partial(board.mark, -1),
            "down": partial(board.step, 1),
            "up": partial(board.step, -1),
            "back": self._back,
        }
        handlers = {action: partial(self._act, action, handler) for action, handler in inbox.items()}
        anywhere = self._anywhere_handlers()
        pages = {f"page_{key}": partial(self.show_page, key) for key in self.pages.widgets}
        known = {row.id for row in ACTIONS}
        rest = {row: partial(self._act, row, _nothing) for row in known - {*handlers, *anywhere, *pages}}
        return {**handlers, **pages, **anywhere, **rest}

    def _anywhere_handlers(self) -> dict[str, Callable[[], object]]:
        """What a key means on every page alike."""
        commands = self.commands
        return {
            "capture": self.dialogs.capture,
            "paste": self.dialogs.paste,
            "import": self.dialogs.choose_files,
            "sources": self.connecting.show_sources,
            "connect": self.connecting.show_connect,
            "accounts": self.connecting.show_accounts,
            "import_banner": self.intake.banner.act,
            **self.recalls.handlers(),
            **self.background.handlers(),
            "undo": commands.undo,
            "redo": commands.redo,
            "notices": self.crowds.show_notices,
            "palette": self.dialogs.open_palette,
            "help": self.dialogs.open_help,
            "pane_in_progress": self._go_in_progress,
            "page_important": self._go_important,
            **self.after.handlers(),
            "page_leads": self.leads.show_leads,
            "page_searches": self.leads.show_searches,
            **self.library.handlers(),
            "backup": self.dialogs.backup,
            "practice": self.practice_wanted.emit,
            "theme": self._switch_theme,
        }

    def _favourites(self) -> dict[str, Callable[[], object]]:
        session = self.pages.inbox.session
        return {keys: partial(session.insert_favourite, number) for number, keys in FAVOURITE_KEYS}

    def _open_current(self) -> None:
        ticket = self.pages.inbox.board.current
        if ticket is not None:
            self.commands.open_ticket(ticket)

    def _write(self) -> None:
        if not self.pages.inbox.in_session:
            self._open_current()
        self.pages.inbox.session.focus_editor()

    def _acknowledge(self) -> None:
        if not self.pages.inbox.in_session:
            self._open_current()
        if self.pages.inbox.in_session:
            self.pages.inbox.session.acknowledge()

    def _open_page(self) -> None:
        if self.pages.inbox.in_session:
            self.pages.inbox.session.open_page()
            return
        ticket = self.pages.inbox.board.current
        if ticket is not None:
            link = self._context.operator.inbox.view(ticket).ticket.link
            if not self._context.desktop.open_page(link):
                self._context.news.notice.emit("这张工单没有原帖链接。")

    def _back(self) -> None:
        """One level back: a popup, writing → list, the crowd that is answered, the session → board, then marks."""
        inbox = self.pages.inbox
        if inbox.in_session:
            if inbox.session.close_popup():
                return
            if inbox.session.stop_writing():
                inbox.board.focus_list()
                return
            if self.commands.stop_serving():
                return
            self.commands.to_board()
            return
        inbox.board.clear_marks()

    def _go_in_progress(self) -> None:
        self.show_page("inbox")
        self.pages.inbox.board.focus_list(State.IN_PROGRESS)

    def _go_important(self) -> None:
        self.show_page("followup")
        self.pages.followup.show_list("important")

    def _switch_theme(self) -> None:
        mode = "light" if self._context.theme.is_dark else "dark"
        self._context.theme.set_mode(mode)
        self._state.keep_look("mode", mode)

    @Slot(str, object)
    def _on_appearance(self, key: str, value: object) -> None:
        self._state.keep_look(key, value)
        self._state.dress(self._context.theme)

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
        shop = self._context.operator.shop
        practice = shop.value(PRACTICE)
        name = shop.value(SHOP_NAME)
        self._base_title = "微博客服台" + (f"（练习）{name}" if practice else f" {name}" if name else "")
        self._name_window()
        self._banner.setVisible(practice)
        if practice:
            self._banner.show_message(
                "这是练习数据。",
                "随便试，不会发到微博，也不会混进正式数据。",
                tone="info",
                icon="info",
                action="打开正式数据",
            )
            self._banner.acted.connect(self.real_wanted)

    def _layout(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        for widget in self.pages.widgets.values():
            self._stack.addWidget(widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._banner)
        self._column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(self._column, 1)

    def _wire(self) -> None:
        pages = self.pages
        self._rail.chosen.connect(self.show_page)
        self._notices.undo.connect(self.commands.undo)
        self._notices.explain.connect(self.commands.turns.ask_reason)
        self._context.news.changed.connect(self._on_changed)
        pages.inbox.first.import_wanted.connect(self.dialogs.choose_files)
        pages.inbox.first.practice_wanted.connect(self.practice_wanted)
        pages.inbox.first.capture_wanted.connect(self.dialogs.capture)
        pages.inbox.first.paste_wanted.connect(self.dialogs.paste)
        pages.inbox.first.connect_wanted.connect(self.connecting.show_connect)
        self.connecting.source_chosen.connect(self.run)
        self.connecting.practice_wanted.connect(self.practice_wanted)
        self.connecting.page_wanted.connect(self.show_page)
        self.connecting.sync_wanted.connect(self.background.courier.fetcher.fetch_for)
        self.background.page_wanted.connect(self.show_page)
        self.background.connect_wanted.connect(self.connecting.connect_again)
        self.background.ticket_chosen.connect(self.show_ticket)
        pages.inbox.top_bar.search.connect(self.dialogs.open_palette)
        pages.settings.appearance_changed.connect(self._on_appearance)
        for page in (pages.followup, pages.handoff):
            page.reply_requested.connect(self.show_ticket)
            page.open_requested.connect(self.show_ticket)
        pages.weekly.ticket_requested.connect(self.show_ticket)
        for overlay in self.findChildren(Overlay):
            overlay.closed.connect(self._on_dialog_closed)
        self.dialogs.ticket_chosen.connect(self.show_ticket)
        self.crises.ticket_chosen.connect(self.show_ticket)
        self.crowds.ticket_chosen.connect(self.show_ticket)
        self.leads.ticket_chosen.connect(self.show_ticket)
        self.after.page_wanted.connect(self.show_page)
        self.after.ticket_chosen.connect(self.show_ticket)
        self.leads.page_wanted.connect(self.show_page)
        self.library.page_wanted.connect(self.show_page)
        pages.inbox.session.crisis_requested.connect(self.crises.show_checklist)
        self.dialogs.action_chosen.connect(self.run)
        self.dialogs.template_chosen.connect(self._on_template_chosen)
        pages.inbox.folded.connect(self._name_window)
        pages.inbox.folded.connect(self.recalls.fit)
        pages.inbox.folded.connect(self._notices.fit)
        self.commands.shown.connect(self.recalls.fit)
        self.recalls.resized.connect(self._notices.fit)
        self.commands.shown.connect(self._name_window)
        targets = [*pages.inbox.board.letter_targets(), *pages.inbox.session.letter_targets(), self._rail]
        targets.append(pages.inbox.first)
        for key in pages.widgets:
            other = pages.other(key)
            targets += [] if other is None else other.letter_targets()
        self.actions_table.letters_for(targets)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._timer.timeout.connect(self._tick)

    def _start(self) -> None:
        self._rail.show_page("inbox")
        geometry = self._state.geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1366, 700)
        self.commands.tick()
        self.commands.start()
        self._show_badges()
        self.intake.watch.begin()
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
