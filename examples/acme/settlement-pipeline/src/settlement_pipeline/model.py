"""What the pipeline compares. Amounts are minor units; refunds are negative."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class SettlementRow:
    """One line of the provider's file."""

    reference: str
    order_number: str
    booked_on: date
    gross_minor: int
    fee_minor: int
    currency: str


@dataclass(frozen=True)
class LedgerMovement:
    """What the ledger expects the provider to pay for an order."""

    order_number: str
    amount_minor: int
    currency: str


class DifferenceKind(StrEnum):
    MISSING_IN_LEDGER = "missing_in_ledger"
    MISSING_AT_PROVIDER = "missing_at_provider"
    AMOUNT = "amount"


@dataclass(frozen=True)
class Difference:
    kind: DifferenceKind
    order_number: str
    currency: str
    provider_minor: int
    ledger_minor: int

    @property
    def amount_minor(self) -> int:
        return self.provider_minor - self.ledger_minor


@dataclass(frozen=True)
class Reconciliation:
    settled_on: date
    matched_count: int
    gross_minor: dict[str, int]
    fee_minor: dict[str, int]
    differences: tuple[Difference, ...]
