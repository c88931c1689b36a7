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
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from weibo_operator.translation import read_translations  # noqa: E402 (found by way of the path above)

FOLDER = ROOT / "resources" / "translations"
PACKAGES = ("weibo_operator", "ui")
LABELS = ("weibo_operator/domain", "ui/")
"""StrEnum members with Chinese values are stored labels; the window shows them through ``label``."""
RESOURCES = ROOT / "resources" / "dictionaries"
REASONS = {"tone": 2, "superlatives.tsv": 2, "self_praise.tsv": 2, "tone_upset.tsv": 2, "tone_emoji.tsv": 2}
REASONS |= {"first_touch.tsv": 2, "promises.tsv": 3}
"""The columns of the desk check's tables that hold what the operator reads of a finding."""
TABLES = frozenset(
    (
        *("ROLES", "CUSTOMER", "WAYS", "REACH_BANDS", "NO_DEPARTMENT", "DEFAULT_DEPARTMENTS", "FORMAL", "PHASES"),
        *("COMMUNITY_REASON", "NO_CATEGORY", "REASON", "QUESTION", "_LABELS", "_DEEDS", "_FIXED"),
        *("CHANNELS", "WEEKDAYS"),
    )
)
HOLDERS = ("weibo_operator/domain", "weibo_operator/services", "weibo_operator/language/spoken_reasons.py")
"""Constants of the core that hold further stored labels; so do properties called ``label``."""
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
            tree = ast.parse(path.read_text(encoding="utf-8"))
            tables = TABLES if place.startswith(HOLDERS) else frozenset[str]()
            for source in _of(tree, labels=place.startswith(LABELS), tables=tables):
                found.setdefault(source, Sentence(source, place))
    for source, place in _reasons(root):
        found.setdefault(source, Sentence(source, place))
    return found


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
    known, said = sentences(), read_translations(path)
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


def _of(tree: ast.Module, *, labels: bool, tables: AbstractSet[str]) -> Iterator[str]:
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
        elif _holds_labels(node, tables):
            texts = [text for text in ast.walk(node) if isinstance(text, ast.Constant) and isinstance(text.value, str)]
            docs = {id(text.value) for text in ast.walk(node) if isinstance(text, ast.Expr)}
            found += [
                (text.lineno, text.col_offset, str(text.value))
                for text in texts
                if id(text) not in docs and is_chinese(str(text.value))
            ]
    return (source for _, _, source in sorted(found))


def _reasons(root: Path) -> Iterator[tuple[str, str]]:
    """The reasons in the desk check's tables, each with its table."""
    folder = root / RESOURCES.relative_to(ROOT)
    for name, column in REASONS.items():
        path = folder / name
        for table in sorted(path.glob("*.tsv")) if path.is_dir() else (path,):
            for line in table.read_text(encoding="utf-8").splitlines():
                cells = line.split("\t")
                if not line.startswith("#") and len(cells) > column and is_chinese(cells[column]):
                    yield cells[column], table.relative_to(root).as_posix()


def _holds_labels(node: ast.AST, tables: AbstractSet[str]) -> bool:
    if isinstance(node, ast.FunctionDef):
        return bool(tables) and node.name == "label"
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    names = {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return not names.isdisjoint(tables)


if __name__ == "__main__":
    sys.exit(main())
