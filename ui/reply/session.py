"""The reply session: conversation, one line of warning, composer, customer panel; what the shell calls."""

import itertools

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.reply.composer import Composer
from ui.reply.controller import ReplyController
from ui.reply.conversation import ConversationView
from ui.reply.customer_panel import CustomerPanel
from ui.reply.head import ConversationHead
from ui.reply.parts import Parts
from ui.reply.stop_line import StopLine
from ui.reply.template_picker import TemplatePicker
from ui.support.context import Context
from ui.widgets.typo_popup import TypoPopup
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.template import Template

PANEL_WIDE, PANEL_NARROW = 272, 240
KEYS_FROM = 980  # width from which the head's buttons show their keys and the panel is wide
PANEL_FROM = 940  # below it the panel is folded into a button
COLUMN_LEAST = 640
SIDE, BOTTOM, GAP = 16, 14, 6
LEAST_CONVERSATION = 24  # a line, where the window is low and the letters are huge
LEAST_SEEN = 60  # of the conversation above the template picker


class ReplySession(QWidget):
    """Shows one ticket to answer. It binds no keys of the window: the shell's actions call it.

    ``served`` carries the ticket and what comes next (next, stay, finish) once a reply is confirmed; after 信息已收到
    it says stay. ``left_writing`` asks the shell to put the focus back into its list.
    """

    served = Signal(object, str)
    gone = Signal()
    """The open ticket is no more."""
    forward_requested = Signal()
    snooze_requested = Signal()
    finish_requested = Signal()
    no_reply_requested = Signal()
    level_chosen = Signal(object)
    """The level for the ticket shown, None gives it back to the program."""
    ticket_requested = Signal(object)
    left_writing = Signal()
    after_send_chosen = Signal(object)
    card_requested = Signal()
    crisis_requested = Signal()
    crowd_requested = Signal()
    contact_requested = Signal()
    behalf_requested = Signal()
    look_wanted = Signal(object)
    """The account whose own comments are to be read, for a reply of unknown outcome."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._panel_wanted: bool | None = None
        theme = context.theme
        self._column = QWidget(self)
        self.head = ConversationHead(theme)
        self.conversation = ConversationView(theme)
        self.conversation.setMinimumHeight(theme.px(LEAST_CONVERSATION))
        self.line = StopLine(theme)
        self.composer = Composer(theme)
        self.panel = CustomerPanel(theme, self)
        self.popup = TypoPopup(theme, self)
        self.picker = TemplatePicker(context, self)
        self._lay_out()
        parts = Parts(
            self.head,
            self.conversation,
            self.line,
            self.composer,
            self.panel,
            self.popup,
            self.picker,
            self.other_wording,
        )
        self._controller = ReplyController(context, parts)
        self._wire(context)
        self._set_shown(shown=False)

    @property
    def current_ticket(self) -> TicketId | None:
        """The ticket shown."""
        return self._controller.ticket

    @property
    def after_send(self) -> AfterSend:
        """The 发送后 choice; the shell remembers it, and hears of another by ``after_send_chosen``."""
        return self.composer.foot.after.value

    @after_send.setter
    def after_send(self, after: AfterSend) -> None:
        self.composer.foot.after.set_value(after)

    @property
    def is_writing(self) -> bool:
        """Whether the focus is in a text of the session (or in one of its popups)."""
        return self.composer.editor.hasFocus() or self.panel.note.is_editing or self.has_popup

    @property
    def is_confirming(self) -> bool:
        """Whether the question 已发出 / 没发 is open."""
        return self.composer.is_confirming

    @property
    def foot_height(self) -> int:
        """The height that composer and the line above it take at the bottom, and the popup while it asks."""
        px = self._theme.px
        line = 0 if self.line.isHidden() else self.line.sizeHint().height() + px(GAP)
        asked = self.height() - self.popup.top if self.popup.isVisible() else 0
        return max(px(BOTTOM) + self.composer.height() + line, asked)

    @property
    def has_popup(self) -> bool:
        """Whether Esc would close something of the session first."""
        folded_panel = self._is_floating() and self.panel.isVisible()
        return self.popup.isVisible() or self.picker.isVisible() or folded_panel

    def show_ticket(self, ticket: TicketId) -> None:
        """Show a ticket, the text of another one being saved first."""
        self._controller.show_ticket(ticket)

    def clear(self) -> None:
        """Show no ticket."""
        self._controller.clear()

    def flush(self) -> None:
        """Store what is being written now."""
        self.panel.note.finish_edit()
        self._controller.keeper.flush()

    def send(self, then: str) -> None:
        """Copy and open, then ask; ``then`` is next, stay or finish. A second press changes nothing."""
        if self.picker.isVisible():
            return
        if self.composer.question is not None:
            self._controller.sending.press_again()
            self.composer.question.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._controller.send(then)

    def answer_part(self) -> None:
        """Send the text as the answer to one question of several; the others go on waiting."""
        if not self.picker.isVisible() and not self.composer.is_confirming:
            self._controller.answer_part()

    def apologise(self) -> None:
        """公开致歉 + 私信说明: write both, send neither."""
        if self.current_ticket is not None and not self.composer.is_confirming and not self.composer.editor.composing:
            self._controller.choose_audience(Audience.PUBLIC)
            self._controller.apology.begin(self.current_ticket)
            self.focus_editor()

    def acknowledge(self) -> None:
        """Offer 信息已收到, once per turn."""
        self._controller.acknowledge()

    def shows_what_is_new(self) -> bool:
        """True when the customer wrote since the ticket was shown: it is shown now, to be read before deciding."""
        return self._controller.shows_what_is_new()

    def choose_account(self) -> None:
        """Answer through the account that is advised, or choose one of ours."""
        if self.current_ticket is not None and not self.composer.is_confirming:
            self._controller.program.change_account()

    def show_returned(self, words: str) -> None:
        """Say above the composer why a reply came back."""
        self._controller.show_returned(words)

    def toggle_audience(self) -> None:
        """Change between public and private; each keeps its own text."""
        self._controller.toggle_audience()

    def tick(self) -> None:
        """A while has passed: times, level and promises are told anew; what is written and where one is stays."""
        self._controller.tick()

    @Slot()
    def open_templates(self) -> None:
        """Open the template picker over the composer."""
        if self.composer.is_confirming:
            return
        self.popup.dismiss()
        px, column = self._theme.px, self._column.width()
        top = self.head.height() + px(LEAST_SEEN)
        area = QRect(px(SIDE), top, column - 2 * px(SIDE), self.height() - px(BOTTOM) - top)
        self._controller.templates.open(area)

    def other_wording(self) -> None:
        """Swap the last template's wording; where there is none, choose another template."""
        if not self.composer.is_confirming and not self._controller.templates.other_wording():
            self.open_templates()

    def other_tone(self) -> None:
        """Swap the last template for what says the same in the other tone."""
        if not self.composer.is_confirming:
            self._controller.templates.other_tone()

    def next_finding(self) -> None:
        """Go to the next finding."""
        if not self.composer.is_confirming:
            self._controller.proofing.step(1)

    def previous_finding(self) -> None:
        """Go to the previous finding."""
        if not self.composer.is_confirming:
            self._controller.proofing.step(-1)

    def put_right(self) -> None:
        """Put every sure typo right at once."""
        if self.current_ticket is not None and not self.composer.is_confirming:
            self._controller.put_right()

    def insert_favourite(self, number: int) -> bool:
        """Insert the template on Alt+``number``; False where there is none."""
        return not self.composer.is_confirming and self._controller.templates.insert_favourite(number)

    def insert_template(self, template: Template) -> None:
        """Insert a template chosen outside the session."""
        if not self.composer.is_confirming:
            self._controller.templates.insert(template)
            self.focus_editor()

    def insert_earlier(self) -> None:
        """Insert our last answer to this person."""
        if self.current_ticket is not None and not self.composer.is_confirming:
            self._controller.before.insert_last()

    def open_earlier(self) -> None:
        """Open this person's latest other ticket."""
        if self.current_ticket is not None:
            self._controller.before.open_last()

    @Slot()
    def insert_notice(self) -> None:
        """Insert the link of the public notice or answer about this customer's matter, where one is offered."""
        if not self.composer.is_confirming:
            self._controller.offer.insert()

    def copy_files(self) -> None:
        """Copy the files that go with the templates in the reply."""
        if self.current_ticket is not None:
            self._controller.files.copy()

    def insert_words(self, words: str, audience: Audience | None = None) -> bool:
        """Put words with variables at the cursor; False while they can't be (a reply waits for its confirmation).

        With an ``audience`` they go into the reply for these readers; what was written for the others stays there.
        """
        if self.composer.is_confirming or self.composer.editor.composing:
            return False
        if audience is not None:
            self._controller.choose_audience(audience)
        if not self._controller.templates.insert_words(words):
            return False
        self.focus_editor()
        return True

    def focus_editor(self) -> None:
        """Go on writing, or answering the question."""
        target = self.composer.question or self.composer.editor
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_popup(self) -> bool:
        """Close what Esc closes first: True if there was something."""
        if self.popup.isVisible():
            self.popup.dismiss()
        elif self.picker.isVisible():
            self.picker.dismiss()
        elif self._is_floating() and self.panel.isVisible():
            self._panel_wanted = False
            self._place()
        else:
            return False
        return True

    def stop_writing(self) -> bool:
        """Leave the editor for the list: True if the operator was writing."""
        if not self.is_writing:
            return False
        self.flush()
        self.left_writing.emit()
        return True

    @Slot()
    def open_page(self) -> None:
        """Open the customer's post."""
        self._controller.open_page()

    @Slot()
    def toggle_customer(self) -> None:
        """Show or fold the customer panel."""
        self._panel_wanted = not self.panel.isVisible()
        self._place()

    def letter_targets(self) -> tuple[QWidget, ...]:
        """The widgets where bare letters are keys."""
        return (self.conversation,)

    @Slot(object, str)
    def _serve(self, ticket: TicketId, then: str) -> None:
        self.served.emit(ticket, then)

    @Slot()
    def _send_next(self) -> None:
        self.send("next")

    @Slot()
    def _fit_composer(self) -> None:
        self.composer.set_low(low=self.line.line is not None)
        self._give_room()

    @Slot()
    def _show(self) -> None:
        self._set_shown(shown=True)

    @Slot()
    def _unshow(self) -> None:
        self._set_shown(shown=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the editor's place with the popup closed: it would point at another word."""
        if watched is self.composer and event.type() == QEvent.Type.Move:
            self.popup.dismiss()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place column and panel for the room there is."""
        super().resizeEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Store what was written before the session is out of sight."""
        self.flush()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.end()

    def _is_floating(self) -> bool:
        return self.width() < self._theme.px(PANEL_FROM)

    def _place(self) -> None:
        """Give the panel its column, or let it float over the conversation where room is short."""
        floating = self._is_floating()
        wanted = (not floating) if self._panel_wanted is None else self._panel_wanted
        wide = self.width() >= self._theme.px(KEYS_FROM)
        width = self._theme.px(PANEL_WIDE if wide else PANEL_NARROW)
        docked = wanted and not floating
        column = self.width() - (width if docked else 0)
        self._column.setGeometry(0, 0, column, self.height())
        self._give_room()
        self.panel.setGeometry(self.width() - width, 0, width, self.height())
        shown = self._controller_has_ticket() and wanted
        self.panel.setVisible(shown)
        self.panel.raise_()
        self.head.set_room(keys=wide or not docked, panel=docked)
        self.composer.foot.set_narrow(on=column < self._theme.px(COLUMN_LEAST + 30))
        if self.picker.isVisible():
            self.picker.dismiss()
        self.popup.dismiss()

    def _give_room(self) -> None:
        """In a low window the composer leaves a line of the conversation in sight."""
        px = self._theme.px
        line = 0 if self.line.isHidden() else self.line.height() + px(GAP)
        used = self.head.height() + px(LEAST_CONVERSATION) + px(GAP) + px(BOTTOM) + line
        self.composer.set_room(max(0, self.height() - used))

    def _controller_has_ticket(self) -> bool:
        return self._controller.ticket is not None

    def _set_shown(self, *, shown: bool) -> None:
        self._column.setVisible(shown)
        self._place()

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        below = QVBoxLayout()
        below.setContentsMargins(px(SIDE), px(GAP), px(SIDE), px(BOTTOM))
        below.setSpacing(px(GAP))
        below.addWidget(self.line)
        below.addWidget(self.composer)
        column.addWidget(self.head)
        column.addWidget(self.conversation, 1)
        column.addLayout(below)
        order = (
            self.conversation,
            self.composer.strip.seg,
            self.composer.editor,
            *self.composer.points.boxes.values(),
            self.composer.strip.account,
            self.composer.strip.template_button,
            self.composer.foot.after,
            self.composer.foot.send_button,
            self.head.crowd,
            self.head.level,
            self.head.forward,
            self.head.snooze,
            self.head.finish,
            self.head.customer,
            self.panel,
        )
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _wire(self, context: Context) -> None:
        self._controller.served.connect(self._serve)
        self._controller.gone.connect(self.gone)
        self._controller.shown.connect(self._show)
        self._controller.cleared.connect(self._unshow)
        self._controller.no_reply_asked.connect(self.no_reply_requested)
        self._controller.templates.send_wanted.connect(self._send_next)
        self._controller.templates.noticed.connect(context.news.notice)
        self.composer.foot.send_asked.connect(self._send_next)
        self.composer.foot.after.chosen.connect(self.after_send_chosen)
        self.composer.strip.templates_asked.connect(self.open_templates)
        self.composer.editor.templates_asked.connect(self.open_templates)
        self.line.changed.connect(self._fit_composer)
        self.head.forward_asked.connect(self.forward_requested)
        self.head.snooze_asked.connect(self.snooze_requested)
        self.head.finish_asked.connect(self.finish_requested)
        self.head.level.level_chosen.connect(self.level_chosen)
        self.head.customer_asked.connect(self.toggle_customer)
        self._controller.before.ticket_asked.connect(self.ticket_requested)
        self.panel.answered.insert_asked.connect(self.insert_notice)
        self.panel.behalf.change_asked.connect(self.behalf_requested)
        self.conversation.behalf_asked.connect(self.behalf_requested)
        self._controller.program.look_wanted.connect(self.look_wanted)
        self.panel.card.card_asked.connect(self.card_requested)
        self.panel.crisis.checklist_asked.connect(self.crisis_requested)
        self.panel.crowd.crowd_asked.connect(self.crowd_requested)
        self.head.crowd_asked.connect(self.crowd_requested)
        self.panel.card.contact_asked.connect(self.contact_requested)
        self.composer.installEventFilter(self)
