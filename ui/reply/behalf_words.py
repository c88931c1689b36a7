"""Whom a customer asks for, in words."""

from weibo_operator.translation import tr


def asks_for_words(name: str) -> str:
    """“代妈妈问”, “代 @小李 问”: blanks stand only round a sign, not round a Chinese word."""
    return tr("代 {0} 问", name) if name[:1].isascii() else tr("代{0}问", name)


def noted_words(name: str) -> str:
    """What is said once it is stored."""
    return tr("记下了：{0}", asks_for_words(name))
