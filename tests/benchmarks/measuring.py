"""How figures are taken: by turns with what they are compared to, and where each one is noted."""

import json
import math
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns

FIGURES_FILE = "FIGURES_FILE"
"""The variable that names the file of JSON lines to which ``note`` adds; without it a figure is only printed."""

Action = Callable[[], object]
"""One piece of work; one that returns a float has measured its milliseconds itself."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """The median of the rounds' ratios; both sides in milliseconds, of the work the 95th percentile too."""

    value: float
    work_ms: float
    limit_ms: float
    p95_ms: float
    rounds: int


def by_turns(work: Action, limit: Action, *, rounds: int = 41, inner: int = 1) -> Ratio:
    """Take turns, so that whatever else the machine does falls on both; the first round only warms up."""
    pairs = [(timed(work, inner), timed(limit, inner)) for _ in range(rounds + 1)][1:]
    spans = [span for span, _ in pairs]
    ratio = median(span / bare for span, bare in pairs)
    return Ratio(ratio, median(spans), median(bare for _, bare in pairs), p95(spans), rounds)


def timed(action: Action, inner: int = 1) -> float:
    """Milliseconds of one call, of ``inner`` calls in a row."""
    began = perf_counter_ns()
    own = action()
    for _ in range(inner - 1):
        action()
    return own if isinstance(own, float) else (perf_counter_ns() - began) / 1e6 / inner


def p95(spans: Sequence[float]) -> float:
    """The 95th percentile; of fewer than two the only one."""
    return quantiles(spans, n=20)[18] if len(spans) > 1 else spans[0]


def note(goal: str, value: float, *, n: int, **details: float | str) -> None:
    """Note one figure of a goal (``tests/benchmarks/goals.py``): printed, and added to the file where one is named."""
    rounded = {name: each if isinstance(each, str) else _short(each) for name, each in details.items()}
    line = json.dumps({"goal": goal, "value": _short(value), "n": n, **rounded}, ensure_ascii=False)
    sys.stderr.write(f"\n{line}")
    path = os.environ.get(FIGURES_FILE)
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def note_ratio(goal: str, found: Ratio) -> None:
    """Note a ratio with both sides' times."""
    note(goal, found.value, n=found.rounds, work_ms=found.work_ms, limit_ms=found.limit_ms, p95_ms=found.p95_ms)


def note_spans(goal: str, spans: Sequence[float], **details: float | str) -> None:
    """Note the 95th percentile of spans in milliseconds, with their median."""
    note(goal, p95(spans), n=len(spans), p50_ms=median(spans), **details)


def _short(value: float) -> float:
    """Four significant digits."""
    return value if value == 0 or not math.isfinite(value) else round(value, 3 - math.floor(math.log10(abs(value))))
