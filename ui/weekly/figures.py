"""The rows of the two lists of the weekly page: every figure, and who still waits."""

from ui.weekly.rows_table import Heading, Line
from ui.weekly.tiles import change_words
from ui.weekly.words import moment_words
from weibo_operator.domain.weekly import Figure, WeeklySummary
from weibo_operator.services.weekly_text import shown_name
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.translation import tr

FIGURE_HEADINGS = (
    Heading(tr("名称"), stretched=True),
    Heading(tr("本周"), number=True),
    Heading(tr("样本数"), number=True),
    Heading(tr("上周"), number=True),
    Heading(tr("四周均值"), number=True),
    Heading(tr("变化")),
)
UNANSWERED_HEADINGS = (
    Heading(tr("工单")),
    Heading(tr("客户"), stretched=True),
    Heading(tr("来信时间")),
    Heading(tr("已等"), number=True),
)


def figure_lines(summary: WeeklySummary, words: WeekWords) -> tuple[Line, ...]:
    """Every figure of the catalogue, those on few cases greyed."""
    return tuple(_figure(figure, words) for figure in summary.figures)


def unanswered_lines(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> tuple[Line, ...]:
    """Everybody who still waits, the longest wait first."""
    return tuple(
        Line(
            cells=(
                f"#{turn.ticket_id}",
                shown_name(turn.nickname, unmasked=unmasked),
                moment_words(turn.opened_at),
                words.duration(turn.waited_seconds),
            ),
            opens=turn.ticket_id,
            tip=tr("打开这张工单（Enter）"),
        )
        for turn in summary.unanswered
    )


def _figure(figure: Figure, words: WeekWords) -> Line:
    few = figure.small or figure.value is None
    return Line(
        cells=(
            words.name(figure.key),
            words.value(figure.unit, figure.value),
            words.cases(figure),
            words.value(figure.unit, figure.previous),
            words.value(figure.unit, figure.four_week_mean),
            change_words(figure, words) if figure.value is not None else words.none,
        ),
        opens=figure.key,
        tone="faint" if few else "plain",
        tip=words.definition(figure.key),
    )
