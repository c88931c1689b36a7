"""How long the typo check takes and how much it holds (run by hand: ``pytest -m bench -s``)."""

import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles
from time import process_time

import pytest

from tests.benchmarks.measuring import note
from tests.benchmarks.typo_measures import read_texts
from tests.conftest import PROJECT
from weibo_operator.language.proofread import Proofreader

pytestmark = pytest.mark.bench

LENGTH = 140
LOADER = """
import sys, time
from pathlib import Path
from weibo_operator.language.proofread import Proofreader
def resident():
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) / 256  # MB, of pages of 4 KiB
bare = resident()
began = time.process_time()
checker = Proofreader(Path(sys.argv[1]))
checker.load()
took = time.process_time() - began
print(took, resident() - bare)
"""


def replies(folder: Path) -> list[str]:
    return [text for path in sorted(folder.glob("*.txt")) for text in read_texts(path)[4::5]]


def unit() -> float:
    """Seconds that a fixed piece of interpreter work takes here: what the figures are ratios to."""
    spans: list[float] = []
    for _ in range(5):
        began = process_time()
        total = 0
        for number in range(200_000):
            total += number * number
        spans.append(process_time() - began)
    return median(spans)


def test_cold_replies_and_single_keys():
    texts = [text for text in replies(PROJECT / "resources" / "language" / "replies") if len(text) >= 20][:120]
    proofreader = Proofreader(PROJECT / "resources")
    proofreader.load()
    cold: list[float] = []
    for text in texts:
        began = process_time()
        proofreader.check(text)
        cold.append((process_time() - began) * LENGTH / len(text))
    keys: list[float] = []
    for text in texts[:30]:
        for end in range(1, len(text)):
            began = process_time()
            proofreader.check(text[:end])
            keys.append(process_time() - began)
    one, cuts = unit(), quantiles(keys, n=100)
    sys.stderr.write(
        f"\ncold {LENGTH} characters: {median(cold) * 1000:.1f} ms ({median(cold) / one:.2f} units), "
        f"a key: p50 {cuts[49] * 1000:.2f} ms, p99 {cuts[98] * 1000:.2f} ms ({cuts[98] / one:.2f} units); "
        f"unit {one * 1000:.1f} ms\n"
    )
    note("typos-cold", median(cold) / one, n=len(cold), work_ms=median(cold) * 1000, limit_ms=one * 1000)
    note("typos-key", cuts[98] * 1000, n=len(keys), p50_ms=cuts[49] * 1000)
    assert median(cold) < 3 * one


def test_loading():
    done = subprocess.run(
        [sys.executable, "-c", LOADER, str(PROJECT / "resources")],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )
    took, memory = map(float, done.stdout.split())
    one = unit()
    sys.stderr.write(f"\nload: {took:.2f} s ({took / one:.0f} units), {memory:.0f} MB more\n")
    note("typos-memory", memory, n=1)
    assert 20 < memory < 110
