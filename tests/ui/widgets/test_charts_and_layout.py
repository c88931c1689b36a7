"""Charts tell their numbers, round their ticks, and rows of chips break like text."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.avatar import hue_index
from ui.widgets.chip import Chip, ChipSpec, level_chip
from ui.widgets.columns import Column, ColumnsChart, tick_step
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.heat import HeatCell, HeatStrip, contrast
from weibo_operator.domain.labels import Level


@given(st.integers(0, 1_000_000))
def test_ticks_are_round_and_few(highest):
    step = tick_step(highest)
    assert highest <= step * 5
    assert str(step).strip("0") in ("1", "2", "5")


def test_a_day_to_come_is_not_a_day_of_nothing(theme: Theme, qtbot):
    chart = ColumnsChart(theme, "每天", ("新进", "解决"))
    qtbot.addWidget(chart)
    chart.set_columns([Column("周一", 0, 0), Column("周二", None, None)])
    assert chart.accessibleDescription() == "周一：新进 0，解决 0；周二：还没到"


def test_a_week_without_anybody_still_draws(theme: Theme, qtbot):
    chart, strip = ColumnsChart(theme, "每天", ("新进", "解决")), HeatStrip(theme, "几点")
    for widget in (chart, strip):
        qtbot.addWidget(widget)
    chart.set_columns([Column("周一", 0, 0)])
    strip.set_cells([HeatCell("6 点", 0), HeatCell("7 点", 0)])
    assert not chart.grab().isNull()
    assert not strip.grab().isNull()


def test_contrast_of_black_on_white():
    assert round(contrast(QColor(0, 0, 0), QColor(255, 255, 255)), 1) == 21.0


def test_only_the_upper_two_levels_have_a_chip():
    chips = [level_chip(level) for level in Level]
    assert [chip.parts[0] if chip else None for chip in chips] == ["紧急", "较急", None, None]


@given(st.text())
def test_a_name_always_gets_the_same_hue(name):
    assert hue_index(name, 8) == hue_index(name, 8)
    assert 0 <= hue_index(name, 8) < 8


def test_names_spread_over_the_hues():
    assert len({hue_index(f"客户{number}", 8) for number in range(100)}) == 8


def test_chips_break_into_rows(theme: Theme, qtbot):
    area = QWidget()
    qtbot.addWidget(area)
    flow = FlowLayout(area)
    chips = [Chip(theme, ChipSpec((f"标签 {number}",))) for number in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    wide = flow.sizeHint().width()
    assert flow.heightForWidth(wide) == chips[0].sizeHint().height()
    assert flow.heightForWidth(wide // 2) > flow.heightForWidth(wide)
    area.resize(wide // 2, 200)
    area.show()
    assert all(area.rect().contains(chip.geometry()) for chip in chips)
    boxes = [chip.geometry() for chip in chips]
    assert not any(one.intersects(other) for i, one in enumerate(boxes) for other in boxes[i + 1 :])


@given(room=st.integers(1, 900))
def test_a_row_of_fields_is_filled_and_nothing_stands_beyond_it(room: int, qapp: QApplication) -> None:
    area = QWidget()
    flow = FlowLayout(area, gap=16, fills=True, bottom=True)
    fields = [QLineEdit() for _ in range(3)]
    fixed = QLabel("常用")
    fixed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    for part in (*fields, fixed):
        flow.addWidget(part)
    flow.setGeometry(QRect(0, 0, room, 400))
    rows: dict[int, list[QRect]] = {}
    for part in (*fields, fixed):
        rows.setdefault(part.geometry().bottom(), []).append(part.geometry())
    for boxes in rows.values():
        assert max(box.right() for box in boxes) < room
        if any(part.geometry() in boxes for part in fields):
            assert sum(box.width() for box in boxes) + 16 * (len(boxes) - 1) == room
    assert fixed.width() == min(fixed.sizeHint().width(), room)


def test_a_flow_gives_its_items_back(theme: Theme, qtbot):
    area = QWidget()
    qtbot.addWidget(area)
    flow = FlowLayout(area)
    chip = Chip(theme, ChipSpec(("标签",)), area)
    flow.addWidget(chip)
    assert flow.count() == 1
    assert flow.itemAt(3) is None
    assert flow.takeAt(0).widget() is chip
    assert flow.takeAt(0) is None
    assert flow.heightForWidth(100) == 0
