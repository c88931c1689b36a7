"""What we write about an answer that another user gave: thanks to them, said where everybody reads it (mission F8)."""

THANKS = "谢谢 @{name} 的热心解答！TA 说得对，还有不清楚的随时找我们。"


def thanks_to(nickname: str) -> str:
    """Words of thanks with the name, by which they are found again."""
    return THANKS.format(name=nickname)
