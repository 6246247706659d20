"""Compares a settlement with the ledger. No I/O."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from settlement_pipeline.model import (
    Difference,
    DifferenceKind,
    LedgerMovement,
    Reconciliation,
    SettlementRow,
)

Key = tuple[str, str]


def reconcile(
    settled_on: date,
    rows: Iterable[SettlementRow],
    movements: Iterable[LedgerMovement],
) -> Reconciliation:
    """Match by order and currency.

    An order has several rows when it was shipped in parts or refunded, so sums are
    compared, not single rows.
    """
    provider: defaultdict[Key, int] = defaultdict(int)
    gross: defaultdict[str, int] = defaultdict(int)
    fees: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        provider[row.order_number, row.currency] += row.gross_minor
        gross[row.currency] += row.gross_minor
        fees[row.currency] += row.fee_minor

    ledger: defaultdict[Key, int] = defaultdict(int)
    for movement in movements:
        ledger[movement.order_number, movement.currency] += movement.amount_minor

    differences: list[Difference] = []
    matched_count = 0
    for key in sorted(provider.keys() | ledger.keys()):
        if provider.get(key, 0) == ledger.get(key, 0):
            matched_count += 1
            continue
        order_number, currency = key
        differences.append(
            Difference(
                kind=_kind(key in provider, key in ledger),
                order_number=order_number,
                currency=currency,
                provider_minor=provider.get(key, 0),
                ledger_minor=ledger.get(key, 0),
            )
        )
    return Reconciliation(
        settled_on=settled_on,
        matched_count=matched_count,
        gross_minor=dict(gross),
        fee_minor=dict(fees),
        differences=tuple(differences),
    )


def _kind(is_at_provider: bool, is_in_ledger: bool) -> DifferenceKind:
    if not is_in_ledger:
        return DifferenceKind.MISSING_IN_LEDGER
    if not is_at_provider:
        return DifferenceKind.MISSING_AT_PROVIDER
    return DifferenceKind.AMOUNT
