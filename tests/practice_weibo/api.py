"""The documented endpoints under /2/ (weibo.md part 3), on a world."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from tests.practice_weibo import texts
from tests.practice_weibo.faults import Kind
from tests.practice_weibo.records import Comment, Grant, Post, RefusedError
from tests.practice_weibo.shapes import Json, Shapes
from tests.practice_weibo.world import World

_Item = TypeVar("_Item", Post, Comment)

_LISTS = ("statuses/mentions", "comments/to_me", "comments/mentions", "comments/by_me")
_FREE = ("account/rate_limit_status",)
_NOT_FOR_US = frozenset({"statuses/update", "statuses/share", "statuses/repost", "search/topics", "statuses/upload"})


@dataclass(frozen=True, slots=True)
class Call:
    """One request: its path without /2/ and .json, its fields without the token, and whose token it had."""

    path: str
    method: str
    fields: Mapping[str, str]
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an endpoint is given."""

    world: World
    call: Call
    shapes: Shapes
    shaping: frozenset[Kind]

    @property
    def uid(self) -> str:
        return self.call.uid

    def text(self, name: str, default: str = "") -> str:
        return self.call.fields.get(name, default)

    def number(self, name: str, default: int = 0, *, missing: str = "") -> int:
        """A field as a number; an absent one is refused with the code ``missing`` where given."""
        written = self.call.fields.get(name, "").strip()
        if not written and missing:
            raise RefusedError(missing)
        if written and not written.isdigit():
            raise RefusedError("10008", detail=name)
        return int(written or default)


def answer(world: World, call: Call, grant: Grant, shaping: frozenset[Kind], skew: timedelta) -> object:
    """The JSON of one call whose token is good; raises ``RefusedError``."""
    with world.lock:
        if call.path in _NOT_FOR_US:
            raise RefusedError("10014")
        if call.path not in ENDPOINTS:
            raise RefusedError("10020", status=404)
        method, endpoint = ENDPOINTS[call.path]
        if call.method != method:
            raise RefusedError("10021", status=405)
        if call.path not in _FREE:
            world.count_call(grant.uid, call.path)
        return endpoint(Asked(world, call, Shapes(world, skew), shaping))


def grant_of(world: World, token: str) -> Grant:
    """The grant of a token; raises ``RefusedError``: 10006 (none), 21332, 21321 (revoked), 21327 (too old)."""
    with world.lock:
        if not token:
            raise RefusedError("10006")
        grant = world.grants.get(token)
        if grant is None:
            raise RefusedError("21332")
        if grant.is_revoked:
            raise RefusedError("21321")
        if world.now() >= grant.expires_at:
            raise RefusedError("21327")
        return grant


def _unread(asked: Asked) -> Json:
    if asked.text("uid", asked.uid) != asked.uid:
        raise RefusedError("10008", detail="uid")
    counts = {path: asked.world.unread(asked.uid, path) for path in _LISTS[:3]}
    return {
        "status": 0,
        "follower": 2,
        "cmt": counts["comments/to_me"],
        "dm": 0,
        "mention_status": counts["statuses/mentions"],
        "mention_cmt": str(counts["comments/mentions"]),
        "group": 0,
        "private_group": 0,
        "notice": 0,
        "invite": 0,
        "badge": 0,
        "photo": 0,
        "msgbox": 0,
        "hot_status": 3,
    }


def _mentions(asked: Asked) -> Json:
    return _page(asked, asked.world.mentions(asked.uid), "statuses", asked.shapes.post)


def _to_me(asked: Asked) -> Json:
    return _page(asked, asked.world.comments_to(asked.uid), "comments", asked.shapes.comment)


def _comment_mentions(asked: Asked) -> Json:
    return _page(asked, asked.world.comment_mentions(asked.uid), "comments", asked.shapes.comment)


def _by_me(asked: Asked) -> Json:
    return _page(asked, asked.world.comments_by(asked.uid), "comments", asked.shapes.comment)


def _page(asked: Asked, items: list[_Item], name: str, shape: Callable[[_Item], Json]) -> Json:
    """One page: since_id strict, max_id inclusive; hidden and deleted rows go after the cut, so it may be short."""
    since, most = asked.number("since_id"), asked.number("max_id")
    count, page = min(asked.number("count", 50) or 50, asked.world.largest_page), asked.number("page", 1) or 1
    chosen = [one for one in items if one.id > since and (not most or one.id <= most)]
    cut = chosen[(page - 1) * count : page * count]
    rest = chosen[page * count :]
    if items and page == 1 and not most:
        asked.world.mark_read(asked.uid, asked.call.path, items[0].id)
    rows = [one for one in cut if one.id not in asked.world.gone and one.id not in asked.world.hidden]
    if Kind.SHORT in asked.shaping:
        rows = rows[::2]
    if Kind.DUPLICATES in asked.shaping:
        above = [one for one in items if most and one.id > most][-1:]
        rows = [*above, *(one for row in rows for one in (row, row))]
    if Kind.REORDERED in asked.shaping:
        rows = [*rows[1::2], *rows[::2]]
    return {
        name: [shape(one) for one in rows],
        "hasvisible": False,
        "previous_cursor": 0,
        "next_cursor": rest[0].id if rest else 0,
        "total_number": len(items),
        "since_id": rows[0].id if rows else 0,
        "max_id": rows[-1].id if rows else 0,
        "tips_show": 0,
        "interval": 2000,
    }


def _create(asked: Asked) -> Json:
    _wants_rip(asked)
    post = asked.number("id", missing="20109")
    made = asked.world.write(asked.uid, "comments/create", post=post, comment=0, given=asked.text("comment"), prefix="")
    return asked.shapes.comment(made)


def _reply(asked: Asked) -> Json:
    _wants_rip(asked)
    comment, post = asked.number("cid", missing="20204"), asked.number("id", missing="20109")
    prefix = ""
    target = asked.world.comments.get(comment)
    if target is not None and asked.text("without_mention", "0") != "1":
        prefix = f"回复@{asked.world.users[target.uid].name}:"
    made = asked.world.write(
        asked.uid, "comments/reply", post=post, comment=comment, given=asked.text("comment"), prefix=prefix
    )
    return asked.shapes.comment(made)


def _wants_rip(asked: Asked) -> None:
    if asked.world.wants_rip and not asked.text("rip"):
        raise RefusedError("10016", detail="rip")


def _destroy(asked: Asked) -> Json:
    comment = asked.world.comments.get(asked.number("cid", missing="20204"))
    if comment is None or comment.id in asked.world.gone:
        raise RefusedError("20201")
    if comment.uid != asked.uid:
        raise RefusedError("20203")
    asked.world.delete(comment)
    return asked.shapes.comment(comment)


def _show(asked: Asked) -> Json:
    post = asked.world.posts.get(asked.number("id", missing="20109"))
    if post is None or post.id in asked.world.gone:
        raise RefusedError("20101")
    return asked.shapes.post(post)


def _under(asked: Asked) -> Json:
    post = asked.world.posts.get(asked.number("id", missing="20109"))
    if post is None or post.id in asked.world.gone:
        raise RefusedError("20101")
    under = [one for one in asked.world.comments.values() if one.post_id == post.id]
    return _page(asked, sorted(under, key=lambda one: one.id, reverse=True), "comments", asked.shapes.comment)


def _user(asked: Asked) -> Json:
    uid, name = asked.text("uid"), asked.text("screen_name")
    if not uid and not name:
        raise RefusedError("10016", detail="uid")
    found = [one for one in asked.world.users.values() if one.uid == uid or (not uid and one.name == name)]
    if not found:
        raise RefusedError("20003")
    return asked.shapes.user(found[0])


def _uid(asked: Asked) -> Json:
    return {"uid": asked.uid}


def _limits(asked: Asked) -> Json:
    world, now = asked.world, asked.world.now()
    allowed = world.limits.user_hour or 1000
    hour = now.replace(minute=0, second=0, microsecond=0)
    used = allowed if any(now < one.until for one in world.exhausted) else world.calls_since(asked.uid, hour)
    resets = world.resets_at()
    comments = world.limits.comments_hour or 1000
    written = sum(one.at >= hour for one in world.replies() if one.uid == asked.uid)
    return {
        "ip_limit": 1000,
        "limit_time_unit": "HOURS",
        "remaining_ip_hits": max(0, 1000 - used),
        "remaining_user_hits": max(0, allowed - used),
        "reset_time": f"{resets.astimezone(texts.CHINA):%Y-%m-%d %H:%M:%S}",
        "reset_time_in_seconds": int((resets - now).total_seconds()),
        "user_limit": allowed,
        "api_rate_limits": [
            {
                "api": "/comments/create",
                "limit": comments,
                "limit_time_unit": "HOURS",
                "remaining_hits": max(0, comments - written),
            }
        ],
    }


def _emotions(asked: Asked) -> list[Json]:
    return [
        {
            "phrase": phrase,
            "type": asked.text("type", "face"),
            "url": f"https://img.t.sinajs.cn/t4/appstyle/expression/ext/normal/{number}.gif",
            "hot": False,
            "common": True,
            "value": phrase,
            "category": "",
            "icon": f"https://img.t.sinajs.cn/t4/appstyle/expression/ext/normal/{number}.gif",
            "picid": "",
        }
        for number, phrase in enumerate(("[微笑]", "[爱你]", "[泪]", "[怒]", "[doge]", "[抱抱]"))
    ]


ENDPOINTS: dict[str, tuple[str, Callable[[Asked], object]]] = {
    "remind/unread_count": ("GET", _unread),
    "statuses/mentions": ("GET", _mentions),
    "statuses/show": ("GET", _show),
    "comments/to_me": ("GET", _to_me),
    "comments/mentions": ("GET", _comment_mentions),
    "comments/by_me": ("GET", _by_me),
    "comments/show": ("GET", _under),
    "comments/create": ("POST", _create),
    "comments/reply": ("POST", _reply),
    "comments/destroy": ("POST", _destroy),
    "users/show": ("GET", _user),
    "account/get_uid": ("GET", _uid),
    "account/rate_limit_status": ("GET", _limits),
    "emotions": ("GET", _emotions),
}
