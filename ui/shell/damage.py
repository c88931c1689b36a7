"""A data file that can't be opened, or turns out damaged: asks what to do until a desk is open or nobody wants one."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from ui.settings.restore_dialog import ChooseFile, ask_file
from ui.shell.damage_dialog import Answer, DamageDialog, Question
from ui.support.texts import sentence
from ui.support.theme import Theme
from weibo_operator.domain.errors import OperatorError
from weibo_operator.services.backup_words import when_words
from weibo_operator.services.backups import BackupFile
from weibo_operator.services.restoring import RESCUED, newest_good, reason_of
from weibo_operator.translation import tr

Ask = Callable[[Theme, Question, QWidget | None], Answer]


class Ways(Struct, frozen=True):
    """How the program opens its file: as it is, from a copy put in its place, or anew."""

    open: Callable[[], object]
    restore: Callable[[Path], object]
    start_anew: Callable[[], object]


def ask(theme: Theme, question: Question, parent: QWidget | None) -> Answer:
    """Ask in a dialog."""
    dialog = DamageDialog(theme, question, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


class Asking(Struct, frozen=True):
    """How the operator is asked: what to do, and for another file."""

    ask: Ask = ask
    choose: ChooseFile = ask_file


class Rescue:
    """``solve`` asks, tries, and asks again; a backup that turns out bad is not offered twice."""

    def __init__(self, theme: Theme, path: Path, ways: Ways, *, own: bool, asking: Asking) -> None:
        """``own`` tells that no other program can have meant the place of ``path`` for itself."""
        self._theme = theme
        self._path = path
        self._ways = ways
        self._own = own
        self._asking = asking
        self._tried: frozenset[Path] = frozenset()

    def solve(self, error: OperatorError, *, year: int, parent: QWidget | None = None) -> bool:
        """True when a desk is open (again); ``parent`` is a window that still shows the damaged file."""
        refusal, open_already = "", parent is not None
        while True:
            offer = newest_good(self._path, but=self._tried) if reason_of(error) in RESCUED else None
            answers = tuple(self._answers(error, offer, year, open_already=open_already))
            answer = self._asking.ask(self._theme, Question(sentence(error), refusal, answers), parent)
            if answer is Answer.LATER:
                return True
            if answer is Answer.LEAVE:
                return False
            try:
                if self._done(answer, offer, parent):
                    return True
                refusal = ""
            except OperatorError as again:
                if answer is Answer.AGAIN:
                    error = again
                else:
                    refusal = sentence(again)
                parent = None  # what was open is closed by now

    def _done(self, answer: Answer, offer: BackupFile | None, parent: QWidget | None) -> bool:
        """Do what was answered; False when the operator thought better of it. Raises ``OperatorError``."""
        if answer is Answer.AGAIN:
            self._ways.open()
            return True
        if answer is Answer.ANEW:
            self._ways.start_anew()
            return True
        source = offer.path if answer is Answer.BACKUP and offer is not None else self._other(parent)
        if source is None:
            return False
        self._tried |= {source}
        self._ways.restore(source)
        return True

    def _other(self, parent: QWidget | None) -> Path | None:
        host = parent or QWidget()
        return self._asking.choose(host, self._path.parent)

    def _answers(
        self, error: OperatorError, offer: BackupFile | None, year: int, *, open_already: bool
    ) -> Iterator[tuple[Answer, str]]:
        reason = reason_of(error)
        if reason == "not_a_database" and not self._own and not self._tried and offer is None:
            reason = "foreign"  # a spreadsheet, another program's data: it stays in its place
        if offer is not None:
            shown = when_words(offer, year=year)
            yield Answer.BACKUP, tr("用 {0} 的备份打开", shown)
        if reason in RESCUED:
            yield Answer.FILE, tr("换一个文件")
        else:
            yield Answer.AGAIN, tr("再试一次")
        if reason in ("missing", "emptied"):
            yield Answer.ANEW, tr("从空的开始")
        if open_already:
            yield Answer.LATER, tr("先不处理")
        yield Answer.LEAVE, tr("退出")
