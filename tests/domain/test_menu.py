"""The account page's menu: places read from words, a tree of two levels, what the page has no room for."""

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.knowledge import telling_parts
from weibo_operator.domain.menu import MenuFault, MenuNode, menu_faults, menu_path, menu_tree


def test_a_place_is_read_whatever_it_is_parted_by():
    assert menu_path(" 售后服务 / 退换货 ") == ("售后服务", "退换货")
    assert menu_path("售后／退换货") == menu_path("售后>退换货") == ("售后", "退换货")
    assert menu_path(" / ") == menu_path("") == ()


def test_things_stand_in_the_order_they_come():
    tree = menu_tree([("售后/退货", 1), ("门店", 2), ("", 3), ("售后/换货", 4), ("售后/退货", 5), ("售后", 6)])
    assert tree == (
        MenuNode("售后", (6,), (("退货", (1, 5)), ("换货", (4,)))),
        MenuNode("门店", (2,), ()),
    )


def test_what_there_is_no_room_for_is_named():
    placed = [(f"栏{number}", 0) for number in range(3)] + [(f"售后服务台/第{number}", 0) for number in range(6)]
    placed += [("栏0/这个名字有八个字", 0)]
    assert menu_faults(menu_tree(placed)) == (
        MenuFault("top", "", 4),
        MenuFault("long", "这个名字有八个字", 7),
        MenuFault("below", "售后服务台", 6),
        MenuFault("long", "售后服务台", 4),
    )
    assert menu_faults(menu_tree([("售后/退货", 0)])) == ()


def test_a_text_is_known_by_its_links_else_by_its_longest_words():
    link = "https://weibo.com/1/Abc"
    assert telling_parts(f"看 {link} 。再看 {link}") == (link,)
    assert telling_parts("{称呼}您好\n打开设置，选恢复出厂设置{语气}") == ("打开设置，选恢复出厂设置",)
    assert telling_parts("好的{称呼}") == ()


@given(st.text())
def test_the_telling_parts_stand_in_the_text(text):
    assert all(part in text for part in telling_parts(text))
