"""Runs commands in this process."""

import io
import sys

import pytest

from weibo_operator.cli.main import main


@pytest.fixture
def cli(tmp_path, capsys, monkeypatch):
    """Runs one command in this process on the test's own file: (exit code, stdout, stderr)."""

    def run(*arguments, stdin=None):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "ascii"))
        code = main([*map(str, arguments), "--db", str(tmp_path / "desk.db")])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
