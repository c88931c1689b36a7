"""What the program is doing when it is killed: one function for each kind of work, on a folder with a desk in it.

Clock and ids stand still, so that an undisturbed run always leaves the same rows: what a killed one leaves must be one
of the states between two of its transactions.
"""

import sqlite3
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import Customers, NumberedIds, SetClock
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services import restoring
from weibo_operator.services.backups import automatic
from weibo_operator.services.weekly_export import WeekFormat, write_week
from weibo_operator.storage import connection as opening
from weibo_operator.storage.migrations import HISTORY

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
OLD_STEPS = 8
"""The history of the file that is brought up to date: everything after it is a migration to be killed in."""
_OLD_CUSTOMER = "INSERT INTO customer (platform, uid, nickname, first_seen_at) VALUES ('weibo', ?, '老客', 0)"
SAID = "said.txt"
"""What the operator saw happen, each line after the call that did it had returned."""


@dataclass(frozen=True)
class Work:
    """``arrange`` leaves the folder as it is before each run, ``do`` is what is killed."""

    arrange: Callable[[Path, Language], None]
    do: Callable[[Path, Language], None]


def desk_of(folder: Path, language: Language, *, minutes: int = 0) -> Operator:
    """The whole program on the folder's file, at a moment that is always the same."""
    clock = SetClock(NOW + timedelta(minutes=minutes))
    return build(folder / "desk.db", clock=clock, language=language, new_id=NumberedIds())


def say(folder: Path, words: str) -> None:
    """Note what the operator saw; in the system's hands at once, as a killed program loses nothing of it."""
    with (folder / SAID).open("ab", buffering=0) as file:
        file.write(f"{words}\n".encode())


def _some_customers(folder: Path, language: Language) -> None:
    operator = desk_of(folder, language)
    with closing(operator):
        customers = Customers(SetClock(NOW))
        for number in range(4):
            operator.intake.capture(customers.message(f"第 {number} 单快递三天没动了", uid=str(number)))


def _a_file_to_import(folder: Path, language: Language) -> None:
    _some_customers(folder, language)
    rows = [search_row(number) for number in range(24)]
    put(folder, as_csv(SEARCH_17, rows), name="export.csv")


def _import(folder: Path, language: Language) -> None:
    with closing(desk_of(folder, language, minutes=5)) as operator:
        operator.intake.import_file(folder / "export.csv", chunk=6)
        operator.history.undo()


def _reply(folder: Path, language: Language) -> None:
    with closing(desk_of(folder, language, minutes=5)) as operator:
        for ticket in operator.inbox.pane(State.NEW)[:2]:
            for text in ("您好，", f"您好，这就查 {ticket}"):
                operator.replies.save_draft(ticket, Audience.PUBLIC, text)
                say(folder, f"draft {ticket} {text}")
            after = AfterSend(State.CLOSED)
            intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=f"您好，这就查 {ticket}", after=after)
            say(folder, f"copied {ticket} {intent.text}")
            operator.replies.confirm(intent.id)
            say(folder, f"sent {ticket} {intent.text}")


def _handoff(folder: Path, language: Language) -> None:
    with closing(desk_of(folder, language, minutes=5)) as operator:
        (ticket, other, *_) = operator.inbox.pane(State.NEW)
        for each in (ticket, other):
            handed = operator.handoffs.forward(operator.handoffs.defaults(each).form).value
            say(folder, f"handed {each}")
        operator.handoffs.nudge(handed.id)
        operator.handoffs.answer(handed.id, "已补发，单号 SF1", expert="老李")
        say(folder, f"answered {other}")


def _worked_on(folder: Path, language: Language) -> None:
    _some_customers(folder, language)
    _reply(folder, language)
    (folder / SAID).unlink()
    with closing(desk_of(folder, language, minutes=10)) as operator:
        (ticket, *_) = operator.inbox.pane(State.NEW)
        operator.handoffs.forward(operator.handoffs.defaults(ticket).form)
        operator.inbox.snooze(ticket, until=NOW + timedelta(days=1))


def _undo(folder: Path, language: Language) -> None:
    with closing(desk_of(folder, language, minutes=15)) as operator:
        for _ in range(3):
            operator.history.undo()
        for _ in range(2):
            operator.history.redo()


def _an_older_file(folder: Path, language: Language) -> None:
    complete = opening.HISTORY
    opening.HISTORY = HISTORY[:OLD_STEPS]
    try:
        connection = opening.open_database(folder / "desk.db", now=NOW)
    finally:
        opening.HISTORY = complete
    with closing(connection):
        for number in range(40):
            connection.execute(
                "INSERT INTO customer (platform, uid, nickname, first_seen_at) VALUES ('weibo', ?, '老客', 0)",
                (number,),
            )


def _migrate(folder: Path, language: Language) -> None:
    desk_of(folder, language, minutes=5).close()


def _backed_up(folder: Path, language: Language) -> None:
    _some_customers(folder, language)
    for day in range(-9, 0):
        with closing(desk_of(folder, language, minutes=day * 24 * 60)) as operator:
            operator.backups.make()


def _back_up(folder: Path, language: Language) -> None:
    with closing(desk_of(folder, language)) as operator:
        operator.backups.make()
        operator.health.backup(folder / "by_hand.db")
        say(folder, "backed up")


def _restore(folder: Path, language: Language) -> None:
    (newest, *_) = sorted(automatic(folder / "desk.db"), key=lambda each: each.made_at, reverse=True)
    restoring.restore(folder / "desk.db", newest.path, NOW)
    desk_of(folder, language, minutes=5).close()


def _before_restore(folder: Path, language: Language) -> None:
    _backed_up(folder, language)
    _reply(folder, language)
    (folder / SAID).unlink()


def _exported(folder: Path, language: Language) -> None:
    _worked_on(folder, language)
    for kind in FORMATS:
        (folder / f"week.{kind.value}").write_text("last week's")


EVERYTHING = "all"
FORMATS = (WeekFormat.TXT, WeekFormat.CSV, WeekFormat.JSON, WeekFormat.HTML)


def _export(folder: Path, language: Language) -> None:
    with closing(desk_of(folder, language, minutes=20)) as operator:
        for kind in FORMATS:
            write_week(operator.weekly, operator.weekly.current(), folder / f"week.{kind.value}", kind)
            say(folder, f"exported {kind.value}")


def _export_all(folder: Path, language: Language) -> None:
    with closing(desk_of(folder, language, minutes=20)) as operator:
        operator.full_export.write(folder / EVERYTHING)
        say(folder, "exported everything")


WORKS: Mapping[str, Work] = {
    "import": Work(_a_file_to_import, _import),
    "reply": Work(_some_customers, _reply),
    "handoff": Work(_some_customers, _handoff),
    "undo": Work(_worked_on, _undo),
    "migration": Work(_an_older_file, _migrate),
    "backup": Work(_backed_up, _back_up),
    "restore": Work(_before_restore, _restore),
    "export": Work(_exported, _export),
    "export_all": Work(_worked_on, _export_all),
}


def rows_of(path: Path, tables: AbstractSet[str] | None = None) -> str:
    """Every row that means something (of these tables), as text: no wall clock, and not the search indexes."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
        return rows_in(file, tables)


def rows_in(file: sqlite3.Connection, tables: AbstractSet[str] | None = None) -> str:
    """``rows_of`` a connection, as it sees them."""
    asking = sqlite3.Connection.cursor(file)
    asking.row_factory = None
    names = [name for (name,) in asking.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    lines: list[str] = []
    for name in names:
        if name.startswith(("message_text", "customer_name", "sqlite_")) or (tables is not None and name not in tables):
            continue
        rows = asking.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - a table's name, as the file has it
        lines += [name, *sorted(repr(row[:3] if name == "_sqlite_migrations" else row) for row in rows)]
    return "\n".join(lines)
