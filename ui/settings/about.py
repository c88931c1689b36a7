"""Which version this is, and whose work it stands on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.fields import Field, field_for
from ui.settings.licences_dialog import LicencesDialog, read_components
from ui.settings.row import Section, SettingRow
from ui.settings.specs import SectionSpec
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.fact_table import Fact, FactTable
from ui.widgets.label import TextLabel
from weibo_operator.bootstrap import Operator, program_version
from weibo_operator.domain.clock import china
from weibo_operator.translation import tr

SHOWN = ("Qt 与 PySide6", "Python", "SQLite", "sqlite-utils", "jieba", "HTTPX", "XlsxWriter", "keyring", "Lucide")
"""Those that do most of the work; the dialog has all of them."""


PROMISE = tr("程序不上传任何内容，不自动回复，也不替你点发送；只有收发微博和你打开的“检查新版本”才会联网")


def version_words() -> str:
    """The installed version; a checkout that was never installed has none."""
    return program_version() or tr("没有安装的开发版")


class AboutSection(Section):
    """Version, whether to ask for later ones, the first wizard once more, and licences (``open_licences``)."""

    setup_wanted = Signal()
    check_wanted = Signal()
    """Ask now whether there is a later version."""

    def __init__(self, context: Context, spec: SectionSpec, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        theme = context.theme
        self._context = context
        self._resources = context.resources
        self._licences: LicencesDialog | None = None
        card = self.card()
        card.add(
            SettingRow(theme, tr("微博客服台"), tr("一个人回复微博客户用的工作台"), TextLabel(theme, version_words()))
        )
        card.add(SettingRow(theme, tr("数据只在这台电脑上"), PROMISE))
        self.setup_button = KeyButton(theme, tr("打开向导"), icon="sparkles", height="control_34")
        self.setup_button.clicked.connect(self.setup_wanted)
        hint = tr("店铺、部门，还有三位示例客户的练一练")
        card.add(SettingRow(theme, tr("第一次使用的向导"), hint, self.setup_button))
        self._add_versions(spec)
        self.heading(tr("用到的软件与许可"))
        licences = FactTable(theme, tr("用到的软件与许可"), 28)
        known = {each.name: each for each in read_components(context.resources)}
        others = [Fact(known[name].title, remark=(known[name].purpose, known[name].terms)) for name in SHOWN]
        licences.set_facts([Fact(tr("本程序"), remark=("MIT",)), *others])
        self.licences_button = KeyButton(theme, tr("开源许可"), icon="file-text", height="control_34")
        self.licences_button.clicked.connect(self.open_licences)
        card = self.card()
        card.add(licences)
        card.add(SettingRow(theme, tr("全部组件和许可全文"), tr("共 {0} 个组件", len(known)), self.licences_button))
        mark = tr("“微博”是其所有者的商标，本程序与其没有关系。")
        self.column.addWidget(TextLabel(theme, mark, "meta", "text2", wrap=True))
        self.column.addStretch()

    def refresh(self) -> None:
        """Show what is stored, and what the program knows of later versions."""
        for field in self.fields:
            field.refresh()
        self.known.setText(known_words(self._context.operator))
        self.check_button.setEnabled(self._context.operator.versions.has_address)

    @Slot()
    def open_licences(self) -> None:
        """Show every component with its licence over the window."""
        if self._licences is None:
            self._licences = LicencesDialog(self.theme, self.window(), self._resources)
        self._licences.open_over()

    def _add_versions(self, spec: SectionSpec) -> None:
        theme = self.theme
        self.heading(tr("新版本"))
        card = self.card()
        self.fields: list[Field] = []
        for each in spec.fields:
            field = field_for(self._context, each)
            self.fields.append(field)
            card.add(field)
        self.check_button = KeyButton(theme, tr("现在检查"), icon="refresh-cw", height="control_34")
        self.check_button.clicked.connect(self.check_wanted)
        self.known = TextLabel(theme, "", "secondary", "text2", wrap=True)
        row = SettingRow(theme, tr("新版本"), "", self.check_button)
        row.add_below(self.known)
        card.add(row)


def known_words(operator: Operator) -> str:
    """What the program knows of later versions, and when it asked."""
    versions = operator.versions
    if not versions.has_address:
        return tr("还没有填地址，程序不会去问。")
    newer, asked = versions.newer(), versions.asked_at()
    when = tr("上次检查：{0:%Y-%m-%d %H:%M}。", china(asked)) if asked is not None else tr("还没有检查过。")
    return when if newer is None else tr("有新版本 {0}（{1}）。{2}", newer.version, newer.date, when)
