"""Writes resources/licences from packaging/licences.toml: the list that the program shows, and every text.

Run by `build.py licences` with the Python of the build environment, where the shipped versions are installed:
licences.py FOLDER, the folder where the distributions of other systems were unpacked.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "packaging" / "licences.toml"
PINS = ROOT / "packaging" / "constraints.txt"
TARGET = ROOT / "resources" / "licences"
HEADER = ("name", "version", "licence", "use", "source", "texts")
_WANTED = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)


def folded(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(text: str) -> dict[str, str]:
    """Folded name -> version of every line of a constraints file."""
    pairs = (line.split("==") for line in text.splitlines() if "==" in line and not line.startswith("#"))
    return {folded(name.strip()): version.strip() for name, version in pairs}


def own_texts(distribution: metadata.Distribution) -> list[str]:
    """The licence texts that a distribution carries in its metadata, each once, in the order of their names."""
    files = distribution.files or []
    found = sorted(
        str(file) for file in files if ".dist-info" in str(file) and _WANTED.search(str(file).split(".dist-info", 1)[1])
    )
    texts = (Path(str(distribution.locate_file(file))).read_text(encoding="utf-8") for file in found)
    return list(dict.fromkeys(texts))


def text_names(name: str, sources: Iterable[str]) -> list[str]:
    """The file names of a component's texts; licences of Debian's collection are shared."""
    return [
        f"{source.removeprefix('common:')}.txt" if source.startswith("common:") else f"{name}.txt" for source in sources
    ]


def entries() -> list[tuple[str, bool, list[str]]]:
    """Every component: its key, whether it is a distribution, and its fields."""
    table = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return [
        (key, group == "distributions", list(fields))
        for group in ("distributions", "others", "qt")
        for key, fields in table[group].items()
    ]


def debian_copyright(package: str) -> str:
    """The copyright file of a Debian package, installed or fetched by apt; CalledProcessError when apt fails."""
    installed = Path("/usr/share/doc") / package / "copyright"
    if installed.exists():
        return installed.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["apt-get", "download", "--quiet", package], cwd=folder, check=True, capture_output=True)
        subprocess.run(["dpkg-deb", "-x", str(next(folder.glob("*.deb"))), name], check=True)
        return (folder / "usr/share/doc" / package / "copyright").read_text(encoding="utf-8")


def part_of(copyright_file: str, folder: str) -> str:
    """Who owns what in `folder`, and the texts of the licences named there; KeyError for a text that is missing.

    Args:
        copyright_file: A Debian copyright file in the machine-readable form, whose paragraphs empty lines part.
        folder: How the paths begin that are asked for.
    """
    paragraphs = [_fields(paragraph) for paragraph in re.split(r"\n\s*\n", copyright_file)]
    texts = {each["License"].partition("\n")[0]: each["License"] for each in paragraphs if list(each) == ["License"]}
    wanted = [each for each in paragraphs if any(path.startswith(folder) for path in each.get("Files", "").split())]
    if not wanted:
        raise KeyError(folder)
    names = [name for each in wanted for name in re.split(r",? (?:and|or) |,", each["License"].partition("\n")[0])]
    owners = [f"Files: {each['Files']}\nCopyright: {each['Copyright']}\nLicense: {each['License']}" for each in wanted]
    return "\n\n".join([*owners, *(texts[name] for name in dict.fromkeys(names) if name in texts)]) + "\n"


def _fields(paragraph: str) -> dict[str, str]:
    """The fields of a paragraph; lines of a value lose their indent, a dot alone stands for an empty line."""
    fields: dict[str, str] = {}
    name = ""
    for line in paragraph.splitlines():
        if line.startswith("#"):
            continue
        if line[:1].isspace():
            fields[name] += "\n" + ("" if line.strip() == "." else line.strip())
        else:
            name, _, value = line.partition(":")
            fields[name] = value.strip()
    return fields


def list_lines() -> list[str]:
    """The list as tab-separated lines with a header, from the table and the pinned versions alone."""
    pins = pinned(PINS.read_text(encoding="utf-8"))
    lines = ["\t".join(HEADER)]
    for key, is_distribution, (title, licence, use, source, *texts) in entries():
        version = pins[folded(key)] if is_distribution else ""
        names = ",".join(dict.fromkeys(text_names(key, texts)))
        lines.append(f"{title}\t{version}\t{licence}\t{use}\t{source}\t{names}")
    return lines


def write(unpacked: Path) -> None:
    """Write list and texts; KeyError or FileNotFoundError when a text is nowhere."""
    texts = TARGET / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    wanted: set[str] = set()
    for key, _, fields in entries():
        for source, name in zip(fields[4:], text_names(key, fields[4:]), strict=True):
            wanted.add(name)
            if source != "kept":
                (texts / name).write_text(_text(key, source, unpacked), encoding="utf-8", newline="\n")
    for stale in [path for path in texts.iterdir() if path.name not in wanted]:
        stale.unlink()
    (TARGET / "list.tsv").write_text("\n".join(list_lines()) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(entries())} components, {len(wanted)} texts")


def _text(key: str, source: str, unpacked: Path) -> str:
    kind, _, name = source.partition(":")
    match kind:
        case "own":
            found = own_texts(_distribution(key, unpacked))
            if not found:
                raise FileNotFoundError(f"{key} carries no licence text")
            return "\n\n".join(text.strip() for text in found) + "\n"
        case "common":
            return (Path("/usr/share/common-licenses") / name).read_text(encoding="utf-8")
        case "debian":
            return debian_copyright(name)
        case "parts":
            package, _, folder = name.partition(":")
            return part_of(debian_copyright(package), folder)
        case "python":
            return Path(sys.base_prefix, "lib", f"python3.{sys.version_info[1]}", "LICENSE.txt").read_text("utf-8")
        case _:
            return (ROOT / name).read_text(encoding="utf-8")


def _distribution(name: str, unpacked: Path) -> metadata.Distribution:
    elsewhere = list(metadata.distributions(name=name, path=[str(unpacked)]))
    return elsewhere[0] if elsewhere else metadata.distribution(name)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
