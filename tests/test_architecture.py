"""What every file of the project keeps to, read from the files; the import contracts have their own tool."""

import ast
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import weibo_operator
from tests.conftest import PROJECT
from ui.support.texts import OPERATIONS
from weibo_operator.domain import errors
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.open_platform import PlatformError
from weibo_operator.domain.operations import OperationKind
from weibo_operator.services.sentences import error_sentence, known_codes

CORE = sorted((PROJECT / "weibo_operator").rglob("*.py"))
FACE = sorted((PROJECT / "ui").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 500, 60

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "ui"):
            raise ImportError(name)
sys.meta_path.insert(0, Blocker())
import weibo_operator
for found in pkgutil.walk_packages(weibo_operator.__path__, "weibo_operator."):
    importlib.import_module(found.name)
    print(found.name)
"""


def short(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_every_module_of_the_core_loads_without_qt():
    command = [sys.executable, "-W", "error", "-c", IMPORT_EVERYTHING]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    modules = {found.name for found in pkgutil.walk_packages(weibo_operator.__path__, "weibo_operator.")}
    assert set(done.stdout.split()) == modules


@pytest.mark.parametrize("path", CORE + FACE, ids=short)
def test_a_file_says_what_it_is_for_and_stays_small(path: Path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert len(text.splitlines()) <= LONGEST_FILE
    long = {found.name: found.end_lineno - found.lineno + 1 for found in functions(path) if found.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", [path for path in CORE if "cli" not in path.parts], ids=short)
def test_the_core_prints_nothing(path: Path):
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    names = [call.func.id for call in calls if isinstance(call.func, ast.Name)]
    assert "print" not in names


@pytest.mark.parametrize("path", CORE + FACE, ids=short)
def test_no_error_is_swallowed_whole(path: Path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type is not None else ""
            reraises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
            assert caught not in ("", "Exception", "BaseException") or reraises, node.lineno


@pytest.mark.parametrize("path", FACE, ids=short)
def test_words_are_not_parted_by_middle_dots(path: Path):
    module = tree(path)
    docs = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    strings = [node for node in ast.walk(module) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [node.value for node in strings if "·" in node.value and id(node) not in docs] == []


def test_no_slot_is_overridden():
    """Qt for Python goes on calling an overridden slot of an object that is gone; what pages differ in is no slot."""
    classes: dict[str, tuple[list[str], dict[str, bool]]] = {}
    for path in FACE:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                bases = [ast.unparse(base).split("[")[0] for base in node.bases]
                methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
                classes[node.name] = (bases, {each.name: _is_slot(each) for each in methods})
    overridden = [
        f"{name}.{method}"
        for name, (_, methods) in classes.items()
        for above in _bases_of(name, classes)
        for method in methods
        if classes[above][1].get(method, False)
    ]
    assert overridden == []


def _is_slot(method: ast.FunctionDef) -> bool:
    return any(ast.unparse(each).startswith("Slot(") for each in method.decorator_list)


def _bases_of(name: str, classes: dict[str, tuple[list[str], dict[str, bool]]]) -> list[str]:
    known = [base for base in classes[name][0] if base in classes]
    return [above for base in known for above in (base, *_bases_of(base, classes))]


def subclasses(kind: type[OperatorError]) -> list[type[OperatorError]]:
    """Without the platform's, which is made of a reaction (tests/services/test_platform_sentences.py)."""
    children = (child for child in kind.__subclasses__() if child is not PlatformError)
    return [kind, *(found for child in children for found in subclasses(child))]


@pytest.mark.parametrize("kind", subclasses(OperatorError), ids=lambda kind: kind.__name__)
def test_every_expected_failure_has_a_sentence(kind: type[OperatorError]):
    assert kind.__module__ == errors.__name__
    assert kind.code in known_codes()
    for data in ({}, {"reason": "anything"}, {"field": "text", "file": "x.csv", "reason": "anything"}):
        sentence = error_sentence(kind(**data))
        assert sentence.endswith("。")
        assert "{" not in sentence


def test_codes_are_unique():
    codes = [PlatformError.code, *(kind.code for kind in subclasses(OperatorError))]
    assert len(codes) == len(set(codes))


def test_every_operation_has_a_label():
    assert set(OPERATIONS) == set(OperationKind)
    assert all(OPERATIONS[kind].strip() for kind in OperationKind)
    assert len(set(OPERATIONS.values())) == len(OPERATIONS)
