"""The segmenter: words, user words, no file left behind, quiet."""

import subprocess
import sys
from pathlib import Path

from weibo_operator.language.segment import Segmenter, Word


def test_words_cover_the_text_with_their_places(segmenter: Segmenter) -> None:
    text = "您的快递已经签收，请放心。"
    words = segmenter.words(text)
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)
    assert Word(2, 4, "快递") in words


def test_user_words_stay_whole() -> None:
    own = Segmenter(user_words=["小米粥铺子"])
    assert "小米粥铺子" in [word.text for word in own.words("来小米粥铺子吃饭")]
    own.add_words(["桂花酒酿"])
    assert "桂花酒酿" in [word.text for word in own.words("一碗桂花酒酿")]


def test_loading_is_silent_and_leaves_no_file(tmp_path: Path) -> None:
    program = "from weibo_operator.language.segment import Segmenter; s = Segmenter(); s.load(); s.words('您好')"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=Path(__file__).resolve().parents[2],
        env={"TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
