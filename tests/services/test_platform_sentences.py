"""Every answer of the platform has a calm sentence with the next step, from an error and from a stored outcome."""

from datetime import UTC, datetime

import pytest

from weibo_operator.channels.weibo_api.errors import REACTIONS
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.services.call_budget import USED_UP
from weibo_operator.services.platform_sentences import platform_sentence
from weibo_operator.services.sentences import error_sentence

AT = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
CODES = sorted((code, reaction) for reaction, codes in REACTIONS.items() for code in codes)
OWN_CODES = ["server", "proxy", "port", "no_code", "timed_out", "no_target"]
OWN_CODES += [USED_UP, "writes_per_hour", "no_token", "out_of_date", "signed_out"]
UNSAID = ("！", "!", "抱歉", "亲", "{", "}", "  ", "。。")


def looks_right(sentence: str) -> bool:
    return sentence.endswith("。") and 12 <= len(sentence) <= 130 and not any(word in sentence for word in UNSAID)


@pytest.mark.parametrize("reaction", list(Reaction))
def test_every_reaction_has_a_sentence(reaction: Reaction):
    for retry_at in (None, AT):
        assert looks_right(platform_sentence(reaction, "", retry_at))
    assert looks_right(error_sentence(PlatformError(reaction, path="comments/reply")))


@pytest.mark.parametrize(("code", "reaction"), CODES)
def test_every_code_has_a_sentence(code: int, reaction: Reaction):
    assert looks_right(platform_sentence(reaction, str(code), AT))
    assert looks_right(error_sentence(PlatformError(reaction, path="comments/create", platform_code=str(code))))


@pytest.mark.parametrize("code", OWN_CODES)
def test_our_own_words_have_a_sentence_and_are_not_shown_as_codes(code: str):
    said = platform_sentence(Reaction.SETUP, code)
    assert looks_right(said)
    assert said != platform_sentence(Reaction.SETUP)
    assert "代码" not in said


def test_a_reply_nobody_knows_of_is_never_called_unsent():
    for code in ("", "10001", "10009", "20017", "HTTP 502"):
        assert platform_sentence(Reaction.UNKNOWN, code) == platform_sentence(Reaction.UNKNOWN)
    assert "没有自动重发" in platform_sentence(Reaction.UNKNOWN)


def test_a_limit_says_from_when_in_beijing():
    assert "15:00 后" in platform_sentence(Reaction.RATE_LIMIT, "10022", AT)
    assert "今天 15:00 后" in platform_sentence(Reaction.RATE_LIMIT, "10022", AT, now=AT)
    assert "过一会儿" in platform_sentence(Reaction.RATE_LIMIT)


def test_setup_shows_where_and_what_code():
    error = PlatformError(Reaction.SETUP, path="comments/reply", platform_code="10017")
    assert error_sentence(error).endswith("（comments/reply，微博代码 10017）。")
    refused = PlatformError(Reaction.NO_PERMISSION, path="comments/by_me", platform_code="HTTP 403")
    assert error_sentence(refused).endswith("（comments/by_me，HTTP 403）。")


def test_ways_to_be_refused_are_told_apart():
    codes = ("20206", "20207", "20210", "20130")
    assert len({platform_sentence(Reaction.NOT_ALLOWED, code) for code in codes}) == len(codes)


def test_an_exchange_that_broke_off_is_not_tried_again_by_itself():
    said = error_sentence(PlatformError(Reaction.RETRY, path="oauth2/access_token", detail="ReadTimeout"))
    assert "重新打开授权页" in said
    assert looks_right(said)
