"""What the top bar and the hint bar say of the queue: progress, who is next and why, how topics follow."""

from ui.shell.inbox_page import InboxPage
from ui.support.actions import in_lists
from ui.support.context import Context
from weibo_operator.domain.settings import ROTATION_THRESHOLD
from weibo_operator.services.inbox import NextUp, Progress
from weibo_operator.services.why_words import order_lines, skips_words, trail_lines, why_lines
from weibo_operator.translation import tr


def say_progress(context: Context, page: InboxPage, following: NextUp | None) -> None:
    """Say all of it anew; ``following`` is who is next, None when nobody waits."""
    operator, bar = context.operator, page.top_bar
    progress = operator.inbox.progress()
    if page.in_session:
        facts = (tr("今天已回 {0} 位，还有 {1} 位在等", progress.answered_today, progress.waiting),)
    else:
        facts = (tr("今天新进 {0} 条", progress.new_today), tr("已回复 {0} 位", progress.answered_today))
    bar.show_facts(facts, done=progress.answered_today, waiting=progress.waiting)
    bar.show_skips(tr("今天{0}", skips) if (skips := skips_words(progress.skipped_today)) else "")
    bar.show_why(_why(page, following))
    _say_order(context, page, progress)
    page.show_beginning(on=not any(operator.inbox.counts().values()))
    if progress.waiting == 0:
        words = tr("今天回复了 {0} 位。\n新消息进来会自动出现在这里", progress.answered_today)
        page.board.say_all_done(tr("都回复完了"), words)
    else:
        keys = context.theme.keys.said(in_lists("next"))
        words = tr("还有 {0} 位在等，在“处理中”里。\n按 {1} 轮流回复", progress.waiting, keys)
        page.board.say_all_done(tr("没有新客户"), words)


def _why(page: InboxPage, following: NextUp | None) -> tuple[str, ...]:
    """Why the open ticket has its turn, or who would be next."""
    if following is None:
        return ()
    is_open = page.in_session and page.session.current_ticket == following.card.id
    return why_lines(following.facts, following.judgement, tr("这一位") if is_open else tr("下一位"))


def _say_order(context: Context, page: InboxPage, progress: Progress) -> None:
    """That the rotation rests while few wait (mission C6), else how the public topics followed (C4)."""
    order = order_lines(progress.waiting, context.operator.shop.value(ROTATION_THRESHOLD))
    trail = trail_lines(progress.topics)
    rests = order != order_lines(0, 0)
    shown = order if rests or not trail else trail
    more = "" if shown is order else order[0]
    page.board.say_rotating(on=not rests)
    page.hints.show_order(shown, more)
    page.top_bar.show_trail(shown if rests or trail else (), more)
