"""Which texts fit what a customer asks: words in common, weighed by how rare they are among all texts to choose from.

Nothing is learned here beyond the counts of pairs of characters; what was used before is weighed by the caller.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from msgspec import Struct

from weibo_operator.language.clean import plain

NAMED = 3.0
"""A pair in the title or among the words customers use counts as much as so many in the text itself."""
LABEL = 0.4
"""A pair of a label counts less than one of the customer's own words."""
COMMON = 0.1
"""A pair of words that hold any sentence together, such as 什么, says little of what it is about."""
EVENNESS = 0.5
"""How far long texts are held back: 1 as a cosine would, 0 not at all."""
_COMMON = frozenset(
    "的了吗呢吧啊呀嘛是我你您他她它们在有没不就也都还能可以什么时候怎样这那个一下给要会到说看多少几上来去把被和跟请问"
)


class Profile(Struct, frozen=True):
    """What may be chosen: ``named`` are its title and the words customers use for it, ``texts`` what it says."""

    named: Sequence[str]
    texts: Sequence[str]


def short_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters within each run of letters, digits and Chinese characters."""
    found: set[str] = set()
    run = ""
    for sign in f"{plain(text).lower()} ":
        if sign.isalnum():
            run += sign
            continue
        found.update(run[at : at + 2] for at in range(len(run) - 1))
        run = ""
    return frozenset(found)


class Fitting:
    """Compares questions with a fixed list of profiles."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        weights = [_weights(profile) for profile in profiles]
        counts = Counter(pair for weight in weights for pair in weight)
        self._rarity = {pair: log(1 + len(profiles) / count) for pair, count in counts.items()}
        self._vectors = [{pair: w * self._rarity[pair] for pair, w in weight.items()} for weight in weights]
        norms = (sqrt(sum(value * value for value in vector.values())) or 1.0 for vector in self._vectors)
        self._lengths = [norm**EVENNESS for norm in norms]

    def scores(self, words: str, labels: Iterable[str] = ()) -> tuple[float, ...]:
        """How well each profile fits: the weighed pairs it shares, long texts held back a little; 0 for none."""
        asked: dict[str, float] = {}
        for label in labels:
            asked.update(dict.fromkeys(short_pairs(label), LABEL))
        asked.update(dict.fromkeys(short_pairs(words), 1.0))
        query = {
            pair: weight * _telling(pair) * self._rarity[pair] for pair, weight in asked.items() if pair in self._rarity
        }
        length = sqrt(sum(value * value for value in query.values()))
        if not length:
            return (0.0,) * len(self._vectors)
        return tuple(
            _shared(query, vector) / (length * norm) for vector, norm in zip(self._vectors, self._lengths, strict=True)
        )


def _telling(pair: str) -> float:
    return COMMON if _COMMON.issuperset(pair) else 1.0


def _weights(profile: Profile) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for text in profile.texts:
        found.update(dict.fromkeys(short_pairs(text), 1.0))
    for text in profile.named:
        found.update(dict.fromkeys(short_pairs(text), NAMED))
    return found


def _shared(query: Mapping[str, float], vector: Mapping[str, float]) -> float:
    return sum(value * vector[pair] for pair, value in query.items() if pair in vector)
