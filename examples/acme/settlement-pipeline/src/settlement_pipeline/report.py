"""Writes the report that finance reads in the morning."""

import csv
import io

from settlement_pipeline.model import Reconciliation


def to_csv(result: Reconciliation) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["order", "kind", "currency", "provider", "ledger", "difference"])
    largest_first = sorted(
        result.differences, key=lambda difference: -abs(difference.amount_minor)
    )
    for difference in largest_first:
        writer.writerow(
            [
                difference.order_number,
                difference.kind,
                difference.currency,
                _major(difference.provider_minor),
                _major(difference.ledger_minor),
                _major(difference.amount_minor),
            ]
        )
    return out.getvalue()


def _major(amount_minor: int) -> str:
    sign = "-" if amount_minor < 0 else ""
    major, minor = divmod(abs(amount_minor), 100)
    return f"{sign}{major}.{minor:02d}"
