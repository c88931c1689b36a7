"""The evidence pack: everything said, with counts and checksums; the same content gives the same bytes."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import Customers, OpenDesk, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services.evidence import CONTENTS, MANIFEST, MESSAGES_CSV, MESSAGES_JSON, PAGE, text_hash

FORMULA = '=HYPERLINK("http://x","12315曝光你们，充电宝冒烟")'
FILES = [PAGE, CONTENTS, MESSAGES_JSON, MESSAGES_CSV, MANIFEST]


@pytest.fixture
def ticket(operator: Operator, customers: Customers, clock: SetClock) -> TicketId:
    """A crisis with two inbound messages, a sample, a reply and a handoff that was answered."""
    message = replace(customers.message(FORMULA, uid="1", under="p"), reposts=1, comments=2, likes=3)
    ticket = operator.intake.capture(message).value
    assert ticket is not None
    clock.advance(hours=2)
    operator.intake.capture(replace(message, reposts=40, comments=50, likes=90))
    operator.intake.capture(customers.message("两行\n第二行", uid="1", under="p"))
    operator.crises.confirm(ticket)
    intent = operator.replies.copy(
        ticket, audience=Audience.PUBLIC, text="您好，正在核实", after=AfterSend(State.IN_PROGRESS)
    )
    operator.replies.confirm(intent.id)
    handoff = operator.handoffs.forward(operator.handoffs.defaults(ticket).form).value
    operator.handoffs.answer(handoff.id, "电芯批次有问题")
    return ticket


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_is_in_it(operator: Operator, ticket: TicketId) -> None:
    files = opened(operator.crises.evidence(ticket))
    assert list(files) == FILES
    record = json.loads(files[MESSAGES_JSON])
    first, second, ours = record["messages"]
    assert first["text"] == FORMULA
    assert first["counts"] == {"reposts": 40, "comments": 50, "likes": 90}
    assert [sample["likes"] for sample in first["samples"]] == [3, 90]
    assert first["platform_id"]
    assert first["link"].startswith("https://weibo.com/")
    assert second["text"] == "两行\n第二行"
    assert (ours["direction"], ours["text"]) == ("out", "您好，正在核实")
    assert record["handoffs"][0]["answer"] == "电芯批次有问题"
    said = files[CONTENTS].decode("utf-8")
    for words in ("证据包：@客户1", "消息 3 条（其中我们的回复 1 条）", FORMULA, "第二行", "电芯批次有问题", "赞 90"):
        assert words in said


def test_the_checksums_hold_and_show_a_change(operator: Operator, ticket: TicketId) -> None:
    files = opened(operator.crises.evidence(ticket))
    lines = dict(reversed(line.split("  ", 1)) for line in files[MANIFEST].decode("utf-8").splitlines())
    for name in (PAGE, CONTENTS, MESSAGES_JSON, MESSAGES_CSV):
        assert lines[name] == hashlib.sha256(files[name]).hexdigest()
    for message in json.loads(files[MESSAGES_JSON])["messages"]:
        assert lines[f"message/{message['id']}"] == message["text_sha256"] == text_hash(message["text"])
    assert len(lines) == 4 + 3
    assert text_hash(FORMULA + " ") not in lines.values()


def test_no_cell_is_a_formula(operator: Operator, ticket: TicketId) -> None:
    content = opened(operator.crises.evidence(ticket))[MESSAGES_CSV]
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == 4
    assert len({len(row) for row in rows}) == 1
    assert f"'{FORMULA}" in rows[1]
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_the_same_content_gives_the_same_bytes(
    operator: Operator, ticket: TicketId, clock: SetClock, open_desk: OpenDesk, customers: Customers
) -> None:
    first = operator.crises.evidence(ticket)
    clock.advance(days=40)
    assert open_desk().crises.evidence(ticket) == first
    operator.intake.capture(customers.message("又一句", uid="1", under="p"))
    assert operator.crises.evidence(ticket) != first


def test_it_is_written_whole_or_not_at_all(operator: Operator, ticket: TicketId, tmp_path: Path) -> None:
    path = tmp_path / "证据包.zip"
    assert operator.crises.save_evidence(ticket, path) == path.stat().st_size
    assert path.read_bytes() == operator.crises.evidence(ticket)
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    with pytest.raises(InvalidInputError):
        operator.crises.save_evidence(ticket, tmp_path / "没有" / "证据包.zip")


def test_any_ticket_has_one_and_what_is_none_has_none(operator: Operator, customers: Customers) -> None:
    ticket = operator.intake.capture(customers.message("请问几点开门 & 关门？https://x.test")).value
    assert ticket is not None
    files = opened(operator.crises.evidence(ticket))
    assert list(files) == FILES
    page = files[PAGE].decode("utf-8")
    assert "几点开门 &amp; 关门？https://x.test" in page
    assert "<a " not in page
    record = json.loads(files[MESSAGES_JSON])["messages"][0]
    assert text_hash(record["text"]) == record["text_sha256"]
    assert record["text_sha256"] in page
    for line in files[MANIFEST].decode("utf-8").splitlines()[: len(FILES) - 1]:
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest
    with pytest.raises(NotFoundError):
        operator.crises.evidence(TicketId(987654))


def test_a_crowd_is_packed_whole(operator: Operator, customers: Customers) -> None:
    tickets = [
        operator.intake.capture(customers.message("电饭锅冒烟了，投诉", uid=str(number))).value for number in range(9)
    ]
    lead = operator.crises.active()[0].ticket
    operator.crises.confirm(lead)
    record = json.loads(opened(operator.crises.evidence(lead))[MESSAGES_JSON])
    assert record["tickets"] == sorted(tickets)
    assert len(record["messages"]) == 9
