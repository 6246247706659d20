"""What the service speaks, as of openapi.yaml."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Wire(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Carrier(StrEnum):
    NORTHPOST = "northpost"
    SWIFTPARCEL = "swiftparcel"
    KURIER24 = "kurier24"


class ShipmentStatus(StrEnum):
    ANNOUNCED = "announced"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    RETURNED = "returned"
    CANCELLED = "cancelled"


class Address(Wire):
    recipient: str = Field(max_length=120)
    lines: list[str] = Field(min_length=1, max_length=3)
    postal_code: str = Field(max_length=16)
    city: str = Field(max_length=80)
    country: str = Field(pattern=r"^[A-Z]{2}$")


class QuoteRequest(Wire):
    country: str = Field(pattern=r"^[A-Z]{2}$")
    weight_grams: int = Field(gt=0)


class Option(Wire):
    id: str
    carrier: Carrier
    label: str
    price_minor: int
    currency: str
    min_days: int
    max_days: int


class Quote(Wire):
    items: list[Option]


class ShipmentRequest(Wire):
    order_number: str = Field(pattern=r"^AC-\d{8}$")
    option_id: str
    address: Address


class Shipment(Wire):
    order_number: str
    carrier: Carrier
    tracking_number: str
    status: ShipmentStatus


class TrackingEvent(Wire):
    at: datetime
    status: ShipmentStatus
    place: str | None = None


class Tracking(Wire):
    shipment: Shipment
    events: list[TrackingEvent]


class LabelRequest(Wire):
    weight_grams: int = Field(gt=0, le=70_000)
    format: str = Field(default="zpl", pattern="^(zpl|pdf)$")
