"""导出全部数据: every table as CSV and JSON into a new folder, in the background, to be stopped at any time."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.row import SettingRow
from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.folders import LastFolder
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.full_export import Exported
from weibo_operator.services.stages import StoppedError
from weibo_operator.translation import tr

FOLDER = "data/export_folder"
WHAT = tr("每张表一份 CSV（表格软件能打开）和一份 JSON，外加全部对话。客户信息不打码，请放在自己信得过的地方")
ChooseFolder = Callable[[QWidget, Path], Path | None]
"""Given the row and the folder to begin with, returns the chosen one, or None when the operator turned it away."""


def ask_folder(parent: QWidget, offered: Path) -> Path | None:
    """Ask with the system's dialog."""
    return file_dialogs.choose_folder(parent, tr("全部数据导出到哪个文件夹里"), offered)


class FullExportRow(SettingRow):
    """One export at a time; its folder lies in the chosen one and is named by the day and the minute."""

    def __init__(
        self,
        context: Context,
        choose: ChooseFolder = ask_folder,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        theme = context.theme
        button = KeyButton(theme, tr("导出…"), icon="download", height="control_34")
        folder = KeyButton(theme, tr("打开文件夹"), icon="folder-open", height="control_34")
        super().__init__(theme, tr("导出全部数据"), WHAT, folder, button, parent=parent)
        self.button, self.open = button, folder
        self._context = context
        self._choose = choose
        self._last = LastFolder(settings or QSettings(), FOLDER)
        self._task: Task | None = None
        self._made = Path()
        self.open.hide()
        self.button.clicked.connect(self._press)
        self.open.clicked.connect(self._open)

    @property
    def running(self) -> bool:
        """True while a folder is being written."""
        return self._task is not None

    @Slot()
    def begin(self) -> None:
        """Ask where, then write everything there; nothing happens while it is being written."""
        if self._task is not None:
            return
        place = self._choose(self, self._last.offered())
        if place is None:
            return
        self._last.remember(place)
        folder = self._new_folder(place)

        def work(task: Task) -> Exported:
            with self._context.second_desk() as operator:
                return operator.full_export.write(folder, watch=task.report, give_way=task.give_way)

        self.refuse("")
        self.open.hide()
        self._task = self._context.runner.run(work, Handlers(self._finish, self._fail, self._tell_progress))
        self.button.set_content(tr("停下"), "x")
        self.set_hint(tr("正在导出…"))

    @Slot()
    def _press(self) -> None:
        if self._task is None:
            self.begin()
        else:
            self._task.cancel()

    @Slot()
    def _open(self) -> None:
        if not self._context.desktop.open_folder(self._made):
            self.refuse(tr("没有打开。文件夹在 {0}", self._made))

    def _new_folder(self, place: Path) -> Path:
        operator = self._context.operator
        kind = tr("练习数据") if operator.shop.value(PRACTICE) else tr("全部数据")
        name = tr("微博客服台_{0}_{1:%Y-%m-%d_%H%M%S}", kind, china(operator.desk.now()))
        return place / name

    def _tell_progress(self, done: int, total: int) -> None:
        self.set_hint(tr("正在导出，{0}%", 100 * done // max(total, 1)))

    def _rest(self) -> None:
        self._task = None
        self.button.set_content(tr("导出…"), "download")

    def _finish(self, exported: Exported) -> None:
        self._rest()
        self._made = exported.folder
        self.set_hint(tr("导出好了：{0}，{1:,} 行", exported.folder, exported.rows))
        self.open.show()
        self._context.news.notice.emit(tr("全部数据导出好了：{0}", exported.folder.name))

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.set_hint(WHAT)
        if isinstance(error, StoppedError):
            self._context.news.notice.emit(tr("停下了，什么也没有导出"))
        elif isinstance(error, OperatorError):
            self.refuse(sentence(error))
        else:
            raise error
