"""Templates and cards in the composer: picker, insertion with variables, another wording, favourites, counting uses."""

from collections.abc import Mapping
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QRect, Signal, Slot

from ui.reply.editor import ReplyEditor
from ui.reply.template_picker import TemplatePicker
from ui.support.context import Context
from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.suggestion import Asked, Usable, key_of
from weibo_operator.domain.template import (
    Filled,
    Template,
    Wording,
    blanks_filled,
    fill,
    filled,
    is_mostly_in,
    unfilled,
)
from weibo_operator.translation import label, tr


class Inserted(Struct, frozen=True):
    """What the last insertion put where: enough to swap it for another wording or for the other tone."""

    template: Template
    wording: Wording
    text: str


class Put(Struct, frozen=True):
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
        self._put_in(filled(words, self._values()))
        return True

    def other_wording(self) -> bool:
        """Swap the last insertion for another wording; False where there is nothing to swap."""
        last = self._last_put()
        if self._owner is None or last is None or len(last.template.wordings) < 2:
            return False
        values = {**self._values(), **self._written(last)}
        templates, audience = self._context.operator.templates, self._owner[1]
        wording = templates.another_wording(last.template, last.wording.id, values, audience)
        if wording is None:
            self.noticed.emit(tr("{0}：其他说法和刚发过的一样，改几个字再发", last.template.title))
            return True
        self._swap(last, last.template, wording, values)
        number = last.template.wordings.index(wording) + 1
        self.noticed.emit(tr("{0}：说法 {1} / {2}", last.template.title, number, len(last.template.wordings)))
        return True

    def other_tone(self) -> None:
        """Swap the last insertion for what says the same in the other tone."""
        if self._owner is None or self._editor.composing:
            return
        last = self._last_put()
        if last is None:
            self.noticed.emit(tr("先插入一条模板，再换语气"))
            return
        twin = self._context.operator.templates.in_other_tone(last.template)
        if twin is None:
            self.noticed.emit(tr("“{0}”只有一种语气，另一种可以在模板页写", last.template.title))
            return
        values = {**self._values(), **self._written(last)}
        wording = self._context.operator.templates.next_wording(twin, values, self._owner[1])
        self._swap(last, twin, wording, values)
        self.noticed.emit(tr("{0}：换成{1}的说法", twin.title, label(twin.tone)))

    def count_uses(self, sent: str) -> None:
        """Count the wordings that went out, so that others are offered next time (mission D8).

        A wording still counts after its blanks were filled and its slips mended; one that was deleted does not, be it
        from the reply or, since then, from the templates.
        """
        for inserted in self._used:
            if is_mostly_in(inserted.text, sent):
                with suppress(NotFoundError):
                    self._context.operator.replies.note_wording(inserted.wording.id)
        for put in self._put:
            if is_mostly_in(put.text, sent):
                self._context.operator.suggestions.note(put.asked, put.key)
        self._used.clear()
        self._put.clear()

    @Slot(object, bool)
    def _take(self, usable: Usable, at_once: bool) -> None:
        if isinstance(usable, Template):
            self._insert(usable)
        else:
            words = self._words_of(usable)
            self._remember(usable, fill(words, self._values()))
            self.insert_words(words)
            self._editor.setFocus()
        if at_once:
            self.send_wanted.emit()

    @Slot()
    def _back_to_editor(self) -> None:
        self._editor.setFocus()

    def _insert(self, template: Template) -> None:
        if self._owner is None:
            return
        values = self._values()
        wording = self._context.operator.templates.next_wording(template, values, self._owner[1])
        put = filled(wording.text, values)
        self._used.append(Inserted(template, wording, put.text))
        self._remember(template, put.text)
        self._put_in(put)
        self._editor.setFocus()

    def _put_in(self, put: Filled) -> None:
        start = self._editor.insert_words(put.text)
        self._place_caret(start, put)
        self.inserted.emit()

    def _place_caret(self, start: int, put: Filled) -> None:
        """Where the cursor mark stood, else on the first blank."""
        if put.caret is not None:
            self._editor.place_caret(start + put.caret)
        elif unfilled(put.text):
            self._editor.select_variable(start)

    def _last_put(self) -> Inserted | None:
        """The last insertion that still stands in the editor; else the template that the whole text was made of."""
        if self._owner is None or self._editor.composing:
            return None
        text = self._editor.text
        known = next((each for each in reversed(self._used) if each.text in text), None)
        if known is not None:
            return known
        found = self._context.operator.templates.wording_of(text, self._values())
        return None if found is None else Inserted(*found, text)

    def _written(self, last: Inserted) -> Mapping[str, str]:
        """What the operator has written for the blanks of the wording that is swapped."""
        blanks = blanks_filled(last.wording.text, self._values(), last.text) or {}
        return {name: words for name, words in blanks.items() if not unfilled(words)}

    def _swap(self, last: Inserted, template: Template, wording: Wording, values: Mapping[str, str]) -> None:
        put = filled(wording.text, values)
        at = self._editor.text.find(last.text)
        self._editor.replace(at, at + len(last.text), put.text)
        self._editor.place_caret(at + len(put.text))
        self._place_caret(at, put)
        self._used = [each for each in self._used if each is not last]
        self._used.append(Inserted(template, wording, put.text))
        swapped = key_of(template)
        self._put = [
            replace(each, key=swapped, text=put.text) if each.text == last.text else each for each in self._put
        ]

    def _remember(self, usable: Usable, text: str) -> None:
        if self._owner is not None:
            asked = self._context.operator.suggestions.asked(self._owner[0])
            self._put.append(Put(key_of(usable), text, asked))

    def _words_of(self, card: KnowledgeCard) -> str:
        suggestions = self._context.operator.suggestions
        asked = None if self._owner is None else suggestions.asked(self._owner[0])
        return suggestions.words_of(card, asked)

    def _values(self) -> dict[str, str]:
        """What the program knows for the variables on this ticket."""
        return {} if self._owner is None else dict(self._context.operator.replies.variables(self._owner[0]))
