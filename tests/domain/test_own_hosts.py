"""Which hosts are Weibo's own."""

import pytest

from weibo_operator.domain.addresses import is_weibos_host


@pytest.mark.parametrize("host", ["weibo.com", "www.weibo.com", "m.weibo.cn", "api.weibo.com", "wx1.sinaimg.cn"])
def test_weibos(host: str):
    assert is_weibos_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "notweibo.com",
        "weibo.com.evil.test",
        "weibo.com.",
        "t.cn",
        "xn--wibo-v4d.com",
        "wеibo.com",
        "",
        ".com",
        "evil.test",
    ],
)
def test_others(host: str):
    assert not is_weibos_host(host)
