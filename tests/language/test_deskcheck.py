"""The desk check: each rule's warnings and what it must leave alone (product.md, Reply 3)."""

import pytest

from weibo_operator.domain.findings import FindingKind, Grade
from weibo_operator.domain.labels import Audience
from weibo_operator.language.deskcheck import LONGEST_READ, DeskCheck


def spots(desk_check: DeskCheck, text: str, kind: FindingKind, audience: Audience = Audience.PUBLIC) -> list[str]:
    return [f.text for f in desk_check.check(text, audience=audience) if f.kind is kind]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("难道还要我们道歉吗", "难道"),
        ("这不是我们的责任", "这不是我们的责任"),
        ("是您操作不当造成的", "是您操作不当造成的"),
        ("您必须先付款", "您必须"),
        ("您自己联系快递吧", "您自己联系"),
        ("已经处理了！！", "！！"),
        ("真的？？", "？？"),
        ("说了多少遍了", "说了多少遍"),
        ("随便您投诉", "随便您"),
        ("规定就是这样", "规定就是这样"),
    ],
)
def test_tone_that_hurts(desk_check: DeskCheck, text: str, spot: str) -> None:
    assert any(spot in found for found in spots(desk_check, text, FindingKind.TONE))


@pytest.mark.parametrize(
    "text",
    [
        "如果不是我们的问题，运费由谁出呢？",
        "按照您自己的喜好选就行",
        "密码请您自己保管好",
        "他说“难道你们不管吗”，我们理解",
        "已经处理好了！",
        "我们必须把这件事查清楚",
        "感谢您的理解，难得您这么体谅",
    ],
)
def test_tone_that_is_fine(desk_check: DeskCheck, text: str) -> None:
    assert spots(desk_check, text, FindingKind.TONE) == []


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("您的电话13812345678记下了", "13812345678"),
        ("您的电话138 1234 5678记下了", "138 1234 5678"),
        ("手机号１３８１２３４５６７８", "１３８１２３４５６７８"),
        ("座机010-62345678对吗", "010-62345678"),
        ("身份证11010519491231002X收到", "11010519491231002X"),
        ("订单号：20231123456已查到", "20231123456"),
        ("订单2023112345678901到了", "2023112345678901"),
        ("快递SF1234567890123请查收", "SF1234567890123"),
        ("已寄到朝阳区建国路88号3号楼1201室", "朝阳区建国路88号3号楼1201室"),
        ("您的邮箱wang.li@example.com对吗", "wang.li@example.com"),
        ("客服记下您的手机号13812345678", "13812345678"),
    ],
)
def test_private_data_in_public_must_go(desk_check: DeskCheck, text: str, spot: str) -> None:
    found = [f for f in desk_check.check(text, audience=Audience.PUBLIC) if f.kind is FindingKind.PRIVACY]
    assert len(found) == 1
    assert spot in found[0].text
    assert found[0].must_fix
    assert spots(desk_check, text, FindingKind.PRIVACY, Audience.PRIVATE) == []


@pytest.mark.parametrize(
    "text",
    [
        "请拨打400-820-1234或95588",
        "您可以打12315",
        "尾号5678，138****5678",
        "地铁2号线出来，1号店有货，3号到货",
        "2024年11月20日买的，价格1999元",
        "请看http://t.cn/A6abcd1234567890",
        "货号SKU123456",
        "工作时间9:00-18:00",
    ],
)
def test_numbers_that_are_nobodys_secret(desk_check: DeskCheck, text: str) -> None:
    assert spots(desk_check, text, FindingKind.PRIVACY) == []


@pytest.mark.parametrize("text", ["客服手机13900001111", "门店地址在南京西路100号", "加我微信：kefu_abc123"])
def test_the_shops_own_contacts_may_go_out(desk_check: DeskCheck, text: str) -> None:
    found = [f for f in desk_check.check(text, audience=Audience.PUBLIC) if f.kind is FindingKind.PRIVACY]
    assert [f.grade for f in found] == [Grade.POSSIBLE]
    assert not found[0].must_fix


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("24小时内给您答复", "24小时内给您答复"),
        ("明天下午五点前一定发出", "明天下午五点前一定发出"),
        ("今晚就给您退款", "今晚就给您退款"),
        ("问题三天内一定解决", "三天内一定解决"),
        ("我们保证是正品", "保证是正品"),
        ("退您20元", "退您20元"),
    ],
)
def test_promises(desk_check: DeskCheck, text: str, spot: str) -> None:
    assert any(spot in found for found in spots(desk_check, text, FindingKind.PROMISE))


@pytest.mark.parametrize(
    "text",
    [
        "我们第一时间处理",
        "七天内寄回来就行",
        "三天内发现问题随时找我们",
        "需要补十五元运费",
        "请您明天前告诉我们",
        "保证书已收到",
    ],
)
def test_no_promise(desk_check: DeskCheck, text: str) -> None:
    assert spots(desk_check, text, FindingKind.PROMISE) == []


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("全网最低价", "全网最低价"),
        ("这是最好的产品", "最好的"),
        ("国家级品质", "国家级"),
        ("独一无二的设计", "独一无二"),
        ("销量全国第一", "销量全国第一"),
        ("百分百有效", "百分百有效"),
        ("终身免费", "终身免费"),
    ],
)
def test_superlatives(desk_check: DeskCheck, text: str, spot: str) -> None:
    assert any(spot in found for found in spots(desk_check, text, FindingKind.SUPERLATIVE))


@pytest.mark.parametrize(
    "text",
    [
        "第一时间给您回复",
        "最近订单多，最后一件，最新进展会告诉您",
        "最好先清洗一下",
        "最好用湿布擦",
        "最快明天到，最晚后天",
        "最好的办法是换货",
        "国家级风景区今天闭园",
    ],
)
def test_ordinary_words_that_look_like_superlatives(desk_check: DeskCheck, text: str) -> None:
    assert spots(desk_check, text, FindingKind.SUPERLATIVE) == []


def test_self_praise_and_running_down_others(desk_check: DeskCheck) -> None:
    assert spots(desk_check, "我们的产品一流", FindingKind.SELF_PRAISE) == ["我们的产品一流"]
    assert spots(desk_check, "秒杀同行", FindingKind.SELF_PRAISE) == ["秒杀同行"]
    assert spots(desk_check, "我们的产品都有保修卡", FindingKind.SELF_PRAISE) == []


def test_unfilled_blanks_must_be_filled(desk_check: DeskCheck) -> None:
    found = desk_check.check("{客户昵称}您好，订单【订单号】到了，XX小时内取", audience=Audience.PRIVATE)
    blanks = [f for f in found if f.kind is FindingKind.VARIABLE]
    assert [(f.text, f.must_fix) for f in blanks] == [("{客户昵称}", True), ("【订单号】", True), ("XX", False)]
    assert spots(desk_check, "【温馨提示】明天停业", FindingKind.VARIABLE) == []
    (wide,) = desk_check.check("亲爱的｛客户｝，到了", audience=Audience.PRIVATE)
    assert (wide.text, wide.must_fix) == ("｛客户｝", True)


def test_length_counts_the_prefix_and_takes_another_limit(desk_check: DeskCheck) -> None:
    text = "好的" * 70
    over = desk_check.check(text, audience=Audience.PUBLIC, prefix_nickname="小李")
    lengths = [f for f in over if f.kind is FindingKind.LENGTH]
    assert [(f.start, f.end, f.reason, f.must_fix) for f in lengths] == [(135, 140, "超出 5 字", True)]
    assert spots(desk_check, text, FindingKind.LENGTH, Audience.PRIVATE) == []
    assert [f.reason for f in desk_check.check("好的呀", audience=Audience.PUBLIC, limit=2)] == ["超出 1 字"]


def test_the_same_words_as_last_time(desk_check: DeskCheck) -> None:
    found = desk_check.check("已收到，谢谢 ", audience=Audience.PUBLIC, last_own_texts=["您好", "已收到，谢谢"])
    assert [f.kind for f in found] == [FindingKind.REPEAT]
    assert desk_check.check("已收到，谢谢", audience=Audience.PUBLIC, last_own_texts=["您好"]) == ()


def test_the_wrong_name(desk_check: DeskCheck) -> None:
    def names(text: str) -> list[tuple[str, Grade, tuple[str, ...]]]:
        found = desk_check.check(text, audience=Audience.PUBLIC, customer_nickname="小李")
        return [(f.text, f.grade, f.suggestions) for f in found if f.kind is FindingKind.NAME]

    assert names("@小李 您好") == []
    assert names("@小王 您好") == [("@小王", Grade.CERTAIN, ("@小李",))]
    assert names("您可以问问@官方旗舰店 的同事") == [("@官方旗舰店", Grade.POSSIBLE, ("@小李",))]
    assert names("@小李您好") == [("@小李您好", Grade.POSSIBLE, ("@小李 您好",))]
    assert desk_check.check("@小王 您好", audience=Audience.PUBLIC) == ()


def test_rules_speak_in_the_order_of_the_product_document(desk_check: DeskCheck) -> None:
    text = (
        "@小王 抱谦，您必须找快递。电话13812345678，24小时内给您答复，我们是最好的品牌，我们的产品一流{变量}"
        + "好" * 120
    )
    found = desk_check.check(text, audience=Audience.PUBLIC, last_own_texts=[text], customer_nickname="小李")
    kinds = list(dict.fromkeys(f.kind for f in found if f.kind is not FindingKind.PUNCTUATION))
    assert kinds == [
        FindingKind.TYPO,
        FindingKind.TONE,
        FindingKind.PRIVACY,
        FindingKind.PROMISE,
        FindingKind.SUPERLATIVE,
        FindingKind.SELF_PRAISE,
        FindingKind.VARIABLE,
        FindingKind.LENGTH,
        FindingKind.REPEAT,
        FindingKind.NAME,
    ]
    assert all(text[f.start : f.end] == f.text for f in found)


def test_an_empty_reply_is_fine(desk_check: DeskCheck) -> None:
    assert desk_check.check("", audience=Audience.PUBLIC) == ()


def test_a_mocking_face_right_behind_a_link_is_seen(desk_check: DeskCheck):
    found = desk_check.check("说明在 http://t.cn/A6x[微笑]", audience=Audience.PUBLIC)
    assert [finding.text for finding in found if finding.kind is FindingKind.TONE] == ["[微笑]"]


def test_of_an_endless_text_the_beginning_is_read(desk_check: DeskCheck) -> None:
    text = "说了多少遍了。" + "好" * LONGEST_READ + "说了多少遍了。"
    found = desk_check.check(text, audience=Audience.PUBLIC)
    harsh = [f.start for f in found if f.kind is FindingKind.TONE]
    assert harsh[0] == 0
    assert harsh[-1] < LONGEST_READ
    assert [f.end for f in found if f.kind is FindingKind.LENGTH] == [len(text)]
