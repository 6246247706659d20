"""Turns products of the catalogue into documents of the index."""

from datetime import datetime
from typing import Any


def to_document(product: dict[str, Any], indexed_at: datetime) -> dict[str, Any] | None:
    """Returns the document, or None for a product that nobody could buy or see."""
    price = product["priceFrom"]
    if price is None or not product["images"]:
        return None
    return {
        "productId": product["id"],
        "slug": product["slug"],
        "name": {"en": product["nameEn"], "de": product["nameDe"] or product["nameEn"]},
        "text": {"en": product["textEn"], "de": product["textDe"] or product["textEn"]},
        "brand": product["brand"],
        "categories": category_path(product["category"]),
        "imageUrl": product["images"][0]["url"],
        "price": price,
        "skus": [variant["sku"] for variant in product["variants"]],
        "isAvailable": any(
            variant["availability"] != "SOLD_OUT" for variant in product["variants"]
        ),
        "publishedAt": product["createdAt"],
        "indexedAt": indexed_at.isoformat(),
    }


def category_path(category: dict[str, Any] | None) -> list[str]:
    """All categories above a product, so that a search in any of them finds it."""
    path = []
    while category is not None:
        path.append(category["slug"])
        category = category.get("parent")
    return path
