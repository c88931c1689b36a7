"""What the practice round teaches, as the last page of the first wizard (PNG 17)."""

from msgspec import Struct
from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.actions import anywhere, in_lists
from ui.support.key_map import KeyMap
from ui.support.theme import Theme
from ui.widgets.kbd import KeyCap, keycap_width
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import stroke_box
from weibo_operator.translation import tr

WORDS = tr("三位示例客户，在练习数据里，不会真的发到微博。按一遍，手就记住了。")


class Taught(Struct, frozen=True):
    """One key, what it does, and a word more; ``typing`` has the key while typing as that word."""

    keys: str
    title: str
    words: str = ""
    typing: str = ""


TAUGHT = (
    Taught(in_lists("next"), tr("叫出下一位客户"), typing="next"),
    Taught(anywhere("templates"), tr("插入模板"), tr("打拼音首字母，比如 wlyc 就是“物流延迟”")),
    Taught(anywhere("next_finding"), tr("看错字"), tr("选 1 改好，再接着看下一处")),
    Taught(anywhere("send"), tr("发送，然后下一位"), tr("Enter 只换行，不会误发")),
    Taught(in_lists("forward"), tr("转交部门"), typing="forward"),
)


def more_words(keys: KeyMap) -> str:
    """What helps who forgot the keys."""
    sheet, search = keys.said(in_lists("help")), keys.said(anywhere("palette"))
    return tr("记不住也没关系：任何时候按 {0} 看全部快捷键，按 {1} 直接搜命令。", sheet, search)


def taught_words(taught: Taught, keys: KeyMap) -> str:
    """The word more: empty where the action has no key while typing."""
    if not taught.typing:
        return taught.words
    typing = anywhere(taught.typing)
    return tr("正在打字时按 {0}", keys.said(typing)) if keys.sequence(typing) else ""


class PracticePage(QWidget):
    """Nothing to fill in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.more = TextLabel(theme, more_words(theme.keys), "secondary", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(theme, tr("练一练：五个键就能开工"), "wizard_title"))
        column.addWidget(TextLabel(theme, WORDS, "body", "text2", wrap=True))
        for taught in TAUGHT:
            column.addWidget(_Card(theme, taught))
        column.addWidget(self.more)
        column.addStretch()
        theme.keys.changed.connect(self._say_keys)

    @Slot()
    def _say_keys(self) -> None:
        self.more.setText(more_words(self._theme.keys))


class _Card(QWidget):
    """One key in its frame."""

    def __init__(self, theme: Theme, taught: Taught) -> None:
        super().__init__()
        self._theme = theme
        self._taught = taught
        self._words = TextLabel(theme, "", "secondary", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        self._cap = KeyCap(theme, taught.keys)
        row.addWidget(self._cap)
        row.addWidget(TextLabel(theme, taught.title, "body", weight=600))
        row.addWidget(self._words, 1)
        theme.changed.connect(self._restyle)
        theme.keys.changed.connect(self._say_keys)
        self._restyle()
        self._say_keys()

    @Slot()
    def _say_keys(self) -> None:
        taught, words = self._taught, taught_words(self._taught, self._theme.keys)
        self._words.setText(words)
        self._align()
        self.setAccessibleName(tr("{0}，{1}", taught.title, words) if words else taught.title)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(46))
        self._align()
        self.update()

    def _align(self) -> None:
        """The caps stand in a column as wide as the widest, so that all titles begin at one edge."""
        self._cap.setFixedWidth(max(keycap_width(self._theme, taught.keys) for taught in TAUGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        stroke_box(painter, self.rect(), self._theme.size("radius_card"), self._theme.color("divider"))
        painter.end()
