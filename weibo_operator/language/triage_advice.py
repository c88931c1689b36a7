"""Decides from kind and signals how urgent a text is, whether it smells of a crisis, and who should see the reply."""

from msgspec import Struct

from weibo_operator.domain.labels import Audience, Kind, Source, Urgency
from weibo_operator.domain.levels import SILENT_KINDS
from weibo_operator.language.triage_rules import Hits

BIG_AUTHOR_FOLLOWERS = 100_000
"""From here on a discontented author is a crisis signal (weibo.md part 8); a guess, not measured."""

DISCONTENTED = (Kind.COMPLAINT, Kind.ABUSE)
_CRISIS_WORDS = "crisis."
_SUPPORTING = ("crisis.response", "crisis.media", "crisis.police", "crisis.lawyer")
"""Such words also stand in talk about anything: alone they count only in a text about a purchase or to a shop."""
_ABOUT_A_PURCHASE = ("fault.", "act.own", "act.addressed")


class Finding(Struct, frozen=True):
    """A conclusion and the short Chinese phrase that explains it (empty where it needs none)."""

    holds: bool
    reason: str = ""


def crisis(kind: Kind, hits: Hits, followers: int | None, *, addressed: bool) -> Finding:
    """Tell a crisis (weibo.md part 8): safety, several victims, regulator, media, lawyer, leak, a big author.

    In a question, wish or praise one such word proves nothing ("会不会漏电"), nor in a text not ``addressed`` to a
    shop (found by search, or long): there it takes two sorts of them.
    """
    if kind in SILENT_KINDS:
        return Finding(False)
    sorts = [name for name in hits if name.startswith(_CRISIS_WORDS)]
    bought = any(name.startswith(_ABOUT_A_PURCHASE) for name in hits)
    strong = [name for name in sorts if name not in _SUPPORTING or (bought and name != _SUPPORTING[0])]
    if not strong and addressed and sum(hits[name].count for name in sorts) > 1:
        strong = sorts
    needed = 1 if kind in DISCONTENTED and addressed else 2
    if strong and len(sorts) >= needed:
        words = "、".join(f"“{hits[name].words[0]}”" for name in strong)
        return Finding(True, f"{words}→危机信号")
    if kind in DISCONTENTED and followers is not None and followers >= BIG_AUTHOR_FOLLOWERS:
        return Finding(holds=True, reason=f"粉丝 {followers / 10_000:.1f} 万→危机信号")
    return Finding(False)


def urgency(kind: Kind, hits: Hits, in_crisis: bool) -> tuple[Urgency, str]:
    """Return how soon an answer is needed and the phrase that says why (weibo.md part 8)."""
    if in_crisis:
        return Urgency.HIGH, ""
    if kind is Kind.COMPLAINT:
        if "act.urgent" in hits:
            return Urgency.HIGH, f"“{hits['act.urgent'].words[0]}”→急"
        return Urgency.MEDIUM, ""
    if kind is Kind.ABUSE:
        return Urgency.MEDIUM, ""
    if kind in (Kind.QUESTION, Kind.PRESALE):
        for signal in ("act.urgent", "act.deadline", "act.personal", "act.inflight"):
            if signal in hits and not (kind is Kind.PRESALE and signal == "act.inflight"):
                return Urgency.MEDIUM, f"“{hits[signal].words[0]}”→要尽快答"
    return Urgency.LOW, ""


def audience(kind: Kind, hits: Hits, department_is_adverts: bool, source: Source) -> tuple[Audience, str]:
    """Advise who should see the reply by the two-branch rule of document 004 (mission D2).

    Vague blame and abuse are answered in public, a concrete complaint, an order, personal data or a quote in private.
    """
    if kind is Kind.ABUSE and source is not Source.PRIVATE:
        return Audience.PUBLIC, "没有具体事实→公开安抚"
    if kind is Kind.COMPLAINT:
        return Audience.PRIVATE, "有具体问题→私信解决"
    if source is Source.PRIVATE:
        return Audience.PRIVATE, "私信来的→私信"
    if kind in (Kind.QUESTION, Kind.PRESALE):
        if department_is_adverts:
            return Audience.PRIVATE, "商务报价→私信"
        signals = ["act.personal", "act.quote"] + ["act.inflight"] * (kind is Kind.QUESTION)
        for signal in signals:
            if signal in hits:
                return Audience.PRIVATE, f"“{hits[signal].words[0]}”涉及订单、个人信息或报价→私信"
    return Audience.PUBLIC, ""
