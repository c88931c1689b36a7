"""Offsets: the core counts characters (code points), Qt counts UTF-16 units; an emoji is one of those, two of these."""


def to_units(text: str, points: int) -> int:
    """Return the UTF-16 position of the character at ``points``."""
    return len(text[:points].encode("utf-16-le", "surrogatepass")) // 2


def to_points(text: str, units: int) -> int:
    """Return the index of the character at UTF-16 position ``units``; inside a pair, the character after it."""
    done = 0
    for index, character in enumerate(text):
        if done >= units:
            return index
        done += 2 if character > "\uffff" else 1
    return len(text)
