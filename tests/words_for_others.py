"""Plays the practice story and writes down what is stored and what goes to others; run by test_translation.py.

In another process for each language, as sentences are looked up when their modules are imported.
"""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from weibo_operator.bootstrap import Operator, build, load_language, make_practice, resources_dir
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State
from weibo_operator.services.weekly_export import WeekFormat, week_content

MOMENT = datetime(2026, 11, 19, 1, 40, tzinfo=UTC)
_RANDOM = re.compile(r"\b[0-9a-f]{32}\b")
TEXTS = (WeekFormat.TXT, WeekFormat.HTML, WeekFormat.CSV, WeekFormat.JSON)


class StillClock:
    """The morning of the practice data."""

    def now(self) -> datetime:
        """Always the same."""
        return MOMENT


def told(operator: Operator, folder: Path) -> Iterator[tuple[str, str]]:
    """What departments, customers, the boss and the shop's own site would get."""
    for found in operator.handoffs.open_ones():
        yield f"reminder {found.code}", operator.handoffs.reminder(found)
        yield f"interim {found.code}", operator.handoffs.interim(found)
        yield f"sheet {found.code}", repr(operator.handoffs.sheet(found, masked=False))
    tickets = operator.inbox.pane(State.NEW, limit=6)
    for ticket in tickets:
        form = operator.handoffs.defaults(ticket).form
        yield f"package {ticket}", operator.handoffs.package(form)
        yield f"holding {ticket}", operator.handoffs.holding_reply(form)
    for ticket in (*tickets, *operator.inbox.pane(State.IN_PROGRESS, limit=20)):
        yield from promised(operator, ticket)
    yield f"evidence {tickets[0]}", operator.crises.evidence(tickets[0]).hex()
    for cluster in operator.crowds.lively():
        yield f"notice {cluster.matter.words}", operator.notices.draft_text(cluster)
    for suffix in ("html", "md", "txt", "csv"):
        operator.knowledge.export_file(folder / f"cards.{suffix}")
        yield f"cards.{suffix}", (folder / f"cards.{suffix}").read_text(encoding="utf-8-sig")
    operator.templates.export_file(folder / "templates.csv")
    yield "templates.csv", (folder / "templates.csv").read_text(encoding="utf-8-sig")
    for kind in TEXTS:
        content = week_content(operator.weekly, operator.weekly.current(), kind, unmasked=True)
        yield f"week.{kind.value}", content.decode("utf-8-sig")


def promised(operator: Operator, ticket: TicketId) -> Iterator[tuple[str, str]]:
    """What a customer is told of a promise that will be late."""
    for promise in operator.promises.open_of_ticket(ticket):
        later = operator.promises.interim(promise.id, MOMENT + timedelta(days=3, hours=2))
        yield f"promise {promise.id}", later


def stored(operator: Operator) -> Iterator[str]:
    """Every row of the data file, without the real time of its making and the random numbers of what was sent."""
    for line in operator.desk.connection.iterdump():
        if "_sqlite_migrations" not in line:
            yield _RANDOM.sub("-", line)


def main(target: Path) -> None:
    """Write everything as one JSON object."""
    path, language = target.with_suffix(".db"), load_language(resources_dir())
    make_practice(path, now=MOMENT, language=language)
    with closing(build(path, clock=StillClock(), language=language)) as operator:
        found = dict(told(operator, target.parent))
        found["stored"] = "\n".join(sorted(stored(operator)))
    target.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
