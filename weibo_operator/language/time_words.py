"""The words for a time to come: spans of days, days, hours, and their combinations."""

from weibo_operator.domain.late_pattern import LatePattern

NUMBER = r"(?:\d{1,3}(?:\.\d)?|[一二两三四五六七八九十百][一二两三四五六七八九十百零]{0,5}|半)"
TO = r"(?:-|~|～|—|到|至|或者?)"
_RANGE = rf"(?:{NUMBER}{TO})?"
UNIT = r"(?:个?(?:工作日|小时|钟头|刻钟|星期|礼拜)|个月|(?:(?<=半)|(?<=两))月|年|分钟|天|日(?!常|报|期)|周|[hH])"
"""12月 is the month of that name; only 12个月 lasts twelve of them."""
_PART = (
    r"(?:(?:晚上?|夜里)凌晨|凌晨|清晨|早上|早晨|上午|一早|一大早|早(?!一?点)|中午|下午|傍晚"
    r"|晚上|晚间|夜里|夜间|深夜|半夜|夜|晚(?!一?点))"
)
_MINUTES = r"(?:半|一刻|三刻|[0-5]?\d分?|[一二三四五]?十[一二三四五六七八九]?分?)"
_CLOCK = rf"(?:[01]?\d|2[0-4]|零|[一二两三四五六七八九十]{{1,3}})(?::[0-5]\d| ?(?:点钟?|时){_MINUTES}?)"
_BEFORE = r"(?:(?:之|以)?前|为止)"
_GAP = r" ?"
"""Digits are often set off by a space: 明天 18:00 前."""
_WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天]"
_BARE_WEEKDAY = rf"{_GAP}{_WEEKDAY}"
_BESIDE = (
    rf"(?:{_GAP}[（(](?P<beside>(?:本|这|下)?{_WEEKDAY}|今天|明天|大?后天|(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}[日号]"
    rf"|\d{{1,2}}[日号]|\d{{1,2}}[./-]\d{{1,2}})[）)]"
    # 周五周六 are two days, 11月27日周五 is one.
    rf"|(?(near){_BARE_WEEKDAY}|(?(date){_BARE_WEEKDAY}|(?(only){_BARE_WEEKDAY}|(?(dotted){_BARE_WEEKDAY}|(?!))))))?"
)
"""The same day told again beside itself: 11月23日（周一）18:00, 明天（11月20日）下午3点, 11月23日周一."""
_WHICH = r"(?:这个?|本|下下个?|下个?)"
_YEAR = r"(?:\d{4}|\d{2}|今|明|后)年"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_REL_MONTH = r"(?:本|这个?|当|下下个?|下个?)月"
_DAY_NUMBER = r"(?:[0-3]?\d|[一二三]?十?[一二三四五六七八九十])"
_SIMPLE_DATE = r"(?:(?:1[0-2]|0?[1-9])[./-](?:[12]\d|3[01]|0?[1-9]))"
_FEASTS = r"国庆、?中秋|中秋、?国庆|国庆|中秋|春节|元旦|清明|端午|(?<![十百一二三四五六七八九])五一"
_OTHER_FEASTS = r"劳动|双|元宵|情人|圣诞|感恩|儿童|教师|母亲|父亲|妇女|七夕|重阳|购物|艺术|文化|啤酒"
"""Days without holidays, and two holidays at once: what is after them is not after the next holiday."""
_AFTER_THE_NEXT = r"(?<![季环细章情关音调时礼水灯会果货])节(?:之|以)?后"
_HOLIDAY_NAMED = (
    rf"(?:(?P<named>{_FEASTS})(?:节|小?长假|假期?|放假|黄金周)*|(?P<other>{_OTHER_FEASTS})节)"
    r"(?:结束)?(?:(?P<on>(?:之|以|过)?后)|(?:之|以)?前)"
)
_FIRST_DAYS = rf"(?:第一天|首日|第一个工作日|(?:{_RANGE}(?P<plus>{NUMBER})(?P<plus_unit>个?工作日|天|日)(?:之|以)?内))?"
_BESIDE_DOTTED = (
    rf"(?=[日号]?(?:{_GAP}[（(](?:本|这|下)?{_WEEKDAY}[）)]|{_BARE_WEEKDAY}|{_GAP}(?:之|以)?前"
    rf"|{_GAP}{_PART}|{_GAP}[0-2]?\d:[0-5]\d))"
)
"""What shows that 11/27 is a date and no fraction."""

DURATION = LatePattern(
    rf"(?<!第)(?P<lead>不超过|不用|最多|最长|至多|最慢|最快|最晚|最迟|给我们|给我|等我|再等|宽限|未来|过|起|这)?"
    rf"(?:{_RANGE}(?<![第几数百千万])(?P<number>{NUMBER})(?P<half>个半(?=小时|钟头|月))?(?P<unit>{UNIT}))"
    r"(?:的?时间)?(?P<tail>(?:之|以)?内|(?:之|以)?后|左右|(?:之|以)?前)?"
)
"""Two days, 24 hours, 3 to 5 working days; ``tail`` tells within, after or before (ago)."""

DAY = (
    r"(?:(?P<near>今天|今日|今儿个?|明天|明日|明儿个?|大后天|后天|今(?=[早晚夜])|明(?=[早晚]))"
    rf"|(?P<week>{_WHICH}?(?:周|星期|礼拜)[一二三四五六日天末]|{_WHICH}(?:周|星期|礼拜)(?:的?{_WEEKDAY})?|周内)"
    rf"|(?P<date>(?:(?P<y>{_YEAR})?(?P<m>{_MONTH})|(?P<rel>{_REL_MONTH}))(?:(?P<first>{_DAY_NUMBER})[日号]?{TO})?(?P<d>{_DAY_NUMBER})[日号])"
    rf"|(?P<third>(?:(?P<ty>{_YEAR})?(?P<tm>{_MONTH})份?|(?P<trel>本|这个?|下下个?|下个?)?(?<![正腊])月)(?P<which>底|末|初|上旬|中旬|下旬|中|内))"
    rf"|(?P<month>(?<![\d.个])(?<![延迟推改挪移换调][到至])(?:(?P<my>{_YEAR})?(?P<mm>{_MONTH})份?|(?P<mrel>{_REL_MONTH})份?)(?![\d饼亮卡报结薪租度嫂份]))"
    rf"|(?P<only>(?<![\d.:])(?:[12]\d|3[01]|[1-9]|[一二三]?十[一二三四五六七八九]?)[号日](?![线店楼院色机码门窗馆位铺台观仓库摊桌车桥]))"
    r"|(?P<year>(?P<yy>(?:\d{4}|今|明)年?)?(?:年底|年末|年内)|年前|节前|下一?个工作日)"
    rf"|(?P<feast>(?:{_HOLIDAY_NAMED}|(?P<next>{_AFTER_THE_NEXT})){_FIRST_DAYS})"
    rf"|(?P<dotted>(?:(?<!\d)20\d\d[./-]{_SIMPLE_DATE}|(?<![\d./-]){_SIMPLE_DATE}{_BESIDE_DOTTED})[日号]?)"
    r")"
)
MOMENT = LatePattern(
    rf"(?:{DAY}{_BESIDE}的?{_GAP})?(?P<part>{_PART})?(?:{_GAP}(?P<clock>{_CLOCK})"
    rf"(?:{_GAP}(?:到|至|-|~|～){_GAP}(?P<part2>{_PART})?(?P<clock2>{_CLOCK})(?:之?间)?)?)?"
    rf"(?:{_GAP}(?P<closing>下班))?(?:{_GAP}(?P<inside>(?:之|以)?内))?(?:{_GAP}(?P<before>{_BEFORE}))?"
)
"""A day, a part of the day, an hour, in this order, any of them; empty matches are for the caller to drop."""
