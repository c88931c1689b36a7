"""A practice Weibo with many comments, in a process of its own: ``-m tests.benchmarks.many_comments AT COUNT``."""

import json
import sys
from datetime import datetime, timedelta

from tests.practice_weibo import PracticeWeibo, World

PEOPLE = 300
WORDS = (
    "收到的充电宝外壳鼓起来了，还能用吗",
    "订单 CG2088{n} 三天没动了，到底什么时候发货",
    "请问墨绿色还有货吗，想给爸妈买一个",
    "客服态度很好，问题解决了，谢谢",
    "左耳一直滋滋响，换了手机也一样，这算质量问题吧",
)


def main() -> None:
    """Serve until standard input is closed; the first line says where, and which app signs in."""
    at, count = datetime.fromisoformat(sys.argv[1]), int(sys.argv[2])
    world = World(at - timedelta(hours=1))
    us = world.account("橙果客服")
    app = world.app(owner=us)
    post = world.post(us, "新品到货，按下单先后发货")
    for number in range(count):
        world.advance(seconds=5)
        world.comment(world.user(f"买家{number % PEOPLE}号"), post, WORDS[number % len(WORDS)].format(n=number))
    world.set_clock(at)
    with PracticeWeibo(world) as server:
        told = {"address": server.address, "key": app.key, "secret": app.secret, "uid": us.uid}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
