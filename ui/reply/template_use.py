"""Templates and cards in the composer: picker, insertion with variables, another wording, favourites, counting uses."""

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from PySide6.QtCore import QObject, QRect, Signal, Slot

from ui.reply.editor import ReplyEditor
from ui.reply.template_picker import TemplatePicker
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.suggestion import Asked, Usable, key_of
from weibo_operator.domain.template import Template, fill, unfilled


@dataclass(frozen=True, slots=True)
class Inserted:
    """What the last insertion put where: enough to swap it for another wording of the same template."""

    template: Template
    number: int
    text: str

    @property
    def wording(self) -> int:
        """The wording's id."""
        return self.template.wordings[self.number].id


@dataclass(frozen=True, slots=True)
class Put:
    """A template or card that was put in, and what the customer had asked then."""

    key: tuple[str, int]
    text: str
    asked: Asked


class TemplateUse(QObject):
    """Puts wordings into the editor of the ticket it is told of."""

    send_wanted = Signal()
    noticed = Signal(str)
    inserted = Signal()

    def __init__(self, context: Context, editor: ReplyEditor, picker: TemplatePicker) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._picker = picker
        self._owner: tuple[TicketId, Audience] | None = None
        self._used: list[Inserted] = []
        self._put: list[Put] = []
        picker.picked.connect(self._take)
        picker.closed.connect(self._back_to_editor)

    def watch(self, owner: tuple[TicketId, Audience] | None) -> None:
        """Work for another ticket or audience from now on."""
        if owner != self._owner:
            self._owner = owner
            self._used.clear()
            self._put.clear()
            self._picker.dismiss()

    def open(self, area: QRect) -> None:
        """Open the picker over ``area``, unless letters are being composed."""
        if self._owner is None or self._editor.composing:
            return
        values = self._context.operator.replies.variables(self._owner[0])
        asked = self._context.operator.suggestions.asked(self._owner[0])
        self._picker.open_over(area, values, self._owner[1], asked)

    def insert_favourite(self, number: int) -> bool:
        """Insert the template on Alt+``number``; False where none lies there."""
        template = self._context.operator.templates.favourite(number)
        if template is None or self._owner is None or self._editor.composing:
            return False
        self._insert(template)
        return True

    def insert(self, template: Template) -> None:
        """Insert a template that was chosen elsewhere (the palette), unless letters are being composed."""
        if self._owner is not None and not self._editor.composing:
            self._insert(template)

    def insert_words(self, words: str) -> bool:
        """Insert words that are no template's, their known variables filled; False while letters are composed."""
        if self._owner is None or self._editor.composing:
            return False
        text = self._filled(words)
        start = self._editor.insert_words(text)
        if unfilled(text):
            self._editor.select_variable(start)
        self.inserted.emit()
        return True

    def other_wording(self) -> bool:
        """Swap the last insertion for the next wording; False where there is nothing to swap."""
        if self._owner is None or not self._used or self._editor.composing:
            return False
        last = self._used[-1]
        at = self._editor.text.find(last.text)
        if at < 0 or len(last.template.wordings) < 2:
            return False
        number = (last.number + 1) % len(last.template.wordings)
        text = self._filled(last.template.wordings[number].text)
        self._editor.replace(at, at + len(last.text), text)
        self._editor.place_caret(at + len(text))
        self._used[-1] = Inserted(last.template, number, text)
        self._put = [replace(put, text=text) if put.text == last.text else put for put in self._put]
        self._editor.select_variable(at)
        count = len(last.template.wordings)
        self.noticed.emit(f"{last.template.title}：说法 {number + 1} / {count}")
        return True

    def count_uses(self, sent: str) -> None:
        """Count the wordings that went out, so that others are offered next time (mission D8).

        A wording still counts after its blanks were filled and its slips mended; one that was deleted does not.
        """
        for inserted in self._used:
            if _is_in(inserted.text, sent):
                self._context.operator.replies.note_wording(inserted.wording)
        for put in self._put:
            if _is_in(put.text, sent):
                self._context.operator.suggestions.note(put.asked, put.key)
        self._used.clear()
        self._put.clear()

    @Slot(object, bool)
    def _take(self, usable: Usable, at_once: bool) -> None:
        if isinstance(usable, Template):
            self._insert(usable)
        else:
            text = self._filled(usable.text)
            self._remember(usable, text)
            self.insert_words(text)
            self._editor.setFocus()
        if at_once:
            self.send_wanted.emit()

    @Slot()
    def _back_to_editor(self) -> None:
        self._editor.setFocus()

    def _insert(self, template: Template) -> None:
        wording = template.next_wording
        text = self._filled(wording.text)
        start = self._editor.insert_words(text)
        self._used.append(Inserted(template, template.wordings.index(wording), text))
        self._remember(template, text)
        if unfilled(text):
            self._editor.select_variable(start)
        self._editor.setFocus()
        self.inserted.emit()

    def _remember(self, usable: Usable, text: str) -> None:
        if self._owner is not None:
            asked = self._context.operator.suggestions.asked(self._owner[0])
            self._put.append(Put(key_of(usable), text, asked))

    def _filled(self, wording: str) -> str:
        """Fill what is known; an empty signature leaves no blank to fill."""
        if self._owner is None:
            return wording
        values = self._context.operator.replies.variables(self._owner[0])
        text = fill(wording, values)
        return text if values.get("署名") else text.replace("{署名}", "")


def _is_in(wording: str, sent: str) -> bool:
    """Tell whether at least half of a wording is left in what was sent, in its order."""
    blocks = SequenceMatcher(None, wording, sent, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) >= len(wording)
