"""The one table of keys that mean something on one page only: pages bind them from it, the help sheet prints it."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.support.actions import ACTIONS, ActionSpec, pressed_keys
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.translation import label, tr

Deed = Callable[[], object]
_OUTCOMES = tuple(VisitOutcome)


class PageKey(Struct, frozen=True):
    """One key of a page. ``id`` is an action of the window's table, which means this here, or a deed of the page's own.

    ``keys`` are the page's own, beside those of the action.
    """

    id: str
    title: str
    keys: tuple[str, ...] = ()

    def keys_in(self, rows: Iterable[ActionSpec]) -> tuple[str, ...]:
        """The keys as the help sheet prints them; an action's are those pressed in a list, where it has such."""
        action = next((row for row in rows if row.id == self.id), None)
        return self.keys if action is None else (action.list_keys or action.keys) + self.keys


class PageTable(Struct, frozen=True):
    """The keys of one page; ``name`` as the operator calls the page."""

    name: str
    rows: tuple[PageKey, ...]

    @property
    def own_keys(self) -> tuple[str, ...]:
        """The keys that only this page knows."""
        return tuple(keys for row in self.rows for keys in row.keys)


def outcome_id(outcome: VisitOutcome) -> str:
    """What a visit's outcome is called here: the window has digits up to 4, what is beyond is the page's own."""
    number = _OUTCOMES.index(outcome) + 1
    return f"level_{number}" if number <= 4 else f"outcome_{number}"


def _outcome_key(number: int, outcome: VisitOutcome) -> PageKey:
    return PageKey(
        outcome_id(outcome), tr("回访结果：{0}", label(outcome.value)), () if number <= 4 else (str(number),)
    )


PAGE_KEYS: Mapping[str, PageTable] = {
    "visits": PageTable(
        tr("回访"),
        (
            *(_outcome_key(number, outcome) for number, outcome in enumerate(_OUTCOMES, start=1)),
            PageKey("level_auto", tr("采纳建议的结果")),
            PageKey("snooze", tr("延期")),
            PageKey("write", tr("写回访消息")),
            PageKey("open_page", tr("打开客户的主页")),
        ),
    ),
    "promises": PageTable(
        tr("承诺"),
        (
            PageKey("level_1", tr("已兑现")),
            PageKey("level_2", tr("不算承诺")),
            PageKey("snooze", tr("改时间")),
            PageKey("write", tr("告诉客户会晚")),
        ),
    ),
    "important": PageTable(
        tr("重要客户"),
        (
            PageKey("snooze", tr("改下次联系的日子")),
            PageKey("write", tr("回复等得最久的工单")),
            PageKey("open_page", tr("打开客户的主页")),
            PageKey("level", tr("只看一种关系的客户"), ("Space",)),
        ),
    ),
    "praise": PageTable(
        tr("收下的好评"),
        (
            PageKey("level_1", tr("还没征得同意")),
            PageKey("level_2", tr("已征得同意")),
            PageKey("level_3", tr("客户不同意")),
            PageKey("write", tr("道谢，问能不能引用")),
            PageKey("copy", tr("复制客户的原话"), ("Ctrl+C",)),
            PageKey("drop", tr("不收了"), ("Delete",)),
            PageKey("open_page", tr("打开客户的主页")),
        ),
    ),
    "helpful": PageTable(
        tr("热心博友"),
        (
            PageKey("level_1", tr("在别处道过谢")),
            PageKey("write", tr("写一句道谢")),
            PageKey("insert_notice", tr("看 TA 的回答")),
            PageKey("open_page", tr("打开 TA 的主页")),
        ),
    ),
    "handoff": PageTable(
        tr("转交"),
        (
            PageKey("acknowledge", tr("录入部门反馈")),
            PageKey("paste", tr("粘贴部门的反馈")),
            PageKey("write", tr("按反馈回复客户")),
            PageKey("nudge", tr("催一下"), ("U",)),
            PageKey("audience", tr("告诉客户进展")),
            PageKey("card", tr("存为知识卡")),
            PageKey("export", tr("打印或导出转交单")),
        ),
    ),
    "outbox": PageTable(
        tr("待发箱"),
        (
            PageKey("level_1", tr("现在发出，或记为已发出")),
            PageKey("level_2", tr("撤回，或重新发送")),
            PageKey("level_3", tr("不发了，回去改")),
            PageKey("send", tr("全部发出")),
            PageKey("select", tr("勾选这一条"), ("Space",)),
        ),
    ),
    "gathered": PageTable(
        tr("闲聊与广告"), (PageKey("write", tr("其实要回")), PageKey("select", tr("勾选这一条"), ("Space",)))
    ),
    "leads": PageTable(
        tr("线索"),
        (
            PageKey("level_1", tr("状态：观察")),
            PageKey("level_2", tr("状态：已互动")),
            PageKey("level_3", tr("状态：有意向")),
            PageKey("level_4", tr("状态：成交")),
            PageKey("level_auto", tr("状态：放弃")),
            PageKey("contact", tr("记一笔")),
        ),
    ),
    "searches": PageTable(
        tr("保存的搜索"),
        (
            PageKey("finish", tr("标为看过")),
            PageKey("open_page", tr("在微博上搜")),
            PageKey("to_hits", tr("到找到的消息"), ("Right",)),
            PageKey("to_searches", tr("回到搜索"), ("Left",)),
        ),
    ),
    "knowledge": PageTable(tr("知识卡"), (PageKey("finish", tr("核对过")),)),
    "templates": PageTable(
        tr("模板"),
        (PageKey("delete", tr("删除"), ("Delete",)), PageKey("order", tr("常用键换次序"), ("Alt+Up", "Alt+Down"))),
    ),
    "weekly": PageTable(tr("周报"), (PageKey("week", tr("上一周、下一周"), ("Left", "Right")),)),
}
"""By page; what means the same as everywhere (J, K, Enter, V, H) is not repeated here."""


def bound(page: str, deeds: Mapping[str, Deed]) -> Mapping[str, Deed]:
    """``deeds`` by id, complete: raises ``KeyError`` naming what a row lacks, or what neither table knows."""
    named = {row.id for row in PAGE_KEYS[page].rows}
    wrong = (named - set(deeds)) | (set(deeds) - named - {row.id for row in ACTIONS})
    if wrong:
        raise KeyError(page, *sorted(wrong))
    return dict(deeds)


def is_own_key(page: str, event: QKeyEvent) -> bool:
    """Whether a key is one that only this page knows: it comes before the window's own meaning of that key."""
    return any(_is(keys, event) for keys in PAGE_KEYS[page].own_keys)


def deed_of(page: str, event: QKeyEvent, deeds: Mapping[str, Deed], rows: Iterable[ActionSpec]) -> Deed | None:
    """What a key pressed on the page means there, None for nothing; a held key means nothing.

    ``rows`` are the actions with the keys that hold now.
    """
    if event.isAutoRepeat():
        return None
    own = {row.id: row.keys for row in PAGE_KEYS[page].rows}
    listed = {row.id: row.list_keys for row in rows}
    for name, deed in deeds.items():
        if any(_is(keys, event) for keys in (*own.get(name, ()), *listed.get(name, ()))):
            return deed
    return None


def _is(keys: str, event: QKeyEvent) -> bool:
    """Whether a press is this key of one stroke; digits count on the number pad too."""
    return QKeySequence(keys) == pressed_keys(event)
