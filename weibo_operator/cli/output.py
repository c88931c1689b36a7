"""Printing: UTF-8 whatever the terminal thinks, one JSON object or a line of words."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime

from weibo_operator.domain.clock import china


def print_json(value: Mapping[str, object]) -> None:
    """One object on one line of stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def print_line(text: str) -> None:
    """One line of words on stdout."""
    sys.stdout.write(text + "\n")


def print_error(text: str) -> None:
    """One sentence on stderr."""
    sys.stderr.write(text + "\n")


def discard_output() -> None:
    """Let stdout lead nowhere, so that nothing is said of it when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def use_utf8() -> None:
    """Read and write UTF-8 on every machine (a Windows console defaults to its code page)."""
    for stream, encoding, errors in (
        (sys.stdin, "utf-8-sig", "replace"),  # a pipe from Windows may begin with a byte-order mark
        (sys.stdout, "utf-8", "backslashreplace"),
        (sys.stderr, "utf-8", "backslashreplace"),
    ):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=encoding, errors=errors)


def input_lines() -> Iterator[str]:
    """Stdin line by line without the line's end; an empty line is an empty text."""
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def input_text() -> str:
    """All of stdin."""
    return sys.stdin.read()


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 with offset, Beijing time."""
    return None if moment is None else china(moment).isoformat(timespec="seconds")
