"""帮助 (F1): every page of the help at the left, searched by characters or pinyin initials, its text at the right."""

from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.help_pages import HelpPage, found_pages, read_pages
from ui.shell.help_rows import HelpDelegate, key_of, spoken
from ui.shell.help_text import HelpText
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.card_list import CardList
from ui.widgets.composing_field import ComposingField
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.grouped_rows import GroupedRows, GroupTitle
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

TITLE = tr("帮助")
WIDTH, HEIGHT, SIDE = 980, 610, 250
HINT = tr("↑↓ 换一页，Tab 到文字里的链接，翻页键上下翻")
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class HelpDialog(DialogFrame):
    """The field keeps the focus: its arrows turn the pages; a link leads to another page or opens something."""

    action_chosen = Signal(str)
    """What a link opens, told after the help has closed."""

    def __init__(self, context: Context, host: QWidget) -> None:
        theme = context.theme
        super().__init__(theme, host, TITLE, WIDTH, HEIGHT)
        self._context = context
        self.pages = read_pages(context.resources, theme.keys.rows)
        self.field = ComposingField(tr("搜帮助"), tr("搜帮助，汉字和拼音首字母都可以"))
        self.list = CardList(theme, GroupedRows(spoken, key_of), HelpDelegate(theme), tr("帮助的各页"))
        self.nothing = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self.text = HelpText(theme)
        self.keys_button = KeyButton(theme, tr("全部快捷键"), icon="keyboard")
        self._close = KeyButton(theme, tr("关闭"), keys="Esc")
        self._side = QWidget()
        self._lay_out()
        theme.changed.connect(self._restyle)
        theme.keys.changed.connect(self._read)
        self._restyle()
        self.field.installEventFilter(self)
        self.field.wanted.connect(self._find)
        self.list.picked.connect(self._show)
        self.text.page_wanted.connect(self.turn_to)
        self.text.action_wanted.connect(self._act)
        self.keys_button.clicked.connect(self._open_keys)
        self._close.clicked.connect(self.dismiss)
        self._find("")

    @property
    def page(self) -> HelpPage | None:
        """The page that is shown."""
        held = self.list.current
        return held if isinstance(held, HelpPage) else None

    def open_at(self, key: str) -> None:
        """Show a page, all of them listed."""
        if self.isHidden():
            self.open_over()
        self.turn_to(key)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(str)
    def turn_to(self, key: str) -> None:
        """Turn to a page by its key."""
        self.field.clear()
        self.list.choose(key)
        current = self.list.currentIndex()
        self.list.scrollTo(current)

    @Slot(str)
    def _find(self, query: str) -> None:
        initials = self._context.operator.initials.of
        found = found_pages(self.pages, query, initials, guessed=bool(self.field.composing))
        rows: list[object] = []
        groups = [(group, list(held)) for group, held in groupby(found, key=lambda page: page.group)]
        for group, held in groups:
            if not query.strip():
                rows.append(GroupTitle(group, len(held)))
            rows.extend(held)
        self.list.show_rows(rows)
        if found and query.strip():
            self.list.choose(found[0].key)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(tr("没找到“{0}”。试试拼音首字母，或只输一部分", query.strip()))

    @Slot(object)
    def _show(self, held: object) -> None:
        if isinstance(held, HelpPage):
            self.text.show_text(held.title, held.text)
            self.field.setAccessibleDescription(held.title)

    @Slot(str)
    def _act(self, action: str) -> None:
        self.close_over()
        self.action_chosen.emit(action)

    @Slot()
    def _restyle(self) -> None:
        self._side.setFixedWidth(self._theme.px(SIDE))

    @Slot()
    def _read(self) -> None:
        """Keys are others now: read the pages with them."""
        self.pages = read_pages(self._context.resources, self._theme.keys.rows)
        self._find(self.field.text())

    @Slot()
    def _open_keys(self) -> None:
        self._act("help")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's arrows turn pages, its page keys scroll the text."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in STEPS and not self.field.composing:
                self.list.move(STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                bar = self.text.verticalScrollBar()
                bar.setValue(bar.value() + bar.pageStep() * (1 if event.key() == Qt.Key.Key_PageDown else -1))
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        theme = self._theme
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.field)
        side.addWidget(self.nothing)
        side.addWidget(self.list, 1)
        side.addStretch()
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        self.field.setFrame(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._side)
        row.addWidget(self.text, 1)
        self.frame.body.addLayout(row, 1)
        self.frame.fill_foot([TextLabel(theme, HINT, "secondary", "text2")], [self.keys_button, self._close])
