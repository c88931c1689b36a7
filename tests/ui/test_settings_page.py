"""The settings page stores each change at once, says at the field what cannot be, and changes nothing then."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.settings.appearance import AppearanceSection
from ui.settings.controller import SettingsPage
from ui.settings.data import CHECKS, DataSection, verdict_fact
from ui.settings.departments import DepartmentsSection
from ui.settings.dictionary import DictionarySection
from ui.settings.fields import Field, SwitchField
from ui.settings.specs import SECTIONS, NumberSpec, SwitchSpec, TextSpec
from ui.support.context import Context
from weibo_operator.domain import settings
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.own_words import TIMES_TO_SILENCE, OwnWord
from weibo_operator.services.health import Check


class Chosen:
    """Stands where the file dialog would."""

    def __init__(self, folder: Path) -> None:
        self.folder: Path | None = folder

    def __call__(self, _parent: QWidget, offered: Path) -> Path | None:
        return None if self.folder is None else self.folder / offered.name


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(tmp_path / "backups")


@pytest.fixture
def page(context: Context, chosen: Chosen) -> Iterator[SettingsPage]:
    page = SettingsPage(context, choose_path=chosen)
    page.resize(1301, 689)
    page.show()
    yield page
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def field(page: SettingsPage, setting: settings.Setting) -> Field:
    for spec in SECTIONS:
        for place, each in enumerate(spec.fields):
            if each.setting is setting:
                page.open_section(spec.key)
                return page.sections[spec.key].fields[place]
    raise KeyError(setting.key)


S = TypeVar("S", AppearanceSection, DataSection, DepartmentsSection, DictionarySection)
KEYS = {
    AppearanceSection: "appearance",
    DataSection: "data",
    DepartmentsSection: "departments",
    DictionarySection: "dictionary",
}


def opened(page: SettingsPage, kind: type[S]) -> S:
    """A category with a face of its own, opened."""
    page.open_section(KEYS[kind])
    section = page.sections[KEYS[kind]]
    assert isinstance(section, kind)
    return section


def write(qtbot: QtBot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_every_setting_of_the_shop_has_a_field():
    shown = {each.setting.key for spec in SECTIONS for each in spec.fields}
    assert shown == {setting.key for setting in settings.SETTINGS} - {
        settings.VERSION_ASKED.key,  # these three are noted, not set
        settings.VERSION_FOUND.key,
        settings.VERSION_SKIPPED.key,
        settings.PRACTICE.key,
        settings.BACKUPS.key,  # a switch of its own in 数据
        settings.WATCHED_FOLDER.key,  # chosen, not typed: below the fields
        settings.STARTER_EDITION.key,  # what the file has seen; nobody sets it
        settings.WEEKS_WRITTEN.key,  # what the command line wrote; nobody sets it
    }


@pytest.mark.parametrize(
    "spec",
    [each for spec in SECTIONS for each in spec.fields if isinstance(each, NumberSpec)],
    ids=lambda spec: spec.title,
)
def test_a_number_is_stored_or_refused(context: Context, page: SettingsPage, qtbot: QtBot, spec: NumberSpec):
    row = field(page, spec.setting)
    before = context.operator.shop.value(spec.setting)
    for wrong in (str(spec.setting.low - 1), str(spec.setting.high + 1), "--5", "abc", "1.5"):
        write(qtbot, row.line, wrong)
        qtbot.keyClick(row.line, Qt.Key.Key_Return)
        assert f"{spec.setting.low} 到 {spec.setting.high}" in row.refusal, wrong
        assert context.operator.shop.value(spec.setting) == before
    write(qtbot, row.line, str(spec.setting.high))
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert row.refusal == ""
    assert context.operator.shop.value(spec.setting) == spec.setting.high


@pytest.mark.parametrize(
    "spec",
    [each for spec in SECTIONS for each in spec.fields if isinstance(each, SwitchSpec)],
    ids=lambda spec: spec.title,
)
def test_a_switch_is_stored_by_space_and_by_mouse(context: Context, page: SettingsPage, qtbot: QtBot, spec: SwitchSpec):
    row = field(page, spec.setting)
    assert isinstance(row, SwitchField)
    before = context.operator.shop.value(spec.setting)
    assert row.switch.isChecked() is (before == 1)
    qtbot.keyClick(row.switch, Qt.Key.Key_Space)
    assert context.operator.shop.value(spec.setting) == 1 - before
    qtbot.mouseClick(row.switch, Qt.MouseButton.LeftButton)
    assert context.operator.shop.value(spec.setting) == before
    assert {spec.setting.low, spec.setting.high} == {0, 1}


@pytest.mark.parametrize(
    "spec",
    [
        each
        for spec in SECTIONS
        for each in spec.fields
        if isinstance(each, TextSpec) and each.setting is not settings.VERSION_ADDRESS  # an address, not any words
    ],
    ids=lambda spec: spec.title,
)
def test_words_are_stored_at_a_pause(context: Context, page: SettingsPage, qtbot: QtBot, spec: TextSpec):
    row = field(page, spec.setting)
    with qtbot.waitSignal(context.news.changed) as told:
        write(qtbot, row.line, "abc ")
    assert told.args[0].tables == {"setting"}
    assert context.operator.shop.value(spec.setting) == "abc"


def test_escape_brings_the_stored_value_back(context: Context, page: SettingsPage, qtbot: QtBot):
    row = field(page, settings.TARGET_MINUTES)
    write(qtbot, row.line, "0")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    write(qtbot, row.line, "99")
    qtbot.keyClick(row.line, Qt.Key.Key_Escape)
    assert row.line.text() == "120"
    assert row.refusal == ""
    assert context.operator.shop.value(settings.TARGET_MINUTES) == 120


def test_a_preset_is_stored(context: Context, page: SettingsPage):
    row = field(page, settings.TARGET_MINUTES)
    row.presets[0].click()
    assert context.operator.shop.value(settings.TARGET_MINUTES) == 20
    assert row.line.text() == "20"


def test_a_department_is_added_moved_and_removed(context: Context, page: SettingsPage, qtbot: QtBot):
    section, shop = opened(page, DepartmentsSection), context.operator.shop
    page.open_section("departments")
    before = list(shop.departments())
    section.add.click()
    write(qtbot, section.rows[-1].name, "New")
    with qtbot.waitSignal(context.news.undoable):
        qtbot.keyClick(section.rows[-1].name, Qt.Key.Key_Return)
    section.rows[-1].add_person.click()
    person = section.rows[-1].people[-1]
    write(qtbot, person.name, "Li")
    qtbot.keyClick(person.name, Qt.Key.Key_Return)
    assert list(shop.departments().items())[-1] == ("New", "Li")
    section.rows[-1].up.click()
    assert list(shop.departments())[-2] == "New"
    section.rows[-2].remove.click()
    assert list(shop.departments()) == before
    for _ in range(4):
        context.news.tell(context.operator.history.undo().changes)
    assert list(shop.departments()) == before
    assert [row.name.text() for row in section.rows] == before


def test_a_doubled_department_is_refused(context: Context, page: SettingsPage, qtbot: QtBot):
    section, shop = opened(page, DepartmentsSection), context.operator.shop
    page.open_section("departments")
    before = list(shop.departments())
    section.rows[0].name.setText(before[1])
    section.rows[0].name.editingFinished.emit()
    assert "不能重复" in section.refusal.text()
    assert list(shop.departments()) == before
    section.rows[0].name.setText(before[0])
    section.rows[0].name.editingFinished.emit()
    assert section.refusal.isHidden()


def test_appearance_takes_effect_and_is_told(page: SettingsPage, qtbot: QtBot, theme):
    page.open_section("appearance")
    told: list[tuple[str, object]] = []
    page.appearance_changed.connect(lambda key, value: told.append((key, value)))
    opened(page, AppearanceSection).mode._segments["dark"].click()
    opened(page, AppearanceSection).scale._segments["large"].click()
    opened(page, AppearanceSection).contrast.click()
    opened(page, AppearanceSection).motion.click()
    assert told == [("mode", "dark"), ("scale", "large"), ("high_contrast", True), ("reduced_motion", False)]
    assert theme.high_contrast
    assert theme.is_dark
    assert theme.scale_name == "large"
    assert theme.duration("fold") > 0


def test_showing_the_appearance_tells_nothing(page: SettingsPage, qtbot: QtBot, theme):
    with qtbot.assertNotEmitted(page.appearance_changed):
        theme.set_mode("dark")
        page.refresh()
    assert opened(page, AppearanceSection).mode.current == "dark"


def test_words_are_added_and_taken_out(context: Context, page: SettingsPage, qtbot: QtBot):
    page.open_section("dictionary")
    terms = opened(page, DictionarySection).terms
    terms.field.setText(" 橙瓣 ")
    qtbot.keyClick(terms.field, Qt.Key.Key_Return)
    assert context.operator.words.words("term") == ("橙瓣",)
    assert context.operator.words.words("ignore") == ()
    terms.buttons[0].click()
    assert context.operator.words.words("term") == ()
    assert terms.buttons == []


def test_corrections_always_made_are_added_shown_and_taken_out(context: Context, page: SettingsPage, qtbot: QtBot):
    page.open_section("dictionary")
    section, words = opened(page, DictionarySection), context.operator.words
    qtbot.keyClicks(section.always.field, "juzi")
    qtbot.keyClick(section.always.field, Qt.Key.Key_Return)
    assert words.entries("always") == (), "the second word is still asked for"
    qtbot.keyClicks(section.always.right, "juzi")
    with qtbot.waitSignal(context.news.notice) as told:
        qtbot.keyClick(section.always.right, Qt.Key.Key_Return)
    assert "不能一样" in told.args[0]
    section.always.right.setText("chengzi")
    qtbot.keyClick(section.always.right, Qt.Key.Key_Return)
    assert words.entries("always") == (OwnWord("juzi", "chengzi"),)
    assert [button.text() for button in section.always.buttons] == ["juzi → chengzi"]
    assert (section.always.field.text(), section.always.right.text()) == ("", "")
    section.always.buttons[0].click()
    assert words.entries("always") == ()


def test_a_suggestion_ignored_for_good_is_listed_beside_ignored_words(context: Context, page: SettingsPage):
    words = context.operator.words
    words.remember("的得", "ignore")
    for _ in range(TIMES_TO_SILENCE):
        words.note_ignored("那里", "哪里")
    page.open_section("dictionary")
    ignored = opened(page, DictionarySection).ignored
    assert [button.text() for button in ignored.buttons] == ["的得", "那里 → 哪里"]
    ignored.buttons[1].click()
    assert [button.text() for button in ignored.buttons] == ["的得"]
    assert words.entries("ignore") == (OwnWord("的得"),)


def test_a_word_of_the_dictionary_is_no_typo(context: Context):
    replies = context.operator.replies

    def typos() -> list[str]:
        found = replies.check("您好，我们立既为您核实。", ticket=None, audience=Audience.PUBLIC)
        return [each.text for each in found if each.kind.value == "typo"]

    assert typos()
    context.operator.words.remember("立既", "term")
    assert not typos()
    context.operator.words.forget("立既", "term")
    assert typos()


def test_a_backup_is_a_file_that_opens(context: Context, page: SettingsPage, qtbot: QtBot, chosen: Chosen):
    with qtbot.waitSignal(context.news.notice) as told:
        assert page.handle("backup")
    assert "已备份" in told.args[0]
    assert chosen.folder is not None
    (copy,) = chosen.folder.glob("微博客服台备份_*.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM department").fetchone()[0] > 0


def test_a_backup_that_cannot_be_written_says_so(page: SettingsPage, qtbot: QtBot, chosen: Chosen, tmp_path: Path):
    (tmp_path / "file").write_text("")
    chosen.folder = tmp_path / "desk.db" / "under-a-file"
    page.handle("backup")
    qtbot.waitUntil(lambda: bool(opened(page, DataSection).backup_row.refusal))
    assert opened(page, DataSection).backup.isEnabled()


def test_turning_the_dialog_away_does_nothing(page: SettingsPage, chosen: Chosen):
    chosen.folder = None
    page.handle("backup")
    assert opened(page, DataSection).backup.isEnabled()


def test_the_check_lists_its_verdicts(page: SettingsPage, qtbot: QtBot):
    page.open_section("data")
    opened(page, DataSection).check.click()
    qtbot.waitUntil(lambda: not opened(page, DataSection).results.isHidden())
    assert opened(page, DataSection).results.accessibleDescription().count("正常") == 4


def test_a_bad_verdict_says_what_is_wrong():
    fact = verdict_fact(Check("search_index", False, "3"))
    assert fact.late
    assert fact.name == CHECKS["search_index"][1]
    assert fact.remark == ("3",)


def test_practice_data_is_called_so(context: Context, page: SettingsPage):
    page.open_section("data")
    assert opened(page, DataSection).practice.isHidden()
    context.operator.shop.change(settings.PRACTICE, True)
    page.refresh()
    assert "练习数据" in opened(page, DataSection).practice.accessibleName()
    assert not opened(page, DataSection).practice.isHidden()


def test_arrows_go_through_the_categories(page: SettingsPage, qtbot: QtBot):
    first = page.view.nav.buttons["shop"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.view.nav.buttons["accounts"].isChecked()


def test_other_actions_are_not_this_pages(page: SettingsPage):
    assert not page.handle("send")
    assert page.letter_targets() == (page.view.nav,)
