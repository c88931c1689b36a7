"""Writing a file whole or not at all."""

import os
from pathlib import Path

from weibo_operator.domain.errors import InvalidInputError


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` by way of a neighbouring temporary file.

    Raises ``InvalidInputError`` (field ``path``) when the place can't be written or the file is held.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        _discard(partial)
        raise InvalidInputError(field="path", reason="cannot_write", value=str(path)) from error


def _discard(partial: Path) -> None:
    try:
        partial.unlink(missing_ok=True)
    except OSError:
        return  # the place can't be written at all, which the caller is about to say
