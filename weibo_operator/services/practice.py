"""Practice data: an invented shop's two weeks, played through the real services with the clock turned back."""

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.clock import CHINA, china, china_day
from weibo_operator.domain.department import Department, DepartmentContact
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Aspect, Audience, Level, Platform, Source, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import (
    ADDRESS,
    HOTLINE,
    OWN_NICKNAME,
    PRACTICE,
    SHOP_NAME,
    SIGNATURE,
    TARGET_MINUTES,
    VIP_FOLLOWERS,
)
from weibo_operator.services.departments import Departments
from weibo_operator.services.desk import Desk
from weibo_operator.services.followups import FollowUps
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.handoffs import Handoffs
from weibo_operator.services.important import ImportantCustomers
from weibo_operator.services.inbox import Inbox
from weibo_operator.services.intake import Intake
from weibo_operator.services.replies import Replies
from weibo_operator.services.shop import Shop

_DAY_BEGINS = time(9, 0)
"""Today's steps lie before nine; opened earlier than that, the practice day is yesterday."""

Step = Mapping[str, Any]


class PracticeClock:
    """A clock the story sets."""

    def __init__(self, start: datetime) -> None:
        self.at = start

    def now(self) -> datetime:
        """The story's present."""
        return self.at


class PracticeServices(Struct, frozen=True):
    """The services a story is played through; their clock is ``clock``."""

    desk: Desk
    clock: PracticeClock
    inbox: Inbox
    intake: Intake
    replies: Replies
    handoffs: Handoffs
    follow_ups: FollowUps
    important: ImportantCustomers
    shop: Shop
    departments: Departments


class _Moment(Struct, frozen=True):
    at: datetime
    order: int
    person: Mapping[str, Any]
    step: Step


def set_up_shop(shop: Shop, departments: Departments, folder: Path) -> None:
    """Give an empty file the invented shop of ``folder``: names, targets, departments."""
    with (folder / "shop.toml").open("rb") as file:
        facts = tomllib.load(file)
    told, change = facts["shop"], shop.change
    change(SHOP_NAME, told["name"])
    change(OWN_NICKNAME, facts["account"]["nickname"])
    change(HOTLINE, told["hotline"])
    change(SIGNATURE, told["signature"])
    change(ADDRESS, told["address"])
    change(TARGET_MINUTES, told["target_minutes"])
    change(VIP_FOLLOWERS, told["important_followers"])
    departments.save(
        [
            Department(
                row["name"],
                (DepartmentContact(row["contact"], in_charge=True),),
                answer_hours=_working_hours(row["due_hours"]),
            )
            for row in facts["departments"]
        ]
    )


class PracticeStory:
    """Plays ``resources/demo`` into an empty file."""

    def __init__(self, services: PracticeServices, resources: Path) -> None:
        self._s = services
        self._folder = resources / "demo"
        self._tickets: dict[tuple[str, str], TicketId] = {}
        self._customers: dict[str, CustomerId] = {}
        self._said: dict[str, list[IncomingMessage]] = {}

    def play(self, now: datetime) -> int:
        """Play every step that lies before ``now``; returns how many. The file is marked as practice at the end."""
        set_up_shop(self._s.shop, self._s.departments, self._folder)
        players = self._players()
        moments = sorted(self._moments(now), key=lambda moment: (moment.at, moment.order))
        for moment in moments:
            self._s.clock.at = moment.at
            self._s.inbox.wake()
            players[moment.step["type"]](moment)
        self._s.clock.at = now
        self._s.inbox.wake()
        self._s.shop.change(PRACTICE, True)
        self._s.desk.journal.seal()
        return len(moments)

    def _players(self) -> Mapping[str, Callable[[_Moment], None]]:
        return {
            "in": self._in,
            "recount": self._recount,
            "reply": self._reply,
            "ack": self._ack,
            "no_reply": self._no_reply,
            "forward": self._forward,
            "answer": self._answer,
            "nudge": self._nudge,
            "follow_up_done": self._follow_up_done,
            "close": self._close,
            "level": self._level,
            "labels": self._labels,
            "draft": self._draft,
            "card": self._card,
            "contact": self._contact,
        }

    def _moments(self, now: datetime) -> Iterator[_Moment]:
        local = china(now)
        today = local.date() if local.time() >= _DAY_BEGINS else local.date() - timedelta(days=1)
        order = 0
        for line in (self._folder / "conversations.jsonl").read_text(encoding="utf-8").splitlines():
            person = json.loads(line)
            for step in person["conversation"]:
                day = today - timedelta(days=step["at"]["days_ago"])
                hour, minute = (int(part) for part in step["at"]["time"].split(":"))
                at = datetime.combine(day, time(hour, minute), CHINA).astimezone(UTC)
                order += 1
                yield _Moment(at, order, person, step)

    def _ticket(self, moment: _Moment) -> TicketId:
        return self._tickets[moment.person["uid"], moment.step.get("thread", "")]

    def _in(self, moment: _Moment) -> None:
        person, step = moment.person, moment.step
        source = Source(step["source"])
        thread = step.get("thread", "")
        private = source is Source.PRIVATE
        message = IncomingMessage(
            platform=Platform.WEIBO,
            platform_id=f"practice-{moment.order}",
            uid=person["uid"],
            nickname=person["nickname"],
            text=step["text"],
            posted_at=moment.at,
            source=source,
            audience=Audience.PRIVATE if private else Audience.PUBLIC,
            link=f"https://weibo.com/{person['uid']}/practice{moment.order}",
            profile_url=f"https://weibo.com/u/{person['uid']}",
            parent_platform_id=f"practice-{person['uid']}-{thread}",
            parent_author="橙果数码旗舰店" if step.get("post") else "",
            parent_text=step.get("post", ""),
            followers=person["followers"],
            verified=person["verified"],
            location=person["location"],
            reposts=step.get("reposts"),
            comments=step.get("comments"),
            likes=step.get("likes"),
        )
        self._said.setdefault(person["uid"], []).append(message)
        ticket = self._s.intake.capture(message).value
        if ticket is None:
            raise ValueError(moment.step)
        self._tickets[person["uid"], thread] = ticket
        if person["uid"] not in self._customers:
            customer = self._s.inbox.view(ticket).customer.id
            self._customers[person["uid"]] = customer
            self._s.shop.edit_customer(customer, notes=person["notes"], role=person["role"], vip=person["vip"])

    def _recount(self, moment: _Moment) -> None:
        """The person's message comes in again with other counts (``message`` counts from 1)."""
        step = moment.step
        said = self._said[moment.person["uid"]][int(step["message"]) - 1]
        again = replace(said, reposts=step["reposts"], comments=step["comments"], likes=step["likes"])
        self._s.intake.capture(again)

    def _reply(self, moment: _Moment) -> None:
        step, ticket = moment.step, self._ticket(moment)
        after = AfterSend(State(step["after"]), step.get("follow_up_days"))
        self._send(ticket, Audience(step["audience"]), step["text"], after)
        if after.follow_up_days is not None:
            due = china(moment.at + timedelta(days=after.follow_up_days)).replace(hour=10, minute=0)
            self._s.follow_ups.plan(ticket, due_at=due, question=step.get("question", "").removeprefix("回访："))

    def _ack(self, moment: _Moment) -> None:
        after = AfterSend(State.IN_PROGRESS)
        self._send(self._ticket(moment), Audience.PUBLIC, moment.step["text"], after, is_ack=True)

    def _no_reply(self, moment: _Moment) -> None:
        self._s.inbox.no_reply((self._ticket(moment),), reason=moment.step["reason"])

    def _forward(self, moment: _Moment) -> None:
        step, ticket = moment.step, self._ticket(moment)
        found = self._s.inbox.view(ticket).ticket
        form = HandoffForm(
            ticket_id=ticket,
            description=step["description"],
            kind=found.kind.on_form,
            aspect=Aspect(found.aspect),
            level=found.level,
            department=step["department"],
            contact=step["contact"],
            due_at=moment.at + timedelta(hours=step["due_hours"]),
        )
        self._s.handoffs.forward(form)
        if step["holding"]:
            after = AfterSend(State.IN_PROGRESS)
            self._send(ticket, Audience(step["audience"]), step["holding"], after)

    def _answer(self, moment: _Moment) -> None:
        self._s.handoffs.answer(self._s.inbox.view(self._ticket(moment)).handoffs[-1].id, moment.step["text"])

    def _nudge(self, moment: _Moment) -> None:
        self._s.handoffs.nudge(self._s.inbox.view(self._ticket(moment)).handoffs[-1].id)

    def _follow_up_done(self, moment: _Moment) -> None:
        ticket = self._ticket(moment)
        visit = next(found for found in self._s.follow_ups.due_list() if found.ticket_id == ticket)
        self._s.follow_ups.done(visit.id, VisitOutcome(moment.step["outcome"]), note=moment.step["note"])

    def _close(self, moment: _Moment) -> None:
        self._s.inbox.finish(self._ticket(moment))

    def _level(self, moment: _Moment) -> None:
        self._s.inbox.set_level(self._ticket(moment), Level(moment.step["level"]))

    def _labels(self, moment: _Moment) -> None:
        labels = {key: moment.step[key] for key in ("kind", "nature", "department") if key in moment.step}
        self._s.inbox.set_labels(self._ticket(moment), **labels)

    def _draft(self, moment: _Moment) -> None:
        audience = Audience(moment.step["audience"])
        self._s.replies.save_draft(self._ticket(moment), audience, moment.step["text"])

    def _card(self, moment: _Moment) -> None:
        step, customer = moment.step, self._customers[moment.person["uid"]]
        text = replace(
            self._s.important.card(customer).text,
            manager=step["manager"],
            relation=step["relation"],
            private_way=step["private_way"],
            contact_days=step["contact_days"],
            next_contact=china_day(moment.at) + timedelta(days=step["next_in_days"]),
        )
        self._s.important.edit(customer, text)

    def _contact(self, moment: _Moment) -> None:
        self._s.important.record_contact(self._customers[moment.person["uid"]], note=moment.step["note"])

    def _send(self, ticket: TicketId, audience: Audience, text: str, after: AfterSend, *, is_ack: bool = False) -> None:
        intent = self._s.replies.copy(ticket, audience=audience, text=text, after=after, is_ack=is_ack)
        self._s.replies.confirm(intent.id)


def _working_hours(hours: int) -> int:
    """The story's hours by the clock as hours of nine a day at work."""
    return max(1, round(hours * 9 / 24))
