"""The weekly summary as plain text for a chat; sentences come from week.toml."""

from collections.abc import Iterator

from weibo_operator.domain.weekly import Figure, Unanswered, WeeklySummary, masked
from weibo_operator.language.masking import masked_text
from weibo_operator.services.weekly_words import WeekWords

_LISTED = 3
"""How many names a list shows in a chat; the workbook has them all."""
_ENOUGH_FOR_PERCENT = 20
"""From so many messages a week on, a difference is told as a percentage."""


def conclusions(summary: WeeklySummary, words: WeekWords) -> tuple[str, ...]:
    """What the operator wrote, else three sentences: how much came, how it was answered, what was solved of what."""
    return summary.more.written or own_conclusions(summary, words)


def own_conclusions(summary: WeeklySummary, words: WeekWords) -> tuple[str, str, str]:
    """The sentences that follow from the figures."""
    return (_volume(summary, words), _replying(summary, words), _solving(summary, words))


def text(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> str:
    """At most about thirty short lines for a telephone, the conclusions first."""
    return "\n".join(_lines(summary, words.comparing(summary), unmasked=unmasked)) + "\n"


def equation(summary: WeeklySummary, words: WeekWords) -> str:
    """The backlog as an equation that balances."""
    backlog = summary.backlog
    return words.sentences["equation"].format(
        open_at_start=backlog.open_at_start,
        created=backlog.created,
        reopened=backlog.reopened,
        solved=backlog.solved,
        open_at_end=backlog.open_at_end,
    )


def provenance(summary: WeeklySummary, words: WeekWords) -> tuple[str, str, str]:
    """When it was printed, whether the week is over, and from what."""
    source = summary.provenance
    return (
        words.title["printed"].format(time=words.moment(source.printed_at)),
        words.title["final" if summary.final else "running"],
        words.title["provenance"].format(version=source.version or words.none, fingerprint=source.fingerprint),
    )


def shown_name(nickname: str, *, unmasked: bool) -> str:
    """A customer's name as the reader may see it."""
    return nickname if unmasked else masked(nickname)


def shown_text(text: str, *names: str, unmasked: bool) -> str:
    """A customer's words as the reader may see them; ``names`` are the customer's, where they are known."""
    return text if unmasked else masked_text(text, names)


def _lines(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> Iterator[str]:
    yield f"{words.title['report']} {words.week(summary.week)}"
    yield from conclusions(summary, words)
    yield words.text["figures"]
    for key in words.choice["text"]:
        yield _figure_line(summary.figure(key), words)
    yield equation(summary, words)
    if not summary.silent:
        bands = (f"{words.bands[band.key]} {band.count}" for band in summary.bands)
        yield words.text["bands"].format(items=words.text["separator"].join(bands))
    yield from _problems(summary, words)
    yield from _topics(summary, words)
    yield from _departments(summary, words)
    yield from _care(summary, words)
    yield from _waiting(summary.unanswered, words, unmasked=unmasked)
    yield from _plan(summary, words)
    yield provenance(summary, words)[0]


def _figure_line(figure: Figure, words: WeekWords) -> str:
    return words.text["line"].format(
        name=words.name(figure.key),
        value=words.figure(figure),
        previous=words.value(figure.unit, figure.previous),
        mean=words.value(figure.unit, figure.four_week_mean),
    )


def _problems(summary: WeeklySummary, words: WeekWords) -> Iterator[str]:
    if summary.top:
        yield words.text["top"]
    for place, problem in enumerate(summary.top, 1):
        mean = words.none if problem.four_week_mean is None else f"{problem.four_week_mean:.1f}"
        yield words.text["top_line"].format(
            place=place,
            kind=problem.kind,
            nature=problem.nature,
            department=problem.department,
            count=problem.count,
            mean=mean,
        )


def _topics(summary: WeeklySummary, words: WeekWords) -> Iterator[str]:
    found = [
        words.text["topic"].format(word=topic.word, count=topic.count, previous=topic.previous)
        for topic in summary.more.topics[:_LISTED]
    ]
    if found:
        yield words.text["topics"].format(items=words.text["separator"].join(found))


def _plan(summary: WeeklySummary, words: WeekWords) -> Iterator[str]:
    if summary.more.plan:
        yield words.text["plan"]
    for place, item in enumerate(summary.more.plan, 1):
        about = (item.owner, words.day(item.due) if item.due else "")
        said = "".join(f"{words.text['separator']}{each}" for each in about if each)
        yield words.text["plan_line"].format(place=place, action=item.action, about=said)


def _departments(summary: WeeklySummary, words: WeekWords) -> Iterator[str]:
    if summary.departments:
        yield words.text["departments"]
    for row in summary.departments[:_LISTED]:
        yield words.text["department_line"].format(
            department=row.department,
            forwarded=row.forwarded,
            answered=row.answered,
            overdue=row.overdue,
            median=words.duration(row.median_seconds),
        )
    if summary.repeated_transfers:
        yield words.text["transfers"].format(count=len(summary.repeated_transfers))


def _care(summary: WeeklySummary, words: WeekWords) -> Iterator[str]:
    visits = summary.visits
    if visits.due:
        separator = words.text["separator"]
        outcomes = "".join(f"{separator}{outcome} {count}" for outcome, count in visits.outcomes)
        yield words.text["visits"].format(due=visits.due, done=visits.done, outcomes=outcomes)
    praises = summary.figure("praises")
    if praises.value:
        thanked = words.figure(summary.figure("praises_thanked"))
        yield words.text["praise"].format(praises=words.figure(praises), thanked=thanked)


def _waiting(unanswered: tuple[Unanswered, ...], words: WeekWords, *, unmasked: bool) -> Iterator[str]:
    if unanswered:
        yield words.text["unanswered"]
    for turn in unanswered[:_LISTED]:
        yield words.text["unanswered_line"].format(
            ticket=turn.ticket_id,
            name=shown_name(turn.nickname, unmasked=unmasked),
            waited=words.duration(turn.waited_seconds),
        )
    if len(unanswered) > _LISTED:
        yield words.text["more"].format(count=len(unanswered) - _LISTED)


def _volume(summary: WeeklySummary, words: WeekWords) -> str:
    messages = summary.figure("messages")
    if not messages.value:
        return words.sentences["no_volume"]
    return words.sentences["volume"].format(
        customers=words.figure(summary.figure("customers")),
        messages=words.figure(messages),
        turns=words.figure(summary.figure("turns")),
        compared=_compared(messages, words),
    )


def _compared(figure: Figure, words: WeekWords) -> str:
    if not figure.previous or figure.change is None:
        return words.sentences["nothing_before"]
    if figure.change == 0:
        return words.sentences["same"]
    difference = abs(figure.change)
    size = words.sentences["pieces"].format(count=f"{difference:.0f}")
    if figure.previous >= _ENOUGH_FOR_PERCENT:
        size = words.percent(round(difference / figure.previous, 2))
    return words.sentences["more" if figure.change > 0 else "fewer"].format(size=size)


def _replying(summary: WeeklySummary, words: WeekWords) -> str:
    rate = summary.figure("reply_rate")
    if rate.value is None:
        return words.sentences["no_reply"]
    waiting = words.sentences["all_answered"]
    if summary.unanswered:
        longest = max(turn.waited_seconds for turn in summary.unanswered)
        waiting = words.sentences["waiting"].format(count=len(summary.unanswered), longest=words.duration(longest))
    return words.sentences["reply"].format(
        rate=words.figure(rate), median=words.figure(summary.figure("first_answer_median")), waiting=waiting
    )


def _solving(summary: WeeklySummary, words: WeekWords) -> str:
    top = words.sentences["no_top"]
    if summary.top:
        first = summary.top[0]
        top = words.sentences["top"].format(kind=first.kind, nature=first.nature, count=first.count)
    sentence = words.sentences["solving" if summary.backlog.solved else "nothing_solved"]
    backlog = words.sentences["open_at_end" if summary.final else "open_now"].format(
        open=summary.backlog.open_at_end, day=words.day(summary.week.sunday)
    )
    return sentence.format(solved=summary.backlog.solved, open=backlog, top=top)
