from datetime import date
from decimal import Decimal

import pytest

from metrics_export.export import IncompleteDayError, check_complete, compute, split, to_csv
from metrics_export.metric import METRICS, Value

DAY = date(2026, 11, 3)


class MemoryDatabase:
    """Answers the same rows to every query."""

    def __init__(self, value: str | None) -> None:
        self._value = None if value is None else Decimal(value)

    def rows(self, query: str):
        assert "FROM sessions" in query
        return [("storefront-web", self._value)]


def test_every_metric_has_a_query():
    assert len(compute(MemoryDatabase("10.00"))) == len(METRICS)


def test_holds_back_what_is_not_plausible():
    publish, problems = split(compute(MemoryDatabase("60.00")))
    assert [value.metric for value in publish] == ["basket_size"]
    assert problems == [
        "Conversion of storefront-web is 60.00 %, outside 0.1 to 20",
        "Revenue per visit of storefront-web is 60.00 EUR, outside 0.05 to 50",
    ]


def test_not_measured_is_not_zero():
    publish, problems = split(compute(MemoryDatabase(None)))
    assert publish == []
    assert problems[0] == "Conversion of storefront-web was not measured"


@pytest.mark.parametrize("hours", [0, 23, 25])
def test_refuses_a_day_that_is_not_complete(hours):
    with pytest.raises(IncompleteDayError, match=f"{hours} of 24"):
        check_complete(hours, DAY)


def test_writes_csv():
    values = [Value("conversion", "storefront-web", Decimal("3.40"))]
    assert to_csv(DAY, values) == (
        "day,site,metric,value\n2026-11-03,storefront-web,conversion,3.40\n"
    )
