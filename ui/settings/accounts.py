"""账号: our accounts with their permissions and figures, signing out, and how often the platform is asked."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings.account_card import AccountCard, AccountFacts
from ui.settings.account_notes import Note, notes_of
from ui.settings.fields import Field, field_for
from ui.settings.focus import let_tab_follow
from ui.settings.row import Section, SettingCard, SettingRow
from ui.settings.specs import SectionSpec
from ui.support.account_words import left_words, standing_of, until_words
from ui.support.context import Context
from ui.support.desk_work import DeskWork
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.account import Account, AccountRole, AccountState, AccountWeek
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.operations import Changes, Outcome
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

NONE_YET = tr("还没有连接账号")
NONE_HINT = tr("不连接也能用：粘贴、导入、复制并打开微博。连接之后自动收评论和 @，能直接发评论")
ADD_HINT = tr("一个人管几个账号时用；每个账号各自授权，各自计数")


class AccountsSection(Section):
    """``connect_wanted`` opens the wizard, ``again_wanted`` carries the account to sign in again."""

    connect_wanted = Signal()
    again_wanted = Signal(object)

    def __init__(self, context: Context, spec: SectionSpec, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._leaving = DeskWork(context, _let_go)
        self.cards: dict[AccountId, AccountCard] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        theme = context.theme
        self.connect_button = KeyButton(theme, tr("连接"), icon="plug", variant="primary", height="control_34")
        self.connect_button.setAccessibleName(tr("连接微博开放平台"))
        self.add_button = KeyButton(theme, tr("添加账号"), icon="plus", height="control_34")
        self._none = SettingCard(theme)
        self._none.add(SettingRow(theme, NONE_YET, NONE_HINT, self.connect_button))
        self._add = SettingCard(theme)
        self._add.add(SettingRow(theme, tr("再连一个账号"), ADD_HINT, self.add_button))
        self.fields: list[Field] = [field_for(context, field) for field in spec.fields]
        self._lay_out()
        for button in (self.connect_button, self.add_button):
            button.clicked.connect(self.connect_wanted)
        context.connection.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show what is stored."""
        accounts = self._context.operator.accounts
        weeks = {week.account: week for week in accounts.week()}
        listed = accounts.all()
        for account in listed:
            facts = self._facts(account, weeks.get(account.id))
            if account.id in self.cards:
                self.cards[account.id].show_facts(facts)
            else:
                self._add_card(facts)
        self._none.setVisible(not listed)
        self._add.setVisible(bool(listed))
        for field in self.fields:
            field.refresh()

    @Slot(str)
    def _set_role(self, role: str) -> None:
        card = self._card()
        self._change(lambda: self._context.operator.accounts.set_role(card.account.id, AccountRole(role)))

    @Slot()
    def _make_default(self) -> None:
        card = self._card()
        self._change(lambda: self._context.operator.accounts.make_default(card.account.id))

    @Slot()
    def _ask_again(self) -> None:
        self.again_wanted.emit(self._card().account.id)

    @Slot(str)
    def _set_address(self, address: str) -> None:
        card = self._card()
        if address == card.account.public_ip:
            card.refuse("")
            return
        try:
            outcome = self._context.operator.accounts.set_public_ip(card.account.id, address)
        except OperatorError as error:
            card.refuse(sentence(error))
            return
        card.refuse("")
        self._tell(outcome.changes)

    @Slot()
    def _sign_out(self) -> None:
        card = self._card()
        account = card.account.id
        if self._leaving.is_busy:
            return
        card.set_busy(on=True)

        def work(operator: Operator) -> Outcome[Account]:
            return operator.accounts.sign_out(account)

        def done(outcome: Outcome[Account]) -> None:
            card.set_busy(on=False)
            card.stop_asking()
            self._tell(outcome.changes)
            self._context.news.notice.emit(tr("@{0} 已退出登录，工单和草稿都在。", outcome.value.nickname))

        def failed(error: OperatorError) -> None:
            card.set_busy(on=False)
            self._context.news.notice.emit(sentence(error))

        self._leaving.run(work, done, failed)

    @Slot(object)
    def _try_again(self, note: Note) -> None:
        account, accounts = self._card().account.id, self._context.operator.accounts
        if note.feature is not None:
            self._tell(accounts.switch_on(account, note.feature))
            self._context.news.notice.emit(tr("下次同步或发送时会再试一次。"))
        elif note.scope is not None:
            self._tell(accounts.lift_pause(account, note.scope))

    def _card(self) -> AccountCard:
        """The card whose signal it is."""
        sender: QObject | None = self.sender()
        return next(card for card in self.cards.values() if card is sender)

    def _change(self, action: Callable[[], Outcome[Account]]) -> None:
        try:
            outcome = action()
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._tell(outcome.changes)

    def _tell(self, changes: Changes) -> None:
        self._context.news.tell(changes)
        self.refresh()

    def _facts(self, account: Account, week: AccountWeek | None) -> AccountFacts:
        accounts, now = self._context.operator.accounts, self._context.operator.desk.now()
        budget = accounts.budget(account.id)
        tickets, replies = (week.tickets, week.replies) if week is not None else (0, 0)
        figures = tr(
            "今天请求 {0} / {1} 次，这一小时回复 {2} / {3} 条；本周来了 {4} 张工单，用它回复了 {5} 条",
            budget.used,
            budget.limit,
            budget.writes_this_hour,
            budget.writes_per_hour,
            tickets,
            replies,
        )
        signed_out = account.state is AccountState.SIGNED_OUT
        notes = () if signed_out else notes_of(accounts.features_off(account.id), accounts.pauses(account.id), now)
        offline = self._context.connection.offline_since
        return AccountFacts(account, standing_of(account, now, offline), _life(account, now), figures, notes)

    def _add_card(self, facts: AccountFacts) -> None:
        card = AccountCard(self.theme, facts, self)
        self.cards[facts.account.id] = card
        self._list.addWidget(card)
        let_tab_follow(self)
        card.show()
        card.role_chosen.connect(self._set_role)
        card.again_wanted.connect(self._ask_again)
        card.default_wanted.connect(self._make_default)
        card.sign_out_wanted.connect(self._sign_out)
        card.address_given.connect(self._set_address)
        card.note_acted.connect(self._try_again)

    def _lay_out(self) -> None:
        self.column.addLayout(self._list)
        self.column.addWidget(self._none)
        self.column.addWidget(self._add)
        self.heading(tr("收和发"))
        fields = self.card()
        for field in self.fields:
            fields.add(field)
        words = tr("密钥和授权只放在系统的凭据管理器里，不写进数据文件，也不随备份走。")
        self.column.addWidget(TextLabel(self.theme, words, "meta", "text2", wrap=True))
        self.column.addStretch()


def _life(account: Account, now: datetime) -> str:
    """Until when it may be used; where it may not, what brings it back."""
    if account.state is AccountState.SIGNED_OUT:
        return tr("工单、草稿和待发的回复都在，重新授权就接上")
    if account.state is AccountState.EXPIRED:
        return tr("{0} 起收不到新消息，也不能发送。重新授权就接上", clock_words(account.state_since, now))
    if account.expires_at is None:
        return ""
    return tr("授权到 {0}，{1}", until_words(account.expires_at), left_words(account.expires_at, now))


def _let_go(_outcome: object) -> None:
    """What the page no longer waits for is told by the file itself when it is read again."""
