import pytest

from settlement_pipeline.settlement_file import SettlementFileError, parse

HEADER = "type;reference;merchant_reference;date;gross;fee;currency"


def test_reads_payments_and_refunds() -> None:
    rows = parse(
        [
            HEADER,
            "PAYMENT;pb_1;AC-10000001;2026-03-01;49.99;0.61;EUR",
            "REFUND;pb_2;AC-10000002;2026-03-01;-19.99;0.00;EUR",
            "TOTAL;;;2026-03-01;30.00;0.61;EUR",
        ]
    )
    assert [row.gross_minor for row in rows] == [4999, -1999]
    assert rows[0].fee_minor == 61


def test_refuses_a_file_that_was_cut_off() -> None:
    with pytest.raises(SettlementFileError, match="cut off"):
        parse([HEADER, "PAYMENT;pb_1;AC-10000001;2026-03-01;49.99;0.61;EUR"])


def test_refuses_a_wrong_control_total() -> None:
    with pytest.raises(SettlementFileError, match="control total is 5000"):
        parse(
            [
                HEADER,
                "PAYMENT;pb_1;AC-10000001;2026-03-01;49.99;0.61;EUR",
                "TOTAL;;;2026-03-01;50.00;0.61;EUR",
            ]
        )


def test_names_missing_columns() -> None:
    with pytest.raises(SettlementFileError, match="currency, fee"):
        parse(["type;reference;merchant_reference;date;gross"])
