"""The words of a handoff, filled from ``resources/templates/handoff.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from weibo_operator.domain.clock import china
from weibo_operator.domain.customer import Customer
from weibo_operator.domain.handoff import Handoff
from weibo_operator.domain.message import Direction, Message
from weibo_operator.domain.template import VARIABLE, fill
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.wording import clock_words, duration_words, people_words

_DESCRIPTION_IN_REMINDER = 30


class PackageText:
    """Builds the texts of a handoff."""

    def __init__(self, resources: Path) -> None:
        with (resources / "templates" / "handoff.toml").open("rb") as file:
            self._words = tomllib.load(file)

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
        }
        lines = [self._line(line, values) for line in self._words["package"]]
        if form.with_conversation and conversation:
            lines += [
                self._words["conversation_title"],
                *(self._said(message, customer, now) for message in conversation),
            ]
        return "\n".join(line for line in lines if line)

    def holding(self, form: HandoffForm, *, hotline: str, now: datetime) -> str:
        """The first words to the customer; without a hotline the sentence about it is left out."""
        words = self._words["holding"] if hotline else self._words["holding_without_hotline"]
        return fill(words, {"部门": form.department, "期限": clock_words(form.due_at, now), "热线": hotline})

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
            "编号": handoff.code,
            "客户": handoff.nickname,
            "问题": problem,
            "期限": clock_words(handoff.due_at, now),
            "状态": state,
        }
        return fill(self._words["reminder"], values)

    def _details(self, customer: Customer) -> str:
        if customer.followers is None:
            return ""
        words = self._words["customer_details"] if customer.verified else self._words["plain_followers"]
        return fill(words, {"粉丝": people_words(customer.followers), "认证": customer.verified})

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
