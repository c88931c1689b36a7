"""A tile too narrow for its department's name tells it to the mouse that rests there."""

from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from ui.handoff.department_tiles import DepartmentTiles
from ui.support.theme import Theme


def test_each_tile_tells_its_whole_name(theme: Theme, qtbot: QtBot) -> None:
    tiles = DepartmentTiles(theme, "部门")
    qtbot.addWidget(tiles)
    tiles.show_departments(("程序开发部", "物流部"), "物流部")
    assert [tile.toolTip() for tile in tiles.findChildren(QRadioButton)] == ["程序开发部", "物流部"]
