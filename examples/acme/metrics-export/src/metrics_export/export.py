"""Computes the metrics of a day and writes those that are plausible."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol

from .metric import METRICS, Metric, Value


class Database(Protocol):
    def rows(self, query: str) -> Iterable[tuple[str, Decimal | None]]: ...


class IncompleteDayError(Exception):
    """The day has fewer than 24 hours of sessions in the lake."""


def compute(database: Database) -> list[tuple[Metric, Value]]:
    return [
        (metric, Value(metric.name, site, value))
        for metric in METRICS
        for site, value in database.rows(metric.query())
    ]


def check_complete(hours: int, day: date) -> None:
    # Days of 23 or 25 hours do not exist: the lake is in UTC.
    if hours != 24:
        raise IncompleteDayError(f"{day} has {hours} of 24 hours")


def split(computed: list[tuple[Metric, Value]]) -> tuple[list[Value], list[str]]:
    """Values to publish, and the problems of those held back."""
    publish, problems = [], []
    for metric, value in computed:
        problem = value.problem(metric)
        if problem is None:
            publish.append(value)
        else:
            problems.append(problem)
    return publish, problems


def to_csv(day: date, values: list[Value]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["day", "site", "metric", "value"])
    for value in values:
        writer.writerow([day.isoformat(), value.site, value.metric, value.value])
    return buffer.getvalue()
