"""The desk check beside the writing of a reply: for its ticket and readers, ready once the word model is read."""

from collections.abc import Sequence

from ui.reply.editor import ReplyEditor
from ui.reply.learning import Learning
from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.widgets.finding_walk import FindingWalk
from ui.widgets.typo_popup import TypoPopup
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience


class Proofing(FindingWalk):
    """What was waved through for a ticket stays so while the program runs; what is taught elsewhere counts at once."""

    def __init__(self, context: Context, editor: ReplyEditor, popup: TypoPopup) -> None:
        super().__init__(editor, popup, self._look_at, Teaching(context, editor), editor)
        self._context = context
        self._owner: tuple[TicketId, Audience] | None = None
        self._waved_of: dict[TicketId, set[tuple[FindingKind, str]]] = {}
        self.learning = Learning(context, self)
        editor.edited.connect(self.check_soon)
        self.learning.ready.connect(self.check_now)
        self.learning.learnt.connect(self.check_now)
        self.learning.begin()

    @property
    def is_ready(self) -> bool:
        """Whether the word model has been read."""
        return self.learning.is_ready

    def watch(self, owner: tuple[TicketId, Audience] | None) -> None:
        """Check for another ticket or audience from now on."""
        self._owner = owner
        self._waved = set() if owner is None else self._waved_of.setdefault(owner[0], set())
        self._popup.dismiss()
        self._findings = ()
        self.check_now()

    def _look_at(self, text: str) -> Sequence[Finding]:
        if self._owner is None:
            return ()
        return self._context.operator.replies.check(text, ticket=self._owner[0], audience=self._owner[1])
