"""Everything a developer runs, on a machine with only Python: `python3 packaging/dev.py` lists it.

Each command first makes what it needs: .venv, and on Debian and Ubuntu the system libraries of Qt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import steps
import system_packages
import virtual_environment

ROOT = Path(__file__).resolve().parent.parent

USAGE = """usage: python3 packaging/dev.py COMMAND [ARGUMENTS]

  run [ARGUMENTS]          open the program on practice data
  test [PYTEST ARGUMENTS]  all checks, then all tests (--only-tests leaves the checks out)
  check                    formatting, lint, types and import contracts
  format                   rewrite the source files in the project's format
  screenshots [FOLDER]     draw every view into FOLDER (screenshots)
  demo PATH [ARGUMENTS]    write the practice database to PATH
  schema                   write the database's tables into ARCHITECTURE.md
  simulation               write the table of simulated days into ARCHITECTURE.md
  figures [ARGUMENTS]      take every figure of speed and memory; --rows 10k|100k|1m, --only NAME, --write (FIGURES.md)
"""


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown: always on Windows and macOS, with X11 or Wayland elsewhere."""
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def window_systems(environment: Mapping[str, str]) -> list[str]:
    """The Qt platform plugins that a window in this session may need."""
    found = {"xcb": environment.get("DISPLAY"), "wayland": environment.get("WAYLAND_DISPLAY")}
    return [name for name, address in found.items() if address]


def run(arguments: list[str]) -> int:
    """Open the program on practice data and a practice Weibo beside it, offscreen when there is no display."""
    virtual_environment.ensure(ROOT)
    variables: dict[str, str] = {}
    if not has_display(os.environ):
        print(
            "Neither DISPLAY nor WAYLAND_DISPLAY is set: running offscreen, no window will be seen.",
            flush=True,
        )
        variables["QT_QPA_PLATFORM"] = "offscreen"
    system_packages.ensure_qt(ROOT, virtual_environment.program(ROOT, "python"), window_systems(os.environ))
    # The practice Weibo belongs to the tests and needs nothing but the standard library.
    sys.path.insert(0, str(ROOT))
    from tests.practice_weibo.by_hand import running, told

    with running() as server:
        print(told(server), flush=True)
        return steps.call(ROOT, run_command(ROOT, server.address, arguments), variables)


def run_command(root: Path, practice_weibo: str, arguments: list[str]) -> list[str]:
    """The program on practice data, with the practice Weibo that runs beside it."""
    return steps.module_command(root, "ui", "--demo", "--practice-weibo", practice_weibo, *arguments)


def test(arguments: list[str]) -> int:
    """Run every check and every test."""
    virtual_environment.ensure(ROOT)
    system_packages.ensure_test_tools(ROOT)
    system_packages.ensure_qt(ROOT, virtual_environment.program(ROOT, "python"), ["xcb"])
    return steps.run_all(ROOT, steps.of_tests(ROOT, arguments))


def check(arguments: list[str]) -> int:
    """Run every check and no test."""
    _refuse(arguments)
    virtual_environment.ensure(ROOT)
    return steps.run_all(ROOT, steps.of_checks(ROOT))


def format_sources(arguments: list[str]) -> int:
    """Sort imports, apply the safe fixes and format."""
    _refuse(arguments)
    virtual_environment.ensure(ROOT)
    fix = steps.module_command(ROOT, "ruff", "check", "--fix-only", ".")
    return steps.call(ROOT, fix) or steps.call(ROOT, steps.module_command(ROOT, "ruff", "format", "."))


def screenshots(arguments: list[str]) -> int:
    """Draw the views offscreen into a folder."""
    virtual_environment.ensure(ROOT)
    system_packages.ensure_qt(ROOT, virtual_environment.program(ROOT, "python"), [])
    command = steps.module_command(ROOT, "ui.shell.screenshots", *(arguments or ["screenshots"]))
    return steps.call(ROOT, command, {"QT_QPA_PLATFORM": "offscreen"})


def demo(arguments: list[str]) -> int:
    """Write the practice database."""
    virtual_environment.ensure(ROOT)
    return steps.call(ROOT, steps.module_command(ROOT, "weibo_operator", "demo", *arguments))


def schema(arguments: list[str]) -> int:
    """Bring the schema page in ARCHITECTURE.md up to date."""
    _refuse(arguments)
    virtual_environment.ensure(ROOT)
    program = str(virtual_environment.program(ROOT, "python"))
    return steps.call(ROOT, [program, str(ROOT / "packaging" / "schema_page.py")])


def simulation(arguments: list[str]) -> int:
    """Simulate the days of the page in ARCHITECTURE.md anew."""
    _refuse(arguments)
    virtual_environment.ensure(ROOT)
    program = str(virtual_environment.program(ROOT, "python"))
    return steps.call(ROOT, [program, str(ROOT / "packaging" / "simulation_page.py")])


def figures(arguments: list[str]) -> int:
    """Take the figures (tests/benchmarks/goals.py) and print one table."""
    virtual_environment.ensure(ROOT)
    system_packages.ensure_qt(ROOT, virtual_environment.program(ROOT, "python"), [])
    command = steps.module_command(ROOT, "tests.benchmarks.figures", *arguments)
    return steps.call(ROOT, command, {"QT_QPA_PLATFORM": "offscreen"})


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "format": format_sources,
    "screenshots": screenshots,
    "demo": demo,
    "schema": schema,
    "simulation": simulation,
    "figures": figures,
}


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names; the others are its own."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(USAGE, end="")
        return 0
    if arguments[0] not in COMMANDS:
        print(USAGE, end="", file=sys.stderr)
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        return 130


def _refuse(arguments: list[str]) -> None:
    if arguments:
        raise SystemExit(f"This command takes no arguments: {' '.join(arguments)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
