"""Real words that typists take for each other (反应, 反映): a list, and the same for the parts of longer words."""

from pathlib import Path


class Confusable:
    """Knows groups of words; made once, then read."""

    def __init__(self, path: Path) -> None:
        """Read one group a line, words parted by tabs, # for comments; raises ``OSError``."""
        self._others: dict[str, frozenset[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                group = frozenset(line.split("\t"))
                for word in group:
                    self._others[word] = self._others.get(word, frozenset()) | (group - {word})

    def __contains__(self, word: str) -> bool:
        return word in self._others

    def others(self, word: str) -> frozenset[str]:
        """The words this one is taken for."""
        return self._others.get(word, frozenset())

    def holds(self, typed: str, right: str) -> bool:
        """True when the two differ only by one pair of the list (那家, 哪家)."""
        if right in self.others(typed):
            return True
        places = [at for at, (a, b) in enumerate(zip(typed, right, strict=True)) if a != b]
        if not places:
            return False
        first, last = places[0], places[-1] + 1
        return right[first:last] in self.others(typed[first:last])
