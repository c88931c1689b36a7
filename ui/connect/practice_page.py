"""What the practice round teaches, as the last page of the first wizard (PNG 17)."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.actions import anywhere, in_lists
from ui.support.theme import Theme
from ui.widgets.kbd import KeyCap
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import stroke_box
from weibo_operator.translation import tr

WORDS = tr("三位示例客户，在练习数据里，不会真的发到微博。按一遍，手就记住了。")
MORE = tr("记不住也没关系：任何时候按 ? 看全部快捷键，按 Ctrl K 直接搜命令。")


@dataclass(frozen=True, slots=True)
class Taught:
    """One key, what it does, and a word more."""

    keys: str
    title: str
    words: str


TAUGHT = (
    Taught(in_lists("next"), tr("叫出下一位客户"), tr("正在打字时按 Alt N")),
    Taught(anywhere("templates"), tr("插入模板"), tr("打拼音首字母，比如 wlyc 就是“物流延迟”")),
    Taught(anywhere("next_finding"), tr("看错字"), tr("选 1 改好，再接着看下一处")),
    Taught(anywhere("send"), tr("发送，然后下一位"), tr("Enter 只换行，不会误发")),
    Taught(in_lists("forward"), tr("转交部门"), tr("正在打字时按 Alt F")),
)


class PracticePage(QWidget):
    """Nothing to fill in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(theme, tr("练一练：五个键就能开工"), "wizard_title"))
        column.addWidget(TextLabel(theme, WORDS, "body", "text2", wrap=True))
        for taught in TAUGHT:
            column.addWidget(_Card(theme, taught))
        column.addWidget(TextLabel(theme, MORE, "secondary", "text2", wrap=True))
        column.addStretch()


class _Card(QWidget):
    """One key in its frame."""

    def __init__(self, theme: Theme, taught: Taught) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(KeyCap(theme, taught.keys))
        row.addWidget(TextLabel(theme, taught.title, "body", weight=600))
        row.addWidget(TextLabel(theme, taught.words, "secondary", "text2"), 1)
        self.setAccessibleName(tr("{0}，{1}", taught.title, taught.words))
        theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(46))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        stroke_box(painter, self.rect(), self._theme.size("radius_card"), self._theme.color("divider"))
        painter.end()
