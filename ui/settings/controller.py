"""The settings page at work: it reads what is stored when it is seen and whenever something changed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings.about import AboutSection
from ui.settings.appearance import AppearanceSection
from ui.settings.data import ChoosePath, DataSection, ask_path
from ui.settings.departments import DepartmentsSection
from ui.settings.dictionary import DictionarySection
from ui.settings.fields import FieldsSection
from ui.settings.row import Section
from ui.settings.specs import SECTIONS
from ui.settings.view import SettingsView
from ui.support.context import Context
from weibo_operator.domain.operations import Changes

TABLES = frozenset({"setting", "department", "user_word"})


class SettingsPage(QWidget):
    """Public: ``refresh``, ``handle``, ``letter_targets``, ``open_section``; ``appearance_changed`` is to be kept."""

    appearance_changed = Signal(str, object)
    """mode (system, light, dark), scale (small, standard, large, huge) or reduced_motion (bool) with its value."""

    def __init__(self, context: Context, *, choose_path: ChoosePath = ask_path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.appearance = AppearanceSection(context)
        self.departments = DepartmentsSection(context)
        self.dictionary = DictionarySection(context)
        self.data = DataSection(context, choose_path)
        own: dict[str, Section] = {
            "departments": self.departments,
            "appearance": self.appearance,
            "dictionary": self.dictionary,
            "data": self.data,
            "about": AboutSection(context),
        }
        self.sections: dict[str, Section] = {
            spec.key: own[spec.key] if spec.key in own else FieldsSection(context, spec) for spec in SECTIONS
        }
        self.view = SettingsView(context.theme, self.sections, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.nav.chosen.connect(self.view.show_section)
        self.appearance.changed.connect(self.appearance_changed)
        context.news.changed.connect(self._note_changes)
        self.open_section(SECTIONS[0].key)

    def refresh(self) -> None:
        """Show what is stored, in every category."""
        for section in self.sections.values():
            section.refresh()

    def open_section(self, key: str) -> None:
        """Turn to one category (KeyError for an unknown one)."""
        self.view.nav.choose(key)

    def handle(self, action_id: str) -> bool:
        """Do an action of the window's table; False when it isn't this page's."""
        if action_id != "backup":
            return False
        self.open_section("data")
        self.data.back_up()
        return True

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where bare letters act."""
        return (self.view.nav,)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if changes.tables & TABLES and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        self.refresh()
