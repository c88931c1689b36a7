"""Findings: what must be fixed, and putting corrections in."""

import pytest

from weibo_operator.domain.findings import Finding, FindingKind, Grade, corrected


def finding(start: int, end: int, *suggestions: str, **changes: object) -> Finding:
    values: dict[str, object] = {
        "start": start,
        "end": end,
        "kind": FindingKind.TYPO,
        "grade": Grade.CERTAIN,
        "text": "",
        "suggestions": suggestions,
        "probability": 0.9,
        "reason": "",
    }
    return Finding(**{**values, **changes})  # pyright: ignore[reportArgumentType]  # built from a dict on purpose


def test_certain_typos_are_put_in_from_any_order() -> None:
    assert corrected("抱谦，以经好了", [finding(3, 5, "已经"), finding(0, 2, "抱歉", "报歉")]) == "抱歉，已经好了"


def test_possible_typos_other_kinds_and_those_without_a_suggestion_stay() -> None:
    others = [
        finding(0, 2, "抱歉", grade=Grade.POSSIBLE),
        finding(0, 2, "抱歉", kind=FindingKind.TONE),
        finding(0, 2),
    ]
    assert corrected("抱谦", others) == "抱谦"


def test_of_two_overlapping_typos_the_first_is_put_in() -> None:
    assert corrected("甲乙丙", [finding(0, 2, "子丑"), finding(1, 3, "寅卯")]) == "子丑丙"


@pytest.mark.parametrize("kind", list(FindingKind))
def test_only_certain_blanks_length_and_private_data_must_be_fixed(kind: FindingKind) -> None:
    strict = {FindingKind.VARIABLE, FindingKind.LENGTH, FindingKind.PRIVACY}
    assert finding(0, 1, kind=kind).must_fix is (kind in strict)
    assert not finding(0, 1, kind=kind, grade=Grade.POSSIBLE).must_fix
