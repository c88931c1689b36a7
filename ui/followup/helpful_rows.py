"""What a row of the list 热心博友 says: who, how many answers, the latest one, and whether we thanked."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.community import HelpfulUser, PeerAnswer
from weibo_operator.services.wording import clock_words, day_words, people_words

HELPFUL_COLUMNS = (
    CardColumn("最近", 96),
    CardColumn("博友", 176),
    CardColumn("最近一次解答", share=1.0),
    CardColumn("解答", 96),
    CardColumn("道谢", 132),
)
NO_WORDS = "没有记下原话"


def grouped_helpful(users: Sequence[HelpfulUser]) -> list[object]:
    """Those we still owe thanks first; who answered most stands first in each group."""
    owed = [each for each in users if each.unthanked]
    done = [each for each in users if not each.unthanked]
    rows: list[object] = []
    for title, held in (("还没道谢", owed), ("都道过谢了", done)):
        if held:
            rows += [GroupTitle(title, len(held)), *sorted(held, key=lambda each: -len(each.answers))]
    return rows


def helpful_counts(users: Sequence[HelpfulUser]) -> tuple[str, ...]:
    """热心博友 3 位，解答 8 次，还没道谢 2 次."""
    parts = (
        ("热心博友", len(users), "位"),
        ("解答", sum(len(each.answers) for each in users), "次"),
        ("还没道谢", sum(each.unthanked for each in users), "次"),
    )
    return tuple(f"{name} {count} {unit}" for name, count, unit in parts if count)


def helpful_person(user: HelpfulUser) -> tuple[str, ...]:
    """The line under the name."""
    if user.customer_id is None:
        return ("没给我们留过言",)
    return () if user.followers is None else (f"{people_words(user.followers)} 粉丝",)


def latest_words(user: HelpfulUser) -> tuple[str, str]:
    """Whom they answered last, and with what."""
    latest = user.answers[0]
    return f"答 @{latest.asker}（#{latest.ticket_id}）", latest.said or NO_WORDS


def thanks_words(user: HelpfulUser, now: datetime) -> tuple[str, str]:
    """For how many answers thanks are owed, and when we thanked last."""
    last = "" if user.last_thanked_at is None else f"{day_words(user.last_thanked_at, now)}道过谢"
    if not user.unthanked:
        return last, ""
    return (f"还欠 {user.unthanked} 次" if user.unthanked < len(user.answers) else "还没道谢"), last


def thanks_role(user: HelpfulUser) -> ColorRole:
    """Owed thanks stand out."""
    return "text" if user.unthanked else "text2"


def log_line(answer: PeerAnswer, now: datetime) -> str:
    """One line of the log: which ticket, when, thanked when and by what."""
    head = f"#{answer.ticket_id} 答 @{answer.asker}，{day_words(answer.marked_at, now)}"
    if answer.thanked_at is None:
        return f"{head}；还没道谢"
    by = f"：{answer.thanks}" if answer.thanks else "（在别处）"
    return f"{head}；{clock_words(answer.thanked_at, now)} 道谢{by}"


def spoken_helpful(user: HelpfulUser, now: datetime) -> str:
    """The whole row for a screen reader."""
    words = (user.nickname, f"解答 {len(user.answers)} 次", *latest_words(user), *thanks_words(user, now))
    return "，".join(" ".join(part.split()) for part in words if part)
