"""Faults on demand: rules that say what goes wrong with the n-th call of a path."""

import threading
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import TypedDict, Unpack


class Kind(StrEnum):
    """What may go wrong."""

    SLOW = "slow"
    """The answer is held until ``rule.release`` is set: no test has to sleep."""
    DELAY = "delay"
    """The answer comes ``seconds`` later: for use by hand."""
    CUT_BEFORE = "cut_before"
    """The connection ends before the request is read; nothing is done."""
    CUT_AFTER = "cut_after"
    """The request is done and the connection ends without an answer."""
    HALF = "half"
    """The request is done and half of the answer comes."""
    STATUS = "status"
    """A plain HTTP error (``status``, 502 unless told) with a page of a proxy."""
    ERROR = "error"
    """The platform's error ``code``; 20032 is done all the same."""
    RATE_LIMIT = "rate_limit"
    """``code`` (10023 unless told) from now on, until ``seconds`` of the world's clock have passed."""
    HTML = "html"
    """A page instead of JSON, with status 200."""
    MALFORMED = "malformed"
    """JSON that ends in the middle."""
    HUGE = "huge"
    """A body of ``size`` bytes."""
    REDIRECT = "redirect"
    """A redirect to ``location``, on another host."""
    SHORT = "short"
    """Every second row of a list is missing, as if hidden after the cut."""
    DUPLICATES = "duplicates"
    """A list's rows come twice, and the row above ``max_id`` comes again."""
    REORDERED = "reordered"
    """A list's rows are not in the order of their ids."""
    WRONG_CLOCK = "wrong_clock"
    """Date header and every created_at are ``seconds`` wrong."""


SHAPING = frozenset({Kind.SHORT, Kind.DUPLICATES, Kind.REORDERED, Kind.WRONG_CLOCK})
HOLDING = frozenset({Kind.SLOW, Kind.DELAY})
_DONE = frozenset({Kind.SLOW, Kind.DELAY, Kind.CUT_AFTER, Kind.HALF})


@dataclass(slots=True)
class Rule:
    """One fault. It meets the calls of ``path`` from the ``first`` on (counted from now), ``times`` of them.

    ``path``: "comments/reply", a pattern such as "comments/*" or "oauth2/*", or "*". ``taken``: whether the request
    is done all the same. ``reached`` is set when the fault has met a call; ``release`` ends a slow one.
    """

    kind: Kind
    path: str = "*"
    first: int = 1
    times: int | None = 1
    taken: bool = False
    code: str = "10023"
    status: int = 0
    seconds: float = 1800
    size: int = 64 * 1024 * 1024
    location: str = "http://elsewhere.invalid/2/"
    reset: bool = False
    number: int = 0
    calls: int = 0
    hits: int = 0
    reached: threading.Event = field(default_factory=threading.Event, repr=False)
    release: threading.Event = field(default_factory=threading.Event, repr=False)


class Facts(TypedDict, total=False):
    """What a rule of one kind or another may say besides when it meets; as ``Rule`` has them."""

    code: str
    status: int
    seconds: float
    size: int
    location: str
    reset: bool


class Faults:
    """The rules in force, safe among threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[Rule] = []
        self._added = 0

    def add(
        self,
        kind: Kind | str,
        path: str = "*",
        *,
        first: int = 1,
        times: int | None = 1,
        taken: bool | None = None,
        **facts: Unpack[Facts],
    ) -> Rule:
        """Put a rule in force; ``times=None`` until cleared."""
        kind = Kind(kind)
        if taken is None:
            taken = kind in _DONE or (kind is Kind.ERROR and facts.get("code") == "20032")
        made = Rule(kind, path, first, times, taken, **facts)
        with self._lock:
            self._added += 1
            made.number = self._added
            self._rules.append(made)
        return made

    def meeting(self, path: str) -> list[Rule]:
        """The rules that this call of ``path`` meets; each counts it."""
        with self._lock:
            met: list[Rule] = []
            for rule in self._rules:
                if not fnmatchcase(path, rule.path):
                    continue
                rule.calls += 1
                if rule.calls >= rule.first and (rule.times is None or rule.hits < rule.times):
                    rule.hits += 1
                    met.append(rule)
            return met

    def release(self, number: int) -> bool:
        """Let a slow answer go by its rule's number; False when there is no such rule."""
        with self._lock:
            found = [rule for rule in self._rules if rule.number == number]
        for rule in found:
            rule.release.set()
        return bool(found)

    def clear(self) -> None:
        """Everything works again; slow answers are let go."""
        with self._lock:
            rules, self._rules = self._rules, []
        for rule in rules:
            rule.release.set()

    def listed(self) -> list[dict[str, object]]:
        """The rules in force, for /practice/faults."""
        with self._lock:
            return [
                {
                    "number": rule.number,
                    "kind": rule.kind.value,
                    "path": rule.path,
                    "first": rule.first,
                    "times": rule.times,
                    "taken": rule.taken,
                    "hits": rule.hits,
                }
                for rule in self._rules
            ]
