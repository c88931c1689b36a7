"""restore on what can't be restored: the sentence names what it is and what to choose instead; nothing is changed."""

import pytest

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row


@pytest.mark.parametrize(
    ("wrong", "code", "said"),
    [
        ("none.db", 1, "没有 {0} 这个文件。请核对文件名，或换一个备份。\n"),
        ("backups", 1, "{0} 是文件夹，不是备份。请选里面的一个备份文件。\n"),
        ("desk.db", 2, "{0} 就是正在用的数据文件，不用恢复。请选一个备份。\n"),
    ],
)
def test_each_is_called_what_it_is(cli, tmp_path, wrong, code, said):
    (tmp_path / "backups").mkdir()
    cli("import", put(tmp_path, as_csv(SEARCH_17, [search_row(0)]), name="a.csv"))
    before = {place: place.is_file() and place.read_bytes() for place in tmp_path.rglob("*")}
    found = cli("restore", tmp_path / wrong)
    assert found == (code, "", said.format(tmp_path / wrong))
    assert {place: place.is_file() and place.read_bytes() for place in tmp_path.rglob("*")} == before
