from datetime import date

from settlement_pipeline.model import DifferenceKind, LedgerMovement, SettlementRow
from settlement_pipeline.reconcile import reconcile
from settlement_pipeline.report import to_csv

DAY = date(2026, 3, 1)


def row(order: str, gross: int, fee: int = 0) -> SettlementRow:
    return SettlementRow(f"pb_{order}_{gross}", order, DAY, gross, fee, "EUR")


def test_matches_sums_of_an_order() -> None:
    result = reconcile(
        DAY,
        [row("AC-1", 3000, 40), row("AC-1", 1999, 21)],
        [LedgerMovement("AC-1", 4999, "EUR")],
    )
    assert result.matched_count == 1
    assert result.differences == ()
    assert result.gross_minor == {"EUR": 4999}
    assert result.fee_minor == {"EUR": 61}


def test_tells_the_three_kinds_of_differences() -> None:
    result = reconcile(
        DAY,
        [row("AC-1", 1000), row("AC-2", 2000)],
        [LedgerMovement("AC-2", 2500, "EUR"), LedgerMovement("AC-3", 700, "EUR")],
    )
    assert [(d.order_number, d.kind) for d in result.differences] == [
        ("AC-1", DifferenceKind.MISSING_IN_LEDGER),
        ("AC-2", DifferenceKind.AMOUNT),
        ("AC-3", DifferenceKind.MISSING_AT_PROVIDER),
    ]


def test_report_starts_with_the_largest_difference() -> None:
    result = reconcile(
        DAY, [row("AC-1", 100)], [LedgerMovement("AC-2", 700, "EUR")]
    )
    assert to_csv(result).splitlines()[1:] == [
        "AC-2,missing_at_provider,EUR,0.00,7.00,-7.00",
        "AC-1,missing_in_ledger,EUR,1.00,0.00,1.00",
    ]
