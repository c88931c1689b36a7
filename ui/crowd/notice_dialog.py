"""热点提醒: the text of one notice, checked; copied, posted by hand, its link brought back (mission G4)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.crowd.words import room_words
from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.text_check import Checking, TextCheck
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.crowd import Notice, NoticeState
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import COMMENT_LIMIT, weibo_length
from weibo_operator.domain.matters import Cluster, people_shown
from weibo_operator.domain.operations import Outcome
from weibo_operator.domain.template import unfilled
from weibo_operator.translation import tr

WIDTH = 680
TEXT_HEIGHT = 156
OF_A_REPLY = frozenset({FindingKind.LENGTH, FindingKind.REPEAT, FindingKind.NAME})
"""Findings that only mean something in an answer to somebody."""
_Change = Callable[[], Outcome[Notice]]
SHOWN = 2
HOW = tr("复制后自己发到微博，再把那条微博的链接贴到这里")


class NoticeDialog(FormDialog):
    """Ctrl+Enter keeps the draft, or with a link says that it was posted; nothing here posts by itself."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("公开提醒"), tr("存草稿"), WIDTH)
        self._context = context
        self._cluster: Cluster | None = None
        self._notice: Notice | None = None
        self.text = WritingField()
        self.text.setAccessibleName(tr("提醒内容"))
        self.text.setTabChangesFocus(True)
        self._length = TextLabel(context.theme, "", "secondary", "text2")
        self._found = TextLabel(context.theme, "", "secondary", "text2")
        self.copy_button = KeyButton(context.theme, tr("复制"), icon="copy", keys="Alt C", height="control_32")
        self.end_button = KeyButton(context.theme, tr("不再提供"), icon="ban", variant="ghost", height="control_32")
        self.link = QLineEdit()
        self.link.setAccessibleName(tr("微博链接"))
        self.link.setPlaceholderText("https://weibo.com/…")
        self._how = TextLabel(context.theme, HOW, "secondary", "text2")
        self._room = TextLabel(context.theme, "", "secondary", "text2")
        self._check = TextCheck(context.theme, self.text, Checking(self._look, Teaching(context, self)))
        self._lay_out()
        self._connect()
        context.theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def length_words(self) -> str:
        """What the counter says."""
        return self._length.text()

    @property
    def found_words(self) -> str:
        """What the desk check says."""
        return self._found.text()

    @property
    def room_words(self) -> str:
        """What is said of the quota of broadcasts."""
        return self._room.text()

    @Slot(object)
    def open_for(self, cluster: Cluster) -> None:
        """Write about a crowd, or go on with the notice there is about it."""
        known = self._context.operator.notices.of_matter(cluster.matter)
        self._cluster = cluster
        self._show(known, self._context.operator.notices.draft_text(cluster) if known is None else known.text)
        people = people_shown(cluster.people)
        self.frame.set_title(tr("公开提醒"), (cluster.matter.shown, tr("同类 {0} 人", people)))
        self._begin()

    @Slot(object)
    def open_notice(self, notice: Notice) -> None:
        """Show a notice of the list."""
        self._cluster = None
        self._show(notice, notice.text)
        self.frame.set_title(tr("公开提醒"), (notice.matter.shown, tr("{0} 位收到链接", notice.told)))
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+C copies."""
        if not self._take_copy(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch Alt+C before a field types it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_copy(event):
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _copy(self) -> None:
        """Keep the text and put it into the clipboard; an open variable stops it."""
        text = self.text.toPlainText().strip()
        open_ones = unfilled(text)
        if open_ones:
            self.say(tr("先把 {{{0}}} 换成要说的话，再复制", open_ones[0]), wrong=True)
            return
        if text and self._keep(text):
            self._context.desktop.copy(text)
            self.say(tr("已复制，自己发到微博以后把链接贴到下面"))
            self.link.setFocus()

    @Slot()
    def _save(self) -> None:
        text, link = self.text.toPlainText().strip(), self.link.text().strip()
        if link and unfilled(text):
            self.say(tr("先把 {{{0}}} 换成要说的话", unfilled(text)[0]), wrong=True)
            return
        if not link:
            if self._keep(text):
                self._done(tr("提醒存成了草稿"))
            return
        if self._notice is None and not self._keep(text):
            return
        notice = self._notice
        if notice is not None and self._did(
            lambda: self._context.operator.notices.posted(notice.id, text=text, link=link)
        ):
            self._done(tr("提醒已发布，同类客户的回复框里会提供链接"))

    @Slot()
    def _end(self) -> None:
        if self._notice is None:
            self.close_over()
            return
        words = tr("草稿丢掉了") if self._notice.state is NoticeState.DRAFT else tr("这条提醒不再提供")
        try:
            outcome = self._context.operator.notices.end(self._notice.id)
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self._context.news.tell(outcome.changes)
        self._done(words)

    @Slot()
    def _note_edit(self) -> None:
        length = weibo_length(self.text.toPlainText().strip())
        over = length > COMMENT_LIMIT
        more = tr("，超过 140 字的部分会折叠") if over else ""
        self._length.setText(tr("{0} / {1} 字{2}", length, COMMENT_LIMIT, more))
        self._length.set_role("danger_text" if over else "text2")

    @Slot()
    def _note_link(self) -> None:
        posted = bool(self.link.text().strip())
        state = None if self._notice is None else self._notice.state
        words = (
            {NoticeState.POSTED: tr("保存"), NoticeState.ENDED: tr("重新提供")}.get(state, tr("已发布"))
            if state
            else tr("已发布")
        )
        self.accept_button.set_content(words if posted else tr("存草稿"), keys="Ctrl ↵")

    @Slot()
    def _say_checked(self) -> None:
        self._say_found(self._check.findings)

    @Slot()
    def _restyle(self) -> None:
        self.text.setFont(self._theme.font("editor"))
        self.text.setFixedHeight(self._theme.px(TEXT_HEIGHT))

    def _take_copy(self, event: QKeyEvent) -> bool:
        wanted = event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if wanted and not self.isHidden() and not event.isAutoRepeat():
            self._copy()
        return wanted and not self.isHidden()

    def _look(self, text: str) -> Sequence[Finding]:
        found = self._context.operator.replies.check(text, ticket=None, audience=Audience.PUBLIC)
        return [finding for finding in found if finding.kind not in OF_A_REPLY]

    def _say_found(self, findings: Sequence[Finding]) -> None:
        said = [
            tr("“{0}”改成{1}", one.text, one.suggestions[0])
            if one.suggestions
            else tr("“{0}”{1}", one.text, one.reason)
            for one in findings
        ]
        more = tr("，另有 {0} 处", len(said) - SHOWN) if len(said) > SHOWN else ""
        self._found.setText(tr("；").join(said[:SHOWN]) + more if said else tr("未发现错字和不妥的话"))
        self._found.set_role("danger_text" if said else "success_text")
        self._found.setToolTip("\n".join(said))

    def _show(self, notice: Notice | None, text: str) -> None:
        self._notice = notice
        self._check.forget()
        self.text.setPlainText(text)
        self.link.setText("" if notice is None else notice.link)
        self.end_button.setVisible(notice is not None and notice.state is not NoticeState.ENDED)
        draft = notice is not None and notice.state is NoticeState.DRAFT
        self.end_button.set_content(tr("丢掉草稿") if draft else tr("不再提供"), icon="trash-2" if draft else "ban")
        self._found.setText("")
        self._note_link()
        self.say("")

    def _begin(self) -> None:
        self._say_room()
        self.open_over()
        self._note_edit()
        self._check.check_soon()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _say_room(self) -> None:
        room = self._context.operator.notices.broadcast_room()
        self._room.setText(room_words(room))
        self._room.set_role("text2" if room.again_on is None else "danger_text")
        self._room.setVisible(bool(self._room.text()))

    def _keep(self, text: str) -> bool:
        """Store the text as it stands; True when there is a notice now."""
        notices, notice, cluster = self._context.operator.notices, self._notice, self._cluster
        if notice is not None:
            return notice.text == text or self._did(lambda: notices.rewrite(notice.id, text))
        return cluster is not None and self._did(lambda: notices.begin(cluster, text))

    def _did(self, change: _Change) -> bool:
        try:
            outcome = change()
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return False
        self._notice = outcome.value
        self._context.news.tell(outcome.changes)
        return True

    def _done(self, words: str) -> None:
        self.close_over()
        self._context.news.undoable.emit(words)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        counts = QHBoxLayout()
        counts.setSpacing(12)
        counts.addWidget(self._length)
        counts.addWidget(self._found, 1)
        counts.addWidget(self.copy_button)
        below = QHBoxLayout()
        below.addWidget(self._how, 1)
        below.addWidget(self.end_button)
        body.addWidget(TextLabel(theme, tr("提醒内容"), "secondary", "text2"))
        body.addWidget(self.text)
        body.addLayout(counts)
        body.addSpacing(4)
        body.addWidget(TextLabel(theme, tr("发出以后的微博链接"), "secondary", "text2"))
        body.addWidget(self.link)
        body.addLayout(below)
        body.addWidget(self._room)

    def _connect(self) -> None:
        for field in (self.text, self.link):
            field.installEventFilter(self)
        self.submitted.connect(self._save)
        self.copy_button.clicked.connect(self._copy)
        self.end_button.clicked.connect(self._end)
        self.text.textChanged.connect(self._note_edit)
        self.link.textChanged.connect(self._note_link)
        self._check.changed.connect(self._say_checked)
