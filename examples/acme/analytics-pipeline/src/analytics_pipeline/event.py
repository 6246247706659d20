"""The events of the clickstream, as far as the pipeline needs them."""

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True)
class Event:
    event_id: str
    type: str
    visitor_id: str
    site: str
    occurred_at: datetime
    received_at: datetime
    total: Decimal | None = None
    currency: str | None = None


def parse(value: bytes) -> Event:
    raw = json.loads(value)
    properties = raw.get("properties", {})
    total = properties.get("total")
    return Event(
        event_id=raw["eventId"],
        type=raw["type"],
        visitor_id=raw["visitorId"],
        site=raw["site"],
        occurred_at=datetime.fromisoformat(raw["occurredAt"]),
        received_at=datetime.fromisoformat(raw["receivedAt"]),
        total=None if total is None else Decimal(total),
        currency=properties.get("currency"),
    )
