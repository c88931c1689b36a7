"""The documents say what the code does."""

import re
import tomllib
from pathlib import Path

import dev
import pytest
import schema_page
import simulation_page
from msgspec.structs import replace

from weibo_operator.cli.commands import COMMANDS
from weibo_operator.services.simulation import COMPARED, POLICIES

PROJECT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")


def read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_the_readme_opens_with_a_picture_and_two_commands(name: str) -> None:
    text = read(name)
    assert text.splitlines()[2].startswith("!["), "the picture comes first"
    assert re.findall(r"```sh\n(.*?)\n```", text) == ["python3 packaging/dev.py run", "python3 packaging/dev.py test"]
    assert {"run", "test"} <= set(dev.COMMANDS)


@pytest.mark.parametrize("name", READMES)
def test_every_picture_and_link_is_there(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", read(name))
    assert targets
    assert [target for target in targets if not (PROJECT / target).exists()] == []


def test_every_sub_command_is_described() -> None:
    table = "".join(line for line in read("README.md").splitlines() if line.startswith("| `"))
    assert [command for command in COMMANDS if not re.search(rf"`{command}\b", table)] == []
    assert [command for command in COMMANDS if command not in read("README.zh-CN.md")] == []


def test_the_developer_commands_are_the_ones_named() -> None:
    named = re.findall(
        r"packaging/dev\.py (\w+)", read("CONTRIBUTING.md") + read("README.md") + read("ARCHITECTURE.md")
    )
    assert set(named) <= set(dev.COMMANDS)


def test_the_schema_page_is_up_to_date() -> None:
    page = read("ARCHITECTURE.md")
    assert schema_page.page_with_schema(page) == page, "run: python3 packaging/dev.py schema"


def test_the_simulation_page_is_of_the_present_profile_and_measures() -> None:
    """The orders compared with are quick to work out again; the rotation's own rows take a minute of a slow machine."""
    page = read("ARCHITECTURE.md")
    plan = simulation_page.default_plan()
    compared = simulation_page.simulated(replace(plan, policies=tuple(COMPARED)))
    assert [line for line in simulation_page.table_lines(compared) if line not in page] == [], (
        "run: python3 packaging/dev.py simulation"
    )
    block = page.split(simulation_page.BEGIN)[1].split(simulation_page.END)[0]
    assert block.count("\n| ") == 1 + len(plan.speeds) * len(POLICIES)


def test_the_contracts_are_seven() -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    assert len(contracts) == 7
    assert "Seven import-linter contracts" in read("ARCHITECTURE.md")


def test_every_package_is_named_in_the_layout() -> None:
    layout = read("ARCHITECTURE.md").split("## Layout")[1].split("## Decisions")[0]
    packages = [path.parent.name for path in (PROJECT / "weibo_operator").glob("*/__init__.py")]
    packages += [path.parent.name for path in (PROJECT / "ui").glob("*/__init__.py")]
    assert [package for package in packages if package not in layout] == []
