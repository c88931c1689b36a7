"""The week's further lists as rows of cells and as JSON: topics, questions, important customers, ages, hours, plans."""

from collections.abc import Sequence

from weibo_operator.domain.week_plan import PlanItem
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.domain.weekly_more import Said
from weibo_operator.services.weekly_sheet import Cell, Duration, Percent
from weibo_operator.services.weekly_text import shown_name, shown_text
from weibo_operator.services.weekly_words import WeekWords

Rows = list[Sequence[Cell]]
LONGEST_QUOTE = 40
"""Characters of a customer's words."""


def topic_rows(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> Rows:
    """Rising words with two examples each."""
    return [
        (
            topic.word,
            topic.count,
            Percent(topic.share),
            Percent(topic.base_share),
            topic.previous,
            words.lists["new"] if topic.is_new else "",
            *(shown_text(example, unmasked=unmasked) for example in topic.examples),
        )
        for topic in summary.more.topics
    ]


def question_rows(summary: WeeklySummary, *, unmasked: bool) -> Rows:
    """What was asked most."""
    return [
        (each.words, each.count, each.previous, shown_text(each.quote, unmasked=unmasked))
        for each in summary.more.questions
    ]


def important_rows(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> Rows:
    """Complaints of important customers."""
    return [
        (
            each.ticket_id,
            shown_name(each.nickname, unmasked=unmasked),
            each.role,
            each.followers,
            each.opened_at,
            Duration(each.answer_seconds),
            words.lists["open" if each.is_open else "done"],
        )
        for each in summary.more.important
    ]


def mood_rows(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> Rows:
    """Tickets that began negative, with the words that decide how they began and ended."""
    return [
        (
            each.ticket_id,
            shown_name(each.nickname, unmasked=unmasked),
            each.opened_at,
            words.lists[f"ended_{each.end}"],
            *(words.text["separator"].join(said.words) if said else "" for said in (each.began, each.ended)),
            *(said_text(said, each.nickname, unmasked=unmasked) for said in (each.began, each.ended)),
        )
        for each in summary.more.moods
    ]


def said_text(said: Said | None, nickname: str, *, unmasked: bool) -> str:
    """The beginning of what a customer wrote, in one line; empty where they wrote nothing."""
    if said is None:
        return ""
    text = " ".join(shown_text(said.text, nickname, unmasked=unmasked).split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def age_rows(summary: WeeklySummary, words: WeekWords) -> Rows:
    """Open tickets by age and by who is to move; none where nothing is open."""
    rows = [(words.lists[row.age], row.total, row.us, row.department, row.customer) for row in summary.more.ages]
    return [*rows] if any(row.total for row in summary.more.ages) else []


def heat_rows(summary: WeeklySummary, words: WeekWords) -> Rows:
    """The hours in which anybody came, with the seven days beside one another."""
    waiting = summary.more.unanswered_heat
    return [
        (
            words.lists["hour"].format_map({"from": hour, "to": hour + 1}),
            *(_heat_cell(day[hour], left[hour], words) for day, left in zip(summary.heat, waiting, strict=True)),
        )
        for hour, count in enumerate(summary.heat_by_hour)
        if count
    ]


def account_rows(summary: WeeklySummary) -> Rows:
    """What came to each of our accounts and what it sent."""
    return [(f"@{row.nickname}", row.tickets, row.replies) for row in summary.more.accounts]


def plan_rows(items: Sequence[PlanItem], words: WeekWords) -> Rows:
    """A plan for improvement."""
    return [
        (
            item.action,
            item.owner,
            "" if item.due is None else item.due.isoformat(),
            words.lists["done" if item.done else "not_done"],
        )
        for item in items
    ]


def lists_as_json(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> dict[str, object]:
    """The same lists as plain values."""
    more = summary.more
    return {
        "topics": [
            {
                "word": topic.word,
                "tickets": topic.count,
                "share": topic.share,
                "share_of_four_weeks": topic.base_share,
                "previous_week": topic.previous,
                "examples": [shown_text(example, unmasked=unmasked) for example in topic.examples],
            }
            for topic in more.topics
        ],
        "questions": [
            {"name": each.words, "count": each.count, "previous_week": each.previous} for each in more.questions
        ],
        "important": [
            {
                "ticket": each.ticket_id,
                "customer": shown_name(each.nickname, unmasked=unmasked),
                "answer_seconds": each.answer_seconds,
                "open": each.is_open,
            }
            for each in more.important
        ],
        "moods": [
            {
                "ticket": each.ticket_id,
                "customer": shown_name(each.nickname, unmasked=unmasked),
                "ended": each.end,
                "began_words": list(each.began.words),
                "began": said_text(each.began, each.nickname, unmasked=unmasked),
                "ended_words": [] if each.ended is None else list(each.ended.words),
                "last": said_text(each.ended, each.nickname, unmasked=unmasked),
            }
            for each in more.moods
        ],
        "ages": [
            {"age": words.lists[row.age], "us": row.us, "department": row.department, "customer": row.customer}
            for row in more.ages
        ],
        "accounts": [{"name": row.nickname, "tickets": row.tickets, "replies": row.replies} for row in more.accounts],
        "last_plan": _plan(more.last_plan),
        "plan": _plan(more.plan),
    }


def _plan(items: Sequence[PlanItem]) -> list[dict[str, object]]:
    return [
        {
            "action": item.action,
            "owner": item.owner,
            "due": None if item.due is None else item.due.isoformat(),
            "done": item.done,
        }
        for item in items
    ]


def _heat_cell(count: int, waiting: int, words: WeekWords) -> Cell:
    return words.lists["waiting"].format(count=count, waiting=waiting) if waiting else count or ""
