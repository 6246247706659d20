import json

import pytest

from recommendations.clickstream import handle
from recommendations.pairs import PairCounter


def make_counter(*baskets: list[str]) -> PairCounter:
    counter = PairCounter()
    for basket in baskets:
        counter.add(basket)
    return counter


def test_prefers_what_belongs_together_over_what_is_everywhere():
    counter = make_counter(
        *[["tent", "pegs", "bag"]] * 4,
        *[["shirt", "bag"]] * 60,
    )
    # tent and pegs: 4 / sqrt(4 * 4) = 1; tent and bag: 4 / sqrt(4 * 64) = 0.25.
    assert counter.top("tent", 5) == [("pegs", 1.0), ("bag", 0.25)]


def test_ignores_chance_and_bulk_orders():
    counter = make_counter(
        *[["tent", "lamp"]] * 2,
        *[[f"item-{number}" for number in range(21)]] * 9,
    )
    assert counter.top("tent", 5) == []
    assert counter.top("item-1", 5) == []


def test_forgets():
    counter = make_counter(*[["tent", "pegs"]] * 4)
    counter.decay(0.5)
    assert counter.top("tent", 5) == []


@pytest.mark.parametrize("value", [b"{", b"{}", b"[]", b'{"type": "purchased"}'])
def test_skips_what_is_no_event(value):
    handle(value, PairCounter())


def test_counts_purchases_alone():
    counter = PairCounter()
    for kind in ["purchased", "added_to_cart"] * 3:
        event = {"type": kind, "properties": {"skus": ["tent", "pegs"]}}
        handle(json.dumps(event).encode(), counter)
    assert counter.top("tent", 1) == [("pegs", 1.0)]
