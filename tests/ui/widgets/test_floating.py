"""Toast, sheet, dialog and banner: they show, tell, go away and give the focus back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet import Sheet
from ui.widgets.toast import SHADOW, SIDE, Toast
from ui.widgets.toast_action import ToastAction


@pytest.fixture
def desk(theme: Theme, qtbot, show_active) -> QWidget:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.resize(1280, 641)
    column = QVBoxLayout(desk)
    column.addWidget(QLineEdit())
    column.addWidget(KeyButton(theme, "下面的按钮"))
    show_active(desk)
    desk.findChild(QLineEdit).setFocus()
    return desk


@pytest.fixture(params=[Sheet, DialogFrame])
def overlay(request, theme: Theme, desk: QWidget) -> Sheet | DialogFrame:
    overlay = request.param(theme, desk, "转交部门")
    overlay.frame.body.addWidget(QLineEdit())
    overlay.frame.fill_foot([], [KeyButton(theme, "取消", keys="Esc")])
    return overlay


def test_an_overlay_takes_the_focus_and_gives_it_back(overlay, desk: QWidget, qtbot):
    before = desk.findChild(QLineEdit)
    overlay.open_over()
    assert overlay.frame.findChild(QLineEdit).hasFocus()
    with qtbot.waitSignals([overlay.closed, overlay.dismissed]):
        qtbot.keyClick(overlay.frame.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert overlay.isHidden()
    assert before.hasFocus()


def test_tab_goes_round_inside_an_overlay(overlay, qtbot):
    overlay.open_over()
    field = overlay.frame.findChild(QLineEdit)
    seen = []
    for _ in range(3):
        seen.append(overlay.window().focusWidget())
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
    assert seen[0] is field
    assert seen[2] is overlay.frame.close_button
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Backtab)
    assert overlay.frame.close_button.hasFocus()


def test_only_a_click_beside_the_card_dismisses(overlay, qtbot):
    overlay.open_over()
    with qtbot.assertNotEmitted(overlay.dismissed):
        qtbot.mouseClick(overlay.frame, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(overlay.dismissed):
        qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_an_overlay_follows_its_host(overlay, desk: QWidget):
    overlay.open_over()
    desk.resize(1120, 600)
    assert overlay.size() == desk.size()
    assert desk.rect().contains(overlay.frame.geometry())


def test_closing_twice_tells_once(overlay, qtbot):
    overlay.open_over()
    overlay.close_over()
    with qtbot.assertNotEmitted(overlay.closed):
        overlay.close_over()


def test_a_sheet_slides_when_motion_is_on(theme: Theme, desk: QWidget, qtbot):
    theme.set_reduced_motion(on=False)
    sheet = Sheet(theme, desk, "转交部门")
    sheet.open_over()
    assert sheet.frame.x() > desk.width() - 948
    qtbot.waitUntil(lambda: sheet.frame.x() == desk.width() - 948, timeout=3000)


def test_a_toast_acts_and_goes(theme: Theme, desk: QWidget, qtbot):
    toast = Toast(theme, desk)
    toast.show_message("4 秒后发给 @北城小满", action="撤回", keys="Ctrl Z")
    button = toast.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert toast.accessibleName() == "4 秒后发给 @北城小满"
    assert toast.rect().contains(button.geometry())
    with qtbot.waitSignal(toast.acted), qtbot.assertNotEmitted(toast.expired):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_toast_expires(theme: Theme, desk: QWidget, qtbot):
    toast = Toast(theme, desk)
    with qtbot.waitSignal(toast.expired):
        toast.show_message("已复制", msec=10)
    assert toast.isHidden()


def test_a_toast_stays_at_the_bottom_of_its_host(theme: Theme, desk: QWidget):
    toast = Toast(theme, desk, bottom_space=236)
    toast.show_message("已完成", msec=0)
    desk.resize(1120, 600)
    assert abs(toast.geometry().center().x() - desk.rect().center().x()) <= 1
    assert toast.geometry().bottom() < 600 - 236 + 24


def test_a_toast_keeps_to_its_column_and_wraps_its_words(theme: Theme, desk: QWidget):
    toast = Toast(theme, desk)
    toast.set_column((300, 640))
    words = (
        "发给 @晨跑的阿杜 的回复没有发出：客户已删除这条评论，回复发不出去。内容还在，可以改为评论原博，或者改发私信。"
    )
    toast.show_message("已完成", action="看看", keys="Alt+J", second="知道了", msec=0)
    low = toast.box_height
    toast.set_text(words)
    box = toast.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    assert box.left() >= 300 + SIDE
    assert box.right() <= 940 - SIDE
    assert "".join(toast._lines) == words
    assert toast.box_height > low
    assert all(toast.rect().contains(button.geometry()) for button in toast.findChildren(ToastAction))
    toast.set_column(None)
    assert toast._lines == [words]
    assert toast.box_height == low


def test_a_toast_fades_in_when_motion_is_on(theme: Theme, desk: QWidget, qtbot):
    theme.set_reduced_motion(on=False)
    toast = Toast(theme, desk)
    toast.show_message("已完成", msec=0)
    effect = toast.graphicsEffect()
    assert effect.isEnabled()
    qtbot.waitUntil(lambda: not effect.isEnabled(), timeout=3000)


def test_a_banner_shows_what_it_was_given(theme: Theme, qtbot):
    banner = Banner(theme)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_message("微博授权已过期", "草稿都在。", action="重新授权", second="先看看")
    action, second = [button for button in banner.findChildren(KeyButton) if not button.isHidden()]
    buttons = {action.text(): action, second.text(): second}
    with qtbot.waitSignal(banner.acted):
        buttons["重新授权"].click()
    with qtbot.waitSignal(banner.second_acted):
        buttons["先看看"].click()
    banner.show_message("没有网络")
    assert all(button.isHidden() for button in banner.findChildren(KeyButton))


def test_an_empty_state_offers_at_most_one_button(theme: Theme, qtbot):
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.show_message("inbox", "都回复完了", "第一行\n第二行", action="看看潜在客户")
    with qtbot.waitSignal(empty.acted):
        empty.findChild(KeyButton).click()
    assert empty.accessibleName() == "都回复完了。第一行，第二行"
    empty.show_message("inbox", "都回复完了")
    assert empty.findChild(KeyButton).isHidden()
