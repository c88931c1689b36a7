"""What stands below or beside something else begins and ends with it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.connect.practice_page import TAUGHT, PracticePage
from ui.intake.paste_edit import PasteEdit
from ui.settings.controller import SettingsPage
from ui.settings.fields import FieldsSection, NumberField
from ui.settings.row import SettingCard, SettingRow
from ui.shell.cheatsheet import BESIDE_BAR, CheatSheet
from ui.support.context import Context
from ui.support.theme import Theme
from ui.weekly.card import Card
from ui.widgets import spin
from ui.widgets.button import PAD
from ui.widgets.label import TextLabel

ShowActive = Callable[[QWidget], None]


def test_a_hidden_row_leaves_no_hairline(theme: Theme, qtbot: QtBot, show_active: ShowActive) -> None:
    card = SettingCard(theme)
    qtbot.addWidget(card)
    results = QWidget()
    for row in (SettingRow(theme, "检查", ""), results):
        card.add(row)
    results.hide()
    show_active(card)
    (line,) = card.findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert not line.isVisible()
    results.show()
    assert line.isVisible()


def test_the_titles_beside_the_keys_of_the_practice_round_begin_at_one_edge(
    theme: Theme, qtbot: QtBot, show_active: ShowActive
) -> None:
    page = PracticePage(theme)
    qtbot.addWidget(page)
    page.resize(540, 480)
    show_active(page)
    titles = [label for label in page.findChildren(TextLabel) if label.text() in {taught.title for taught in TAUGHT}]
    assert len(titles) == len(TAUGHT)
    assert len({label.mapTo(page, QPoint(0, 0)).x() for label in titles}) == 1


def test_the_numbers_of_one_card_of_settings_end_at_one_edge(
    context: Context, theme: Theme, qtbot: QtBot, show_active: ShowActive
) -> None:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1280, 641)
    page.open_section("followup")
    show_active(page)
    section = page.sections["followup"]
    assert isinstance(section, FieldsSection)
    for scale in ("standard", "huge"):
        theme.set_scale(scale)
        ends: dict[QWidget, set[int]] = {}
        for field in section.fields:
            if isinstance(field, NumberField):
                edge = field.line.mapTo(page, QPoint(field.line.width(), 0)).x()
                ends.setdefault(field.parentWidget(), set()).add(edge)
        assert {len(edges) for edges in ends.values()} == {1}


def test_a_number_is_as_high_as_a_line_beside_it(theme: Theme, qtbot: QtBot, show_active: ShowActive) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line, number = QLineEdit(), spin.NumberField(theme, 0, 90, "几天联系一次", unit="天")
    row = QHBoxLayout(holder)
    row.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    holder.resize(400, 120)
    show_active(holder)
    assert number.height() == line.height()


def test_for_all_rows_stands_on_the_line_of_the_choice(context: Context, qtbot: QtBot, show_active: ShowActive) -> None:
    edit = PasteEdit(context)
    qtbot.addWidget(edit)
    edit.resize(780, 180)
    show_active(edit)
    middles = [each.mapTo(edit, QPoint(0, 0)).y() + each.height() / 2 for each in (edit.place, edit.everywhere)]
    assert middles[0] == middles[1]


def test_the_way_to_the_tickets_ends_where_the_cards_content_does(
    theme: Theme, qtbot: QtBot, show_active: ShowActive
) -> None:
    card = Card(theme, "问得最多", opens=True)
    qtbot.addWidget(card)
    content = QFrame()
    card.body.addWidget(content)
    card.resize(600, 200)
    show_active(card)
    assert card.button.geometry().right() - theme.px(PAD) == content.geometry().right()
    assert card.rect().contains(card.button.geometry())


def test_the_last_keys_of_the_sheet_keep_clear_of_the_scroll_bar(context: Context, host: QWidget) -> None:
    sheet = CheatSheet(context, host)
    sheet.open_over()
    last = sheet.columns[-1]
    area = next(each for each in reversed(sheet.findChildren(QScrollArea)) if each.isAncestorOf(last))
    assert area.viewport().width() - last.mapTo(area.viewport(), QPoint(last.width(), 0)).x() >= BESIDE_BAR
