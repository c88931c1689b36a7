"""Reads text copied from Weibo's pages, its apps and JSON answers into messages."""

from weibo_operator.channels.paste.reader import PageReader

__all__ = ["PageReader"]
