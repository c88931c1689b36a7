"""Colours, size and movement: applied at once; the window keeps them, as they belong to this machine."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.row import Section, SettingRow
from ui.support.context import Context
from ui.support.theme import Mode
from ui.support.tokens import ScaleName
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.toggle import Toggle

MODES: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
SCALES: dict[str, ScaleName] = {"small": "small", "standard": "standard", "large": "large", "huge": "huge"}


class AppearanceSection(Section):
    """``changed`` carries the key (mode, scale, reduced_motion) and the value."""

    changed = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        theme = context.theme
        self.mode = Seg(
            theme,
            [
                SegItem("system", "跟随系统", "monitor"),
                SegItem("light", "浅色", "sun"),
                SegItem("dark", "深色", "moon"),
            ],
            "主题",
        )
        self.scale = Seg(
            theme,
            [SegItem("small", "小"), SegItem("standard", "标准"), SegItem("large", "大"), SegItem("huge", "特大")],
            "大小",
        )
        self.motion = Toggle(theme, "", "减少动画")
        card = self.card()
        card.add(SettingRow(theme, "主题", "", self.mode))
        card.add(SettingRow(theme, "大小", "文字和按钮一起变", self.scale))
        card.add(SettingRow(theme, "减少动画", "展开、提示都不再移动", self.motion))
        self.column.addWidget(TextLabel(theme, "外观只影响这台电脑，不随数据文件走。", "meta", "text2"))
        self.column.addStretch()
        self.mode.selected.connect(self._choose_mode)
        self.scale.selected.connect(self._choose_scale)
        self.motion.toggled.connect(self._choose_motion)
        theme.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show what the theme has."""
        self.mode.set_current(self.theme.mode)
        self.scale.set_current(self.theme.scale_name)
        self.motion.blockSignals(True)  # showing is not choosing
        self.motion.setChecked(self.theme.duration("fold") == 0)
        self.motion.blockSignals(False)
        self.motion.update()

    @Slot(str)
    def _choose_mode(self, key: str) -> None:
        self.theme.set_mode(MODES[key])
        self.changed.emit("mode", key)

    @Slot(str)
    def _choose_scale(self, key: str) -> None:
        self.theme.set_scale(SCALES[key])
        self.changed.emit("scale", key)

    @Slot(bool)
    def _choose_motion(self, on: bool) -> None:
        self.theme.set_reduced_motion(on=on)
        self.changed.emit("reduced_motion", on)
