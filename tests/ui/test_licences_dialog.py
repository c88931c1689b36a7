"""开源许可: every component can be chosen by keys, and its whole text is shown."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conftest import PROJECT
from tests.ui.window_fixture import OpenWindow
from ui.settings.about import SHOWN, AboutSection
from ui.settings.licence_words import ListWord
from ui.settings.licences_dialog import LicencesDialog, read_components
from ui.settings.specs import SECTIONS
from ui.support.context import Context

RESOURCES = PROJECT / "resources"


def test_the_list_holds_what_the_section_shows() -> None:
    names = [component.name for component in read_components(RESOURCES)]
    assert [name for name in SHOWN if name not in names] == []
    assert len(names) == len(set(names))


def test_every_component_has_a_text(context: Context, qtbot: QtBot) -> None:
    section = AboutSection(context, SECTIONS[-1])
    qtbot.addWidget(section)
    dialog = LicencesDialog(context.theme, section, RESOURCES)
    for place, component in enumerate(read_components(RESOURCES)):
        dialog.choice.setCurrentIndex(place)
        assert len(dialog.text.toPlainText()) > 400, component.name  # the shortest is a colour profile's, of six lines
        assert component.licence in dialog.facts.text()


def test_it_opens_from_the_section_and_goes_by_keys(context: Context, qtbot: QtBot) -> None:
    section = AboutSection(context, SECTIONS[-1])
    qtbot.addWidget(section)
    section.resize(900, 700)
    section.show()
    section.licences_button.click()
    (dialog,) = section.findChildren(LicencesDialog)
    assert dialog.isVisible()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    qtbot.keyClick(dialog.choice, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.choice, Qt.Key.Key_Down)
    assert "AnyIO" in dialog.choice.currentText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_the_palette_leads_to_it_from_any_page(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    window.show_page("weekly")
    window.run("licences")
    (dialog,) = window.findChildren(LicencesDialog)
    assert dialog.isVisible()


def test_every_chinese_word_of_the_list_can_be_translated() -> None:
    known = set(ListWord)
    for component in read_components(RESOURCES):
        for words in (component.name, component.licence, component.use):
            assert words.isascii() or words in known, words
