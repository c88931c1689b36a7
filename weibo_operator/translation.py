"""Every sentence the operator reads, in the language asked for: written in Chinese, looked up in a Qt Linguist file."""

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

VARIABLE = "WEIBO_OPERATOR_LANGUAGE"
"""The environment's variable that names the language; set before any module that holds sentences is imported."""
SOURCE = "zh"
LANGUAGES = (SOURCE, "en")
_DAYS = frozenset(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
CASES = ("low", "cap")
_FOR_OTHERS: ContextVar[bool] = ContextVar("for_others", default=False)


class Number(int):
    """A number in a translated sentence: ``{0:ticket|tickets}`` chooses the word for one or for several."""

    def __format__(self, spec: str) -> str:
        one, bar, several = spec.partition("|")
        return (one if self == 1 else several) if bar else int.__format__(self, "" if spec in CASES else spec)


class Text(str):
    """A number already written out (“1,204”, “99+”) chooses like a ``Number``.

    ``{0:low}`` puts a phrase into the middle of a sentence (Tomorrow 18:00 → tomorrow 18:00, but Fri 11-27 as it is),
    ``{0:cap}`` begins one.
    """

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if spec == "low" and self[:3] in _DAYS and not self[3:4].isalpha():
            return str(self)
        if spec in CASES:
            return (self[:1].lower() if spec == "low" else self[:1].upper()) + self[1:]
        one, bar, several = spec.partition("|")
        return (one if self == "1" else several) if bar else str.__format__(self, spec)


def tr(source: str, *values: object) -> str:
    """A sentence in the operator's language, its ``{0}``, ``{1}`` … filled in where values are given.

    The source is the Chinese sentence itself, written out at the call so that ``packaging/translations.py`` finds it.
    """
    words = words_of(spoken())
    if not words or _FOR_OTHERS.get():
        return source.format(*values) if values else source
    said = words.get(source, source)
    return said.format(*(_counted(value) for value in values)) if values else said


def label(value: str) -> str:
    """A stored Chinese label (投诉, 待回访) in the operator's language; names somebody gave stay as they are."""
    return value if _FOR_OTHERS.get() else words_of(spoken()).get(value, value)


@contextmanager
def for_others() -> Generator[None]:
    """What is said inside goes to customers, departments or into files for others: Chinese, whoever operates."""
    before = _FOR_OTHERS.set(True)
    try:
        yield
    finally:
        _FOR_OTHERS.reset(before)


@cache
def words_of(language: str) -> Mapping[str, str]:
    """Chinese sentence → translation; empty for Chinese itself and for a language there is no file of."""
    if language == SOURCE or language not in LANGUAGES:
        return {}
    return {source: said for source, said in read_translations(translation_file(language)).items() if said}


def read_translations(path: Path) -> dict[str, str]:
    """Source → translation of a Qt Linguist file, "" where it is unfinished; nothing where there is no file."""
    if not path.is_file():
        return {}
    from xml.etree import ElementTree as ET  # Chinese, as most speak, needs no file

    root = ET.parse(path).getroot()  # noqa: S314  the program's own file, installed beside it: nobody else's XML
    return {
        each.findtext("source", ""): each.findtext("translation") or "" for each in root.iterfind("context/message")
    }


def translation_file(language: str) -> Path:
    """Where a language's file lies (Qt Linguist's .ts, read as it is)."""
    return Path(__file__).resolve().parents[1] / "resources" / "translations" / f"{language}.ts"


def spoken() -> str:
    """The language the program speaks: one of ``LANGUAGES``."""
    language = os.environ.get(VARIABLE, SOURCE)
    return language if language in LANGUAGES else SOURCE


def settle_for_command_line(arguments: Sequence[str]) -> None:
    """Settle the language as programs without a window do: by the locale the environment names (POSIX's order).

    JSON is read by programs: it is Chinese everywhere, as what the file holds.
    """
    if "--json" in arguments:
        os.environ[VARIABLE] = SOURCE
        return
    told = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in told if name), "")
    os.environ[VARIABLE] = choose_language("", [locale.partition(".")[0]], os.environ)


def choose_language(wish: str, system: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to speak: the environment's, else the operator's own wish, else the first the system names.

    ``system`` are the system's languages in order ("en-US", "zh-Hans-CN"). A system that names none speaks Chinese.
    """
    for language in (environment.get(VARIABLE, ""), wish):
        if language in LANGUAGES:
            return language
    named = [name.replace("_", "-").split("-")[0].lower() for name in system]
    first = next((name for name in named if name not in ("", "c", "posix")), SOURCE)
    return SOURCE if first == SOURCE else "en"


def _counted(value: object) -> object:
    if isinstance(value, str):
        return Text(value)
    return Number(value) if type(value) is int else value
