"""Searching templates and knowledge cards: what is compared, and how well a title fits."""

from weibo_operator.language.initials import Initials

TITLED = 3
"""Below this the code or the title was meant."""


def bare(text: str) -> str:
    """Letters, digits and Chinese characters only, in lower case: w'l'y'c of an input method is wlyc."""
    return "".join(character for character in text.lower() if character.isalnum())


def readings(initials: Initials, query: str, *, guessed: bool) -> tuple[str, ...]:
    """What a query may mean: itself, and where an input method guessed its characters, the initials that were typed.

    ibus-libpinyin shows 为了因此 for wlyc until a candidate is chosen.
    """
    wanted = bare(query)
    typed = initials.of(wanted) if guessed else wanted
    return (wanted, typed) if typed not in ("", wanted) else (wanted,)


def rank_of_title(initials: Initials, title: str, code: str, wanted: str) -> int | None:
    """0 for the code itself, 1 where code or title begin so (in characters or initials), 2 where the title holds it."""
    words, letters, code = bare(title), initials.of(title), bare(code)
    if code == wanted:
        return 0
    if code.startswith(wanted) or words.startswith(wanted) or letters.startswith(wanted):
        return 1
    return 2 if wanted in words or wanted in letters else None
