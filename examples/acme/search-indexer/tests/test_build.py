from datetime import UTC, datetime

import pytest

from search_indexer.build import ShrunkError, build
from search_indexer.documents import to_document

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def make_product(number: int, **changes):
    return {
        "id": f"prd_{number}",
        "slug": f"product-{number}",
        "nameEn": f"Product {number}",
        "nameDe": "",
        "textEn": "Text",
        "textDe": "",
        "brand": "Fjordline",
        "category": {"slug": "raincoats", "parent": {"slug": "outerwear", "parent": None}},
        "images": [{"url": "https://images.acme.example/1/320.webp"}],
        "variants": [{"sku": f"S-{number}", "availability": "SOLD_OUT"}],
        "priceFrom": {"amount": "89.00", "currency": "EUR"},
        "createdAt": "2026-01-01T00:00:00Z",
    } | changes


class MemoryIndex:
    def __init__(self, counts: dict[str, int], alias: str | None) -> None:
        self.counts = counts
        self.alias = alias

    def create(self, name):
        self.counts[name] = 0

    def write(self, name, documents):
        self.counts[name] = len(list(documents))
        return self.counts[name]

    def finish(self, name):
        pass

    def current(self):
        return self.alias

    def count(self, name):
        return self.counts[name]

    def builds(self):
        return sorted(self.counts)

    def move_alias(self, name):
        self.alias = name

    def delete(self, name):
        del self.counts[name]


def run(index, count, keep=2):
    products = [make_product(number) for number in range(count)]
    return build(index, products, now=NOW, max_shrink_percent=5, keep=keep)


def test_moves_the_alias_and_deletes_old_builds():
    index = MemoryIndex({"products-1": 100, "products-2": 100}, "products-2")
    name = run(index, 100)
    assert name == "products-20261103t090000"
    assert index.alias == name
    assert index.builds() == ["products-2", name]


def test_keeps_the_alias_when_the_catalogue_shrank():
    index = MemoryIndex({"products-1": 100}, "products-1")
    with pytest.raises(ShrunkError, match="94 products after 100"):
        run(index, 94)
    assert index.alias == "products-1"
    assert index.builds() == ["products-1"]


def test_accepts_a_loss_up_to_the_limit():
    index = MemoryIndex({"products-1": 100}, "products-1")
    assert index.alias != run(index, 95, keep=1)
    assert len(index.builds()) == 1


def test_starts_from_nothing():
    index = MemoryIndex({}, None)
    assert run(index, 1) == index.alias


def test_finds_a_product_in_every_category_above_it():
    document = to_document(make_product(1), NOW)
    assert document["categories"] == ["raincoats", "outerwear"]
    assert document["isAvailable"] is False
    assert document["name"] == {"en": "Product 1", "de": "Product 1"}


@pytest.mark.parametrize("change", [{"priceFrom": None}, {"images": []}])
def test_leaves_out_what_nobody_can_buy_or_see(change):
    assert to_document(make_product(1, **change), NOW) is None
