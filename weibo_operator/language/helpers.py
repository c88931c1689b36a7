"""Tells from the words for whom somebody asks: “帮我妈问”, “@店铺 看看 @小李 的问题” (mission A17)."""

from collections.abc import Collection

from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.people import NAME, Meant

_KIN = (
    "妈妈|爸爸|爷爷|奶奶|外公|外婆|姥姥|姥爷|婆婆|公公|岳母|岳父|老婆|老公|媳妇|女朋友|男朋友|女友|男友|对象|"
    "儿子|女儿|孩子|哥哥|姐姐|弟弟|妹妹|表姐|表妹|表哥|表弟|嫂子|姑姑|姨妈|舅舅|叔叔|阿姨|闺蜜|闺密|朋友|"
    "同事|同学|室友|舍友|邻居|亲戚|家人|家里人|家里老人|老人|父母|爸妈|老师|老板|领导|妈|爸|姐|哥|弟|妹|娃"
)
_ASK = "问|咨询|反映|反馈|投诉|维权|催|求助|发声|打听|说一|说句|转达|喊|讨个"
_FOR = "帮|替|代|代替"
_OWNER = "(?:我们?|咱们?|俺|自己|一个|一位|个|位|身边)?(?:家|的)?"

# “帮我问一下” asks us; “帮我妈问一下” asks for her.
_KIN_FIRST = LatePattern(rf"(?:{_FOR}){_OWNER}({_KIN})[^，。！？!?\n]{{0,6}}?(?:{_ASK})")
# “我妈让我来问”, “受朋友之托”, “朋友托我问”.
_KIN_SENT = LatePattern(rf"({_KIN})(?:让|叫|托|拜托|委托)我[^，。！？!?\n]{{0,4}}?(?:{_ASK})")
_KIN_TRUST = LatePattern(rf"受{_OWNER}({_KIN})(?:之托|委托|所托)")
_ACCOUNT_FIRST = LatePattern(rf"(?:{_FOR}|为)(?:一下|下)?\s{{0,2}}[@＠]({NAME}?)(?=[^\w\-·]|$|{_ASK}|转|顶|看)")
_ACCOUNT_LOOK = LatePattern(
    rf"(?:看看|看下|看一下|看一看|处理一下|处理下|解决一下|解决下|管管|理一下|回复一下|回一下|回复下|联系一下|联系下|帮帮|帮下|帮一下)"
    rf"\s{{0,2}}[@＠]({NAME})"
)
_ACCOUNT_OWNS = LatePattern(
    rf"[@＠]({NAME})\s{{0,2}}(?:的|这个|这位|他的|她的)"
    rf"(?:这个|这条|那个|那条)?(?:问题|事|情况|订单|快递|包裹|遭遇|投诉|微博|帖|留言|评论|诉求|退款)"
)
_WORD = {"妈": "妈妈", "爸": "爸爸", "姐": "姐姐", "哥": "哥哥", "弟": "弟弟", "妹": "妹妹", "娃": "孩子"}

_OWN_TROUBLE = LatePattern(
    r"我也|俺也|咱也|我家也|我家的也|我的也|我们也|我同样|我买的|我订的|我的订单|我的快递|我还没收到|\+\s?1\b|＋1|同求|同问|一样的遭遇|我家这"
)


def asked_for(text: str, own_names: Collection[str] = ()) -> Meant | None:
    """For whom the text says it asks, None where it speaks for its author.

    ``own_names`` are our own accounts, which nobody asks for.
    """
    for shape in (_ACCOUNT_FIRST, _ACCOUNT_LOOK, _ACCOUNT_OWNS):
        for found in shape.finditer(text):
            if found.group(1) not in own_names:
                return Meant(found.group(1), is_account=True)
    for shape in (_KIN_FIRST, _KIN_SENT, _KIN_TRUST):
        found = shape.search(text)
        if found is not None:
            return Meant(_WORD.get(found.group(1), found.group(1)), is_account=False)
    return None


def speaks_for_itself(text: str) -> bool:
    """True when the author has the same trouble (“我也是”): a customer of their own, whatever they repost."""
    return _OWN_TROUBLE.search(text) is not None
