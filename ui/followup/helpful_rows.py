"""What a row of the list 热心博友 says: who, how many answers, the latest one, and whether we thanked."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.community import HelpfulUser, PeerAnswer
from weibo_operator.services.wording import clock_words, day_words, people_words
from weibo_operator.translation import tr

HELPFUL_COLUMNS = (
    CardColumn(tr("最近"), 96, spare=True),
    CardColumn(tr("博友"), 176),
    CardColumn(tr("最近一次解答"), share=1.0),
    CardColumn(tr("解答"), 96, spare=True),
    CardColumn(tr("道谢"), 132),
)
NO_WORDS = tr("没有记下原话")


def grouped_helpful(users: Sequence[HelpfulUser]) -> list[object]:
    """Those we still owe thanks first; who answered most stands first in each group."""
    owed = [each for each in users if each.unthanked]
    done = [each for each in users if not each.unthanked]
    rows: list[object] = []
    for title, held in ((tr("还没道谢"), owed), (tr("都道过谢了"), done)):
        if held:
            rows += [GroupTitle(title, len(held)), *sorted(held, key=lambda each: -len(each.answers))]
    return rows


def helpful_counts(users: Sequence[HelpfulUser]) -> tuple[str, ...]:
    """热心博友 3 位，解答 8 次，还没道谢 2 次."""
    answers, owed = sum(len(each.answers) for each in users), sum(each.unthanked for each in users)
    parts = (
        (tr("热心博友 {0} 位", len(users)), len(users)),
        (tr("解答 {0} 次", answers), answers),
        (tr("还没道谢 {0} 次", owed), owed),
    )
    return tuple(words for words, count in parts if count)


def helpful_person(user: HelpfulUser) -> tuple[str, ...]:
    """The line under the name."""
    if user.customer_id is None:
        return (tr("没给我们留过言"),)
    return () if user.followers is None else (tr("{0} 粉丝", people_words(user.followers)),)


def latest_words(user: HelpfulUser) -> tuple[str, str]:
    """Whom they answered last, and with what."""
    latest = user.answers[0]
    return tr("答 @{0}（#{1}）", latest.asker, latest.ticket_id), latest.said or NO_WORDS


def thanks_words(user: HelpfulUser, now: datetime) -> tuple[str, str]:
    """For how many answers thanks are owed, and when we thanked last."""
    last = "" if user.last_thanked_at is None else tr("{0}道过谢", day_words(user.last_thanked_at, now))
    if not user.unthanked:
        return last, ""
    return (tr("还欠 {0} 次", user.unthanked) if user.unthanked < len(user.answers) else tr("还没道谢")), last


def thanks_role(user: HelpfulUser) -> ColorRole:
    """Owed thanks stand out."""
    return "text" if user.unthanked else "text2"


def log_line(answer: PeerAnswer, now: datetime) -> str:
    """One line of the log: which ticket, when, thanked when and by what."""
    head = tr("#{0} 答 @{1}，{2}", answer.ticket_id, answer.asker, day_words(answer.marked_at, now))
    if answer.thanked_at is None:
        return tr("{0}；还没道谢", head)
    by = tr("：{0}", answer.thanks) if answer.thanks else tr("（在别处）")
    return tr("{0}；{1} 道谢{2}", head, clock_words(answer.thanked_at, now), by)


def spoken_helpful(user: HelpfulUser, now: datetime) -> str:
    """The whole row for a screen reader."""
    words = (user.nickname, tr("解答 {0} 次", len(user.answers)), *latest_words(user), *thanks_words(user, now))
    return tr("，").join(" ".join(part.split()) for part in words if part)
