"""How often triage is right on texts it was not taught: figures for each field, and what kinds are mistaken for.

``triage_development.tsv`` was looked at while tuning; ``triage_apart.tsv`` is by another hand and was not. Run with
``pytest -m bench -s tests/benchmarks/test_triage_quality.py``; cross-validation of the lessons is
``python3 packaging/build_triage.py --judge``.
"""

import csv
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

import pytest

from weibo_operator.domain.labels import Kind
from weibo_operator.domain.triage import Triage
from weibo_operator.language.triage import TriageRules

ROOT = Path(__file__).resolve().parents[2]
JUDGED = ROOT / "tests" / "language" / "judged"
SAMPLE = ROOT / "../shared/data/triage_sample.tsv"
FIELDS = ("kind", "aspect", "department", "urgency", "crisis", "sentiment", "public_ok")
Rows = list[dict[str, str]]

pytestmark = pytest.mark.bench


def read(path: Path) -> Rows:
    if not path.exists():
        pytest.skip("the labelled sample is not on this machine")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row | {"kind": row["kind"].replace("谩骂无具体问题", "谩骂")} for row in rows]


def labels(result: Triage) -> dict[str, str]:
    return {
        "kind": result.kind.value,
        "aspect": result.nature.value,
        "department": result.department,
        "urgency": result.urgency.value,
        "crisis": "yes" if result.crisis else "no",
        "sentiment": str(int(result.sentiment)),
        "public_ok": result.audience.label,
    }


def seconds_of_unit() -> float:
    """A fixed piece of plain Python, against which another machine's speed is told."""
    start = time.perf_counter()
    sum(map(len, (str(number) for number in range(2_000))))
    return time.perf_counter() - start


@pytest.fixture(scope="module")
def rules() -> TriageRules:
    found = TriageRules(ROOT / "resources")
    found.triage("预热")
    return found


@pytest.mark.parametrize("path", [JUDGED / "triage_development.tsv", JUDGED / "triage_apart.tsv", SAMPLE])
def test_quality(rules: TriageRules, path: Path) -> None:
    rows = read(path)
    found = [labels(rules.triage(row["text"])) for row in rows]
    pairs = list(zip(rows, found, strict=True))
    right = {field: sum(got[field] == row[field] for row, got in pairs) / len(rows) for field in FIELDS}
    alarms = Counter((row["crisis"], got["crisis"]) for row, got in pairs)
    caught, missed, false = alarms["yes", "yes"], alarms["yes", "no"], alarms["no", "yes"]
    kinds = Counter((row["kind"], got["kind"]) for row, got in pairs)
    spam = sum(kinds[Kind.SPAM, taken] for taken in Kind)
    lines = [
        f"{path.stem}, {len(rows)} texts: " + ", ".join(f"{field} {share:.3f}" for field, share in right.items()),
        f"crisis: recall {caught / (caught + missed):.3f}, precision {caught / max(1, caught + false):.3f}",
        f"spam: recall {kinds[Kind.SPAM, Kind.SPAM] / spam:.3f}",
        "\t".join(("kind (row) taken for (column):", *Kind)),
        *("\t".join((true, *(str(kinds[true, taken]) for taken in Kind))) for true in Kind),
    ]
    sys.stderr.write("\n" + "\n".join(lines) + "\n")


def test_speed(rules: TriageRules) -> None:
    units: list[float] = []
    times: list[float] = []
    for row in read(JUDGED / "triage_development.tsv") * 3:
        units.append(seconds_of_unit())
        start = time.perf_counter()
        rules.triage(row["text"])
        times.append(time.perf_counter() - start)
    unit, middle, late = median(units), median(times), quantiles(times, n=100)[98]
    figures = f"{1000 * middle:.2f} ms, p99 {1000 * late:.2f} ms; {middle / unit:.1f} units of {1e6 * unit:.0f} µs"
    sys.stderr.write(f"\na message: {figures}\n")
    assert middle / unit < 25
