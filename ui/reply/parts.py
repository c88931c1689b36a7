"""The parts of the reply session, handed from the view to its controller."""

from collections.abc import Callable

from msgspec import Struct

from ui.reply.composer import Composer
from ui.reply.conversation import ConversationView
from ui.reply.customer_panel import CustomerPanel
from ui.reply.head import ConversationHead
from ui.reply.stop_line import StopLine
from ui.reply.template_picker import TemplatePicker
from ui.widgets.typo_popup import TypoPopup


class Parts(Struct, frozen=True):
    """The widgets the controller fills."""

    head: ConversationHead
    conversation: ConversationView
    line: StopLine
    composer: Composer
    panel: CustomerPanel
    popup: TypoPopup
    picker: TemplatePicker
    reword: Callable[[], None]
    """Swap the wording of the last template, or open the picker."""
