"""Pictures of handing over: the form for a second transfer and for a consent, answers, tracking, departments."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from ui.shell.window import MainWindow
from ui.widgets.overlay import Overlay
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.handoff import Asks, HandoffState, Verdict


def take(window: MainWindow, operator: Operator, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each screen."""
    waiting = [found for found in operator.handoffs.open_ones() if found.state is HandoffState.WAITING]
    first, second, *_ = waiting
    operator.handoffs.answer(first.id, "包裹找到了，在中转站，今天发出", expert="王姐", partial=True)
    asked = replace(
        operator.handoffs.defaults(second.ticket_id).form,
        description="客户要求退一赔三，金额 897 元，是否同意",
        asks=Asks.CONSENT,
        contact="罗经理",
        department="公关部",
    )
    form = window.dialogs.handoff
    form.open_for(second.ticket_id)
    yield picture("80-forward-again")
    form.fields.asks.set_current(Asks.CONSENT.value)
    form.fields.asks.selected.emit(Asks.CONSENT.value)
    form.flush()
    yield picture("81-ask-consent")
    _dismiss(window)
    consent = operator.handoffs.forward(asked).value
    page = window.pages.handoff
    window.show_page("handoff")
    page.refresh()
    page.list.choose(first.id)
    yield picture("82-tracking-part")
    pasted = f"「我：{first.package}」\n- - - - -\n李工 10:03\n{first.code} 今天已补发，单号明早给"
    page.dialog.open_with(operator.handoffs.read(pasted))
    yield picture("83-answer")
    _dismiss(window)
    page.dialog.open_with(operator.handoffs.read(f"{consent.code} 不同意，超出授权额度"))
    yield picture("84-verdict")
    _dismiss(window)
    operator.handoffs.answer(consent.id, "超出授权额度，最多赔一倍", expert="罗经理", verdict=Verdict.DECLINED)
    page.refresh()
    page.list.choose(consent.id)
    yield picture("85-tracking-declined")
    page.export()
    yield picture("86-export")
    _dismiss(window)
    window.show_page("settings")
    window.pages.settings.open_section("departments")
    yield picture("87-departments")


def _dismiss(window: MainWindow) -> None:
    for overlay in window.findChildren(Overlay):
        if overlay.isVisible():
            overlay.dismiss()
