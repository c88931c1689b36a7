"""热点提醒: a public notice about what many say at once; posted by hand, its link then offered to each of them (G4)."""

import tomllib
from pathlib import Path

from weibo_operator.domain.clock import china, china_day, day_start
from weibo_operator.domain.crowd import BroadcastRoom, Notice, NoticeState, broadcast_room
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import NoticeId, TicketId
from weibo_operator.domain.matters import Cluster, Matter, people_shown
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.settings import BROADCASTS_A_DAY, BROADCASTS_A_MONTH, HOTLINE, OWN_NICKNAME, SHOP_NAME
from weibo_operator.domain.template import VARIABLE, fill
from weibo_operator.services.desk import Desk
from weibo_operator.storage import notices
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms

LISTED_AT_MOST = 200
_SHOP = "我们"
_LINKS = ("http://", "https://")


class Notices:
    """Drafts, keeps and offers notices. Nothing here posts: the operator copies the text and brings the link back."""

    def __init__(self, desk: Desk, resources: Path) -> None:
        self._desk = desk
        with (resources / "templates" / "notice.toml").open("rb") as file:
            self._words = tomllib.load(file)

    def draft_text(self, cluster: Cluster) -> str:
        """A first text about the crowd, from the shipped words for its issue."""
        chosen = next(
            entry
            for entry in self._words["text"]
            if cluster.matter.issue in (entry["issues"] or [cluster.matter.issue])
        )
        hotline = self._desk.setting(HOTLINE)
        values = {
            "起始时间": f"{china(cluster.first_at).month} 月 {china(cluster.first_at).day} 日",
            "人数": people_shown(cluster.people),
            "对象": cluster.matter.product,
            "商品": cluster.matter.product,
            "问题": cluster.matter.issue,
            "店铺": self._desk.setting(SHOP_NAME) or self._desk.setting(OWN_NICKNAME) or _SHOP,
            "热线": hotline,
            "热线句": fill(self._words["hotline"], {"热线": hotline}) if hotline else "",
        }
        # In one pass, and empty values leave nothing behind.
        return VARIABLE.sub(lambda found: values.get(found.group(1), found.group(0)), chosen["words"].strip())

    def offer_text(self, notice: Notice) -> str:
        """The short sentence with the link that goes into a reply."""
        return fill(self._words["offer"], {"链接": notice.link})

    def listed(self) -> tuple[Notice, ...]:
        """The latest notices with how many customers got each link."""
        return notices.listed(self._desk.connection, LISTED_AT_MOST)

    def of_matter(self, matter: Matter) -> Notice | None:
        """The notice about a matter that is being written or offered."""
        return notices.of_matter(self._desk.connection, matter)

    def offered(self, ticket: TicketId) -> Notice | None:
        """The posted notice about this ticket's matter whose link the customer has not got yet."""
        return notices.offered(self._desk.connection, ticket)

    def broadcast_room(self) -> BroadcastRoom:
        """How many notices the account may still send to all its subscribers (mission G10)."""
        today = china_day(self._desk.now())
        sent = notices.posted_since(self._desk.connection, day_start(today.replace(day=1)))
        return broadcast_room(
            today,
            [china_day(each) for each in sent],
            a_day=self._desk.setting(BROADCASTS_A_DAY),
            a_month=self._desk.setting(BROADCASTS_A_MONTH),
        )

    def begin(self, cluster: Cluster, text: str) -> Outcome[Notice]:
        """Keep a draft about a crowd; raises ``InvalidInputError`` for an empty text."""
        values: dict[str, Value] = {
            "issue": cluster.matter.issue,
            "product": cluster.matter.product,
            "since": to_ms(cluster.first_at),
            "people": cluster.people,
            "text": _checked(text),
            "state": NoticeState.DRAFT.value,
            "created_at": to_ms(self._desk.now()),
        }
        with self._desk.operation(OperationKind.NOTICE_DRAFT, data={"matter": cluster.matter.words}) as recorder:
            number = NoticeId(recorder.insert("notice", values))
        return Outcome(self._get(number), changes_of(recorder), recorder.operation)

    def rewrite(self, notice: NoticeId, text: str) -> Outcome[Notice]:
        """Change the text; raises ``InvalidInputError`` for an empty one."""
        data = {"matter": self._get(notice).matter.words}
        with self._desk.operation(OperationKind.NOTICE_DRAFT, data=data) as recorder:
            recorder.update("notice", notice, {"text": _checked(text)})
        return Outcome(self._get(notice), changes_of(recorder), recorder.operation)

    def posted(self, notice: NoticeId, *, text: str, link: str) -> Outcome[Notice]:
        """已发布: the operator posted it and brings the link; from now on it is offered, also one that was ended.

        Raises ``InvalidInputError`` for an empty text or for what is no web address.
        """
        address = link.strip()
        if not address.startswith(_LINKS) or len(address.split()) != 1:
            raise InvalidInputError(field="link", reason="not_a_link", value=address)
        found = self._get(notice)
        values: dict[str, Value] = {"text": _checked(text), "link": address, "state": NoticeState.POSTED.value}
        values["ended_at"] = None
        if found.posted_at is None:
            values["posted_at"] = to_ms(self._desk.now())
        with self._desk.operation(OperationKind.NOTICE_POSTED, data={"matter": found.matter.words}) as recorder:
            recorder.update("notice", notice, values)
        return Outcome(self._get(notice), changes_of(recorder), recorder.operation)

    def end(self, notice: NoticeId) -> Outcome[None]:
        """不再提供: a posted notice is offered no more; a draft is thrown away."""
        found = self._get(notice)
        with self._desk.operation(OperationKind.NOTICE_ENDED, data={"matter": found.matter.words}) as recorder:
            if found.state is NoticeState.DRAFT:
                recorder.delete("notice", notice)
            else:
                values: dict[str, Value] = {"state": NoticeState.ENDED.value, "ended_at": to_ms(self._desk.now())}
                recorder.update("notice", notice, values)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def _get(self, notice: NoticeId) -> Notice:
        return notices.get(self._desk.connection, notice)


def _checked(text: str) -> str:
    if not text.strip():
        raise InvalidInputError(field="text", reason="empty")
    return text.strip()
