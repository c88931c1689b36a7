"""What we write to a customer whose praise was kept: thanks, and whether we may quote it (mission A13)."""

from weibo_operator.domain.praise import Permission, Testimonial
from weibo_operator.translation import tr

THANKS = "谢谢您的认可，看到您用得满意我们也很高兴。方便的话，能允许我们引用您这段话吗？"
ONLY_THANKS = "谢谢您的认可，看到您用得满意我们也很高兴，有需要随时找我们。"
ONLY_ASKING = "方便的话，能允许我们引用您说的这段话吗？"


def words_for(kept: Testimonial) -> tuple[str, str]:
    """What is still to be written, and the button's name for it; no words where nothing is left to say."""
    asks = kept.permission is Permission.NOT_ASKED
    if not kept.thanked:
        return (THANKS, tr("道谢，问能不能引用")) if asks else (ONLY_THANKS, tr("道谢"))
    return (ONLY_ASKING, tr("问能不能引用")) if asks else ("", tr("回复"))
