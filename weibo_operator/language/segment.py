"""Chinese word segmentation: jieba's dictionary, loaded on first use without freezing another thread."""

import logging
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Protocol, cast

from msgspec import Struct


class Word(Struct, frozen=True):
    """One word of a text and where it stands (offsets in code points)."""

    start: int
    end: int
    text: str


class _Tokenizer(Protocol):
    """The part of jieba.Tokenizer used here; jieba itself has no types."""

    FREQ: dict[str, int]
    total: int
    initialized: bool

    def gen_pfdict(self, f: BinaryIO) -> tuple[dict[str, int], int]: ...

    def tokenize(self, unicode_sentence: str, mode: str = ..., HMM: bool = ...) -> Iterator[tuple[str, int, int]]: ...  # noqa: N803 (jieba's own name)

    def add_word(self, word: str, freq: int | None = None, tag: str | None = None) -> None: ...


class Segmenter:
    """Cuts text into words and knows how common each word is.

    One instance is shared by everything that reads Chinese: its dictionary takes about 80 MB. ``load`` may be called
    from a background thread after the first paint; any other method loads on first use.
    """

    def __init__(self, user_words: Iterable[str] = ()) -> None:
        self._user_words = tuple(user_words)
        self._lock = Lock()
        self._loaded: _Tokenizer | None = None

    def load(self) -> None:
        """Read the dictionary now (0.7 s); does nothing the second time."""
        self._tokenizer()

    def words(self, text: str, *, guess_unknown: bool = True) -> tuple[Word, ...]:
        """``text`` cut into words, nothing left out; ``guess_unknown`` lets jieba join characters to likely names."""
        tokens = self._tokenizer().tokenize(text, HMM=guess_unknown)
        return tuple(Word(start, end, word) for word, start, end in tokens)

    def add_words(self, words: Iterable[str]) -> None:
        """Make ``words`` stay whole from now on (the operator's dictionary, product names)."""
        tokenizer = self._tokenizer()
        for word in words:
            tokenizer.add_word(word)

    def _tokenizer(self) -> _Tokenizer:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load()
                for word in self._user_words:
                    self._loaded.add_word(word)
            return self._loaded


def _load() -> _Tokenizer:
    """A jieba tokenizer filled by ``gen_pfdict``.

    jieba's own ``initialize`` reads a marshal file kept in the temp folder, which holds the interpreter lock for
    200 ms and leaves a file behind; reading the dictionary line by line lets the window paint meanwhile.
    """
    with warnings.catch_warnings():
        # jieba imports the deprecated pkg_resources where setuptools is installed, and has old escapes in its patterns.
        warnings.simplefilter("ignore")
        import jieba  # pyright: ignore[reportMissingTypeStubs]  # it has none; named so that packaging finds it
    logging.getLogger("jieba").setLevel(logging.WARNING)
    tokenizer = cast("_Tokenizer", jieba.Tokenizer())
    with Path(jieba.__file__).with_name("dict.txt").open("rb") as dictionary:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(dictionary)
    tokenizer.initialized = True
    return tokenizer
