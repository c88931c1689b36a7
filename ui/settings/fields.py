"""The plain settings: fields of words and of numbers that are stored after a pause, or not at all."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.dictionary import WordList
from ui.settings.esc_line import EscLine
from ui.settings.holidays import holiday_words
from ui.settings.lessons import LessonsRow
from ui.settings.row import Section, SettingRow
from ui.settings.specs import FieldSpec, NumberSpec, SectionSpec, SwitchSpec, TextSpec, refusal
from ui.support.context import Context
from ui.support.texts import sentence
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.toggle import Toggle
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.settings import OPEN_ON_REST_DAYS
from weibo_operator.translation import tr

PAUSE = 500
FEW_PRESETS = 2
"""So many stand beside the field; more of them get a line of their own below it."""
NUMBER = re.compile(r"-?[0-9]{1,12}")


class SettingLine(EscLine):
    """A field that asks to be stored at a pause, on Enter and when left; Esc brings the stored value back."""

    commit_asked = Signal()

    def __init__(self, theme: Theme, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self.setAccessibleName(name)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.commit_asked)
        self.textEdited.connect(self._pause.start)
        self.editingFinished.connect(self._commit)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_pending(self) -> bool:
        """True while what was typed has not been stored or refused yet."""
        return self._pause.isActive()

    def show_stored(self, text: str) -> None:
        """Show a stored value, unless the operator is writing here: a space at the end waits for its next word."""
        if not self.is_pending and text != self.text().strip():
            self.setText(text)

    @Slot()
    def _commit(self) -> None:
        self._pause.stop()
        self.commit_asked.emit()

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(self._width))

    def give_up(self) -> None:
        """Ask for the stored value; what was typed is no longer to be stored."""
        self._pause.stop()
        super().give_up()


class FieldsSection(Section):
    """All fields of one category, and further cards below them where it has some."""

    def __init__(
        self,
        context: Context,
        spec: SectionSpec,
        more: Sequence[tuple[str, WordList | LessonsRow]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context.theme, parent)
        self.fields: list[Field] = []
        self._units: list[list[TextLabel]] = []
        for group in spec.groups:
            if group.title:
                self.heading(group.title)
            card = self.card()
            added = [field_for(context, each) for each in group.fields]
            self.fields += added
            for field in added:
                card.add(field)
            self._units.append([field.unit for field in added if isinstance(field, NumberField)])
            if any(each.setting is OPEN_ON_REST_DAYS for each in group.fields):
                known = holiday_words(context.operator.follow_ups.work_days)
                self.column.addWidget(TextLabel(context.theme, known, "meta", "text2", wrap=True))
        self.more = [each for _, each in more]
        for name, each in more:
            self.heading(name)
            self.card().add(each)
        self.column.addWidget(TextLabel(context.theme, tr("改动立即生效，不需要保存。"), "meta", "text2"))
        self.column.addStretch()
        context.theme.changed.connect(self._align_units)
        self._align_units()

    @Slot()
    def _align_units(self) -> None:
        """One column of units a card, as wide as its widest: the fields before it end at one edge."""
        for units in self._units:
            width = max((unit.sizeHint().width() for unit in units), default=0)
            for unit in units:
                unit.setFixedWidth(max(width, self.theme.px(32)))

    def refresh(self) -> None:
        """Show what is stored."""
        for part in (*self.fields, *self.more):
            part.refresh()


class TextField(SettingRow):
    """A setting of words."""

    def __init__(self, context: Context, spec: TextSpec) -> None:
        self.line = SettingLine(context.theme, spec.title, 280)
        super().__init__(context.theme, spec.title, spec.hint, self.line)
        self._context = context
        self._spec = spec
        self.line.commit_asked.connect(self._store)
        self.line.given_up.connect(self._bring_back)

    def refresh(self) -> None:
        """Show what is stored; refused words stay as they were typed."""
        if not self.refusal:
            self.line.show_stored(self._context.operator.shop.value(self._spec.setting))

    @Slot()
    def _store(self) -> None:
        text = self.line.text().strip()
        shop = self._context.operator.shop
        if text == shop.value(self._spec.setting):
            self.refuse("")
            return
        try:
            changes = shop.change(self._spec.setting, text)
        except OperatorError as error:
            self.refuse(sentence(error))
            return
        self.refuse("")
        self._context.news.tell(changes)

    @Slot()
    def _bring_back(self) -> None:
        self.refuse("")
        self.line.setText(self._context.operator.shop.value(self._spec.setting))


class NumberField(SettingRow):
    """A setting that is a whole number, with its unit and presets; what can't be stays unstored and says so."""

    def __init__(self, context: Context, spec: NumberSpec) -> None:
        theme = context.theme
        self.line = SettingLine(theme, tr("{0}（{1}）", spec.title, spec.unit), 110)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.presets = [KeyButton(theme, label, height="control_30") for label, _ in spec.presets]
        self.unit = TextLabel(theme, spec.unit, "secondary", "text2")
        few = len(self.presets) <= FEW_PRESETS
        super().__init__(
            theme, spec.title, _hint_words(spec, theme), *(self.presets if few else ()), self.line, self.unit
        )
        if not few:
            self.add_below(_in_a_flow(self.presets))
        self._context = context
        self._spec = spec
        self.line.commit_asked.connect(self._store)
        self.line.given_up.connect(self._bring_back)
        for button in self.presets:
            button.clicked.connect(self._take_preset)

    def refresh(self) -> None:
        """Show what is stored; a refused number stays as it was typed."""
        self.set_hint(_hint_words(self._spec, self._context.theme))
        if not self.refusal:
            self.line.show_stored(str(self._context.operator.shop.value(self._spec.setting)))

    @Slot()
    def _take_preset(self) -> None:
        sender = self.sender()
        value = next(
            value for button, (_, value) in zip(self.presets, self._spec.presets, strict=True) if button is sender
        )
        self.line.setText(str(value))
        self._store()

    @Slot()
    def _store(self) -> None:
        typed = self.line.text().strip()
        shop = self._context.operator.shop
        if NUMBER.fullmatch(typed) is None:
            self.refuse(refusal(self._spec))
            return
        value = int(typed)
        if value == shop.value(self._spec.setting):
            self.refuse("")
            return
        try:
            changes = shop.change(self._spec.setting, value)
        except InvalidInputError:
            self.refuse(refusal(self._spec))
            return
        except OperatorError as error:
            self.refuse(sentence(error))
            return
        self.refuse("")
        self._context.news.tell(changes)

    @Slot()
    def _bring_back(self) -> None:
        self.refuse("")
        self.line.setText(str(self._context.operator.shop.value(self._spec.setting)))


class SwitchField(SettingRow):
    """A setting that is on or off."""

    def __init__(self, context: Context, spec: SwitchSpec) -> None:
        self.switch = Toggle(context.theme, "", spec.title)
        super().__init__(context.theme, spec.title, spec.hint, self.switch)
        self._context = context
        self._spec = spec
        self.switch.clicked.connect(self._store)

    def refresh(self) -> None:
        """Show what is stored."""
        self.switch.setChecked(self._context.operator.shop.value(self._spec.setting) == 1)

    @Slot(bool)
    def _store(self, on: bool) -> None:
        try:
            changes = self._context.operator.shop.change(self._spec.setting, int(on))
        except OperatorError as error:
            self.refresh()
            self.refuse(sentence(error))
            return
        self.refuse("")
        self._context.news.tell(changes)


Field = TextField | NumberField | SwitchField


def field_for(context: Context, spec: FieldSpec) -> Field:
    """The field that shows and changes a setting."""
    if isinstance(spec, NumberSpec):
        return NumberField(context, spec)
    return SwitchField(context, spec) if isinstance(spec, SwitchSpec) else TextField(context, spec)


def _hint_words(spec: NumberSpec, theme: Theme) -> str:
    """The hint with the key that holds now, where it names one."""
    return spec.hint.format(theme.keys.said(spec.keys)) if spec.keys else spec.hint


def _in_a_flow(buttons: Sequence[KeyButton]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for button in buttons:
        flow.addWidget(button)
    return holder
