"""What the paste dialog says: rows, counts, times and results in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from ui.intake.capture_words import said_when
from ui.intake.import_words import label_words
from ui.support.actions import anywhere, in_lists
from ui.support.key_map import KeyMap
from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.labels import Source
from weibo_operator.services.paste import PasteReport, PasteRow
from weibo_operator.translation import tr

PLACES: Mapping[Source, str] = {
    Source.COMMENT: tr("评论"),
    Source.MENTION: tr("@我"),
    Source.PRIVATE: tr("私信"),
    Source.SEARCH: tr("搜索到"),
}
"""Where pasted messages can come from."""

MOST = 500
"""Messages taken in at once; more is a file's work."""
_EXACT = timedelta(minutes=1)
_WRITTEN = "%Y-%m-%d %H:%M"


class Choice(Struct, frozen=True):
    """One row of the dialog: the message and whether it is taken in."""

    row: PasteRow
    checked: bool


def nothing_copied(keys: KeyMap) -> str:
    """Said when there is no text to read."""
    shown = keys.said(in_lists("paste"))
    return tr("剪贴板里没有文字。先在微博上选中评论、@ 或私信，复制，再回来按 {0}。", shown)


def too_many(count: int, keys: KeyMap) -> str:
    """Said when so many messages were copied."""
    shown = keys.said(anywhere("import"))
    return tr("一次最多粘贴 {0} 条，这里有 {1} 条。请存成文件，再按 {2} 导入。", MOST, count, shown)


def summary(choices: Sequence[Choice], rest: int) -> tuple[str, ...]:
    """The counts for the dialog's head."""
    rows = [choice.row for choice in choices]
    known = sum(row.known for row in rows)
    inside = sum((row.found.ours or row.is_inside) and not row.known for row in rows)
    parts = [tr("认出 {0} 条", len(rows)), tr("新的 {0} 条", sum(row.is_wanted for row in rows))] if rows else []
    parts += [tr("已经有了 {0} 条", known)] if known else []
    doubtful = sum(row.found.is_doubtful and not row.known for row in rows)
    parts += [tr("拿不准 {0} 条", doubtful)] if doubtful else []
    parts += [tr("内部人员说的 {0} 条", inside)] if inside else []
    parts += [tr("没认出 {0} 行", rest)] if rest else []
    return tuple(parts)


def when_words(row: PasteRow, now: datetime) -> str:
    """The time for the table; 约 where the page only said about when."""
    found = row.found
    if found.time_is_missing:
        return tr("没写时间")
    moment = china(found.message.posted_at)
    day_only = found.slack >= timedelta(days=1)
    words = f"{moment:%m-%d}" if day_only else f"{moment:%m-%d %H:%M}"
    if moment.year != china(now).year:
        words = f"{moment:%Y}-{words}"
    return tr("约 {0}", words) if found.slack > _EXACT and not day_only else words


def result_words(row: PasteRow) -> tuple[str, ...]:
    """What becomes of the row: its labels, or why it is left out."""
    if row.known:
        return (tr("已经有了"),)
    if row.found.ours:
        return (tr("本店自己说的"),)
    if row.is_inside:
        return (tr("内部人员说的"),)
    if row.found.is_doubtful:
        return (tr("昵称拿不准，请看一眼"),)
    return label_words(row.triage)


def written_time(moment: datetime) -> str:
    """A time as the field shows it."""
    return f"{china(moment):{_WRITTEN}}"


def read_time(text: str, now: datetime) -> datetime | None:
    """The time in the field: as shown, or as the operator says it (昨天 20:15, 3小时前); None when not understood."""
    try:
        return datetime.strptime(text.strip(), _WRITTEN).replace(tzinfo=CHINA)
    except ValueError:
        return said_when(text, now)


def added_words(report: PasteReport) -> str:
    """What came in, for the notice with 撤销."""
    joined = report.new - len(report.tickets)
    words = tr("粘贴进来 {0} 条，新工单 {1} 张", report.new, len(report.tickets))
    words += tr("，{0} 条接在原来的工单里", joined) if joined > 0 else ""
    return words + (tr("，{0} 条已经有了", report.duplicates) if report.duplicates else "")
