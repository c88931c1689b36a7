"""The two libraries behind 模板 on the rail: templates, and knowledge cards."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ui.support.theme import Theme
from ui.widgets.seg import Seg, SegItem
from weibo_operator.translation import tr


@dataclass(frozen=True, slots=True)
class Library:
    """What a library is called: its page, what it holds and how that is counted, its shelves, its sign.

    ``files`` are what it can be written to, as file dialogs name them.
    """

    key: str
    noun: str
    counter: str
    shelves: str
    icon: str
    files: str


TABLE = tr("表格 (*.csv)")
TO_READ = tr("网页 (*.html);;Markdown (*.md);;自动回复的关键词和菜单 (*.txt)")
TEMPLATES = Library("templates", tr("模板"), tr("条"), tr("分类"), "message-square-quote", TABLE)
KNOWLEDGE = Library("knowledge", tr("知识卡"), tr("张"), tr("类型"), "book-open", f"{TABLE};;{TO_READ}")
LISTS: Mapping[str, Library] = MappingProxyType({each.key: each for each in (TEMPLATES, KNOWLEDGE)})


def list_seg(theme: Theme, current: Library) -> Seg:
    """The choice between the libraries; each page's head holds one of its own."""
    seg = Seg(theme, [SegItem(each.key, each.noun) for each in LISTS.values()], tr("模板或知识卡"))
    seg.set_current(current.key)
    return seg
