"""Who knows a matter: by the topics noted with the departments' people (mission E6)."""

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.department import Department, DepartmentContact
from weibo_operator.domain.experts import experts_for

WANG = DepartmentContact("王姐", "分机 8012", in_charge=True)
LI = DepartmentContact("李工", topics="物流、退款")
FANG = DepartmentContact("小方", topics="退款，发票")
CHEN = DepartmentContact("陈工", topics="N9 X")
EVERY = (Department("物流部", (WANG, LI)), Department("服务部", (FANG,)), Department("技术部", (CHEN,)))


def names(matter: str, first: str = "") -> list[str]:
    return [expert.contact.name for expert in experts_for(EVERY, matter, first)]


def test_whoever_knows_more_of_it_comes_first_with_the_reason() -> None:
    best, other = experts_for(EVERY, "物流三天没动，我要退款", "服务部")
    assert (best.department, best.contact.name, best.topics) == ("物流部", "李工", ("物流", "退款"))
    assert (other.contact.name, other.topics) == ("小方", ("退款",))


def test_among_equals_the_suggested_department_then_the_operators_order() -> None:
    assert names("怎么退款") == ["李工", "小方"]
    assert names("怎么退款", "服务部") == ["小方", "李工"]


def test_products_are_found_in_either_case_and_single_letters_never() -> None:
    assert names("n9 有没有紫色") == ["陈工"]
    assert names("X 有没有紫色") == []
    assert names("你好") == []


def test_topics_are_read_with_any_sign_between_them() -> None:
    contact = DepartmentContact(" 李工 ", topics=" 物流, 退款;物流／N9 ")
    assert contact.known == ("物流", "退款", "N9")
    assert contact.tidied() == DepartmentContact("李工", topics="物流、退款、N9")


@given(st.text(max_size=40))
def test_tidying_topics_twice_changes_nothing_and_each_finds_its_expert(topics: str) -> None:
    contact = DepartmentContact("李工", topics=topics).tidied()
    assert contact.tidied() == contact
    for topic in contact.known:
        found = experts_for([Department("物流部", (contact,))], f"请问{topic}呢")
        assert bool(found) == (len(topic) > 1)
