"""The settings page at work: it reads what is stored when it is seen and whenever something changed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings.about import AboutSection
from ui.settings.accounts import AccountsSection
from ui.settings.appearance import AppearanceSection
from ui.settings.checks import ChecksSection
from ui.settings.data import ChoosePath, DataSection, ask_path
from ui.settings.departments import DepartmentsSection
from ui.settings.dictionary import DictionarySection
from ui.settings.fields import FieldsSection
from ui.settings.intake import IntakeSection
from ui.settings.keys import KeysSection
from ui.settings.people import PeopleSection
from ui.settings.row import Section
from ui.settings.rules import RulesSection
from ui.settings.specs import SECTIONS, SectionSpec
from ui.settings.view import SettingsView
from ui.support.context import Context
from weibo_operator.domain.operations import Changes

TABLES = frozenset(
    {"setting", "insider", "department", "user_word", "account", "account_feature", "account_pause", "call_day"}
)


class SettingsPage(QWidget):
    """Public: ``refresh``, ``handle``, ``letter_targets``, ``open_section``; ``appearance_changed`` is to be kept."""

    appearance_changed = Signal(str, object)
    """mode (system, light, dark), high_contrast (bool), scale (small, standard, large, huge), reduced_motion (bool),
    language (system, zh, en), each with its value."""

    connect_wanted = Signal()
    connect_again_wanted = Signal(object)
    """The account to sign in again."""
    setup_wanted = Signal()
    restore_wanted = Signal()
    check_wanted = Signal()
    """Ask whether there is a later version."""

    def __init__(self, context: Context, *, choose_path: ChoosePath = ask_path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choose_path = choose_path
        self.sections: dict[str, Section] = {}
        self.view = SettingsView(context.theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.nav.chosen.connect(self._show)
        context.news.changed.connect(self._note_changes)
        self.open_section(SECTIONS[0].key)

    def refresh(self) -> None:
        """Show what is stored, in every category seen so far."""
        for section in self.sections.values():
            section.refresh()

    def open_section(self, key: str) -> None:
        """Turn to one category (KeyError for an unknown one)."""
        self.view.nav.choose(key)

    def handle(self, action_id: str) -> bool:
        """Do an action of the window's table; False when it isn't this page's."""
        if action_id not in ("backup", "export_all"):
            return False
        self.open_section("data")
        data = self.sections["data"]
        if isinstance(data, DataSection):
            (data.back_up if action_id == "backup" else data.export.begin)()
        return True

    def open_licences(self) -> None:
        """开源许可: every component with its licence."""
        self.open_section("about")
        about = self.sections["about"]
        if isinstance(about, AboutSection):
            about.open_licences()

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where bare letters act."""
        return (self.view.nav,)

    @Slot(str)
    def _show(self, key: str) -> None:
        """A category is made when it is first opened: what nobody looks at costs no change of theme."""
        if key not in self.sections:
            self.sections[key] = self._make(key)
            self.view.add_section(key, self.sections[key])
        self.view.show_section(key)
        self.sections[key].refresh()

    def _make(self, key: str) -> Section:
        match key:
            case "accounts":
                accounts = AccountsSection(self._context, _spec(key))
                accounts.connect_wanted.connect(self.connect_wanted)
                accounts.again_wanted.connect(self.connect_again_wanted)
                return accounts
            case "departments":
                return DepartmentsSection(self._context)
            case "people":
                return PeopleSection(self._context)
            case "checks":
                return ChecksSection(self._context, _spec(key))
            case "dictionary":
                return DictionarySection(self._context)
            case "rotation":
                return RulesSection(self._context, _spec(key))
            case "intake":
                return IntakeSection(self._context, _spec(key))
            case "data":
                data = DataSection(self._context, self._choose_path)
                data.restore_wanted.connect(self.restore_wanted)
                return data
            case "about":
                about = AboutSection(self._context, _spec(key))
                about.setup_wanted.connect(self.setup_wanted)
                about.check_wanted.connect(self.check_wanted)
                return about
            case "appearance":
                section = AppearanceSection(self._context)
                section.changed.connect(self.appearance_changed)
                return section
            case "keys":
                return KeysSection(self._context)
            case _:
                return FieldsSection(self._context, _spec(key))

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if changes.tables & TABLES and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        self.refresh()


def _spec(key: str) -> SectionSpec:
    return next(spec for spec in SECTIONS if spec.key == key)
