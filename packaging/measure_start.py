"""Measures how long programs take from their start to the first paint, by turns, on one virtual screen.

Usage: python3 packaging/measure_start.py [--times 7] PROGRAM PROGRAM ..., for example
dist/weibo-operator/weibo-operator build/environment/bin/weibo-operator. Needs Xvfb. All open the same practice file.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1366, 768
PROBES = ((30, 30), (683, 384), (200, 120), (1000, 500))
"""Points of the screen that the window covers; black before it is there."""
LONGEST = 60.0


@contextmanager
def virtual_screen(folder: Path) -> Iterator[tuple[str, Path]]:
    """An X server, as DISPLAY and the file of its frame buffer."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [*command, "-fbdir", str(folder)],
        pass_fds=(write_end,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        yield f":{number}", folder / "Xvfb_screen0"
    finally:
        server.terminate()
        server.wait()


def is_painted(frame_buffer: Path) -> bool:
    """Whether any probed point is no longer black; pixels are the last bytes of the file."""
    start = frame_buffer.stat().st_size - WIDTH * HEIGHT * 4
    with frame_buffer.open("rb") as file:
        for across, down in PROBES:
            file.seek(start + (down * WIDTH + across) * 4)
            if any(file.read(3)):
                return True
    return False


def one_start(program: str, database: Path, variables: dict[str, str], frame_buffer: Path) -> float:
    """Milliseconds from the process's start to the first paint; SystemExit when nothing comes."""
    while is_painted(frame_buffer):
        time.sleep(0.05)
    began = time.monotonic()
    process = subprocess.Popen(
        [program, "--db", str(database)], env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not is_painted(frame_buffer):
            if time.monotonic() - began > LONGEST or process.poll() is not None:
                raise SystemExit(f"{program} painted nothing.")
            time.sleep(0.004)
        return (time.monotonic() - began) * 1000
    finally:
        process.terminate()
        process.wait()


def main(arguments: list[str]) -> int:
    """Print minimum, median and maximum of each program, and the ratio of medians to the last one's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("programs", nargs="+")
    options = parser.parse_args(arguments)
    took: dict[str, list[float]] = {program: [] for program in options.programs}
    with tempfile.TemporaryDirectory(prefix="weibo-operator-start-") as name:
        home = Path(name)
        with virtual_screen(home) as (display, frame_buffer):
            variables = {**os.environ, "DISPLAY": display, "XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name}
            variables.pop("QT_QPA_PLATFORM", None)
            database = home / "practice.db"
            subprocess.run([options.programs[0], "demo", str(database)], env=variables, check=True)
            for turn in range(options.times + 1):
                for program in options.programs:
                    milliseconds = one_start(program, database, variables, frame_buffer)
                    if turn:  # The first start of each only warms the page cache.
                        took[program].append(milliseconds)
    last = statistics.median(took[options.programs[-1]])
    for program, values in took.items():
        median = statistics.median(values)
        print(f"{min(values):6.0f} {median:6.0f} {max(values):6.0f} ms  x{median / last:.2f}  {program}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
