"""What is said of a 问答场 and its questions; pure functions."""

from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import china
from weibo_operator.domain.interview import Answered, Interview, OpenedInterview, Question
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import tr

QUESTION_COLUMNS = (CardColumn(tr("提问人"), 150), CardColumn(tr("问题和回答"), share=1.0), CardColumn(tr("现在"), 130))
_GROUPS = {
    Answered.OPEN: tr("在等回答"),
    Answered.PUBLIC: tr("已回答"),
    Answered.PRIVATE: tr("已私信回答"),
    Answered.NONE: tr("不用回答"),
}


def interview_title(interview: Interview) -> str:
    """“问答场：王总”."""
    return tr("问答场：{0}", interview.who)


def interview_parts(opened: OpenedInterview, now: datetime) -> tuple[str, ...]:
    """How far it is, when it was planned, and whether it is over."""
    interview = opened.interview
    ended = interview.ended_at
    when = (
        tr("预定 {0}", clock_words(interview.planned_at, now))
        if ended is None
        else tr("{0} 结束", clock_words(ended, now))
    )
    return (tr("{0} 个已回答", opened.answered), tr("{0} 个在等", opened.open), when)


def banner_words(opened: OpenedInterview, now: datetime, *, serving: bool) -> tuple[str, str]:
    """The line over the inbox while it runs."""
    counts = tr("已回答 {0} 个，{1} 个在等", opened.answered, opened.open)
    if serving:
        return tr("正在轮流回答：{0}的问答场", opened.interview.who), tr("{0}，下一位只在这一场里选", counts)
    return interview_title(opened.interview), tr("预定 {0}，{1}", clock_words(opened.interview.planned_at, now), counts)


def question_rows(opened: OpenedInterview) -> list[object]:
    """The questions by what became of them, in the order they were asked."""
    rows: list[object] = []
    for answered, name in _GROUPS.items():
        held = [question for question in opened.questions if question.answered is answered]
        role: ColorRole = "accent_text" if answered is Answered.OPEN else "text"
        rows += [GroupTitle(name, len(held), role), *held] if held else []
    return rows


def question_state(question: Question, now: datetime) -> tuple[str, str]:
    """What the last column says: what became of it, and its ticket."""
    if question.answered is Answered.OPEN:
        words = tr("等待 {0}", duration_words(now - question.asked_at))
    else:
        words = _GROUPS[question.answered]
    return words, tr("工单 #{0}", question.ticket)


def question_spoken(question: Question, now: datetime) -> str:
    """A question for a screen reader."""
    state, number = question_state(question, now)
    answer = tr("，回答：{0}", " ".join(question.answer.split())) if question.answer else ""
    return tr("{0}，{1}，{2}，{3}{4}", question.nickname, state, number, " ".join(question.text.split()), answer)


def minutes_name(interview: Interview) -> str:
    """The file name offered: only characters that every system takes."""
    name = "".join(character for character in interview.who if character.isalnum())
    return f"问答纪要_{name or '嘉宾'}_{china(interview.began_at):%Y-%m-%d}.xlsx"
