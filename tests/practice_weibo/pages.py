"""The practice Weibo's pages for people: the authorise page, the page that shows the code, and the overview."""

from collections.abc import Mapping
from datetime import datetime
from html import escape

from tests.practice_weibo import texts
from tests.practice_weibo.records import App, RefusedError, User
from tests.practice_weibo.world import World

_STYLE = """
:root { color-scheme: light dark; --line: #d9d9d4; --soft: #6f6f6a; --ground: #f5f5f2; --card: #ffffff; --ink: #22221f;
  --accent: #b4552d; }
@media (prefers-color-scheme: dark) { :root { --line: #3b3b38; --soft: #a3a39c; --ground: #1d1d1b; --card: #272725;
  --ink: #ecece6; --accent: #e08a5f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 34em; margin: 8vh auto; padding: 2em 2.4em; background: var(--card); border: 1px solid var(--line);
  border-radius: 10px; }
main.wide { max-width: 52em; margin: 4vh auto; }
h1 { font-size: 1.3em; font-weight: 600; margin: 0 0 .6em; }
h2 { font-size: 1em; font-weight: 600; margin: 1.8em 0 .4em; }
p { margin: .5em 0; } .soft { color: var(--soft); font-size: .9em; }
label { display: block; padding: .5em .7em; border: 1px solid var(--line); border-radius: 6px; margin: .4em 0; }
button { font: inherit; padding: .45em 1.6em; border-radius: 6px; border: 1px solid var(--line);
  background: transparent; color: inherit; margin-right: .6em; cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--card); }
code { font: 1.1em ui-monospace, monospace; padding: .15em .4em; border: 1px solid var(--line); border-radius: 4px;
  user-select: all; overflow-wrap: anywhere; }
ul { list-style: none; padding: 0; margin: 0; } li { border-top: 1px solid var(--line); padding: .5em 0; }
li .soft { white-space: nowrap; } li li { margin-left: 1.4em; border: 0; padding: .1em 0; }
"""
_NOTE = '<p class="soft">这里是练习用的微博，只在这台电脑上，什么也不会发到真的微博。</p>'


def page(title: str, body: str, *, wide: bool = False) -> bytes:
    """A whole page."""
    kind = ' class="wide"' if wide else ""
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-'
        f'width"><title>{escape(title)}</title><style>{_STYLE}</style></head><body><main{kind}><h1>{escape(title)}</h1>'
        f"{body}</main></body></html>"
    ).encode()


def authorise(world: World, app: App, fields: Mapping[str, str]) -> bytes:
    """Which app, which account, 同意 or 拒绝."""
    ours = [user for user in world.users.values() if user.is_ours]
    choices = "".join(_choice(user, app, chosen=number == 0) for number, user in enumerate(ours))
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{escape(fields.get(name, ""), quote=True)}">'
        for name in ("client_id", "redirect_uri", "state", "response_type")
        if fields.get(name)
    )
    body = (
        f"<p>应用“{escape(app.name)}”请求使用您的微博账号：读取提到您的微博和评论，并以您的名义评论。</p>"
        f'<form method="post" action="/oauth2/authorize">{kept}<h2>用哪个账号</h2>{choices}'
        '<p style="margin-top:1.4em"><button class="main" name="decision" value="agree">同意</button>'
        '<button name="decision" value="refuse">拒绝</button></p></form>' + _NOTE
    )
    return page("练习微博：授权", body)


def code_shown(fields: Mapping[str, str]) -> bytes:
    """The page of apps without one of their own: the code to copy."""
    if fields.get("code"):
        told = "已同意。请把下面的授权码复制到程序里，十分钟内有效，只能用一次："
        body = f"<p>{told}</p><p><code>{escape(fields['code'])}</code></p>"
    else:
        body = "<p>已拒绝，没有授权。可以关掉这个页面，回到程序。</p>"
    return page("练习微博：授权码", body + _NOTE)


def refused(refusal: RefusedError) -> bytes:
    """What the browser shows when the request for permission itself is wrong."""
    reasons = {
        "21322": "回调地址与应用里填写的不一致。",
        "21324": "没有这个 App Key 的应用。",
        "21329": "response_type 只能是 code。",
        "20003": "没有这个账号。",
    }
    body = f"<p>{reasons.get(refusal.code, '请求有误。')}</p><p class='soft'>error_code: {escape(refusal.code)}</p>"
    return page("访问出错了", body + _NOTE)


def overview(world: World) -> bytes:
    """Apps with key and secret, and every post with its comments: what a visitor of the site would see."""
    with world.lock:
        apps = "".join(
            f"<li>{escape(app.name)}：App Key <code>{escape(app.key)}</code> "
            f"App Secret <code>{escape(app.secret)}</code></li>"
            for app in world.apps.values()
        )
        posts = sorted(world.posts.values(), key=lambda one: one.id, reverse=True)
        shown = "".join(
            f"<li>{_said(world, post.uid, post.text, post.at)}<ul>{_under(world, post.id)}</ul></li>"
            for post in posts
            if post.id not in world.gone
        )
        body = f"<ul>{apps}</ul>{_NOTE}<h2>微博和评论</h2><ul>{shown}</ul>"
        return page("练习微博", body, wide=True)


def _choice(user: User, app: App, *, chosen: bool) -> str:
    days = round(app.seconds_for(user.uid) / 86_400)
    length = f"授权 {round(days / 365)} 年" if days >= 365 else f"授权 {days} 天"
    return (
        f'<label><input type="radio" name="uid" value="{user.uid}"{" checked autofocus" if chosen else ""}> '
        f'{escape(user.name)} <span class="soft">{length}</span></label>'
    )


def _under(world: World, post: int) -> str:
    comments = [one for one in world.comments.values() if one.post_id == post and one.id not in world.gone]
    ordered = sorted(comments, key=lambda one: one.id)
    return "".join(f"<li>{_said(world, one.uid, one.text, one.at)}</li>" for one in ordered)


def _said(world: World, uid: str, text: str, at: datetime) -> str:
    moment = at.astimezone(texts.CHINA).strftime("%m-%d %H:%M")
    return f"<b>{escape(world.users[uid].name)}</b>：{escape(text)} <span class='soft'>{moment}</span>"
