"""The weekly report's words, read from resources/templates/week.toml, and how values are written."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.clock import china
from weibo_operator.domain.labels import Sentiment
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import Figure, Unit, WeeklySummary

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
Section: TypeAlias = "str | Mapping[str, Section] | Sequence[Section]"


class WeekWords(Struct, frozen=True):
    """The sections of the file, each a table of words."""

    none: str
    small: str
    provisional: str
    masked_note: str
    unmasked_note: str
    title: Mapping[str, str]
    units: Mapping[str, str]
    sentences: Mapping[str, str]
    text: Mapping[str, str]
    choice: Mapping[str, Sequence[str]]
    bands: Mapping[str, str]
    states: Mapping[str, str]
    sentiments: Mapping[str, str]
    sheets: Mapping[str, str]
    charts: Mapping[str, Sequence[str]]
    paper: Mapping[str, str]
    headings: Mapping[str, str]
    lists: Mapping[str, str]
    columns: Mapping[str, Sequence[str]]
    definitions: Mapping[str, str]
    metrics: Mapping[str, Mapping[str, str]]

    @property
    def before(self) -> str:
        """What the week compared with is called."""
        return self.title["before"]

    def comparing(self, summary: WeeklySummary) -> "WeekWords":
        """The same words where another week than the one before is compared with: its name stands for 上周."""
        other = summary.against
        if other is None:
            return self
        form = self.title["against" if other.year == summary.week.year else "against_of_year"]
        name = form.format(year=other.year, number=other.number)
        sections = ("sentences", "text", "columns", "paper", "title")
        return replace(self, **{each: _renamed(getattr(self, each), self.before, name) for each in sections})

    def name(self, key: str) -> str:
        """A figure's name."""
        return self.metrics[key]["name"]

    def definition(self, key: str) -> str:
        """What a figure means."""
        return self.metrics[key]["definition"]

    def duration(self, seconds: float | None) -> str:
        """A duration in the largest units that matter, whole minutes rounded down."""
        if seconds is None:
            return self.none
        whole = int(seconds)
        if whole < _MINUTE:
            return self.units["under_a_minute"]
        if whole < _HOUR:
            return self.units["minutes"].format(n=whole // _MINUTE)
        if whole < _DAY:
            return self._two("hours", whole // _HOUR, whole % _HOUR // _MINUTE)
        return self._two("days", whole // _DAY, whole % _DAY // _HOUR)

    def value(self, unit: Unit, value: float | None) -> str:
        """A figure's value in words; no data is a dash, never 0."""
        if value is None:
            return self.none
        match unit:
            case Unit.COUNT:
                return f"{value:.1f}".removesuffix(".0")
            case Unit.SECONDS:
                return self.duration(value)
            case Unit.SHARE:
                return self.percent(value)
            case Unit.PROPORTION:
                return self.units["proportion"].format(n=f"{value:.1f}".removesuffix(".0"))

    def figure(self, figure: Figure) -> str:
        """A figure's own value, marked where it rests on few cases."""
        shown = self.value(figure.unit, figure.value)
        return shown + self.small if figure.small and figure.value is not None else shown

    def cases(self, figure: Figure) -> str:
        """What a figure rests on, marked where that is little, or where later days can still change it."""
        marks = (self.small if figure.small else "", self.provisional if figure.provisional else "")
        return f"{figure.n}{''.join(marks)}"

    def percent(self, value: float | None) -> str:
        """0.5 as 50 %; a dash for None."""
        return self.none if value is None else f"{value * 100:.1f}%".replace(".0%", "%")

    def day(self, day: date) -> str:
        """A day without its year."""
        return self.title["day"].format(month=day.month, day=day.day)

    def weekday(self, day: date) -> str:
        """A day of the week with its date, short enough for an axis."""
        return self.title["weekday"].format(name=self.title["weekdays"][day.weekday()], day=day.day)

    def week(self, week: Week) -> str:
        """The week's number and its first and last day."""
        return self.title["week"].format(
            year=week.year, number=week.number, start=self.day(week.monday), end=self.day(week.sunday)
        )

    def moment(self, moment: datetime | None) -> str:
        """A time on Beijing's clock, to the minute; empty for None."""
        return "" if moment is None else f"{china(moment):%Y-%m-%d %H:%M}"

    def sentiment(self, sentiment: Sentiment) -> str:
        """The word for a tone."""
        return self.sentiments[sentiment.name.lower()]

    def _two(self, unit: str, large: int, small: int) -> str:
        """Two units, or one where the smaller is nothing."""
        return self.units[unit if small else f"{unit}_only"].format(large=large, small=small)


def _renamed(words: Section, old: str, new: str) -> Section:
    """Every text of a section with one name for another."""
    match words:
        case str():
            return words.replace(old, new)
        case Mapping():
            return {key: _renamed(value, old, new) for key, value in words.items()}
        case _:
            return [_renamed(value, old, new) for value in words]


def read_words(path: Path) -> WeekWords:
    """Read the file; a missing section is a fault of the program and raises ``TypeError``."""
    return WeekWords(**tomllib.loads(path.read_text(encoding="utf-8")))
