"""Counts what is bought together."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import permutations

# A basket of a school order says nothing about people.
MAX_BASKET = 20
# Below this a pair is chance.
MIN_TOGETHER = 3


class PairCounter:
    """Counts products and pairs of products over the baskets it sees."""

    def __init__(self) -> None:
        self._single: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()

    def add(self, skus: Iterable[str]) -> None:
        basket = set(skus)
        if len(basket) > MAX_BASKET:
            return
        self._single.update(basket)
        self._pairs.update(permutations(sorted(basket), 2))

    def top(self, sku: str, limit: int) -> Sequence[tuple[str, float]]:
        """The SKUs bought with this one, by cosine similarity.

        Counts alone would put the carrier bag beside everything.
        """
        scores = [
            (other, together / math.sqrt(self._single[sku] * self._single[other]))
            for (first, other), together in self._pairs.items()
            if first == sku and together >= MIN_TOGETHER
        ]
        scores.sort(key=lambda pair: (-pair[1], pair[0]))
        return scores[:limit]

    def decay(self, factor: float) -> None:
        """Lets old baskets count less; called once a day."""
        for counter in (self._single, self._pairs):
            for key in list(counter):
                counter[key] = int(counter[key] * factor)
                if counter[key] == 0:
                    del counter[key]
