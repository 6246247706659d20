"""What a metric is, and how its value is checked before anybody sees it."""

from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files


@dataclass(frozen=True)
class Metric:
    name: str
    title: str
    unit: str
    # Values outside are held back: they are nearly always a broken input.
    lowest: Decimal
    highest: Decimal

    def query(self) -> str:
        """The SQL of the metric; it gives one row per site."""
        return files("metrics_export.queries").joinpath(f"{self.name}.sql").read_text()


METRICS = (
    Metric("conversion", "Conversion", "%", Decimal("0.1"), Decimal("20")),
    Metric("basket_size", "Basket size", "EUR", Decimal("5"), Decimal("500")),
    Metric("revenue_per_visit", "Revenue per visit", "EUR", Decimal("0.05"), Decimal("50")),
)


@dataclass(frozen=True)
class Value:
    metric: str
    site: str
    value: Decimal | None

    def problem(self, metric: Metric) -> str | None:
        """Why the value must not be published, or None when it may be."""
        if self.value is None:
            return f"{metric.title} of {self.site} was not measured"
        if not metric.lowest <= self.value <= metric.highest:
            return (
                f"{metric.title} of {self.site} is {self.value} {metric.unit}, "
                f"outside {metric.lowest} to {metric.highest}"
            )
        return None
