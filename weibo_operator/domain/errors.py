"""Expected failures: a code and data, no prose; the faces (window, command line) hold the sentences."""

from collections.abc import Mapping


class OperatorError(Exception):
    """An expected failure shown calmly with the next step.

    ``code`` is a stable key (``ui.support.texts`` and ``weibo_operator.cli.sentences`` hold a sentence for each);
    ``data`` fills its blanks.
    """

    code = "error"

    def __init__(self, **data: object) -> None:
        super().__init__(self.code, data)
        self.data: Mapping[str, object] = data


class FileUnreadableError(OperatorError):
    """A file could not be read: data has file, line (0 if the whole file), reason (a code), detail."""

    code = "file_unreadable"


class DatabaseTooNewError(OperatorError):
    """The file was written by a later version of the program."""

    code = "database_too_new"


class DatabaseUnavailableError(OperatorError):
    """The file can't be opened or written (busy, full, read-only, damaged): data has path, reason."""

    code = "database_unavailable"


class NotFoundError(OperatorError):
    """A named thing does not exist: data has what, id."""

    code = "not_found"


class MoveNotAllowedError(OperatorError):
    """A state change outside the table of ``lifecycle``: data has ticket, from_state, to_state."""

    code = "move_not_allowed"


class UndoBarrierError(OperatorError):
    """What should be undone has left the machine, or was changed since: data has operation, reason."""

    code = "undo_barrier"


class NothingToUndoError(OperatorError):
    """There is no operation to undo."""

    code = "nothing_to_undo"


class ReplyBlockedError(OperatorError):
    """A reply may not leave as it is: data has reason (a code) and detail."""

    code = "reply_blocked"


class InvalidInputError(OperatorError):
    """The operator's input can't be used: data has field, reason."""

    code = "invalid_input"


class VersionCheckError(OperatorError):
    """Nobody knows whether there is a later version: data has reason, and status where the server refused."""

    code = "version_check"
