"""Where a message was found is said alike in every list."""

from ui.reply.rows import SOURCES
from ui.support.source_words import source_words
from weibo_operator.domain.labels import Source


def test_a_mention_has_one_name() -> None:
    assert source_words(Source.MENTION) == SOURCES[Source.MENTION] == "@我"
    assert [source_words(source) for source in Source] == ["评论", "@我", "私信", "搜索到", "手工录入"]
