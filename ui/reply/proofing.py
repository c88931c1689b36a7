"""The desk check beside the writing: marks after each pause, the popup of F7, what was waved through."""

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot

from ui.reply.editor import ReplyEditor, Tint
from ui.reply.marks import Mark
from ui.reply.offsets import to_units
from ui.reply.stops import is_typo
from ui.reply.typo_popup import TypoPopup
from ui.support.context import Context
from ui.support.tasks import Handlers, Task
from ui.support.tokens import ColorRole
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience

PAUSE = 150
"""Milliseconds of quiet before the text is checked."""
WARM_UP_TEXT = "您好，我们马上帮您核实。"


class Proofing(QObject):
    """Checks committed text only; the first check of a run loads the word lists in the background."""

    changed = Signal()

    def __init__(self, context: Context, editor: ReplyEditor, popup: TypoPopup) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._popup = popup
        self._owner: tuple[TicketId, Audience] | None = None
        self._findings: tuple[Finding, ...] = ()
        self._waved: set[tuple[FindingKind, str]] = set()
        self._at = 0
        self._is_warm = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.check_now)
        editor.edited.connect(self._pause.start)
        popup.replaced.connect(self._replace)
        popup.ignored.connect(self._wave_through)
        popup.learned.connect(self._learn)
        popup.stepped.connect(self.step)
        popup.closed.connect(self._leave)
        self._warm_up()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the text as it was at the last check."""
        return self._findings

    @property
    def is_ready(self) -> bool:
        """Whether the word lists have been read."""
        return self._is_warm

    def watch(self, owner: tuple[TicketId, Audience] | None) -> None:
        """Check for another ticket or audience from now on."""
        if owner is None or self._owner is None or owner[0] != self._owner[0]:
            self._waved.clear()
        self._owner = owner
        self._popup.dismiss()
        self.check_now()

    @Slot()
    def check_now(self) -> None:
        """Check the committed text at once, unless the word lists are still being read."""
        self._pause.stop()
        self._findings = self.check() if self._is_warm else ()
        self._mark()
        self.changed.emit()

    def check(self) -> tuple[Finding, ...]:
        """Return what is found in the committed text now, without what was waved through."""
        text = self._editor.text
        if self._owner is None or not text.strip():
            return ()
        replies = self._context.operator.replies
        found = replies.check(text, ticket=self._owner[0], audience=self._owner[1])
        always = replies.ignored()
        kept = [
            finding
            for finding in found
            if finding.must_fix or (finding.text not in always and (finding.kind, finding.text) not in self._waved)
        ]
        return tuple(sorted(kept, key=lambda finding: (finding.start, finding.end)))

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) finding; the first press begins at the first, or the last."""
        if self._popup.isVisible():
            self._at += by
        else:
            self._findings = self.check()
            self._at = 0 if by > 0 else -1
        self._ask()

    @Slot(str)
    def _replace(self, words: str) -> None:
        finding = self._popup.finding
        if finding is not None:
            self._editor.replace(finding.start, finding.end, words)
            self._again(finding.start)

    @Slot()
    def _wave_through(self) -> None:
        finding = self._popup.finding
        if finding is not None and not finding.must_fix:
            self._waved.add((finding.kind, finding.text))
            self._again(finding.start)
        elif finding is not None:
            self.step(1)

    @Slot()
    def _learn(self) -> None:
        finding = self._popup.finding
        if finding is not None:
            self._context.operator.replies.remember_word(finding.text)
            self._again(finding.start)

    @Slot()
    def _leave(self) -> None:
        self._mark()
        self._editor.setFocus()

    def _again(self, place: int) -> None:
        """Check again and ask about what comes after ``place``."""
        self.check_now()
        later = [index for index, finding in enumerate(self._findings) if finding.start >= place]
        self._at = later[0] if later else 0
        self._ask()

    def _ask(self) -> None:
        if not self._findings:
            self._popup.dismiss()
            return
        self._at %= len(self._findings)
        finding = self._findings[self._at]
        self._editor.place_caret(finding.start)
        box = self._editor.box_of(finding.start, finding.end).toAlignedRect()
        corner = self._editor.viewport().mapTo(self._popup.host, box.topLeft())
        self._popup.ask(finding, self._at + 1, len(self._findings), QRect(corner, box.size()))
        self._mark()

    def _mark(self) -> None:
        """Waves for sure typos, tints for what must be fixed; the quiet class only while F7's popup is open."""
        text, asked = self._editor.text, self._popup.finding
        marks: list[Mark] = []
        tints: list[Tint] = []
        for finding in self._findings:
            start, end = to_units(text, finding.start), to_units(text, finding.end)
            if finding.must_fix:
                too_long = finding.kind is FindingKind.LENGTH
                ground: ColorRole = "danger_subtle" if too_long else "info_subtle"
                tints.append((start, end, ground, "danger_text" if too_long else "info_text"))
            elif finding.grade is Grade.CERTAIN or asked is not None:
                marks.append(Mark(start, end, sure=is_typo(finding)))
            if finding is asked:
                tints.append((start, end, "danger_subtle" if is_typo(finding) else "info_subtle", "text"))
        self._editor.set_marks(marks, tints)

    def _warm_up(self) -> None:
        check = self._context.operator.check

        def work(_task: Task) -> object:
            return check.check(WARM_UP_TEXT, audience=Audience.PUBLIC)

        self._context.runner.run(work, Handlers(done=self._warmed, failed=self._not_warmed))

    def _warmed(self, _found: object) -> None:
        self._is_warm = True
        self.check_now()

    def _not_warmed(self, error: Exception) -> None:
        """Say it once; sending checks all the same and will meet the error itself."""
        self._context.news.notice.emit(f"错字检查没有准备好：{error}")
