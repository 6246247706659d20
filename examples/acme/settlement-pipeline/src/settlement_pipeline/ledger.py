"""Reads movements from the ledger and books the settlement."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import grpc
from acme.apis.ledger.v1 import ledger_pb2 as pb
from acme.apis.ledger.v1.ledger_pb2_grpc import LedgerServiceStub

from settlement_pipeline.model import LedgerMovement, Reconciliation

RECEIVABLE = "receivable.paybridge"
BANK = "bank.main"
FEES = "fees.paybridge"
HEAD_OFFICE = ZoneInfo("Europe/Amsterdam")


class Ledger:
    def __init__(self, channel: grpc.Channel) -> None:
        self._stub = LedgerServiceStub(channel)

    def movements(self, day: date) -> Iterator[LedgerMovement]:
        start = datetime.combine(day, time.min, HEAD_OFFICE)
        request = pb.ExportEntriesRequest(reference_prefix="order/")
        request.to.FromDatetime(start + timedelta(days=1))
        getattr(request, "from").FromDatetime(start)
        for entry in self._stub.ExportEntries(request):
            order_number = entry.reference.removeprefix("order/")
            for line in entry.lines:
                if line.account != RECEIVABLE:
                    continue
                sign = 1 if line.side == pb.SIDE_DEBIT else -1
                yield LedgerMovement(
                    order_number=order_number,
                    amount_minor=sign * line.amount.minor_units,
                    currency=line.amount.currency,
                )

    def book(self, result: Reconciliation) -> None:
        """Move the settled amount from the provider to the bank and to fees.

        Differences stay on the receivable account until a person decides.
        """
        for currency, gross in result.gross_minor.items():
            fee = result.fee_minor.get(currency, 0)
            occurred_at = datetime.combine(result.settled_on, time(12), HEAD_OFFICE)
            request = pb.PostEntryRequest(
                idempotency_key=f"settlement/{result.settled_on}/{currency}",
                description="Settlement of the payment provider",
                reference=f"settlement/{result.settled_on}",
                lines=[
                    _line(BANK, pb.SIDE_DEBIT, gross - fee, currency),
                    _line(FEES, pb.SIDE_DEBIT, fee, currency),
                    _line(RECEIVABLE, pb.SIDE_CREDIT, gross, currency),
                ],
            )
            request.occurred_at.FromDatetime(occurred_at)
            self._stub.PostEntry(request)


def _line(account: str, side: int, amount_minor: int, currency: str) -> pb.Line:
    amount = pb.Money(minor_units=amount_minor, currency=currency)
    return pb.Line(account=account, side=side, amount=amount)
