"""Experts per topic: suggested with their reason, named with the answer, kept when they go (mission E6)."""

import pytest
from msgspec.structs import replace

from weibo_operator.domain.department import DepartmentContact
from weibo_operator.services.handoff_cards import card_of

WANG = DepartmentContact("王姐", "分机 8012", in_charge=True)
LI = DepartmentContact("李工", "微信 li", topics="快递、退款")


@pytest.fixture
def roster(operator):
    """物流部 with its head and an expert."""
    first, *rest = operator.departments.every()
    assert first.name == "物流部"
    operator.departments.save([replace(first, contacts=(WANG, LI)), *rest])


@pytest.fixture
def ticket(operator, customers):
    return operator.intake.capture(customers.message("快递三天没动了，要退款")).value


def test_the_form_opens_with_the_expert_of_its_department(operator, roster, ticket):
    defaults = operator.handoffs.defaults(ticket)
    assert (defaults.form.department, defaults.form.contact) == ("物流部", "李工（微信 li）")
    assert [(each.contact.name, each.topics) for each in defaults.experts] == [("李工", ("快递", "退款"))]


def test_without_an_expert_the_usual_person_is_asked(operator, roster, customers):
    other = operator.intake.capture(customers.message("包裹破了", uid="2")).value
    defaults = operator.handoffs.defaults(other)
    assert defaults.experts == ()
    assert defaults.form.contact == operator.handoffs.departments()[defaults.form.department]


def test_topics_survive_a_restart_and_are_undone(operator, roster, open_desk):
    assert open_desk().departments.every()[0].contacts == (WANG, LI)
    operator.history.undo()
    assert operator.departments.every()[0].contacts == ()
    operator.history.redo()
    assert operator.departments.every()[0].contacts == (WANG, LI)


def test_only_an_expert_who_was_asked_is_offered_as_the_author(operator, roster, ticket):
    form = operator.handoffs.defaults(ticket).form
    asked = operator.handoffs.forward(form).value
    assert operator.departments.expert_asked(asked) == "李工"
    assert operator.departments.expert_asked(replace(asked, contact="王姐（分机 8012）")) == ""


def test_an_expert_who_goes_keeps_the_answers_given(operator, roster, ticket, open_desk):
    handed = operator.handoffs.forward(operator.handoffs.defaults(ticket).form).value
    operator.handoffs.answer(handed.id, "今晚补发", expert="李工")
    first, *rest = operator.departments.every()
    operator.departments.save([replace(first, contacts=(WANG,)), *rest])
    kept = open_desk().handoffs.get(handed.id)
    assert (kept.expert, kept.contact) == ("李工", "李工（微信 li）")
    card = card_of(kept)
    assert "李工" in card.source
    assert card.checked_at == kept.answered_at
    assert operator.handoffs.defaults(ticket).experts == ()
