"""The first wizard: who we are, to whom problems go, and a practice round; Esc leaves, and it goes on there later."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.connect.departments_page import DepartmentsPage
from ui.connect.practice_page import PracticePage
from ui.connect.shop_page import ShopPage
from ui.connect.wizard_card import WizardCard
from ui.connect.wizard_dialog import WizardDialog
from ui.support.context import Context
from ui.widgets.button import KeyButton
from weibo_operator.translation import tr

STEPS = (tr("店铺"), tr("部门与模板"), tr("练一练"))


class SetupDialog(WizardDialog):
    """What a page holds is kept when it is left by its main button."""

    round_wanted = Signal()
    """练一练."""
    rush_wanted = Signal()
    """练一场高峰."""

    def __init__(self, context: Context, host: QWidget) -> None:
        theme = context.theme
        super().__init__(theme, host, WizardCard(theme, STEPS))
        self.shop = ShopPage(context)
        self.departments = DepartmentsPage(context)
        self.practice = PracticePage(theme)
        self._pages = (self.shop, self.departments, self.practice)
        self._at = 0
        self.later_button = KeyButton(theme, tr("以后再说"), keys="Esc", variant="ghost")
        self.back_button = KeyButton(theme, tr("上一步"))
        self.rush_button = KeyButton(theme, tr("练一场高峰"), icon="alarm-clock")
        self.main_button = KeyButton(theme, tr("下一步"), variant="primary")
        for page in self._pages:
            self.card.add_page(page)
        self.card.foot.addWidget(self.later_button)
        self.card.foot.addStretch()
        for button in (self.back_button, self.rush_button, self.main_button):
            self.card.foot.addWidget(button)
        self.shop.refused.connect(self.card.refuse)
        self.departments.refused.connect(self.card.refuse)
        self.later_button.clicked.connect(self.dismiss)
        self.back_button.clicked.connect(self.go_back)
        self.rush_button.clicked.connect(self.rush)
        self.main_button.clicked.connect(self.go_on)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self._at]

    @Slot()
    def open_setup(self) -> None:
        """Show the page where it was left."""
        if self.isHidden():
            self.shop.show_stored()
            self.departments.show_stored()
            self._turn(self._at)
            self.open_over()
        self._turn(self._at)

    @Slot()
    def go_on(self) -> None:
        """Keep what the page holds and turn to the next; after the last one practise."""
        if self.page is self.practice:
            self._at = 0
            self.close_over()
            self.round_wanted.emit()
        elif self.page is self.shop:
            if self.shop.store():
                self._turn(1)
        elif self.departments.store():
            self._turn(2)

    @Slot()
    def rush(self) -> None:
        """A rush in place of the practice round."""
        self._at = 0
        self.close_over()
        self.rush_wanted.emit()

    @Slot()
    def go_back(self) -> None:
        """One page back."""
        self._turn(max(0, self._at - 1))

    def enter(self) -> None:
        """The focused button; a department that is being written; else the main button."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif focused is self.departments.more and self.departments.more.text().strip():
            self.departments.add()
        else:
            self.main_button.click()

    def _turn(self, at: int) -> None:
        self._at = at
        self.card.show_page(self.page, at)
        last = self.page is self.practice
        self.back_button.setVisible(at > 0)
        self.rush_button.setVisible(last)
        self.later_button.set_content(tr("不练了，直接开始") if last else tr("以后再说"), keys="Esc")
        self.main_button.set_content(tr("开始练习") if last else tr("下一步"), icon="arrow-right", keys="↵")
        if not self.isHidden():
            stops = {self.shop: self.shop.first_stop(), self.departments: self.departments.first_stop()}
            stops.get(self.page, self.main_button).setFocus(Qt.FocusReason.OtherFocusReason)
