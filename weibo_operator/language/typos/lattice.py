"""All ways to cut a clause into words, and what it costs to put another word in somewhere."""

from weibo_operator.language.typos.word_model import LONGEST_WORD, WordModel

_BEAM = 6
"""Ways kept at each place: what is far behind there never leads in the end."""


class Edge:
    """A word of the clause with the best way that leads to it (``forward``) and on from it (``backward``)."""

    __slots__ = ("backward", "before", "end", "forward", "start", "word")

    def __init__(self, start: int, end: int, word: int) -> None:
        self.start = start
        self.end = end
        self.word = word
        self.forward = 0.0
        self.before = -1
        """The word before on the best way, −1 at the beginning."""
        self.backward = 0.0


class Lattice:
    """The words of one clause as typed. ``total`` is the score of the best way to read it."""

    def __init__(self, model: WordModel, text: str) -> None:
        self._model = model
        self.text = text
        self.ending: list[list[Edge]] = [[] for _ in range(len(text) + 1)]
        self.starting: list[list[Edge]] = [[] for _ in range(len(text) + 1)]
        self._make_edges()
        self._go_forward()
        self._go_backward()
        self.total = max((edge.forward for edge in self.ending[len(text)]), default=0.0)
        self._through = self._best_through()
        self.path = self._best_words()
        """The words of the best way."""

    def gain(self, start: int, end: int, word: int, least: float) -> tuple[float, float, float] | None:
        """By how much the clause is likelier with ``word`` in ``start:end``; None where that is less than ``least``.

        Also what the word adds to the best way up to it, and the score of the best way on from it.
        """
        left, before = self._enter(start, word)
        if left + self._best_on(end) - self._through[start] < least:
            return None
        right = self._leave(end, word)
        gain = left + right - self._through[start]
        return None if gain < least else (gain, left - before, right)

    def cost_of_seam(self, place: int) -> float:
        """By how much the clause reads worse with a word's end at ``place`` than with a word across it (0 at least)."""
        across = [edge.forward + edge.backward for edge in self._edges_across(place)]
        if not across:
            return 0.0
        parted = max(edge.forward + edge.backward for edge in self.ending[place])
        return max(0.0, max(across) - parted)

    def _edges_across(self, place: int) -> list[Edge]:
        first = max(0, place - LONGEST_WORD + 1)
        return [edge for edges in self.starting[first:place] for edge in edges if edge.end > place]

    def bound(self, start: int, end: int) -> float:
        """More than any gain in ``start:end`` can be: a word costs something, however well it fits."""
        before = self.ending[start][0].forward if start else 0.0
        return before + self._best_on(end) - self._through[start]

    def _best_on(self, end: int) -> float:
        return self.starting[end][0].backward if end < len(self.text) else 0.0

    def _enter(self, start: int, word: int) -> tuple[float, float]:
        """The best score up to and with ``word`` at ``start``, and what of it was there before."""
        ways = self.ending[start]
        if start == 0 or not ways:
            return self._model.single(word), 0.0
        best, there, triple = -1e9, 0.0, self._model.triple
        for edge in ways[:_BEAM]:
            if edge.forward > best:
                score = edge.forward + triple(edge.before, edge.word, word)
                if score > best:
                    best, there = score, edge.forward
        return best, there

    def _leave(self, end: int, word: int) -> float:
        """The best score of what follows ``end`` after ``word``."""
        if end == len(self.text):
            return 0.0
        best, pair = -1e9, self._model.pair
        for edge in self.starting[end][:_BEAM]:
            if edge.backward > best:  # a pair never costs less than nothing
                best = max(best, pair(word, edge.word) + edge.backward)
        return best

    def _make_edges(self) -> None:
        ids, text = self._model.ids, self.text
        for start in range(len(text)):
            for end in range(start + 1, min(start + LONGEST_WORD, len(text)) + 1):
                word = ids.get(text[start:end])
                if word is None:
                    if end > start + 1:
                        continue
                    word = -1
                edge = Edge(start, end, word)
                self.starting[start].append(edge)
                self.ending[end].append(edge)

    def _go_forward(self) -> None:
        for start in range(len(self.text)):
            for edge in self.starting[start]:
                edge.forward, edge.before = self._entered(start, edge.word)
            self.ending[start + 1].sort(key=lambda each: -each.forward)

    def _entered(self, start: int, word: int) -> tuple[float, int]:
        ways = self.ending[start]
        if start == 0:
            return self._model.single(word), -1
        best, before, triple = -1e9, -1, self._model.triple
        for edge in ways[:_BEAM]:
            if edge.forward > best:
                score = edge.forward + triple(edge.before, edge.word, word)
                if score > best:
                    best, before = score, edge.word
        return best, before

    def _go_backward(self) -> None:
        for end in range(len(self.text), 0, -1):
            for edge in self.ending[end]:
                edge.backward = self._leave(end, edge.word)
            # What follows may be asked of any start from here on.
            self.starting[end - 1].sort(key=lambda each: -each.backward)

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
