"""Who does what in a clause: whether its deed is ours, still to come, and neither asked, denied nor told of others."""

import re
from collections.abc import Iterator

from msgspec import Struct

from weibo_operator.domain.late_pattern import LatePattern

_CLAUSE = LatePattern(r"[^，。！？；、,!?;~～…\n\ufffc]+[，。！？；、,!?;~～…\n]*")
_QUESTION = LatePattern(
    r"[吗么][呀啊哈]?$|[？?]|要不要|能不能|可不可以|可以不|好不好|行不行|是不是|有没有|会不会|退不退|"
    r"哪天|哪个|什么时候|几点|几号|怎么|谁(?:说|叫|会|知道)|还是.{1,6}(?:上门|发|送|退)|合适呢?$|方便呢?$|发呢$|确定要"
)
_TAG = LatePattern(r"^(?:您看|你看|这样)?(?:可以|行|好|方便|成|合适|可否)(?:不|吗|么|呢)")
_CONDITION = LatePattern(r"如果|如有|若(?!干)|要是|假如|倘若|的话(?!费)|只要|除非|万一|想(?:要)?(?:退|换)|下单|付款")
_DENIED = LatePattern(
    r"不能|难$|恕|无权|不敢|无法|没法|没办法|没能|没有|没(?!问题|事|关系)|未(?!来)|不可能|不好说|不一定|不是|不会(?!再|让|少|漏)|不再|不发|"
    r"不$|不给|不处理|不退|不上门|不接|发不[了出]|退不[了出]|到不了|做不到|来不及|别|暂停|停止|休息"
)
_REPORTED = LatePattern(
    r"(?:快递|物流|派送|骑手|厂家|厂商|银行|平台|官网|页面|系统(?:显示|提示)|页面|工厂|供应商|承运|保险公司|支付宝)"
    r"[^，。]{0,8}(?:说|显示|表示|答复|通知|承诺|反馈|预计|会|那边|一般|打)|(?:(?<![给跟和向为帮与])[您你他她]|客服|当时|(?<![一二三四五六日天末底号点月年周])之前|上次|以前|曾)[^，。]{0,6}"
    r"(?:说(?!法)|答应|承诺|保证|提到|要求)|承诺的|答应的|说的|说好的|规定|显示|截止|开抢|有效|尚有|保修|质保|以旧换新|以.{1,6}为准|一般|通常|正常情况|往往"
)
_PAST = LatePattern(
    r"已(?!经?(?:反馈|登记|记))|昨[天日晚]|前天|刚才|刚刚|刚(?=[给把寄发退打补送换])|上周|上个?月|过了|[寄发退打补送联赔换](?:系|偿|款|货|出)?过(?![去来])|曾|之前(?!$)的|"
    r"[寄发退补送换](?:出|走|货|款)?去?了[哦哈啦呢]?$|(?<!马上)就给您[^，]{0,6}了$"
)
_USED_UP = LatePattern(
    r"^(?!.*(?:明[天日早晚儿]|后天|下[个周月星礼]|[就会将能要再]|一定|肯定|保证|争取|准备|打算|预计))"
    r".*[完光好妥](?:了|啦)[呀啊哦哟呢哈，。！；、,!;~～…\n ]*$"
)
"""今天券发完了 tells of something over, 今天发完 and 今天就发完了 of something to come."""
_CUSTOMER = LatePattern(
    r"(?:请|麻烦|烦请|烦您|辛苦|建议|劳驾|记得|需要您|得您)(?!稍|放心|您放心|给我|耐心|等|别急|谅解|原谅|相信|您稍|您等|问|店长|师傅|同事)"
    r"|(?<![给为帮替跟和与向让回告诉系把退赔补送陪还请知对叫为等欠使致])(?:您|你)(?!的|们的|放心|好|登记|要的|那|这|看[，。]|别急)"
)
_OURS_FIRST = LatePattern(r"我(?!的)|咱|本店|小店|店里|仓库|客服(?!说)|师傅|店长|财务|同事|专员|主管|小哥|工程师")
_OTHERS_FIRST = LatePattern(
    r"(?:但是?|不过|因为|这?[^，。]{0,3}的)?"
    r"(?:快递|物流|派送|骑手|厂家|厂商|银行|平台|保险公司|支付宝|供应商|他们|对方|医院|学校)"
)
_EVENT = LatePattern(
    r"(?:收到|(?<!不)到货|货到|退回|寄回|拍下|签收|核实|确认|查清|查到|审核|有货|到店|修好|恢复|处理好|检测|找到|有结果|有消息|上架|补货)"
    r"[^，。]{0,8}?(?:后|了|之后|以后|马上|立刻|就|第一时间|我)|[一-鿿](?:了|好|完|下来|出来|到)(?:后|之后|以后|就|马上|立刻|第一时间|立即)|一(?:有|到|出)[^，。]{0,5}(?:就|马上|立刻|会)|查清楚了?|[查问核修弄]完|(?:明天|今天|即日)起"
)
_SOON = LatePattern(
    r"尽快|尽早|马上|立刻|立即|立马|这就|随后|稍后|稍晚|晚些|晚点|晚一点|回头|待会儿?|一会儿?|等下|等会儿?|第一时间|第一个|优先"
)
_AGENT = LatePattern(
    r"(?:给|为|帮|替|向|跟|和|与|联系|通知|告诉|告知|回复?|答复|退还?|补|赔|送|寄)(?:您|你)|我|咱|安排|会(?!员)|将|就|一定|肯定|师傅"
)
_SERVES = LatePattern(
    r"(?<![找系诉信问加给到跟和对])我(?!的)|咱|[给跟和向为帮](?:您|你)|(?:您|你)的|重新|全部|一定|肯定|师傅|老师|后厨|技术|同事"
)
_STATE = LatePattern(
    r"上班|值班|休息|营业|盘点|装修|停[业工电水]|放假|开门|关门|等(?:您|你)|是(?=[^，。]{0,3}[\d一二三四五六日天号点])|会(?=引|好|变|更好)|学会"
)
_LOOSE = LatePattern(r"预计|争取|尽量|大概|大约|左右|应该|差不多|有望|努力|可能|估计")
_HANDS_ON = LatePattern(r"[改排约定挪延]到|[定约安排]在|我们?会|[会将]在|争取|最[晚迟快]|预计")
_FILLER = LatePattern(r"[，。！？；、,!?;~～…\n哈哦呀啦呢的亲 ]+$")


class Clause(Struct, frozen=True):
    """A clause at ``start:end``; ``text`` has its marks; ``question`` and ``condition`` may come from a neighbour."""

    start: int
    end: int
    text: str
    question: bool
    condition: bool

    @property
    def spoken_end(self) -> int:
        """Where its words end, without marks and particles."""
        return self.start + len(_FILLER.sub("", self.text))

    @property
    def has_event(self) -> bool:
        """Whether its time runs from something that has not happened yet."""
        return self.condition or _EVENT.search(self.text) is not None

    @property
    def is_loose(self) -> bool:
        """Whether it hopes more than it promises."""
        return self.condition or self.has_event or _LOOSE.search(self.text) is not None

    @property
    def asks_for_time(self) -> bool:
        """Whether it asks the customer for time: "给我们两天时间，…"."""
        return re.search(r"[给等]我|宽限", self.text) is not None

    @property
    def hands_on(self) -> bool:
        """Whether a time named here may be meant for the next clause: "我们会在今天内联系快递，…"."""
        return _HANDS_ON.search(self.text) is not None

    @property
    def looks_back(self) -> bool:
        """Whether its time is the one named in the clause before: "届时", "到时"."""
        return re.search(r"届时|到时|那天|那时", self.text) is not None

    @property
    def is_state(self) -> bool:
        """Whether it tells how things are at a time, not what somebody will do."""
        return _STATE.search(self.text) is not None

    @property
    def names_us(self) -> bool:
        """Whether it names us or the customer as the one served."""
        return _SERVES.search(self.text) is not None

    def soon(self, deed: int) -> int | None:
        """Where "尽快" or "到货后" stands before the deed at ``deed``, if somebody of ours does it."""
        before = self.text[: deed - self.start]
        match = _EVENT.search(before) or _SOON.search(before)
        return None if match is None or not _AGENT.search(self.text) else self.start + match.start()

    def binds(self, deed: int, *, timed: bool) -> bool:
        """Whether the deed at ``deed`` is one of ours that is still to come."""
        if _USED_UP.match(self.text) or _PAST.search(self.text[: self.spoken_end - self.start]):
            return False
        return self.is_ours(deed, spoken=not timed)

    def is_ours(self, place: int, *, spoken: bool) -> bool:
        """Whether what stands at ``place`` is neither asked, denied, reported nor the customer's to do."""
        before = re.split(r"的话", self.text[: place - self.start])[-1]
        if self.question or _REPORTED.search(self.text) or _DENIED.search(before):
            return False
        if self.condition and spoken and _CONDITION.search(self.text):
            return False
        customer = _CUSTOMER.search(before)
        ours = _OURS_FIRST.search(before)
        if customer is not None:
            return ours is not None and ours.start() > customer.start()
        return ours is not None or not spoken_by_others(before)


def spoken_by_others(before: str) -> bool:
    """Whether the carrier, the bank or the maker is who acts."""
    return _OTHERS_FIRST.match(before.strip()) is not None


def clauses(readable: str) -> Iterator[Clause]:
    """The clauses of ``readable`` in reading order; masked stretches end one."""
    found = list(_CLAUSE.finditer(readable))
    condition = False
    for index, match in enumerate(found):
        words = match.group()
        following = found[index + 1].group() if index + 1 < len(found) else ""
        asks = _QUESTION.search(words.rstrip("，。！；、,!;~～…\n")) is not None or _TAG.match(following) is not None
        condition = condition or _CONDITION.search(words) is not None
        yield Clause(*match.span(), words, asks, condition)
        if re.search(r"[。！？；!?;\n]", words):
            condition = False
