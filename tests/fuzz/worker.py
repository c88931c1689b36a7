"""One process for one target: takes its inputs in, each in bounded time, and writes down what should not have been."""

import json
import resource
import signal
import struct
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType
from typing import TextIO

from tests.fuzz.shrink import smallest
from tests.fuzz.table import TARGETS
from tests.fuzz.targets.base import Input, Place, Target
from weibo_operator.bootstrap import load_language, resources_dir

MEMORY = 4 << 30
"""Bytes of address space a worker may have."""
PROGRESS = struct.Struct("<q")
KEPT = 3
"""So many inputs of one kind of fault are kept."""
Note = Callable[[dict[str, object]], None]


class TooSlowError(BaseException):
    """An input took longer than it may; no ``except Exception`` holds it up."""


@contextmanager
def within(seconds: float) -> Generator[None]:
    """Raises ``TooSlowError`` in the block after so much of the processor's time, however busy the machine is."""

    def over(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def input_of(target: Target, name: str, seed: int, number: int) -> Input:
    """The input of this number; the same in every run with the seed."""
    return target.make(Random(f"{seed}/{name}/{number}"))


def fault_of(target: Target, data: Input, seconds: float) -> tuple[str, str] | None:
    """What went wrong, as (signature, whole story); None when nothing did."""
    try:
        with within(seconds):
            target.check(data)
    except TooSlowError as error:
        return f"TooSlow {_place(error)}", traceback.format_exc()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  whatever it is, that it came is what is looked for
        return f"{type(error).__name__} {_place(error)} {_told(error)}", traceback.format_exc()
    return None


@dataclass
class Session:
    """A target's inputs from one number on."""

    name: str
    seed: int
    folder: Path
    place: Place
    note: Note
    target: Target = field(init=False)
    seen: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        self.target = TARGETS[self.name].open(self.place)

    def run(self, start: int, end: int, progress: Callable[[int], None]) -> None:
        """Take in the inputs ``start`` to ``end``."""
        seconds = TARGETS[self.name].seconds
        for number in range(start, end):
            progress(number)
            data = input_of(self.target, self.name, self.seed, number)
            found = fault_of(self.target, data, seconds)
            if found is not None:
                self._write_down(number, data, *found)
        self.target.close()

    def _write_down(self, number: int, data: Input, signature: str, story: str) -> None:
        self.seen[signature] += 1
        if self.seen[signature] > KEPT:
            self.note({"number": number, "signature": signature})
            return
        small = data
        if self.seen[signature] == 1 and not signature.startswith("TooSlow"):
            seconds = TARGETS[self.name].seconds

            def fails(candidate: Input) -> bool:
                found = fault_of(self.target, candidate, seconds)
                return found is not None and found[0] == signature

            small = smallest(data, fails)
        self._keep(number, "input", data)
        self._keep(number, "small", small)
        self.note({"number": number, "signature": signature, "story": story, "small": repr(small)[:600]})

    def _keep(self, number: int, what: str, data: Input) -> None:
        content = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        kind = "bin" if isinstance(data, bytes) else "txt"
        (self.folder / f"{self.name}-{self.seed}-{number}.{what}.{kind}").write_bytes(content)


def _place(error: BaseException) -> str:
    """The innermost line of the program's own that was on the way."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/weibo_operator/" in frame.filename or "/ui/" in frame.filename]
    last = (own or frames)[-1]
    return f"{Path(last.filename).name}:{last.name}:{last.lineno}"


def _told(error: BaseException) -> str:
    return str(error)[:40] if type(error).__name__ == "WrongError" else ""


def main(arguments: list[str]) -> None:
    """``name seed start end folder work progress``: what is found goes to the standard output, one object a line."""
    name, seed, start, end, folder, work, progress = arguments
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resources = resources_dir()
    place = Place(Path(work), resources, load_language(resources))
    with Path(progress).open("r+b", buffering=0) as mark:

        def at(number: int) -> None:
            mark.seek(0)
            mark.write(PROGRESS.pack(number))

        Session(name, int(seed), Path(folder), place, _writer(sys.stdout)).run(int(start), int(end), at)


def _writer(stream: TextIO) -> Note:
    def note(found: dict[str, object]) -> None:
        stream.write(json.dumps(found) + "\n")
        stream.flush()

    return note


if __name__ == "__main__":
    main(sys.argv[1:])
