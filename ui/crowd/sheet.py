"""同类: everybody who says the same, opened together; from here they are answered one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.crowd.delegates import MemberDelegate
from ui.crowd.sheet_keys import act_on
from ui.crowd.words import MEMBER_COLUMNS, crowd_parts, crowd_title, member_rows, member_spoken
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.label import TextLabel
from ui.widgets.sheet import Sheet
from weibo_operator.domain.crowd import Crowd, CrowdMember
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.matters import Cluster
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

WIDTH = 820


class CrowdSheet(Sheet):
    """Lists one crowd; ← → show the other crowds of these days."""

    ticket_chosen = Signal(object)
    serve_asked = Signal(object)
    notice_asked = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("同类"), WIDTH)
        self._context = context
        self._crowd: Crowd | None = None
        self._others: Sequence[Cluster] = ()
        theme = context.theme
        rows = GroupedRows(self._spoken, _ticket_of)
        self.list = CardList(theme, rows, MemberDelegate(theme, context.operator.desk.now), tr("同类客户"))
        self._heads = ColumnHeads(theme, MEMBER_COLUMNS)
        self._place = TextLabel(theme, "", "secondary", "text2")
        self.notice_button = KeyButton(theme, tr("拟公开提醒"), icon="megaphone", keys="P")
        self.serve_button = KeyButton(theme, tr("轮流回答这些人"), keys="N", variant="primary")
        body = self.frame.body
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._heads)
        body.addWidget(self.list, 1)
        self.frame.fill_foot([self._place], [self.notice_button, self.serve_button])
        self._connect()

    @property
    def crowd(self) -> Crowd | None:
        """What is shown, None while closed."""
        return None if self.isHidden() else self._crowd

    def open_for(self, cluster: Cluster) -> None:
        """Show a crowd as it is now."""
        found = self._context.operator.crowds.opened(cluster)
        if found is None:
            self._context.news.notice.emit(tr("这一类已经没有工单了。"))
            return
        others = self._context.operator.crowds.lively()
        self._others = others if found.cluster.id in {one.id for one in others} else (found.cluster, *others)
        self._show(found)
        if self.isHidden():
            self.open_over()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, N serves, P drafts, left and right change the crowd."""
        letters = {Qt.Key.Key_N: self._serve, Qt.Key.Key_P: self._notice}
        if not act_on(event, letters, self._step, self._open_current):
            super().keyPressEvent(event)

    @Slot(object)
    def _open(self, member: object) -> None:
        if isinstance(member, CrowdMember):
            self.close_over()
            self.ticket_chosen.emit(member.ticket)

    def _open_current(self) -> None:
        self._open(self.list.current)

    @Slot()
    def _serve(self) -> None:
        if self._crowd is not None and self._crowd.waiting:
            self.close_over()
            self.serve_asked.emit(self._crowd.cluster)

    @Slot()
    def _notice(self) -> None:
        if self._crowd is not None:
            self.close_over()
            self.notice_asked.emit(self._crowd.cluster)

    @Slot(object)
    def _hear(self, _changes: Changes) -> None:
        if self.isHidden() or self._crowd is None:
            return
        found = self._context.operator.crowds.opened(self._crowd.cluster)
        if found is None:
            self.close_over()
        else:
            self._show(found)

    def _step(self, step: int) -> None:
        if self._crowd is None or len(self._others) < 2:
            return
        place = self._number() + step
        found = self._context.operator.crowds.opened(self._others[place % len(self._others)])
        if found is not None:
            self._show(found)

    def _show(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self.frame.set_title(crowd_title(crowd), crowd_parts(crowd, self._context.operator.desk.now()))
        self.list.show_rows(member_rows(crowd))
        count = len(self._others)
        self._place.setText(
            tr("第 {0} / {1} 类，← → 换一类", self._number() + 1, count) if count > 1 else tr("↵ 打开工单")
        )
        self.serve_button.setEnabled(bool(crowd.waiting))
        written = self._context.operator.notices.of_matter(crowd.cluster.matter)
        words = tr("拟公开提醒") if written is None else tr("看公开提醒")
        self.notice_button.set_content(words, icon="megaphone", keys="P")

    def _number(self) -> int:
        shown = None if self._crowd is None else self._crowd.cluster.id
        return next((place for place, one in enumerate(self._others) if one.id == shown), 0)

    def _spoken(self, record: object) -> str:
        now = self._context.operator.desk.now()
        return member_spoken(record, now) if isinstance(record, CrowdMember) else ""

    def _connect(self) -> None:
        self.list.opened.connect(self._open)
        self.list.widened.connect(self._heads.set_room)
        self.serve_button.clicked.connect(self._serve)
        self.notice_button.clicked.connect(self._notice)
        self._context.news.changed.connect(self._hear)


def _ticket_of(record: object) -> TicketId | None:
    return record.ticket if isinstance(record, CrowdMember) else None
