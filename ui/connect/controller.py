"""Connecting at work: begin, wait for the browser or a pasted code, take the permission; all of it off the window."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from ui.connect.redirect_watch import RedirectWatch
from ui.support.context import Context
from ui.support.desk_work import DeskWork
from ui.support.texts import sentence
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.account import Account, AccountRole
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.open_platform import DEFAULT_REDIRECT, WEIBO_SERVER, AppKey, PlatformError, Reaction
from weibo_operator.domain.operations import Outcome
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.signing_in import Attempt


@dataclass(frozen=True, slots=True)
class AppForm:
    """What the operator typed of the app; ``automatic``: the browser brings the code back by itself."""

    key: str
    secret: str = field(repr=False)
    automatic: bool
    role: AccountRole


class ConnectController(QObject):
    """``changed`` after every step."""

    changed = Signal()
    connected = Signal(object, object)
    """The account, and the one whose permission was to be renewed (None for a new one)."""
    secret_wanted = Signal()
    """Signing in again needs the app's secret, which is not kept."""
    field_refused = Signal(str, str)
    """A field's name and the sentence about it."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._watch = RedirectWatch(self)
        self._work = DeskWork(context, self._on_unwanted)
        self._form: AppForm | None = None
        self.is_practice = context.operator.shop.value(PRACTICE)
        self.again: Account | None = None
        self.attempt: Attempt | None = None
        self.is_finishing = False
        self.trouble = ""
        self.opened = True
        self._watch.heard.connect(self.take)
        self._watch.failed.connect(self._on_watch_failed)

    @property
    def is_busy(self) -> bool:
        """True while something is asked in the background."""
        return self._work.is_busy

    @property
    def is_waiting(self) -> bool:
        """True while the page waits for its answer."""
        return self.attempt is not None and not self.is_busy and not self.is_over

    @property
    def is_over(self) -> bool:
        """True when the attempt's ten minutes have passed."""
        return self.attempt is not None and self.attempt.ends_at <= self._context.operator.desk.now()

    def begin(self, form: AppForm) -> None:
        """Begin for an app; the browser opens when the address is known."""
        self._form = form
        server = self._context.practice_weibo or WEIBO_SERVER
        app = AppKey(form.key, "" if form.automatic else DEFAULT_REDIRECT, server)
        secret = form.secret

        def work(operator: Operator) -> Attempt:
            return operator.signing_in.begin(app, secret)

        self._start(work)

    def begin_again(self, account: Account) -> None:
        """A new permission of the same app; ``secret_wanted`` when its secret is not kept."""
        if self.is_finishing:
            return
        self._reset()
        self.again = account

        def work(operator: Operator) -> Attempt | None:
            return operator.signing_in.begin_again(account.id)

        self._start(work)

    @Slot()
    def reopen(self) -> None:
        """The same page once more while it is valid, else a new attempt."""
        if self.attempt is not None and self.is_waiting and not self._is_spent():
            self._open()
        elif self._form is not None:
            self.begin(self._form)
        elif self.again is not None:
            self.begin_again(self.again)

    @Slot(str)
    def take(self, given: str) -> None:
        """Take the permission with a code, or with the address that holds it."""
        attempt, role = self.attempt, self._role()
        if attempt is None or self.is_busy:
            return
        self.is_finishing = True

        def work(operator: Operator) -> Outcome[Account]:
            return operator.signing_in.finish(attempt, given, role=role)

        self.trouble = ""
        self._work.run(work, self._on_finished, self._on_finish_failed)
        self.changed.emit()

    @Slot()
    def copy_address(self) -> None:
        """The page's address into the clipboard."""
        if self.attempt is not None:
            self._context.desktop.copy(self.attempt.address)

    @Slot()
    def cancel(self) -> None:
        """Give the attempt up; nothing was stored. A permission that is just being taken is not given up."""
        if not self.is_finishing:
            self._reset()

    def note_time(self) -> None:
        """Look at the clock: an attempt that is over waits no longer."""
        if self.is_over and self._watch.is_watching:
            self._watch.stop()
        self.changed.emit()

    def stop(self) -> None:
        """The window goes away: wait for nothing, tell nobody."""
        self._work.cancel()
        self._watch.stop()
        if self.attempt is not None:
            self.attempt.close()

    def _reset(self) -> None:
        self.stop()
        self.attempt = self._form = self.again = None
        self.is_finishing, self.trouble = False, ""
        self.changed.emit()

    def _start(self, work: Callable[[Operator], Attempt | None]) -> None:
        if self._work.is_busy:
            return
        self._watch.stop()
        if self.attempt is not None:
            self.attempt.close()
        self.attempt = None
        self.trouble = ""
        self._work.run(work, self._on_begun, self._on_begin_failed)
        self.changed.emit()

    def _on_begun(self, attempt: Attempt | None) -> None:
        if attempt is None:
            self.secret_wanted.emit()
            self.changed.emit()
            return
        self.attempt = attempt
        if attempt.is_automatic:
            self._watch.watch(attempt)
        self._open()

    def _on_begin_failed(self, error: OperatorError) -> None:
        if isinstance(error, InvalidInputError) and str(error.data.get("field")) in ("app_key", "app_secret"):
            self.field_refused.emit(str(error.data["field"]), sentence(error))
        else:
            self.trouble = sentence(error)
        self.changed.emit()

    def _on_finished(self, outcome: Outcome[Account]) -> None:
        self._context.connection.found()
        self._context.news.tell(outcome.changes)
        renewed = self.again
        self._reset()
        self.connected.emit(outcome.value, renewed)

    def _on_finish_failed(self, error: OperatorError) -> None:
        self.is_finishing = False
        if isinstance(error, InvalidInputError) and error.data.get("field") == "code":
            self.field_refused.emit("code", sentence(error))
        else:
            if isinstance(error, PlatformError) and error.reaction is Reaction.OFFLINE:
                self._context.connection.lost(self._context.operator.desk.now())
            self.trouble = sentence(error)
        self.changed.emit()

    def _on_unwanted(self, result: object) -> None:
        """An attempt that nobody waits for any more gives up its port."""
        if isinstance(result, Attempt):
            result.close()

    @Slot(object)
    def _on_watch_failed(self, error: OperatorError) -> None:
        self.trouble = sentence(error)
        self.changed.emit()

    def _open(self) -> None:
        if self.attempt is not None:
            self.opened = self._context.desktop.open_page(self.attempt.address)
        self.changed.emit()

    def _is_spent(self) -> bool:
        """A browser came back already, or the platform refused the code: the page must be opened anew."""
        automatic = self.attempt is not None and self.attempt.is_automatic
        return bool(self.trouble) or (automatic and not self._watch.is_watching)

    def _role(self) -> AccountRole:
        if self._form is not None:
            return self._form.role
        return self.again.role if self.again is not None else AccountRole.SERVICE
