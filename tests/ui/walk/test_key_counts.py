"""How many keys the ten commonest jobs take besides typed text; ARCHITECTURE.md shows the same table."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.context_fixture import OpenedPages
from tests.ui.test_whole_morning import ALT, CONTROL, PLAIN, Hands
from tests.ui.window_fixture import OpenWindow
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.weekly.folder import FOLDER, KIND
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Platform, Source, State
from weibo_operator.services.template_edit import TemplateEdit
from weibo_operator.services.weekly_export import WeekFormat

PROJECT = Path(__file__).resolve().parents[3]
SAID = {"北城小满": "物流五天没动，到底还管不管？", "老周修表": "型号发错了怎么换", "阿柚": "紫色什么时候有货"}
ENTER = Qt.Key.Key_Return


class CountedHands(Hands):
    """Counts what is pressed; letters of typed text do not count."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.window = window
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.pressed += 1
        super().press(key, modifier)


def next_customer(hands: CountedHands, operator: Operator) -> bool:
    before = hands.ticket
    hands.press(Qt.Key.Key_N, ALT)
    return hands.ticket != before


def reply_with_template(hands: CountedHands, operator: Operator) -> bool:
    before = hands.ticket
    hands.press(Qt.Key.Key_T, CONTROL)
    hands.letters("zsjc")
    hands.press(ENTER)
    hands.press(ENTER, CONTROL)
    hands.press(Qt.Key.Key_1)
    return operator.inbox.view(before).ticket.state is State.IN_PROGRESS and hands.ticket != before


def acknowledge(hands: CountedHands, operator: Operator) -> bool:
    before = hands.ticket
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_A)
    hands.press(ENTER, CONTROL)
    hands.press(Qt.Key.Key_1)
    return operator.inbox.view(before).ticket.state is not State.NEW


def forward(hands: CountedHands, operator: Operator) -> bool:
    before = hands.ticket
    hands.press(Qt.Key.Key_F, ALT)
    hands.press(ENTER, CONTROL)
    return bool(operator.inbox.view(before).handoffs)


def write_down_call(hands: CountedHands, operator: Operator) -> bool:
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_C)
    hands.chinese("王女士")
    hands.press(Qt.Key.Key_5, ALT)
    for _ in range(3):
        hands.press(Qt.Key.Key_Tab)
    hands.chinese("买的橙汁机插电没反应")
    hands.press(ENTER, CONTROL)
    (called,) = (ticket for ticket in operator.inbox.pane(State.NEW) if _nickname(operator, ticket) == "王女士")
    return operator.inbox.view(called).customer.platform is Platform.PHONE


def plan_visit(hands: CountedHands, operator: Operator) -> bool:
    before = hands.ticket
    hands.press(Qt.Key.Key_S, ALT)
    hands.chinese("明天下午")
    hands.press(ENTER)
    return operator.inbox.view(before).ticket.follow_up_at is not None


def finish(hands: CountedHands, operator: Operator) -> bool:
    answered = hands.ticket
    reply_with_template(hands, operator)
    hands.window.show_ticket(answered)
    hands.pressed = 0
    hands.press(Qt.Key.Key_E, ALT)
    return operator.inbox.view(answered).ticket.state is State.CLOSED


def undo(hands: CountedHands, operator: Operator) -> bool:
    finished = hands.ticket
    assert finish(hands, operator)
    hands.pressed = 0
    hands.press(Qt.Key.Key_Z, CONTROL)
    return operator.inbox.view(finished).ticket.state is State.IN_PROGRESS


def export_week(hands: CountedHands, operator: Operator) -> bool:
    folder = Path(str(QSettings().value(FOLDER)))
    hands.press(Qt.Key.Key_5, CONTROL)
    hands.press(Qt.Key.Key_S, CONTROL)
    hands.until(lambda: any(folder.glob("*.xlsx")))
    hands.until(hands.window.pages.weekly.view.header.export.isEnabled)
    return True


def find_customer(hands: CountedHands, operator: Operator) -> bool:
    hands.press(Qt.Key.Key_K, CONTROL)
    hands.chinese("阿柚")
    hands.until(lambda: any("阿柚" in widget for widget in shown_rows(hands.window)))
    hands.press(ENTER)
    return _nickname(operator, hands.ticket) == "阿柚"


def _nickname(operator: Operator, ticket: TicketId) -> str:
    return operator.inbox.view(ticket).customer.nickname


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the table: what is done, the keys as the help sheet writes them, how it is done."""

    name: str
    keys: str
    count: int
    do: Callable[[CountedHands, Operator], bool]


JOBS = (
    Job("下一位客户", "Alt N（列表里 N）", 1, next_customer),
    Job("用模板回复，到下一位", "Ctrl T，拼音首字母，Enter，Ctrl Enter，1", 4, reply_with_template),
    Job("先回一句“信息已收到”", "Esc，A，Ctrl Enter，1", 4, acknowledge),
    Job("按推荐的部门转交", "Alt F，Ctrl Enter", 2, forward),
    Job("记一个来电", "Esc，C，昵称，Alt 5，Tab 三次，说了什么，Ctrl Enter", 7, write_down_call),
    Job("安排回访", "Alt S，哪天，Enter", 2, plan_visit),
    Job("完成", "Alt E（列表里 E）", 1, finish),
    Job("撤销", "Ctrl Z（列表里 Z）", 1, undo),
    Job("导出本周周报", "Ctrl 5，Ctrl S", 2, export_week),
    Job("找一位客户", "Ctrl K，昵称，Enter", 2, find_customer),
)


def shown_rows(window: MainWindow) -> list[str]:
    """What the palette lists, as it is read aloud."""
    model = window.dialogs.palette._list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [str(model.data(index, Qt.ItemDataRole.AccessibleTextRole)) for index in rows]


@pytest.fixture
def hands(
    context: Context,
    open_window: OpenWindow,
    pages: OpenedPages,
    customers: Customers,
    qtbot: QtBot,
    tmp_path: Path,
) -> CountedHands:
    """At the first of three customers, in the editor, as after any reply."""
    context.operator.templates.save(
        TemplateEdit("正在处理", "售后", "zsjc", "both", "", 0, ("您好，您的问题正在处理，有进展会马上告诉您。",))
    )
    for number, (nickname, text) in enumerate(SAID.items(), 1):
        message = customers.message(text, uid=f"70{number}", nickname=nickname, source=Source.COMMENT)
        context.operator.intake.capture(message)
    settings = QSettings()
    settings.setValue(FOLDER, str(tmp_path))
    settings.setValue(KIND, WeekFormat.XLSX.value)
    window = open_window(context)
    made = CountedHands(window, qtbot)
    made.press(Qt.Key.Key_N)
    made.pressed = 0
    return made


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.do.__name__)
def test_a_job_takes_so_many_keys(hands: CountedHands, operator: Operator, job: Job) -> None:
    assert job.do(hands, operator)
    assert hands.pressed == job.count


def test_a_whole_reply_with_a_template_takes_four_keys_at_most() -> None:
    assert next(job.count for job in JOBS if job.do is reply_with_template) <= 4


def test_the_table_is_the_documented_one() -> None:
    text = (PROJECT / "ARCHITECTURE.md").read_text("utf-8")
    rows = [f"| {job.name} | {job.keys} | {job.count} |" for job in JOBS]
    assert [row for row in rows if row not in text.splitlines()] == []
