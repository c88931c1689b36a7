"""What a row of the list of kept praise says: groups by permission, who, their words, asked, thanked."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.praise import Permission, Testimonial
from weibo_operator.services.wording import clock_words, day_words, people_words
from weibo_operator.translation import label, tr

PRAISE_COLUMNS = (
    CardColumn(tr("收下"), 96, spare=True),
    CardColumn(tr("客户"), 176),
    CardColumn(tr("客户的原话"), share=1.0),
    CardColumn(tr("能不能引用"), 132),
    CardColumn(tr("道谢"), 108, spare=True),
)
ASKED = tr("等客户回话")
GROUPS = {
    ASKED: tr("问过能不能引用，等客户回话"),
    Permission.NOT_ASKED: tr("还没问能不能引用"),
    Permission.GIVEN: tr("可以引用"),
    Permission.REFUSED: tr("客户不同意引用"),
}
"""In the order shown: what is to be done comes first."""


def grouped_praise(kept: Sequence[Testimonial]) -> list[object]:
    """Kept praise by what is known of the permission, the newest first in each group."""
    groups: dict[str, list[Testimonial]] = {key: [] for key in GROUPS}
    for each in kept:
        groups[ASKED if each.is_asked else each.permission].append(each)
    rows: list[object] = []
    for key, held in groups.items():
        rows += [GroupTitle(GROUPS[key], len(held)), *held] if held else []
    return rows


def praise_counts(kept: Sequence[Testimonial]) -> tuple[str, ...]:
    """收下 8 条，可以引用 3 条，等客户回话 1 条，还没道谢 2 条."""
    given = sum(each.permission is Permission.GIVEN for each in kept)
    asked, owed = sum(each.is_asked for each in kept), sum(not each.thanked for each in kept)
    parts = (
        (tr("收下 {0} 条", len(kept)), len(kept)),
        (tr("可以引用 {0} 条", given), given),
        (tr("等客户回话 {0} 条", asked), asked),
        (tr("还没道谢 {0} 条", owed), owed),
    )
    return tuple(words for words, count in parts if count)


def praise_person(kept: Testimonial) -> tuple[str, ...]:
    """The line under the name."""
    reach = () if kept.followers is None else (tr("{0} 粉丝", people_words(kept.followers)),)
    return (*reach, tr("工单 #{0}", kept.ticket_id))


def permission_words(kept: Testimonial, now: datetime) -> tuple[str, str]:
    """What is known of the permission, and when it was asked for."""
    asked = "" if kept.asked_at is None else tr("{0}问过", day_words(kept.asked_at, now))
    return (ASKED if kept.is_asked else label(kept.permission.label)), asked


def permission_role(kept: Testimonial) -> ColorRole:
    """The colour of the permission: it is a promise not to quote what is not allowed."""
    roles: dict[Permission, ColorRole] = {Permission.GIVEN: "success_text", Permission.REFUSED: "danger_text"}
    return roles.get(kept.permission, "text")


def thanked_words(kept: Testimonial, now: datetime) -> str:
    """When we thanked for it."""
    return tr("还没道谢") if kept.thanked_at is None else tr("{0}道过谢", day_words(kept.thanked_at, now))


def told_lines(kept: Testimonial, now: datetime) -> tuple[str, ...]:
    """What became of it, line by line, for the panel."""
    thanked = tr("还没道谢") if kept.thanked_at is None else tr("{0} 道过谢", clock_words(kept.thanked_at, now))
    asked = "" if kept.asked_at is None else tr("{0} 问过能不能引用", clock_words(kept.asked_at, now))
    waits = tr("还没记下 TA 的答复") if kept.is_asked else ""
    lines = (tr("{0} 收下", clock_words(kept.kept_at, now)), thanked, asked, waits)
    return tuple(line for line in lines if line)


def spoken_praise(kept: Testimonial, now: datetime) -> str:
    """The whole row for a screen reader."""
    words = (kept.nickname, " ".join(kept.text.split()), *permission_words(kept, now), thanked_words(kept, now))
    return tr("，").join(part for part in words if part)
