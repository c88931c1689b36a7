"""A practice Weibo with one account, one post and one customer's comment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from tests.practice_weibo import App, Comment, Post, PracticeWeibo, User, World
from tests.practice_weibo_server.visitor import Visitor

NOON = datetime(2026, 11, 19, 4, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shop:
    """What most tests need."""

    world: World
    server: PracticeWeibo
    app: App
    me: User
    post: Post
    asked: Comment
    visitor: Visitor

    def customer(self, name: str = "番茄不炒蛋") -> User:
        return self.world.user(name)

    def reply(self, text: str, **fields: object) -> dict:
        return self.visitor.post("comments/reply", cid=self.asked.id, id=self.post.id, comment=text, **fields).json

    def ids(self, path: str, **fields: object) -> list[int]:
        answer = self.visitor.get(path, **fields).json
        return [row["id"] for row in answer.get("comments", answer.get("statuses"))]


@pytest.fixture
def shop() -> Iterator[Shop]:
    world = World(NOON)
    me = world.account("橙果数码旗舰店")
    app = world.app(owner=me)
    post = world.post(me, "今天上新")
    asked = world.comment(world.user("番茄不炒蛋"), post, "什么时候到货？")
    with PracticeWeibo(world) as server:
        yield Shop(world, server, app, me, post, asked, Visitor(server.address, world.token(me)))
