"""Text whose characters are whole: halves of an emoji that was cut in two belong to no text that can be stored."""


def whole(text: str) -> str:
    """The text with two halves put together, and a half alone replaced by the mark for an unreadable character."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
