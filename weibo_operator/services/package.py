"""The words of a handoff, filled from ``resources/templates/handoff.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.clock import china
from weibo_operator.domain.customer import Customer
from weibo_operator.domain.handoff import Asks, Handoff, name_of
from weibo_operator.domain.message import Direction, Message
from weibo_operator.domain.template import VARIABLE, fill
from weibo_operator.domain.weekly import masked
from weibo_operator.language.masking import masked_text
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.wording import clock_words, duration_words, people_words
from weibo_operator.translation import for_others

_DESCRIPTION_IN_REMINDER = 30


class PackageSheet(Struct, frozen=True):
    """The package as a page: a title, (label, value) rows, then the conversation; all plain text."""

    title: str
    rows: tuple[tuple[str, str], ...]
    conversation_title: str
    conversation: tuple[str, ...]
    note: str = ""


class PackageText:
    """Builds the texts of a handoff."""

    def __init__(self, resources: Path) -> None:
        with (resources / "templates" / "handoff.toml").open("rb") as file:
            self._words = tomllib.load(file)

    @for_others()
    def text(
        self,
        form: HandoffForm,
        *,
        code: str,
        customer: Customer,
        link: str,
        conversation: Sequence[Message],
        now: datetime,
    ) -> str:
        """The plain text for the department: the form's columns, then the conversation if it is wanted."""
        values = {
            "级别": self._words["levels"][form.level - 1],
            "类型": form.kind,
            "部门": form.department,
            "编号": code,
            "客户": customer.nickname,
            "客户资料": self._details(customer) if form.with_customer else "",
            "属性": form.aspect.value,
            "问题": " ".join(form.description.split()),
            "链接": next((message.link for message in conversation if message.link), link),
            "期限": clock_words(form.due_at, now),
            "联系人": fill(self._words["contact"], {"联系人": form.contact}) if form.contact else "",
            "联系人姓名": name_of(form.contact),
        }
        shape = "package" if form.asks is Asks.ANSWER else "consent_package"
        lines = [self._line(line, values) for line in self._words[shape]]
        if form.with_conversation and conversation:
            lines += [
                self._words["conversation_title"],
                *(self._said(message, customer, now) for message in conversation),
            ]
        return "\n".join(line for line in lines if line)

    @for_others()
    def holding(self, form: HandoffForm, *, hotline: str, now: datetime) -> str:
        """The first words to the customer; without a hotline the sentence about it is left out."""
        words = self._words["holding"] if hotline else self._words["holding_without_hotline"]
        department = form.department if form.asks is Asks.ANSWER else self._words["in_charge"]
        return fill(words, {"部门": department, "期限": clock_words(form.due_at, now), "热线": hotline})

    @for_others()
    def interim(self, handoff: Handoff, *, due: datetime, hotline: str, now: datetime) -> str:
        """What the customer hears while the answer is awaited: what is known so far, and by when the rest comes."""
        words = self._words["interim"] if hotline else self._words["interim_without_hotline"]
        known = ""
        if handoff.partial_at is not None and handoff.answered_at is None:
            known = fill(self._words["progress"], {"部分": f"{' '.join(handoff.answer.split()).rstrip('。')}。"})
        elif handoff.nudges:
            known = self._words["nudged"]
        department = handoff.department if handoff.asks is Asks.ANSWER else self._words["in_charge"]
        return fill(words, {"部门": department, "进展": known, "期限": clock_words(due, now), "热线": hotline})

    @for_others()
    def sheet(
        self, handoff: Handoff, customer: Customer, conversation: Sequence[Message], *, now: datetime, is_masked: bool
    ) -> PackageSheet:
        """The package as a page; masked, it names no customer and holds no long number and no link."""
        words = self._words["sheet"]

        def quoted(text: str) -> str:
            said = " ".join(text.split())
            return masked_text(said, (customer.nickname, " ".join(customer.nickname.split()))) if is_masked else said

        values = {
            "code": handoff.code,
            "department": handoff.department,
            "contact": handoff.contact,
            "level": self._words["levels"][handoff.level - 1],
            "kind": handoff.kind,
            "aspect": handoff.aspect,
            "customer": masked(customer.nickname) if is_masked else f"{customer.nickname}{self._details(customer)}",
            "problem": quoted(handoff.description),
            "link": "" if is_masked else next((message.link for message in conversation if message.link), ""),
            "sent": f"{china(handoff.sent_at):%Y-%m-%d %H:%M}",
            "due": f"{china(handoff.due_at):%Y-%m-%d %H:%M}",
            "answer": quoted(handoff.answer),
            "expert": handoff.expert,
        }
        said = (self._said(message, customer, now) for message in conversation)
        return PackageSheet(
            title=fill(words["title"], {"编号": handoff.code}),
            rows=tuple((words["labels"][key], value) for key, value in values.items() if value),
            conversation_title=words["conversation"],
            conversation=tuple(quoted(line) for line in said),
            note=words["masked_note"] if is_masked else "",
        )

    @for_others()
    def reminder(self, handoff: Handoff, *, now: datetime) -> str:
        """The text that nudges a department."""
        late = now - handoff.due_at
        state = self._words["not_overdue"]
        if late.total_seconds() > 0:
            state = fill(self._words["overdue"], {"时长": duration_words(late)})
        problem = " ".join(handoff.description.split())
        if len(problem) > _DESCRIPTION_IN_REMINDER:
            problem = problem[:_DESCRIPTION_IN_REMINDER] + "……"
        values = {
            "部门": handoff.department,
            "联系人姓名": name_of(handoff.contact),
            "编号": handoff.code,
            "客户": handoff.nickname,
            "问题": problem,
            "期限": clock_words(handoff.due_at, now),
            "状态": state,
        }
        shape = "reminder" if handoff.asks is Asks.ANSWER else "consent_reminder"
        return fill(self._words[shape], values)

    def _details(self, customer: Customer) -> str:
        way = fill(self._words["preferred_way"], {"渠道": customer.preferred_way}) if customer.preferred_way else ""
        if customer.followers is None:
            return way
        words = self._words["customer_details"] if customer.verified else self._words["plain_followers"]
        return fill(words, {"粉丝": people_words(customer.followers), "认证": customer.verified}) + way

    def _said(self, message: Message, customer: Customer, now: datetime) -> str:
        who = customer.nickname if message.direction is Direction.IN else self._words["us"]
        values = {"时间": clock_words(china(message.posted_at), now), "谁": who, "内容": message.text}
        return fill(self._words["conversation_line"], values)

    def _line(self, line: str, values: Mapping[str, str]) -> str:
        if "{链接}" in line and not values["链接"]:
            return ""
        # In one pass: what a customer wrote is never taken for a variable.
        filled = VARIABLE.sub(lambda found: values.get(found.group(1), found.group(0)), line)
        return " ".join(filled.split()) if "\n" not in filled else filled
