"""收消息: the fields of intake, and the folder whose new files are offered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.fields import FieldsSection
from ui.settings.row import SettingCard, SettingRow
from ui.settings.specs import SectionSpec
from ui.settings.storing import stored
from ui.support import file_dialogs
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.label import TextLabel
from weibo_operator.domain.settings import WATCHED_FOLDER
from weibo_operator.translation import tr

ChooseFolder = Callable[[QWidget, Path], Path | None]
"""Asks for a folder, beginning in another; None when the operator turned away."""
AFTER_FIELDS = 2
"""The remark that changes count at once, and the stretch below it."""
OFF = tr("现在没有留意哪个文件夹")
HINT = tr("往里面放了新的导出文件，上方就提示一句；不会自己打开，也不会自己导入，同一个文件只提示一次")


def choose_folder(parent: QWidget, start: Path) -> Path | None:
    """Ask by the system's own dialog."""
    return file_dialogs.choose_folder(parent, tr("留意哪个文件夹"), start)


class IntakeSection(FieldsSection):
    """The plain fields, then the watched folder."""

    def __init__(
        self,
        context: Context,
        spec: SectionSpec,
        choose: ChooseFolder = choose_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, spec, parent=parent)
        self._context = context
        self._choose_folder = choose
        theme = context.theme
        self.choose = KeyButton(theme, tr("选文件夹"), icon="folder-open", height="control_32")
        self.off = KeyButton(theme, tr("不再留意"), variant="ghost", height="control_32")
        self.row = SettingRow(theme, tr("留意一个文件夹"), HINT, self.off, self.choose)
        self.place = FittingLabel(theme, "secondary", "text2")
        self.row.add_below(self.place)
        card = SettingCard(theme)
        card.add(self.row)
        at = self.column.count() - AFTER_FIELDS
        self.column.insertWidget(at, TextLabel(theme, tr("文件夹里的新文件"), "secondary", "text2", weight=600))
        self.column.insertWidget(at + 1, card)
        self.choose.clicked.connect(self._choose)
        self.off.clicked.connect(self._switch_off)

    def refresh(self) -> None:
        """Show what is stored."""
        super().refresh()
        name = self._context.operator.shop.value(WATCHED_FOLDER)
        self.off.setVisible(bool(name))
        self.choose.set_content(tr("换一个") if name else tr("选文件夹"), icon="folder-open")
        self.place.show_wordings((name or OFF,))
        self.row.refuse(tr("这个文件夹现在不在了") if name and not Path(name).is_dir() else "")

    @Slot()
    def _choose(self) -> None:
        known = self._context.operator.shop.value(WATCHED_FOLDER)
        downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        chosen = self._choose_folder(self, Path(known or downloads))
        if chosen is not None:
            self._keep(str(chosen))

    @Slot()
    def _switch_off(self) -> None:
        self._keep("")

    def _keep(self, folder: str) -> None:
        stored(self._context, WATCHED_FOLDER, folder)
        self.refresh()
