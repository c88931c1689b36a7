"""The shop's own urgent and crisis words: they raise what the shipped word lists leave low (mission B1, B8, H10)."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.labels import Kind, Urgency
from weibo_operator.domain.levels import text_level
from weibo_operator.domain.triage import Triage
from weibo_operator.language.clean import plain, split_chain, strip_html

_WORDS_NAMED = 2


class OwnWords(Struct, frozen=True):
    """What the operator added; letters of either case are the same."""

    urgent: tuple[str, ...] = ()
    crisis: tuple[str, ...] = ()


def with_own_words(found: Triage, text: str, own: OwnWords, followers: int | None) -> Triage:
    """Judge again with the shop's own words, which the reasons then name first.

    An urgent word makes the urgency 高, a crisis word a crisis. Chatter that holds one counts as a question, since
    the shop wants to read it; advertising stays what it is. Only the own part before the first ``//@`` counts.
    """
    if found.kind is Kind.SPAM or not (own.urgent or own.crisis):
        return found
    words = plain(split_chain(strip_html(text))[0]).casefold()
    alarming, pressing = _quoted(own.crisis, words), _quoted(own.urgent, words)
    if not alarming and not pressing:
        return found
    was_chatter = found.kind is Kind.CHATTER
    kind = Kind.QUESTION if was_chatter else found.kind
    crisis = found.crisis or bool(alarming)
    named = [f"{alarming}（本店危机词）→危机信号"] * bool(alarming) + [f"{pressing}（本店紧急词）→急"] * bool(pressing)
    older = [reason for reason in found.reasons if not (was_chatter and reason.endswith(f"→{Kind.CHATTER}"))]
    return replace(
        found,
        kind=kind,
        urgency=Urgency.HIGH,
        urgent_words="".join(dict.fromkeys((alarming, pressing, found.urgent_words))),
        level=text_level(kind, Urgency.HIGH, in_crisis=crisis, followers=followers),
        crisis=crisis,
        no_reply=found.no_reply and not was_chatter,
        reasons=(*named, *older),
    )


def _quoted(own: Iterable[str], words: str) -> str:
    """The first words that occur, quoted; empty when none does."""
    found = [word for word in own if word.strip() and word.strip().casefold() in words]
    return "".join(f"“{word}”" for word in found[:_WORDS_NAMED])
