"""Is everything sound: integrity, schema, search index, credential store, fonts; and backups that are verified."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.desk import Desk
from weibo_operator.storage import backups, health
from weibo_operator.storage.connection import backup_into, environment_errors, quick_verdict, remains_beside


class Check(Struct, frozen=True):
    """One verdict: a stable name, whether it is well, and what was seen.

    ``vital`` is False for what the desk works without (a credential store, a Chinese font for the window).
    """

    name: str
    ok: bool
    detail: str
    vital: bool = True


OutsideCheck = Callable[[], Check]
"""A check of something outside the file (credential store, fonts), given by bootstrap."""


class Health:
    """Examines the file and the machine."""

    def __init__(self, desk: Desk, outside: tuple[OutsideCheck, ...]) -> None:
        self._desk = desk
        self._outside = outside

    def examine(self) -> tuple[Check, ...]:
        """Every check in a fixed order; none changes anything."""
        connection = self._desk.connection
        damage = health.integrity_problem(connection)
        broken = health.broken_references(connection)
        steps = health.schema_steps(connection)
        missing = health.unindexed(connection)
        inside = (
            Check("integrity", not damage, damage or "ok"),
            Check("references", broken == 0, str(broken)),
            Check("schema", steps.complete, f"{steps.applied}/{steps.known}"),
            Check("search_index", missing == 0, str(missing)),
        )
        return inside + tuple(check() for check in self._outside)

    def damage(self, go_on: Callable[[], bool]) -> str:
        """What a quick look finds wrong with the file's pages; empty when all is well, or ``go_on`` said no."""
        verdict = quick_verdict(self._desk.connection, go_on)
        return "" if verdict in (None, "ok") else str(verdict)

    def backup(self, target: Path) -> Path:
        """Copy the whole file to ``target``, verified before it takes its name.

        Only an earlier backup of the same file is written over. Raises ``DatabaseUnavailableError``, and
        ``InvalidInputError`` when ``target`` is the open file itself (same_file) or holds anything else (not_a_copy).
        """
        with environment_errors(target):
            there = target.exists()
            if target.resolve() == self._desk.path.resolve() or (
                there and self._desk.path.exists() and target.samefile(self._desk.path)
            ):
                raise InvalidInputError(field="path", reason="same_file", path=str(target))
            # A -wal that was left without its file would be read into the copy.
            alone = not there and not remains_beside(target)
        if not alone and not backups.is_earlier_copy(self._desk.connection, target):
            raise InvalidInputError(field="path", reason="not_a_copy", path=str(target))
        backup_into(self._desk.connection, target)
        return target
