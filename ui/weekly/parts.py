"""The parts of a card whose tickets can be opened: a figure of the report, or one bar, cell or line of it."""

from msgspec import Struct

from weibo_operator.domain.labels import Kind
from weibo_operator.domain.week import DAYS
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.domain.weekly_more import Topic
from weibo_operator.services.weekly_slices import SEPARATOR, TOPIC, cell_key
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.wording import WEEKDAYS
from weibo_operator.translation import label, tr

BUSIEST = 4
FIGURES: dict[str, tuple[str, ...]] = {
    "kinds": ("tickets",),
    "departments": ("forwarded", "handoffs_answered", "handoffs_overdue"),
    "backlog": ("open_at_end", "tickets", "solved", "reopened"),
    "visits": ("visits_due", "visits_done"),
    "ages": (
        "open_under_1_day",
        "open_1_to_3_days",
        "open_3_to_7_days",
        "open_over_7_days",
        "open_waits_for_us",
        "open_waits_for_department",
    ),
}
"""The report's figures that a card stands for."""
OPENING = frozenset((*FIGURES, "bands", "hours", "heat", "reasons", "top"))
"""The cards that open tickets."""


class Part(Struct, frozen=True):
    """The key of a figure or of a slice (``services.weekly_slices``), and what it is called."""

    key: str
    label: str


def figure_parts(keys: tuple[str, ...], words: WeekWords) -> tuple[Part, ...]:
    """Figures by their names in the report."""
    return tuple(Part(key, words.name(key)) for key in keys)


def card_parts(name: str, summary: WeeklySummary, words: WeekWords) -> tuple[Part, ...]:
    """What a card of that name opens, the whole first; bands without anybody are left out."""
    rows = row_parts(name, summary, words)
    if name == "bands":
        filled = {f"band:{band.key}" for band in summary.bands if band.count}
        rows = tuple(part for part in rows if part.key in filled) or rows
    return (*figure_parts(FIGURES.get(name, ()), words), *rows)


def row_parts(name: str, summary: WeeklySummary, words: WeekWords) -> tuple[Part, ...]:
    """The rows of a card in the order in which they are drawn; none for a card that is not drawn in rows."""
    match name:
        case "bands":
            return tuple(Part(f"band:{band.key}", words.bands[band.key]) for band in summary.bands)
        case "kinds":
            return tuple(Part(f"kind:{kind}", label(kind.value)) for kind in kinds_by_count(summary))
        case "departments":
            return tuple(Part(f"department:{row.department}", label(row.department)) for row in summary.departments)
        case "reasons":
            return tuple(
                Part(f"reason:{reason}", label(reason) or tr("没有写原因")) for reason, _ in summary.no_reply_reasons
            )
        case "top":
            return tuple(
                Part(
                    cell_key(each.kind, each.nature, each.department),
                    tr("{0}，{1}", label(each.kind), label(each.nature)),
                )
                for each in summary.top
            )
        case "days":
            return tuple(
                Part(f"created:{place}", tr("{0}新建", words.day(day.day))) for place, day in enumerate(summary.days)
            )
        case "hours":
            hours = summary.heat_by_hour
            busiest = sorted((hour for hour in range(24) if hours[hour]), key=lambda hour: (-hours[hour], hour))
            return tuple(hour_part(hour) for hour in busiest[:BUSIEST])
        case "heat":
            filled = [(day, hour) for day in range(DAYS) for hour in range(24) if summary.heat[day][hour]]
            return tuple(cell_part(*cell) for cell in sorted(filled, key=lambda c: -summary.heat[c[0]][c[1]])[:BUSIEST])
        case _:
            return ()


def hour_part(hour: int) -> Part:
    """One hour of the day."""
    return Part(f"hour:{hour}", tr("{0} 点到 {1} 点", hour, hour + 1))


def cell_part(day: int, hour: int) -> Part:
    """One hour of one day of the week, 0 for Monday."""
    return Part(f"at:{day}{SEPARATOR}{hour}", tr("周{0} {1} 点到 {2} 点", label(WEEKDAYS[day]), hour, hour + 1))


def topics_key(summary: WeeklySummary) -> str:
    """All tickets of the week's rising words."""
    return TOPIC + SEPARATOR.join(topic.word for topic in summary.more.topics)


def topic_part(topic: Topic) -> Part:
    """One rising word."""
    return Part(TOPIC + topic.word, topic.word)


def kinds_by_count(summary: WeeklySummary) -> tuple[Kind, ...]:
    """The kinds of the week's tickets, the most frequent first, complaints first among equals."""
    counts = {kind: sum(row.count for row in summary.matrix if row.kind is kind) for kind in Kind}
    return tuple(sorted((kind for kind in Kind if counts[kind]), key=lambda kind: -counts[kind]))
