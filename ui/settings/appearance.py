"""Colours, size, movement and language: the window keeps them, as they belong to this machine."""

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.row import Section, SettingRow
from ui.support.context import Context
from ui.support.language_choice import SYSTEM, is_pending, wished
from ui.support.theme import Mode
from ui.support.tokens import ScaleName
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.toggle import Toggle
from weibo_operator.translation import tr

MODES: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
CHINESE, ENGLISH = "中文", "English"
"""Each language by its own name, so that nobody is locked out of theirs."""
LATER = tr("下次打开程序时换成这种语言。The language changes at the next start.")
SCALES: dict[str, ScaleName] = {"small": "small", "standard": "standard", "large": "large", "huge": "huge"}


class AppearanceSection(Section):
    """``changed`` carries the key (mode, high_contrast, scale, reduced_motion, language) and the value."""

    changed = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        theme = context.theme
        self.mode = Seg(
            theme,
            [
                SegItem("system", tr("跟随系统"), "monitor"),
                SegItem("light", tr("浅色"), "sun"),
                SegItem("dark", tr("深色"), "moon"),
            ],
            tr("主题"),
        )
        self.scale = Seg(
            theme,
            [
                SegItem("small", tr("小")),
                SegItem("standard", tr("标准")),
                SegItem("large", tr("大")),
                SegItem("huge", tr("特大")),
            ],
            tr("大小"),
        )
        self.contrast = Toggle(theme, "", tr("高对比"))
        self.motion = Toggle(theme, "", tr("减少动画"))
        self.language = Seg(
            theme,
            [SegItem(SYSTEM, tr("跟随系统"), "monitor"), SegItem("zh", CHINESE), SegItem("en", ENGLISH)],
            tr("语言"),
        )
        self.later = TextLabel(theme, LATER, "meta", "text2", wrap=True)
        card = self.card()
        card.add(SettingRow(theme, tr("主题"), "", self.mode))
        card.add(SettingRow(theme, tr("高对比"), tr("字和边线更分明，浅色深色都行；系统要求时自动打开"), self.contrast))
        card.add(SettingRow(theme, tr("大小"), tr("文字和按钮一起变"), self.scale))
        card.add(SettingRow(theme, tr("减少动画"), tr("展开、提示都不再移动"), self.motion))
        card.add(SettingRow(theme, tr("语言"), tr("窗口里的文字；客户的话、模板和导出的文件不变"), self.language))
        self.column.addWidget(self.later)
        self.column.addWidget(TextLabel(theme, tr("外观只影响这台电脑，不随数据文件走。"), "meta", "text2"))
        self.column.addStretch()
        self.mode.selected.connect(self._choose_mode)
        self.scale.selected.connect(self._choose_scale)
        self.contrast.toggled.connect(self._choose_contrast)
        self.motion.toggled.connect(self._choose_motion)
        self.language.selected.connect(self._choose_language)
        theme.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show what the theme has."""
        self.mode.set_current(self.theme.mode)
        self.scale.set_current(self.theme.scale_name)
        _show(self.contrast, on=self.theme.contrast_wished)
        _show(self.motion, on=self.theme.duration("fold") == 0)
        kept = QSettings()
        self.language.set_current(wished(kept))
        self.later.setVisible(is_pending(kept))

    @Slot(str)
    def _choose_mode(self, key: str) -> None:
        self.theme.set_mode(MODES[key])
        self.changed.emit("mode", key)

    @Slot(bool)
    def _choose_contrast(self, on: bool) -> None:
        self.theme.set_high_contrast(on=on)
        self.changed.emit("high_contrast", on)

    @Slot(str)
    def _choose_scale(self, key: str) -> None:
        self.theme.set_scale(SCALES[key])
        self.changed.emit("scale", key)

    @Slot(str)
    def _choose_language(self, key: str) -> None:
        self.changed.emit("language", key)
        self.refresh()

    @Slot(bool)
    def _choose_motion(self, on: bool) -> None:
        self.theme.set_reduced_motion(on=on)
        self.changed.emit("reduced_motion", on)


def _show(toggle: Toggle, *, on: bool) -> None:
    """Showing is not choosing: nobody is told."""
    toggle.blockSignals(True)
    toggle.setChecked(on)
    toggle.blockSignals(False)
    toggle.update()
