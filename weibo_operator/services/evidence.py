"""The evidence pack of a ticket or a crisis: one zip whose files and texts carry their SHA-256 (mission E14)."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

from weibo_operator.domain.clock import china
from weibo_operator.domain.crisis import CountSample
from weibo_operator.domain.handoff import code_of
from weibo_operator.domain.ids import HandoffId
from weibo_operator.services.list_cells import inert
from weibo_operator.services.markup import Markup, element, empty
from weibo_operator.storage.crisis_evidence import Evidence, EvidenceHandoff, EvidenceMessage

PAGE, CONTENTS, MESSAGES_JSON = "证据.html", "目录.txt", "messages.json"
MESSAGES_CSV, MANIFEST = "messages.csv", "sha256.txt"
_PAGE_STYLE = (
    "body{margin:2em;font-family:sans-serif;line-height:1.6}"
    "h1{font-size:1.3em}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-family:inherit}"
)
_STILL = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the pack, so that the same content gives the same bytes."""

_COLUMNS = (
    "时间",
    "谁",
    "昵称",
    "uid",
    "公开或私信",
    "来源",
    "内容",
    "转发链",
    "原帖作者",
    "原帖内容",
    "原帖编号",
    "消息编号",
    "链接",
    "转",
    "评",
    "赞",
    "工单",
    "正文 SHA-256",
)


def pack(evidence: Evidence, *, title: str) -> bytes:
    """The zip: a page and a list to read, the messages as JSON and as CSV, and the checksums of all of it."""
    files = {
        PAGE: page(evidence, title).encode("utf-8"),
        CONTENTS: contents_text(evidence, title).encode("utf-8"),
        MESSAGES_JSON: _json(evidence).encode("utf-8"),
        MESSAGES_CSV: _csv(evidence.messages).encode("utf-8-sig"),
    }
    files[MANIFEST] = _manifest(files, evidence.messages).encode("utf-8")
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _STILL)
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return held.getvalue()


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, as hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def page(evidence: Evidence, title: str) -> str:
    """The list as a page that every browser opens and prints; nothing a customer wrote becomes markup or a link."""
    head = element(
        "head",
        empty("meta", charset="utf-8"),
        element("title", f"证据包：{title}"),
        element("style", Markup(_PAGE_STYLE)),
    )
    lines = contents_text(evidence, title).split("\n")
    body = element("body", element("h1", lines[0]), element("pre", "\n".join(lines[1:])))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='zh-CN').code}\n"


def contents_text(evidence: Evidence, title: str) -> str:
    """The list for reading: what is in the pack, then everything said in its order."""
    said = evidence.messages
    ours = sum(message.direction == "out" for message in said)
    counts = f"消息 {len(said)} 条（其中我们的回复 {ours} 条），转交 {len(evidence.handoffs)} 次"
    lines = [f"证据包：{title}", f"工单 {len(evidence.tickets)} 张，{counts}"]
    if said:
        lines.append(f"时间：{_moment(said[0].posted_at)} 到 {_moment(said[-1].posted_at)}（北京时间）")
    lines += [
        "",
        f"{PAGE}：这份清单的网页，可以打开、打印",
        f"{MESSAGES_JSON}：全部消息，机器可读",
        f"{MESSAGES_CSV}：全部消息，可用表格软件打开",
        f"{MANIFEST}：每个文件和每条正文的 SHA-256，用来核对有没有改动",
        "",
    ]
    for number, message in enumerate(said, 1):
        lines += [*_said_lines(number, message), ""]
    for handoff in evidence.handoffs:
        lines += [*_handoff_lines(handoff), ""]
    return "\n".join(lines)


def _said_lines(number: int, message: EvidenceMessage) -> Sequence[str]:
    ours = message.direction == "out"
    where = "公开" if message.audience == "public" else "私信"
    who = f"我们回复 @{message.nickname}" if ours else f"@{message.nickname}（uid {message.uid}）"
    about = "，时间约略" if message.time_is_approximate else ""
    lines = [f"{number}. {_moment(message.posted_at)}{about}  {who}，{where}，工单 #{message.ticket}"]
    lines += [f"   {line}" for line in message.text.splitlines()]
    if message.link:
        lines.append(f"   链接：{message.link}")
    if message.platform_id:
        lines.append(f"   编号：{message.platform_id}")
    if not ours and None not in (message.reposts, message.comments, message.likes):
        lines.append(f"   转 {message.reposts}，评 {message.comments}，赞 {message.likes}")
    lines += [
        f"   {_moment(sample.at)}  转 {sample.reposts}，评 {sample.comments}，赞 {sample.likes}"
        for sample in message.samples
    ]
    lines.append(f"   SHA-256：{text_hash(message.text)}")
    return lines


def _handoff_lines(handoff: EvidenceHandoff) -> Sequence[str]:
    code = code_of(HandoffId(handoff.code))
    lines = [f"转交 {code}（工单 #{handoff.ticket}）：{_moment(handoff.sent_at)} 交给{handoff.department}"]
    lines.append(f"   {' '.join(handoff.description.split())}")
    if handoff.answered_at is not None:
        lines.append(f"   {_moment(handoff.answered_at)} 反馈：{' '.join(handoff.answer.split())}")
    return lines


def _json(evidence: Evidence) -> str:
    record = {
        "tickets": list(evidence.tickets),
        "messages": [_message_record(message) for message in evidence.messages],
        "handoffs": [
            {
                "code": code_of(HandoffId(handoff.code)),
                "ticket": handoff.ticket,
                "department": handoff.department,
                "description": handoff.description,
                "sent_at": _iso(handoff.sent_at),
                "due_at": _iso(handoff.due_at),
                "answered_at": None if handoff.answered_at is None else _iso(handoff.answered_at),
                "answer": handoff.answer,
            }
            for handoff in evidence.handoffs
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _message_record(message: EvidenceMessage) -> Mapping[str, object]:
    return {
        "id": message.id,
        "ticket": message.ticket,
        "direction": message.direction,
        "nickname": message.nickname,
        "uid": message.uid,
        "audience": message.audience,
        "source": message.source,
        "platform": message.platform,
        "platform_id": message.platform_id,
        "link": message.link,
        "posted_at": _iso(message.posted_at),
        "time_is_approximate": message.time_is_approximate,
        "text": message.text,
        "chain": message.chain,
        "parent": {
            "platform_id": message.parent_platform_id,
            "author": message.parent_author,
            "text": message.parent_text,
        },
        "counts": {"reposts": message.reposts, "comments": message.comments, "likes": message.likes},
        "samples": [_sample_record(sample) for sample in message.samples],
        "text_sha256": text_hash(message.text),
    }


def _sample_record(sample: CountSample) -> Mapping[str, object]:
    return {
        "at": _iso(sample.at),
        "reposts": sample.reposts,
        "comments": sample.comments,
        "likes": sample.likes,
    }


def _csv(said: Sequence[EvidenceMessage]) -> str:
    held = io.StringIO(newline="")
    sheet = csv.writer(held)
    sheet.writerow(_COLUMNS)
    for message in said:
        cells = (
            _iso(message.posted_at),
            "我们" if message.direction == "out" else "客户",
            message.nickname,
            message.uid,
            "公开" if message.audience == "public" else "私信",
            message.source,
            message.text,
            message.chain,
            message.parent_author,
            message.parent_text,
            message.parent_platform_id,
            message.platform_id,
            message.link,
            *("" if count is None else str(count) for count in (message.reposts, message.comments, message.likes)),
            str(message.ticket),
            text_hash(message.text),
        )
        sheet.writerow([inert(cell) for cell in cells])
    return held.getvalue()


def _manifest(files: Mapping[str, bytes], said: Sequence[EvidenceMessage]) -> str:
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()]
    lines += [f"{text_hash(message.text)}  message/{message.id}" for message in said]
    return "\n".join(lines) + "\n"


def _iso(moment: datetime) -> str:
    return china(moment).isoformat()


def _moment(moment: datetime) -> str:
    return f"{china(moment):%Y-%m-%d %H:%M:%S}"
