"""Each check of the walk finds the defect it is there for, and nothing where all is well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk import checks
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.paint_text import draw_line


class Panel(QWidget):
    """A ground of the theme with what is to be looked at."""

    def __init__(self, theme: Theme, ground: ColorRole = "surface") -> None:
        super().__init__()
        self._theme = theme
        self._ground: ColorRole = ground
        self.column = QVBoxLayout(self)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._ground))
        painter.end()


class Crooked(QWidget):
    """Paints two lines over each other, the second beyond its right edge."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        painter = QPainter(self)
        font, color = self._theme.font("body"), self._theme.color("text")
        draw_line(painter, self.rect(), "第一行的字", font, color)
        draw_line(painter, self.rect().adjusted(self.width() - 30, 0, 90, 0), "第二行的字", font, color)
        draw_line(painter, self.rect().adjusted(20, 0, 0, 0), "第三行的字", font, color)
        painter.end()


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> Panel:
    made = Panel(theme)
    qtbot.addWidget(made)
    made.resize(400, 200)
    return made


def show(panel: Panel, *widgets: QWidget) -> list[checks.Seen]:
    for widget in widgets:
        panel.column.addWidget(widget)
    panel.show()
    return checks.look_at(panel)


def test_a_sound_panel_has_nothing_wrong(panel: Panel, theme: Theme) -> None:
    field = QLineEdit("橙果")
    field.setAccessibleName("店名")
    screen = show(
        panel, TextLabel(theme, "店名会写进回复的署名，客户看得到", wrap=True), field, KeyButton(theme, "保存")
    )
    found = (
        *checks.cut(screen),
        *checks.overlaps(screen),
        *checks.pale(screen, panel, theme),
        *checks.nameless(screen),
        *checks.english(screen, ()),
        *checks.unreachable(screen),
    )
    assert found == ()


def test_a_button_narrower_than_its_words_is_cut(panel: Panel, theme: Theme) -> None:
    button = KeyButton(theme, "转交并安抚客户")
    button.setFixedWidth(60)
    assert any("is less than" in found for found in checks.cut(show(panel, button)))


def test_painted_words_beyond_the_edge_and_on_each_other_are_found(panel: Panel, theme: Theme) -> None:
    screen = show(panel, Crooked(theme))
    assert any("“第二行的字”" in found and "outside" in found for found in checks.cut(screen))
    assert any("“第一行的字” and “第三行的字” overlap" in found for found in checks.overlaps(screen))


def test_an_elided_line_without_a_tooltip_is_found(panel: Panel, theme: Theme) -> None:
    label = TextLabel(theme, "这一行太长了写不下")
    label.setFixedWidth(60)
    label.setToolTip("别的话")
    assert any("has no tooltip" in found for found in checks.cut(show(panel, label)))
    label.setToolTip("")
    assert list(checks.cut(checks.look_at(panel))) == []


def test_children_of_a_layout_that_lie_on_each_other_are_found(panel: Panel, theme: Theme) -> None:
    row = QHBoxLayout()
    one, other = KeyButton(theme, "甲"), KeyButton(theme, "乙")
    row.addWidget(one)
    row.addWidget(other)
    panel.column.addLayout(row)
    panel.show()
    other.move(one.pos())
    assert any("KeyButton and KeyButton overlap" in found for found in checks.overlaps(checks.look_at(panel)))


def test_words_too_close_to_their_ground_are_found(panel: Panel, theme: Theme) -> None:
    screen = show(
        panel,
        TextLabel(theme, "看不清", role="divider"),
        TextLabel(theme, "根本看不见", weight=600, role="surface"),
    )
    found = list(checks.pale(screen, panel, theme))
    assert any("“看不清”" in each for each in found)
    assert any("“根本看不见”" in each and "1.00" in each for each in found)


def test_a_control_without_a_name_or_out_of_reach_is_found(panel: Panel, theme: Theme) -> None:
    nameless, unreachable = QLineEdit(), IconButton(theme, "copy", "复制")
    unreachable.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    screen = show(panel, nameless, unreachable)
    assert ["QLineEdit" in found for found in checks.nameless(screen)] == [True]
    assert ["复制" in found for found in checks.unreachable(screen)] == [True]


def test_english_is_found_but_for_what_is_allowed(panel: Panel, theme: Theme) -> None:
    screen = show(panel, TextLabel(theme, "导出 Excel，按 Ctrl S Save"))
    assert ["“Save”" in found for found in checks.english(screen, ("Excel", "Ctrl"))] == [True]
