"""The practice round: one line that says which key to press, watches what is done and goes on by itself."""

from datetime import timedelta
from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot

from ui.shell.desk import DeskCommands
from ui.shell.inbox_page import InboxPage
from ui.support.actions import anywhere, in_lists
from ui.support.context import Context
from ui.support.key_map import KeyMap
from ui.widgets.banner import Banner
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

LEAVE_KEY = anywhere("real_data")
TYPO, RIGHT = "因该", "应该"
PREPARED = f"您好，让您久等了，这个问题我们{TYPO}已经处理好了，请您再看一下。"
TEMPLATE_LEAST = 5
"""So many signs at once come from a template; fewer were typed to look for one."""


class Deed(Enum):
    """What a lesson waits for."""

    NEXT = auto()
    TEMPLATE = auto()
    SENT = auto()
    MENDED = auto()
    FORWARDED = auto()


class Lesson(Struct, frozen=True):
    """One press that is learnt, and what is said until it is done."""

    deed: Deed
    words: str


def lessons(keys: KeyMap) -> tuple[Lesson, ...]:
    """The round in its order, with the keys that hold now; digits, the last Ctrl+Enter too, go to what is open then."""
    send, mend = keys.said(anywhere("send")), keys.said(anywhere("next_finding"))
    hand_off = keys.said(anywhere("forward"))
    return (
        Lesson(Deed.NEXT, tr("按 {0}，叫出下一位客户。", keys.said(in_lists("next")))),
        Lesson(Deed.TEMPLATE, tr("按 {0} 打开模板，↑↓ 选一条，Enter 插入。", keys.said(anywhere("templates")))),
        Lesson(Deed.SENT, tr("看一眼，按 {0} 发送，再按 1 说已经发出。还有 {{变量}} 没填就先填上。", send)),
        Lesson(Deed.MENDED, tr("第二位，回复已经替你写好，里面有个错字：按 {0}，再按 1 改成“{1}”。", mend, RIGHT)),
        Lesson(Deed.SENT, tr("改好了。再按 {0} 发送，然后按 1。", send)),
        Lesson(Deed.FORWARDED, tr("第三位，按 {0} 转交给部门，Ctrl+Enter 交出去。", hand_off)),
    )


class Coach(QObject):
    """Only ever at work on practice data; the lessons come in their order, other presses do what they always do."""

    real_wanted = Signal()
    """打开正式数据."""

    def __init__(self, context: Context, page: InboxPage, commands: DeskCommands) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._commands = commands
        self._at: int | None = None
        self._began_at = context.operator.desk.now()
        self._looked_for_template = False
        self.banner = Banner(context.theme)
        self.banner.acted.connect(self.real_wanted)
        commands.shown.connect(self._on_shown)
        page.session.served.connect(self._on_served)
        page.session.composer.editor.textChanged.connect(self._on_text)
        context.news.changed.connect(self._on_changed)
        context.theme.keys.changed.connect(self._say_lesson)

    @property
    def lesson(self) -> Lesson | None:
        """What is to be done now; None before the round and after it."""
        return None if self._at is None else lessons(self._context.theme.keys)[self._at]

    @Slot()
    def begin(self) -> None:
        """Start at the board with the first lesson."""
        self._began_at = self._context.operator.desk.now()
        self._commands.to_board()
        self._turn(0)

    @Slot()
    def note_templates(self) -> None:
        """The template picker was asked for."""
        self._looked_for_template = True

    @Slot()
    def _on_shown(self) -> None:
        self._did(Deed.NEXT)
        self._prepare()

    @Slot()
    def _on_text(self) -> None:
        text = self._page.session.composer.editor.text
        if self._looked_for_template and len(text) >= TEMPLATE_LEAST:
            self._did(Deed.TEMPLATE)
        if RIGHT in text and TYPO not in text:
            self._did(Deed.MENDED)

    @Slot(object, str)
    def _on_served(self, _ticket: object, _then: str) -> None:
        self._did(Deed.SENT)
        self._prepare()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if "handoff" in changes.tables:
            self._did(Deed.FORWARDED)

    def _did(self, deed: Deed) -> None:
        lesson = self.lesson
        if self._at is not None and lesson is not None and lesson.deed is deed:
            self._turn(self._at + 1)

    def _prepare(self) -> None:
        """Have the reply with its wrong word stand in the composer of whoever is open."""
        lesson = self.lesson
        session = self._page.session
        waits = lesson is not None and lesson.deed is Deed.MENDED and self._page.in_session
        if waits and TYPO not in session.composer.editor.text:
            session.insert_words(PREPARED)

    def _turn(self, at: int) -> None:
        self._looked_for_template = False
        keys = self._context.theme.keys
        self._at = at if at < len(lessons(keys)) else None
        if self._at is None:
            now = self._context.operator.desk.now()
            self.banner.show_message(
                tr("练完了。"),
                tr(
                    "三位客户，用了 {0}。记不住时按 {1} 看全部快捷键，{2} 搜命令。",
                    _length(now - self._began_at),
                    keys.said(in_lists("help")),
                    keys.said(anywhere("palette")),
                ),
                tone="success",
                icon="circle-check",
                action=tr("打开正式数据"),
                keys=LEAVE_KEY,
                variant="primary",
            )
            return
        self._say_lesson()

    @Slot()
    def _say_lesson(self) -> None:
        """The lesson that is on, with the keys as they are now."""
        if self._at is None:
            return
        every = lessons(self._context.theme.keys)
        self.banner.show_message(
            tr("练一练 {0} / {1}", self._at + 1, len(every)),
            every[self._at].words,
            tone="info",
            icon="keyboard",
            action=tr("不练了"),
            keys=LEAVE_KEY,
        )


def _length(took: timedelta) -> str:
    """2 分 10 秒: a round is short, seconds count."""
    minutes, seconds = divmod(round(took.total_seconds()), 60)
    return tr("{0} 分 {1} 秒", minutes, seconds) if minutes else tr("{0} 秒", seconds)
