"""Turns a block of lines into a message."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from weibo_operator.channels.file_import.context import mentions_in
from weibo_operator.channels.file_import.identity import detail_link, post_link, profile_link
from weibo_operator.channels.paste.blocks import Block, Shape, foot_of
from weibo_operator.channels.paste.counts import Count, spread_of
from weibo_operator.channels.paste.marks import Mark
from weibo_operator.channels.paste.names import looks_unlikely
from weibo_operator.channels.paste.times import Moment
from weibo_operator.channels.paste.where import Where
from weibo_operator.domain.addresses import PostAddress
from weibo_operator.domain.base62 import time_of_mid
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.domain.pasted import PastedMessage, stand_in_id

_FOLDED = re.compile(r"(?:\s*(?:…|\.\.\.)?\s*(?:展开全文|收起全文|展开|收起)\s*[cd]?)+$")
_ANSWERS = re.compile(r"回复 ?@(?P<name>[\w\-·]{2,30}) ?[:：]")
_A_MINUTE = timedelta(minutes=1)
_EARLY, _LATE = timedelta(days=1), timedelta(days=36500)
_POSTS = ("转发", "评论", "赞")


class Pasting(Struct, frozen=True):
    """What the messages under one heading of a text share."""

    captured_at: datetime
    own_names: frozenset[str]
    heading: Source | None = None


class _Parts(Struct):
    """A block taken apart: rows used, and what each was."""

    used: list[int]
    words: list[str]
    about: list[str]
    about_author: str = ""
    source: Source | None = None


def message_of(rows: Sequence[Mark], block: Block, quote: Block | None, pasting: Pasting) -> PastedMessage | None:
    """The message of a block, with the quoted post that follows it; None where a part is missing."""
    head = rows[block.head]
    parts = _parts(rows, block)
    text = _FOLDED.sub("", "\n".join(parts.words)).strip()
    if block.shape is Shape.LOOSE or not head.name or not text:
        return None
    if quote is not None:
        _take_quote(rows, quote, parts)
    mine, about = _posts(rows, block, head, parts)
    moment = _moment(rows[block.anchor], mine, pasting)
    uid = head.uid or (mine.uid if mine is not None else "")
    counts = _counts(rows, block, quote)
    source = _source(block, parts, text, counts, pasting)
    where = next((rows[at].where for at in parts.used if rows[at].where is not None), None) or Where()
    answered = _ANSWERS.match(text)
    spread = spread_of(counts)
    message = IncomingMessage(
        platform=Platform.WEIBO,
        platform_id=mine.mid if mine is not None else stand_in_id(head.name, moment.at, text),
        uid=uid or f"name:{head.name}",
        nickname=head.name,
        text=text,
        posted_at=moment.at,
        source=source,
        time_is_approximate=moment.approximate,
        audience=Audience.PRIVATE if source is Source.PRIVATE else Audience.PUBLIC,
        link=post_link(mine.uid or "name:", mine.mid, "")
        if mine is not None
        else detail_link(about.mid if about else ""),
        profile_url=profile_link(uid) if uid else "",
        parent_platform_id=about.mid if about is not None else "",
        parent_author=parts.about_author or (answered["name"] if answered else ""),
        parent_text="\n".join(parts.about).strip(),
        verified=head.verified,
        location=where.location,
        device=where.device,
        reposts=spread.reposts,
        comments=spread.comments,
        likes=spread.likes,
        mentions=mentions_in(text),
    )
    numbers = tuple(sorted(rows[at].line.number for at in {*parts.used, *_page_rows(rows, block)}))
    missing = rows[block.anchor].moment is None and mine is None
    doubtful = not head.linked and looks_unlikely(head.name)
    return PastedMessage(message, numbers, moment.slack, head.name in pasting.own_names, missing, doubtful)


def _parts(rows: Sequence[Mark], block: Block) -> _Parts:
    parts = _Parts(sorted({block.head, block.anchor}), [], [])
    head = rows[block.head]
    if head.said is not None:
        parts.words.append(head.said)
    for at in _body(rows, block):
        row = rows[at]
        if at in (block.head, block.anchor):
            continue
        if row.context is not None:
            parts.used.append(at)
            parts.source = parts.source or row.context_source
            parts.about += [row.context] if row.context else []
        elif row.where is not None and row.moment is None:
            parts.used.append(at)
        elif row.quote is not None and (parts.words or parts.source) and not parts.about_author:
            parts.used.append(at)
            parts.about_author = row.quote[0]
            parts.about += [row.quote[1]] if row.quote[1] else []
        elif row.is_words:
            parts.used.append(at)
            parts.words.append(row.line.text.removeprefix(":").removeprefix("：") if not parts.words else row.line.text)
    return parts


def _body(rows: Sequence[Mark], block: Block) -> range:
    """Where the block's words stand; below the foot there are none."""
    if block.shape in (Shape.ENDED, Shape.NAMED):
        # What follows the time there may still be where it came from, but no words.
        end = next((at for at in range(block.anchor + 1, block.end) if rows[at].is_words), block.end)
        return range(block.start, end)
    if block.shape is Shape.ANY:
        return range(block.start, block.end)
    return range(block.start, foot_of(rows, block.anchor + 1, block.end))


def _page_rows(rows: Sequence[Mark], block: Block) -> list[int]:
    """Buttons, counts and places of the block: used up, though nobody wrote them."""
    return [at for at in range(block.start, block.end) if rows[at].is_page or (rows[at].where and not rows[at].moment)]


def _take_quote(rows: Sequence[Mark], quote: Block, parts: _Parts) -> None:
    author, said = rows[quote.head].quote or ("", "")
    inside = [at for at in range(quote.start, quote.end) if at not in (quote.head, quote.anchor)]
    above = [at for at in inside if at < quote.anchor and rows[at].is_words]
    words = above or ([] if said else [at for at in inside if rows[at].is_words][:1])
    parts.about_author = author
    parts.about = [line for line in (said, *(rows[at].line.text for at in words)) if line]
    parts.used += [quote.head, quote.anchor, *words, *_page_rows(rows, quote)]


def _posts(
    rows: Sequence[Mark], block: Block, head: Mark, parts: _Parts
) -> tuple[PostAddress | None, PostAddress | None]:
    """The author's own post, and the post that was answered, by the addresses in the block."""
    mine: PostAddress | None = None
    about: PostAddress | None = None
    for at in sorted({block.anchor, *parts.used, *_page_rows(rows, block)}):
        post = rows[at].post
        if post is None:
            continue
        stands_alone = rows[at].moment is None and at == block.anchor
        is_own = (
            post.uid == head.uid
            if head.uid and post.uid
            else stands_alone or bool(post.uid and not rows[at].line.links)
        )
        if is_own and parts.source is not Source.COMMENT:
            mine = mine or post
        else:
            about = about or post
    return mine, about


def _moment(row: Mark, mine: PostAddress | None, pasting: Pasting) -> Moment:
    """The time written, or better: a post's id tells it to the second."""
    told = time_of_mid(mine.mid) if mine is not None else None
    if told is not None and not _EARLY < told - datetime(2009, 8, 1, tzinfo=UTC) < _LATE:
        told = None
    if row.moment is not None and (told is None or row.moment.slack <= _A_MINUTE):
        return row.moment
    if told is not None and told <= pasting.captured_at + _EARLY:
        return Moment(told, approximate=False, slack=_A_MINUTE)
    return Moment(pasting.captured_at.astimezone(UTC), approximate=True, slack=_EARLY)


def _counts(rows: Sequence[Mark], block: Block, quote: Block | None) -> tuple[Count, ...]:
    """The message's own counts: the last ones where a quoted post has some too."""
    below = range(block.anchor, block.end) if quote is None else range(quote.anchor, quote.end)
    return tuple(count for at in below for count in rows[at].counts)


def _source(block: Block, parts: _Parts, text: str, counts: Sequence[Count], pasting: Pasting) -> Source:
    """What the line of the inbox or the page's heading says, else what the message looks like."""
    if parts.source is not None:
        return parts.source
    if pasting.heading is not None:
        return pasting.heading
    is_answer = _ANSWERS.match(text) is not None
    if is_answer or (block.shape is Shape.NAMED):
        return Source.COMMENT
    names = mentions_in(text)
    is_post = {label for label, _ in counts} >= {"转发"} or len(counts) >= len(_POSTS)
    if pasting.own_names:
        if not pasting.own_names.isdisjoint(names):
            return Source.MENTION
        return Source.SEARCH if is_post else Source.COMMENT
    if names:
        return Source.MENTION
    return Source.SEARCH if is_post else Source.COMMENT
