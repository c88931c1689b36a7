"""The story of the practice shop on the practice Weibo: its posts, some forty customers, and one more now and then."""

import hashlib
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.practice_weibo.records import Post, User
from tests.practice_weibo.world import World

SHOP, SUPPORT = "橙果数码旗舰店", "橙果客服"
SHOP_UID, SUPPORT_UID = "9900100001", "9900100002"
APP_KEY = "1352200061"
# Not a secret of anybody: the same at each start, so that what the operator typed once stays right.
APP_WORD = hashlib.sha256("橙果客服台".encode()).hexdigest()[:32]

_POSTS = (
    ("new", SHOP, 2900, "新一批橙瓣耳机到仓，今天起按下单先后发货，颜色有橙、白、墨绿。"),
    ("lamp", SHOP, 1700, "写作业的台灯摆左边还是右边？右手写字，暖橙台灯请放左前方，影子就不挡字了。"),
    ("watch", SHOP, 1100, "橙时手表本周更新：夜里十一点后默认不亮屏，可在“设置—显示”里改回来。"),
    ("safety", SHOP, 620, "小知识：充电宝外壳鼓起、发烫、有异味，请马上停用，放到通风的地方，再来找我们。"),
    ("keys", SHOP, 300, "脆橙键盘的键帽可以单颗买了，空格、回车、左右箭头都有。"),
    ("hours", SUPPORT, 1500, "客服时间：每天 9:00–18:00，晚上 20:00–24:00 有人值班。留言都会看，一条一条回。"),
    ("stranger", "数码杂货铺老童", 800, "想给爸妈买个大音量的小音箱，有没有用过的推荐一下"),
)


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    minutes: int
    post: str
    """A key of ``_POSTS``; "@" for a post of one's own that names the shop, "@客服" for one that names support."""
    text: str
    uid: str = ""
    followers: int = 120


_LINES = (
    _Line("番茄不炒蛋", 2700, "new", "上回那副终于到了，墨绿还有货的话再给我妹带一副[爱你]", "9900100496", 418),
    _Line("退休教师老梁", 1690, "lamp", "小同志，我是左撇子，那就放右前方，对不对？", "9900101572"),
    _Line("键盘侠女阿七", 290, "keys", "真的出单颗空格了！！就是我说的那个，给你们鞠躬", "9900103080"),
    _Line("榴莲不臭", 2600, "new", "白色的和墨绿的是同一批吗？白色什么时候发，我周三前要用"),
    _Line(
        "小舟从此逝",
        2480,
        "new",
        "订单CG20880412，说按先后发，我周一第一个付的，怎么后面的人都收到了？",
        followers=2210,
    ),
    _Line("阿茶泡面", 2300, "new", "降噪开了以后有电流声，左边明显，这算质量问题吧"),
    _Line("今晚不加班了", 2100, "new", "同问，左耳滋滋响，换过手机也一样"),
    _Line("一枚土豆泥", 1990, "new", "我也是左边响！！是不是这一批都有", followers=890),
    _Line("猫在屋檐下", 1680, "lamp", "台灯底座能不能拆下来夹在床头？"),
    _Line("丁香小院", 1650, "lamp", "孩子写作业用了一个月，说眼睛没以前酸，谢谢"),
    _Line("不吃姜的老姜", 1600, "lamp", "买的时候 159，今天看 129，能补差价不"),
    _Line("陶然居士", 1490, "hours", "电话一直占线，只好来这里：发票抬头写错了，怎么改？"),
    _Line("小米粥配咸菜", 1460, "hours", "你们客服态度好，就是回得慢[允悲]"),
    _Line("青石板上的雨", 1380, "@", "表带三个月就断了，@橙果数码旗舰店 这种还保修吗？", followers=5600),
    _Line("跑步的会计", 1080, "watch", "更新完夜里不亮屏了，我值夜班要看时间啊，在哪改？按你们写的找不到这一项"),
    _Line("海盐冰淇淋", 1040, "watch", "更新后掉电特别快，早上满的下午三点就没了"),
    _Line("月亮邮差", 1000, "watch", "能不能加一个久坐提醒的开关，开会时一直震"),
    _Line("北方的南瓜", 960, "watch", "[赞][赞]"),
    _Line("山里来的快递", 900, "@", "@橙果数码旗舰店 快递说放驿站了，驿站说没有，订单号CG20880977，三天了谁管管"),
    _Line("大橘为重啊", 860, "@客服", "@橙果客服 退货单号填了五天，一直显示“待收货”，钱什么时候退？"),
    _Line(
        "音箱发烧友阿森",
        760,
        "stranger",
        "@橙果数码旗舰店 他家橙响音箱还行，就是低音弱，店家说说最大音量多少？",
        followers=13400,
    ),
    _Line("平底锅里的鱼", 720, "stranger", "我妈用的就是@橙果数码旗舰店 那款，声音够大"),
    _Line("周末去钓鱼", 610, "safety", "鼓起来多少算鼓？我这个放桌上有点晃，边上没缝"),
    _Line("葡萄架下", 590, "safety", "我的昨晚充电的时候烫得拿不住，还有股焦味，吓得我拔了扔阳台，现在怎么办？"),
    _Line("城南旧事多", 560, "safety", "寄回去检测，来回运费谁出？"),
    _Line(
        "科技早报君",
        520,
        "@",
        "@橙果数码旗舰店 有读者反映贵店一批充电宝充电时发烫，请问是否已经排查？",
        followers=362_000,
    ),
    _Line("三月不减肥", 470, "safety", "转发给我爸了，他那个用了四年还舍不得扔"),
    _Line("云朵收集员", 410, "@", "等了两年的墨绿色终于出了@橙果数码旗舰店 今天就下单，希望快点发"),
    _Line("老王修车铺", 380, "hours", "打了两个电话都说“已登记”，登记到哪去了？CG20879003，换货的事"),
    _Line("柚子皮手工", 285, "keys", "回车键有没有橙色的？配我这套正好"),
    _Line("写代码的猫头鹰", 270, "keys", "左右箭头单买多少钱一颗？商城里搜不到"),
    _Line("五点半的地铁", 240, "@", "@橙果数码旗舰店 @橙果客服 私信发了两天没人看，订单重复付款了，一共扣了 258"),
    _Line("今日份好运", 200, "keys", "沙发没抢到[泪]"),
    _Line("兼职日结小薇", 190, "keys", "宝妈在家动动手指日入三百，看我主页"),
    _Line("拆箱狂魔", 160, "@", "墨绿这副盒子被压成饼了，里面没坏，@橙果数码旗舰店 下次能不能多塞点纸"),
    _Line("竹林听雨", 130, "lamp", "灯罩摔裂了一块，能单买灯罩吗"),
    _Line("不会游泳的鱼", 95, "new", "橙色和图上差好多，图上偏黄，收到偏红，能退吗？包装拆了"),
    _Line("麦田守夜", 60, "watch", "什么破更新，能不能退回去，烦死了[怒]"),
    _Line("小城故事", 35, "@", "@橙果数码旗舰店 实体店在哪？周六想带孩子去试耳机"),
    _Line("薄荷糖不甜", 12, "hours", "你好，昨天申请的换货什么时候审核？"),
    _Line("雪天的围巾", 5, "new", "墨绿今天下单，周五能到成都吗？"),
)

_MORE = (
    _Line("糖炒栗子铺", 0, "new", "下单两天了还没揽收，CG20881530，帮我看看"),
    _Line("橡皮擦擦", 0, "watch", "亮屏那一项我找到了，在“显示—夜间”里，别的朋友可以看看这里"),
    _Line("阳台种番茄", 0, "@", "@橙果数码旗舰店 充电宝能带上飞机吗，20000 毫安的那款"),
    _Line("二楼的灯", 0, "lamp", "开关旁边有一股塑料味，散一散会好吗？"),
    _Line("慢半拍先生", 0, "@客服", "@橙果客服 地址写错了，单子还没发，能改吗？急"),
    _Line("桥头豆腐脑", 0, "keys", "键帽收到了，高度和原来的不一样，是不是发错型号了"),
    _Line("风吹麦浪呀", 0, "safety", "按你们说的停用了，接下来怎么寄？"),
    _Line("隔壁老宋", 0, "hours", "晚上八点打过去真有人接，问题解决了，谢谢那位姑娘"),
)


def shop_world(at: datetime | None = None) -> World:
    """The shop and its support account with what customers wrote in the last two days; the clock runs unless ``at``."""
    world = World(at)
    shop = world.account(SHOP, SHOP_UID, verified_reason="橙果数码官方微博")
    world.account(SUPPORT, SUPPORT_UID, followers=5200, verified_reason="橙果数码客服")
    world.app("橙果客服台", owner=shop, key=APP_KEY, secret=APP_WORD)
    posts = {key: world.post(world.user(name), text, at=_ago(world, minutes)) for key, name, minutes, text in _POSTS}
    for line in _LINES:
        _tell(world, posts, line, _ago(world, line.minutes))
    _a_talk(world, posts["lamp"])
    _gone_and_hidden(world)
    return world


def trickle(world: World, stop: threading.Event, *, every: float = 150) -> None:
    """Add one more customer every so many seconds until ``stop`` is set; in rounds, so it never runs dry."""
    said = 0
    while not stop.wait(every):
        one_more(world, said)
        said += 1


def one_more(world: World, number: int) -> None:
    """The ``number``-th further customer (from 0) says something, now."""
    line = _MORE[number % len(_MORE)]
    keys = {text: key for key, _, _, text in _POSTS}
    with world.lock:
        posts = {keys[post.text]: post for post in world.posts.values() if post.text in keys}
        _tell(world, posts, line, world.now())


def _tell(world: World, posts: dict[str, Post], line: _Line, at: datetime) -> None:
    who = world.user(line.name, line.uid, followers=line.followers)
    if line.post.startswith("@"):
        world.post(who, line.text, at=at)
    else:
        world.comment(who, posts[line.post], line.text, at=at)


def _a_talk(world: World, lamp: Post) -> None:
    """A question that was answered, and the customer's next word under the answer."""
    asked = world.comment(world.user("窗边的多肉"), lamp, "三档色温，给老人看报用哪一档？", at=_ago(world, 1580))
    text = "看报用中间那档，亮而不刺眼。—小宁"
    answered = world.comment(_shop(world), lamp, f"回复@窗边的多肉:{text}", reply_to=asked, at=_ago(world, 1560))
    world.comment(
        world.user("窗边的多肉"),
        lamp,
        f"回复@{SHOP}:好的谢谢，那灯泡坏了能自己换吗？",
        reply_to=answered,
        at=_ago(world, 1400),
    )


def _gone_and_hidden(world: World) -> None:
    """A post its author deleted again, and a comment the site hides: lists are shorter than their counts."""
    post = world.mention(world.user("手滑星人"), _shop(world), "发错了发错了", at=_ago(world, 700))
    world.delete(post)
    under = next(one for one in world.posts.values() if one.uid == SHOP_UID)
    world.hide(world.comment(world.user("加我看片"), under, "主页有惊喜", at=_ago(world, 350)))


def _shop(world: World) -> User:
    return world.users[SHOP_UID]


def _ago(world: World, minutes: int) -> datetime:
    return world.now() - timedelta(minutes=minutes)
