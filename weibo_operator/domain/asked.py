"""One of several questions in what a customer wrote, and whether the reply being written answers it (mission C9)."""

from msgspec import Struct


class AskedPart(Struct, frozen=True):
    """``question`` in the customer's words without the question mark; ``is_answered`` is a guess from the wording."""

    question: str
    is_answered: bool
    is_sent: bool = False
    """Answered by a reply of its own, which has been sent."""
