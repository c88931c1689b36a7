"""好评: which customer said what, whether we may quote it, and whether we thanked (mission A13, F6)."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.care_list import CareList
from ui.followup.doing import undoable
from ui.followup.praise_delegate import PraiseDelegate
from ui.followup.praise_panel import PraisePanel
from ui.followup.praise_rows import PRAISE_COLUMNS, grouped_praise, praise_counts, spoken_praise
from ui.followup.praise_words import words_for
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.list_page import RecordList
from weibo_operator.domain.praise import Permission, Testimonial
from weibo_operator.translation import label, tr

LISTED = RecordList(Testimonial, tr("好评列表"), PRAISE_COLUMNS, PraiseDelegate, spoken_praise)


class PraisePage(CareList[Testimonial]):
    """Lists the praise that was kept, by what is known of the permission; the chosen one stands at the right."""

    thanked = Signal(object, str)
    """The ticket and the words for its customer."""
    edit_requested = Signal(object)
    """The ticket whose praise is to be changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "praise", LISTED, lambda kept: kept.customer_id, parent)
        self.panel = PraisePanel(context.theme)
        self._show_empty()
        context.theme.keys.changed.connect(self._show_empty)
        self.put_together(self.head, self.panel)
        digits = {f"level_{place}": partial(self.permit, each) for place, each in enumerate(Permission, start=1)}
        own = {"copy": self.copy, "drop": self.drop, "open_page": self.open_page}
        self.bind_with_usual("praise", {**digits, **own})
        self._connect()

    @Slot()
    def _show_empty(self) -> None:
        keys = self._context.theme.keys.said(in_lists("praise"))
        lines = tr("客户夸我们的时候，在工单上按 {0} 收下\n道谢，问过能不能引用，都记在这里", keys)
        self.empty.show_message("smile", tr("还没有收下过好评"), lines)

    def read_list(self) -> None:
        """Read the list again."""
        kept = self._context.operator.aftercare.testimonials()
        self.show_rows(grouped_praise(kept))
        self.head.show_counts(praise_counts(kept))

    def show_record(self, record: Testimonial) -> None:
        """Tell the chosen praise."""
        self.panel.show_praise(record, self._context.operator.desk.now())

    @Slot(object)
    def permit(self, permission: Permission) -> None:
        """A digit from 1 to 3: what the customer said to being quoted."""
        chosen = self.chosen
        if chosen is None or chosen.permission is permission:
            return
        aftercare = self._context.operator.aftercare
        undoable(
            self._context,
            lambda: aftercare.keep_praise(chosen.ticket_id, chosen.text, permission),
            tr("@{0} 的好评：{1}", chosen.nickname, label(permission.label)),
        )

    @Slot()
    def copy(self) -> None:
        """Ctrl+C: the customer's words, with a warning where they may not be quoted."""
        chosen = self.chosen
        if chosen is None:
            return
        self._context.desktop.copy(chosen.text)
        warning = (
            "" if chosen.permission is Permission.GIVEN else tr("。{0}，不要拿去宣传", label(chosen.permission.label))
        )
        self._context.news.notice.emit(tr("已复制 @{0} 的原话{1}", chosen.nickname, warning))

    def write_to(self, record: Testimonial) -> None:
        """Thanks and the question whether we may quote it, as far as they have not been written yet."""
        words = words_for(record)[0]
        if words:
            self.thanked.emit(record.ticket_id, words)
        else:
            super().write_to(record)

    @Slot()
    def edit(self) -> None:
        """Shift+H: the words that are kept."""
        if self.chosen is not None:
            self.edit_requested.emit(self.chosen.ticket_id)

    @Slot()
    def drop(self) -> None:
        """Del: keep it no longer; 撤销 brings it back."""
        chosen = self.chosen
        if chosen is not None:
            aftercare = self._context.operator.aftercare
            undoable(self._context, lambda: aftercare.drop_praise(chosen.ticket_id), tr("不再收着这条好评"))

    @Slot()
    def open_page(self) -> None:
        """O: look at the customer's page."""
        if self.chosen is not None:
            self.look_at(self.chosen.profile_url)

    def _connect(self) -> None:
        self.panel.permission_asked.connect(self.permit)
        self.panel.copy_asked.connect(self.copy)
        self.panel.edit_asked.connect(self.edit)
        self.panel.drop_asked.connect(self.drop)
        self.panel.open_asked.connect(self.open_ticket)
        self.panel.page_asked.connect(self.open_page)
        self.panel.reply_asked.connect(self.reply)
