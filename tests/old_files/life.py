"""What a shop's file holds after some days of work: a bit of everything, all of it invented."""

import random
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import START, Customers, NumberedIds, SetClock
from tests.power_loss.loop import WORKS, Replying
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.labels import Audience, Kind, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import SHOP_NAME, WATCHED_FOLDER

TEXTS = (
    "快递三天没动了，请帮我查一下",
    "水杯漏水，要求退款，订单尾号 3307",
    "发票什么时候开",
    "收到了，很好用，谢谢",
    "帮我妈问一下，能换大一号吗",
    "客服没人理，再不处理我去 12315 投诉",
    "请问有红色的吗",
    "怎么又降价了，能补差价吗",
)
SENDING_STEPS = 60


def live(folder: Path, language: Language, *, sends: bool) -> Path:
    """A file with two days in it; ``sends``: with an account and an outbox. Returns where it lies."""
    path, clock = folder / "desk.db", SetClock(START)
    with closing(build(path, clock=clock, language=language, new_id=NumberedIds())) as operator:
        operator.shop.change(SHOP_NAME, "橙果生活馆")
        operator.shop.change(WATCHED_FOLDER, r"C:\Users\小王\Downloads\导出")
        customers = Customers(clock)
        for day in range(2):
            for number, text in enumerate(TEXTS * 2):
                clock.advance(minutes=7)
                operator.intake.capture(customers.message(text, uid=f"{number % 11 + 1001}", followers=number * 3000))
            _work(operator, clock, day)
            clock.advance(hours=15)
        put(folder, as_csv(SEARCH_17, [search_row(number) for number in range(24)]), name="export.csv")
        operator.intake.import_file(folder / "export.csv")
        operator.history.undo()
        operator.intake.import_file(folder / "export.csv")
    if sends:
        _send(folder, language, clock)
    return path


def _work(operator: Operator, clock: SetClock, day: int) -> None:
    """Answers, handoffs, labels, something put off, something closed, something taken back."""
    waiting = operator.inbox.pane(State.NEW)
    for number, ticket in enumerate(waiting[:6]):
        clock.advance(minutes=3)
        after = AfterSend(State.CLOSED if number % 2 else State.IN_PROGRESS, 0 if number % 2 else 3)
        text = f"您好，订单 {ticket} 这就为您查，明天 18:00 前给您答复"
        intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=after)
        operator.replies.confirm(intent.id)
    operator.history.undo()
    first, second, third, fourth, *_ = operator.inbox.pane(State.NEW)
    operator.replies.save_draft(first, Audience.PUBLIC, "草稿，还没写完")
    handed = operator.handoffs.forward(operator.handoffs.defaults(second).form).value
    if day:
        operator.handoffs.answer(handed.id, "已补发，单号 SF1", expert="老李")
    operator.inbox.snooze(third, until=clock.now() + timedelta(days=1))
    operator.inbox.set_labels(fourth, kind=Kind.COMPLAINT, topic="漏水")
    operator.inbox.no_reply([fourth], reason="已在别处解决")


def _send(folder: Path, language: Language, clock: SetClock) -> None:
    """Replies that the program sent, holds, does not know the outcome of."""
    chance, replying = random.Random(7), Replying(folder, language)
    replying.clock.at = clock.now()
    for _ in range(SENDING_STEPS):
        replying.do(chance.choice(WORKS), chance.randrange(10))
    replying.operator.close()
