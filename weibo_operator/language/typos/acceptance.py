"""Decides whether a word was meant: boosted decision trees over the features of ``evidence``, as plain data.

The trees are made by ``packaging/language_training.py`` from simulated typing errors; nothing of the tool that grew
them is needed to ask them.
"""

import json
from collections.abc import Sequence
from math import exp
from pathlib import Path

from weibo_operator.language.typos.evidence import FEATURES

_LOOK, _HOPELESS = 20, -2.0
"""What stands below after so many trees never comes up to any mark: most of what is asked about."""
_Tree = tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...], tuple[int, ...], tuple[float, ...]]


class Acceptance:
    """``probability`` of a row of features; made once, then read."""

    def __init__(self, path: Path) -> None:
        """Read ``acceptance.json``; raises ``OSError`` when it is missing, ``ValueError`` when made for others."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        if tuple(stored["features"]) != FEATURES:
            raise ValueError(path.name)
        self._trees: tuple[_Tree, ...] = tuple(
            (
                tuple(tree["feature"]),
                tuple(tree["threshold"]),
                tuple(tree["left"]),
                tuple(tree["right"]),
                tuple(tree["value"]),
            )
            for tree in stored["trees"]
        )

    def probability(self, features: Sequence[float]) -> float:
        """How surely the word was meant, 0 to 1."""
        total = 0.0
        for number, (feature, threshold, left, right, value) in enumerate(self._trees):
            if number == _LOOK and total < _HOPELESS:
                break
            # A negative node is the leaf of that number, counted from −1.
            node = 0 if feature else -1
            while node >= 0:
                node = left[node] if features[feature[node]] <= threshold[node] else right[node]
            total += value[~node]
        return 1.0 / (1.0 + exp(-max(-40.0, min(40.0, total))))
