"""The paste command: its JSON contract, a second run that adds nothing, what it could not read."""

import json

import pytest

from tests.channels.paste_pages import PAGES

AT = "2026-11-19T14:10"


def pasted(run, text: str) -> dict[str, object]:
    code, out, _ = run("paste", "--json", "--captured-at", AT, stdin=text)
    assert code == 0
    return json.loads(out)


def test_a_page_comes_in_once(cli):
    page = PAGES["inbox_web"].text
    assert pasted(cli, page) == {"rows": 2, "new": 2, "duplicates": 0, "skipped": 0, "tickets": 2, "problems": []}
    assert pasted(cli, page) == {"rows": 2, "new": 0, "duplicates": 2, "skipped": 0, "tickets": 0, "problems": []}


def test_what_was_not_understood_is_named(cli):
    said = pasted(cli, PAGES["half_known"].text)
    assert (said["new"], said["skipped"]) == (1, 2)
    assert [problem["line"] for problem in said["problems"]] == [1, 7]
    code, out, err = cli("paste", stdin=PAGES["nothing_known"].text)
    assert (code, "认出 0 条" in out) == (0, True)
    assert "第 1 行没认出来，没有加入：关于本周的排班" in err


@pytest.mark.parametrize("at", ["gestern", "2026-13-01"])
def test_a_time_that_is_none_is_refused(cli, at: str):
    code, _, err = cli("paste", "--captured-at", at, stdin="北城小满：坏了")
    assert code == 2
    assert at in err
