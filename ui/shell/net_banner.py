"""The line about Weibo under the top bar: permission, network, replies that wait for a word, rests."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.shell.courier import Courier
from ui.shell.net_words import Act, NetWords, net_words
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.window_state import WindowState
from ui.widgets.banner import Banner
from weibo_operator.translation import tr

KEY, SECOND_KEY = anywhere("net_line"), anywhere("net_line_second")


class NetBanner(Banner):
    """Says the most important thing there is to say and that nobody has put away; hidden when all is well."""

    connect_wanted = Signal(object)
    """The account that needs a new permission."""
    outbox_wanted = Signal()

    def __init__(self, context: Context, state: WindowState, courier: Courier, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self._context = context
        self._state = state
        self._courier = courier
        self._put_away: set[str] = set()
        self._words: NetWords | None = None
        self.acted.connect(self.act)
        self.second_acted.connect(self.act_second)
        courier.changed.connect(self.refresh)

    @property
    def words(self) -> NetWords | None:
        """What is said; None while hidden."""
        return self._words

    @Slot()
    def refresh(self) -> None:
        """Read how things stand and say the most important of it."""
        accounts = self._context.operator.accounts.all()
        stopped = {account.id: self._courier.fetcher.error(account.id) for account in accounts}
        errors = {account: error for account, error in stopped.items() if error is not None}
        found = (words for words in net_words(self._context, errors) if not self._is_put_away(words.key))
        words = next(found, None)
        if words == self._words:
            return
        before, self._words = self._words, words
        if words is None:
            self.hide()
        else:
            self._say(words, aloud=before is None or before.key != words.key)

    @Slot()
    def act(self) -> None:
        """F9: the main button."""
        if self._words is None:
            self._context.news.notice.emit(tr("和微博的联系没有要处理的事。"))
        else:
            self._do(self._words, self._words.first)

    @Slot()
    def act_second(self) -> None:
        """Shift+F9: the other button."""
        if self._words is not None:
            self._do(self._words, self._words.second)

    def _do(self, words: NetWords, act: Act) -> None:
        if act is Act.CONNECT and words.account is not None:
            self.connect_wanted.emit(words.account)
        elif act is Act.OUTBOX:
            self.outbox_wanted.emit()
        elif act is Act.RETRY:
            self._courier.fetcher.fetch_now()
        elif act is Act.RELEASE:
            self._courier.release_all()
        elif act in (Act.PUT_AWAY, Act.REMEMBER):
            self._put_away.add(words.key)
            if act is Act.REMEMBER:
                self._state.keep_read(words.key)
            self.refresh()

    def _say(self, words: NetWords, *, aloud: bool) -> None:
        self.show_message(
            words.cause,
            words.consequence,
            tone=words.tone,
            icon=words.icon,
            action=words.action,
            keys=KEY,
            variant="danger" if words.first is Act.CONNECT and words.tone == "danger" else "secondary",
            second=words.second_action,
            second_keys=SECOND_KEY if words.second else "",
        )
        if aloud:
            event = QAccessibleAnnouncementEvent(self, self.accessibleName())
            QAccessible.updateAccessibility(event)

    def _is_put_away(self, key: str) -> bool:
        return key in self._put_away or self._state.was_read(key)
