"""The two libraries behind 模板 on the rail: templates, and knowledge cards."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from ui.support.theme import Theme
from ui.widgets.seg import Seg, SegItem
from weibo_operator.translation import label, tr


class Said(Struct, frozen=True):
    """What is said of a library's records, each a whole sentence: its noun bends with the language."""

    new: str
    search: str
    read_in: str
    """Reading a file in; ``from_table`` says so on the button."""
    from_table: str
    write_out: str
    none_open: str
    choose_one: str
    new_one: str
    """What is lost when a new record can't be kept."""
    changed: Callable[[str], str]
    """A record, by its title, was changed."""
    deleted: Callable[[str], str]
    written: Callable[[int, str], str]
    """So many were written to a file of that name."""
    on_shelf: Callable[[str, int], str]
    """A shelf and how many stand there."""


class Library(Struct, frozen=True):
    """What a library is called: its page, its shelves, its sign, and what is said of what it holds.

    ``files`` are what it can be written to, as file dialogs name them; ``file`` begins the name of such a file, whoever
    reads it; ``shown`` is a shelf's name in the operator's language, where the program named it.
    """

    key: str
    name: str
    file: str
    shelves: str
    icon: str
    files: str
    said: Said
    shown: Callable[[str], str] = str


TABLE = tr("表格 (*.csv)")
TO_READ = tr("网页 (*.html);;Markdown (*.md);;自动回复的关键词和菜单 (*.txt)")
_OF_TEMPLATES = Said(
    new=tr("新建模板"),
    search=tr("搜索模板"),
    read_in=tr("导入模板"),
    from_table=tr("从表格导入模板"),
    write_out=tr("导出模板"),
    none_open=tr("没有打开的模板"),
    choose_one=tr("在左边选一条，或者新建一条"),
    new_one=tr("新的模板"),
    changed=lambda title: tr("已修改模板“{0}”", title),
    deleted=lambda title: tr("已删除模板“{0}”", title),
    written=lambda count, name: tr("已导出 {0} 条模板：{1}", count, name),
    on_shelf=lambda shelf, count: tr("{0}，{1} 条", shelf, count),
)
_OF_CARDS = Said(
    new=tr("新建知识卡"),
    search=tr("搜索知识卡"),
    read_in=tr("导入知识卡"),
    from_table=tr("从表格导入知识卡"),
    write_out=tr("导出知识卡"),
    none_open=tr("没有打开的知识卡"),
    choose_one=tr("在左边选一张，或者新建一张"),
    new_one=tr("新的知识卡"),
    changed=lambda title: tr("已修改知识卡“{0}”", title),
    deleted=lambda title: tr("已删除知识卡“{0}”", title),
    written=lambda count, name: tr("已导出 {0} 张知识卡：{1}", count, name),
    on_shelf=lambda shelf, count: tr("{0}，{1} 张", shelf, count),
)
TEMPLATES = Library("templates", tr("模板"), "模板", tr("分类"), "message-square-quote", TABLE, _OF_TEMPLATES)
KNOWLEDGE = Library(
    "knowledge", tr("知识卡"), "知识卡", tr("类型"), "book-open", f"{TABLE};;{TO_READ}", _OF_CARDS, label
)
LISTS: Mapping[str, Library] = MappingProxyType({each.key: each for each in (TEMPLATES, KNOWLEDGE)})


def list_seg(theme: Theme, current: Library) -> Seg:
    """The choice between the libraries; each page's head holds one of its own."""
    seg = Seg(theme, [SegItem(each.key, each.name) for each in LISTS.values()], tr("模板或知识卡"))
    seg.set_current(current.key)
    return seg
