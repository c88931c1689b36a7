"""内部人员与合作方: whose messages are no customers', whose mention is marked; pasted in, used on open tickets."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.focus import focused_place, give_focus, let_tab_follow
from ui.settings.row import Section, SettingRow
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import InsiderId
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.people import Insider, InsiderRole
from weibo_operator.services.insiders import Added
from weibo_operator.translation import label, tr

ROLES = tuple(SegItem(role.value, label(role.value)) for role in InsiderRole)
REASON = "内部人员"
"""Stored with the tickets it closes."""
LINES_HIGH = 92
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EMPTY = tr("名单还是空的。")


class PastedLines(WritingField):
    """Ctrl+Enter adds; Tab goes on."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("要加进名单的人，每行一位"))
        self.setPlaceholderText(tr("每行一位：@昵称、uid 或主页地址，后面可以写角色\n例如：@小橙店长 负责人"))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the window, where it sends a reply."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _adds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add by Ctrl+Enter."""
        if _adds(event):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class InsiderRow(QWidget):
    """Name, uid, role, remove."""

    role_chosen = Signal(str)
    removed = Signal()

    def __init__(self, context: Context, insider: Insider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self.insider = insider
        self.role = Seg(theme, ROLES, tr("{0}的角色", insider.shown))
        self.role.set_current(insider.role.value)
        self.remove = IconButton(theme, "trash-2", tr("从名单里去掉{0}", insider.shown))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(theme, insider.shown, "body"))
        if insider.uid and insider.nickname:
            words.addWidget(TextLabel(theme, f"uid {insider.uid}", "secondary", "text3"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.role)
        row.addWidget(self.remove)
        self.role.selected.connect(self.role_chosen)
        self.remove.clicked.connect(self.removed)


class PeopleSection(Section):
    """The list, the field to paste into, and the button for open tickets."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._shown: tuple[Insider, ...] | None = None
        self.rows: list[InsiderRow] = []
        theme = context.theme
        self.lines = PastedLines()
        self.lines.setFixedHeight(theme.px(LINES_HIGH))
        self.role = Seg(theme, ROLES, tr("没写角色的算作"))
        self.add = KeyButton(theme, tr("加进名单"), keys="Ctrl ↵", height="control_34")
        self.told = TextLabel(theme, "", "meta", "text2", wrap=True)
        self.apply = KeyButton(theme, tr("用到未完成的工单"), height="control_34")
        self._reach = SettingRow(
            theme, tr("未完成的工单"), tr("内部人员发来的记为无需回复，提到负责人的加上标记；可以撤销"), self.apply
        )
        self._empty = TextLabel(theme, EMPTY, "secondary", "text2")
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._lay_out()
        self.add.clicked.connect(self.add_lines)
        self.lines.submitted.connect(self.add_lines)
        self.apply.clicked.connect(self.apply_to_open)

    def refresh(self) -> None:
        """Show what is stored."""
        listed = self._context.operator.insiders.listed()
        if listed != self._shown:
            self._show(listed)
        count = self._context.operator.insiders.reach().count
        self.apply.setEnabled(bool(count))
        self.apply.set_content(tr("用到 {0} 张未完成的工单", count) if count else tr("没有要改的工单"))

    @Slot()
    def add_lines(self) -> None:
        """Add what was pasted; lines that could not be read stay in the field."""
        role = InsiderRole(self.role.current)
        try:
            outcome = self._context.operator.insiders.add(self.lines.toPlainText(), role)
        except OperatorError as error:
            self._say(sentence(error), wrong=True)
            return
        self._context.news.tell(outcome.changes)
        self.lines.setPlainText("\n".join(outcome.value.unread))
        self._say(_added_words(outcome.value), wrong=bool(outcome.value.unread))
        self._context.news.undoable.emit(_added_words(outcome.value))
        self.refresh()

    @Slot()
    def apply_to_open(self) -> None:
        """Use the list on open tickets."""
        try:
            outcome = self._context.operator.insiders.apply(REASON)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._tell(outcome.changes, tr("改了 {0} 张未完成的工单", outcome.value.count))

    @Slot(str)
    def _set_role(self, role: str) -> None:
        row = self.sender()
        if isinstance(row, InsiderRow):
            outcome = self._context.operator.insiders.set_role(row.insider.id, InsiderRole(role))
            self._tell(outcome.changes, tr("{0} 改为{1}", row.insider.shown, label(role)))

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, InsiderRow):
            outcome = self._context.operator.insiders.remove(row.insider.id)
            self._tell(outcome.changes, tr("名单里去掉了 {0}", row.insider.shown))

    def _tell(self, changes: Changes, words: str) -> None:
        self._context.news.tell(changes)
        self._context.news.undoable.emit(words)
        self.refresh()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.told.setText(words)
        self.told.set_role("danger_text" if wrong else "text2")
        self.told.setVisible(bool(words))

    def _show(self, listed: tuple[Insider, ...]) -> None:
        self._shown = listed
        focused = focused_place(self.rows)
        before = [row.insider.id for row in self.rows]
        for row in self.rows:
            self._list.removeWidget(row)
            row.blockSignals(True)
            row.hide()
            row.deleteLater()
        self.rows = [InsiderRow(self._context, insider, self) for insider in listed]
        for row in self.rows:
            row.role_chosen.connect(self._set_role)
            row.removed.connect(self._remove)
            self._list.addWidget(row)
            row.show()  # at once: it may be given the focus
        self._empty.setVisible(not listed)
        let_tab_follow(self)
        if focused is not None:
            self._give_focus_back(before, *focused)

    def _give_focus_back(self, before: Sequence[InsiderId], place: int, part: int) -> None:
        """To the person who had it, wherever they stand now; to the next one when they are gone, then to the field."""
        now = [row.insider.id for row in self.rows]
        if now:
            place = now.index(before[place]) if before[place] in now else min(place, len(now) - 1)
            give_focus(self.rows[place], part)
        else:
            self.lines.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self.heading(tr("添加"))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(8)
        column.addWidget(self.lines)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(TextLabel(self.theme, tr("没写角色的算作"), "secondary", "text2"))
        foot.addWidget(self.role)
        foot.addStretch()
        foot.addWidget(self.add)
        column.addLayout(foot)
        column.addWidget(self.told)
        self.told.hide()
        self.card().add(box)
        self.heading(tr("名单"))
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 6, 0, 6)
        inside.setSpacing(0)
        inside.addWidget(self._empty)
        inside.addLayout(self._list)
        self.card().add(holder)
        self.card().add(self._reach)
        hint = tr(
            "名单上的人以后发来的消息不算客户：导入时跳过并数出条数；手工录入的照样成为工单。"
            "客户 @ 了负责人，工单上会标出来。"
        )
        self.column.addWidget(TextLabel(self.theme, hint, "meta", "text2", wrap=True))
        self.column.addStretch()


def _adds(event: QKeyEvent) -> bool:
    return event.key() in ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _added_words(added: Added) -> str:
    parts = [
        tr("加了 {0} 位", added.new) if added.new else "",
        tr("改了 {0} 位", added.changed) if added.changed else "",
    ]
    said = tr("，").join(part for part in parts if part) or tr("名单上已经有了")
    return tr("{0}；还有 {1} 行没读懂，留在上面", said, len(added.unread)) if added.unread else said
