"""One specimen of every widget, for tests that hold for all of them."""

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.bars import Bar, BarsChart
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.chip import Chip, ChipSpec
from ui.widgets.columns import Column, ColumnsChart
from ui.widgets.dotted import DottedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_table import Fact, FactTable
from ui.widgets.heat import HeatCell, HeatStrip
from ui.widgets.kbd import KeyCap
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.spin import NumberField, TimeField
from ui.widgets.toggle import Toggle


def _banner(theme: Theme) -> Banner:
    banner = Banner(theme)
    banner.show_message("没有网络", "可以继续看、继续写。", action="重试", keys="F5")
    return banner


def _empty(theme: Theme) -> EmptyState:
    empty = EmptyState(theme, 8)
    empty.show_message("inbox", "都回复完了", "新消息进来会自动出现在这里", action="看看潜在客户")
    return empty


def _bars(theme: Theme) -> BarsChart:
    chart = BarsChart(theme, "问题类型")
    chart.set_bars([Bar("投诉", 54, "54 张"), Bar("超过 2 小时", 3, "3 位", late=True), Bar("建议", 0, "0 张")])
    return chart


def _columns(theme: Theme) -> ColumnsChart:
    chart = ColumnsChart(theme, "每天新进与解决", ("新进", "解决"))
    chart.set_columns(
        [Column("周一 16", 31, 26), Column("今天 17", 0, 4, emphasised=True), Column("周三 18", None, None)]
    )
    return chart


def _facts(theme: Theme) -> FactTable:
    table = FactTable(theme, "转交部门")
    table.set_facts([Fact("物流部", "9 张", ("平均 5.2 小时", "2 张超期"), late=True), Fact("返场", rank="1")])
    return table


def _heat(theme: Theme) -> HeatStrip:
    strip = HeatStrip(theme, "客户什么时候来")
    strip.set_cells([HeatCell(f"{hour} 点", hour % 7) for hour in range(6, 24)])
    return strip


SPECIMENS: Mapping[str, Callable[[Theme], QWidget]] = {
    "avatar": lambda theme: Avatar(theme, "北城小满"),
    "banner": _banner,
    "bars": _bars,
    "button": lambda theme: KeyButton(theme, "发送并下一位", icon="send", keys="Ctrl ↵", variant="primary"),
    "chip": lambda theme: Chip(theme, ChipSpec(("投诉", "物流部"), icon="tag")),
    "columns": _columns,
    "dotted": lambda theme: DottedLabel(theme, ["评论", "12.6万 粉丝"], icon="message-circle"),
    "empty_state": _empty,
    "fact_table": _facts,
    "heat": _heat,
    "icon_button": lambda theme: IconButton(theme, "x", "关闭", keys="Esc"),
    "keycap": lambda theme: KeyCap(theme, "Ctrl ↵"),
    "label": lambda theme: TextLabel(theme, "下单时写着 48 小时内送到", wrap=True),
    "number_field": lambda theme: NumberField(theme, 1, 99, "天数", unit="天"),
    "seg": lambda theme: Seg(theme, [SegItem("a", "公开回复", "globe"), SegItem("b", "私信")], "谁能看到"),
    "time_field": lambda theme: TimeField(theme, "几点"),
    "toggle": lambda theme: Toggle(theme, "先安抚客户"),
}


@pytest.fixture(params=sorted(SPECIMENS))
def specimen(request: pytest.FixtureRequest, theme: Theme, qtbot) -> QWidget:
    """Each widget in turn, shown."""
    widget = SPECIMENS[request.param](theme)
    qtbot.addWidget(widget)
    widget.show()
    return widget
