"""Scores public spelling sets: python -m tests.benchmarks.csc FOLDER [MOST]; files are TSV (id, typed, right)."""

import sys
from pathlib import Path

from tests.benchmarks.test_typo_quality import public_scores
from tests.benchmarks.typo_measures import table
from tests.conftest import PROJECT
from weibo_operator.language.proofread import Proofreader

if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    sys.stdout.write(table(public_scores(Proofreader(PROJECT / "resources"), Path(sys.argv[1]), most)) + "\n")
