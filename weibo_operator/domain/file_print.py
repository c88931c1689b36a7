"""What a file is known by: where it lay, its size and time, and its content."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilePrint:
    """A file as it lay there: ``changed_at`` in nanoseconds since the epoch, ``digest`` of its whole content."""

    path: str
    size: int
    changed_at: int
    digest: str = ""
