"""A practice Weibo with many comments, in a process of its own: ``-m tests.benchmarks.many_comments AT COUNT``."""

import json
import sys
from datetime import datetime, timedelta

from tests.practice_weibo import PracticeWeibo, World

PEOPLE = 300
THINGS = (
    *("充电宝", "台灯", "耳机", "键盘", "手表", "音箱", "鼠标", "路由器", "加湿器", "行车记录仪", "吹风机", "电饭煲"),
    *("保温杯", "书包", "雨伞", "剃须刀", "体重秤", "插线板", "扫地机", "榨汁机", "投影仪", "平板支架", "门铃"),
)
ABOUT = (
    "{}怎么还没发货，我急着用",
    "{}有没有墨绿色的，想给爸妈买一个",
    "收到的{}外壳裂了，能换一个新的吗",
    "{}的发票抬头写错了，怎么改",
    "上周退的{}，钱什么时候到账",
    "{}用了一个月，很满意，谢谢你们",
    "说明书上没写{}怎么恢复出厂，谁来教教我",
    "{}和去年那款有什么不一样，值得换吗",
    "{}半夜自己响了两次，吓一跳，正常吗",
    "你们的{}支持以旧换新吗，怎么抵扣",
    "{}少了一根线，客服让我等，等到现在",
)
"""What somebody may say about each thing: as various as a shop's comments are."""


def words(number: int) -> str:
    """The number-th comment; 253 different ones."""
    return ABOUT[number % len(ABOUT)].format(THINGS[number % len(THINGS)])


def main() -> None:
    """Serve until standard input is closed; the first line says where, and which app signs in."""
    at, count = datetime.fromisoformat(sys.argv[1]), int(sys.argv[2])
    world = World(at - timedelta(hours=1))
    us = world.account("橙果客服")
    app = world.app(owner=us)
    post = world.post(us, "新品到货，按下单先后发货")
    for number in range(count):
        world.advance(seconds=5)
        world.comment(world.user(f"买家{number % PEOPLE}号"), post, words(number))
    world.set_clock(at)
    with PracticeWeibo(world) as server:
        told = {"address": server.address, "key": app.key, "secret": app.secret, "uid": us.uid}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
