"""The knowledge cards for reading outside: a web page, Markdown, and what keywords answer (mission D23, G9, G15)."""

from collections.abc import Iterable, Mapping, Sequence

from weibo_operator.domain.clock import china
from weibo_operator.domain.knowledge import CardKind, KnowledgeCard, telling_parts
from weibo_operator.domain.menu import BELOW_AT_MOST, TOP_AT_MOST, menu_faults, menu_tree
from weibo_operator.domain.template import fill
from weibo_operator.services.markup import Markup, element, empty

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = Markup(
    "body{max-width:42em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.7}"
    "h3{margin-bottom:.2em}p{margin:.2em 0;white-space:pre-line}.note{opacity:.7;font-size:.9em}"
)
_FAULTS: Mapping[str, str] = {
    "top": f"一级菜单最多 {TOP_AT_MOST} 个，现在 {{count}} 个",
    "below": f"“{{name}}”下面最多 {BELOW_AT_MOST} 个，现在 {{count}} 个",
    "long": "“{name}”太长，只显示前 {count} 个字",
}
_MARKS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#+-!|~"})


def html_of(cards: Sequence[KnowledgeCard], shop: Mapping[str, str]) -> bytes:
    """One page without script, to be put on the shop's own site; ``shop`` are the values of the shop's variables."""
    title = _title(shop)
    head = element(
        "head",
        empty("meta", charset="utf-8"),
        empty("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", _STYLE),
    )
    sections = (
        element("section", element("h2", kind.value), *(_article(card, shop) for card in held))
        for kind, held in _by_kind(cards)
    )
    body = element("body", element("h1", title), *sections)
    return ("<!DOCTYPE html>\n" + element("html", head, body, lang="zh-CN").code + "\n").encode()


def markdown_of(cards: Sequence[KnowledgeCard], shop: Mapping[str, str]) -> bytes:
    """The same as Markdown; nothing in a card becomes markup."""
    lines = [f"# {_plain(_title(shop))}"]
    for kind, held in _by_kind(cards):
        lines += ["", f"## {kind.value}"]
        for card in held:
            lines += ["", f"### {_plain(card.title)}", ""]
            lines += [f"{_plain(line)}  " for line in fill(card.words_for(), shop).splitlines()]
            lines += [f"\n{_plain(note)}" for note in _notes(card)]
    return ("\n".join(lines) + "\n").encode()


def keywords_of(cards: Sequence[KnowledgeCard], shop: Mapping[str, str]) -> bytes:
    """What to enter at the platform: the menu, then automatic answers by keyword; this program sends none by itself."""
    entries = (
        f"关键词：{'、'.join(card.words) or card.title}\n回复：{' '.join(fill(card.words_for(), shop).split())}\n"
        for card in cards
        if card.kind is not CardKind.COMPARISON
    )
    menu = [f"{line}\n" for line in _menu_lines(cards, shop)]
    return "\n".join([*(["".join(menu)] if menu else []), *entries]).encode("utf-8-sig")


def _menu_lines(cards: Sequence[KnowledgeCard], shop: Mapping[str, str]) -> Iterable[str]:
    """The menu as a tree; what it has no room for is said first."""
    tree = menu_tree((card.menu, card) for card in cards)
    if tree:
        yield "自定义菜单"
    for fault in menu_faults(tree):
        yield f"注意：{_FAULTS[fault.kind].format(name=fault.name, count=fault.count)}"
    for node in tree:
        yield f"{node.name}{_does(node.items, shop)}"
        for name, held in node.below:
            yield f"  {name}{_does(held, shop)}"


def _does(cards: Sequence[KnowledgeCard], shop: Mapping[str, str]) -> str:
    """What pressing a name does: open the card's link, else answer with its text."""
    for card in cards:
        text = " ".join(fill(card.words_for(), shop).split())
        link = next((part for part in telling_parts(text) if part.startswith("http")), "")
        return f" → 打开 {link}" if link else f" → 回复：{text}"
    return ""


def _title(shop: Mapping[str, str]) -> str:
    return f"{shop.get('店铺') or ''} 常见问题与说明".strip()


def _by_kind(cards: Sequence[KnowledgeCard]) -> Iterable[tuple[CardKind, Sequence[KnowledgeCard]]]:
    for kind in CardKind:
        held = [card for card in cards if card.kind is kind]
        if held:
            yield kind, held


def _article(card: KnowledgeCard, shop: Mapping[str, str]) -> Markup:
    notes = (element("p", note, class_="note") for note in _notes(card))
    return element("article", element("h3", card.title), element("p", fill(card.words_for(), shop)), *notes)


def _notes(card: KnowledgeCard) -> Iterable[str]:
    """A comparison tells its source wherever it is read; every card the day it was checked."""
    if card.kind is CardKind.COMPARISON and card.source:
        yield f"来源：{card.source}"
    if card.checked_at is not None:
        yield f"核对于 {china(card.checked_at):%Y-%m-%d}"


def _plain(text: str) -> str:
    return text.translate(_MARKS)
