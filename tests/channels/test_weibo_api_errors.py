"""The table of the platform's errors: every code of weibo.md 4.2, reads and writes told apart."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.channels.weibo_api.errors import REACTIONS, Refusal, reaction_to, refusal_in
from weibo_operator.domain.open_platform import Reaction

LISTED = str.split(
    """
    10001 10002 10003 10009 10010 10011 10004 10005 10014 21326 10006 10007 10008 10012 10016 10017 10018 10020
    10021 10025 10026 10013 20003 10022 10023 10024 20001 20002 20008 20009 20109 20204 20012 20013 20049 20016
    20017 20019 20111 20038 20018 20020 20021 21602 20022 20023 20031 20507 20032 20033 21334 20044 20045 20101
    20102 20203 20103 20112 20132 20135 20120 20130 20201 20202 20205 20206 20207 20210 20301 20302 20306 20508
    21301 21314 21315 21316 21317 21319 21327 21332 21321 21322 21323 21324 21325 21328 21329 21330 21331 21333
    26406 100005
    """
)
UNDECIDED = {"10001", "10003", "10010", "10011"}
CERTAIN_TO_BE_UNDONE = {Reaction.RETRY, Reaction.OFFLINE}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
    max_leaves=12,
)


def test_every_code_of_the_table_is_there_once():
    codes = [str(code) for codes in REACTIONS.values() for code in codes]
    assert len(codes) == len(set(codes))
    assert set(codes) == {*LISTED, "-100"}


@pytest.mark.parametrize("code", LISTED)
def test_a_write_is_undecided_only_where_the_platform_failed_inside(code: str):
    reaction = reaction_to(code, 400, is_write=True)
    assert (reaction is Reaction.UNKNOWN) == (code in UNDECIDED)


@pytest.mark.parametrize("code", LISTED)
def test_a_read_is_never_called_sent_or_undecided(code: str):
    assert reaction_to(code, 400, is_write=False) not in {Reaction.SENT, Reaction.UNKNOWN}


@pytest.mark.parametrize(
    ("code", "reaction"),
    [
        ("10002", Reaction.RETRY),
        ("10009", Reaction.RETRY),
        ("10014", Reaction.NO_PERMISSION),
        ("20019", Reaction.MAYBE_SENT),
        ("20111", Reaction.MAYBE_SENT),
        ("20032", Reaction.SENT),
        ("20016", Reaction.PAUSE_WRITES),
        ("20101", Reaction.TARGET_GONE),
        ("20201", Reaction.COMMENT_GONE),
        ("20205", Reaction.BLOCKED),
        ("20206", Reaction.NOT_ALLOWED),
        ("21327", Reaction.RELOGIN),
        ("10022", Reaction.RATE_LIMIT),
    ],
)
def test_what_some_codes_call_for(code: str, reaction: Reaction):
    assert reaction_to(code, 200, is_write=True) is reaction
    assert reaction_to(code, 503, is_write=True) is reaction


@pytest.mark.parametrize(
    ("status", "read", "write"),
    [
        (200, Reaction.UNREADABLE, Reaction.UNKNOWN),
        (400, Reaction.SETUP, Reaction.UNKNOWN),
        (401, Reaction.RELOGIN, Reaction.RELOGIN),
        (403, Reaction.NO_PERMISSION, Reaction.NO_PERMISSION),
        (404, Reaction.SETUP, Reaction.SETUP),
        (408, Reaction.RETRY, Reaction.UNKNOWN),
        (418, Reaction.RATE_LIMIT, Reaction.RATE_LIMIT),
        (429, Reaction.RATE_LIMIT, Reaction.RATE_LIMIT),
        (500, Reaction.RETRY, Reaction.UNKNOWN),
        (502, Reaction.RETRY, Reaction.UNKNOWN),
        (504, Reaction.RETRY, Reaction.UNKNOWN),
    ],
)
def test_what_a_status_without_a_code_calls_for(status: int, read: Reaction, write: Reaction):
    assert reaction_to("", status, is_write=False) is read
    assert reaction_to("", status, is_write=True) is write


@given(st.integers(0, 999_999).filter(lambda code: str(code) not in LISTED), st.integers(100, 599))
def test_an_unlisted_code_of_a_write_is_never_called_undone(code: int, status: int):
    assert reaction_to(str(code), status, is_write=True) is Reaction.UNKNOWN
    assert reaction_to(str(code), status, is_write=False) in {Reaction.SETUP, Reaction.RETRY}


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        ('{"error_code": 20502, "error": "Need you follow.", "request": "/2/x.json"}', ("20502", "Need you follow.")),
        ('{"error_code": "10014", "error": "Insufficient permissions!"}', ("10014", "Insufficient permissions!")),
        ('{"error_code": 21327.0, "error": "expired_token"}', ("21327", "expired_token")),
        ('{"ok": 0, "errno": "20019", "msg": "重复内容"}', ("20019", "重复内容")),
        ('{"ok": -100, "url": "https://passport.weibo.cn"}', ("-100", "")),
        ('{"ok": 0, "msg": "这里还没有内容"}', ("", "这里还没有内容")),
        ('{"error": "invalid_grant"}', ("21325", "invalid_grant")),
        ('{"error": "something else"}', ("", "something else")),
        ('{"error_code": 0, "id": 5}', None),
        ('{"error_code": true, "id": 5}', None),
        ('{"ok": 1, "data": {}}', None),
        ('{"statuses": []}', None),
        ("[]", None),
        ("null", None),
    ],
)  # fmt: skip
def test_errors_are_found_in_both_forms(answer: str, refusal: tuple[str, str] | None):
    found = refusal_in(json.loads(answer))
    assert found == (None if refusal is None else Refusal(*refusal))


@given(json_values)
def test_no_answer_is_too_strange_to_look_for_an_error(answer: object):
    refusal = refusal_in(answer)
    assert refusal is None or len(refusal.detail) <= 120
    for status in (200, 400, 500):
        code = refusal.code if refusal is not None else ""
        assert reaction_to(code, status, is_write=False) is not Reaction.UNKNOWN
        if code not in {"10002", "10009"}:
            assert reaction_to(code, status, is_write=True) not in CERTAIN_TO_BE_UNDONE
