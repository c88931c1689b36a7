"""In English the window shows labels in English; what is stored and sent stays as it was."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.connect.departments_page import DepartmentsPage
from ui.intake.drop_frame import drop_words
from ui.intake.import_words import done_sentence, end_sentence
from ui.settings.department_row import DepartmentRow
from ui.settings.move_dialog import MoveDialog
from ui.settings.people import REASON
from ui.support.context import Context
from weibo_operator.domain.department import Department
from weibo_operator.services.intake import ImportReport
from weibo_operator.translation import VARIABLE, label


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en")


def test_a_department_keeps_its_stored_name_until_another_is_typed(context: Context, qtbot: QtBot) -> None:
    row = DepartmentRow(context, Department("物流部"))
    qtbot.addWidget(row)
    assert row.name.text() == "Logistics"
    assert row.department.name == "物流部"
    row.name.setText("Shipping")
    assert row.department.name == "Shipping"


def test_open_handoffs_move_to_the_stored_name(context: Context, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    dialog = MoveDialog(context.theme, host)
    dialog.ask("物流部", 1, ["服务部", "销售部"], "销售部")
    assert (dialog.to.currentText(), dialog.to.count()) == (label("销售部"), 2)
    assert "Logistics still has 1 open handoff;" in dialog.question.text()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.submitted.emit()
    assert chosen.args == ["物流部", "销售部"]


def test_the_first_wizard_leaves_untouched_departments_as_they_are(context: Context, qtbot: QtBot) -> None:
    page = DepartmentsPage(context)
    qtbot.addWidget(page)
    page.show_stored()
    before = context.operator.departments.every()
    assert "物流部" in page.toggles
    page.more.setText("Logistics")
    assert page.store()
    assert context.operator.departments.every() == before


def test_the_reason_insiders_are_closed_with_is_stored_in_chinese() -> None:
    assert REASON == "内部人员"


def test_counts_choose_between_one_and_several() -> None:
    one, several = ImportReport(new=1, tickets=1, skipped=1), ImportReport(new=3, tickets=2, skipped=2)
    assert end_sentence(one) == "1 new message, 1 new ticket; 1 row left out, reasons and next steps below"
    assert end_sentence(several) == "3 new messages, 2 new tickets; 2 rows left out, reasons and next steps below"
    assert done_sentence(several, [Path("a.csv"), Path("b.csv")]) == "b.csv imported: 3 new messages, 2 new tickets"


def test_dropped_files_are_named() -> None:
    files = [Path(name) for name in ("a.csv", "b.csv", "c.csv")]
    assert drop_words(files[:2], allowed=True)[1] == "a.csv, b.csv"
    assert drop_words(files, allowed=True)[1] == "a.csv, b.csv… (3 files)"
