"""What each action of the table means on the inbox: on the board, and in the session with one customer."""

from collections.abc import Callable
from functools import partial

from ui.shell.desk import DeskCommands
from ui.shell.inbox_page import InboxPage
from ui.support.actions import FAVOURITE_KEYS
from ui.support.context import Context
from weibo_operator.domain.labels import Level
from weibo_operator.translation import tr


class InboxKeys:
    """``handlers`` by the actions' ids, ``favourites`` by key sequence."""

    def __init__(self, context: Context, page: InboxPage, commands: DeskCommands) -> None:
        self._context = context
        self._page = page
        self._commands = commands

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Every action that is the inbox page's own."""
        return {**self._level_handlers(), **self._turn_handlers(), **self._ticket_handlers(), **self._reply_handlers()}

    def favourites(self) -> dict[str, Callable[[], object]]:
        """Alt+1…9."""
        return {keys: partial(self._insert_favourite, number) for number, keys in FAVOURITE_KEYS}

    def _level_handlers(self) -> dict[str, Callable[[], object]]:
        set_level = self._commands.set_level
        levels = {f"level_{int(level)}": partial(set_level, level) for level in Level}
        return {**levels, "level_auto": partial(set_level, None)}

    def _turn_handlers(self) -> dict[str, Callable[[], object]]:
        """Whose turn it is, and moving about."""
        commands, board = self._commands, self._page.board
        return {
            "next": commands.next,
            "previous": commands.previous,
            "next_topic": commands.next_topic,
            "next_important": commands.next_important,
            "skip": commands.skip,
            "explain_skip": commands.turns.ask_reason,
            "open": self._open_current,
            "select": board.mark,
            "select_down": partial(board.mark, 1),
            "select_up": partial(board.mark, -1),
            "down": partial(board.step, 1),
            "up": partial(board.step, -1),
            "back": self._back,
        }

    def _ticket_handlers(self) -> dict[str, Callable[[], object]]:
        """What is done with the open or chosen ticket and its customer."""
        commands, session = self._commands, self._page.session
        return {
            "forward": commands.forward,
            "snooze": commands.plan,
            "finish": commands.finish,
            "no_reply": commands.ask_no_reply,
            "labels": commands.labels,
            "open_page": self._open_page,
            "customer": session.toggle_customer,
            "card": commands.card,
            "contact": commands.contact,
            "on_behalf": commands.on_behalf,
            "open_earlier": session.open_earlier,
        }

    def _reply_handlers(self) -> dict[str, Callable[[], object]]:
        """What is done with the reply that is being written."""
        session = self._page.session
        return {
            "write": self._write,
            "send": partial(session.send, "next"),
            "send_finish": partial(session.send, "finish"),
            "send_stay": partial(session.send, "stay"),
            "answer_part": session.answer_part,
            "apologise": session.apologise,
            "account": session.choose_account,
            "acknowledge": self._acknowledge,
            "templates": session.open_templates,
            "other_wording": session.other_wording,
            "other_tone": session.other_tone,
            "template_files": session.copy_files,
            "audience": session.toggle_audience,
            "next_finding": session.next_finding,
            "previous_finding": session.previous_finding,
            "fix_typos": session.put_right,
            "insert_earlier": session.insert_earlier,
            "insert_notice": session.insert_notice,
        }

    def _insert_favourite(self, number: int) -> None:
        # Keys of the window, which hold on every page: nothing is written into a reply that is not in sight.
        session = self._page.session
        if session.isVisibleTo(session.window()):
            session.insert_favourite(number)

    def _open_current(self) -> None:
        ticket = self._page.board.current
        if ticket is not None:
            self._commands.open_ticket(ticket)

    def _write(self) -> None:
        if not self._page.in_session:
            self._open_current()
        self._page.session.focus_editor()

    def _acknowledge(self) -> None:
        if not self._page.in_session:
            self._open_current()
        if self._page.in_session:
            self._page.session.acknowledge()

    def _open_page(self) -> None:
        if self._page.in_session:
            self._page.session.open_page()
            return
        ticket = self._page.board.current
        if ticket is not None:
            link = self._context.operator.inbox.view(ticket).ticket.link
            if not self._context.desktop.open_page(link):
                self._context.news.notice.emit(tr("这张工单没有原帖链接。"))

    def _back(self) -> None:
        """One level back: a popup, writing → list, the crowd that is answered, the session → board, then marks."""
        page = self._page
        if not page.in_session:
            page.board.clear_marks()
        elif page.session.close_popup():
            return
        elif page.session.stop_writing():
            page.board.focus_list()
        elif not self._commands.stop_serving():
            self._commands.to_board()
