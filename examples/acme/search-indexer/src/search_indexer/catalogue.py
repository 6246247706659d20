"""Reads the published catalogue from the Product API."""

from collections.abc import Iterator
from typing import Any

import httpx

PRODUCTS_QUERY = """
query IndexerProducts($first: Int!, $after: String) {
  products(first: $first, after: $after, filter: { status: PUBLISHED }) {
    edges {
      node {
        id
        slug
        nameEn: name(locale: "en")
        nameDe: name(locale: "de")
        textEn: description(locale: "en")
        textDe: description(locale: "de")
        brand
        category { slug parent { slug parent { slug } } }
        images { url(width: 320) }
        variants { sku availability }
        priceFrom { amount currency }
        createdAt
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""

# The Product API answers at most this many products per page.
PAGE_SIZE = 100


class CatalogueError(Exception):
    """The Product API did not answer what was asked."""


def read_products(client: httpx.Client, url: str) -> Iterator[dict[str, Any]]:
    """Yields every published product, page by page."""
    after: str | None = None
    while True:
        response = client.post(
            url,
            json={
                "operationName": "IndexerProducts",
                "query": PRODUCTS_QUERY,
                "variables": {"first": PAGE_SIZE, "after": after},
            },
        )
        response.raise_for_status()
        body = response.json()
        if body.get("errors"):
            # Half a catalogue must never become an index.
            raise CatalogueError(body["errors"][0]["message"])
        page = body["data"]["products"]
        for edge in page["edges"]:
            yield edge["node"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]
