"""What the mapping page says: meanings of columns, channels, spellings of dates, and what is still missing."""

from collections.abc import Mapping, Sequence

from ui.intake.capture_words import PLACES
from weibo_operator.domain.columns import OFFERED_ROLES, DateOrder, Role, TableMapping
from weibo_operator.translation import tr

NOT_USED = tr("不用")
ROLE_NAMES: Mapping[Role, str] = {
    Role.NICKNAME: tr("作者"),
    Role.TEXT: tr("正文"),
    Role.TIME: tr("时间"),
    Role.CLOCK: tr("几点几分"),
    Role.CHANNEL: tr("类型（评论、私信、电话…）"),
    Role.LINK: tr("链接"),
    Role.ID: tr("编号"),
    Role.BID: tr("短编号（bid）"),
    Role.UID: tr("作者编号（UID）"),
    Role.POST: tr("所在微博的编号"),
    Role.PARENT: tr("上一条的编号"),
    Role.PARENT_AUTHOR: tr("上一条的作者"),
    Role.PARENT_TEXT: tr("上一条的正文"),
    Role.MENTIONS: tr("@到的人"),
    Role.REPOSTS: tr("转发数"),
    Role.COMMENTS: tr("评论数"),
    Role.LIKES: tr("点赞数"),
    Role.FOLLOWERS: tr("粉丝数"),
    Role.VERIFIED: tr("认证"),
    Role.LOCATION: tr("属地"),
    Role.PLACE: tr("发布位置"),
    Role.DEVICE: tr("发布工具"),
}
CHOICES: tuple[Role | None, ...] = (None, *OFFERED_ROLES)
"""What a column can be, 不用 first."""
DATE_ORDERS: Mapping[DateOrder, str] = {
    DateOrder.YEAR_FIRST: tr("年在前（2026-3-4）"),
    DateOrder.DAY_FIRST: tr("日在前（4/3/2026）"),
    DateOrder.MONTH_FIRST: tr("月在前（3/4/2026）"),
}
CELLS_SHOWN = 3


def role_name(role: Role | None) -> str:
    """A meaning's name."""
    return NOT_USED if role is None else ROLE_NAMES[role]


def header_words(header: str, at: int) -> str:
    """A column's header, or its place where it has none."""
    return header.strip() or tr("第 {0} 列", at + 1)


def first_cells(rows: Sequence[Sequence[str]], at: int) -> tuple[str, ...]:
    """The first filled cells of a column, each once."""
    cells = (" ".join(row[at].split()) for row in rows if at < len(row))
    return tuple(dict.fromkeys(cell for cell in cells if cell))[:CELLS_SHOWN]


def place_of(mapping: TableMapping) -> str:
    """The key of the channel that rows without a word for theirs get."""
    wanted = (mapping.platform, mapping.source, mapping.audience)
    return next(
        (key for key, place in PLACES.items() if (place.platform, place.source, place.audience) == wanted), "other"
    )


def missing_words(mapping: TableMapping) -> str:
    """What is still to be said before the table can be read, empty when nothing is."""
    if Role.TEXT not in mapping.roles:
        return tr("还要指明哪一列是正文")
    if not mapping.is_complete:
        return tr("还要指明哪一列是作者，或在下面填一个")
    return ""


def tried_words(readable: int, broken: int, *, has_time: bool) -> str:
    """What became of the first rows."""
    untimed = "" if has_time else tr("，没有时间列，都按采集时间算")
    if not readable and not broken:
        return tr("表头下面没有内容")
    if not broken:
        return tr("前 {0} 行都读得懂{1}", readable, untimed)
    return tr("前 {0} 行里读得懂 {1} 行，读不懂 {2} 行{3}", readable + broken, readable, broken, untimed)
