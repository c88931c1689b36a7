"""Templates, knowledge cards and orders in the window: turning between the libraries, looking an order up."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.pages import Pages
from ui.support.context import Context
from ui.templates.controller import TemplatesPage
from ui.templates.knowledge_page import KnowledgePage
from ui.templates.orders_sheet import OrdersSheet


class LibraryDesk(QObject):
    """``page_wanted`` names the library to turn to."""

    page_wanted = Signal(str)

    def __init__(self, context: Context, window: QWidget, pages: Pages) -> None:
        super().__init__(window)
        self._pages = pages
        self._context = context
        self._window = window
        pages.when_made(TemplatesPage, self._wire_templates)
        pages.when_made(KnowledgePage, self._wire_knowledge)
        pages.inbox.session.panel.orders.look_up_asked.connect(self.look_up)

    @cached_property
    def orders(self) -> OrdersSheet:
        """The shop's orders."""
        return OrdersSheet(self._context, self._window)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its actions mean on every page alike."""
        return {
            "orders": self.show_orders,
            "template_new": self._new_template,
            "templates_import": self._import_templates,
            "templates_export": self._export_templates,
            "templates_starter": self._offer_starters,
            "knowledge_new": self._new_card,
            "knowledge_import": self._import_cards,
            "knowledge_export": self._export_cards,
            "orders_import": self._import_orders,
        }

    @Slot()
    def show_orders(self) -> None:
        """G D: look an order up."""
        self._pages.inbox.session.flush()
        self.orders.open_list()

    @Slot(str)
    def look_up(self, number: str) -> None:
        """Look for a number in the shop's list."""
        self.orders.open_list(number)

    def _new_template(self) -> None:
        self.page_wanted.emit("templates")
        self._pages.templates.new_template()

    def _import_templates(self) -> None:
        self.page_wanted.emit("templates")
        self._pages.templates.choose_import()

    def _export_templates(self) -> None:
        self.page_wanted.emit("templates")
        self._pages.templates.choose_export()

    def _offer_starters(self) -> None:
        self.page_wanted.emit("templates")
        self._pages.templates.commands.offer_starters()

    def _new_card(self) -> None:
        self.page_wanted.emit("knowledge")
        self._pages.knowledge.new_card()

    def _import_cards(self) -> None:
        self.page_wanted.emit("knowledge")
        self._pages.knowledge.choose_import()

    def _export_cards(self) -> None:
        self.page_wanted.emit("knowledge")
        self._pages.knowledge.choose_export()

    def _import_orders(self) -> None:
        self.show_orders()
        self.orders.choose_file()

    def _wire_templates(self, page: TemplatesPage) -> None:
        page.list_wanted.connect(self.page_wanted)

    def _wire_knowledge(self, page: KnowledgePage) -> None:
        page.list_wanted.connect(self.page_wanted)
        page.orders_wanted.connect(self.show_orders)
