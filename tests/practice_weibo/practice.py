"""What only the practice Weibo has: its overview, its faults and its world over HTTP, and the answers of faults."""

from collections.abc import Mapping

from tests.practice_weibo import errors, pages
from tests.practice_weibo.answers import Answer, json_answer, page_answer
from tests.practice_weibo.faults import Facts, Faults, Kind, Rule
from tests.practice_weibo.records import RefusedError, Write
from tests.practice_weibo.world import World

_BUSY = "<html><head><title>系统繁忙</title></head><body><h1>系统繁忙，请稍后再试</h1></body></html>".encode()
_PROXY = b"<html><head><title>Bad Gateway</title></head><body><center><h1>Bad Gateway</h1></center></body></html>"


def answer(world: World, faults: Faults, method: str, path: str, fields: dict[str, str]) -> Answer:
    """The server's own pages: ``/``, GET /practice/world, GET and POST /practice/faults."""
    if path == "/":
        return page_answer(pages.overview(world))
    if path == "/practice/world":
        return json_answer(world_shown(world))
    if path == "/practice/faults" and method == "GET":
        return json_answer(faults.listed())
    if path == "/practice/faults":
        return _change(faults, fields)
    return Answer(404, b"")


def world_shown(world: World) -> dict[str, object]:
    """The world for people and for other processes: accounts, apps with their secrets, and what was written."""
    with world.lock:
        return {
            "now": world.now().isoformat(),
            "accounts": [{"uid": one.uid, "name": one.name} for one in world.users.values() if one.is_ours],
            "apps": [{"key": one.key, "secret": one.secret, "name": one.name} for one in world.apps.values()],
            "posts": len(world.posts),
            "comments": len(world.comments),
            "replies": [_written(one) for one in world.replies()],
            "writes": [_written(one) for one in world.writes()],
        }


def fault_answer(rule: Rule, request: str) -> Answer:
    """What a fault answers instead of the platform."""
    if rule.kind is Kind.STATUS:
        return Answer(rule.status or 502, _PROXY)
    if rule.kind is Kind.HTML:
        return Answer(rule.status or 200, _BUSY)
    if rule.kind is Kind.MALFORMED:
        return Answer(rule.status or 200, b'{"comments":[{"id":4', "application/json;charset=UTF-8")
    if rule.kind is Kind.REDIRECT:
        return Answer(rule.status or 302, b"", headers=(("Location", rule.location),))
    refusal = RefusedError(rule.code, status=rule.status)
    return json_answer(errors.body_of(refusal, request), errors.status_of(refusal))


def _change(faults: Faults, fields: dict[str, str]) -> Answer:
    """{"clear": true}, {"release": number}, or a rule: {"kind": ..., "path": ..., "times": ...}."""
    if fields.get("clear"):
        faults.clear()
        return json_answer({"cleared": True})
    if fields.get("release"):
        return json_answer({"released": faults.release(int(fields["release"]))})
    try:
        rule = faults.add(
            fields.get("kind", ""),
            fields.get("path") or "*",
            first=int(fields.get("first", 1)),
            times=_times(fields.get("times", 1)),
            taken=_is_true(fields["taken"]) if "taken" in fields else None,
            **_facts(fields),
        )
    except ValueError:
        return json_answer({"error": "kind", "kinds": [kind.value for kind in Kind]}, 400)
    return json_answer({"number": rule.number, "kind": rule.kind.value, "path": rule.path})


def _facts(fields: Mapping[str, str]) -> Facts:
    facts: Facts = {}
    for name, written in fields.items():
        match name:
            case "code" | "location":
                facts[name] = str(written)
            case "status" | "size":
                facts[name] = int(written)
            case "seconds":
                facts[name] = float(written)
            case "reset":
                facts[name] = _is_true(written)
            case _:
                continue
    return facts


def _times(written: object) -> int | None:
    """How often; None for ever, also spelled "all"."""
    return None if written in (None, "", "all") else int(str(written))


def _is_true(written: object) -> bool:
    return str(written).lower() in ("1", "true", "yes")


def _written(one: Write) -> dict[str, object]:
    return {
        "number": one.number,
        "at": one.at.isoformat(),
        "uid": one.uid,
        "path": one.path,
        "post_id": one.post_id,
        "comment_id": one.comment_id,
        "given": one.given,
        "text": one.text,
        "outcome": one.outcome,
        "stored_id": one.stored_id,
    }
