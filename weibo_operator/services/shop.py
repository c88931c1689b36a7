"""The shop's own facts: settings, departments, customers' notes."""

from collections.abc import Mapping

from weibo_operator.domain.customer import ROLES
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import CustomerId
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.release import is_safe_address
from weibo_operator.domain.settings import LEVEL_SETTINGS, OWN_NICKNAME, VERSION_ADDRESS, Setting, V
from weibo_operator.services.desk import Desk
from weibo_operator.storage import handoffs, settings
from weibo_operator.storage.journal import Value, changes_of


class Shop:
    """Reads and changes what the shop says of itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def value(self, setting: Setting[V]) -> V:
        """A setting's value."""
        return self._desk.setting(setting)

    def change(self, setting: Setting[V], value: V) -> Changes:
        """Store a setting; raises ``InvalidInputError`` when the value is out of bounds, or no address.

        Our own nickname is stored as messages carry it, without the @ that it is often written with.
        A target or a band has the open tickets judged again: some at once (the changes), the rest by ``Inbox.wake``.
        """
        if setting == VERSION_ADDRESS and value and not is_safe_address(str(value)):
            raise InvalidInputError(field=setting.key, reason="not_https")
        if not setting.valid(value):
            raise InvalidInputError(field=setting.key, reason="out_of_bounds", low=setting.low, high=setting.high)
        row = settings.row_of(setting, value)
        if setting == OWN_NICKNAME:
            row = settings.row_of(OWN_NICKNAME, str(value).strip().lstrip("@＠"))
        with self._desk.bookkeeping() as recorder:
            recorder.put("setting", row)
            if setting in LEVEL_SETTINGS:
                self._desk.standing.mark_all_stale()
        return changes_of(recorder)

    def introduce(self, words: Mapping[Setting[str], str]) -> Changes:
        """Store who the shop is, all of it or nothing; raises like ``change``."""
        changes = Changes()
        with self._desk.decision():
            for setting, value in words.items():
                changes = changes.joined(self.change(setting, value))
        return changes

    def departments(self) -> Mapping[str, str]:
        """Department → contact, in the operator's order."""
        return handoffs.departments(self._desk.connection)

    def edit_customer(
        self,
        customer: CustomerId,
        *,
        notes: str | None = None,
        role: str | None = None,
        vip: bool | None = None,
        followers: int | None = None,
    ) -> Outcome[None]:
        """Change what we note of a customer; None leaves a field.

        Raises ``InvalidInputError`` for an unknown role or fewer than no followers.
        """
        if role is not None and role not in ROLES:
            raise InvalidInputError(field="role", reason="unknown")
        if followers is not None and followers < 0:
            raise InvalidInputError(field="followers", reason="negative")
        given = {
            "notes": notes,
            "role": role,
            "vip": None if vip is None else int(vip),
            "followers": followers,
        }
        values: dict[str, Value] = {key: value for key, value in given.items() if value is not None}
        with self._desk.operation(OperationKind.EDIT_CUSTOMER) as recorder:
            recorder.update("customer", customer, values)
        return Outcome(None, changes_of(recorder), recorder.operation)
