"""In English the window shows stored labels and lengths of time in English, and stores them as ever."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.inbox.card_words import label_chips, time_mark
from ui.shell.alert_words import alert_words
from ui.shell.crisis_desk import REASONS as NO_CRISIS
from ui.shell.dialogs import SKIP_REASONS
from ui.shell.labels_dialog import LabelsDialog
from ui.shell.option_group import Option, OptionGroup
from ui.shell.reason_dialog import REASONS, ReasonDialog
from ui.support.context import Context
from ui.support.texts import first_sentence, operation_label
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.side_panel import SidePanel
from ui.widgets.typo_foot import Deed, spoken_deeds
from weibo_operator.domain.alerts import Alert, AlertKind
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind, State
from weibo_operator.domain.ticket import Card
from weibo_operator.translation import VARIABLE


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en")


@pytest.fixture
def card(context: Context, customers: Customers) -> Card:
    inbox = context.operator.inbox
    context.operator.intake.capture(customers.message("快递三天没动了，什么时候到"))
    (found,) = inbox.cards(inbox.pane(State.NEW))
    return found


def shown(group: OptionGroup) -> list[str]:
    return [option.text() for option in group.findChildren(Option)]


@pytest.mark.parametrize("reasons", [REASONS, SKIP_REASONS, NO_CRISIS])
def test_reasons_are_read_in_english_and_kept_as_they_are_stored(theme: Theme, reasons: tuple[str, ...]) -> None:
    group = OptionGroup(theme, reasons, "reason")
    assert all(text.isascii() or text == "Other…" for text in shown(group))
    group.pick(2)
    assert group.current == reasons[1]
    group.set_current(reasons[0])
    assert group.current == reasons[0]


def test_a_reason_is_told_as_it_is_stored(qtbot: QtBot, context: Context, host: QWidget) -> None:
    dialog = ReasonDialog(context, host)
    dialog.open_for(1)
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_1)
    assert told.args == ["闲聊、打招呼"]


def test_labels_are_changed_under_their_stored_names(context: Context, host: QWidget, card: Card) -> None:
    dialog = LabelsDialog(context, host)
    dialog.open_for(card.id)
    assert shown(dialog.groups["kind"])[:2] == ["Complaint", "Question"]
    assert "Logistics" in shown(dialog.groups["department"])
    dialog.groups["kind"].pick(4)
    dialog.save()
    assert context.operator.inbox.view(card.id).ticket.kind.value == "建议"


@pytest.mark.parametrize(
    ("minutes", "long", "short"),
    [(5, "5 min", "5m"), (192, "3 h 12 min", "3h 12m"), (180, "3 h", "3h"), (3180, "2 d 5 h", "2d 5h")],
)
def test_a_card_says_how_long_it_waits(context: Context, card: Card, minutes: int, long: str, short: str) -> None:
    now = context.operator.desk.now()
    waiting = replace(card, waiting_since=now - timedelta(minutes=minutes), target_at=None)
    assert time_mark(waiting, now).parts == (long,)
    assert time_mark(waiting, now, short=True).parts == (short,)


@pytest.mark.parametrize(
    ("minutes", "short"),
    [(5, "5分"), (192, "3时12分"), (180, "3时"), (3180, "2天5时"), (2880, "2 天"), (17280, "12 天")],
)
def test_a_small_card_has_no_blanks_in_chinese(
    context: Context, card: Card, minutes: int, short: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "zh")
    now = context.operator.desk.now()
    waiting = replace(card, waiting_since=now - timedelta(minutes=minutes), target_at=None)
    assert time_mark(waiting, now, short=True).parts == (short,)


def test_a_cards_labels_are_english(card: Card) -> None:
    chips = label_chips(replace(card, kind=Kind.COMPLAINT, department="物流部"))
    assert ("Complaint", "Logistics") in [chip.parts for chip in chips]


def test_a_card_names_a_question_as_the_session_and_the_week_do(card: Card, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "zh")
    for kind in (Kind.QUESTION, Kind.PRESALE):
        assert (kind.value,) in [chip.parts[:1] for chip in label_chips(replace(card, kind=kind))]


def test_an_operation_names_its_reason_in_english(context: Context, card: Card) -> None:
    recorded = context.operator.inbox.no_reply((card.id,), reason=REASONS[3])
    assert recorded.operation is not None
    undone = context.operator.history.undo().value
    assert "Answered elsewhere" in operation_label(undone)


def test_notices_outside_the_window_take_a_name_or_a_count() -> None:
    one = Alert(AlertKind.URGENT, 1, TicketId(1), "阿澄")
    assert "阿澄" in alert_words((one,))
    assert "2" in alert_words((one, replace(one, id=2)))


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Weibo did not answer. Try www.weibo.com later.", ("Weibo did not answer", "Try www.weibo.com later.")),
        ("微博没有答复。请稍后再试。", ("微博没有答复", "请稍后再试。")),
        ("No network", ("No network", "")),
        ("No network.", ("No network", "")),
    ],
)
def test_the_first_sentence_of_an_error(words: str, parts: tuple[str, str]) -> None:
    assert first_sentence(words) == parts


def test_the_offers_of_a_finding_are_english() -> None:
    assert spoken_deeds((Deed.IGNORE, Deed.ALWAYS)) == "I Ignore once, Shift+Enter Always change"


def test_buttons_too_wide_for_one_row_of_a_panels_foot_stand_below_one_another(
    qtbot: QtBot, theme: Theme, host: QWidget
) -> None:
    panel = SidePanel(theme, "panel", 300, host)
    first, second = KeyButton(theme, "No"), KeyButton(theme, "Yes")
    panel.foot.addWidget(first)
    panel.foot.addWidget(second)
    panel.show()
    qtbot.waitUntil(lambda: panel.foot.direction() is QBoxLayout.Direction.LeftToRight)
    second.setText("Mark all of them as needing no reply")
    qtbot.waitUntil(lambda: panel.foot.direction() is QBoxLayout.Direction.TopToBottom)
    second.setText("Yes")
    qtbot.waitUntil(lambda: panel.foot.direction() is QBoxLayout.Direction.LeftToRight)
