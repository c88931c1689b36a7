"""packaging/dev.py and its parts: which command lines they build, and when they install anew."""

import subprocess
import sys
from pathlib import Path

# Scripts, found through pytest's pythonpath; the name "packaging" itself belongs to another project.
import dev
import pytest
import steps
import system_packages
import unpacked_packages
import virtual_environment

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with a pyproject.toml and an environment that has a Python but no stamp."""
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "one"\n', encoding="utf-8")
    python = virtual_environment.program(tmp_path, "python")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def stamp(root: Path) -> None:
    virtual_environment.stamp_file(root).write_text(virtual_environment.wanted_stamp(root), encoding="utf-8")


def test_environment_without_stamp_is_not_current(root: Path):
    assert not virtual_environment.is_current(root)


def test_stamped_environment_is_current_until_pyproject_changes(root: Path):
    stamp(root)
    assert virtual_environment.is_current(root)
    (root / "pyproject.toml").write_text('[project]\nname = "two"\n', encoding="utf-8")
    assert not virtual_environment.is_current(root)


def test_environment_is_not_current_when_its_python_is_gone(root: Path):
    stamp(root)
    virtual_environment.program(root, "python").unlink()
    assert not virtual_environment.is_current(root)


def test_moved_project_is_installed_anew(root: Path, tmp_path_factory: pytest.TempPathFactory):
    stamp(root)
    moved = tmp_path_factory.mktemp("elsewhere") / "project"
    root.rename(moved)
    assert not virtual_environment.is_current(moved)


def test_programs_have_their_windows_places(tmp_path: Path):
    python = virtual_environment.program(tmp_path, "python", "win32")
    assert python == tmp_path / ".venv" / "Scripts" / "python.exe"
    assert virtual_environment.program(tmp_path, "python", "darwin") == tmp_path / ".venv" / "bin" / "python"


def test_tests_come_after_all_four_checks(tmp_path: Path):
    headings = [heading for heading, _ in steps.of_tests(tmp_path, ["-q"])]
    assert headings == ["format", "lint", "types", "import contracts", "tests"]


def test_arguments_reach_pytest_alone(tmp_path: Path):
    built = steps.of_tests(tmp_path, ["-k", "two words", "tests/domain"])
    python = str(virtual_environment.program(tmp_path, "python"))
    assert built[-1][1] == [python, "-m", "pytest", "-k", "two words", "tests/domain"]
    assert built[:-1] == steps.of_checks(tmp_path)


def test_only_tests_leaves_out_the_checks_and_is_not_passed_on(tmp_path: Path):
    python = str(virtual_environment.program(tmp_path, "python"))
    assert steps.of_tests(tmp_path, ["--only-tests", "-x"]) == [("tests", [python, "-m", "pytest", "-x"])]


def test_only_the_whole_suite_runs_on_all_cores(tmp_path: Path):
    python = str(virtual_environment.program(tmp_path, "python"))
    whole = [("tests", [python, "-m", "pytest", "--numprocesses", "auto", "--dist", "loadfile"])]
    assert steps.of_tests(tmp_path, ["--only-tests"]) == whole
    assert steps.of_tests(tmp_path, [])[-1:] == whole


def test_every_step_runs_and_one_failure_fails_all(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    failing = [sys.executable, "-c", "raise SystemExit(3)"]
    passing = [sys.executable, "-c", "import os; print(os.environ['QT_QPA_PLATFORM'])"]
    assert steps.run_all(tmp_path, [("first", failing), ("second", passing)]) == 1
    assert capfd.readouterr().out.splitlines() == ["== first", "== second", "offscreen", "Failed: first"]


def test_steps_that_all_pass_give_zero(tmp_path: Path):
    assert steps.run_all(tmp_path, [("only", [sys.executable, "-c", ""])]) == 0


def test_types_without_a_pyright_program_fail_with_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    assert steps.run_all(tmp_path, [(steps.TYPES, [sys.executable, "-c", "raise SystemExit(1)"])]) == 1
    assert "could not fetch its own program through npm" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_display_is_found(environment: dict[str, str], platform: str, expected: bool):
    assert dev.has_display(environment, platform) is expected


def test_the_program_is_run_on_practice_data_beside_a_practice_weibo(tmp_path: Path):
    python = str(virtual_environment.program(tmp_path, "python"))
    command = dev.run_command(tmp_path, "http://127.0.0.1:8765", ["--db", "x.db"])
    expected = ["--demo", "--practice-weibo", "http://127.0.0.1:8765", "--db", "x.db"]
    assert command == [python, "-m", "ui", *expected]


def test_window_systems_are_those_of_the_session():
    assert dev.window_systems({}) == []
    assert dev.window_systems({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == ["xcb", "wayland"]


@pytest.mark.skipif(sys.platform == "win32", reason="apt advice is for Linux")
def test_advice_is_one_sentence_that_ends_in_the_command():
    sentence = system_packages.advice(["libegl1", "xvfb"])
    assert sentence.endswith("apt-get install -y --no-install-recommends libegl1 xvfb")
    assert "\n" not in sentence


def test_simulated_installation_gives_names_without_graphics_drivers():
    simulation = (
        "Reading package lists...\n"
        "Inst libglvnd0 (1.6.0-1 Debian:12.11/stable [amd64])\n"
        "Inst libllvm15 (1:15.0.6-4+b1 Debian:12.11/stable [amd64])\n"
        "Inst libx11-6 [2:1.8.4-2] (2:1.8.4-2+deb12u2 Debian:12.11/stable [amd64]) []\n"
        "Conf libglvnd0 (1.6.0-1 Debian:12.11/stable [amd64])\n"
    )
    assert unpacked_packages.packages_to_fetch(simulation) == ["libglvnd0", "libx11-6"]


def test_environment_is_untouched_when_nothing_is_unpacked(tmp_path: Path):
    assert unpacked_packages.environment(tmp_path) == {}


def test_half_unpacked_packages_are_not_used(tmp_path: Path):
    (tmp_path / ".syslibs/usr/lib/x86_64-linux-gnu").mkdir(parents=True)
    assert unpacked_packages.environment(tmp_path) == {}


def test_unpacked_libraries_are_found_before_inherited_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    libraries = tmp_path / ".syslibs/usr/lib/x86_64-linux-gnu"
    libraries.mkdir(parents=True)
    (tmp_path / ".syslibs/fonts.conf").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", "/inherited")
    variables = unpacked_packages.environment(tmp_path)
    assert variables["LD_LIBRARY_PATH"].split(":") == [str(libraries), "/inherited"]
    assert variables["FONTCONFIG_FILE"] == str(tmp_path / ".syslibs/fonts.conf")


def test_help_lists_every_command():
    script = ROOT / "packaging" / "dev.py"
    shown = subprocess.run([sys.executable, str(script), "--help"], capture_output=True, text=True, check=True)
    listed = {line.split()[0] for line in shown.stdout.splitlines() if line.startswith("  ")}
    assert listed == set(dev.COMMANDS)


def test_unknown_command_exits_with_two():
    script = ROOT / "packaging" / "dev.py"
    result = subprocess.run([sys.executable, str(script), "fly"], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith("usage:")


def test_folder_does_not_hide_the_library_of_its_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
    found = subprocess.run(
        [sys.executable, "-c", "import packaging.version"], cwd=ROOT, capture_output=True, check=False
    )
    assert found.returncode == 0
