"""The pieces that generated inputs are made of: what breaks programs, and what the desk's own formats look like."""

import json
from collections.abc import Callable, Sequence
from random import Random

NASTY: tuple[str, ...] = (
    *("", " ", "\u3000", "\t", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\x00", "\x00\x00"),
    *("\x01", "\x07", "\x1a", "\x1b[31m", "\x7f", "\ufeff", "\u200b", "\u200d", "\u202e", "\u2066", "\u2069", "\u00ad"),
    *(
        "\ud800",
        "\udfff",
        "\udc80",
        "\ude00\ud83d",
        "\ufffd",
        "\ufffe",
        "\U0010ffff",
        "\U000e0041",
        "👨‍👩‍👧‍👦",
        "e\u0301" * 9,
    ),
    *("0", "-1", "-0", "007", "1e999", "-1e999", "NaN", "Infinity", "1e-400", "9" * 15, "9" * 19, "9" * 25, "9" * 400),
    *(
        "9223372036854775808",
        "-9223372036854775809",
        "4294967296",
        "٣٣",
        "１２",
        "⅓",
        "²",
        "1_000",
        "0x10",
        "1.5万",
        "9亿亿",
    ),
    *(
        "999999999999999,999,999,999,999亿",
        "=1+1",
        "'=1",
        "@SUM(A1)",
        "+86",
        "-",
        "--",
        "''",
        '"',
        '""',
        '"""',
        "'",
        "`",
    ),
    *(
        ",",
        ";",
        "\\",
        "/",
        "//@",
        "%",
        "%s",
        "%00",
        "{",
        "}",
        "{{",
        "}}",
        "{}",
        "{0}",
        "{客户}",
        "{客户|",
        "{光标}",
        "[",
        "]",
        "[[",
    ),
    *(
        "<",
        ">",
        "<br",
        "<br />",
        "<img alt='",
        "&",
        "&#",
        "&#1114112;",
        "&#xD800;",
        "&amp;amp;",
        "<!--",
        "]]>",
        "<script>",
    ),
    *(
        "NULL",
        "null",
        "None",
        "undefined",
        "true",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "*",
        "^",
        "(",
        ")",
        "#",
        "#0",
        "@",
        "＠",
        "：",
        ":",
    ),
    *(
        "刚刚",
        "今天 25:61",
        "9999天前",
        "0000-00-00",
        "2026-02-30",
        "2026-13-01 00:00",
        "9999-12-31 23:59:59",
        "31/31/2026",
    ),
    *("0001-01-01", "Mon Jan 01 00:00:00 +9999 2026", "Tue May 31 17:46:55 +0800 2011", "99999", "40000.5", "12月32日"),
    *(
        "三千九百九十九万个工作日内",
        "下下下下下周八",
        "节后",
        "零点零分",
        "24:00",
        "十二点六十分前",
        "99小时后",
        "半个月",
    ),
    *(
        "锟斤拷",
        "çš„",
        "娴嬭瘯",
        "烫烫烫",
        "F-1",
        "Ｆ－１２",
        "F-\n1",
        "F-999999999",
        "回复@x:",
        "「」",
        "/etc/passwd",
        "con",
        "../x",
    ),
)
"""Single pieces, each a way in which something once broke somewhere."""
CHINESE = (
    "客服你好发货退款水杯漏水什么时候到单号谢谢不错差评投诉今天明天下午点前三个工作日内请问怎么办啊吗呢的了是在有我他"
)
SCALARS: tuple[object, ...] = (
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2**31,
        2**63,
        -(2**63) - 1,
        10**30,
        0.5,
        1e308,
        float("inf"),
        float("nan"),
        "",
        [],
        {},
    ),
    *(
        "5100000000000001",
        5_100_000_000_000_001,
        "0",
        "-100",
        [1, [2]],
        {"id": 1},
        [None],
        "Tue Nov 17 10:00:00 +0800 2026",
    ),
)
Make = Callable[[Random], str]


def phrase(random: Random, most: int = 12) -> str:
    """Some Chinese, now and then with something nasty in it."""
    text = "".join(random.choices(CHINESE, k=random.randint(0, most)))
    if random.random() < 0.3:
        at = random.randint(0, len(text))
        text = text[:at] + nasty(random) + text[at:]
    return text


def nasty(random: Random) -> str:
    """One nasty piece, or any character there is, rarely very often."""
    piece = random.choice(NASTY) if random.random() < 0.8 else chr(random.randrange(0x110000))
    return piece * random.choice((2, 40, 3000)) if random.random() < 0.03 else piece


def moment(random: Random) -> str:
    """A date as exports write it, or nearly so."""
    numbers = [random.randint(1990, 2110), random.randint(0, 13), random.randint(0, 32)]
    clock = [random.randint(0, 25), random.randint(0, 61), random.randint(0, 61)]
    forms = (
        "{0}-{1:02}-{2:02} {3:02}:{4:02}",
        "{0}/{1}/{2} {3}:{4:02}:{5:02}",
        "{0}年{1}月{2}日 {3}:{4:02}",
        "{1}月{2}日 {3:02}:{4:02}",
        "{2}/{1}/{0}",
        "{0}{1:02}{2:02}",
        "{1}-{2}",
        "{3}小时前",
        "昨天 {3:02}:{4:02}",
        "Tue Nov {2:02} {3:02}:{4:02}:{5:02} +0800 {0}",
    )
    return random.choice(forms).format(*numbers, *clock)


def number(random: Random) -> str:
    """An id, a count, or a number nobody can hold."""
    kinds: Sequence[Callable[[], str]] = (
        lambda: str(5_100_000_000_000_000 + random.randrange(10**9)),
        lambda: str(random.randrange(10 ** random.randint(1, 25))),
        lambda: f"{random.randrange(10**6)}.{random.randrange(10**6)}{random.choice('千万亿')}",
        lambda: f"赞[{random.randrange(10**12)}]",
        lambda: f"{random.random() * 10:.5f}E+{random.randint(0, 400)}",
    )
    return random.choice(kinds)()


def cell(random: Random) -> str:
    """What may stand in a table."""
    return random.choice((phrase, phrase, number, moment, nasty))(random)


def scalar(random: Random) -> object:
    """A value of JSON that holds no other."""
    return random.choice(SCALARS) if random.random() < 0.5 else cell(random)


def tree(random: Random, keys: Sequence[str], depth: int = 4) -> object:
    """A JSON document of these keys, in any place and of any kind."""
    chosen = random.random()
    if depth <= 0 or chosen < 0.35:
        return scalar(random)
    if chosen < 0.6:
        return [tree(random, keys, depth - 1) for _ in range(random.randint(0, 4))]
    return {key: tree(random, keys, depth - 1) for key in random.choices(keys, k=random.randint(0, 9))}


def document(value: object, random: Random) -> str:
    """A value as JSON; characters spelled out or escaped (half ones can only be escaped)."""
    return json.dumps(value, ensure_ascii=random.random() < 0.3)
