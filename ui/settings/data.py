"""The data file: where it lies, backups, restoring, everything written out, and whether it is sound."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.settings.full_export import FullExportRow
from ui.settings.row import Section, SettingRow
from ui.settings.storing import stored
from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.folders import documents_folder
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from ui.widgets.banner import Banner
from ui.widgets.button import KeyButton
from ui.widgets.fact_table import Fact, FactTable
from ui.widgets.label import TextLabel
from ui.widgets.toggle import Toggle
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.settings import BACKUPS, PRACTICE
from weibo_operator.services.backup_words import backup_words
from weibo_operator.services.health import Check
from weibo_operator.translation import tr

ChoosePath = Callable[[QWidget, Path], Path | None]
"""Given the section and the path to offer, returns the chosen one, or None when the operator turned it away."""
BACKUP_HINT = tr("复制一份完整的数据文件，复制完会核对；定期存到别的盘或 U 盘上")
CHECKS: Mapping[str, tuple[str, str]] = {
    "integrity": (tr("数据文件完整"), tr("文件有损坏，请用最近的备份打开")),
    "references": (tr("各条记录互相对得上"), tr("有记录指向不存在的内容")),
    "schema": (tr("数据格式是最新的"), tr("数据格式没有升级完")),
    "search_index": (tr("搜索能找到全部消息和客户"), tr("搜索里少了一些消息或客户")),
    "keyring": (tr("系统凭据管理器可用"), tr("系统凭据管理器不可用")),
    "fonts": (tr("有合适的中文字体"), tr("没有找到合适的中文字体")),
}
"""A check's name when it is well, and what is said when it is not."""


def ask_path(parent: QWidget, offered: Path) -> Path | None:
    """Ask with the system's dialog; it asks itself before writing over a file."""
    return file_dialogs.choose_place(parent, tr("备份数据文件"), offered, tr("数据文件 (*.db)"))


class DataSection(Section):
    """``back_up`` is also the window's own command."""

    restore_wanted = Signal()

    def __init__(self, context: Context, choose_path: ChoosePath = ask_path, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        theme = context.theme
        self._context = context
        self._choose_path = choose_path
        self.practice = Banner(theme, rounded=True)
        self.open = KeyButton(theme, tr("打开所在文件夹"), icon="folder-open", height="control_34")
        self.automatic = Toggle(theme, "", tr("自动备份"))
        self.last = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self.folder = KeyButton(theme, tr("打开备份文件夹"), icon="folder-open", height="control_34")
        self.restore = KeyButton(theme, tr("从备份恢复…"), icon="history", height="control_34")
        self.backup = KeyButton(theme, tr("备份"), icon="database-backup", height="control_34")
        self.check = KeyButton(theme, tr("检查"), icon="shield-check", height="control_34")
        self.results = FactTable(theme, tr("检查结果"), 30)
        self.column.addWidget(self.practice)
        card = self.card()
        path = str(context.operator.desk.path)
        self.file = SettingRow(theme, tr("数据文件"), path, self.open)
        self.backup_row = SettingRow(theme, tr("备份"), BACKUP_HINT, self.backup)
        automatic = SettingRow(
            theme,
            tr("自动备份"),
            tr("每天一份，关窗口时再存一份；留 7 天、4 周、12 个月的。授权不在备份里"),
            self.automatic,
        )
        automatic.add_below(self.last)
        folder = SettingRow(theme, tr("备份文件夹"), str(context.operator.backups.folder), self.folder)
        restore = SettingRow(theme, tr("恢复"), tr("换回以前的数据；现在的会留在旁边，随时能换回来"), self.restore)
        self.export = FullExportRow(context)
        for row in (self.file, automatic, folder, self.backup_row, restore, self.export):
            card.add(row)
        self.check_row = SettingRow(theme, tr("检查"), tr("看看文件是否完好，不改动任何内容"), self.check)
        card.add(self.check_row)
        card.add(self.results)
        self.results.hide()
        self.column.addStretch()
        self.automatic.toggled.connect(self._switch)
        self.folder.clicked.connect(self._open_backups)
        self.restore.clicked.connect(self.restore_wanted)
        self.open.clicked.connect(self._open_folder)
        self.backup.clicked.connect(self.back_up)
        self.check.clicked.connect(self.examine)
        context.news.backed_up.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Say whether this is practice data, and how fresh the last backup is."""
        shop = self._context.operator.shop
        practice = shop.value(PRACTICE)
        self.automatic.blockSignals(True)  # showing is not choosing
        self.automatic.setChecked(shop.value(BACKUPS) and not practice)
        self.automatic.blockSignals(False)
        self.automatic.update()
        for widget in (self.automatic, self.restore):
            widget.setEnabled(not practice)
        self._show_last(practice=practice)
        if practice:
            self.practice.show_message(
                tr("这是练习数据"), tr("随便试，不影响真正的客户数据，也不备份。"), tone="info", icon="info"
            )
        else:
            self.practice.hide()

    @Slot()
    def back_up(self) -> None:
        """Ask where, then copy the file in the background."""
        now = china(self._context.operator.desk.now())
        target = self._choose_path(self, documents_folder() / f"微博客服台备份_{now:%Y-%m-%d_%H%M}.db")
        if target is None:
            return
        self.backup.setEnabled(False)
        self.backup_row.refuse("")
        self.backup_row.set_hint(tr("正在备份，别的读写文件的事做完了就轮到它…"))

        def work(_task: Task) -> Path:
            with self._context.second_desk() as operator:
                return operator.health.backup(target)

        self._context.runner.run(work, Handlers(done=self._tell_backup, failed=self._tell_failure))

    @Slot()
    def examine(self) -> None:
        """Check the file in the background and list the verdicts."""
        self.check.setEnabled(False)
        self.check_row.refuse("")

        def work(_task: Task) -> tuple[Check, ...]:
            with self._context.second_desk() as operator:
                return operator.health.examine()

        self._context.runner.run(work, Handlers(done=self._show_verdicts, failed=self._tell_unexamined))

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.operator.desk.path.parent)))

    @Slot()
    def _open_backups(self) -> None:
        folder = self._context.operator.backups.folder
        place = folder if folder.is_dir() else folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        if not stored(self._context, BACKUPS, on):
            self.refresh()

    def _show_last(self, *, practice: bool) -> None:
        """The last good backup, as it lies on the disk."""
        desk_backups = self._context.operator.backups
        newest = desk_backups.newest()
        if practice:
            words = tr("练习数据不备份")
        elif newest is None:
            words = tr("还没有备份；有了第一张工单以后，当天就会备份")
        else:
            words = tr(
                "最近一份核对无误：{0}", backup_words(newest, year=china(self._context.operator.desk.now()).year)
            )
        failure = desk_backups.last_failure
        self.last.setText(words if failure is None else tr("{0}。刚才没有备份成：{1}", words, sentence(failure)))
        self.last.set_role("text2" if failure is None else "danger_text")

    def _tell_backup(self, target: Path) -> None:
        self._rest_backup()
        self._context.news.notice.emit(tr("已备份并核对：{0}", target.name))

    def _show_verdicts(self, verdicts: tuple[Check, ...]) -> None:
        self.check.setEnabled(True)
        self.results.set_facts([verdict_fact(verdict) for verdict in verdicts])
        self.results.show()

    def _rest_backup(self) -> None:
        self.backup.setEnabled(True)
        self.backup_row.set_hint(BACKUP_HINT)

    def _tell_failure(self, error: Exception) -> None:
        self._rest_backup()
        _refuse(self.backup_row, error)

    def _tell_unexamined(self, error: Exception) -> None:
        self.check.setEnabled(True)
        self.results.hide()
        _refuse(self.check_row, error)


def _refuse(row: SettingRow, error: Exception) -> None:
    if not isinstance(error, OperatorError):
        raise error
    row.refuse(sentence(error))


def verdict_fact(check: Check) -> Fact:
    """One verdict in words."""
    well, unwell = CHECKS.get(check.name, (check.name, check.name))
    if check.ok:
        return Fact(well, remark=(tr("正常"),))
    return Fact(unwell, remark=(check.detail,), late=True)
