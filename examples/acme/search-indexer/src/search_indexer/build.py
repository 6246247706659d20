"""One build of the index, from the first product to the alias."""

import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

from .documents import to_document

logger = logging.getLogger(__name__)


class ShrunkError(Exception):
    """The new index has far fewer products than the one in use."""


class Index(Protocol):
    def create(self, name: str) -> None: ...
    def write(self, name: str, documents: Iterable[dict[str, Any]]) -> int: ...
    def finish(self, name: str) -> None: ...
    def current(self) -> str | None: ...
    def count(self, name: str) -> int: ...
    def builds(self) -> list[str]: ...
    def move_alias(self, name: str) -> None: ...
    def delete(self, name: str) -> None: ...


def build(
    index: Index,
    products: Iterable[dict[str, Any]],
    *,
    now: datetime,
    max_shrink_percent: float,
    keep: int,
) -> str:
    """Builds an index, checks it, moves the alias and returns the name."""
    name = f"products-{now:%Y%m%dt%H%M%S}"
    index.create(name)
    try:
        documents = (to_document(product, now) for product in products)
        count = index.write(name, (document for document in documents if document))
        index.finish(name)
        check_size(index, count, max_shrink_percent)
    except Exception:
        # A half-built index would be the newest and might be kept.
        index.delete(name)
        raise
    index.move_alias(name)
    logger.info("Alias moved", extra={"index": name, "documents": count})
    delete_old(index, name, keep)
    return name


def check_size(index: Index, count: int, max_shrink_percent: float) -> None:
    current = index.current()
    if current is None:
        return
    before = index.count(current)
    smallest = before * (1 - max_shrink_percent / 100)
    if count < smallest:
        raise ShrunkError(
            f"{count} products after {before} are a loss of more than {max_shrink_percent} %"
        )


def delete_old(index: Index, current: str, keep: int) -> None:
    for name in index.builds()[:-keep]:
        if name != current:
            index.delete(name)
