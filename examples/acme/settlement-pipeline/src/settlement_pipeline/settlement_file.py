"""Reads the provider's settlement file, a CSV with a control total at its end."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from settlement_pipeline.model import SettlementRow

COLUMNS = (
    "type",
    "reference",
    "merchant_reference",
    "date",
    "gross",
    "fee",
    "currency",
)


class SettlementFileError(Exception):
    """The file is incomplete or damaged; nothing of it may be booked."""


def parse(lines: Iterable[str]) -> list[SettlementRow]:
    reader = csv.DictReader(lines, delimiter=";")
    missing = set(COLUMNS) - set(reader.fieldnames or ())
    if missing:
        raise SettlementFileError(f"Columns are missing: {', '.join(sorted(missing))}")

    rows: list[SettlementRow] = []
    control: int | None = None
    for record in reader:
        if record["type"] == "TOTAL":
            control = _minor(record["gross"])
        else:
            rows.append(_row(record))

    # A transfer that broke off leaves a file that looks fine except for this.
    if control is None:
        raise SettlementFileError("The control total is missing, the file is cut off")
    total = sum(row.gross_minor for row in rows)
    if total != control:
        raise SettlementFileError(f"Rows sum up to {total}, the control total is {control}")
    return rows


def orders(rows: Iterable[SettlementRow]) -> Iterator[str]:
    seen: set[str] = set()
    for row in rows:
        if row.order_number not in seen:
            seen.add(row.order_number)
            yield row.order_number


def _row(record: dict[str, str]) -> SettlementRow:
    sign = -1 if record["type"] == "REFUND" else 1
    return SettlementRow(
        reference=record["reference"],
        order_number=record["merchant_reference"],
        booked_on=date.fromisoformat(record["date"]),
        gross_minor=sign * abs(_minor(record["gross"])),
        fee_minor=_minor(record["fee"]),
        currency=record["currency"],
    )


def _minor(amount: str) -> int:
    value = Decimal(amount) * 100
    if value != value.to_integral_value():
        raise SettlementFileError(f"More than two decimals: {amount}")
    return int(value)
