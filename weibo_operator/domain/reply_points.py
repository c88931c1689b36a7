"""The five points a good reply is trained on: the lecture's STORE in its order (mission D14)."""

from enum import StrEnum


class ReplyPoint(StrEnum):
    """One point; what it is called on the screen stands beside the reply."""

    SHARING = "sharing"
    TRUST = "trust"
    OPTIONAL = "optional"
    RESPONSE = "response"
    ENGAGEMENT = "engagement"
