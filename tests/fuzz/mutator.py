"""Valid samples damaged: bits flipped, pieces cut out, put elsewhere, doubled, and nasty ones put in."""

import re
from collections.abc import Sequence
from random import Random
from typing import TypeVar

from tests.fuzz.words import nasty

LARGEST = 60_000
"""Longer inputs are cut: what only shows at more is a test of its own (``test_bounds``)."""
_NUMBER = re.compile(r"\d+")
_NUMBER_BYTES = re.compile(rb"\d+")

Data = TypeVar("Data", bytes, str)


def damaged_text(random: Random, sample: str, others: Sequence[str]) -> str:
    """One to six mutations of a text, nasty pieces among them."""
    text = sample
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        chosen = random.random()
        if chosen < 0.4:
            at, end = _span(random, text, 3)
            text = text[:at] + nasty(random) + text[end:]
        elif chosen < 0.55:
            text = _NUMBER.sub(lambda found: _other_number(random, found[0]), text, count=random.randint(1, 3))
        else:
            text = _moved(random, text, random.choice(others))
    return text[:LARGEST]


def damaged_bytes(random: Random, sample: bytes, others: Sequence[bytes]) -> bytes:
    """One to six mutations of a file's bytes."""
    data = sample
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        chosen = random.random()
        if chosen < 0.3 and data:
            at = random.randrange(len(data))
            data = data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]
        elif chosen < 0.4:
            at, end = _span(random, data, 4)
            data = data[:at] + random.choice((b"\x00", b"\xff", b"\x80", b"\r", b'"', random.randbytes(4))) + data[end:]
        elif chosen < 0.55:
            at, end = _span(random, data, 3)
            data = data[:at] + nasty(random).encode("utf-8", "surrogatepass") + data[end:]
        elif chosen < 0.65:
            count = random.randint(1, 3)
            data = _NUMBER_BYTES.sub(lambda found: _other_number(random, found[0].decode()).encode(), data, count=count)
        else:
            data = _moved(random, data, random.choice(others))
    return data[:LARGEST]


def _moved(random: Random, data: Data, other: Data) -> Data:
    """Cut, take out, double, repeat, exchange, or splice with another."""
    at, end = _span(random, data, max(1, len(data) // 4))
    kind = random.randrange(6)
    if kind == 0:
        return data[:end]
    if kind == 1:
        return data[:at] + data[end:]
    if kind == 2:
        return data[:end] + data[at:]
    if kind == 3:
        return data[:at] + data[at:end] * random.choice((3, 9, 60)) + data[end:]
    start, stop = _span(random, other, max(1, len(other) // 2))
    if kind == 4:
        return data[:at] + other[start:]
    return data[:at] + other[start:stop] + data[end:]


def _span(random: Random, data: bytes | str, most: int) -> tuple[int, int]:
    at = random.randint(0, len(data))
    return at, min(len(data), at + random.randint(0, most))


def _other_number(random: Random, digits: str) -> str:
    """A number of another size: one more, none, negative, or more than anything holds."""
    return random.choice(
        (str(int(digits[:18]) + 1), "0", f"-{digits}", digits * 2, "9" * 20, "9" * 320, f"{digits}.5", "1e999")
    )
