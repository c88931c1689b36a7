"""The smallest form of an input that still fails in the same way."""

from collections.abc import Callable
from typing import TypeVar

_MOST_TRIES = 600
Data = TypeVar("Data", bytes, str)


def smallest(data: Data, fails: Callable[[Data], bool]) -> Data:
    """Takes pieces out, smaller and smaller ones, while what is left still fails; tries a bounded number of times."""
    tries, size = 0, max(1, len(data) // 2)
    while size:
        at = 0
        while at < len(data) and tries < _MOST_TRIES:
            candidate = data[:at] + data[at + size :]
            tries += 1
            if fails(candidate):
                data = candidate
            else:
                at += size
        size //= 2
    return data
