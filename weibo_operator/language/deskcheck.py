"""The check before sending: every rule over one reply, in the order of product.md, "Desk check"."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from weibo_operator.domain.asked import AskedPart
from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import length_limit, overflow_start, reply_length
from weibo_operator.domain.own_words import OwnWord
from weibo_operator.domain.promises import Promise
from weibo_operator.language.addressing import find_wrong_name
from weibo_operator.language.phrases import PhraseRules
from weibo_operator.language.plain_words import PlainWords, find_trade_words
from weibo_operator.language.privacy import find_private
from weibo_operator.language.promises import PromiseRules
from weibo_operator.language.proofread import Proofreader
from weibo_operator.language.spans import masked, outside_voice
from weibo_operator.language.spoken_reasons import spoken_findings
from weibo_operator.language.tone import ToneRules
from weibo_operator.language.unanswered import QuestionRules
from weibo_operator.language.variables import find_variables

_NOTHING: Mapping[str, str] = MappingProxyType({})
LONGEST_READ = 20_000
"""Characters of a text that the rules read (a private message has 300 at most); of the rest only the length is told."""
_WORDS = frozenset({FindingKind.TYPO, FindingKind.PUNCTUATION})
_FIRST = "小林您好，已经帮您登记了，明天10点前给您退款，一共12.5元。请留一下手机号，我们会尽快联系您，回复@小王：好的"
_FIRST_ASKED = "什么时候发货？能退吗？"


class DeskCheck:
    """Checks replies; keeps no state between calls."""

    def __init__(self, resources: Path, proofreader: Proofreader) -> None:
        """``resources`` is the program's resources folder."""
        folder = resources / "dictionaries"
        self._proofreader = proofreader
        self._tone = ToneRules(folder)
        self._promises = PromiseRules(folder)
        self._superlatives = PhraseRules(folder / "superlatives.tsv", FindingKind.SUPERLATIVE)
        self._praise = PhraseRules(folder / "self_praise.tsv", FindingKind.SELF_PRAISE)
        self._first_touch = PhraseRules(folder / "first_touch.tsv", FindingKind.FIRST_TOUCH)
        self._questions = QuestionRules(folder)
        self._plain = PlainWords(folder / "plain_words.tsv")

    @property
    def plain_words(self) -> tuple[OwnWord, ...]:
        """The program's own pairs of a word of the trade and the plain one."""
        return self._plain.pairs

    def load(self) -> None:
        """Read the big dictionary (0.4 s) and the tables of tone now, for a background thread after the first paint."""
        self._tone.load()
        self._proofreader.load()
        # Patterns are compiled with their first question, which is not to be the operator's first letter.
        self.check(_FIRST, audience=Audience.PUBLIC, customer_nickname="小林", customer_texts=(_FIRST_ASKED,))

    def learn(self, texts: Iterable[str]) -> None:
        """Mix the shop's own sentences into the statistics, in place of what was learnt before (any thread)."""
        self._proofreader.learn(texts)

    def promises(self, text: str, now: datetime) -> tuple[Promise, ...]:
        """What ``text`` promises and by when, as of ``now`` (aware); for recording it after sending (mission D17)."""
        return self._promises.promises(text[:LONGEST_READ], now)

    def asked(self, text: str, customer_texts: Sequence[str], sent: Collection[str] = ()) -> tuple[AskedPart, ...]:
        """What the customer asked, each with whether ``text``, or a reply ``sent`` for it, answers it (mission C9)."""
        return self._questions.asked(text[:LONGEST_READ], customer_texts, sent)

    def check(
        self,
        text: str,
        *,
        audience: Audience,
        limit: int | None = None,
        prefix_nickname: str = "",
        last_own_texts: Sequence[str] = (),
        customer_nickname: str = "",
        other_nicknames: Sequence[str] = (),
        customer_texts: Sequence[str] = (),
        answered_parts: Collection[str] = (),
        own_contacts: Sequence[str] = (),
        values: Mapping[str, str] = _NOTHING,
        user_words: Sequence[str] = (),
        plain_words: Sequence[OwnWord] | None = None,
        now: datetime | None = None,
        first_touch: bool = False,
        off: Collection[FindingKind] = frozenset(),
    ) -> tuple[Finding, ...]:
        """What is to be said about ``text``, by rule and then by place, without the kinds in ``off``.

        ``limit`` in 字 replaces Weibo's own; ``prefix_nickname`` is whom a ``回复@昵称:`` will name; ``last_own_texts``
        are our latest comments, which Weibo refuses to see again; ``customer_texts`` what the customer wrote since our
        last answer, ``answered_parts`` those of their questions that had a reply of their own; ``other_nicknames``
        other waiting customers; ``own_contacts`` the shop's published numbers and address; ``values`` what the program
        can fill a template's blank with; with ``now`` a promise tells its date.
        ``plain_words`` are the pairs of a word of the trade and the plain one, None for the program's own.
        ``first_touch``: the first words to a lead, which sell nothing (mission F3: no link, no price, no “买”).
        """
        names = tuple(dict.fromkeys(name for name in (customer_nickname, prefix_nickname) if name))
        found: list[Finding] = []
        whole, text = text, text[:LONGEST_READ]
        if not frozenset(off) >= _WORDS:
            found += self._proofreader.check(text, names, user_words)
        found += self._voice(text, audience, customer_texts, own_contacts, now)
        found += self._first_touch.find(text, text) if first_touch else ()
        pairs = self._plain.pairs if plain_words is None else plain_words
        found += find_trade_words(masked(text, outside_voice(text, numbers=False)), pairs)
        found += sorted(find_variables(text, values), key=lambda f: f.start)
        found += _over_length(whole, audience, length_limit(audience) if limit is None else limit, prefix_nickname)
        found += _repeated(whole, last_own_texts)
        found += self._questions.find(text, customer_texts, answered_parts)
        found += find_wrong_name(text, customer_nickname, other_nicknames)
        return spoken_findings(finding for finding in found if finding.kind not in off)

    def _voice(
        self,
        text: str,
        audience: Audience,
        customer_texts: Sequence[str],
        own_contacts: Sequence[str],
        now: datetime | None,
    ) -> Iterator[Finding]:
        """Tone, private data, promises, superlatives, self-praise; quotations and names don't speak for us."""
        readable = masked(text, outside_voice(text, numbers=False))
        yield from self._tone.find(text, readable, customer_texts)
        if audience is Audience.PUBLIC:
            yield from find_private(text, own_contacts)
        yield from self._promises.find(text, now)
        yield from self._superlatives.find(text, readable)
        yield from self._praise.find(text, readable)


def _over_length(text: str, audience: Audience, limit: int, prefix_nickname: str) -> Iterator[Finding]:
    start = overflow_start(text, audience, limit, prefix_nickname)
    if start is not None and text:
        excess = reply_length(text, audience, prefix_nickname) - limit
        yield _whole(text, start, FindingKind.LENGTH, f"超出 {excess} 字")


def _repeated(text: str, last_own_texts: Sequence[str]) -> Iterator[Finding]:
    if text.strip() and any(text.strip() == own.strip() for own in last_own_texts):
        yield _whole(text, 0, FindingKind.REPEAT, "和刚发过的一条一模一样，微博会拒收")


def _whole(text: str, start: int, kind: FindingKind, reason: str) -> Finding:
    return Finding(
        start=start,
        end=len(text),
        kind=kind,
        grade=Grade.CERTAIN,
        text=text[start:],
        suggestions=(),
        probability=1.0,
        reason=reason,
    )
