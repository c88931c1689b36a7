"""A desk and the steps of a day on it, for tests that let chance choose the steps."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.department import Department, DepartmentContact
from weibo_operator.domain.errors import InvalidInputError, MoveNotAllowedError, NotFoundError, ReplyBlockedError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.handoff import Asks
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.labels import Audience, Kind, Level, Platform, Source, State
from weibo_operator.domain.lead import LeadEdit, LeadState
from weibo_operator.domain.people import InsiderRole
from weibo_operator.domain.praise import Permission
from weibo_operator.domain.remedy import RemedyKind
from weibo_operator.domain.reply import AFTER_SEND_CHOICES
from weibo_operator.domain.saved_search import SearchWords
from weibo_operator.domain.week import Week
from weibo_operator.domain.week_plan import PlanEdit
from weibo_operator.services.template_file import ImportPlan, TemplateLine
from weibo_operator.services.templates import TemplateEdit
from weibo_operator.storage.connection import MEMORY

START = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
WORDS = ("东西坏了，怎么退货", "谢谢你们，很满意", "请问几点开门", "快递三天没动了，投诉", "哈哈哈")
NOT_NOW = (InvalidInputError, MoveNotAllowedError, NotFoundError, ReplyBlockedError)
"""What a step that isn't allowed at the moment raises."""

STEPS = (
    *(
        "capture",
        "capture",
        "reply",
        "reply",
        "private_reply",
        "acknowledge",
        "withdraw",
        "no_reply",
        "no_reply_to_all",
    ),
    *(
        "finish",
        "reopen",
        "set_level",
        "set_labels",
        "forward",
        "answer",
        "part_answer",
        "ask_consent",
        "nudge",
        "plan_visit",
        "visit_done",
    ),
    *("put_back", "save_search", "delete_search", "mark_seen", "mark_all_seen", "add_lead", "edit_lead", "lead_state"),
    *("promise", "promise_kept", "promise_taken_off", "promise_moved", "remedy", "keep_praise", "drop_praise"),
    *("add_insider", "remove_insider", "apply_insiders", "set_on_behalf"),
    *("skip", "snooze", "save_template", "change_template", "delete_template", "edit_customer", "departments"),
    *("rename_category", "move_favourite", "import_templates", "add_starters"),
    *("save_card", "change_card", "check_card", "delete_card"),
    *("write_conclusions", "plan_item", "tick_item", "delete_item"),
)


class StepClock:
    """Stands still until a step moves it."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at


class DeskWork:
    """One desk; every step is one method that takes a number to choose by."""

    def __init__(self, language: Language, path: Path = MEMORY) -> None:
        self.clock = StepClock()
        self._language, self._path = language, path
        self.operator: Operator = build(path, clock=self.clock, language=language)
        self._written = 0

    def restart(self) -> None:
        self.operator.close()
        self.operator = build(self._path, clock=self.clock, language=self._language)

    def step(self, name: str, which: int) -> bool:
        """Do one step; False when it isn't allowed at the moment."""
        self.clock.at += timedelta(minutes=1 + 7 * which)
        action: Callable[[int], object] = getattr(self, name)
        try:
            action(which)
        except NOT_NOW:
            return False
        return True

    def capture(self, which: int) -> None:
        self._written += 1
        private = which % 4 == 3
        self.operator.intake.capture(
            IncomingMessage(
                platform=Platform.WEIBO,
                platform_id=f"m{self._written}",
                uid=str(1 + which % 3),
                nickname=f"客户{which % 5}",
                text=WORDS[which % len(WORDS)],
                posted_at=self.clock.at - timedelta(hours=which),
                source=Source.PRIVATE if private else Source.COMMENT,
                audience=Audience.PRIVATE if private else Audience.PUBLIC,
                parent_platform_id="" if private else f"p{which % 2}",
                followers=which * 1500 if which % 2 else None,
            )
        )

    def reply(self, which: int) -> None:
        self._send(which, Audience.PUBLIC, is_ack=False)

    def private_reply(self, which: int) -> None:
        self._send(which, Audience.PRIVATE, is_ack=False)

    def acknowledge(self, which: int) -> None:
        self._send(which, Audience.PUBLIC, is_ack=True)

    def withdraw(self, which: int) -> None:
        replies = self.operator.replies
        intent = replies.copy(
            self.some(which), audience=Audience.PUBLIC, text=f"算了{which}", after=AFTER_SEND_CHOICES[which % 5]
        )
        replies.withdraw(intent.id)

    def no_reply(self, which: int) -> None:
        self.operator.inbox.no_reply([self.some(which)], reason="闲聊")

    def no_reply_to_all(self, which: int) -> None:
        self.operator.inbox.no_reply(self.operator.inbox.pane(State.NEW), reason="闲聊")

    def write_conclusions(self, which: int) -> None:
        text = "" if which % 3 == 0 else f"本周平稳 {which}。"
        self.operator.week_plan.write_conclusions(Week.of(self.clock.at), text)

    def plan_item(self, which: int) -> None:
        self.operator.week_plan.add(Week.of(self.clock.at), PlanEdit(f"做 {which} 件事", "小宁"))

    def tick_item(self, which: int) -> None:
        item = self._one(self.operator.week_plan.plan(Week.of(self.clock.at)), which)
        self.operator.week_plan.tick(item.id, done=not item.done)

    def delete_item(self, which: int) -> None:
        item = self._one(self.operator.week_plan.plan(Week.of(self.clock.at)), which)
        self.operator.week_plan.delete(item.id)

    def finish(self, which: int) -> None:
        self.operator.inbox.finish(self.some(which))

    def reopen(self, which: int) -> None:
        self.operator.inbox.reopen(self.some(which))

    def set_level(self, which: int) -> None:
        self.operator.inbox.set_level(self.some(which), None if which % 5 == 0 else Level(which % 5))

    def set_labels(self, which: int) -> None:
        kinds = tuple(Kind)
        self.operator.inbox.set_labels(self.some(which), kind=kinds[which % len(kinds)], topic=f"话题{which % 2}")

    def forward(self, which: int) -> None:
        handoffs = self.operator.handoffs
        handoffs.forward(handoffs.defaults(self.some(which)).form)

    def answer(self, which: int) -> None:
        handoff = self._one(self.operator.handoffs.open_ones() + self.operator.handoffs.ended(), which)
        self.operator.handoffs.answer(handoff.id, "查到了，明天补发")

    def part_answer(self, which: int) -> None:
        handoff = self._one(self.operator.handoffs.open_ones(), which)
        self.operator.handoffs.answer(handoff.id, f"先查到 {which} 件", expert="李工", partial=True)

    def ask_consent(self, which: int) -> None:
        handoffs = self.operator.handoffs
        form = replace(handoffs.defaults(self.some(which)).form, asks=Asks.CONSENT, contact="罗经理")
        handoffs.forward(form)

    def nudge(self, which: int) -> None:
        self.operator.handoffs.nudge(self._one(self.operator.handoffs.open_ones(), which).id)

    def plan_visit(self, which: int) -> None:
        self.operator.follow_ups.plan(
            self.some(which), due_at=self.clock.at + timedelta(days=1 + which), question="好了吗"
        )

    def visit_done(self, which: int) -> None:
        outcomes = tuple(VisitOutcome)
        visit = self._one(self.operator.follow_ups.due_list(), which)
        self.operator.follow_ups.done(visit.id, outcomes[which % len(outcomes)], note="看过了")

    def promise(self, which: int) -> None:
        ways = ("今天给您答复", "明天 18:00 前给您发货", "两天内给您退款", "已经发货了，后天再给您答复")
        replies, text = self.operator.replies, f"您好，{ways[which % len(ways)]}。"
        after = AFTER_SEND_CHOICES[which % len(AFTER_SEND_CHOICES)]
        replies.confirm(replies.copy(self.some(which), audience=Audience.PUBLIC, text=text, after=after).id)

    def promise_kept(self, which: int) -> None:
        self.operator.promises.keep(self._one(self.operator.promises.due_list(), which).id)

    def promise_taken_off(self, which: int) -> None:
        self.operator.promises.cancel(self._one(self.operator.promises.due_list(), which).id)

    def promise_moved(self, which: int) -> None:
        promise = self._one(self.operator.promises.due_list(), which)
        due = self.clock.at + timedelta(days=1 + which)
        self.operator.promises.move(promise.id, due)
        self.operator.promises.note(promise.ticket_id, "电话里答应的", due)

    def remedy(self, which: int) -> None:
        kind = tuple(RemedyKind)[which % len(RemedyKind)]
        cents = 100 * which * which + 1 if kind.costs else 0
        self.operator.aftercare.give(self.some(which), kind, cents, approved_by="店长" if which % 3 else "")

    def keep_praise(self, which: int) -> None:
        permission = tuple(Permission)[which % len(Permission)]
        self.operator.aftercare.keep_praise(self.some(which), f"很好{which}", permission)

    def drop_praise(self, which: int) -> None:
        self.operator.aftercare.drop_praise(self._one(self.operator.aftercare.testimonials(), which).ticket_id)

    def skip(self, which: int) -> None:
        self.operator.inbox.skip(self.some(which))

    def snooze(self, which: int) -> None:
        self.operator.inbox.snooze(self.some(which), until=self.clock.at + timedelta(days=30))

    def save_template(self, which: int) -> None:
        self.operator.templates.save(_template(f"新话术{which}", ("您好", "好的"), favourite=which % 4))

    def change_template(self, which: int) -> None:
        templates = self.operator.templates
        chosen = self._one(templates.all(), which)
        wordings = tuple(f"换个说法{number}" for number in range(1 + which % 3))
        templates.save(_template(f"{chosen.title}改", wordings, favourite=which % 4), chosen.id)

    def delete_template(self, which: int) -> None:
        self.operator.templates.delete(self._one(self.operator.templates.all(), which).id)

    def rename_category(self, which: int) -> None:
        templates = self.operator.templates
        templates.rename_category(self._one(templates.categories(), which), f"分类{which % 3}")

    def move_favourite(self, which: int) -> None:
        templates = self.operator.templates
        templates.move_favourite(self._one(templates.favourites(), which).id, 1 if which % 2 else -1)

    def import_templates(self, which: int) -> None:
        line = TemplateLine(2, _template(f"话术{which % 3}", ("表里来的",), favourite=0), frozenset())
        here = self.operator.templates.all()
        changed = ((self._one(here, which), line),) if which % 2 and here else ()
        plan = ImportPlan("话术.csv", (line,), changed, 0, (), ())
        self.operator.templates.import_plan(plan, update=True)

    def add_starters(self, which: int) -> None:
        starter = self.operator.templates.starter
        starter.add(starter.lacking()[:which])

    def save_card(self, which: int) -> None:
        kind = tuple(CardKind)[which % 4]
        self.operator.knowledge.save(CardEdit(kind, f"知识{which}", f"内容{which}", source=f"来源{which}"))

    def change_card(self, which: int) -> None:
        card = self._one(self.operator.knowledge.all(), which)
        self.operator.knowledge.save(replace(card.edit, text=f"{card.text}改", favourite=not card.favourite), card.id)

    def check_card(self, which: int) -> None:
        self.operator.knowledge.mark_checked(self._one(self.operator.knowledge.all(), which).id)

    def delete_card(self, which: int) -> None:
        self.operator.knowledge.delete(self._one(self.operator.knowledge.all(), which).id)

    def edit_customer(self, which: int) -> None:
        customer = self.operator.inbox.view(self.some(which)).customer.id
        self.operator.shop.edit_customer(customer, notes=f"备注{which}", vip=bool(which % 2), followers=which)

    def departments(self, which: int) -> None:
        departments = self.operator.departments
        contact = DepartmentContact(f"小赵{which}", in_charge=bool(which % 2))
        wanted = [Department("物流部", (contact,)), Department(f"部门{which}", answer_hours=which or None)]
        departments.save(wanted, dict.fromkeys(departments.in_the_way(wanted), "物流部"))

    def add_insider(self, which: int) -> None:
        self.operator.insiders.add(f"客户{which % 3}", tuple(InsiderRole)[which % 3])

    def remove_insider(self, which: int) -> None:
        self.operator.insiders.remove(self._one(self.operator.insiders.listed(), which).id)

    def apply_insiders(self, which: int) -> None:
        self.operator.insiders.apply("内部人员")

    def set_on_behalf(self, which: int) -> None:
        self.operator.people.set_on_behalf(self.some(which), ("", "妈妈", "@客户1", "@路人")[which % 4])

    def put_back(self, which: int) -> None:
        self.operator.gathered.put_back(self._one(self.operator.gathered.listed(), which).ticket)

    def save_search(self, which: int) -> None:
        known = self.operator.searches.listed()
        changed = known[which % len(known)].id if known and which % 2 else None
        self.operator.searches.save(f"搜索{which}", SearchWords((), (WORDS[which % len(WORDS)][:2],)), changed)

    def delete_search(self, which: int) -> None:
        self.operator.searches.delete(self._one(self.operator.searches.listed(), which).id)

    def mark_seen(self, which: int) -> None:
        search = self._one(self.operator.searches.listed(), which)
        self.operator.searches.mark_seen([hit.message for hit in self.operator.searches.hits(search.id)][: 1 + which])

    def mark_all_seen(self, which: int) -> None:
        self.operator.searches.mark_all_seen(self._one(self.operator.searches.listed(), which).id)

    def add_lead(self, which: int) -> None:
        view = self.operator.inbox.view(self.some(which))
        self.operator.leads.add(view.customer.id, message=view.messages[0].id, found_by=f"搜索{which}")

    def edit_lead(self, which: int) -> None:
        lead = self._one(self.operator.leads.listed(), which)
        state = tuple(LeadState)[which % len(LeadState)]
        self.operator.leads.edit(lead.id, LeadEdit(state, f"记{which}", lead.next_contact, touch=bool(which % 2)))

    def lead_state(self, which: int) -> None:
        lead = self._one(self.operator.leads.listed(), which)
        self.operator.leads.set_state(lead.id, tuple(LeadState)[which % len(LeadState)])

    def some(self, which: int) -> TicketId:
        ids = [ticket for state in State for ticket in self.operator.inbox.pane(state)]
        return self._one(sorted(ids), which)

    def _send(self, which: int, audience: Audience, *, is_ack: bool) -> None:
        replies = self.operator.replies
        after = AFTER_SEND_CHOICES[which % len(AFTER_SEND_CHOICES)]
        intent = replies.copy(self.some(which), audience=audience, text=f"您好{which}", after=after, is_ack=is_ack)
        replies.confirm(intent.id)

    def _one(self, rows, which):
        if not rows:
            raise NotFoundError(what="row", id=which)
        return rows[which % len(rows)]


def _template(title: str, wordings: tuple[str, ...], *, favourite: int) -> TemplateEdit:
    return TemplateEdit(
        title=title, category="测试", code="", audience="both", tone="", favourite=favourite, wordings=wordings
    )
