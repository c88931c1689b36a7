"""从备份恢复: every copy the program knows of, or another file; what is there now is kept."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.card_delegate import GAP
from ui.widgets.card_lines import LinesDelegate
from ui.widgets.card_list import CardList
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.label import TextLabel
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.services.backup_words import ORIGINS, size_words, when_words
from weibo_operator.services.backups import BackupFile, look_into, restorable
from weibo_operator.translation import tr

WIDTH, CARD, MOST_ROWS = 620, 48, 5
KINDS = tr("数据文件 (*.db);;所有文件 (*)")
WORDS = tr(
    "换回所选时刻的数据。现在的数据会留在旁边，随时能再换回来。"
    "账号的授权不在备份里，只在这台电脑的系统里；换了电脑要重新授权。"
    "备份以后发出的回复，恢复后看不到，也不会自动重发。"
)
CHECKING = tr("正在看…")

ChooseFile = Callable[[QWidget, Path], Path | None]


class Known(Struct, frozen=True):
    """What was found in one copy: its number of tickets, or why it can't be used."""

    tickets: int = 0
    refusal: str = ""


def ask_file(parent: QWidget, folder: Path) -> Path | None:
    """Ask for another file with the system's dialog."""
    chosen = file_dialogs.choose_files(parent, tr("选一个备份文件"), folder, KINDS)
    return chosen[0] if chosen else None


class BackupDelegate(LinesDelegate):
    """A copy: when and why it was made, its size, how many tickets."""

    def __init__(self, theme: Theme, words: Callable[[BackupFile], tuple[str, str, str]]) -> None:
        super().__init__(theme, CARD)
        self._words = words

    def card_of(self, rect: QRectF) -> QRectF:
        """As wide as the dialog's other parts."""
        return rect.adjusted(1, 1, -1, 1 - self._theme.px(GAP))

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Two lines at the left, what is in it at the right."""
        if not isinstance(record, BackupFile):
            return
        title, below, inside = self._words(record)
        side, right = self._theme.px(14), self._theme.px(200)
        self.pair(painter, card.adjusted(side, 0, -right, 0), (title, below))
        self.line(painter, QRectF(card.right() - right, card.top(), right - side, card.height()), inside, "text2")


class RestoreDialog(FormDialog):
    """``chosen`` carries the path to restore from, checked."""

    chosen = Signal(object)

    def __init__(self, context: Context, host: QWidget, choose: ChooseFile = ask_file) -> None:
        super().__init__(context.theme, host, tr("从备份恢复"), tr("换成这一份"), width=WIDTH)
        theme = context.theme
        self._context = context
        self._choose = choose
        self._known: Mapping[Path, Known] = {}
        self.list = CardList(
            theme, GroupedRows(self._spoken, _key), BackupDelegate(theme, self._three_words), tr("能恢复的备份")
        )
        self.empty = TextLabel(theme, tr("还没有备份。可以选别处的备份文件。"), "body", "text2")
        self.other = KeyButton(theme, tr("选别的文件…"), icon="folder-open", height="control_34")
        self.frame.body.addWidget(TextLabel(theme, WORDS, "secondary", "text2", wrap=True, max_lines=4))
        self.frame.body.addWidget(self.list)
        self.frame.body.addWidget(self.empty)
        self.frame.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.other.clicked.connect(self._choose_other)
        self.submitted.connect(self._take)
        self.list.opened.connect(self._take)

    def open_list(self) -> None:
        """Show what there is; what is inside is counted in the background."""
        found = restorable(self._context.operator.desk.path)
        self._known = {}
        self.list.show_rows(list(found))
        self.list.setFixedHeight(self._theme.px(min(len(found), MOST_ROWS) * (CARD + GAP)))
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.accept_button.setEnabled(bool(found))
        self.say("")
        self.open_over()
        (self.list if found else self.other).setFocus(Qt.FocusReason.PopupFocusReason)
        self._look_into(found)

    def _look_into(self, found: tuple[BackupFile, ...]) -> None:
        def work(task: Task) -> Mapping[Path, Known]:
            return {each.path: _known(each.path) for each in found if not task.cancelled}

        self._context.runner.run(work, Handlers(self._show_known, _failed))

    def _show_known(self, known: Mapping[Path, Known]) -> None:
        self._known = known
        self.list.viewport().update()

    @Slot()
    def _take(self) -> None:
        held = self.list.current
        if isinstance(held, BackupFile):
            self._check(held.path)

    @Slot()
    def _choose_other(self) -> None:
        path = self._choose(self, self._context.operator.desk.path.parent)
        if path is not None:
            self._check(path)

    def _check(self, path: Path) -> None:
        known = self._known.get(path) or _known(path)
        if known.refusal:
            self.say(known.refusal, wrong=True)
            return
        self.close_over()
        self.chosen.emit(path)

    def _three_words(self, backup: BackupFile) -> tuple[str, str, str]:
        year = china(self._context.operator.desk.now()).year
        known = self._known.get(backup.path)
        inside = CHECKING if known is None else tr("不能用") if known.refusal else tr("{0} 张工单", known.tickets)
        return when_words(backup, year=year), tr("{0}，{1}", ORIGINS[backup.origin], size_words(backup.size)), inside

    def _spoken(self, record: object) -> str:
        return tr("，").join(self._three_words(record)) if isinstance(record, BackupFile) else ""


def _known(path: Path) -> Known:
    try:
        look = look_into(path)
    except OperatorError as error:
        return Known(refusal=sentence(error))
    return Known(refusal=tr("这是练习数据，不能换掉正式数据。")) if look.practice else Known(look.tickets)


def _key(record: object) -> object:
    return record.path if isinstance(record, BackupFile) else None


def _failed(error: Exception) -> None:
    raise error
