"""All ways to cut a clause into words, and what it costs to put another word in somewhere."""

from collections.abc import Iterator, Sequence

from weibo_operator.language.typos.word_model import COMPANY_HELPS, LONGEST_WORD, Context, WordModel

_BEAM = 6
"""Ways kept at each place: what is far behind there never leads in the end."""


class Edge:
    """A word of the clause with the best way that leads to it (``forward``) and on from it (``backward``)."""

    __slots__ = ("backward", "before", "end", "forward", "known", "start", "word")

    def __init__(self, start: int, end: int, word: int) -> None:
        self.start = start
        self.end = end
        self.word = word
        self.forward = 0.0
        self.before = -1
        """The word before on the best way, −1 at the beginning."""
        self.backward = 0.0
        self.known: Context | None = None
        """What may follow, once it has been asked."""

    def context(self, model: WordModel) -> Context:
        """What may follow this word on the best way."""
        if self.known is None:
            self.known = Context(model, self.before, self.word)
        return self.known


class Lattice:
    """The words of one clause as typed. ``total`` is the score of the best way to read it."""

    def __init__(self, model: WordModel, text: str) -> None:
        self._model = model
        self.text = text
        self.ending: list[list[Edge]] = [[] for _ in range(len(text) + 1)]
        self.starting: list[list[Edge]] = [[] for _ in range(len(text) + 1)]
        for start in range(len(text)):
            self.starting[start] = _go_on(model, text, start, start + 1, self.ending)
        self._go_backward()
        self.total = _best(self.ending[-1])
        self._through = self._best_through()
        self.path = self._best_words()
        """The words of the best way."""

    def gains(
        self, start: int, end: int, rated: Sequence[tuple[float, int]], least: float
    ) -> Iterator[tuple[int, float, float, float]]:
        """The words that make the clause likelier by ``least`` or more in ``start:end``.

        ``rated`` holds scores of words by themselves and the words, the likeliest first; given are the word, the gain,
        what the word adds to the best way up to it, and the score of the best way on from it.
        """
        model, through = self._model, self._through[start]
        needed = least + through - self._best_on(end)
        ways = self.ending[start][:_BEAM]
        lead = ways[0].forward if ways else 0.0
        floor = needed - lead - COMPANY_HELPS
        first = ways[0].context(model).score if ways else model.single
        for often, word in rated:
            if often < floor:
                break
            left = lead + first(word)
            before = lead
            for edge in ways[1:]:
                if edge.forward <= left:
                    break
                score = edge.forward + edge.context(model).score(word)
                if score > left:
                    left, before = score, edge.forward
            if left >= needed:
                right = self._leave(end, word)
                if left + right - through >= least:
                    yield word, left + right - through, left - before, right

    def total_with(self, start: int, end: int, right: str) -> float:
        """The score of the best way to read the clause with ``right`` in ``start:end``."""
        text = self.text[:start] + right + self.text[end:]
        ending = [*self.ending[: start + 1], *([] for _ in range(len(text) - start))]
        for place in range(max(0, start + 1 - LONGEST_WORD), len(text)):
            _go_on(self._model, text, place, start + 1, ending)
        return _best(ending[-1])

    def cost_of_seam(self, place: int) -> float:
        """By how much the clause reads worse with a word's end at ``place`` than with a word across it (0 at least)."""
        across = [edge.forward + edge.backward for edge in self._edges_across(place)]
        if not across:
            return 0.0
        parted = max(edge.forward + edge.backward for edge in self.ending[place])
        return max(0.0, max(across) - parted)

    def bound(self, start: int, end: int) -> float:
        """More than any gain in ``start:end`` can be: a word costs something, however well it fits."""
        before = self.ending[start][0].forward if start else 0.0
        return before + self._best_on(end) - self._through[start]

    def _edges_across(self, place: int) -> list[Edge]:
        first = max(0, place - LONGEST_WORD + 1)
        return [edge for edges in self.starting[first:place] for edge in edges if edge.end > place]

    def _best_on(self, end: int) -> float:
        return self.starting[end][0].backward if end < len(self.text) else 0.0

    def _leave(self, end: int, word: int) -> float:
        """The best score of what follows ``end`` after ``word``."""
        if end == len(self.text):
            return 0.0
        best, pair = -1e9, self._model.pair
        for edge in self.starting[end][:_BEAM]:
            if edge.backward <= best:  # a pair never costs less than nothing
                break
            best = max(best, pair(word, edge.word) + edge.backward)
        return best

    def _go_backward(self) -> None:
        for end in range(len(self.text), 0, -1):
            for edge in self.ending[end]:
                edge.backward = self._leave(end, edge.word)
            # What follows may be asked of any start from here on.
            self.starting[end - 1].sort(key=_by_backward)

    def _best_through(self) -> list[float]:
        """For each character, the best reading of the whole clause by way of a word that covers it."""
        through = [-1e9] * len(self.text)
        for edges in self.starting:
            for edge in edges:
                whole = edge.forward + edge.backward
                for place in range(edge.start, edge.end):
                    through[place] = max(through[place], whole)
        return through

    def _best_words(self) -> list[Edge]:
        found: list[Edge] = []
        end = len(self.text)
        wanted: int | None = None
        while end > 0:
            edges = [edge for edge in self.ending[end] if wanted is None or edge.word == wanted]
            edge = max(edges or self.ending[end], key=lambda each: each.forward)
            found.append(edge)
            end, wanted = edge.start, edge.before
        return found[::-1]


def _go_on(model: WordModel, text: str, start: int, least_end: int, ending: Sequence[list[Edge]]) -> list[Edge]:
    """The words that begin at ``start`` and end at ``least_end`` or later, each with the best way that leads to it.

    They are put into ``ending``; all ways to ``start`` must be there. Puts the ways to ``start + 1`` in order.
    """
    edges: list[Edge] = []
    ids, ways = model.ids, ending[start][:_BEAM]
    for end in range(max(start + 1, least_end), min(start + model.longest_from(text[start]), len(text)) + 1):
        word = ids.get(text[start:end])
        if word is None:
            if end > start + 1:
                continue
            word = -1
        edge = Edge(start, end, word)
        edge.forward, leader = _enter(model, ways, word)
        if leader is not None:
            edge.before = leader.word
        edges.append(edge)
        ending[end].append(edge)
    if start + 1 >= least_end:
        ending[start + 1].sort(key=_by_forward)
    return edges


def _enter(model: WordModel, ways: Sequence[Edge], word: int) -> tuple[float, Edge | None]:
    """The best score up to and with ``word`` after one of the ways (best first), and the way."""
    if not ways:
        return model.single(word), None
    best, leader = -1e9, None
    for edge in ways:
        forward = edge.forward
        if forward <= best:
            break
        score = forward + (edge.known or edge.context(model)).score(word)
        if score > best:
            best, leader = score, edge
    return best, leader


def _best(ways: Sequence[Edge]) -> float:
    return max((edge.forward for edge in ways), default=0.0)


def _by_forward(edge: Edge) -> float:
    return -edge.forward


def _by_backward(edge: Edge) -> float:
    return -edge.backward
