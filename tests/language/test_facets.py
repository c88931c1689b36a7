"""What a customer cares about, by the words of the turn."""

import pytest

from weibo_operator.bootstrap import resources_dir
from weibo_operator.domain.facets import Facet
from weibo_operator.language.facets import FacetWords

QUALITY, PRICE, SERVICE, VALUE = Facet


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("这款多少钱，容易坏吗？", (PRICE, QUALITY)),
        ("和某家比性价比怎么样", (VALUE,)),
        ("同价位里你们的做工好吗，保修几年", (VALUE, QUALITY, SERVICE)),
        ("比别家贵不少，值不值啊", (PRICE, VALUE)),
        ("你们比别家贵一点，到底值不值", (PRICE, VALUE)),
        ("售后、价格、售后", (SERVICE, PRICE)),
        ("你们几点开门", ()),
        ("", ()),
    ],
)
def test_facets_are_read_in_the_order_in_which_they_are_named(text: str, asked: tuple[Facet, ...]) -> None:
    assert FacetWords(resources_dir() / "dictionaries").asked(text) == asked
