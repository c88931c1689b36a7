"""Every refusal of an input is said in words of its own: no code and no field's English name reaches the operator."""

import ast

import pytest

from tests.conftest import PROJECT
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.sentences import error_sentence


def refusals() -> set[tuple[str, str]]:
    """(field, reason) of every refusal whose two are written out; a field that is not is tried as 内容's."""
    found: set[tuple[str, str]] = set()
    for path in (PROJECT / "weibo_operator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InvalidInputError":
                said = {word.arg: word.value for word in node.keywords}
                field, reason = said.get("field"), said.get("reason")
                if isinstance(reason, ast.Constant):
                    name = field.value if isinstance(field, ast.Constant) else "text"
                    found.add((str(name), str(reason.value)))
    return found


@pytest.mark.parametrize(("field", "reason"), sorted(refusals()))
def test_a_refusal_is_said_in_words(field: str, reason: str):
    said = error_sentence(InvalidInputError(field=field, reason=reason))
    assert "不能这样填" not in said
    assert f"“{field}”" not in said
    assert reason not in said


def test_the_refusals_were_found():
    assert len(refusals()) > 60
