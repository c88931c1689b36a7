"""Reply templates 话术: a title, a pinyin code, a tone and several wordings with variables and a cursor mark."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import PurePath
from types import MappingProxyType

from msgspec import Struct

from weibo_operator.domain.blanks import between
from weibo_operator.domain.ids import TemplateId

VARIABLE = re.compile(r"\{([^{}\s|]{1,12})(?:\|([^{}\n|]{0,16}))?\}")
"""A variable as a template writes it: {订单号}, or {客户|您} with what stands there when nothing is known."""
_WIDE_BRACES = re.compile(r"[{｛][ \u3000]*([^{}｛｝\s|｜]{1,12})[ \u3000]*(?:[|｜]([^{}｛｝\n|｜]{0,16}))?[}｝]")
KNOWN_VARIABLES = ("客户", "店铺", "热线", "署名", "地址", "部门")
"""Filled by the program where the desk knows them."""
ASKED_VARIABLES = ("订单号", "时间", "商品", "金额", "单号")
"""Filled by the operator before sending."""
SIGNATURE = "署名"
"""One that is not set leaves no blank to fill."""
_OTHER_NAMES = (
    ("客户", "客户昵称 昵称 客户名 称呼 姓名 用户 买家"),
    ("热线", "电话 热线电话 客服电话"),
    ("店铺", "门店 店名 店铺名 品牌 品牌名"),
    ("署名", "客服 客服名 签名"),
    ("订单号", "订单 订单编号"),
    ("单号", "快递单号 运单号 物流单号"),
    ("商品", "产品 商品名 产品名"),
    ("时间", "日期 几点 答复时间"),
)
ALSO_CALLED: Mapping[str, str] = MappingProxyType(
    {other: name for name, others in _OTHER_NAMES for other in others.split()}
)
"""What people write for a variable → how the program calls it."""
CURSOR = "光标"
CURSOR_MARK = "{光标}"
"""Where the caret goes after the template was inserted (product.md, Reply 2); it never stays in the text."""
FORMAL, FRIENDLY = "正式", "亲切"
TONES = (FORMAL, FRIENDLY)
MOST_WORDINGS = 3
MOST_FILES = 3
_PICTURES = frozenset([".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".heic"])
_VIDEOS = frozenset([".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm"])


class FileKind(StrEnum):
    """What a file is that goes with a template."""

    PICTURE = "picture"
    VIDEO = "video"
    OTHER = "other"


class TemplateFile(Struct, frozen=True):
    """A file that goes with a template (mission D10): where it lies, what it is, and what it shows in a few words."""

    path: str
    kind: FileKind
    note: str = ""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.path.replace("\\", "/")).name


class Wording(Struct, frozen=True):
    """One way to say it; the least used one is offered first so that texts vary (mission D8)."""

    id: int
    text: str
    uses: int
    last_used_at: datetime | None


class Template(Struct, frozen=True):
    """A template with its wordings; ``audience`` is public, private or both; ``favourite`` is 1–9 or 0.

    Two of the same title and category in 正式 and 亲切 say the same in two tones (mission D7).
    """

    id: TemplateId
    title: str
    category: str
    code: str
    audience: str
    tone: str
    favourite: int
    wordings: tuple[Wording, ...]
    files: tuple[TemplateFile, ...] = ()

    @property
    def uses(self) -> int:
        """How often any of its wordings was sent."""
        return sum(wording.uses for wording in self.wordings)

    @property
    def last_used_at(self) -> datetime | None:
        """When one of its wordings was sent last."""
        moments = [wording.last_used_at for wording in self.wordings if wording.last_used_at is not None]
        return max(moments, default=None)

    @property
    def turns(self) -> tuple[Wording, ...]:
        """The wordings in the order of offering them: the least used, then the longest unused."""
        return tuple(sorted(self.wordings, key=_by_use))

    @property
    def next_wording(self) -> Wording:
        """The wording whose turn it is, whatever was said last."""
        return min(self.wordings, key=_by_use)

    def says_the_same_as(self, other: "Template") -> bool:
        """True for another template of the same title and category in another tone."""
        return (self.title, self.category) == (other.title, other.category) and self.tone != other.tone


def half_width_braces(text: str) -> str:
    """Variables as a Chinese input method writes them, ｛客户｜您｝ or { 客户 }, as the program reads them."""
    return _WIDE_BRACES.sub(_narrow, text)


def _narrow(found: re.Match[str]) -> str:
    name, fallback = found.groups()
    return f"{{{name}}}" if fallback is None else f"{{{name}|{fallback}}}"


class Filled(Struct, frozen=True):
    """A wording ready to be put in; ``caret`` is where its cursor mark stood, None without one."""

    text: str
    caret: int | None


def fill(text: str, values: Mapping[str, str]) -> str:
    """``filled`` without the caret: known variables by their values, others by what the wording falls back to."""
    return filled(text, values).text


def filled(text: str, values: Mapping[str, str]) -> Filled:
    """Fill the variables in.

    One without a value takes its fallback ({客户|您}); one without that stays for the operator to fill. The first
    cursor mark is where the caret goes.
    """
    parts: list[str] = []
    caret: int | None = None
    done = 0
    for match in VARIABLE.finditer(text):
        parts.append(text[done : match.start()])
        done = match.end()
        if match.group(1) != CURSOR:
            parts.append(_value(match, values))
        elif caret is None:
            caret = sum(map(len, parts))
    return Filled("".join((*parts, text[done:])), caret)


def unfilled(text: str) -> tuple[str, ...]:
    """The names of variables still in the text, in order."""
    return tuple(match.group(1) for match in VARIABLE.finditer(text))


def unknown_variables(text: str) -> tuple[str, ...]:
    """The names that the program has never heard of, each once, in order: the operator fills them, or misspelt one."""
    known = {*KNOWN_VARIABLES, *ASKED_VARIABLES, CURSOR}
    names = dict.fromkeys(match.group(1) for match in VARIABLE.finditer(text))
    return tuple(name for name in names if name not in known)


def blanks_filled(wording: str, values: Mapping[str, str], said: str) -> Mapping[str, str] | None:
    """What the operator wrote for the blanks of a wording, by variable; None when ``said`` is not this wording."""
    text = filled(wording, values).text.strip()
    pieces: list[str] = []
    names: list[str] = []
    done = 0
    for match in VARIABLE.finditer(text):
        pieces.append(text[done : match.start()])
        names.append(match.group(1))
        done = match.end()
    written = between((*pieces, text[done:]), said.strip())
    return None if written is None else dict(zip(names, written, strict=True))


def could_become(wording: str, values: Mapping[str, str], said: str) -> bool:
    """True when ``said`` is this wording filled in, whatever the operator wrote for the blanks."""
    return blanks_filled(wording, values, said) is not None


def other_than(turns: Sequence[Wording], values: Mapping[str, str], said: Sequence[str]) -> Wording:
    """The first wording that repeats none of ``said`` (the newest first), else the one said longest ago.

    ``turns`` holds at least one.
    """

    def since(wording: Wording) -> int:
        hits = (at for at, each in enumerate(said) if could_become(wording.text, values, each))
        return next(hits, len(said))

    return max(turns, key=since)


def kind_of_file(path: str) -> FileKind:
    """What a file is, by its name's ending."""
    ending = PurePath(path).suffix.lower()
    if ending in _PICTURES:
        return FileKind.PICTURE
    return FileKind.VIDEO if ending in _VIDEOS else FileKind.OTHER


def is_mostly_in(wording: str, text: str) -> bool:
    """Whether at least half of a wording is left in ``text``, in its order: blanks filled, slips mended."""
    blocks = SequenceMatcher(None, wording, text, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) >= len(wording)


def _value(match: re.Match[str], values: Mapping[str, str]) -> str:
    name, fallback = match.groups()
    if fallback is None:
        fallback = "" if name == SIGNATURE and name in values else match.group(0)
    return values.get(name) or fallback


def _by_use(wording: Wording) -> tuple[int, float]:
    return (wording.uses, wording.last_used_at.timestamp() if wording.last_used_at else 0.0)
