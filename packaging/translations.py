"""Keeps resources/translations/*.ts in step with the sentences in the code; Qt Linguist edits the same files.

``python packaging/translations.py`` adds new sentences as unfinished and takes out those that are gone;
``--import FILE`` fills in translations from a table of two columns, Chinese and translation, as JSON lines;
``--missing`` prints the sentences that wait, as JSON lines with the files they stand in.
"""

import argparse
import ast
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
PACKAGES = ("weibo_operator", "ui")
LABELS = ("weibo_operator/domain", "ui/")
"""StrEnum members with Chinese values are stored labels; the window shows them through ``label``."""
MARK = "tr"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Chinese sentence and the first file that says it."""

    source: str
    place: str


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters or full-width signs."""
    return any(
        "\u3000" <= sign <= "\u303f" or "\u4e00" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef" for sign in text
    )


def sentences(root: Path = ROOT) -> dict[str, Sentence]:
    """Every sentence given to ``tr`` and every stored label, by its source."""
    found: dict[str, Sentence] = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            place = path.relative_to(root).as_posix()
            for source in _of(ast.parse(path.read_text(encoding="utf-8")), labels=place.startswith(LABELS)):
                found.setdefault(source, Sentence(source, place))
    return found


def read(path: Path) -> dict[str, str]:
    """Source → translation of a file; unfinished ones are empty."""
    if not path.is_file():
        return {}
    messages = ET.parse(path).getroot().iterfind("context/message")  # noqa: S314  our own file
    return {m.findtext("source", ""): m.findtext("translation", "") or "" for m in messages}


def write(path: Path, known: Mapping[str, Sentence], said: Mapping[str, str], *, language: str) -> None:
    """Write the file anew: contexts are the source files, in their order; what is not said is marked unfinished."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="zh_CN">')
    place = ""
    for sentence in sorted(known.values(), key=lambda one: one.place):  # within a file as the code says them
        if sentence.place != place:
            lines += ["</context>"] * bool(place) + ["<context>", f"    <name>{sentence.place}</name>"]
            place = sentence.place
        words = said.get(sentence.source, "")
        mark = "" if words else ' type="unfinished"'
        lines.append("    <message>")
        lines.append(f"        <source>{escape(sentence.source)}</source>")
        lines.append(f"        <translation{mark}>{escape(words)}</translation>")
        lines.append("    </message>")
    lines += ["</context>"] * bool(place) + ["</TS>", ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def main() -> int:
    """Bring the file up to date and say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="en")
    parser.add_argument("--import", dest="table", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--under", default="", help="only sentences of files whose path starts so (with --missing)")
    options = parser.parse_args()
    path = FOLDER / f"{options.language}.ts"
    known, said = sentences(), read(path)
    said.update(_tables(options.table))
    missing = [one for one in known.values() if not said.get(one.source)]
    if options.missing:
        for one in missing:
            if one.place.startswith(options.under):
                print(json.dumps({"zh": one.source, "en": "", "place": one.place}, ensure_ascii=False))
        return 0
    write(path, known, said, language=options.language)
    print(f"{len(known)} sentences, {len(missing)} wait for a translation")
    return 0


def _tables(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                yield row["zh"], row["en"]


def _of(tree: ast.Module, *, labels: bool) -> Iterator[str]:
    """The sentences of one file in the order of its lines."""
    found: list[tuple[int, int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == MARK:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.append((first.lineno, first.col_offset, first.value))
        elif labels and isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "StrEnum" for base in node.bases):
            values = [row.value for row in node.body if isinstance(row, ast.Assign)]
            texts = [value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)]
            found += [
                (value.lineno, value.col_offset, str(value.value)) for value in texts if is_chinese(str(value.value))
            ]
    return (source for _, _, source in sorted(found))


if __name__ == "__main__":
    sys.exit(main())
