"""The English face: its file is whole and in step with the code, and the window speaks it everywhere."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

import pytest
import translations

from tests.bare_words import BARE, READERS
from tests.conftest import PROJECT
from weibo_operator.translation import (
    LANGUAGES,
    SOURCE,
    VARIABLE,
    Number,
    Text,
    for_others,
    label,
    read_translations,
    tr,
    words_of,
)

ENGLISH = translations.FOLDER / "en.ts"
SAID = read_translations(ENGLISH)
KNOWN = translations.sentences()
FILLED = re.compile(r"\d+|[a-z_]+")
"""A place that the code fills; what stands in brackets otherwise is a template's variable."""
RUN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
IN_OTHER_WORDS = {
    "{0}万": "English counts by thousands, which the sentence is given beside the Chinese number",
    "{0} {1}{2}": "English has no word for the unit that Chinese counts with",
}
"""Sentences whose translation leaves a value out, with the reason."""
FREE_LINES: dict[str, str] = {}
"""Sentences whose translation breaks its lines elsewhere, with the reason."""
KEPT = {
    "客户": "a template's variable",
    "店铺": "a template's variable",
    "热线": "a template's variable",
    "署名": "a template's variable",
    "地址": "a template's variable",
    "变量": "what stands in brackets in a template",
    "退货天数": "a blank as a card is typed",
    "部门": "a template's variable",
    "同事": "what a variable says without a value",
    "物流延迟": "a template's title",
    "售后服务": "a menu as it is typed",
    "退换货": "a menu as it is typed",
    "昵称": "a column of a file",
    "内容": "a column of a file",
    "时间": "a column of a file",
    "标题": "a column of a file",
    "说法": "a column of a file",
    "订单号": "a column of a file",
    "正式": "a cell of a file",
    "亲切": "a cell of a file",
    "公开": "a cell of a file",
    "私信": "a cell of a file",
    "都可以": "a cell of a file",
    "常见问题": "a cell of a file",
    "产品": "a cell of a file",
    "门店": "a cell of a file",
    "对比": "a cell of a file",
    "员工": "a role as it is typed",
    "负责人": "a role as it is typed",
    "合作方": "a role as it is typed",
    "小橙": "an example of a name",
    "小橙店长": "an example of a name",
    "物流": "a topic as it is typed",
    "抽奖": "a word to search for",
    "转发": "a word to search for",
    "婚礼": "a word customers write",
    "开业": "a word customers write",
    "过敏": "a word customers write",
    "鼓包": "a word customers write",
    "分钟前": "a time as Weibo writes it",
    "我的应用": "what Weibo's console calls it",
    "高级信息": "what Weibo's console calls it",
    "授权回调页": "what Weibo's console calls it",
    "您自己": "the words that are found fault with",
    "亲": "the word that is found fault with",
    "吧": "the particle that is missing",
    "吗": "the particle that is missing",
    "得": "the particle that is meant",
    "地": "the particle that is meant",
}
"""Chinese that stands in a translation, with its reason: data as it is typed or read."""


def fields(text: str) -> set[str]:
    """The names of a sentence's places."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def bare(path: Path) -> Iterator[str]:
    """Chinese literals of a file that stand neither in ``tr`` nor in a docstring, and are no stored label."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    aside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(id(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == translations.MARK:
            aside.update(id(given) for given in node.args[:1])
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            text = str(node.value)
            if translations.is_chinese(text) and text not in KNOWN:
                yield text


def test_the_file_is_in_step_with_the_code(tmp_path: Path) -> None:
    anew = tmp_path / "en.ts"
    translations.write(anew, KNOWN, SAID, language="en")
    assert anew.read_bytes() == ENGLISH.read_bytes(), "run packaging/translations.py"


def test_every_sentence_is_translated() -> None:
    assert [one.source for one in KNOWN.values() if not SAID.get(one.source, "").strip()] == []


def test_a_translation_has_the_places_of_its_sentence() -> None:
    wrong = [zh for zh, en in SAID.items() if fields(zh) != fields(en) and zh not in IN_OTHER_WORDS]
    assert wrong == []
    assert [zh for zh in IN_OTHER_WORDS if fields(zh) == fields(SAID[zh])] == []


def test_a_translation_has_the_lines_of_its_sentence() -> None:
    assert [zh for zh, en in SAID.items() if zh.count("\n") != en.count("\n") and zh not in FREE_LINES] == []


def test_a_translation_is_english() -> None:
    held = {run for en in SAID.values() for run in RUN.findall(en)}
    assert held <= KEPT.keys()
    assert KEPT.keys() <= held, "nobody says these any more"
    curly = [en for en in SAID.values() if re.search("[“”‘’]", en)]
    assert curly == [], "the Chinese font draws them full width"


def test_a_translation_keeps_the_keys_named() -> None:
    """Ctrl+S and F7 are pressed the same in every language."""
    key = re.compile(r"(?:Ctrl|Alt|Shift)[ +][A-Z0-9↵]\b|\bF\d{1,2}\b")
    assert [zh for zh, en in SAID.items() if set(key.findall(zh)) != set(key.findall(en))] == []


@pytest.mark.parametrize("value", [1, 2, 1_204], ids=str)
def test_a_translation_takes_numbers_and_words(value: int) -> None:
    """As the Chinese sentence is given them: moments, shares, counts, or whichever of words and counts."""
    broken: list[str] = []
    for zh, en in SAID.items():
        places = {name: spec or "" for _, name, spec, _ in Formatter().parse(zh) if name and FILLED.fullmatch(name)}
        if not places:
            continue
        for plain in (Number(value), Text(str(value))):
            given = {name: _fitting(spec, plain) for name, spec in places.items()}
            try:
                en.format(*[given.get(str(at), "") for at in range(12)], **given)
            except (ValueError, KeyError, IndexError) as error:
                broken.append(f"{zh}: {error}")
    assert broken == []


def _fitting(spec: str, plain: Number | Text) -> object:
    """What the code gives to a place that is written so."""
    if "%" in spec:
        return datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    if spec.endswith("f"):
        return float(plain)
    if spec.endswith("s"):
        return Text(plain)
    return Number(int(plain)) if spec else plain


def test_every_sentence_that_is_shown_is_looked_up() -> None:
    """Of the services those files are read that hold words; the rest says nothing."""
    services, cli = PROJECT / "weibo_operator" / "services", PROJECT / "weibo_operator" / "cli"
    worded = (
        path for name in ("*_words.py", "*sentences.py", "leads.py", "left_out.py") for path in services.glob(name)
    )
    places = [*(PROJECT / "ui").rglob("*.py"), *cli.glob("*.py"), *worded]
    found = {
        path.relative_to(PROJECT).as_posix(): texts
        for path in places
        if not path.name.startswith("screenshots") and (texts := set(bare(path)))
    }
    assert found.keys() >= READERS, "nothing bare is left there"
    assert {place: texts for place, texts in found.items() if place not in READERS} == {
        place: texts for place, (_, texts) in BARE.items()
    }


def test_one_and_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en")
    assert [tr("{0} 张工单", count) for count in (1, 2, "1", "99+")] == [
        "1 ticket",
        "2 tickets",
        "1 ticket",
        "99+ tickets",
    ]
    assert [tr("{0}前", "Tomorrow 18:00")] == ["by tomorrow 18:00"]


def test_what_goes_to_others_is_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "en")
    with for_others():
        assert (tr("{0} 张工单", 3), label("投诉")) == ("3 张工单", "投诉")
    assert (tr("{0} 张工单", 3), label("投诉")) == ("3 tickets", "Complaint")


def test_chinese_itself_needs_no_file() -> None:
    assert words_of(SOURCE) == {}
    assert words_of("fr") == {}


def test_nothing_stored_or_told_to_others_follows_the_language(tmp_path: Path) -> None:
    """Departments, customers and the boss read Chinese whoever operates, and the data file means the same to both."""
    written: dict[str, Path] = {language: tmp_path / language / "told.json" for language in LANGUAGES}
    playing: list[subprocess.Popen[bytes]] = []
    for language, path in written.items():
        path.parent.mkdir()
        play = [sys.executable, "-m", "tests.words_for_others", str(path)]
        playing.append(subprocess.Popen(play, cwd=PROJECT, env={**os.environ, VARIABLE: language}))
    assert [process.wait(timeout=600) for process in playing] == [0] * len(LANGUAGES)
    chinese, english = (json.loads(path.read_text(encoding="utf-8")) for path in written.values())
    assert english.keys() == chinese.keys()
    assert [name for name, text in english.items() if text != chinese[name]] == []
    kinds = {name.partition(" ")[0] for name in english}
    assert {"reminder", "interim", "sheet", "package", "holding", "promise", "evidence", "notice", "stored"} <= kinds


def test_the_whole_window_speaks_english() -> None:
    """Another process, as sentences are looked up when their modules are imported."""
    walk = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist"]
    walked = subprocess.run(
        [*walk, "tests/ui/english_walk.py"],
        cwd=PROJECT,
        env={**os.environ, "TESTED_LANGUAGE": "en", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert walked.returncode == 0, walked.stdout[-6000:]
    assert "2 passed" in walked.stdout
