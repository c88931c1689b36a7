"""The rows of a conversation: quoted posts, messages and what happened to the ticket, in reading order."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from ui.reply.outgoing_words import bubble_words
from ui.support.handoff_words import asked_words, classified_words
from ui.support.texts import operation_label
from ui.support.tokens import ColorRole
from weibo_operator.domain.handoff import Asks, Handoff, Verdict
from weibo_operator.domain.handoff_steps import Step, StepTaken, steps_of
from weibo_operator.domain.ids import MessageId
from weibo_operator.domain.labels import Audience, Platform, Sentiment, Source
from weibo_operator.domain.message import Direction, Message
from weibo_operator.domain.operations import Operation, OperationKind
from weibo_operator.domain.reply import Intent
from weibo_operator.domain.said import reading
from weibo_operator.services.inbox import TicketView
from weibo_operator.services.wording import CHANNELS, clock_words, people_words
from weibo_operator.translation import Text, label, tr

SOURCES = {
    Source.COMMENT: tr("评论"),
    Source.MENTION: tr("@我"),
    Source.PRIVATE: tr("私信"),
    Source.SEARCH: tr("搜索到"),
    Source.OTHER: tr("其他渠道"),
}
PAGE = 200
"""So many messages are shown at first, and so many more at each press (product.md, a thread opens paged)."""
TOLD = {  # operations shown as a line; replies and handoffs are shown as what they are
    OperationKind.NO_REPLY: "ban",
    OperationKind.FINISH: "circle-check",
    OperationKind.REOPEN: "undo-2",
    OperationKind.SNOOZE: "clock",
    OperationKind.SKIP: "arrow-right",
    OperationKind.WAKE: "bell",
    OperationKind.SET_LEVEL: "triangle-alert",
    OperationKind.SET_LABELS: "tag",
    OperationKind.FOLLOW_UP_PLAN: "calendar-clock",
    OperationKind.FOLLOW_UP_DONE: "calendar",
}


class Quote(Struct, frozen=True):
    """The post the customer wrote under."""

    author: str
    text: str


class Said(Struct, frozen=True):
    """One message with the line above it."""

    message: Message
    meta: tuple[str, ...]
    icon: str
    words: str
    """The text without 回复@ and links, which stand in ``meta`` and ``links``."""
    links: tuple[str, ...]

    @property
    def is_mine(self) -> bool:
        """Whether we said it."""
        return self.message.direction is Direction.OUT


class Leaving(Said, frozen=True):
    """Our reply that is on its way."""


class Event(Struct, frozen=True):
    """Something that happened, as a line across the conversation."""

    text: str
    icon: str
    role: ColorRole = "text2"


class Older(Event, frozen=True):
    """The button above the first message: there are older ones."""


Row = Quote | Said | Event


def conversation_rows(
    view: TicketView, messages: Sequence[Message], now: datetime, *, older: bool = False, leaving: Intent | None = None
) -> tuple[Row, ...]:
    """Return quotes, messages and events in the order of time, without events older than the first message.

    ``older`` says that there are messages before these; ``leaving`` is a reply on its way, which comes last.
    """
    timed: list[tuple[datetime, int, Row]] = []
    quoted = ""
    for message in messages:
        if message.parent_text and message.parent_text != quoted and message.direction is Direction.IN:
            quoted = message.parent_text
            timed.append((message.posted_at, 0, Quote(message.parent_author, message.parent_text)))
        timed.append((message.posted_at, 1, _said(message, view.customer.nickname, now)))
    events = [*_handoff_events(view.handoffs, now), *_history_events(view.history, now)]
    timed += [(at, 2, event) for at, event in events if not messages or at >= messages[0].posted_at]
    timed.sort(key=lambda entry: entry[:2])
    cut = (Older(tr("更早的消息（这里是最近 {0} 条）", len(messages)), "history", "info_text"),) if older else ()
    last = () if leaving is None else (leaving_row(leaving, now),)
    return (*cut, *(row for _, _, row in timed), *last)


def leaving_row(intent: Intent, now: datetime) -> Leaving:
    """Return the bubble of a reply on its way."""
    icon, words = bubble_words(intent, now)
    message = Message(
        id=MessageId(0),
        ticket_id=intent.ticket_id,
        customer_id=intent.customer_id,
        direction=Direction.OUT,
        audience=intent.audience,
        platform=Platform.WEIBO,
        source=Source.COMMENT,
        text=intent.text,
        chain="",
        posted_at=intent.created_at,
        time_is_approximate=False,
        link="",
        parent_author="",
        parent_text="",
        reposts=None,
        comments=None,
        likes=None,
        is_ack=intent.is_ack,
        sentiment=Sentiment.NEUTRAL,
    )
    return Leaving(message, words, icon, intent.text, ())


def spoken(row: Row) -> str:
    """Return a row as a screen reader says it."""
    if isinstance(row, Said):
        linked = tr("，{0} 个链接", len(row.links)) if row.links else ""
        return tr("{0}：{1}{2}", tr("，").join(row.meta), row.words, linked)
    if isinstance(row, Quote):
        return tr("原帖，{0}：{1}", row.author, row.text)
    return row.text


def after_word(word: str, clock: str) -> str:
    """Return a word and a time: 评论于今天 10:58, but 评论于 11-03 周二 10:58 and Comment today 10:58."""
    return f"{word} {Text(clock):low}" if clock[0].isascii() else f"{word}{clock}"


def _said(message: Message, nickname: str, now: datetime) -> Said:
    private = message.audience is Audience.PRIVATE
    when = (tr("约 ") if message.time_is_approximate else "") + clock_words(message.posted_at, now)
    if message.direction is Direction.OUT:
        how = tr("私信") if private else tr("公开回复")
        meta = (tr("我"), tr("{0}，信息已收到", how) if message.is_ack else how, when)
    else:
        likes = tr("已有 {0} 人赞", people_words(message.likes)) if message.likes else ""
        meta = (nickname, label(CHANNELS.get(message.platform, "")) or SOURCES[message.source], when, likes)
    said = reading(message.text)
    answered = tr("回复 @{0}", said.reply_to) if said.reply_to else ""
    parts = tuple(part for part in (*meta, answered) if part)
    return Said(message, parts, "lock" if private else "globe", said.words, said.links)


def _handoff_events(handoffs: Sequence[Handoff], now: datetime) -> Iterator[tuple[datetime, Event]]:
    for handoff in handoffs:
        steps = {taken.step: taken for taken in steps_of(handoff)}
        yield from _handing_over(handoff, steps[Step.COLLECTED], now)
        if handoff.last_nudged_at is not None:
            when = clock_words(handoff.last_nudged_at, now)
            times = tr("，共 {0} 次", handoff.nudges) if handoff.nudges > 1 else ""
            yield handoff.last_nudged_at, Event(tr("{0} 催过{1}{2}", when, label(handoff.addressee), times), "bell")
        yield from _answering(handoff, steps[Step.ANSWERED], now)
        told = steps[Step.CUSTOMER_ANSWERED]
        if told.at is not None:
            words = _with_person(
                tr("{0} 已按 {1} 的反馈答复客户", clock_words(told.at, now), handoff.code), told.person
            )
            yield told.at, Event(words, "circle-check", "success_text")
        elif handoff.ended_at is not None and not handoff.state.is_open:
            is_dropped = handoff.answered_at is not None and handoff.answered_at <= handoff.ended_at
            words = tr("没有按 {0} 的反馈答复客户就结束了", handoff.code)
            if not is_dropped:
                words = tr("不再等{0}答复（{1}）", label(handoff.addressee), handoff.code)
            yield handoff.ended_at, Event(f"{clock_words(handoff.ended_at, now)} {words}", "ban")


def _handing_over(handoff: Handoff, collected: StepTaken, now: datetime) -> Iterator[tuple[datetime, Event]]:
    """Collecting, classifying and handing over, in one line where it took less than a minute."""
    sent, done = clock_words(handoff.sent_at, now), tr("分类（{0}）", tr("，").join(classified_words(handoff)))
    begun = collected.at or handoff.sent_at
    if clock_words(begun, now) == sent:
        done = tr("收集问题，{0}", done)
    else:
        yield begun, Event(_with_person(tr("{0} 收集问题", clock_words(begun, now)), collected.person), "inbox")
    due = after_word(tr("期限"), clock_words(handoff.due_at, now))
    again = handoff.transfer_number > 1 and handoff.asks is Asks.ANSWER
    times = tr("，第 {0} 次转交", handoff.transfer_number) if again else ""
    text = tr("{0} {1}，{2}（{3}），{4}{5}", sent, done, asked_words(handoff), handoff.code, due, times)
    yield handoff.sent_at, Event(_with_person(text, handoff.sent_by), "corner-up-right")


def _answering(handoff: Handoff, answered: StepTaken, now: datetime) -> Iterator[tuple[datetime, Event]]:
    if answered.at is None:
        if handoff.partial_at is not None:
            when, who = clock_words(handoff.partial_at, now), _by(handoff.expert)
            text = tr("{0} {1}答了一部分{2}：{3}", when, label(handoff.addressee), who, handoff.answer)
            yield handoff.partial_at, Event(text, "loader")
        return
    declined = handoff.verdict is Verdict.DECLINED
    said = {Verdict.DECLINED: tr("不同意"), Verdict.AGREED: tr("已确认")}.get(handoff.verdict, tr("已反馈"))
    answer = tr("：{0}", handoff.answer) if handoff.answer else ""
    who = _by(answered.person if handoff.asks is Asks.ANSWER else "")
    text = tr("{0} {1}{2}{3}{4}", clock_words(answered.at, now), label(handoff.addressee), said, who, answer)
    yield answered.at, Event(text, *(("ban", "danger_text") if declined else ("circle-check", "success_text")))


def _with_person(words: str, person: str) -> str:
    return tr("{0}，{1}", words, person) if person else words


def _by(person: str) -> str:
    return tr("（{0}）", person) if person else ""


def _history_events(history: Sequence[Operation], now: datetime) -> Iterator[tuple[datetime, Event]]:
    for operation in history:
        if operation.kind in TOLD and not operation.undone:
            text = f"{clock_words(operation.at, now)} {operation_label(operation)}"
            yield operation.at, Event(text, TOLD[operation.kind])
