"""Which version this is, and whose work it stands on."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.settings.row import Section, SettingRow
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.fact_table import Fact, FactTable
from ui.widgets.label import TextLabel

PACKAGE = "weibo-operator"
LICENCES = (
    ("本程序", "MIT"),
    ("Qt 与 PySide6（界面）", "LGPL-3.0"),
    ("SQLite（数据文件）", "公有领域"),
    ("sqlite-utils", "Apache-2.0"),
    ("jieba（分词）", "MIT"),
    ("XlsxWriter（导出 Excel）", "BSD-2-Clause"),
    ("keyring", "MIT"),
    ("Lucide（图标）", "ISC"),
)


def version_words() -> str:
    """The installed version; a checkout that was never installed has none."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return "没有安装的开发版"


class AboutSection(Section):
    """Version, promise, the first wizard once more, and licences."""

    setup_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        theme = context.theme
        card = self.card()
        card.add(SettingRow(theme, "微博客服台", "一个人回复微博客户用的工作台", TextLabel(theme, version_words())))
        card.add(SettingRow(theme, "数据只在这台电脑上", "程序不上传任何内容，不自动回复，也不替你点发送"))
        self.setup_button = KeyButton(theme, "打开向导", icon="sparkles", height="control_34")
        self.setup_button.clicked.connect(self.setup_wanted)
        hint = "店铺、部门，还有三位示例客户的练一练"
        card.add(SettingRow(theme, "第一次使用的向导", hint, self.setup_button))
        self.heading("用到的软件与许可")
        licences = FactTable(theme, "用到的软件与许可", 28)
        licences.set_facts([Fact(name, remark=(licence,)) for name, licence in LICENCES])
        self.card().add(licences)
        mark = "“微博”是其所有者的商标，本程序与其没有关系。"
        self.column.addWidget(TextLabel(theme, mark, "meta", "text2", wrap=True))
        self.column.addStretch()
