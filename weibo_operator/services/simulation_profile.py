"""The profile of a simulated day, read from a table that anybody may edit (``resources/simulation/day.tsv``)."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import Audience, Kind, Urgency

_NUMBERS: Mapping[tuple[str, str], tuple[float, float]] = {
    ("desk", "opens"): (0, 23),
    ("desk", "closes"): (1, 24),
    **{("people", str(hour)): (0, 1000) for hour in range(24)},
    ("heavy", "percent"): (0, 100),
    ("heavy", "tickets"): (1, 1000),
    ("heavy", "minutes"): (1, 24 * 60),
    ("again", "percent"): (0, 100),
    ("again", "most"): (0, 100),
    ("again", "minutes"): (1, 24 * 60),
    ("burst", "starts"): (0, 23),
    ("burst", "minutes"): (1, 24 * 60),
    ("burst", "people"): (0, 10_000),
    ("pace", "spread"): (0, 99),
}
"""Every single number with its bounds."""

_WORDS = frozenset(f"{kind}/{urgency}" for kind in Kind for urgency in Urgency)
_SHARES: Mapping[str, frozenset[str] | None] = {
    "words": _WORDS,
    "burst_words": _WORDS,
    "topic": None,
    "burst_topic": None,
    "followers": frozenset(map(str, range(10))),
    "audience": frozenset(audience.value for audience in Audience),
}
"""The sections of shares with the names they may hold; None for any."""

_Entries = Mapping[tuple[str, str], tuple[int, float]]
"""(section, name) → (line, value)."""


class Shares(Struct, frozen=True):
    """Names with their weights, for drawing one of them."""

    names: tuple[str, ...]
    weights: tuple[float, ...]


class Profile(Struct, frozen=True):
    """A shop's day. Hours are Beijing's; ``people`` are means for the hours 0 to 23; percentages are 0 to 100.

    ``words`` are shares of kind and urgency (投诉/高), ``followers`` shares of the number of digits (0: unknown).
    ``words`` and ``topics`` are those of everybody but the crowd of the burst.
    """

    opens: int
    closes: int
    people: tuple[float, ...]
    words: Shares
    topics: Shares
    followers: Shares
    audience: Shares
    heavy_percent: float
    heavy_tickets: int
    heavy_minutes: float
    again_percent: float
    again_most: int
    again_minutes: float
    burst_words: Shares
    burst_topics: Shares
    burst_starts: int
    burst_minutes: float
    burst_people: int
    pace_spread: float


def read_profile(path: Path) -> Profile:
    """Read a profile; raises ``InvalidInputError`` with the file and the line, or with the entry that is missing."""
    found = _read(path)
    for (section, name), (line, value) in found.items():
        low, high = _bounds(path, line, section, name)
        if not low <= value <= high:
            raise _bad_line(path, line)
    profile = _profile(path, found)
    if profile.opens >= profile.closes:
        raise _bad_line(path, found["desk", "closes"][0])
    return profile


def _read(path: Path) -> _Entries:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInputError(field="profile", reason="profile_unreadable", path=str(path)) from error
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            section, name, value = (cell.strip() for cell in line.split("\t"))
            found[section, name] = number, float(value)
        except ValueError as error:
            raise _bad_line(path, number) from error
    return found


def _bounds(path: Path, line: int, section: str, name: str) -> tuple[float, float]:
    if section in _SHARES:
        names = _SHARES[section]
        if name and (names is None or name in names):
            return 0, 1e9
    elif (section, name) in _NUMBERS:
        return _NUMBERS[section, name]
    raise _bad_line(path, line)


def _profile(path: Path, found: _Entries) -> Profile:
    def number(section: str, name: str) -> float:
        if (section, name) not in found:
            raise _lacking(path, f"{section} {name}")
        return found[section, name][1]

    def shares(section: str) -> Shares:
        rows = [(name, value) for (of, name), (_, value) in found.items() if of == section and value > 0]
        if not rows:
            raise _lacking(path, section)
        return Shares(tuple(name for name, _ in rows), tuple(value for _, value in rows))

    return Profile(
        opens=int(number("desk", "opens")),
        closes=int(number("desk", "closes")),
        people=tuple(number("people", str(hour)) for hour in range(24)),
        words=shares("words"),
        topics=shares("topic"),
        followers=shares("followers"),
        audience=shares("audience"),
        heavy_percent=number("heavy", "percent"),
        heavy_tickets=int(number("heavy", "tickets")),
        heavy_minutes=number("heavy", "minutes"),
        again_percent=number("again", "percent"),
        again_most=int(number("again", "most")),
        again_minutes=number("again", "minutes"),
        burst_words=shares("burst_words"),
        burst_topics=shares("burst_topic"),
        burst_starts=int(number("burst", "starts")),
        burst_minutes=number("burst", "minutes"),
        burst_people=int(number("burst", "people")),
        pace_spread=number("pace", "spread"),
    )


def _bad_line(path: Path, line: int) -> InvalidInputError:
    return InvalidInputError(field="profile", reason="profile_line", path=str(path), line=line)


def _lacking(path: Path, entry: str) -> InvalidInputError:
    return InvalidInputError(field="profile", reason="profile_lacks", path=str(path), entry=entry)
