"""What a file is known by: where it lay, its size and time, and its content."""

from msgspec import Struct


class FilePrint(Struct, frozen=True):
    """A file as it lay there: ``changed_at`` in nanoseconds since the epoch, ``digest`` of its whole content."""

    path: str
    size: int
    changed_at: int
    digest: str = ""
