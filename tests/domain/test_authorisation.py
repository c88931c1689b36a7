"""The code in whatever the operator pastes."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.authorisation import code_in
from weibo_operator.domain.errors import InvalidInputError

STATE = "s" * 43
CODE = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    "given_text",
    [
        CODE,
        f"  {CODE}\n",
        f"code={CODE}",
        f"授权码：{CODE}",
        f"https://api.weibo.com/oauth2/default.html?code={CODE}",
        f"https://api.weibo.com/oauth2/default.html?state={STATE}&code={CODE}#top",
        f"http://127.0.0.1:8765/?code={CODE}&state={STATE}",
        f"state={STATE}&code={CODE}",
    ],
)
def test_a_code_is_found(given_text: str):
    assert code_in(given_text, STATE) == CODE


@pytest.mark.parametrize(
    ("given_text", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("还没有", "not_a_code"),
        ("https://weibo.com/", "not_a_code"),
        (f"http://127.0.0.1:8765/?code={CODE}&state=other", "state"),
        (f"http://127.0.0.1:8765/?error=access_denied&error_code=21330&state={STATE}", "refused"),
        ("https://weibo.com/?code=%00%00%00%00%00%00%00", "not_a_code"),
    ],
)
def test_what_is_no_code_is_refused(given_text: str, reason: str):
    with pytest.raises(InvalidInputError) as refused:
        code_in(given_text, STATE)
    assert refused.value.data["reason"] == reason


@given(st.text())
def test_nothing_that_is_pasted_breaks_it(text: str):
    with suppress(InvalidInputError):
        assert code_in(text, STATE).isascii()
