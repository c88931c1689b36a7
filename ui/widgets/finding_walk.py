"""The walk through what the check found in one editor: after each pause, by F7, by the popup's keys."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ui.support.teaching import Teaching
from ui.widgets.typo_popup import TypoPopup
from weibo_operator.domain.findings import Edit, Finding, FindingKind, sure_edits

PAUSE = 150
"""Milliseconds of quiet before the text is checked."""
Check = Callable[[str], Sequence[Finding]]


class Place(Protocol):
    """An editor whose findings are walked; places are counted in characters."""

    @property
    def text(self) -> str:
        """The committed text."""
        ...

    @property
    def composing(self) -> str:
        """The letters the input method has not turned into words yet."""
        ...

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a stretch as one undoable step."""
        ...

    def replace_all(self, edits: Sequence[Edit]) -> None:
        """Replace several stretches as one undoable step."""
        ...

    def place_caret(self, position: int) -> None:
        """Put the caret before a character."""
        ...

    def textCursor(self) -> QTextCursor:
        """The caret, Qt's own: it moves along with the text."""
        ...

    def setTextCursor(self, cursor: QTextCursor, /) -> None:
        """Put the caret back."""
        ...

    def box_of(self, start: int, end: int) -> QRectF:
        """Where a stretch begins to stand, in pixels of the viewport."""
        ...

    def place_at(self, spot: QPoint) -> int:
        """The character at a spot of the viewport."""
        ...

    def show_findings(self, findings: Sequence[Finding], asked: Finding | None) -> None:
        """Mark the findings, the one that is asked about among them."""
        ...

    def viewport(self) -> QWidget:
        """The widget that shows the text."""
        ...

    def take_focus(self) -> None:
        """Go on writing."""
        ...


class FindingWalk(QObject):
    """Checks committed text only, never while letters are being composed; ``changed`` after each check."""

    changed = Signal()
    followed = Signal(object)
    """The findings whose suggestion was just put in, a tuple."""

    def __init__(self, place: Place, popup: TypoPopup, check: Check, teaching: Teaching, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._popup = popup
        self._look = check
        self._teaching = teaching
        self._findings: tuple[Finding, ...] = ()
        self._waved: set[tuple[FindingKind, str]] = set()
        self._at = 0
        self._wrote_at: QTextCursor | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.check_now)
        teaching.learnt.connect(self.check_now)
        popup.replaced.connect(self._replace)
        popup.put_always.connect(self._put_always)
        popup.ignored.connect(self._ignore)
        popup.silenced.connect(self._silence)
        popup.learned.connect(self._learn)
        popup.stepped.connect(self.step)
        popup.closed.connect(self._leave)
        place.viewport().installEventFilter(self)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the text as it was at the last check."""
        return self._findings

    @property
    def is_ready(self) -> bool:
        """Whether a check costs no reading of word lists; overridden where that is known."""
        return True

    @property
    def is_seen(self) -> bool:
        """Whether the text is to be seen; out of sight it isn't checked. Overridden where that is known.

        The slots themselves must not be: Qt for Python goes on calling an overridden slot of an object that is gone.
        """
        return True

    @Slot()
    def check_soon(self) -> None:
        """Check after a pause."""
        self._pause.start()

    @Slot()
    def check_now(self) -> None:
        """Check the committed text at once; while letters are being composed, or nothing is read yet, later."""
        if not self.is_seen:
            return
        if self._place.composing:
            self._pause.start()
            return
        self._pause.stop()
        self._findings = self.check() if self.is_ready else ()
        self._mark()
        self.changed.emit()

    def check(self) -> tuple[Finding, ...]:
        """Return what is found in the committed text now, in reading order, without what was waved through."""
        text = self._place.text
        if not text.strip():
            return ()
        kept = [found for found in self._look(text) if found.must_fix or (found.kind, found.text) not in self._waved]
        return tuple(sorted(kept, key=lambda found: (found.start, found.end)))

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) finding; the first press begins at the first, or the last."""
        if self._place.composing:
            return
        if self._popup.isVisible():
            self._at += by
        else:
            self._findings = self.check()
            self._at = 0 if by > 0 else -1
        self._ask()

    @Slot()
    def put_right(self) -> int:
        """一定的错字全部改好: the first suggestion of every sure typo, as one step of undo; returns how many."""
        if self._place.composing:
            return 0
        edits = sure_edits(self.check())
        if edits:
            self._popup.dismiss()
            self.followed.emit(tuple(finding for finding in self.check() if finding.is_certain_typo))
            self._place.replace_all(edits)
        self.check_now()
        return len(edits)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The context menu of a marked word is the popup."""
        if isinstance(event, QContextMenuEvent) and not self._place.composing:
            at = self._place.place_at(event.pos())
            here = [index for index, found in enumerate(self._findings) if found.start <= at <= found.end]
            if here and self._findings[here[0]].is_sure_slip:
                self._at = here[0]
                self._ask()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _replace(self, words: str) -> None:
        finding = self._popup.finding
        if finding is not None:
            self.followed.emit((finding,))
            self._place.replace(finding.start, finding.end, words)
            self._again(finding.start)

    @Slot(str)
    def _put_always(self, words: str) -> None:
        finding = self._popup.finding
        if finding is not None:
            self.followed.emit((finding,))
            self._place.replace(finding.start, finding.end, words)
            self._teaching.put_right_always(finding, words)
            self._again(finding.start)

    @Slot()
    def _ignore(self) -> None:
        finding = self._popup.finding
        if finding is not None:
            self._waved.add((finding.kind, finding.text))
            self._teaching.ignore_once(finding)
            self._again(finding.start)

    @Slot()
    def _silence(self) -> None:
        finding = self._popup.finding
        if finding is not None:
            self._teaching.ignore_always(finding)
            self._again(finding.start)

    @Slot()
    def _learn(self) -> None:
        finding = self._popup.finding
        if finding is not None:
            self._teaching.learn(finding)
            self._again(finding.start)

    @Slot()
    def _leave(self) -> None:
        self._mark()
        self._place.take_focus()

    def _again(self, place: int) -> None:
        """Check again and ask about what comes after ``place``."""
        self.check_now()
        later = [index for index, finding in enumerate(self._findings) if finding.start >= place]
        self._at = later[0] if later else 0
        self._ask()

    def _ask(self) -> None:
        if not self._findings:
            self._popup.dismiss()
            if self._wrote_at is not None:
                self._place.setTextCursor(self._wrote_at)
            return
        if not self._popup.isVisible():
            # When nothing is left to ask, writing goes on where it was; Esc leaves the caret at the word.
            self._wrote_at = self._place.textCursor()
        self._at %= len(self._findings)
        finding = self._findings[self._at]
        self._place.place_caret(finding.start)
        box = self._place.box_of(finding.start, finding.end).toAlignedRect()
        corner = self._place.viewport().mapTo(self._popup.host, box.topLeft())
        self._popup.ask(finding, self._at + 1, len(self._findings), QRect(corner, box.size()))
        self._mark()

    def _mark(self) -> None:
        self._place.show_findings(self._findings, self._popup.finding)
