"""``python -m tests.fuzz``: throw a number of inputs at every target, or at one, and say what was found."""

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

from tests.fuzz.run import Sums, run, share_of
from tests.fuzz.table import TARGETS


def main(arguments: list[str]) -> int:
    """Run; 1 when anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, help="how many inputs in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=sorted(TARGETS), help="all inputs go to this one")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where inputs that fail are kept")
    parser.add_argument("--at-once", type=int, default=1, help="workers side by side")
    chosen = parser.parse_args(arguments)
    os.nice(10)
    names = [chosen.target] if chosen.target else list(TARGETS)
    began = monotonic()
    with ThreadPoolExecutor(chosen.at_once) as pool:

        def one(name: str) -> Sums:
            sums = run(
                name, chosen.inputs if chosen.target else share_of(name, chosen.inputs), chosen.seed, chosen.keep
            )
            _say(name, sums)
            return sums

        found = list(pool.map(one, names))
    faults = sum(sums.faults.total() for sums in found)
    sys.stdout.write(f"{sum(sums.inputs for sums in found)} inputs, {monotonic() - began:.0f} s, {faults} faults\n")
    return 1 if faults else 0


def _say(name: str, sums: Sums) -> None:
    lines = [f"{name}: {sums.inputs} inputs, {sums.seconds:.0f} s, {sums.faults.total()} faults"]
    for signature, times in sums.faults.most_common():
        lines += [f"  {times} x {signature}", *(f"    {line}" for line in sums.stories[signature].splitlines()[-14:])]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
