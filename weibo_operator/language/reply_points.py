"""Which of the five points a reply meets, as far as its wording tells (D14): rather no tick than a wrong one."""

from collections.abc import Sequence

from weibo_operator.domain.asked import AskedPart
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.reply_points import ReplyPoint
from weibo_operator.language.clean import plain, split_chain

_SHARING = LatePattern(
    r"https?://|步骤|教程|方法是|办法是|做法是|第[一二三1-3]步|先.{1,16}(?:再|然后|接着).{2}|(?:点|打开|进入|长按|选择).{0,16}(?:设置|页面|菜单|按钮|订单|“)|"
    r"在.{1,12}(?:里|上|中)(?:可以)?(?:看|查|找)到|(?:热线|电话|单号|地址|营业时间)(?:是|：|:)|小提示|小贴士|说明书|建议(?:您|你)?(?:先|用|把|选)"
)
_TRUST = LatePattern(
    r"抱歉|对不起|是我们(?:的)?(?:错|疏忽|责任|没|不)|(?:理解|明白|体会)(?:您|你)|(?<!不)(?:会|由|来|该)(?:我们)?负责|我们承担|"
    r"(?:查到|查过|核实)了?|(?:今天|明天|后天|今晚|周[一二三四五六日]|[\d一两三四五六七八九十]+\s*(?:点|号|小时|分钟|天|个工作日)).{0,4}(?:前|内|之内).{0,12}"
    r"(?:回复|答复|回电|联系|发|寄|补|退|处理|到账|解决|给(?:您|你))"
)
_OPTIONAL = LatePattern(
    r"或者|要么|也可以|也能|还可以|也行|任选|两种|二选一|都可以|都行|(?:看|按)(?:您|你)(?:方便|喜欢|的意思)|还是.{1,14}[？?呢]"
)
_ENGAGEMENT = LatePattern(
    r"随时|欢迎|期待|(?:有|还有)(?:什么|任何|其他|别的)?(?:问题|疑问|想法|建议).{0,8}(?:找|说|告诉|联系|留言|私信|问)|"
    r"(?:跟|和|对)我们?(?:说|聊|讲)|告诉我们?|(?:您|你)(?:觉得|看|想|平时|用着)|用得.{0,4}[吗呢？?]|咱们?|一起|[？?][^。！!]{0,6}$"
)
_EMPTY = frozenset(
    "的了吗呢啊呀吧哦么我你您他她它们这那个是有没不还在就也都和到给把被对为什怎样多少几哪谁时候很太好行着过再又已经现"
)
_WORD = LatePattern(r"[A-Za-z0-9]{2,}|[一-鿿]+")


def points_met(reply: str, customer_texts: Sequence[str], asked: Sequence[AskedPart] = ()) -> frozenset[ReplyPoint]:
    """The points that the wording of ``reply`` meets.

    ``customer_texts`` is what the customer wrote since our last answer, ``asked`` their questions where they are two or
    more (``QuestionRules.asked``).
    """
    if not reply.strip():
        return frozenset()
    rules = (
        (ReplyPoint.SHARING, _SHARING.search(reply) is not None),
        (ReplyPoint.TRUST, _TRUST.search(reply) is not None),
        (ReplyPoint.OPTIONAL, _OPTIONAL.search(reply) is not None),
        (ReplyPoint.RESPONSE, _responds(reply, customer_texts, asked)),
        (ReplyPoint.ENGAGEMENT, _ENGAGEMENT.search(reply) is not None),
    )
    return frozenset(point for point, is_met in rules if is_met)


def _responds(reply: str, customer_texts: Sequence[str], asked: Sequence[AskedPart]) -> bool:
    """All the questions where there are several, else a word of the customer's that says what it is about."""
    if asked:
        return all(part.is_answered for part in asked)
    words = {word for text in customer_texts for word in _words(plain(split_chain(text)[0]))}
    return not words or any(word in reply.lower() for word in words)


def _words(text: str) -> set[str]:
    """Pairs of Chinese letters that carry a meaning, and whole Latin words or numbers."""
    found: set[str] = set()
    for match in _WORD.finditer(text.lower()):
        run = match.group()
        if run.isascii():
            found.add(run)
        else:
            found |= {run[at : at + 2] for at in range(len(run) - 1) if not _EMPTY.intersection(run[at : at + 2])}
    return found
