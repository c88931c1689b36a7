"""A crawler's export written for these tests: a handful of customers of an invented shop."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

from weibo_operator.domain.clock import CHINA

HEADER = [
    *("id", "bid", "user_id", "用户昵称", "微博正文", "头条文章url", "发布位置", "艾特用户", "话题"),
    *("转发数", "评论数", "点赞数", "发布时间", "发布工具", "微博图片url", "微博视频url", "retweet_id"),
]

PEOPLE = (
    ("南门豆浆", "说好两天送到，今天第六天了物流还停在已揽收，客服电话也打不通，到底还发不发货"),
    ("梧桐小巷", "耳机右边没有声音，才用了一周，想申请换一副"),
    ("早起的鱼", "请问蓝色的那款什么时候补货呀"),
    ("半糖去冰", "发票抬头写错了，能帮我重新开一张吗"),
    ("一只松鼠", "建议小程序里加一个按价格排序"),
    ("海边旧书店", "客服小姐姐很耐心，问题当场就解决了，谢谢"),
)


def write_export(path: Path, *, now: datetime) -> Path:
    """Write the 17-column layout, the newest message two hours old."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number, (name, text) in enumerate(PEOPLE):
            posted = now.astimezone(CHINA) - timedelta(hours=2 + number)
            row = dict.fromkeys(HEADER, "")
            row |= {
                "id": str(5_100_000_000_000_001 + number),
                "user_id": str(7_000_000_001 + number),
                "用户昵称": name,
                "微博正文": text,
                "转发数": "0",
                "评论数": "1",
                "点赞数": "2",
                "发布时间": f"{posted:%Y-%m-%d %H:%M}",
                "发布工具": "iPhone客户端",
            }
            writer.writerow([row[column] for column in HEADER])
    return path
