"""The minutes of a 问答场 as text and as a workbook; names are masked unless asked for (mission G14)."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.interview import Answered, OpenedInterview, Question
from weibo_operator.domain.weekly import masked
from weibo_operator.language.masking import masked_text
from weibo_operator.services.list_cells import printable
from weibo_operator.services.whole_file import replace_file
from weibo_operator.services.workbook import open_book

TITLE = "问答纪要"
COLUMNS = ("序号", "提问时间", "提问人", "问题", "回答", "回答时间")
_WIDTHS = (6, 17, 16, 50, 60, 17)
_UNANSWERED = {Answered.OPEN: "（还没有回答）", Answered.PRIVATE: "（已私信回答）", Answered.NONE: "（不用回答）"}
_LONGEST = 32_000
"""Excel refuses cells of more than 32,767 characters."""
_A4 = 9
_MASKED_NOTE = "提问人的昵称、文中的 @ 和长号码已隐去"


def write_minutes(opened: OpenedInterview, path: Path, *, unmasked: bool) -> Path:
    """Write the minutes to ``path`` in the format of its suffix, .txt or .xlsx, whole or not at all.

    Raises ``InvalidInputError`` for another suffix, or where it can't be written.
    """
    makers = {".txt": text_bytes, ".xlsx": workbook_bytes}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise InvalidInputError(field="path", reason="cannot_write", value=str(path))
    replace_file(path, make(opened, unmasked=unmasked))
    return path


def text_bytes(opened: OpenedInterview, *, unmasked: bool) -> bytes:
    """The minutes for reading, in UTF-8 with a byte-order mark, for the editors of Windows."""
    lines = [_title(opened), *_head(opened, unmasked=unmasked)]
    for number, question in enumerate(opened.questions, 1):
        asked, asker, words, answer, answered = _cells(question, unmasked=unmasked)
        lines += ["", f"{number}. {asker}　{asked}", *_indented("问：", words), *_indented("答：", answer)]
        if answered:
            lines.append(f"　　{answered}")
    return ("\n".join(lines) + "\n").encode("utf-8-sig")


def workbook_bytes(opened: OpenedInterview, *, unmasked: bool) -> bytes:
    """A workbook of one sheet; every cell is text, whatever it begins with."""
    target = io.BytesIO()
    book = open_book(target)
    ended = opened.interview.ended_at or opened.interview.began_at
    book.set_properties({"title": _title(opened), "created": china(ended).replace(tzinfo=None, microsecond=0)})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    page = book.add_worksheet(TITLE)
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, _title(opened), bold)
    row = 1
    for row, line in enumerate(_head(opened, unmasked=unmasked), start=1):
        page.write_string(row, 0, line)
    row += 2
    page.repeat_rows(row, row)
    for column, words in enumerate(COLUMNS):
        page.write_string(row, column, words, bold)
    for number, question in enumerate(opened.questions, 1):
        page.write_number(row + number, 0, number, wrapped)
        for column, words in enumerate(_cells(question, unmasked=unmasked), start=1):
            page.write_string(row + number, column, words[:_LONGEST], wrapped)
    book.close()
    return target.getvalue()


def _title(opened: OpenedInterview) -> str:
    return f"{TITLE}：{_line(opened.interview.who)}"


def _head(opened: OpenedInterview, *, unmasked: bool) -> Iterator[str]:
    interview = opened.interview
    yield f"预定 {_moment(interview.planned_at)}，开始 {_moment(interview.began_at)}，" + (
        "还在进行" if interview.ended_at is None else f"结束 {_moment(interview.ended_at)}"
    )
    if interview.link:
        yield f"原帖 {interview.link}"
    yield f"问题 {len(opened.questions)} 个，已回答 {opened.answered} 个，还没有回答 {opened.open} 个"
    if not unmasked:
        yield _MASKED_NOTE


def _cells(question: Question, *, unmasked: bool) -> Sequence[str]:
    """When, who, what was asked, what was answered and when, as the reader may see them."""
    answer = question.answer or _UNANSWERED.get(question.answered, "")
    words = (question.text, answer)
    if not unmasked:
        words = tuple(masked_text(each, (question.nickname,)) for each in words)
    return (
        _moment(question.asked_at),
        _line(question.nickname if unmasked else masked(question.nickname)),
        *(printable(each).strip() for each in words),
        "" if question.answered_at is None else _moment(question.answered_at),
    )


def _indented(head: str, words: str) -> Iterator[str]:
    for number, line in enumerate(words.split("\n")):
        yield f"{head if not number else '　　'}{line}"


def _line(words: str) -> str:
    return " ".join(printable(words).split())


def _moment(at: datetime) -> str:
    return f"{china(at):%Y-%m-%d %H:%M}"
