"""Asks Weibo's open platform over HTTP; imported with the first call, because httpx takes its time to load."""

from weibo_operator.channels.weibo_api.platform import WeiboPlatform

__all__ = ["WeiboPlatform"]
