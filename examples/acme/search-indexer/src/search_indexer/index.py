"""Writes an index and moves the alias to it."""

import json
from collections.abc import Iterable
from itertools import batched
from typing import Any

import httpx

ALIAS = "products"

MAPPING: dict[str, Any] = {
    "settings": {
        "number_of_shards": 3,
        # Replicas come once the build is complete: writing is twice as fast.
        "number_of_replicas": 0,
        "refresh_interval": "-1",
    },
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "productId": {"type": "keyword"},
            "slug": {"type": "keyword"},
            "name": {
                "properties": {
                    "en": {"type": "text", "analyzer": "english"},
                    "de": {"type": "text", "analyzer": "german"},
                }
            },
            "text": {
                "properties": {
                    "en": {"type": "text", "analyzer": "english"},
                    "de": {"type": "text", "analyzer": "german"},
                }
            },
            "brand": {"type": "keyword", "fields": {"text": {"type": "text"}}},
            "categories": {"type": "keyword"},
            "imageUrl": {"type": "keyword", "index": False},
            "price": {
                "properties": {
                    "amount": {"type": "scaled_float", "scaling_factor": 100},
                    "currency": {"type": "keyword"},
                }
            },
            "skus": {"type": "keyword"},
            "isAvailable": {"type": "boolean"},
            "publishedAt": {"type": "date"},
            "indexedAt": {"type": "date"},
        },
    },
}


class IndexWriteError(Exception):
    """The index refused something."""


class SearchIndex:
    """The part of OpenSearch that a build needs."""

    def __init__(self, client: httpx.Client, batch_size: int) -> None:
        self._client = client
        self._batch_size = batch_size

    def create(self, name: str) -> None:
        self._client.put(f"/{name}", json=MAPPING).raise_for_status()

    def write(self, name: str, documents: Iterable[dict[str, Any]]) -> int:
        """Writes all documents and returns how many there were."""
        count = 0
        for batch in batched(documents, self._batch_size):
            lines = []
            for document in batch:
                lines.append(json.dumps({"index": {"_id": document["productId"]}}))
                lines.append(json.dumps(document, ensure_ascii=False))
            response = self._client.post(
                f"/{name}/_bulk",
                content="\n".join(lines) + "\n",
                headers={"Content-Type": "application/x-ndjson"},
            )
            response.raise_for_status()
            # The answer is 200 even when single documents were refused.
            if response.json()["errors"]:
                raise IndexWriteError(first_error(response.json()["items"]))
            count += len(batch)
        return count

    def finish(self, name: str) -> None:
        """Makes a complete index searchable and gives it a replica."""
        settings = {"index": {"refresh_interval": "30s", "number_of_replicas": 1}}
        self._client.put(f"/{name}/_settings", json=settings).raise_for_status()
        self._client.post(f"/{name}/_refresh").raise_for_status()

    def current(self) -> str | None:
        """The index behind the alias."""
        response = self._client.get(f"/_alias/{ALIAS}")
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        response.raise_for_status()
        return next(iter(response.json()))

    def count(self, name: str) -> int:
        response = self._client.get(f"/{name}/_count")
        response.raise_for_status()
        return response.json()["count"]

    def builds(self) -> list[str]:
        """All builds, oldest first: their names sort by time."""
        response = self._client.get("/_cat/indices/products-*", params={"format": "json"})
        response.raise_for_status()
        return sorted(row["index"] for row in response.json())

    def move_alias(self, name: str) -> None:
        """Moves the alias in one step, so that no search finds nothing."""
        actions: list[dict[str, Any]] = [{"add": {"index": name, "alias": ALIAS}}]
        if (current := self.current()) and current != name:
            actions.append({"remove": {"index": current, "alias": ALIAS}})
        self._client.post("/_aliases", json={"actions": actions}).raise_for_status()

    def delete(self, name: str) -> None:
        self._client.delete(f"/{name}").raise_for_status()


def first_error(items: list[dict[str, Any]]) -> str:
    for item in items:
        if error := item["index"].get("error"):
            return f"{item['index']['_id']}: {error['reason']}"
    return "unknown"
