"""What somebody wrote between the fixed pieces of a wording, found in bounded time."""

from collections.abc import Sequence

LONGEST = 40
"""Characters that a blank takes."""


def between(pieces: Sequence[str], said: str) -> Sequence[str] | None:
    """What stands between ``pieces``, 1 to ``LONGEST`` characters each, the first as short as can be.

    None where ``said`` is not made of them. Steps grow with blanks times characters; a regular expression of several
    blanks side by side tries every way to share the characters out, and takes hours over a page.
    """
    if not _in_order(pieces, said):
        return None
    places = range(len(said) + 1)
    # For each piece the places from which it and all that follows fit, the last piece first.
    fits = [[at + len(pieces[-1]) == len(said) and said.endswith(pieces[-1]) for at in places]]
    for piece in reversed(pieces[:-1]):
        following = fits[-1]
        fits.append([said.startswith(piece, at) and _blank_end(following, at + len(piece)) > 0 for at in places])
    fits.reverse()
    if not fits[0][0]:
        return None
    found: list[str] = []
    at = 0
    for piece, following in zip(pieces, fits[1:], strict=False):
        start = at + len(piece)
        at = _blank_end(following, start)
        found.append(said[start:at])
    return found


def _in_order(pieces: Sequence[str], said: str) -> bool:
    """A quick look that most texts don't pass: the pieces stand in the text one after the other."""
    if not (said.startswith(pieces[0]) and said.endswith(pieces[-1])):
        return False
    at = 0
    for piece in pieces:
        at = said.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _blank_end(following: Sequence[bool], start: int) -> int:
    """Where a blank that begins at ``start`` ends at the earliest so that the rest fits; 0 where nowhere."""
    last = min(start + LONGEST, len(following) - 1)
    return next((at for at in range(start + 1, last + 1) if following[at]), 0)
