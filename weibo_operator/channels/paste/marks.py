"""What each line could be: a name, a time, a count, a heading, somebody's words."""

import re
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.channels.paste.counts import Count, counts_in
from weibo_operator.channels.paste.lines import Line, clean
from weibo_operator.channels.paste.names import badge_of, named, nickname_of, quoted
from weibo_operator.channels.paste.times import TIME, Moment, read_time
from weibo_operator.channels.paste.where import Where, where_of
from weibo_operator.channels.paste.words import (
    ASIDE,
    BUTTONS,
    CONTEXT,
    CONTEXT_SOURCES,
    FURNITURE,
    HEADINGS,
    ORIGINAL,
)
from weibo_operator.domain.addresses import WRITTEN, PostAddress, person_of, post_of
from weibo_operator.domain.labels import Source
from weibo_operator.domain.late_pattern import LatePattern

_TIME_LINE = LatePattern(rf"(?:(?:发布于|编辑于|更新于|时间[:：]) ?)?(?P<time>{TIME})(?P<tail>.*)", re.DOTALL)
_NAME_TIME = LatePattern(rf"(?P<name>\S{{2,30}}(?: \S{{1,6}}){{0,2}}?) (?P<time>{TIME})(?P<tail>.*)", re.DOTALL)
_TIME_NAME = LatePattern(r"(?P<time>\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?) (?P<name>\S{2,30})")
_DAY_CLOCK = r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|今天|昨天|前天) ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_ROWS = (
    LatePattern(rf"(?P<name>\S{{2,30}}) (?P<time>{_DAY_CLOCK}) (?P<said>.+)", re.DOTALL),
    LatePattern(rf"[\[【]?(?P<time>{_DAY_CLOCK})[\]】]? (?P<name>[\w\-·]{{2,30}}?) ?[:：] ?(?P<said>.+)", re.DOTALL),
)
"""A row of a sheet or of a kept chat: name, time and words on one line."""
_ENDED = LatePattern(
    r"(?P<said>.*?)(?P<buttons>(?: ?(?:举报|回复|操作|删除|收藏|(?:赞|转发|评论|原文转发|原文评论)\[[\d.万]+\]))*)"
    rf"(?P<bracket> ?[（(])? ?(?P<time>{TIME})[)）]?(?P<tail>(?: ?来自.*)?)",
    re.DOTALL,
)
_SHARES = (
    LatePattern(r"(?:分享)? ?【(?P<name>[^】]{2,30}?) ?的微博】[:：]?(?P<said>.+)", re.DOTALL),
    LatePattern(r"分享自? ?@?(?P<name>[\w\-·]{2,30}?) ?的微博[:：]?(?P<said>.+)", re.DOTALL),
    LatePattern(r"@(?P<name>[\w\-·]{2,30}) ?[:：](?P<said>.+)", re.DOTALL),
    LatePattern(r"(?P<said>.+?)[（(—\- ]+(?:分享自|来自) ?@(?P<name>[\w\-·]{2,30}) ?[）)]?", re.DOTALL),
)
_TAIL_LENGTH = 160
"""The end of a line in which its time is looked for."""


class Mark(Struct, frozen=True):
    """One line and what it could be; several of these at once are possible (a name may be a short answer).

    ``name``: the whole line, or its beginning where ``said`` or ``moment`` came from the same line.
    """

    line: Line
    moment: Moment | None = None
    post: PostAddress | None = None
    name: str = ""
    uid: str = ""
    linked: bool = False
    verified: str = ""
    said: str | None = None
    quote: tuple[str, str] | None = None
    counts: tuple[Count, ...] = ()
    where: Where | None = None
    heading: Source | None = None
    context: str | None = None
    context_source: Source | None = None
    is_page: bool = False
    """A button, heading or count: nobody's words."""

    @property
    def is_anchor(self) -> bool:
        """The line dates a message."""
        return self.moment is not None

    @property
    def is_named_text(self) -> bool:
        """``name：text``, whole or with a time of its own."""
        return bool(self.name) and self.said is not None

    @property
    def is_words(self) -> bool:
        """The line may be what somebody wrote."""
        return not (self.is_page or self.moment or self.where or self.context is not None)


def mark(line: Line, captured_at: datetime) -> Mark:
    """Everything the line could be by itself."""
    found = _mark(line, captured_at)
    post = next((post for post in map(post_of, _addresses(line)) if post is not None), None)
    return found if post is None else replace(found, post=post)


def _mark(line: Line, captured_at: datetime) -> Mark:
    text = line.text
    if text in HEADINGS:
        return Mark(line, heading=HEADINGS[text], is_page=True)
    if ASIDE.fullmatch(text):
        return Mark(line, is_page=True)
    if text in BUTTONS or text in FURNITURE:
        return Mark(line, counts=counts_in(text) or (), is_page=True)
    if WRITTEN.fullmatch(text):
        return Mark(line, is_page=True)
    linked = _linked(line, captured_at)
    if linked is not None:
        return linked
    counts = counts_in(text)
    if counts is not None:
        return Mark(line, counts=counts, is_page=True)
    dated = _dated(line, text, captured_at)
    if dated is not None:
        return dated
    where = where_of(text)
    if where is not None:
        return Mark(line, where=where)
    about = _about(line, text)
    return _spoken(line, text, captured_at) if about is None else about


def _about(line: Line, text: str) -> Mark | None:
    """What the inbox says a message is about, by itself or after the name: 老周修表 评论了你的微博."""
    if found := ORIGINAL.fullmatch(text):
        return Mark(line, context=found["text"].strip())
    for name, said in (("", text), (nickname_of(text.split(" ", maxsplit=1)[0]), text.partition(" ")[2])):
        context = CONTEXT.fullmatch(said)
        if context is None or (text != said and not name):
            continue
        what, words = context["what"], context["text"].strip()
        if (what or not words) and (context["whose"] == "我" or what or not words):
            source = CONTEXT_SOURCES.get(context["verb"])
            return Mark(line, name=name, context=words, context_source=source)
    return None


def _spoken(line: Line, text: str, captured_at: datetime) -> Mark:
    """Somebody's words, perhaps with the name before them, or a name alone."""
    if WRITTEN.search(text) is not None:
        shared = _shared(WRITTEN.sub(" ", text))
        if shared is not None:
            return Mark(line, name=shared[0], said=shared[1])
    pair = named(text)
    if pair is not None:
        return _with_end(Mark(line, name=pair[0], said=pair[1], verified=badge_of(text[:40])), captured_at)
    quote = quoted(text)
    if quote is not None:
        return Mark(line, quote=quote)
    return Mark(line, name=nickname_of(text), verified=badge_of(text))


def _linked(line: Line, captured_at: datetime) -> Mark | None:
    """A line that begins with a link to somebody's card: that is its author, whatever the name looks like."""
    if not line.links:
        return None
    first = line.links[0]
    words, uid = clean(first.words), first.uid or person_of(first.address)
    if not uid or not words or words.startswith("@") or not line.text.startswith(words):
        return None
    after = line.text[len(words) :].strip()
    author = Mark(line, name=words, uid=uid, linked=True, verified=badge_of(after))
    if after.startswith((":", "：")):
        return _with_end(replace(author, said=after[1:].strip()), captured_at)
    dated = _dated(line, after, captured_at)
    if dated is not None and not dated.name:
        return replace(author, moment=dated.moment, where=dated.where, counts=dated.counts)
    return author if not after or nickname_of(line.text) or nickname_of(f"某某 {after}") == "某某" else None


def _dated(line: Line, text: str, captured_at: datetime) -> Mark | None:
    """A time with what pages put after it, perhaps with a name on the same line."""
    if found := _TIME_LINE.fullmatch(text):
        made = _with_time(Mark(line), found["time"], found["tail"], captured_at)
        if made is not None:
            return made
    if found := _TIME_NAME.fullmatch(text):
        name = nickname_of(found["name"])
        return _with_time(Mark(line, name=name), found["time"], "", captured_at) if name else None
    if found := _NAME_TIME.fullmatch(text):
        name = nickname_of(found["name"])
        if name and any(sure in found["time"] for sure in ":：前刚年天"):
            badge = badge_of(found["name"])
            made = _with_time(Mark(line, name=name, verified=badge), found["time"], found["tail"], captured_at)
            if made is not None:
                return made
    return _row(line, text, captured_at)


def _row(line: Line, text: str, captured_at: datetime) -> Mark | None:
    for form in _ROWS:
        found = form.fullmatch(text)
        name = nickname_of(found["name"]) if found is not None else ""
        if found is not None and name and found["said"].strip():
            return _with_time(Mark(line, name=name, said=found["said"].strip()), found["time"], "", captured_at)
    return None


def _with_time(made: Mark, time: str, tail: str, captured_at: datetime) -> Mark | None:
    exact = next((link.title for link in made.line.links if link.title and read_time(link.title, captured_at)), time)
    moment = read_time(exact, captured_at)
    where = where_of(tail.strip(" ·|"))
    counts = counts_in(tail)
    if moment is None or (where is None and counts is None):
        return None
    return replace(made, moment=moment, where=where, counts=counts or (where.counts if where else ()))


def _with_end(made: Mark, captured_at: datetime) -> Mark:
    """``name：text 赞[0] 回复 11月20日 08:05 来自 …`` and ``name：text (11月20日 08:05)``: the time ends the line."""
    said = made.said or ""
    start = max(0, len(said) - _TAIL_LENGTH)
    found = _ENDED.fullmatch(said, start)
    if found is None or not (found["buttons"] or found["bracket"] or found["tail"]):
        return made
    words = (said[:start] + found["said"]).strip()
    dated = _with_time(made, found["time"], found["tail"], captured_at)
    if dated is None or not words:
        return made
    counts = tuple(
        count for count in counts_in(found["buttons"].replace("原文", " ")) or () if "原文" not in found["buttons"]
    )
    return replace(dated, said=words, counts=counts or dated.counts)


def _shared(text: str) -> tuple[str, str] | None:
    text = text.strip()
    for form in _SHARES:
        found = form.fullmatch(text)
        if found is not None and nickname_of(found["name"]) and found["said"].strip():
            return nickname_of(found["name"]), found["said"].strip()
    pair = named(text)
    return pair if pair and pair[1] else None


def _addresses(line: Line) -> tuple[str, ...]:
    return (*(link.address for link in line.links), *WRITTEN.findall(line.text))
