"""``next --why`` and ``queue`` say of level and turn what the window says."""

import json
import re

import pytest

from weibo_operator.bootstrap import build
from weibo_operator.cli.main import main
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Audience, Level, Platform, Source, State
from weibo_operator.services.why_words import why_line


@pytest.fixture
def desk(tmp_path):
    """Two customers on a file of their own: an angry one, and one whose level the operator set."""
    operator = build(tmp_path / "desk.db")
    for number, text in enumerate(("快递一直没到，投诉没人管", "请问几点开门"), start=1):
        message = IncomingMessage(
            platform=Platform.WEIBO,
            platform_id=f"m{number}",
            uid=str(number),
            nickname=f"客户{number}号",
            text=text,
            posted_at=operator.desk.now(),
            source=Source.COMMENT,
            audience=Audience.PUBLIC,
            link="",
            profile_url="",
        )
        ticket = operator.intake.capture(message).value
    operator.inbox.set_level(ticket, Level.P1)
    yield operator
    operator.close()


@pytest.fixture
def said(desk, capsys):
    """Runs a command on that file and gives its lines."""

    def run(*arguments):
        assert main([*arguments, "--db", str(desk.desk.path)]) == 0
        return capsys.readouterr().out.splitlines()

    return run


def without_minutes(line):
    """The minute may turn between two questions."""
    return re.sub(r"刚来|等待 \d+ 分", "…", line)


def test_next_says_the_windows_line(desk, said):
    upcoming = desk.inbox.next_up()
    line = without_minutes(why_line(upcoming.facts, upcoming.judgement))
    first, second = said("next", "--why")
    assert first == f"#{upcoming.card.id} @客户2号"
    assert without_minutes(second) == line
    assert "你定的 P1" in second
    assert "只有 2 位在等，暂不轮流，按级别排" in second
    assert said("next") == [first]
    (found,) = map(json.loads, said("next", "--json"))
    assert (found["level"], without_minutes(found["why"])) == ("P1", line)


def test_queue_says_why_each_level_is_what_it_is(said):
    chosen, angry = said("queue")
    assert re.fullmatch(r"#2 P1 @客户2号（你定的 P1；程序会给 P3：咨询 \+ (刚来|等待 1 分)）请问几点开门", chosen)
    assert angry.startswith("#1 P2 @客户1号（投诉 + ")
    found = [json.loads(line) for line in said("queue", "--json")]
    for row, line in zip(found, (chosen, angry), strict=True):
        assert without_minutes(row["why"]) in without_minutes(line)


def test_a_closed_pane_tells_no_waiting(desk, said):
    desk.inbox.no_reply(desk.inbox.pane(State.NEW), reason="闲聊")
    assert all("等待" not in line and "刚来" not in line for line in said("queue", "--pane", "closed"))
