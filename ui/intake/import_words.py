"""What the import says: files, formats, counts and results in words."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.channel import FileFormat, IncomingMessage, RowProblem
from weibo_operator.domain.clock import china
from weibo_operator.domain.labels import NO_DEPARTMENT, Level
from weibo_operator.domain.triage import Triage
from weibo_operator.services.backup_words import size_words
from weibo_operator.services.intake import ImportReport
from weibo_operator.services.left_out import next_step
from weibo_operator.services.sentences import format_note, problem_sentence
from weibo_operator.translation import label, tr

FORMATS: Mapping[str, str] = {
    "weibo_search": tr("weibo-search 的搜索结果"),
    "weibo_crawler_comments": tr("weibo-crawler 的评论"),
    "weibo_crawler_posts": tr("weibo-crawler 的帖子"),
    "weibo_crawler_json": tr("weibo-crawler 的 JSON"),
    "weibo_crawler_database": tr("weibo-crawler 的数据库"),
    "weibo_spider_posts": tr("weiboSpider 的帖子"),
    "weibo_spider_json": tr("weiboSpider 的 JSON"),
    "weibo_spider_database": tr("weiboSpider 的数据库"),
    "crawl4weibo": tr("crawl4weibo 的 JSON"),
    "mediacrawler_contents": tr("MediaCrawler 的帖子"),
    "mediacrawler_comments": tr("MediaCrawler 的评论"),
    "plain_posts": tr("自己做的帖子表"),
    "plain_comments": tr("自己做的评论表"),
    "weibo_ajax": tr("微博网页的 JSON"),
    "own_table": tr("自己的表，按你指定的对应关系读"),
}
"""Who made the file, by format key."""

LEVELS: Mapping[Level, str] = {Level.P1: tr("紧急"), Level.P2: tr("较急"), Level.P3: tr("普通"), Level.P4: tr("不急")}


class PreviewRow(Struct, frozen=True):
    """One row of the preview: ``result`` are labels joined by dots, or the sentence of a problem."""

    who: str
    when: str
    text: str
    result: tuple[str, ...]
    broken: bool = False


def sample_row(message: IncomingMessage, triage: Triage) -> PreviewRow:
    """A readable row with the labels the program would give it."""
    moment = china(message.posted_at)
    text = " ".join(message.text.split())
    return PreviewRow(message.nickname, f"{moment:%m-%d %H:%M}", text, label_words(triage))


def problem_row(problem: RowProblem) -> PreviewRow:
    """An unreadable row: where it stands and why."""
    return PreviewRow(
        "—", tr("第 {0} 行", problem.line), "", (problem_sentence(problem.code, problem.detail),), broken=True
    )


def inside_words(inside: int) -> str:
    """What is said of messages of our own people, which are left out (mission A19)."""
    return tr("；另有 {0} 条是内部人员或自己账号发的，不导入", inside) if inside else ""


def label_words(triage: Triage) -> tuple[str, ...]:
    """Kind, department and, where it presses, the level: 投诉, 物流部, 紧急."""
    words = [label(triage.kind.value)]
    if triage.department != NO_DEPARTMENT:
        words.append(label(triage.department))
    if triage.level in (Level.P1, Level.P2):
        words.append(LEVELS[triage.level])
    return tuple(words)


def file_parts(path: Path, found: FileFormat, size: int) -> tuple[str, ...]:
    """Name, size and encoding for the dialog's head."""
    return (path.name, size_words(size), tr("{0} 编码", found.encoding))


def format_sentence(found: FileFormat) -> str:
    """Which export this was recognised as."""
    columns = tr("，共 {0} 列", len(found.columns)) if found.columns else ""
    notes = "".join(tr("。{0}", note) for code in found.notes if (note := format_note(code).rstrip(tr("。"))))
    return tr("认出来的格式：{0}{1}{2}", FORMATS.get(found.key, found.key), columns, notes)


def left_out_row(problem: RowProblem) -> PreviewRow:
    """A row that did not come in: file, line, why, and what can be done."""
    reason = problem_sentence(problem.code, problem.detail)
    return PreviewRow(Path(problem.file).name, tr("第 {0} 行", problem.line), reason, (next_step(problem.code),))


def end_sentence(report: ImportReport) -> str:
    """What came in altogether, above the rows that were left out."""
    return tr("新消息 {0}，新工单 {1}，{2} 行没有导入，原因和下一步见下方", report.new, report.tickets, report.skipped)


def done_sentence(report: ImportReport, files: Sequence[Path]) -> str:
    """What came in, for the notice with 撤销."""
    counts = tr("新消息 {0}，新工单 {1}", report.new, report.tickets)
    counts += tr("，没导入内部人员 {0}", report.inside) if report.inside else ""
    if report.cancelled:
        return tr("导入停下了，已经进来的留着：{0}", counts)
    if len(files) > 1:
        return tr("{0} 导入完成：{1}", files[-1].name, counts)
    return tr("导入完成：{0}", counts)
