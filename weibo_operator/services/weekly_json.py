"""The weekly summary as one JSON object: every figure by number and name, and the tables."""

from datetime import datetime

from weibo_operator.domain.clock import china
from weibo_operator.domain.weekly import Problem, WeeklySummary
from weibo_operator.services.weekly_lists_shown import lists_as_json
from weibo_operator.services.weekly_text import conclusions, shown_name, shown_text
from weibo_operator.services.weekly_words import WeekWords


def as_json(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> dict[str, object]:
    """Plain dicts, lists, numbers and strings; durations are seconds, shares 0 to 1, no data is null."""
    words = words.comparing(summary)
    return {
        "week": str(summary.week),
        "compared_with": str(summary.against or summary.week.previous()),
        "start": _time(summary.week.start),
        "end": _time(summary.week.end),
        "printed_at": _time(summary.provenance.printed_at),
        "final": summary.final,
        "version": summary.provenance.version,
        "fingerprint": summary.provenance.fingerprint,
        "conclusions": list(conclusions(summary, words)),
        "figures": [
            {
                "number": figure.number,
                "key": figure.key,
                "name": words.name(figure.key),
                "unit": figure.unit.value,
                "value": figure.value,
                "n": figure.n,
                "small": figure.small,
                "previous_week": figure.previous,
                "four_week_mean": figure.four_week_mean,
            }
            for figure in summary.figures
        ],
        "backlog": _backlog(summary),
        "bands": [{"key": band.key, "name": words.bands[band.key], "count": band.count} for band in summary.bands],
        "days": _days(summary),
        "matrix": [_problem(problem) for problem in summary.matrix],
        "top": _top(summary, unmasked=unmasked),
        "departments": _departments(summary),
        "repeated_transfers": [
            {
                "ticket": row.ticket_id,
                "customer": shown_name(row.nickname, unmasked=unmasked),
                "departments": list(row.departments),
            }
            for row in summary.repeated_transfers
        ],
        "visits": _visits(summary),
        "no_reply_reasons": dict(summary.no_reply_reasons),
        "unanswered": _unanswered(summary, unmasked=unmasked),
        "heat": [list(row) for row in summary.heat],
        "unanswered_heat": [list(row) for row in summary.more.unanswered_heat],
        **lists_as_json(summary, words, unmasked=unmasked),
    }


def _top(summary: WeeklySummary, *, unmasked: bool) -> list[dict[str, object]]:
    return [
        {
            **_problem(problem),
            "quotes": [shown_text(quote, unmasked=unmasked) for quote in problem.quotes],
        }
        for problem in summary.top
    ]


def _unanswered(summary: WeeklySummary, *, unmasked: bool) -> list[dict[str, object]]:
    return [
        {
            "ticket": turn.ticket_id,
            "customer": shown_name(turn.nickname, unmasked=unmasked),
            "opened_at": _time(turn.opened_at),
            "waited_seconds": turn.waited_seconds,
        }
        for turn in summary.unanswered
    ]


def _backlog(summary: WeeklySummary) -> dict[str, int]:
    backlog = summary.backlog
    return {
        "open_at_start": backlog.open_at_start,
        "created": backlog.created,
        "reopened": backlog.reopened,
        "solved": backlog.solved,
        "open_at_end": backlog.open_at_end,
    }


def _days(summary: WeeklySummary) -> list[dict[str, object]]:
    return [
        {
            "day": day.day.isoformat(),
            "messages": day.messages,
            "turns": day.turns,
            "answered": day.answered,
            "unanswered": day.unanswered,
            "created": day.created,
            "solved": day.solved,
            "open_at_end": day.open_at_end,
        }
        for day in summary.days
    ]


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "kind": problem.kind.value,
        "nature": problem.nature.value,
        "department": problem.department,
        "count": problem.count,
        "previous_week": problem.previous,
        "four_week_mean": problem.four_week_mean,
    }


def _departments(summary: WeeklySummary) -> list[dict[str, object]]:
    return [
        {
            "department": row.department,
            "forwarded": row.forwarded,
            "answered": row.answered,
            "on_time": row.on_time,
            "overdue": row.overdue,
            "median_seconds": row.median_seconds,
            "mean_seconds": row.mean_seconds,
        }
        for row in summary.departments
    ]


def _visits(summary: WeeklySummary) -> dict[str, object]:
    visits = summary.visits
    return {
        "due": visits.due,
        "done": visits.done,
        "complaints_due": visits.complaints_due,
        "complaints_done": visits.complaints_done,
        "outcomes": {outcome.value: count for outcome, count in visits.outcomes},
    }


def _time(moment: datetime) -> str:
    return china(moment).isoformat(timespec="seconds")
