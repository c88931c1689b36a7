"""A whole run: a worker for each target, watched, started anew after an input that ended or hung it."""

import json
import mmap
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

from tests.conftest import PROJECT
from tests.fuzz.table import TARGETS
from tests.fuzz.worker import MEMORY, PROGRESS

_LOOKED_EVERY = 0.2
_HUNG = 120.0
"""Seconds on one input after which a worker that does not even hear its own alarm is ended."""
_SHM = Path("/dev/shm")  # noqa: S108  a disk in memory, where there is one: a million files need no real disk


@dataclass
class Sums:
    """What one target came to."""

    inputs: int = 0
    seconds: float = 0.0
    faults: Counter[str] = field(default_factory=Counter[str])
    stories: dict[str, str] = field(default_factory=dict[str, str])


def run(name: str, inputs: int, seed: int, kept: Path) -> Sums:
    """Throw ``inputs`` inputs at a target; what fails is kept in a folder."""
    sums, began = Sums(inputs), monotonic()
    kept.mkdir(parents=True, exist_ok=True)
    at = 0
    while at < inputs:
        with tempfile.TemporaryDirectory(prefix="fuzz-", dir=_SHM if _SHM.is_dir() else None) as work:
            at = _worker(name, at, inputs, seed, kept, Path(work), sums)
    sums.seconds = monotonic() - began
    return sums


def _worker(name: str, start: int, end: int, seed: int, kept: Path, work: Path, sums: Sums) -> int:
    """Run one worker to its end; returns where the next one begins."""
    progress, output = work / "progress", work / "output"
    progress.write_bytes(PROGRESS.pack(start))
    with progress.open("r+b") as held, mmap.mmap(held.fileno(), PROGRESS.size) as mark, output.open("wb") as out:
        place = work / "place"
        place.mkdir()
        command = [sys.executable, "-m", "tests.fuzz.worker", name, str(seed), str(start), str(end)]
        command += [str(kept.resolve()), str(place), str(progress)]
        # What the workbook library says of its own panics is no matter of ours.
        quiet = {**os.environ, "TMPDIR": str(work), "RUST_BACKTRACE": "0"}
        process = subprocess.Popen(command, cwd=PROJECT, stdout=out, stderr=subprocess.DEVNULL, env=quiet)
        hung = _watched(process, mark)
        (at,) = PROGRESS.unpack(mark[:])
    for line in output.read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        sums.faults[found["signature"]] += 1
        sums.stories.setdefault(found["signature"], f"{found.get('story', '')}\n{found.get('small', '')}")
    if process.returncode == 0:
        return end
    signature = f"{'hung' if hung else 'died'} ({process.returncode}, memory limit {MEMORY >> 30} GB)"
    sums.faults[signature] += 1
    sums.stories[signature] = f"{sums.stories.get(signature, '')} {name} seed {seed} input {at}"
    return at + 1


def _watched(process: subprocess.Popen[bytes], mark: mmap.mmap) -> bool:
    """Wait for a worker; True when it had to be ended."""
    last, since = b"", monotonic()
    while process.poll() is None:
        sleep(_LOOKED_EVERY)
        if mark[:] != last:
            last, since = mark[:], monotonic()
        elif monotonic() - since > _HUNG:
            process.kill()
            process.wait()
            return True
    return False


def share_of(name: str, inputs: int) -> int:
    """How many of a run's inputs a target gets."""
    return max(1, inputs * TARGETS[name].share // sum(each.share for each in TARGETS.values()))
